/** Common sentences that are not quite so, and better ones. */
export const myth = {
  'myth.about':
    'Common sentences that are not quite so: what is true in each, and a run that contradicts it.',
  'myth.arg': 'which one; without, all are listed',
  'myth.column.name': 'name',
  'myth.column.said': 'as commonly said',
  'myth.label.said': 'Said',
  'myth.label.truth': 'True',
  'myth.label.run': 'Run',
  'myth.label.claims': 'So it would follow that',
  'myth.label.better': 'Better',
  'myth.holds': 'yes',
  'myth.fails': 'no',
  'myth.unexpected': 'the run did not contradict the sentence, which should not happen; please report it',
  'myth.error.name': 'name: expected one of {names}, got {got}',

  'myth.value.plaintext': 'plaintext',
  'myth.value.ciphertext': 'ciphertext',
  'myth.value.sum': 'XORed in',
  'myth.value.key': 'key',
  'myth.value.hash': 'hash',
  'myth.value.first': 'bytes 16 to 31',
  'myth.value.second': 'of the second',
  'myth.value.checksum': 'checksum',
  'myth.value.premaster': 'premaster secret',
  'myth.value.master': 'master secret',
  'myth.value.signature': 'signature',
  'myth.value.block': 's^e mod n',
  'myth.value.secondBlock': 'of the second',
  'myth.value.wrapped': 'session key under RSA',

  'myth.symmetric-is-xor.said': 'Symmetric ciphers are just XOR.',
  'myth.symmetric-is-xor.truth':
    'Stream ciphers and CTR do end in an XOR with a keystream. But what makes the keystream must not be XOR alone.',
  'myth.symmetric-is-xor.step.without':
    'AES without its S-box: of {trials} random triples, E(a) xor E(b) xor E(c) = E(a xor b xor c) holds for {times}. It is nothing but XOR.',
  'myth.symmetric-is-xor.step.solve':
    'One known block gives 128 equations in the 128 key bits. Solved, they give a key.',
  'myth.symmetric-is-xor.step.opened': 'With that key the next message is read.',
  'myth.symmetric-is-xor.step.closed': 'The key from the equations does not read the next message.',
  'myth.symmetric-is-xor.step.real':
    'The real AES, with its S-box: of {trials} triples the equation holds for {times}.',
  'myth.symmetric-is-xor.claim.affine': 'AES is a system of XOR equations',
  'myth.symmetric-is-xor.claim.solved': 'the key of AES can be solved from one known block',
  'myth.symmetric-is-xor.better':
    'A cipher mixes linear steps (XOR, shifting, mixing) with substitution; without substitution everything stays linear and is solved.',

  'myth.altered-ciphertext-garbage.said': 'If the ciphertext is altered on its way, garbage comes out.',
  'myth.altered-ciphertext-garbage.truth':
    'In ECB and CBC the block that was hit does turn to garbage; but not in CTR or OFB, and nobody raises an alarm.',
  'myth.altered-ciphertext-garbage.step.send': 'Alice sends an order under AES-CTR.',
  'myth.altered-ciphertext-garbage.step.alter':
    'The attacker knows what such orders look like, and flips {bits} bits of the ciphertext.',
  'myth.altered-ciphertext-garbage.step.receive':
    'The receiver decrypts; in the plaintext {turned} bits have flipped.',
  'myth.altered-ciphertext-garbage.step.cbc': 'In CBC the same change garbles blocks: {garbled}.',
  'myth.altered-ciphertext-garbage.step.gcm': 'In GCM the tag does not match, and nothing is given out.',
  'myth.altered-ciphertext-garbage.step.gcmFooled': 'In GCM the change went unnoticed.',
  'myth.altered-ciphertext-garbage.claim.garbage': 'something other than what the attacker wanted came out',
  'myth.altered-ciphertext-garbage.claim.noticed': 'the receiver noticed',
  'myth.altered-ciphertext-garbage.better':
    'Encryption hides; it does not protect against alteration. That takes a MAC, or a mode with a tag such as GCM.',

  'myth.hashing-is-encryption.said': 'Hashing is encryption; MD5 encrypts the password.',
  'myth.hashing-is-encryption.truth':
    'Both turn text into something unreadable. A hash of something guessable can be undone, but only by guessing.',
  'myth.hashing-is-encryption.step.long': '{bytes} bytes become a SHA-256 hash of 32.',
  'myth.hashing-is-encryption.step.collision':
    'Two different messages of 128 bytes have the same MD5 hash: which of them should "decrypting" give back?',
  'myth.hashing-is-encryption.step.different': 'The two messages have different MD5 hashes.',
  'myth.hashing-is-encryption.step.guess':
    'A hashed PIN is found after {guesses} guesses: {pin}. Each guess was hashed and compared; nothing was decrypted.',
  'myth.hashing-is-encryption.step.key': 'And there is no key: everybody gets this hash of "Alice and Bob".',
  'myth.hashing-is-encryption.claim.back': 'a hash leads back to one message',
  'myth.hashing-is-encryption.claim.room': 'a hash has room for the message',
  'myth.hashing-is-encryption.claim.secret': 'a hash keeps a PIN secret',
  'myth.hashing-is-encryption.better':
    'Encryption has a key and a way back; a hash has neither. It is a fingerprint; passwords need a slow, salted one.',

  'myth.checksum-protects.said': 'A checksum protects the data.',
  'myth.checksum-protects.truth': 'Against noise, yes: that is what it was made for.',
  'myth.checksum-protects.step.send': 'A page is sent, with the checksum of IP, TCP and UDP.',
  'myth.checksum-protects.step.noise': 'Noise: each of its {bits} bits flipped in turn; noticed: {noticed}.',
  'myth.checksum-protects.step.forged':
    'A person: another page, and the checksum computed anew, as anybody can. The receiver finds nothing wrong.',
  'myth.checksum-protects.step.refused': 'A person: another page and checksum; the receiver refuses it.',
  'myth.checksum-protects.step.mac': 'Against an HMAC, whose key he does not have, the same person fails.',
  'myth.checksum-protects.step.macFooled': 'He succeeds against an HMAC, too.',
  'myth.checksum-protects.claim.noticed': 'the receiver noticed the forged page',
  'myth.checksum-protects.better': 'A checksum protects against noise, a MAC or a signature against people.',

  'myth.encrypted-hash.said': 'Send the hash encrypted along with the message, and nobody can alter it.',
  'myth.encrypted-hash.truth': 'The hash cannot be read; and in some modes a change happens to garble it.',
  'myth.encrypted-hash.step.send': 'Alice sends order and SHA-256 hash, both under AES-CTR.',
  'myth.encrypted-hash.step.alter':
    'The attacker knows the order, so its hash as well: he XORs both out and his own order and its hash in.',
  'myth.encrypted-hash.step.accepts': 'The receiver decrypts, the check fits, and he reads:',
  'myth.encrypted-hash.step.refuses':
    'The receiver decrypts, the check does not fit, and he throws this away:',
  'myth.encrypted-hash.step.mac':
    'Now with HMAC-SHA-256 in place of the hash: the text can be changed as before, the tag cannot be computed without the key.',
  'myth.encrypted-hash.claim.noticed': 'the receiver noticed the altered order',
  'myth.encrypted-hash.claim.sameAsMac': 'an encrypted hash is as good as a MAC',
  'myth.encrypted-hash.better': 'The check itself must take a key: a MAC, or a mode with a tag.',

  'myth.symmetric-less-secure.said': 'Symmetric encryption is less secure than asymmetric encryption.',
  'myth.symmetric-less-secure.truth':
    'With symmetric ciphers both sides need the same key beforehand. Handing it out is the trouble, not its strength.',
  'myth.symmetric-less-secure.step.break':
    '{bits} bits: AES with that many unknown key bits took {keys} tries on average; an RSA modulus that long was factored with {divisions} divisions.',
  'myth.symmetric-less-secure.step.strength':
    'RSA with {modulus} bits is estimated to be as hard to break as a cipher with a key of {strength} bits; NIST SP 800-57 rounds it to {rounded}.',
  'myth.symmetric-less-secure.table.break':
    'An AES key with so many unknown bits, and an RSA modulus that long: what it took to break them.',
  'myth.symmetric-less-secure.column.bits': 'bits',
  'myth.symmetric-less-secure.column.keys': 'AES keys tried, on average',
  'myth.symmetric-less-secure.column.divisions': 'divisions to factor the modulus',
  'myth.symmetric-less-secure.table.strength':
    'Strength of longer moduli as bits of a symmetric key: estimated after the guidance for FIPS 140-2, 7.5, and as NIST SP 800-57 Part 1 rounds it:',
  'myth.symmetric-less-secure.column.modulus': 'bits of n',
  'myth.symmetric-less-secure.column.strength': 'estimated',
  'myth.symmetric-less-secure.column.rounded': 'SP 800-57',
  'myth.symmetric-less-secure.claim.harder': 'bit for bit, RSA takes more work to break',
  'myth.symmetric-less-secure.claim.shorter': 'an RSA key of 128 bits does what an AES key of 128 bits does',
  'myth.symmetric-less-secure.better':
    'AES-128 is about as strong as RSA-3072. They solve different problems: AES hides, RSA helps to agree on the key.',

  'myth.private-key-encrypts.said': 'The private key encrypts, the public key decrypts: that is a signature.',
  'myth.private-key-encrypts.truth':
    'In textbook RSA both operations are powers modulo n. But a signature is made to be checked by all, not to hide anything.',
  'myth.private-key-encrypts.step.sign':
    'Alice signs one order twice with RSA-PSS. The signatures differ; those that verify: {good}.',
  'myth.private-key-encrypts.step.recover':
    'With the public key each becomes a block that looks random; neither order nor its hash is in it, and the blocks differ.',
  'myth.private-key-encrypts.step.older':
    'Under PKCS#1 v1.5 the hash can be read at the end of the block: by everybody, since the key is public.',
  'myth.private-key-encrypts.claim.message': 'the public key gives the message back',
  'myth.private-key-encrypts.claim.hash': 'the public key gives back what was signed, the same each time',
  'myth.private-key-encrypts.claim.hidden': 'what the private key makes is hidden',
  'myth.private-key-encrypts.better':
    'The private key signs, the public key verifies. The public key encrypts, the private key decrypts.',

  'myth.master-secret-encrypted.said': 'The master secret is the premaster secret, encrypted.',
  'myth.master-secret-encrypted.truth':
    'It is computed from the premaster secret and the two random values, and looks random.',
  'myth.master-secret-encrypted.step.derive':
    'PRF(premaster secret, "master secret", client random + server random): {from} bytes become {to}.',
  'myth.master-secret-encrypted.step.same':
    'The other side computes the same from the same: nothing was sent, nothing decrypted.',
  'myth.master-secret-encrypted.step.differs': 'The other side computes something else.',
  'myth.master-secret-encrypted.claim.room': 'the premaster secret is in the master secret, and comes back',
  'myth.master-secret-encrypted.claim.sent': 'the other side has to be sent the master secret to decrypt it',
  'myth.master-secret-encrypted.better':
    'Both sides derive the master secret with the PRF; nothing leads back from it.',

  'myth.recorded-is-safe.said': 'Whoever records encrypted traffic can do nothing with it.',
  'myth.recorded-is-safe.truth': 'Right, as long as the key stays secret and the ciphers stay strong.',
  'myth.recorded-is-safe.step.record':
    'A client writes a letter over TLS with RSA key exchange. All {bytes} bytes of it are recorded.',
  'myth.recorded-is-safe.step.read':
    'Years later the private key of the server is stolen. It opens the premaster secret, all keys are derived from that, and the letter opens:',
  'myth.recorded-is-safe.step.closed': 'The stolen key does not open the recording.',
  'myth.recorded-is-safe.step.dh':
    'The same letter over TLS with Diffie-Hellman: the private key signs, and both sides throw their own values away afterwards.',
  'myth.recorded-is-safe.step.closedDh':
    'The stolen key does not open this one: {tries} ways of using it were tried.',
  'myth.recorded-is-safe.step.readDh': 'The stolen key opens this recording, too, in one of {tries} ways.',
  'myth.recorded-is-safe.claim.forever': 'the recording stays unreadable after the key is stolen',
  'myth.recorded-is-safe.better':
    'With RSA carrying the keys, one stolen key opens all recordings. Diffie-Hellman with fresh values leaves none to steal: forward secrecy.',
} as const;
