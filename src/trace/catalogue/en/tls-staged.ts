/** Words of `crypto tls demo --fault`: what is wrong in each, who notices, and what is to be learnt. */
export const tlsStaged = {
  'tls.staged.opt': 'with one thing wrong: who notices it, and how; list for all names',
  'tls.staged.title': '{name}: {wrong}',
  'tls.staged.clause': '({clause})',
  'tls.staged.side.client': 'client',
  'tls.staged.side.server': 'server',
  'tls.staged.alert': 'Alert: {alert}',
  'tls.staged.bytes': '{count} bytes',
  'tls.staged.changed': 'changed on the way',
  'tls.staged.wrong': 'a wrong hash in it',
  'tls.staged.copied': 'copied on the way',
  'tls.staged.again': 'the copy',
  'tls.staged.cut': 'never arrives',
  'tls.staged.reasonEnd': 'connection: expected close_notify before it ends, got none',
  'tls.staged.noticed':
    'Noticed by the {side}, on {message}; it answers with the alert {alert}, and ends the connection.',
  'tls.staged.noticedEnd':
    'Noticed by the {side}, when the connection ended: no close_notify came, so data may be missing.',
  'tls.staged.unnoticed': 'Nobody noticed.',
  'tls.staged.sound':
    'The same two sides, run once more with nothing wrong: both connect, read everything, and say goodbye.',
  'tls.staged.soundFails': 'The same two sides, run once more with nothing wrong: they failed, too.',
  'tls.staged.unexpected': 'the fault was not noticed as expected, which should not happen; please report it',
  'tls.staged.error.name': '--fault: expected one of {names}, or list; got {got}',
  'tls.staged.error.alone': '--fault: expected without {name}, since it has a view of its own',
  'tls.staged.column.name': 'name',
  'tls.staged.column.by': 'noticed by',
  'tls.staged.column.alert': 'alert',
  'tls.staged.column.wrong': 'what is wrong',

  'tls.staged.tampered-hello': 'a man in the middle removes all suites but RC4 from ClientHello (downgrade)',
  'tls.lesson.tampered-hello':
    "ClientHello is in the clear, and anybody can change it. The server would still take RC4, and sees nothing wrong. But verify_data in each Finished depends on a hash of all handshake messages as its sender saw them, and the server did not get the ClientHello that the client sent. This protects only while nobody can break the keys before Finished: the Logjam attack (2015) downgraded to a 512-bit Diffie-Hellman group, found the secret in time, and forged Finished. So do not offer what you would not use. With --ems the keys, too, depend on all messages: they differ, and the server cannot even open the client's Finished.",
  'tls.staged.swapped-public-key':
    "a man in the middle puts his own public key into the server's certificate",
  'tls.lesson.swapped-public-key':
    'If the client encrypted its premaster secret with that key, the man in the middle could read everything. But the CA has signed name and key together, and with another key the signature does not fit. Scene 9 of the demo is the same attack without certificates; there it succeeds.',
  'tls.staged.untrusted-ca':
    "the server's certificate was issued under a root that the client does not trust",
  'tls.lesson.untrusted-ca':
    'Every signature fits, up to a root that vouches for itself; anybody can make such a root. Which roots a client trusts must be settled another way: they come with the browser, or with the operating system.',
  'tls.staged.wrong-host': 'the certificate is good, but its name is mallory.example',
  'tls.lesson.wrong-host':
    'A trusted CA has issued it, and its owner has the private key. Only the name is not that of the host that the client wants. A client that does not compare names talks to anybody who has some certificate.',
  'tls.staged.expired': 'the certificate expired 30 days ago',
  'tls.lesson.expired':
    'Nothing about the key has changed. But nobody vouches for it any more, and if it was revoked, the revocation list may not name it any longer. This is usually an oversight, not an attack.',
  'tls.staged.tampered-premaster': 'one bit of the encrypted premaster secret is flipped on the way',
  'tls.lesson.tampered-premaster':
    "The server sees that the padding is wrong, and does not say so. It goes on with a random premaster secret of its own, derives other keys, and cannot open the client's Finished. If the alert, or the time until it comes, told good padding from bad, an attacker could decrypt a recorded premaster secret by asking often enough (Bleichenbacher 1998).",
  'tls.staged.bad-finished':
    'the server has computed a wrong hash; its Finished is protected by the right keys',
  'tls.lesson.bad-finished':
    'The record opens, and its MAC or tag fits; but verify_data does not match the messages that the client saw. A man in the middle cannot make such a record, since he does not have the keys. Either the server is faulty, or somebody changed a message before there were keys. Only after both Finished do both sides know that they saw the same handshake.',
  'tls.staged.flipped-record-bit': 'one bit of a record is flipped on the way',
  'tls.lesson.flipped-record-bit':
    'It does not matter which bit it was: type, length, content and MAC, or tag, belong together. The alert does not say what was wrong either. Padding oracle attacks need a receiver that tells bad padding from a bad MAC, by its alert (Vaudenay 2002) or by its timing (Lucky Thirteen 2013). And the connection is over, so nobody can try again under the same keys.',
  'tls.staged.replayed-record': 'a man in the middle sends the record with the payment twice',
  'tls.lesson.replayed-record':
    'It is a genuine record, bit for bit. But both sides count: the sequence number of each record goes into its MAC or tag. The record was made with number 1, and its copy is checked with number 2. So a record cannot be repeated, removed or moved. In scene 12 a letter that was sent twice was paid twice.',
  'tls.staged.truncated': "a man in the middle ends the connection before the server's last record of data",
  'tls.lesson.truncated':
    'The end of a TCP connection is not protected: anybody on the way can forge it. All that has come is genuine, but it may not be all. A side that ends properly says so under the keys, with close_notify. Here the client has read that its payment was made, but not the balance. A program that ignores close_notify takes half for the whole.',
} as const;
