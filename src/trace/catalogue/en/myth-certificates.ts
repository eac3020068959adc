/** Common sentences about certificates that are not quite so, and better ones. */
export const mythCertificates = {
  'myth.value.modulus': 'n',
  'myth.value.again': 'c^e mod n',

  'myth.certificate-is-key-pair.said': 'A certificate is a key pair.',
  'myth.certificate-is-key-pair.truth':
    'It belongs to one. Some files (PKCS#12) keep both, and people call them "the certificate".',
  'myth.certificate-is-key-pair.step.search':
    "Bob's certificate, {bytes} bytes, is searched for the numbers of his key pair. Of n and e it holds {public}; of the {secrets} numbers of the private key (d, p, q, dP, dQ, qInv) it holds {found}.",
  'myth.certificate-is-key-pair.step.encrypt': 'A letter is encrypted with the key in the certificate.',
  'myth.certificate-is-key-pair.step.open':
    'With n and e once more it only becomes another block; the private key, which stayed with Bob, opens it.',
  'myth.certificate-is-key-pair.step.second':
    'The CA certifies the same key again, as for a renewal: two good certificates, and one key pair.',
  'myth.certificate-is-key-pair.step.other': 'A second certificate for the same key does not verify.',
  'myth.certificate-is-key-pair.claim.private': 'the private key is in the certificate',
  'myth.certificate-is-key-pair.claim.decrypt':
    'whoever has the certificate can read what is meant for its owner',
  'myth.certificate-is-key-pair.claim.renew': 'a new certificate means a new key pair',
  'myth.certificate-is-key-pair.better':
    'A certificate is a signed statement: this name has this public key. It may go to everybody; the private key is never in it.',

  'myth.owner-signs-certificate.said': 'A certificate carries the signature of its owner.',
  'myth.owner-signs-certificate.truth':
    'A root is signed with its own key, and so is a request for a certificate. Which is why neither proves whose key it is.',
  'myth.owner-signs-certificate.step.ownerFails':
    "Bob's public key is tried on the signature in his certificate: it does not fit.",
  'myth.owner-signs-certificate.step.ownerFits':
    "Bob's public key is tried on the signature in his certificate: it fits.",
  'myth.owner-signs-certificate.step.issuerFits': 'The public key of the CA that issued it: fits.',
  'myth.owner-signs-certificate.step.issuerFails': 'The public key of the CA that issued it: does not fit.',
  'myth.owner-signs-certificate.step.boast':
    'Now Bob really signs one himself, with "Bank of the World" added to his name. His public key fits that one.',
  'myth.owner-signs-certificate.step.refused': 'A client that trusts the CA refuses it: {reason}.',
  'myth.owner-signs-certificate.step.accepted': 'A client that trusts the CA accepts it.',
  'myth.owner-signs-certificate.claim.fits': "the owner's public key verifies the signature",
  'myth.owner-signs-certificate.claim.resign': 'the owner can give himself a better name, and sign again',
  'myth.owner-signs-certificate.better':
    'The issuer (a CA) signs; the owner is whom it speaks about. Its worth is that the owner could not have made it himself.',

  'myth.ca-encrypts-key.said': "The CA encrypts the server's public key with its private key.",
  'myth.ca-encrypts-key.truth':
    "Signing does take the CA's private key, and verifying its public key; in RSA both are powers modulo n.",
  'myth.ca-encrypts-key.step.clear':
    "The server's n stands in the certificate as it is, from byte {at} on: anybody can read it.",
  'myth.ca-encrypts-key.step.recover':
    "The CA's public key turns the signature into a block: padding, and 32 bytes of hash at its end. No key in it.",
  'myth.ca-encrypts-key.step.same':
    'It is the SHA-256 hash of all that stands before the signature, name and key included:',
  'myth.ca-encrypts-key.step.differs': 'It is not the SHA-256 hash of what stands before the signature:',
  'myth.ca-encrypts-key.step.room':
    'Nor would there be room: the public key takes {key} bytes, the signature {signature}.',
  'myth.ca-encrypts-key.step.noticed':
    "One bit of the server's n is flipped: the signature no longer fits. That is its purpose.",
  'myth.ca-encrypts-key.step.unnoticed': "One bit of the server's n is flipped: the signature still fits.",
  'myth.ca-encrypts-key.claim.hidden': 'the public key cannot be read without the CA',
  'myth.ca-encrypts-key.claim.decrypt': "the CA's public key brings the server's key out of the signature",
  'myth.ca-encrypts-key.claim.room': 'the signature has room for the key',
  'myth.ca-encrypts-key.better':
    'The CA hashes name, key and dates, which stay in the clear, and signs the hash. Nothing in it is encrypted.',

  'myth.certificates-cost-money.said': 'Certificates cost money.',
  'myth.certificates-cost-money.truth':
    "Some CAs charge, mostly for checking a company's papers and for support; and to get a root into all browsers is dear, for the CA.",
  'myth.certificates-cost-money.step.make':
    'A certificate for bob.example is made here: one signature, {bytes} bytes.',
  'myth.certificates-cost-money.step.accepted': 'A client that has the root of our CA verifies it: good.',
  'myth.certificates-cost-money.step.closed': 'A client that has the root of our CA refuses it.',
  'myth.certificates-cost-money.step.stranger':
    'A client without that root refuses it: {reason}. This is what is dear: not the certificate, but to be trusted everywhere.',
  'myth.certificates-cost-money.step.dear':
    'A dear one, with a checked company name, is {more} bytes longer. The verdict is the same, and so is the key that protects the connection.',
  'myth.certificates-cost-money.claim.price': 'a good certificate cannot be made for nothing',
  'myth.certificates-cost-money.claim.better': 'a dear one protects the connection better',
  'myth.certificates-cost-money.better':
    "A certificate costs one signature. CAs that every browser trusts give them away: Let's Encrypt since 2015, and others.",
} as const;
