/** In whose hello an extension stands: server_name and others look different in the answer. */
export type HelloSide = 'client' | 'server';
