/** Why a certificate is not to be believed, each in a clause behind its name; and what to try. */
export const certVerdict = {
  'cert.fault.self-signed': 'signed itself, and is not among those that are trusted',
  'cert.fault.untrusted-root': 'the chain ends in the root {root}, which is not among those that are trusted',
  'cert.fault.missing-issuer': 'its issuer {issuer} is not at hand, so nobody can say who signed it',
  'cert.fault.chain-too-long': 'more than {count} certificates stand between it and one that is trusted',
  'cert.fault.too-much-work': 'there are so many certificates or names that looking further was given up',
  'cert.fault.bad-signature': 'the signature was not made with the key of {issuer}',
  'cert.fault.changed':
    'it was changed after it was signed: its digest is not the one in the signature of {issuer}',
  'cert.fault.unsupported-key': 'the key of {issuer} is {algorithm}, which is not computed here',
  'cert.fault.unsupported-signature': 'the signature is {algorithm}, which is not computed here',
  'cert.fault.algorithm-mismatch': 'it names {inside} under the signature, and {outside} beside it',
  'cert.fault.weak-hash': 'it is signed with {hash}, for which other contents of the same digest can be made',
  'cert.fault.weak-key': 'its key has {bits} bits, and fewer than {least} can be broken',
  'cert.fault.expired': 'expired: valid until {notAfter}, judged at {at}',
  'cert.fault.not-yet-valid': 'not valid yet: valid from {notBefore}, judged at {at}',
  'cert.fault.not-a-ca.says-so': 'it signed a certificate, and says itself that it is not a CA',
  'cert.fault.not-a-ca.no-basic-constraints':
    'it signed a certificate, and nothing in it (basicConstraints) says that it is a CA',
  'cert.fault.not-a-ca.old-version':
    'it signed a certificate, and is of a version that cannot say whether it is a CA',
  'cert.fault.no-cert-sign': 'it signed a certificate, and its keyUsage ({usages}) does not allow that',
  'cert.fault.path-too-long': 'at most {allowed} CA certificates may follow below {by}, and this is one more',
  'cert.fault.wrong-purpose.keyUsage': 'its keyUsage ({found}) has nothing of what is needed: {needed}',
  'cert.fault.wrong-purpose.extKeyUsage': 'its extKeyUsage ({found}) does not have {needed}',
  'cert.fault.wrong-host': 'it is for {names}, and not for {host}',
  'cert.fault.wrong-host.none': 'it names no host (subjectAltName), so it is not for {host}',
  'cert.fault.wrong-email': 'it is for {names}, and not for {email}',
  'cert.fault.wrong-email.none': 'it names no mailbox, so it is not for {email}',
  'cert.fault.name-not-permitted': '{by} may certify {subtrees} only, and this is for {name}',
  'cert.fault.name-excluded': '{by} may not certify {subtrees}, and this is for {name}',
  'cert.fault.unsupported-constraint': '{by} limits names in a way that cannot be judged here: {name}',
  'cert.fault.unknown-critical-extension':
    'it has a critical extension, {oid}, that is not understood here, and so must not be believed',
  'cert.fault.duplicate-extension': 'it has the extension {oid} twice',
  'cert.fault.invalid-serial': 'its serial number {serial} is not a positive number of at most 20 bytes',
  'cert.fault.invalid-version': 'it has extensions, and is of version {version}, which has none',
  'cert.fault.revoked': 'revoked on {date} ({why}), says the list of {thisUpdate}',
  'cert.fault.no-crl': 'whether it is revoked is not known: no list of {issuer} at hand speaks of it',
  'cert.fault.crl-bad-signature':
    'whether it is revoked is not known: the list of {issuer} was not signed with its key',
  'cert.fault.crl-signer-not-allowed':
    'whether it is revoked is not known: the key of {issuer} may not sign lists (keyUsage cRLSign)',
  'cert.fault.crl-expired':
    'whether it is revoked is not known: the next list was due at {nextUpdate}, judged at {at}',
  'cert.fault.crl-not-yet-valid':
    'whether it is revoked is not known: the list is of {thisUpdate}, judged at {at}',
  'cert.fault.crl-unknown-critical-extension':
    'whether it is revoked is not known: the list has a critical extension, {oid}, that is not understood here',
  'cert.fault.reason.none': 'no reason given',

  'cert.fault.profile.ca-without-key-usage': 'a CA must have a keyUsage (RFC 5280, 4.2.1.3)',
  'cert.fault.profile.basic-constraints-not-critical':
    'the basicConstraints of a CA must be critical (RFC 5280, 4.2.1.9)',
  'cert.fault.profile.path-length-without-ca': 'only a CA may limit the path length (RFC 5280, 4.2.1.9)',
  'cert.fault.profile.path-length-without-cert-sign':
    'the path length may be limited only with keyUsage keyCertSign (RFC 5280, 4.2.1.9)',
  'cert.fault.profile.cert-sign-without-ca': 'only a CA may have keyUsage keyCertSign (RFC 5280, 4.2.1.9)',
  'cert.fault.profile.name-constraints-without-ca': 'only a CA may limit names (RFC 5280, 4.2.1.10)',
  'cert.fault.profile.empty-issuer': 'the issuer must have a name (RFC 5280, 4.1.2.4)',
  'cert.fault.profile.empty-subject': 'the subject must have a name, or a subjectAltName (RFC 5280, 4.1.2.6)',
  'cert.fault.profile.empty-alternative-names': 'the subjectAltName must hold a name (RFC 5280, 4.2.1.6)',
  'cert.fault.profile.alternative-names-not-critical':
    'the subjectAltName must be critical where the subject is empty (RFC 5280, 4.2.1.6)',
  'cert.fault.profile.authority-key-identifier-critical':
    'the authorityKeyIdentifier must not be critical (RFC 5280, 4.2.1.1)',
  'cert.fault.profile.subject-key-identifier-critical':
    'the subjectKeyIdentifier must not be critical (RFC 5280, 4.2.1.2)',
  'cert.fault.profile.no-authority-key-identifier':
    'all but a root must have an authorityKeyIdentifier (RFC 5280, 4.2.1.1)',
  'cert.fault.profile.no-subject-key-identifier': 'a CA must have a subjectKeyIdentifier (RFC 5280, 4.2.1.2)',

  'cert.try.trust': 'Try: if you trust it, for a reason of your own, give it with --ca.',
  'cert.try.issuer':
    'Try: give the certificate of the issuer with --untrusted; a server should send it along.',
  'cert.try.time': 'Try: --at TIME judges another moment; the owner must renew the certificate.',
  'cert.try.clock': 'Try: --at TIME judges another moment; or the clock of this machine is slow.',
  'cert.try.explain': 'Try: --explain shows what comes out of the signature.',
  'cert.try.weak': 'Try: --allow-weak lets it pass, for old certificates and lessons.',
  'cert.try.purpose': 'Try: another --purpose, or any, which asks for none.',
  'cert.try.crl': 'Try: give the newest list of the issuer with --crl.',
  'cert.try.strict': 'Try: without --strict it passes.',
  'cert.try.host':
    'Try: another --host; if you meant this one, you have met a wrong certificate, or another server.',
} as const;
