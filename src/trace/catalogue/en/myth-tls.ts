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
    'It uses the private key once in each full handshake: to decrypt the premaster secret or, with Diffie-Hellman, to sign.',
  'myth.server-uses-private-key.step.answer': 'A server answers over TLS, {bytes} bytes in one record.',
  'myth.server-uses-private-key.step.public':
    'If it were encrypted with the private key, everybody could read it, since everybody has the public key. But each of its {blocks} blocks, raised to e mod n, gives nothing of the answer.',
  'myth.server-uses-private-key.step.readByAll':
    'The public key, applied to its {blocks} blocks, gives the answer.',
  'myth.server-uses-private-key.step.key':
    'What decrypts it is a key of {length} bytes (server_write_key). Client and server have both derived it from the premaster secret.',
  'myth.server-uses-private-key.step.accepted':
    'In a second connection somebody who has the derived keys, but not the private key, writes a record in place of the server. The client accepts it, and reads:',
  'myth.server-uses-private-key.step.refused':
    'In a second connection somebody who has the derived keys, but not the private key, writes a record in place of the server. The client refuses it.',
  'myth.server-uses-private-key.claim.public':
    'whoever has the public key, that is everybody, can read what the server sends',
  'myth.server-uses-private-key.claim.only': 'only with the private key can one make what the client accepts',
  'myth.server-uses-private-key.better':
    'RSA only carries the premaster secret from the client to the server, encrypted with the public key. All data is encrypted with symmetric keys that both sides derive from it.',

  'myth.client-needs-private-key.said':
    'The client needs a private key, so that the server can send it secret answers.',
  'myth.client-needs-private-key.truth':
    'A server may ask for a client certificate (mutual TLS), and a client that has one signs with its private key. Companies use that; on the web, people log in with passwords instead.',
  'myth.client-needs-private-key.step.talk':
    'A client that trusts a root, and has no private key, connects and gets an answer. It sent {messages} records; certificates in them: {certificates}.',
  'myth.client-needs-private-key.step.broken': 'The connection fails.',
  'myth.client-needs-private-key.step.fresh':
    'It makes a fresh secret for each connection. Two of its premaster secrets; both begin with the version:',
  'myth.client-needs-private-key.step.same': 'Its premaster secret is the same each time.',
  'myth.client-needs-private-key.step.asked':
    'Now the server asks for a certificate (CertificateRequest: {requests}). The client answers with a list (certificates in it: {certificates}), and gets an answer all the same.',
  'myth.client-needs-private-key.claim.without': 'without a private key there is no connection',
  'myth.client-needs-private-key.claim.shows': 'the client shows a certificate, as the server does',
  'myth.client-needs-private-key.claim.kept': 'the client keeps its secret from one connection to the next',
  'myth.client-needs-private-key.claim.asked':
    'a server that asks for a certificate gets one, or ends the connection',
  'myth.client-needs-private-key.better':
    'Only the server needs a private key. The client makes a fresh secret and sends it encrypted with the public key of the server; then both have it. Without a client certificate, TLS does not say who the client is.',

  'myth.cipher-list-comes-later.said':
    'The server sends its certificate; then the client sends the list of ciphers that it supports.',
  'myth.cipher-list-comes-later.truth':
    'Both come early: the list in the first message, the certificate in the answer to it. What follows the certificate is the premaster secret.',
  'myth.cipher-list-comes-later.step.order':
    'A handshake: the list of {count} suites is in message {list} (ClientHello), the choice of the server is in message {choice} (ServerHello), and the certificate is message {certificate}.',
  'myth.cipher-list-comes-later.step.other':
    'Another client has another list. The same server, with the same certificate, now chooses another suite: {after} instead of {before}.',
  'myth.cipher-list-comes-later.step.held':
    'The certificate is held back on the way. The client already knows what was chosen: {suite}.',
  'myth.cipher-list-comes-later.step.unknown':
    'The certificate is held back on the way. The client does not know yet what was chosen.',
  'myth.cipher-list-comes-later.claim.first': 'the certificate comes before the list',
  'myth.cipher-list-comes-later.claim.later': 'no suite is chosen before the certificate arrives',
  'myth.cipher-list-comes-later.claim.depends': 'the certificate alone decides: another list changes nothing',
  'myth.cipher-list-comes-later.better':
    'The list is in ClientHello, the first message. The server must have it before it can answer: it chooses the suite from the list, and the certificate to fit the suite.',

  'myth.https-is-transport.said': 'HTTPS encrypts at the transport layer.',
  'myth.https-is-transport.truth':
    'Its name says so (Transport Layer Security), and a program uses it like a TCP connection: write at one end, read at the other.',
  'myth.https-is-transport.step.memory':
    'Client and server talk in memory: no TCP, no network. What the server reads is HTTP, byte for byte as the client wrote it:',
  'myth.https-is-transport.step.changed':
    'Client and server talk in memory. What the server reads is changed:',
  'myth.https-is-transport.step.cut':
    'Every record arrives in pieces of {piece} bytes, as TCP may deliver it. All is well: TLS reads a stream of bytes.',
  'myth.https-is-transport.step.cutBroken':
    'Every record arrives in pieces of {piece} bytes: the connection fails.',
  'myth.https-is-transport.step.mixed':
    'Two records arrive in the wrong order. TCP would sort them; TLS ends the connection with {alert}.',
  'myth.https-is-transport.step.lost':
    'One record is lost. TCP would send it again; TLS ends the connection with {alert} when the next one arrives.',
  'myth.https-is-transport.step.repaired':
    'Records arrive in the wrong order or not at all, and TLS repairs it.',
  'myth.https-is-transport.claim.tcp': 'TLS is part of TCP: nothing is encrypted without TCP',
  'myth.https-is-transport.claim.order': 'TLS restores order and lost data, as a transport layer does',
  'myth.https-is-transport.claim.http': 'HTTP becomes a different protocol when it is encrypted',
  'myth.https-is-transport.better':
    'TLS is between TCP and HTTP. TCP delivers every byte in order; HTTP stays as it is. The layers of the OSI model do not fit TLS. What lies below it stays in the clear: addresses, ports, lengths, times.',
} as const;
