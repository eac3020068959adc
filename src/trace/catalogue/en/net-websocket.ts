/** Words of `crypto http websocket`. */
export const netWebsocket = {
  'websocket.about':
    'A WebSocket in the clear: the upgrade with its SHA-1 step by step, then frames with and without a mask, bit by bit.',
  'websocket.opt.key': 'the Sec-WebSocket-Key instead of a drawn one: 16 bytes in base64',
  'websocket.error.key': 'expected 16 bytes in base64, such as dGhlIHNhbXBsZSBub25jZQ==',
  'websocket.accept': 'Sec-WebSocket-Accept, step by step:',
  'websocket.step.key': 'key',
  'websocket.step.guid': '+ GUID (RFC 6455, 1.3)',
  'websocket.step.digest': 'SHA-1 of both',
  'websocket.step.accept': 'in base64',
  'websocket.frame.masked': 'masked',
  'websocket.header': 'The first frame of each side: the header bit by bit',
  'websocket.bits.from.alice': 'Alice',
  'websocket.bits.from.bank': 'bank.example',
  'websocket.bits.length': 'length',
  'websocket.bits.mask': 'masking key',
  'websocket.bits.payload': 'payload, masked: ',
  'websocket.bits.xored': 'XOR with the key: ',
  'websocket.bits.plain': 'payload: ',
  'websocket.learned':
    'After 101 there is no HTTP on the connection: {frames} frames, {masked} of them masked, those from the client. The accept key shows that the server speaks WebSocket, and the mask keeps caches on the way from being fooled. Neither is secrecy: the masking key stands in the frame. Only wss://, which is TLS, gives that.',
} as const;
