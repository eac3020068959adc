/** Words of scenes 11 and 12: certificates, and the complete message. */
export const storyTrust = {
  'story.actor.ca': 'CA',
  'story.value.token': 'token',
  'story.value.gcmTag': 'tag',
  'story.value.random': 'number',

  'story.title.trust': 'A certificate binds a name to a key, as far as you trust the roots',
  'story.step.trust.root':
    "makes a key, and a certificate for it, signed with that very key: a root. It came with Alice's browser; that is all she trusts (trust anchor).",
  'story.step.trust.intermediate':
    'certifies a second key of its own (intermediate) for the daily work, and locks that of the root in a safe.',
  'story.step.trust.ask':
    'asks for a certificate that says: bob.example has this public key. His private key signs the request, and stays with him.',
  'story.step.trust.challenge':
    'wants to know who asks: he is to put a random token on the server of bob.example.',
  'story.step.trust.issue':
    'looks under that name, finds the token, and signs name, key and dates: a certificate.',
  'story.step.trust.refuse': 'looks under that name, finds no such token, and signs nothing.',
  'story.step.trust.verify':
    'verifies {certificates} certificates (certificate chain), from bob.example up to her root: all fits, and she writes to Bob.',
  'story.step.trust.warned': 'is warned by her browser: the certificates do not fit.',
  'story.step.trust.hackerAsks':
    'asks for bob.example, too, with his own key, and puts the token on his own server.',
  'story.step.trust.swap': "stands between Alice and Bob, and puts his own key into Bob's certificate.",
  'story.step.trust.own': 'founds a CA himself, which certifies that bob.example has his key.',
  'story.step.trust.other':
    'gets a genuine certificate, for hacker.example: that server is his, and the token is there.',
  'story.step.trust.install': 'offers Alice free Wi-Fi; she only has to install his root first.',
  'story.step.trust.click':
    'does without: her browser warns, but she is in a hurry, and clicks the warning away.',
  'story.step.trust.path':
    "sits down between the CA and Bob's server instead, and answers in its place: the CA finds the token, and signs.",
  'story.step.trust.steal':
    'steals the key of the intermediate CA, and signs whatever he likes. Alice writes to him:',
  'story.step.trust.revoke':
    'fetches the root out of its safe, and revokes the intermediate on a signed list (certificate revocation list, CRL).',
  'story.step.trust.list':
    "is safe if her browser reads the newest list. Bob's certificate stays good, though it is by the same CA.",
  'story.step.trust.listBoth':
    "is safe if her browser reads the newest list. Bob's certificate, by the same CA, falls with the stolen one: he needs another.",
  'story.figure.tries': 'five tries of the man in the middle to be taken for bob.example:',
  'story.tries.attempt': 'what he shows',
  'story.tries.signatures': 'signatures',
  'story.tries.root': 'root',
  'story.tries.name': 'name',
  'story.tries.browser': 'browser',
  'story.tries.hacker': 'hacker',
  'story.tries.fit': 'fit',
  'story.tries.unfit': 'broken',
  'story.tries.known': 'known',
  'story.tries.unknown': 'unknown',
  'story.tries.right': 'right',
  'story.tries.wrong': 'wrong',
  'story.tries.accepts': 'accepts',
  'story.tries.warns': 'warns',
  'story.tries.reads': 'reads',
  'story.tries.nothing': 'reads nothing',
  'story.try.swapped': "his key, Bob's certificate",
  'story.try.ownCa': 'one by his own CA',
  'story.try.otherName': 'genuine, but another name',
  'story.try.installed': 'own CA, root installed',
  'story.try.clicked': 'own CA, warning ignored',
  'story.learned.trust':
    'A certificate binds a name to a key, as far as you trust the roots: any CA below any of them can speak for any name.',
  'story.still.trust':
    'deceive or rob any one of the CAs, and keep the newest list from Alice; and a name alone hides no letter.',
  'story.attack.trustSwap': "put his key into Bob's certificate",
  'story.attack.trustOwnCa': 'pass as Bob by a CA of his own',
  'story.attack.trustOtherName': 'pass as Bob by a genuine certificate',
  'story.attack.trustInstall': 'have Alice install his root',
  'story.attack.trustClick': 'have Alice click the warning away',
  'story.attack.trustAsk': "have the CA certify Bob's name to him",
  'story.attack.trustPath': "have it certified by answering in Bob's place",
  'story.attack.trustStolen': 'sign with the stolen key of a CA',
  'story.attack.trustOldList': 'use that key, an older list being read',
  'story.attack.trustNewList': 'use that key, the newest list being read',
  'story.because.chainSignature': 'the signature of the CA does not fit',
  'story.because.chainRoot': 'no root vouches for it',
  'story.because.chainName': 'it says another name',
  'story.because.chainRevoked': 'the CA has been revoked',
  'story.because.chainRefused': 'it does not verify',
  'story.because.rootInstalled': 'she trusts whatever that root signs',
  'story.because.clickedOn': 'she overrules the check',
  'story.because.noProof': 'he cannot answer under that name',
  'story.because.pathHeld': 'the CA reaches nobody but him',
  'story.because.genuineSignature': 'the signature is genuine',
  'story.because.listOlder': 'the list is older than the theft',

  'story.title.whole': 'Secrecy, identity and integrity together: the complete message',
  'story.step.whole.receiver':
    "verifies Bob's certificate up to the root: now she has his key, and no one else's.",
  'story.step.whole.stranger': "finds that Bob's certificate does not verify.",
  'story.step.whole.hash': 'hashes her letter (SHA-256).',
  'story.step.whole.sign':
    'signs that hash, and the time, with her private key, and puts her certificate with it.',
  'story.step.whole.seal':
    'encrypts letter, signature and certificate under a session key, drawn for this letter only (AES-128-GCM, whose tag is a MAC).',
  'story.step.whole.wrap':
    "encrypts the session key with Bob's public key (RSA-OAEP), and sends both: a message in the standard form (CMS).",
  'story.step.whole.open':
    "goes the way back: private key, session key, tag; then Alice's certificate up to the root, her signature, the hash. All fits.",
  'story.step.whole.refuse': 'does not take it for a letter by Alice.',
  'story.step.whole.listen': 'has all {bytes} bytes of it, but not the private key that they are for.',
  'story.step.whole.alter':
    'flips a bit of the ciphertext in {tries} places, one at a time; messages refused: {refused}',
  'story.step.whole.imitate':
    'writes to Bob as Alice, and makes up a certificate with her name and its number, but with his key.',
  'story.step.whole.ownName': 'signs honestly with his genuine certificate. Bob sees who it is: not Alice.',
  'story.step.whole.passOn':
    'was sent a letter by Alice once. He takes it out of its envelope, and puts it into one for Bob, signature and all:',
  'story.step.whole.replay': 'sends the first message again, as it is. All fits again, and Bob pays again.',
  'story.step.whole.number':
    'sends Alice a random number from now on, which she signs along with her letter. Hers fits.',
  'story.step.whole.again': 'sends that one again as well, but Bob has asked with another number by now.',
  'story.figure.stages':
    'the whole diagram: Alice goes down, Bob goes up, and finds in each row what she had there',
  'story.stages.sent': 'Alice ↓',
  'story.stages.bytes': 'bytes',
  'story.stages.received': 'Bob ↑',
  'story.stages.network': 'the open network',
  'story.form.letter': 'letter',
  'story.form.hash': 'hash',
  'story.form.signature': 'signature',
  'story.form.signed': 'signed letter',
  'story.form.ciphertext': 'ciphertext and tag',
  'story.form.message': 'message',
  'story.down.hash': 'SHA-256',
  'story.down.sign': "sign: Alice's private key",
  'story.down.certificate': 'add letter and certificate',
  'story.down.aes': 'AES-GCM: session key',
  'story.down.rsa': "key: Bob's public key",
  'story.up.hash': 'SHA-256 again: the same?',
  'story.up.sign': "verify: Alice's public key",
  'story.up.certificate': 'certificate up to the root',
  'story.up.aes': 'AES-GCM: key and tag fit',
  'story.up.rsa': "key: Bob's private key",
  'story.learned.whole':
    'Session key, hash, signature and certificate together give secrecy, integrity and identity. Freshness takes a random number.',
  'story.still.whole':
    'send old messages where nobody asks with a number; so before a conversation both sides have to confirm theirs.',
  'story.attack.wholeRead': 'read the message',
  'story.attack.wholeAlter': 'alter the message',
  'story.attack.wholeImitate': 'sign as Alice, imitating her certificate',
  'story.attack.wholeOwnName': 'sign as Alice, with his own certificate',
  'story.attack.wholePassOn': 'pass on to Bob what Alice signed for him',
  'story.attack.wholeReplay': 'send the message a second time',
  'story.attack.wholeReplayAsked': 'send it again, Bob asking with a number',
  'story.because.noReceiver': 'it does not say for whom it is',
  'story.because.nothingFresh': 'nothing in it is fresh',
  'story.because.oldNumber': 'the number in it is an old one',
} as const;
