/** Words of scenes 6 to 10: integrity and public keys. */
export const storyKeys = {
  'story.value.digest': 'hash',
  'story.value.keystream': 'keystream',
  'story.value.tag': 'tag',

  'story.title.check': 'Only a keyed check stops a person',
  'story.step.check.checksum':
    'sends Bob her order in the clear, with a checksum (CRC-32) appended: {checksum}',
  'story.step.check.noise':
    'would notice noise: {bits} bits flipped one at a time; flips that escape him: {unnoticed}.',
  'story.step.check.checksumAgain':
    'writes 900 and computes the checksum anew, {checksum}; for Bob everything fits.',
  'story.step.check.hash': 'takes a stronger check, SHA-256: nobody can find another order with this hash.',
  'story.step.check.hashAgain':
    'does not look for one: he replaces the hash as well, and nothing about it is secret.',
  'story.step.check.encrypt':
    'now encrypts order and hash together, with AES-128-CTR under a key only she and Bob have.',
  'story.step.check.rewrite':
    'knows the order, so he XORs it and its hash out of the ciphertext, and his own order and its hash in.',
  'story.step.check.decrypt':
    'decrypts, finds that the hash fits, and reads an order that Alice never wrote.',
  'story.step.check.mac':
    'appends a tag to the order: HMAC-SHA-256, which takes a key only she and Bob have.',
  'story.step.check.try':
    'tries {tries} tags for his 900: the old one, a plain hash, one under no key, one under a key of his own.',
  'story.step.check.refuse': 'computes the tag himself; tags refused: {refused}',
  'story.figure.score': 'what each check notices:',
  'story.score.noise': 'any one bit of noise',
  'story.score.hacker': 'the hacker',
  'story.score.noticed': 'noticed',
  'story.score.unnoticed': 'not noticed',
  'story.protection.checksum': 'checksum (CRC-32)',
  'story.protection.hash': 'hash (SHA-256)',
  'story.protection.encryptedHash': 'encrypted hash (CTR)',
  'story.protection.mac': 'HMAC-SHA-256',
  'story.learned.check':
    'Any check stops noise; a person is stopped only by one that takes a key he does not have: a MAC.',
  'story.still.check': 'send a true order again, tag and all; and how did Alice and Bob come by their key?',
  'story.attack.forgeChecksum': 'turn 100 into 900 despite a checksum',
  'story.attack.forgeHash': 'turn 100 into 900 despite a hash',
  'story.attack.forgeEncryptedHash': 'turn 100 into 900 despite an encrypted hash',
  'story.attack.forgeMac': 'turn 100 into 900 despite an HMAC',
  'story.because.sumAgain': 'anyone can compute it anew',
  'story.because.hashAgain': 'anyone can hash anew',
  'story.because.rewritten': 'CTR lets him rewrite both',
  'story.because.keyedTag': 'the tag takes a key he does not have',

  'story.value.modulus': 'n',
  'story.value.yes': 'his "yes"',
  'story.value.no': 'his "no"',
  'story.value.wrapped': 'AES key under RSA',
  'story.value.signature': 'signature',
  'story.value.fingerprint': 'fingerprint',

  'story.title.public': 'A public key solves distribution, if factoring is hard',
  'story.step.public.toy':
    'multiplies two primes, {p} · {q} = {n}. He tells everybody n = {n} and e = {e}, and keeps the primes to himself.',
  'story.step.public.encrypt': 'encrypts {m} with what everybody knows: {m}^{e} mod {n} = {c}.',
  'story.step.public.decrypt':
    'computes d = {d} from his primes, and decrypts: {c}^{d} mod {n} = {m}. No key was ever handed over in secret.',
  'story.step.public.small': 'takes larger primes; n has {bits} bits now: {n}',
  'story.step.public.send': 'encrypts {m} with that key, and sends {c}.',
  'story.step.public.factor': 'takes n apart after {steps} steps: {p} · {q}. So he has d as well.',
  'story.step.public.read': "reads Alice's number: {m}",
  'story.step.public.long': 'makes a real key, with an n of 2048 bits.',
  'story.step.public.try':
    'gives up after {steps} steps. By this method he would need more than there are atoms in the universe; by the best one known, still about 2^110.',
  'story.step.public.answer': 'has to answer Bob, and encrypts a bare 2 (yes) or 3 (no).',
  'story.step.public.guess':
    'does not need the primes: he encrypts 2 and 3 himself, and compares. It was {m}.',
  'story.step.public.pad': 'gives the same answer as a word, and pads it with random bytes first (OAEP).',
  'story.step.public.again':
    'encrypts both words himself; neither looks like hers, since the padding is another each time.',
  'story.step.public.open': 'decrypts, and takes the padding off.',
  'story.figure.work':
    'steps to factor n, by its length (Pollard rho, median of five): 8 bits more, about 4 times the work',
  'story.work.bits': 'bits of n',
  'story.work.steps': 'steps',
  'story.learned.public':
    'Whoever has the public key can lock; only the private key opens. All of it depends on a long n, and on padding.',
  'story.still.public': 'wait for better ways to factor; and RSA is slow, and takes only short messages.',
  'story.attack.factorSmall': 'factor n of 48 bits, and read',
  'story.attack.factorLong': 'factor n of 2048 bits',
  'story.attack.guessPlain': 'guess a message without padding',
  'story.attack.guessPadded': 'guess a message under OAEP',
  'story.because.smallModulus': 'n is short',
  'story.because.longModulus': 'n is long',
  'story.because.sameNumber': 'equal numbers encrypt alike',
  'story.because.randomPadding': 'the padding is random',

  'story.title.envelope': 'Slow RSA carries the fast key',
  'story.step.envelope.limit': 'has {bytes} bytes for Bob; one RSA operation takes at most {room} of them.',
  'story.step.envelope.seal':
    'draws an AES key for this letter only, and seals the letter with it (AES-128-GCM).',
  'story.step.envelope.wrap':
    "encrypts the AES key, 16 bytes, with Bob's public key, and sends both: a digital envelope.",
  'story.step.envelope.open': 'gets the AES key with his private key, and the letter with the AES key.',
  'story.step.envelope.listen':
    'has every byte that passed by; his own private key does not open it, nor do {guesses} random AES keys.',
  'story.step.envelope.alter':
    'flips a bit of the sealed letter; the tag no longer matches, and Bob gets nothing.',
  'story.step.envelope.write':
    "seals a letter of his own: Bob's key is public, and Bob opens it like any other.",
  'story.figure.costs': 'digital envelope: what a letter costs',
  'story.cost.way': 'way',
  'story.cost.rsa': 'RSA operations',
  'story.cost.aes': 'AES blocks',
  'story.cost.bytes': 'bytes sent',
  'story.way.rsa': 'RSA alone',
  'story.way.envelope': 'RSA for the key, AES for the letter',
  'story.way.aes': 'AES alone, with a key agreed before',
  'story.learned.envelope':
    'RSA carries a fresh AES key, and AES carries the message: one slow step, however long it is (hybrid encryption).',
  'story.still.envelope': "write to Bob in Alice's name; and is it Bob's key at all?",
  'story.attack.openEnvelope': 'open the envelope with his own key',
  'story.attack.guessKey': 'guess the AES key',
  'story.attack.alterEnvelope': 'alter the envelope',
  'story.attack.ownEnvelope': 'write to Bob as Alice',
  'story.because.privateKey': "only Bob's private key fits",
  'story.because.manyKeys': '2^128 keys take forever to try',
  'story.because.keyIsPublic': 'everybody has the public key',

  'story.title.swap': 'Encrypted, but to whom?',
  'story.step.swap.publish': 'sends Alice his public key over the open network.',
  'story.step.swap.swap': 'keeps it, and sends her a key of his own. A key is just a number.',
  'story.step.swap.seal': 'encrypts her letter carefully, with the key that came.',
  'story.step.swap.read': 'opens it with his private key, and reads.',
  'story.step.swap.write': "changes 100 to 900, and encrypts it anew, with Bob's true key.",
  'story.step.swap.open': 'opens it with his private key: everything fits. Both are happy.',
  'story.step.swap.phone':
    'rings Bob up, and they compare fingerprints, a hash of the key: his is {sent}, hers is {arrived}. Found out!',
  'story.step.swap.same':
    'rings Bob up, and they compare fingerprints, a hash of the key: his is {sent}, hers is {arrived}.',
  'story.figure.relay': 'two padlocks, one spy (man in the middle):',
  'story.relay.leg': 'locked for: {key}',
  'story.relay.reads': 'reads',
  'story.learned.swap':
    'Encryption protects the way to the holder of a key. Who that is, the key does not say.',
  'story.still.swap': 'stand between any two who never compared keys; somebody has to vouch for them.',
  'story.attack.swapRead': 'read with a swapped key',
  'story.attack.swapAlter': 'alter with a swapped key',
  'story.attack.swapForward': 'pass on what he cannot open',
  'story.attack.swapCompared': 'swap the key, fingerprints compared',
  'story.because.anyKey': 'a key bears no name',
  'story.because.otherKey': 'it is locked for another key',
  'story.because.compared': 'the fingerprints differ',

  'story.title.judge': 'A signature convinces a third party, a MAC cannot',
  'story.step.judge.sign':
    'signs an order with her private key (RSA-PSS): anybody can verify it, only she can make it.',
  'story.step.judge.good': 'verifies with her public key: the signature is good.',
  'story.step.judge.bad': 'verifies with her public key: the signature is bad.',
  'story.step.judge.moved':
    'puts her signature under an order for 900, signs with a key of his own, tries random bytes: each is refused.',
  'story.step.judge.multiply':
    'has better luck with textbook RSA: he multiplies her signatures of 9 and of 100, and has hers of {n}.',
  'story.step.judge.deny': 'has second thoughts, and says: I never signed that.',
  'story.step.judge.proved': 'shows it to the judge, who verifies: nobody else could have made it.',
  'story.step.judge.open': 'shows it to the judge, who cannot tell: others could have made it as well.',
  'story.step.judge.tag': 'sends the next order with a MAC instead, under the key that she shares with Bob.',
  'story.step.judge.bobTag':
    'could indeed: with the same key he makes a tag for an order that she never wrote.',
  'story.figure.judge': "the judge's table: who can make it, and does it prove that Alice did?",
  'story.judge.evidence': 'evidence',
  'story.judge.proof': 'proof?',
  'story.judge.can': 'can',
  'story.judge.cannot': 'cannot',
  'story.judge.yes': 'yes',
  'story.judge.no': 'no',
  'story.evidence.tag': 'MAC (HMAC-SHA-256)',
  'story.evidence.signature': 'signature (RSA-PSS)',
  'story.learned.judge':
    'A MAC convinces only the two who share its key; a signature convinces everybody who has the public key (non-repudiation).',
  'story.still.judge': "hand the judge another key and say it is Alice's: who vouches for keys?",
  'story.attack.forgeSignature': 'forge a signature (PSS)',
  'story.attack.forgeTextbook': 'forge a textbook RSA signature',
  'story.attack.denySignature': '(as Alice) deny a signed order',
  'story.attack.denyTag': '(as Alice) deny an order with a MAC',
  'story.because.noPrivateKey': 'he does not have her private key',
  'story.because.noHash': 'bare numbers multiply',
  'story.because.onlySigner': 'only she can make it',
  'story.because.sharedKey': 'Bob could have made it',
} as const;
