/** Words of `crypto bench`. */
export const bench = {
  'cli.noun.bench': 'what RSA and AES cost, side by side',
  'bench.opt.bits': 'size of the RSA modulus, from {least} to {most}',
  'bench.column.operation': 'operation',
  'bench.column.scratch': 'ours',
  'bench.column.reference': 'reference',
  'bench.public': 'RSA-{bits} public: m^e mod n',
  'bench.private': 'RSA-{bits} private: c^d mod n',
  'bench.aes': 'AES-128-GCM, 1 MB',
  'bench.send.column.way': 'sending 1 MB',
  'bench.send.column.messages': 'messages',
  'bench.send.column.bytes': 'bytes',
  'bench.send.column.sender': 'sender',
  'bench.send.column.receiver': 'receiver',
  'bench.send.column.referenceSender': 'ref. sender',
  'bench.send.column.referenceReceiver': 'ref. receiver',
  'bench.send.aes': 'AES alone, if both have the key',
  'bench.send.rsa': 'RSA alone',
  'bench.send.envelope': 'RSA carries the AES key',
  'bench.limit':
    'One RSA-{bits} message holds at most {oaep} bytes (OAEP with SHA-256), or {pkcs1} (PKCS#1 v1.5).',
  'bench.factor': 'Receiving 1 MB under RSA alone takes {factor} times as long as under AES.',
  'bench.computed':
    'Times are medians of {rounds} rounds, here and now. RSA alone is computed from one operation, not measured.',
} as const;
