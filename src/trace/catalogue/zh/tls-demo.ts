/** Chinese words of `crypto tls demo`, and of the ladder of a handshake. */
export const tlsDemo = {
  'tls.ladder.client': '客户端',
  'tls.ladder.server': '服务器',
} as const;
