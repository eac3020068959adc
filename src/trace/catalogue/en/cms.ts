/** Words of `crypto message`. */
export const cms = {
  'cli.noun.message': 'the complete message: signed, and in an envelope for its receivers (CMS)',

  'cms.seal.about':
    'Sign a message with --cert and --key, then encrypt it for the owners of the certificates --to; either alone does half of it. openssl cms opens what comes out. At most 16 MiB.',
  'cms.open.about':
    'Decrypt a message with --key and verify who signed it with --ca; nothing is written before all of it holds. PEM, DER and S/MIME are read, ours and those of openssl cms; of signed ones those that hold their content (-nodetach), not multipart/signed.',
  'cms.arg.message': 'message: a file, or - or nothing for standard input',
  'cms.opt.to': 'certificate of a receiver; may be given several times',
  'cms.opt.sender': 'certificate of the sender; others in the file go along',
  'cms.opt.senderKey': 'private key of the sender',
  'cms.opt.chain': 'further certificates that go along; may be given several times',
  'cms.opt.receiverCa': 'certificates that are trusted: receivers without a chain to one of them are refused',
  'cms.opt.cipher': 'cipher of the content',
  'cms.opt.padding': 'padding of the session key under RSA',
  'cms.opt.oaepHash': 'hash function of OAEP (default: sha256)',
  'cms.opt.signature': 'padding of the signature',
  'cms.opt.hash': 'hash function of the signature',
  'cms.opt.keyId': 'name certificates by their key identifier, not by issuer and serial number',
  'cms.opt.detached': 'leave the content out: only the signature is written',
  'cms.opt.noAttributes': 'sign the content itself, without its type and the time',
  'cms.opt.form': 'form of the message',
  'cms.opt.now': 'time of signing, 2026-06-01T12:00:00Z or @SECONDS since 1970 (default: now)',
  'cms.opt.receiverKey': 'private key of the receiver',
  'cms.opt.receiver': 'certificate of the receiver: finds his session key among those of others',
  'cms.opt.senderCa':
    'certificates that are trusted: a message is refused unless its signers have a chain to one of them; may be given several times',
  'cms.opt.anySigner': 'take a signature by anybody: who he is stays unknown',
  'cms.opt.content': 'what was signed, where the message does not hold it',
  'cms.opt.outer': 'take one layer off, and give what is inside as it is',
  'cms.opt.email': 'mailbox that the certificates of all signers must name',
  'cms.opt.purpose': 'what the certificates of signers are to be for (default: any)',

  'cms.error.nothing':
    'expected --to, to encrypt, or --cert and --key, to sign, or all three; got none of them',
  'cms.error.together': '{one}: only together with {other}',
  'cms.error.detached': '--detached: only without --to; inside an envelope the content is needed',
  'cms.error.caAnySigner': '--ca and --any-signer: expected one of them, got both',
  'cms.error.otherKey':
    '{path}: expected the private key that belongs to the certificate of {who}, got another',
  'cms.error.mayNotSign':
    'the certificate of {who} allows its key {found} only; to sign takes digitalSignature or nonRepudiation',
  'cms.error.mayNotEncrypt':
    'the certificate of {who} allows its key {found} only; to encrypt for it takes keyEncipherment',
  'cms.error.tooLong': '{name}: expected at most {limit} bytes (16 MiB) in one message, got more',
  'cms.error.notSigned': '{name}: expected a signature, got a message that nobody signed',
  'cms.error.signed':
    '{name}: signed, and nobody says by whom: --ca ROOT names whom you trust to tell, --any-signer takes a signature by anybody',
  'cms.error.noSigners': '{name}: expected at least one signature, got certificates only',
  'cms.error.signer': 'signer {who}: {sentence}',

  'cms.note.receiverUnchecked':
    'nobody was asked whose the certificates of the receivers are; --ca ROOT refuses wrong ones',
  'cms.note.unsignedCbc':
    'not signed: under CBC alone anybody can change what is read, and anybody can have written it; --cert and --key sign it',
  'cms.note.unsignedGcm':
    'not signed: the tag tells changes made on the way, but anybody can have written it; --cert and --key sign it',
  'cms.note.readable': 'not encrypted: everybody can read it; --to CERT encrypts it',
  'cms.weak.hash': 'whoever can make two messages with the same {hash} has both signed at once',
  'cms.weak.3des':
    'des-ede3-cbc: blocks of 64 bits repeat after some gigabytes (Sweet32, 2016), and NIST ended it in 2023',

  'cms.who.keyId': 'with the key identifier {id}',
  'cms.who.serial': 'with serial number {serial} by {issuer}',

  'cms.open.read': 'who can read it: its receivers alone ({cipher}, receivers: {count})',
  'cms.open.readable': 'who can read it: everybody, it is not encrypted',
  'cms.open.plain': 'who changed it, who is there: nobody knows, it is not signed',
  'cms.open.cbcOnly':
    'who changed it, who is there: nobody knows, it is not signed; under CBC anybody can change what is read',
  'cms.open.gcmOnly':
    'who changed it: nobody without the session key, says the tag; who is there: nobody knows, it is not signed',
  'cms.open.changed': 'who changed it: nobody since {who} signed it ({hash})',
  'cms.open.time': 'when: {time}, says {who}',
  'cms.open.there': 'who is there: {who}, says {anchor} (at {at})',
  'cms.open.anySigner': 'who is there: somebody who calls himself {who}; nobody was asked (--any-signer)',

  'cms.fault.no-signer-certificate': 'his certificate is not at hand; --untrusted FILE adds it',
  'cms.fault.wrong-key-usage': 'his certificate allows its key {usages} only, and no signatures on messages',
  'cms.fault.unsupported-digest': 'his hash function is not known here: {algorithm}',
  'cms.fault.weak-digest':
    'he used {hash}, under which others can make two messages with one hash; --allow-weak lets it pass',
  'cms.fault.unlisted-digest': 'he used {hash}, which is not in the list of hash functions of the message',
  'cms.fault.digest-mismatch':
    'he names {digest} as the hash of the content and {signature} as that of the signature',
  'cms.fault.bad-attribute':
    'the signed attribute {attribute} must stand there once, with one value of its type, and does not',
  'cms.fault.no-attributes': 'content that is not plain data must be signed with attributes, and is not',
  'cms.fault.attributes-as-content':
    'the content looks like the signed attributes of another message: a signature on that would fit this one too',
  'cms.fault.other-content-type': 'he signed content of type {expected}, and this is {found}',
  'cms.fault.other-content': 'the content is not the one he signed: its hash is another',
  'cms.fault.bad-signature':
    'the signature was not made with the key in his certificate, or over something else',
  'cms.fault.other-digest':
    'his key signed something else: the signature gives another hash than this message',
  'cms.fault.scheme-not-allowed': 'his key is for {allowed} only, and the signature is of another kind',
  'cms.fault.unsupported-key': 'his key is of a kind that cannot be used here: {algorithm}',
  'cms.fault.unsupported-signature': 'his signature is of a kind that cannot be verified here: {algorithm}',
  'cms.fault.untrusted':
    'the signature is good, but nobody who is trusted says whose it is: {who}: {sentence}.',

  'cms.figure.seal.both':
    'message\n  │ hash\n  ▼\nhash ── sender’s private key ──▶ signature\nmessage + signature + certificate of the sender\n  │ AES under a session key drawn for this message\n  ▼\nciphertext + session key under the RSA key of the receiver\n\nwho can read it: the cipher answers; who changed it: hash and signature; who is there: the certificate.\nLeft open: whether it is new. Whoever recorded it can send it again.\n',
  'cms.figure.seal.signed':
    'message\n  │ hash\n  ▼\nhash ── sender’s private key ──▶ signature\nmessage + signature + certificate of the sender\n\nwho changed it: hash and signature answer; who is there: the certificate. Left open: who can read it.\n',
  'cms.figure.seal.encrypted':
    'message\n  │ AES under a session key drawn for this message\n  ▼\nciphertext + session key under the RSA key of the receiver\n\nwho can read it: the cipher answers. Left open: who changed it, who is there.\n',
  'cms.figure.open.both':
    'ciphertext + session key under the RSA key of the receiver\n  │ receiver’s private key ──▶ session key ──▶ AES\n  ▼\nmessage + signature + certificate of the sender\n  │ hash anew; the same as the one that was signed?\n  │ signature by the key in the certificate? certificate by somebody who is trusted?\n  ▼\nmessage\n',
  'cms.figure.open.signed':
    'message + signature + certificate of the sender\n  │ hash anew; the same as the one that was signed?\n  │ signature by the key in the certificate? certificate by somebody who is trusted?\n  ▼\nmessage\n',
  'cms.figure.open.encrypted':
    'ciphertext + session key under the RSA key of the receiver\n  │ receiver’s private key ──▶ session key ──▶ AES\n  ▼\nmessage\n',

  'explain.message.content': 'the message, {count} bytes',
  'explain.message.digest': '{hash} of the message: change one bit, and it is another',
  'explain.message.attributes':
    'what is signed: the type of the content, that hash, and the time the sender says it is; as a SET (31), though [0] (a0) stands in the message',
  'explain.message.noAttributes': 'none: the hash of the message itself is signed',
  'explain.message.signature': 'made with the private key of {who} ({scheme}): nobody else can',
  'explain.message.certificate': 'goes along: {issuer} says that the key is that of {who}',
  'explain.message.signedData':
    'message, certificate and signature together, {count} bytes, for everybody to read',
  'explain.message.sessionKey':
    'session key of {bits} bits, drawn for this message alone (content-encryption key)',
  'explain.message.iv': 'drawn too, and no secret: it stands beside the name of the cipher',
  'explain.message.ciphertext': 'all of that under {cipher}, {count} bytes: fast, for any length',
  'explain.message.mac': 'the tag of GCM: whoever has no session key cannot change the ciphertext unseen',
  'explain.message.encryptedKey':
    'the session key under the RSA key of {who} ({scheme}): slow, but short; only his private key gives it back',
  'explain.message.open.encryptedKey': 'the session key under our RSA key (receivers in all: {count})',
  'explain.message.open.sessionKey': 'our private key gives the session key back ({algorithm})',
  'explain.message.open.ciphertext': 'the content under {cipher}; the session key makes {count} bytes of it',
  'explain.message.open.mac': 'the tag of GCM holds: nobody without the session key changed the ciphertext',
  'explain.message.open.digest': '{hash} of the content as it came, computed anew',
  'explain.message.open.attributes': 'what was signed; its messageDigest is the same',
  'explain.message.open.otherAttributes': 'what was signed; its messageDigest is another: {digest}',
  'explain.message.open.certificate': '{issuer} says that this key is that of {who}',
  'explain.message.open.signature': 'was made with the private key of {who}',
  'explain.message.open.badSignature': 'was not made with the private key of {who}, or over something else',
  'explain.message.open.chain': 'from the signer to somebody who is trusted: {chain}',
} as const;
