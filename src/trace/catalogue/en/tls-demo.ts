/** Words of `crypto tls demo`, and of the ladder that is drawn of any handshake. */
export const tlsDemo = {
  'tls.ladder.client': 'Client',
  'tls.ladder.server': 'Server',
} as const;
