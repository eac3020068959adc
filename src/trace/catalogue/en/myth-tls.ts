/** Common sentences about TLS that are not quite so, and better ones. */
export const mythTls = {
  'myth.value.record': 'its record',
  'myth.value.powers': 'first block ^ e mod n',
  'myth.value.nextPremaster': 'the next one',
  'myth.value.request': 'arrived',
  'myth.value.aliceSends': 'client sends',
  'myth.value.bobSends': 'server sends',

  'myth.server-uses-private-key.said': 'The server encrypts its pages with its private key.',
  'myth.server-uses-private-key.truth':
    'It needs the private key once for each connection: to decrypt the premaster secret (or, in newer versions, to sign).',
  'myth.server-uses-private-key.step.answer': 'A server answers over TLS, {bytes} bytes in one record.',
  'myth.server-uses-private-key.step.public':
    'If that were the private key, everybody could read it: they have the public one. Its {blocks} blocks, each raised to e mod n, give nothing of the answer.',
  'myth.server-uses-private-key.step.readByAll':
    'The public key, applied to its {blocks} blocks, gives the answer.',
  'myth.server-uses-private-key.step.key':
    'What opens it is a key of {length} bytes (server_write_key). The client has derived it from the premaster secret, as the server has.',
  'myth.server-uses-private-key.step.accepted':
    'In a second connection somebody else, who has the derived keys and not the private key, writes a record in the place of the server. The client takes it, and reads:',
  'myth.server-uses-private-key.step.refused':
    'In a second connection somebody else, who has the derived keys and not the private key, writes a record in the place of the server. The client refuses it.',
  'myth.server-uses-private-key.claim.public':
    'whoever has the public key, which is everybody, can read what the server sends',
  'myth.server-uses-private-key.claim.only': 'only the private key can make what the client accepts',
  'myth.server-uses-private-key.better':
    'RSA only carries the premaster secret, from the client to the server, under the public key. Everything that follows is under symmetric keys derived from it.',

  'myth.client-needs-private-key.said':
    'The client needs a private key, so that the server can answer it secretly.',
  'myth.client-needs-private-key.truth':
    'A server may ask for a certificate of the client (mutual TLS), and who has one then signs with its key. Companies use that; on the web, people log in with passwords instead.',
  'myth.client-needs-private-key.step.talk':
    'A client that has a root and no key at all connects and is answered. In its {messages} records it showed {certificates} certificates.',
  'myth.client-needs-private-key.step.broken': 'The connection fails.',
  'myth.client-needs-private-key.step.fresh':
    'Its secret is drawn for each connection: two premaster secrets, both beginning with the version.',
  'myth.client-needs-private-key.step.same': 'Its premaster secret is the same each time.',
  'myth.client-needs-private-key.step.asked':
    'Now the server asks for a certificate ({requests} CertificateRequest). The client answers with a list of {certificates} certificates, and is served all the same.',
  'myth.client-needs-private-key.claim.without': 'without a private key there is no connection',
  'myth.client-needs-private-key.claim.shows': 'the client shows a certificate, too',
  'myth.client-needs-private-key.claim.kept': 'its secret is one that it keeps',
  'myth.client-needs-private-key.claim.asked': 'a server that asks gets one, or breaks off',
  'myth.client-needs-private-key.better':
    'Only the server needs a private key. The client draws a fresh secret and sends it under the public key of the server: from then on both have it. Who the client is, TLS does not say.',

  'myth.cipher-list-comes-later.said':
    'The server sends its certificate; then the client sends the list of ciphers that it knows.',
  'myth.cipher-list-comes-later.truth':
    'Both are in the hellos, within one exchange. What comes after the certificate is the premaster secret.',
  'myth.cipher-list-comes-later.step.order':
    'A handshake: the list of {count} suites is in message {list} (ClientHello), the choice of the server in message {choice} (ServerHello), the certificate is message {certificate}.',
  'myth.cipher-list-comes-later.step.other':
    'Another client has another list, and the same server, with the same certificate, chooses another suite: {after} instead of {before}.',
  'myth.cipher-list-comes-later.step.held':
    'The certificate is held back on the way. The client knows already what was chosen: {suite}.',
  'myth.cipher-list-comes-later.step.unknown':
    'The certificate is held back on the way. The client does not know yet what is chosen.',
  'myth.cipher-list-comes-later.claim.first': 'the certificate comes before the list',
  'myth.cipher-list-comes-later.claim.later': 'before the certificate is there, no suite is chosen',
  'myth.cipher-list-comes-later.claim.depends': 'the certificate alone decides: another list changes nothing',
  'myth.cipher-list-comes-later.better':
    'The list is in ClientHello, the first message of all. The server has to know it before it answers: suite, and so which kind of certificate, depend on it.',

  'myth.https-is-transport.said': 'HTTPS encrypts at the transport layer.',
  'myth.https-is-transport.truth':
    'Its name says so (Transport Layer Security), and to a program it looks like a connection: write here, read there.',
  'myth.https-is-transport.step.memory':
    'Client and server talk in memory: no TCP, no network. What comes out at the server is HTTP, byte for byte as it was written:',
  'myth.https-is-transport.step.changed': 'Client and server talk in memory. What comes out is changed:',
  'myth.https-is-transport.step.cut':
    'Every record arrives in pieces of {piece} bytes, as TCP might cut it: all is well, since TLS takes a stream of bytes.',
  'myth.https-is-transport.step.cutBroken':
    'Every record arrives in pieces of {piece} bytes: the connection fails.',
  'myth.https-is-transport.step.mixed':
    'Two records arrive in the wrong order: TLS does not put them right as TCP would, but ends with {alert}.',
  'myth.https-is-transport.step.lost':
    'One record is lost: TLS does not ask for it again as TCP would, but ends with {alert} when the next one comes.',
  'myth.https-is-transport.step.repaired': 'Records are mixed up or lost, and TLS puts it right.',
  'myth.https-is-transport.claim.tcp': 'it is a part of TCP: without it nothing is encrypted',
  'myth.https-is-transport.claim.order': 'like a transport it sees to order, and to what was lost',
  'myth.https-is-transport.claim.http': 'HTTP is another one when it is encrypted',
  'myth.https-is-transport.better':
    'TLS stands between TCP, which brings every byte in its order, and HTTP, which it does not change. The layers of the OSI model do not fit it. What is below stays in the clear: addresses, ports, lengths, times.',
} as const;
