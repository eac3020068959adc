/** Words of `crypto tls demo --fault`: what is wrong in each, who notices, and what is to be learnt. */
export const tlsStaged = {
  'tls.staged.opt': 'with one thing wrong: who notices, and how; list for all names',
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
  'tls.staged.noticed': 'Noticed by the {side}, on {message}; it answers with the alert {alert}, and ends.',
  'tls.staged.noticedEnd':
    'Noticed by the {side}, when the connection ended: no close_notify came, so what it has may not be all.',
  'tls.staged.unnoticed': 'Nobody noticed.',
  'tls.staged.sound':
    'The same two with nothing wrong, run beside it: both connect, read everything, and say goodbye.',
  'tls.staged.soundFails': 'The same two with nothing wrong, run beside it: they failed, too.',
  'tls.staged.unexpected':
    'the fault was not noticed as it must be, which should not happen; please report it',
  'tls.staged.error.name': '--fault: expected one of {names}, or list; got {got}',
  'tls.staged.error.alone': '--fault: expected without {name}, since it has a view of its own',
  'tls.staged.column.name': 'name',
  'tls.staged.column.by': 'noticed by',
  'tls.staged.column.alert': 'alert',
  'tls.staged.column.wrong': 'what is wrong',

  'tls.staged.tampered-hello':
    'a man in the middle takes everything but RC4 out of what the client offers (downgrade)',
  'tls.lesson.tampered-hello':
    "ClientHello is in the clear, and anybody can change it: the server, which would still take RC4, sees nothing wrong. But each Finished carries a hash of all messages as its sender saw them, and the hello that the client sent is not the one that came. It only helps if the keys hold that long: in 2015 the attack Logjam broke keys that were weak enough, and forged Finished in time. So do not offer what you would not use. With --ems the keys themselves depend on all messages, and the client's Finished cannot even be opened.",
  'tls.staged.swapped-public-key':
    "a man in the middle puts his own public key into the server's certificate",
  'tls.lesson.swapped-public-key':
    'Had the client encrypted its premaster secret with that key, the man in the middle could read it all. But the CA has signed name and key together: with another key its signature does not fit. Scene 9 of the demo is this attack where there are no certificates; there it succeeds.',
  'tls.staged.untrusted-ca': "the server's certificate is by a CA that the client does not have",
  'tls.lesson.untrusted-ca':
    'Every signature fits, up to a root that vouches for itself, as anybody can make one. Whom a client trusts has to come by another way: with the browser, or with the operating system.',
  'tls.staged.wrong-host': 'the certificate is good, but for mallory.example',
  'tls.lesson.wrong-host':
    'A CA that is trusted has issued it, and its owner has the private key. Only the name is not that of the host that was meant. A client that does not compare names talks to whoever has any certificate at all.',
  'tls.staged.expired': 'the certificate has been out of date for 30 days',
  'tls.lesson.expired':
    'Nothing about the key has changed; but nobody vouches for it any more, and a revoked one may be off the list by now. This is the fault that honest people make.',
  'tls.staged.tampered-premaster': 'one bit of the encrypted premaster secret is flipped on the way',
  'tls.lesson.tampered-premaster':
    "The server sees that the padding is wrong, and says nothing: it goes on with a random premaster secret of its own, and the client's Finished, under other keys, does not open. Whoever could tell a good padding from a bad one by the alert, or by when it comes, could decrypt recorded connections by asking often enough (Bleichenbacher 1998).",
  'tls.staged.bad-finished':
    'the server has counted wrong, and seals a wrong hash into its Finished, under the right keys',
  'tls.lesson.bad-finished':
    'The record opens, and its MAC holds; what it says is not the hash of what the client saw. No man in the middle could make it, for he has not the keys: it takes a faulty server, or somebody who changed a message before the keys were there. Only after Finished do both sides know that they saw the same handshake.',
  'tls.staged.flipped-record-bit': 'one bit of a record is flipped on the way',
  'tls.lesson.flipped-record-bit':
    'Which bit it was does not matter: type, length, content and MAC, or tag, hang together. The alert does not say what was wrong either: padding oracles lived on servers that did (Vaudenay 2002, POODLE 2014). And the connection is over, so that nobody can try a second time under the same keys.',
  'tls.staged.replayed-record': 'a man in the middle sends the order for payment twice',
  'tls.lesson.replayed-record':
    'It is a good record, bit for bit. But both sides count: the number of each record goes into its MAC, or its tag, and the copy comes as number 2 while it says number 1. So a record cannot be repeated, left out, or moved. In scene 12 the same letter, sent twice, was paid twice.',
  'tls.staged.truncated': "a man in the middle ends the connection before the last of the server's records",
  'tls.lesson.truncated':
    'The end of a TCP connection is not protected: anybody can forge it. All that has come is genuine, but is it all? Whoever ends honestly says so under the keys, with close_notify. Here the client had read that its payment was made, but not the balance. Programs that do not look for close_notify take the half for the whole.',
} as const;
