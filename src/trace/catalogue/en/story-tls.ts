/** Words of scenes 14 and 16: the handshake of TLS 1.2, and what becomes of a recording of it. */
export const storyTls = {
  'story.value.premaster': 'premaster secret',
  'story.value.wrappedSecret': 'encrypted with RSA',
  'story.value.master': 'master secret',
  'story.value.keys': 'key block',
  'story.value.verifyData': 'verify_data',
  'story.value.aliceSends': 'Alice sends',
  'story.value.bobSends': 'Bob sends',

  'story.title.shake': 'Two randoms and the premaster secret derive the keys',
  'story.step.shake.hello':
    'says hello: which versions and cipher suites she supports, best first, and a random number (client random).',
  'story.step.shake.answer':
    'chooses one suite from her list, and adds his own random number (server random) and his certificate.',
  'story.step.shake.verify':
    'verifies the certificate up to a root that she trusts: now she has his public key.',
  'story.step.shake.warned': 'gets no certificate that she can verify.',
  'story.step.shake.premaster':
    'takes 46 random bytes, puts the version in front (premaster secret), and encrypts them with his public key. It is the only secret from which the keys come, and it is never sent unencrypted.',
  'story.step.shake.derive':
    'derives the master secret from it and both randoms with a pseudorandom function (PRF), and the keys from the master secret.',
  'story.step.shake.same': 'decrypts the premaster secret with his private key, and derives the same.',
  'story.step.shake.differs': 'derives something else.',
  'story.step.shake.finish':
    "sends Finished under the new keys: a value derived from the master secret and a hash of all handshake messages so far. Bob does the same, and each checks the other's.",
  'story.step.shake.order':
    'can write now. Each record has a MAC over its number and its content; Bob reads:',
  'story.step.shake.listen':
    'has all {bytes} bytes that passed, with both randoms and the certificate; but of the premaster secret only the ciphertext.',
  'story.step.shake.read': 'has all {bytes} bytes that passed, and can read them.',
  'story.step.shake.downgrade':
    'removes everything but RC4 from the list in ClientHello (downgrade), which is in the clear; Bob would still take RC4. Then both check Finished.',
  'story.step.shake.swap': "puts his public key into Bob's certificate as it passes.",
  'story.step.shake.replay':
    "sends all of Alice's bytes to Bob again, a day later. Bob takes a new random, which gives other keys.",
  'story.step.shake.flip': "flips one bit in Alice's record.",
  'story.step.shake.double': "sends Alice's record twice.",
  'story.figure.knows':
    'message by message: what is new, and who has it then (looked for in all that each of them has):',
  'story.knows.message': 'message',
  'story.knows.item': 'what is new',
  'story.item.clientRandom': 'client random',
  'story.item.serverRandom': 'server random',
  'story.item.publicKey': "Bob's public key",
  'story.item.premaster': 'premaster secret',
  'story.item.master': 'master secret',
  'story.item.keys': 'the keys',
  'story.item.verifyData': 'verify_data',
  'story.item.letter': 'the letter',
  'story.sees.makes': 'made it',
  'story.sees.reads': 'reads it',
  'story.sees.decrypts': 'decrypts it',
  'story.sees.derives': 'derives it',
  'story.sees.sealed': 'only encrypted',
  'story.sees.lacks': 'does not have it',
  'story.figure.derivation': 'where the keys come from (derivation tree):',
  'story.derivation.bytes': '{count} bytes',
  'story.derived.premaster': 'premaster secret',
  'story.derived.clientRandom': 'client random',
  'story.derived.serverRandom': 'server random',
  'story.derived.master': 'master secret',
  'story.derived.keyBlock': 'key block',
  'story.derived.client_write_MAC_key': 'client_write_MAC_key',
  'story.derived.server_write_MAC_key': 'server_write_MAC_key',
  'story.derived.client_write_key': 'client_write_key',
  'story.derived.server_write_key': 'server_write_key',
  'story.derived.client_write_IV': 'client_write_IV',
  'story.derived.server_write_IV': 'server_write_IV',
  'story.derived.verifyData': 'verify_data',
  'story.how.master': 'PRF of all three, "master secret"',
  'story.how.keyBlock': 'PRF, "key expansion", both randoms again',
  'story.how.verifyData': 'PRF, "client finished", hash of all messages',
  'story.learned.shake':
    'The keys are derived, not sent. They come from one secret, which only the owner of the private key can decrypt, and from two randoms, which make every connection different. Finished confirms that both sides saw the same handshake.',
  'story.still.shake':
    'see who talks with whom, when, and how much; keep it all; and wait until somebody steals the private key.',
  'story.attack.shakeRead': 'read along',
  'story.attack.shakeDowngrade': 'have them take RC4 (downgrade)',
  'story.attack.shakeSwap': "put his key into Bob's certificate",
  'story.attack.shakeReplay': "send Alice's bytes to Bob again",
  'story.attack.shakeFlip': "alter Alice's record",
  'story.attack.shakeDouble': "send Alice's record twice",
  'story.because.premasterSealed': 'the premaster secret is encrypted with RSA',
  'story.because.otherHandshake': 'Finished: they saw different ClientHellos',
  'story.because.otherRandom': "Bob's fresh random gives other keys",
  'story.because.recordMac': 'the MAC, with its number, does not fit',
  'story.because.notNoticed': 'nobody notices',

  'story.document.chain':
    "Bob's certificate, and that of the CA that signed it; to verify it: openssl verify -no_check_time -CAfile root.pem -untrusted chain.pem chain.pem",
  'story.document.root': 'the root that Alice trusts',
  'story.document.handshake':
    'the handshake of scene 14, every byte of it with its name, and the tree of keys',
  'story.document.handshakeKeys':
    'the master secret of handshake.html, as a line of SSLKEYLOGFILE; it opens no capture here',

  'story.title.tape': 'Recorded today, read tomorrow',
  'story.step.tape.tell': 'writes to Bob as in scene 14: {bytes} bytes pass, and among them her letter.',
  'story.step.tape.record': 'cannot read it. He keeps it all the same: storage is cheap.',
  'story.step.tape.open': 'reads it at once.',
  'story.step.tape.steal':
    "gets Bob's private key, years later: from an old disk, from a careless backup, or by order of a court.",
  'story.step.tape.read':
    'takes his old recording and the key, and nothing else. He decrypts the premaster secret, derives the keys as Alice did, and reads:',
  'story.step.tape.closed': 'takes his old recording, and still cannot read it.',
  'story.step.tape.agree':
    'also talks with Bob in another way: each takes a fresh number x and sends g^x mod p (ephemeral Diffie-Hellman), and Bob signs his with the private key of his certificate. Afterwards both delete x.',
  'story.step.tape.disagree': 'and Bob do not get the same secret.',
  'story.step.tape.try':
    'has recorded that, too. With the stolen key he tries {tries} ways; recordings opened: {opened}. The key has only signed: nothing in this recording is encrypted with its public half.',
  'story.step.tape.openDh': 'has recorded that, too; he tries {tries} ways; recordings opened: {opened}.',
  'story.step.tape.pose':
    "answers as Bob from now on, with Bob's certificate and the stolen key. Alice notices nothing. No key exchange prevents that; the certificate must be revoked (scene 11). She writes:",
  'story.figure.timeline': 'two recordings of the same letter, and when the hacker can read them:',
  'story.moment.talk': 'they talk',
  'story.moment.goodbye': 'they say goodbye',
  'story.moment.theft': 'the key is stolen',
  'story.tape.rsa': 'RSA key exchange',
  'story.tape.dh': 'Diffie-Hellman',
  'story.timeline.readable': 'reads it all',
  'story.timeline.unreadable': 'cannot read it',
  'story.learned.tape':
    'With RSA key exchange, one stolen private key opens every recorded connection. Fresh Diffie-Hellman numbers that are deleted afterwards leave nothing to steal (forward secrecy). So TLS 1.3 has removed RSA key exchange.',
  'story.still.tape': 'keep the other recordings, too, in case somebody breaks Diffie-Hellman one day.',
  'story.attack.tapeToday': 'read the RSA recording at once',
  'story.attack.tapeRsa': 'read the RSA recording, the key stolen',
  'story.attack.tapeDh': 'read the Diffie-Hellman one, the key stolen',
  'story.attack.tapePose': 'pass as Bob with the stolen key',
  'story.because.keyOnTape': 'he has the encrypted secret, and the key',
  'story.because.valuesGone': 'the numbers that made the secret are gone',
  'story.because.keyIsBob': 'whoever has the key is Bob',
} as const;
