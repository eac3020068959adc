/** What is to be learnt from each fault of `crypto ca fault`. */
export const caFaultLessons = {
  'ca.lesson.good':
    'Root, intermediate CA and server, and a revocation list of each CA, as they should be. Whatever a program says of the faults, it must accept this one: a check that refuses everything finds every fault.',

  'ca.lesson.expired':
    'It ended 30 days before it is judged. The signature still holds; but no CA answers for a name for ever, and once a certificate has expired, no list need say any more that it was revoked.',
  'ca.lesson.not-yet-valid':
    'It begins one day after the moment at which it is judged. Mostly a clock is wrong, here or at the CA, which is why CAs set the beginning a few minutes back.',
  'ca.lesson.expired-intermediate':
    "Every certificate of the chain must be valid, not the last one alone. Whoever runs the server sees nothing wrong with his own: the CA has a newer one for itself, and it must be sent along in the old one's place.",
  'ca.lesson.expired-root':
    'For RFC 5280 an anchor is a name and a key and has no dates; OpenSSL and we look at them all the same. When the AddTrust External CA Root expired on 30 May 2020, programs that knew no other way up refused servers whose own certificates were in order.',

  'ca.lesson.wrong-host':
    'Mallory owns mallory.example, and the same CA certified that, rightly. Every signature holds: only the comparison with the name that Alice meant shows that this is not Bob. Without it, anybody who has any certificate is everybody.',
  'ca.lesson.common-name-only':
    'A common name never said whether it is a host, a person or a product, so RFC 9525 does not look at it, and neither do browsers. OpenSSL still does where there is no DNS name.',
  'ca.lesson.wildcard-too-wide':
    'It would stand for every host directly below example. No CA can know that one owner has them all, so at least two labels must follow the *.',
  'ca.lesson.wildcard-above':
    'The * stands for exactly one label, never for none and never for two. Whoever needs bob.example and the hosts below it has both written down.',
  'ca.lesson.wildcard-in-label':
    'RFC 6125 left this open and RFC 9525 forbids it: rules that nobody can apply in the head hide mistakes. OpenSSL still accepts it.',
  'ca.lesson.ip-in-dns-name':
    'An address belongs into an iPAddress, as 4 or 16 bytes. As the text of a dNSName it is a host whose name looks like an address, and whoever compares texts takes one for the other.',
  'ca.lesson.nul-in-name':
    'For the CA this was a host below mallory.example, which Mallory owns. In C a zero byte ends a text, so in 2009 browsers read bob.example and believed it. A name is compared with its whole length.',
  'ca.lesson.wrong-purpose':
    'Its extKeyUsage has clientAuth only. A CA checks one thing of a person who logs in and another of a server; without the purpose, the weaker check would do for both.',
  'ca.lesson.wrong-purpose-key-usage':
    'Its keyUsage has dataEncipherment only. A TLS server signs the handshake (digitalSignature) or has a session key sent under its key (keyEncipherment), and this key may do neither.',
  'ca.lesson.wrong-purpose-intermediate':
    'In RFC 5280 the extKeyUsage of a CA limits nothing below it. Browsers, OpenSSL and we take it as a limit: a CA for the log-ins of a company cannot make servers then.',
  'ca.lesson.name-constraint-violated':
    "The CA of a company can be limited to the company's names (nameConstraints, permittedSubtrees). If its key is stolen, all other names are safe.",
  'ca.lesson.excluded-name':
    'The other way round (excludedSubtrees): bob.example and all below it are forbidden to this CA, and no CA below can permit them again.',
  'ca.lesson.address-not-permitted':
    'Each kind of name is limited by itself: this limit says nothing about DNS names. But one name outside it, here the address 192.0.2.1, spoils the whole certificate, its good names with it.',

  'ca.lesson.untrusted-root':
    'Anybody can make a root: this command just did. A chain proves nothing until it ends in a key that one has already, and root.pem is another. So a man in the middle asks his victims to install his root.',
  'ca.lesson.self-signed':
    'The key vouches for its own name, which says nothing about whose it is. For a machine of your own that may do: compare the fingerprint, then trust exactly this certificate.',
  'ca.lesson.missing-intermediate':
    'The commonest mistake of real servers: the file has the certificate alone. Browsers that know the intermediate from elsewhere show nothing; curl and telephones fail.',
  'ca.lesson.wrong-issuer-name':
    'The key of the intermediate did sign it. But a chain is found by its names first, and of a CA of that name nobody has heard.',
  'ca.lesson.tampered-subject':
    'Mallory had mob.example certified, then turned each m into a b. The hash of what is written there now is not the one in the signature: --explain shows the two.',
  'ca.lesson.tampered-signature':
    'The signature is one number, and raised to the power e it gives a text that begins with 00 01 ff. With one bit of it turned over, the result is another number altogether, and not such a text.',
  'ca.lesson.tampered-dates':
    'It had expired, and its owner wrote new dates into it instead of asking the CA. All of a certificate is under the signature, the dates too.',
  'ca.lesson.swapped-key':
    "The man in the middle puts his own key in the place of Bob's (leaf-key.pem is his). The signature was made over Bob's key, and does not hold for his.",
  'ca.lesson.forged-by-another-key':
    'All of it is written as the CA would write it, and whoever only reads it sees nothing. Without the private key of the CA, Mallory can write everything but the signature.',
  'ca.lesson.forged-intermediate':
    'The lower signature holds, and the one above it does not. A program that checks the link between server and CA and no more believes this chain.',
  'ca.lesson.mismatched-algorithms':
    'The algorithm is written twice, and only once under the signature. The two must be the same: otherwise a stranger could change how the signature is read. Here the one beside it is right.',
  'ca.lesson.weak-hash':
    'In 2017 two files with the same SHA-1 were shown. Whoever can make two contents with one hash has one of them signed, and the signature fits both. OpenSSL looks at this from -auth_level 1 up.',
  'ca.lesson.weak-hash-md5':
    'In 2008 researchers had a harmless certificate signed with MD5 whose signature also fitted a CA certificate that they had prepared: from then on they could have certified any host.',
  'ca.lesson.weak-key':
    'A modulus of 512 bits was first factored in 1999; by 2015 it took rented computers a few hours. Then anybody has the private key, and the certificate proves that somebody has it.',
  'ca.lesson.not-a-ca':
    'Every customer of a CA has a certificate and a key that can sign. What keeps him from certifying others is this one bit (basicConstraints, cA), at which Internet Explorer did not look until 2002.',
  'ca.lesson.no-basic-constraints':
    'From version 3 on, a CA must say that it is one: silence means no. Its keyUsage, which has keyCertSign, is not enough.',
  'ca.lesson.version-1-ca':
    'Certificates of 1988 cannot say who is a CA. As roots, trusted by hand, they may do; in between they would make a CA of everybody who has an old certificate.',
  'ca.lesson.path-too-long':
    'The intermediate may certify servers but no further CAs (pathLenConstraint 0), and has certified one all the same. OpenSSL blames the one that set the limit, we the one that is too many.',
  'ca.lesson.wrong-key-usage':
    'It is a CA, but its keyUsage has no keyCertSign: this key is for other things. OpenSSL says it three times, as 79, 26 and 32.',

  'ca.lesson.critical-unknown-extension':
    'Critical means: whoever does not understand this must refuse. So new limits can be invented, and old programs do not just pass over them.',
  'ca.lesson.duplicate-extension':
    'Once it says that only the domain was checked, once that the whole company was. Programs that take the first and programs that take the last would be told different things, so it is forbidden. OpenSSL looks for this in some extensions only.',
  'ca.lesson.version-1-extensions':
    'Extensions came with version 3. A program that believes the version does not read them, and misses the names, the purpose and every limit.',
  'ca.lesson.negative-serial':
    'An INTEGER in DER has a sign: if its first byte is 80 or more, it is negative. CAs that took random bytes and forgot the zero before them issued many of these.',
  'ca.lesson.zero-serial':
    'It must be positive, and each of a CA another. Today it also has 64 random bits or more: whoever prepares a collision has to know the serial number in advance.',
  'ca.lesson.long-serial':
    'At most 20 bytes, so that every program has room for it: revocation lists name certificates by nothing else.',

  'ca.lesson.revoked':
    'Its key was stolen (keyCompromise), and the CA put its serial number on the list. All else about it is in order: whoever does not ask for the list does not notice.',
  'ca.lesson.revoked-intermediate':
    'It is on the list of the root, and all that it signed falls with it. Whoever asks about the server alone (--crl-check leaf) accepts it.',
  'ca.lesson.missing-crl':
    'Not to know is not the same as not revoked. Browsers mostly let it pass; then a man in the middle, who can keep the list away, gains by it.',
  'ca.lesson.expired-crl':
    'The next one was due 23 days before. Nobody can forge a list, but anybody can hand out an old one, from before the certificate was revoked.',
  'ca.lesson.not-yet-valid-crl':
    'A list of tomorrow says that a clock is wrong, here or at the CA; what it says about today is not known.',
  'ca.lesson.crl-by-another-key':
    'Mallory made a list with nothing on it. Lists may come over plain HTTP or from a stranger: only the signature counts.',
  'ca.lesson.no-crl-sign':
    'Its keyUsage has keyCertSign, and no cRLSign. So the keys for certificates and for lists can be kept apart; the signature holds, and the key was not meant for it.',
  'ca.lesson.critical-unknown-crl-extension':
    'It could say that the list is for some certificates only, or goes on where another one ends. If it is not understood, the list says nothing at all.',
} as const;
