/** Words of scenes 6 to 10: integrity and public keys. */
export const storyKeys = {
  'story.value.digest': 'hash',
  'story.value.keystream': 'keystream',
  'story.value.tag': 'tag',

  'story.title.check': 'Only a keyed check stops a person',
  'story.step.check.checksum':
    'sends Bob her order in the clear, and behind it a checksum (CRC-32): {checksum}',
  'story.step.check.noise':
    'would notice noise: of {bits} bits, each turned by itself, those that escape him: {unnoticed}.',
  'story.step.check.checksumAgain':
    'writes 900 and computes the checksum anew, {checksum}; for Bob everything fits.',
  'story.step.check.hash': 'takes a stronger check, SHA-256: no other order with this hash can be found.',
  'story.step.check.hashAgain':
    'does not look for one: he replaces the hash as well, and nothing about it is secret.',
  'story.step.check.encrypt':
    'now encrypts order and hash together, with AES-128-CTR under a key only she and Bob have.',
  'story.step.check.rewrite':
    'knows the order, so he XORs it and its hash out of the ciphertext, and his own order and its hash in.',
  'story.step.check.decrypt':
    'decrypts, finds that the hash fits, and reads an order that Alice never wrote.',
  'story.step.check.mac':
    'puts a tag behind the order: HMAC-SHA-256, which takes a key only she and Bob have.',
  'story.step.check.try':
    'tries {tries} tags for his 900: the old one, a plain hash, one under no key, one under a key of his own.',
  'story.step.check.refuse': 'computes the tag himself and refuses: {refused}',
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
    'Noise is stopped by any check, a person only by one that takes a key he does not have: a MAC.',
  'story.still.check': 'send a true order again, tag and all; and how did Alice and Bob come by their key?',
  'story.attack.forgeChecksum': 'turn 100 into 900 beside a checksum',
  'story.attack.forgeHash': 'turn 100 into 900 beside a hash',
  'story.attack.forgeEncryptedHash': 'turn 100 into 900 beside an encrypted hash',
  'story.attack.forgeMac': 'turn 100 into 900 beside an HMAC',
  'story.because.sumAgain': 'anyone can compute it anew',
  'story.because.hashAgain': 'anyone can hash anew',
  'story.because.rewritten': 'CTR lets him rewrite both',
  'story.because.keyedTag': 'the tag takes a key he has not',
} as const;
