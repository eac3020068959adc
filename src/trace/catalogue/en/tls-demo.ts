/** Words of `crypto tls demo`, of the trace of a handshake, and of the ladder that is drawn of any. */
export const tlsDemo = {
  'tls.demo.about':
    'A TLS 1.2 handshake with RSA key exchange, in memory: who sends what, and how every key is derived.',
  'tls.demo.opt.suite':
    'cipher suite, as AES128-GCM-SHA256 or TLS_RSA_WITH_AES_128_GCM_SHA256; also DES-CBC3-SHA, RC4-SHA, RC4-MD5, NULL-SHA256',
  'tls.demo.opt.ems': 'both sides use extended_master_secret (RFC 7627)',
  'tls.demo.opt.etm': 'both sides use encrypt_then_mac (RFC 7366), for CBC suites',
  'tls.demo.opt.resume': 'the second handshake of a session, which uses its master secret again',
  'tls.demo.opt.message': 'show message N byte by byte',
  'tls.demo.opt.all': 'all messages byte by byte, and all steps of the derivation',
  'tls.demo.opt.html': 'write everything into one page for a browser',
  'tls.demo.error.message': '--message: expected a number from 1 to {count}, got {got}',
  'tls.demo.history':
    'RSA key exchange is history: whoever records a connection and later gets the private key of the server can read all of it (no forward secrecy); it is still the clearest way in: every key comes from one secret, sent under one public key',
  'tls.demo.etmIgnored': '--etm: without effect, since {suite} does not use CBC (RFC 7366, 3)',
  'tls.demo.htmlWritten':
    'written: {path}; it loads nothing from elsewhere, and holds every secret of this connection',

  'tls.demo.error.htmlAlone': '--html: expected without {name}, since the page shows everything',
  'tls.demo.error.jsonStdout': '--html: --json writes to standard output itself; name a file for the page',

  'tls.demo.title': 'TLS 1.2 with {suite}, a client and {host} in memory',
  'tls.demo.bytes': '{count} bytes',
  'tls.demo.bytesEncrypted': '{count} bytes, encrypted',
  'tls.demo.bytesWithMac': '{count} bytes, with a MAC',
  'tls.demo.legend':
    '─ readable on the wire, ═ protected by the new keys. The client alone makes the premaster secret; both sides derive the same keys from it:',
  'tls.demo.legendResumed':
    '─ readable on the wire, ═ protected by the new keys. No secret is sent: both sides have kept the master secret of the session.',
  'tls.demo.derivation': 'The derivation, step by step',
  'tls.demo.more':
    '--message N shows one byte by byte; --all shows everything; --html FILE makes a page for a browser.',

  'tls.tree.premaster': "version, 46 random bytes; in message {number} under the server's RSA key",
  'tls.tree.random': 'in message {number}, for all to see',
  'tls.tree.master': 'PRF(premaster secret, "{label}", client random + server random)',
  'tls.tree.masterExtended': 'PRF(premaster secret, "{label}", session hash)',
  'tls.tree.masterResumed': 'kept from the first handshake of the session',
  'tls.tree.sessionHash': 'hash of the handshake messages {messages}',
  'tls.tree.keyBlock': 'PRF(master secret, "key expansion", server random + client random)',
  'tls.tree.verifyData': 'PRF(master secret, "{label}", hash of the handshake messages {messages})',
  'tls.tree.inMessage': 'in message {number}',
  'tls.tree.keyBlockCbc': '{count} bytes; no IVs among them: CBC draws a new one for each record',
  'tls.tree.piece': 'bytes {from} to {to}',
  'tls.tree.name.preMasterSecret': 'premaster secret',
  'tls.tree.name.clientRandom': 'client random',
  'tls.tree.name.serverRandom': 'server random',
  'tls.tree.name.sessionHash': 'session hash',
  'tls.tree.name.masterSecret': 'master secret',
  'tls.tree.name.keyBlock': 'key block',

  'tls.demoPage.title': 'A TLS 1.2 handshake with {host}, byte by byte',
  'tls.demoPage.lead':
    'A client and a server in memory, with a fresh certificate: what they say to each other, and how both derive the same keys.',
  'tls.demoPage.history':
    'RSA key exchange is history. Whoever records a connection, and gets the private key of the server years later, can read all of it: there is no forward secrecy, and TLS 1.3 has removed it. It is still the clearest way in: every key comes from one secret, sent under one public key.',
  'tls.demoPage.secret':
    'This page holds every secret of its connection. The connection was made for this page, and is over.',
  'tls.demoPage.seeded':
    'Made from --seed {seed}: repeatable by anyone who knows the word, so nothing here is secret.',
  'tls.demoPage.ladder': 'Who says what',
  'tls.demoPage.ladderSays':
    'Thin arrows: everybody on the way can read them. Thick arrows: protected by the new keys. Click one to see its bytes.',
  'tls.demoPage.tree': 'How the keys are derived',
  'tls.demoPage.treeSays':
    'The client alone makes the premaster secret. Both sides derive the rest from it, and from two random numbers that everybody may see. What is in a red frame must stay secret.',
  'tls.demoPage.treeResumed':
    'No secret is sent: both sides have kept the master secret of the session, and derive new keys from it and from new randoms. What is in a red frame must stay secret.',
  'tls.demoPage.messages': 'Every message, every byte',
  'tls.demoPage.messagesSay':
    'Each colour is one field. The table gives its name, its value, and the clause that defines it.',
  'tls.demoPage.follow': 'Step by step, on a terminal:',
  'tls.demoPage.footer':
    'Made by crypto tls demo --html. It loads nothing from elsewhere and runs no script.',

  'tls.ladder.client': 'Client',
  'tls.ladder.server': 'Server',
  'tls.ladder.applicationData': 'application data',
  'tls.ladder.alert': 'alert: {alert}',

  'tls.fields.offset': 'offset',
  'tls.fields.length': 'length',
  'tls.fields.field': 'field',
  'tls.fields.value': 'value',
  'tls.fields.clause': 'clause',
  'tls.fields.record': 'On the wire, {count} bytes:',
  'tls.fields.premaster': 'Inside, within the PKCS#1 v1.5 padding, {count} bytes:',
  'tls.fields.plaintext': 'Decrypted, {count} bytes:',
  'tls.fields.macInput': 'Input of the MAC, {count} bytes:',
  'tls.fields.nonce': 'The nonce, {count} bytes:',
  'tls.fields.additionalData': 'Additional authenticated data (AAD), {count} bytes:',
  'tls.fields.certificate': 'crypto cert show takes a certificate apart.',

  'explain.tls.message.clientHello':
    'the client says what it can do, and adds a random number that goes into every key; its record says TLS 1.0 for the sake of old servers, what counts is client_version',
  'explain.tls.message.serverHello': 'the server chooses one suite, and adds a random number of its own',
  'explain.tls.message.certificate':
    'the server shows its certificate; anybody can show a copy: that the server has the private key, too, only its Finished proves',
  'explain.tls.message.serverHelloDone':
    'the server has said everything; with RSA key exchange there is no ServerKeyExchange',
  'explain.tls.message.clientKeyExchange':
    'the client makes the premaster secret, and encrypts it with the public key in the certificate',
  'explain.tls.message.finished':
    'the first record under the new keys: a value from the master secret and the hash of all handshake messages before it; if a message was changed on the way, or the keys differ, it is noticed here',
  'explain.tls.message.changeCipherSpec':
    'from here on the sender protects its records; this is no handshake message, so it is not in the hash',
  'explain.tls.message.applicationData': 'what the handshake was for: data protected by the keys',
  'explain.tls.message.closeNotify':
    'the sender has no more to say; without it nobody could tell a finished connection from one that was cut off',
  'explain.tls.message.alert': 'the sender found something wrong',
  'explain.tls.message.other': 'another message of the handshake',
  'explain.tls.plaintext.cbc':
    'decrypted: content and MAC, then padding up to whole blocks; each padding byte has the value of padding_length',
  'explain.tls.plaintext.etm':
    'decrypted: the content, then padding up to whole blocks; each padding byte has the value of padding_length',
  'explain.tls.plaintext.gcm':
    'decrypted: the content alone; GCM takes any length, and its tag stands outside',
  'explain.tls.plaintext.stream': 'decrypted: content and MAC; a stream cipher takes any length',
  'explain.tls.macInput':
    'the MAC is over sequence number, header and content; content and MAC are encrypted together',
  'explain.tls.macInput.open': 'the MAC is over sequence number, header and content; nothing is encrypted',
  'explain.tls.macInput.outside':
    'with encrypt_then_mac the MAC is over sequence number, header and ciphertext; if it does not fit, nothing is decrypted',
  'explain.tls.mac':
    'HMAC with {hash} under {key}: it does not fit a record that was changed, repeated or moved',
  'explain.tls.nonce': 'the nonce of GCM: {iv}, which is secret, and eight bytes that travel with the record',
  'explain.tls.additionalData':
    'sequence number, type, version and length are authenticated together with the content, but not encrypted',
  'explain.tls.tag': 'the tag of GCM under {key}: no plaintext is given out before it fits',
  'explain.tls.clientRandom': '32 bytes from the client, in message {number}',
  'explain.tls.serverRandom': '32 bytes from the server, in message {number}',
  'explain.tls.premaster':
    'the version that ClientHello offers, and 46 random bytes: the only secret that is sent',
  'explain.tls.encryptedPremaster':
    'RSA encryption with PKCS#1 v1.5 under the public key of {bits} bits, in message {number}: only the private key decrypts it',
  'explain.tls.sessionHash':
    '{hash} of the handshake messages {messages}: it stands for this handshake and no other',
  'explain.tls.master':
    'PRF(pre_master_secret, "{label}", client_random + server_random) with {hash}, 48 bytes: derived, not encrypted',
  'explain.tls.master.extended':
    'PRF(pre_master_secret, "{label}", session_hash) with {hash}, 48 bytes: bound to all handshake messages so far',
  'explain.tls.master.resumed':
    'the master secret of the session, kept from its first handshake; only the randoms are new',
  'explain.tls.keyBlock':
    'PRF(master_secret, "{label}", server_random + client_random) with {hash}, {length} bytes: the randoms in the other order; cut into {count} parts',
  'explain.tls.handshakeHash': '{hash} of the handshake messages {messages}',
  'explain.tls.verifyData':
    'PRF(master_secret, "{label}", that hash) with {hash}, 12 bytes, in message {number}',
} as const;
