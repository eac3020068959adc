/** Words of the explanation of a certificate chain. */
export const explainCert = {
  'explain.cut': '{ends} ({count} digits)',

  'explain.cert.leftOut': '(The steps between are the same at each certificate: --all shows them.)',
  'explain.cert.tbs':
    'Certificate {number} says: the key in it belongs to {subject}, until {until}. {issuer} signed that: the {length} bytes of tbsCertificate, the key among them, all in the clear.',
  'explain.cert.tbsSelf':
    'Certificate {number} says: the key in it belongs to {subject}, until {until}. {issuer} is the same name: these {length} bytes of tbsCertificate are signed by whom they are about.',
  'explain.cert.noIssuer':
    'The issuer of certificate {number}, {value}, is not among the certificates given: without its public key nothing can be recovered. Give its certificate with --ca or --untrusted.',
  'explain.cert.key':
    'The issuer of certificate {number} is the subject of certificate {next}, and the public key that opens the signature stands there: n of {bits} bits, e = {e}.',
  'explain.cert.keySelf':
    'The public key that opens the signature of certificate {number} stands in it: n of {bits} bits, e = {e}.',
  'explain.cert.unknown':
    'The signature is {name}, the key of the issuer {key}: a pair that is not computed here, so nothing is recovered.',
  'explain.cert.refused.wrong-length':
    'The signature has {found} bytes, another length than n of {bits} bits: it was not made with this key.',
  'explain.cert.refused.out-of-range':
    'The signature, of {found} bytes, is as a number not below n of {bits} bits: it was not made with this key.',
  'explain.cert.refused.unusable-key':
    'The signature, of {found} bytes, is not opened: the numbers of the key, n of {bits} bits, are none of an RSA key.',
  'explain.cert.refused.key-too-short':
    'The signature, of {found} bytes, cannot hold such a digest: n of {bits} bits is too short.',
  'explain.cert.EM':
    'The encoded message, recovered from the signature with the public key: s^{e} mod n, as {k} bytes. Whoever has the public key can do this, so it hides nothing: 00 01, {length} bytes ff, 00, and DigestInfo.',
  'explain.cert.noBlock':
    'The signature to the power {e}, mod n, as {k} bytes: this is no encoded message, which begins with 00 01 ff. The signature was made with another key, or changed.',
  'explain.cert.malformed':
    'The signature to the power {e}, mod n, as {k} bytes: this begins as an encoded message does, and then is not what the standard writes. A forgery, or a faulty signer.',
  'explain.cert.T':
    'DigestInfo, in DER: it names the hash function, {hash}, and holds the digest that was signed.',
  'explain.cert.H':
    'The {hash} hash of tbsCertificate as it stands in the file, {length} bytes: computed here.',
  'explain.cert.same':
    'Recovered from the signature, and computed from the file: the same. So whoever has the private key of the issuer signed exactly these bytes.',
  'explain.cert.differ':
    'Recovered from the signature, and computed from the file: not the same. The certificate was changed after it was signed, or this signature belongs to another one.',
  'explain.cert.pss.EM':
    'The encoded message, recovered from the signature with the public key: s^{e} mod n, as {k} bytes: masked data block, H, and bc at the end. No digest can be read off here, unlike with PKCS#1 v1.5.',
  'explain.cert.pss.noBlock':
    'The signature to the power {e}, mod n, as {k} bytes: this is no encoded message, which ends in bc. The signature was made with another key, or changed.',
  'explain.cert.pss.DB':
    'MGF1 of H with {hash} takes off the mask: zeros, 01, and the salt of {length} bytes. The salt is recovered; the digest of tbsCertificate is not, for H is a hash over it.',
  'explain.cert.pss.noDataBlock':
    'MGF1 of H with {hash} takes off the mask, and there are no zeros, 01 and salt below: the signature was made with another key, or changed.',
  'explain.cert.pss.MPrime':
    "So H is made again as the signer made it. M': eight zero bytes, the digest computed here, the salt recovered above.",
  'explain.cert.pss.same':
    "H from the signature, and the hash of M': the same. So whoever has the private key of the issuer signed exactly these bytes.",
  'explain.cert.pss.differ':
    "H from the signature, and the hash of M': not the same. The certificate was changed after it was signed, or this signature belongs to another one.",
  'explain.cert.root':
    'Here the chain ends: {subject} signed itself. That proves only that it has its own private key; anybody can make such a certificate under any name. It counts only for those in whose store it already is: as a trust anchor.',
  'explain.cert.path.verified':
    'Every signature of the chain holds ({count}). Whether the dates, names and uses are right too, and the root a trusted one: crypto cert verify.',
  'explain.cert.path.broken':
    'The chain breaks at certificate {number}: what stands above it proves nothing about it.',
  'explain.cert.path.unknown':
    'The signature of certificate {number} is not computed here: the chain cannot be followed.',
  'explain.cert.path.incomplete': 'The chain ends at certificate {number} without a root.',
} as const;
