/** Chinese words of `crypto http websocket`. */
export const netWebsocket = {
  'websocket.about':
    '明文的 WebSocket：协议升级 (upgrade) 和其中逐步计算的 SHA-1，然后是带掩码 (mask) 与不带掩码的帧 (frame)，逐位画出。',
  'websocket.opt.key': '指定 Sec-WebSocket-Key，而不是随机产生：16 字节的 base64',
  'websocket.error.key': '应为 16 字节的 base64，例如 dGhlIHNhbXBsZSBub25jZQ==',
  'websocket.accept': 'Sec-WebSocket-Accept，逐步计算：',
  'websocket.step.key': 'key',
  'websocket.step.guid': '+ GUID（RFC 6455，1.3）',
  'websocket.step.digest': '两者相连的 SHA-1',
  'websocket.step.accept': '写成 base64',
  'websocket.frame.masked': '带掩码',
  'websocket.header': '双方各自的第一帧：帧头逐位',
  'websocket.bits.from.alice': 'Alice',
  'websocket.bits.from.bank': 'bank.example',
  'websocket.bits.length': '长度',
  'websocket.bits.mask': '掩码密钥 (masking key)',
  'websocket.bits.payload': '带掩码的内容：',
  'websocket.bits.xored': '与密钥异或：',
  'websocket.bits.plain': '内容：',
  'websocket.learned':
    '101 之后，这个连接上就没有 HTTP 了：共 {frames} 帧，其中 {masked} 帧带掩码，都来自客户端。accept 表明服务器确实懂 WebSocket，掩码使途中的缓存不受愚弄。两者都不是保密：掩码密钥就写在帧里。只有 wss://，也就是 TLS，才能保密。',
} as const;
