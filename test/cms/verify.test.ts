/** Signed messages: what holds, and every way in which one does not. */
import { describe, expect, it } from 'vitest';
import {
  encodeElement,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeTime,
  TAG,
} from '../../src/asn1/index.ts';
import { utf8 } from '../../src/bytes/index.ts';
import { encodeContentInfo } from '../../src/cms/content-info.ts';
import { encodeIdentifier, identifierOf } from '../../src/cms/identifier.ts';
import {
  ATTRIBUTE,
  CONTENT_TYPE,
  parseMessage,
  type SignedData,
  signMessage,
  verifyMessage,
} from '../../src/cms/index.ts';
import { encodeSignedData } from '../../src/cms/signed-data.ts';
import { encodeSignerInfo } from '../../src/cms/signer-info.ts';
import { CryptoError } from '../../src/errors.ts';
import { type HashId, sha256 } from '../../src/hash/index.ts';
import { encodeAlgorithm, RSA_ENCRYPTION } from '../../src/keys/algorithms.ts';
import { createSigner } from '../../src/keys/index.ts';
import { makeExtension } from '../../src/x509/index.ts';
import { encodeSignatureAlgorithm } from '../../src/x509/signature-algorithm.ts';
import { withCode } from '../with-code.ts';
import { certify, INTERMEDIATE, NOW } from '../x509/authority.ts';
import { ALICE, alice, bob, carol, eve, intermediate, root } from './people.ts';

const TEXT = utf8('Meet me at noon.');
const certificates = [intermediate];
const trust = { anchors: [root], at: NOW };

function signedOf(message: Uint8Array): SignedData {
  const parsed = parseMessage(message);
  if (parsed.type !== 'signedData') throw new Error(parsed.type);
  return parsed.signed;
}
const verify = (message: Uint8Array, options = {}) =>
  verifyMessage(signedOf(message), { ...trust, ...options });
const reasonOf = (message: Uint8Array, options = {}) => {
  const verdict = verify(message, options);
  return verdict.valid
    ? 'valid'
    : verdict.signers.map((each) => (each.valid ? 'valid' : each.finding.reason)).join();
};

const attribute = (type: string, ...values: Uint8Array[]) =>
  encodeSequence(encodeOid(type), encodeElement(TAG.set, ...values));
const TYPE = attribute(ATTRIBUTE.contentType, encodeOid(CONTENT_TYPE.data));
const DIGEST = attribute(ATTRIBUTE.messageDigest, encodeOctetString(sha256(TEXT)));
const TIME = attribute(ATTRIBUTE.signingTime, encodeTime(NOW));

interface Made {
  readonly attributes?: readonly Uint8Array[] | undefined;
  readonly content?: Uint8Array;
  readonly contentType?: string;
  readonly hash?: HashId;
  readonly listed?: readonly HashId[];
  readonly signatureAlgorithm?: Uint8Array;
  readonly by?: typeof alice;
  /** Signed as they stand, not in the order of DER. */
  readonly set?: Uint8Array;
}

/** A message with a good signature over whatever attributes are given. */
function made({
  attributes,
  content = TEXT,
  contentType = CONTENT_TYPE.data,
  hash = 'sha256',
  listed,
  by = alice,
  set,
  signatureAlgorithm,
}: Made) {
  const signedBytes = set ?? (attributes && encodeSetOf(...attributes));
  const signature = createSigner(by.privateKey).sign({ scheme: 'rsa-pkcs1', hash }, signedBytes ?? content);
  const info = encodeSignerInfo({
    identifier: identifierOf(by.certificate, 'issuerAndSerialNumber'),
    hash,
    signedBytes,
    signatureAlgorithm: signatureAlgorithm ?? encodeAlgorithm(RSA_ENCRYPTION, encodeNull()),
    signature,
  });
  const data = encodeSignedData({
    contentType,
    content,
    certificates: [by.certificate, intermediate],
    hashes: listed ?? [hash],
    signers: [info],
    version3: false,
  });
  return encodeContentInfo(CONTENT_TYPE.signedData, data);
}

describe('a signed message', () => {
  it('holds, and says who signed and when', () => {
    const message = signMessage(TEXT, { signers: [alice], certificates, signingTime: NOW });
    const verdict = verify(message);
    expect(verdict).toMatchObject({
      valid: true,
      content: TEXT,
      signers: [{ valid: true, certificate: alice.certificate, signingTime: NOW }],
    });
    expect(verdict.signers[0]).toHaveProperty('chain.chain.length', 3);
  });

  it('is the same from the same', () => {
    const options = { signers: [alice], certificates, signingTime: NOW };
    expect(signMessage(TEXT, options)).toEqual(signMessage(TEXT, options));
  });

  it('takes the content that it leaves out, and no other', () => {
    const message = signMessage(TEXT, { signers: [alice], certificates, detached: true });
    expect(reasonOf(message, { content: TEXT })).toBe('valid');
    expect(reasonOf(message, { content: utf8('Meet me at one.') })).toBe('other-content');
    expect(() => verify(message)).toThrow(withCode('bad-argument', /^content: /));
    const whole = signMessage(TEXT, { signers: [alice], certificates });
    expect(() => verify(whole, { content: TEXT })).toThrow(withCode('bad-argument', /^content: /));
  });

  it('wants all signers good', () => {
    const both = { signers: [alice, carol], certificates };
    expect(reasonOf(signMessage(TEXT, both))).toBe('valid');
    const withEve = signMessage(TEXT, { signers: [alice, eve], certificates });
    expect(reasonOf(withEve).split(',').sort()).toEqual(['untrusted', 'valid']);
    expect(verify(withEve)).not.toHaveProperty('content');
  });

  it('of nobody is refused', () => {
    const data = encodeSignedData({
      contentType: CONTENT_TYPE.data,
      content: TEXT,
      certificates: [],
      hashes: [],
      signers: [],
      version3: false,
    });
    expect(verify(encodeContentInfo(CONTENT_TYPE.signedData, data))).toMatchObject({
      valid: false,
      reason: 'no-signers',
    });
  });

  it('is not taken on trust: anchors, or anySigner alone', () => {
    const signed = signedOf(signMessage(TEXT, { signers: [eve] }));
    expect(() => verifyMessage(signed, {})).toThrow(withCode('bad-argument', /^anchors: /));
    expect(() => verifyMessage(signed, { ...trust, anySigner: true })).toThrow(
      withCode('bad-argument', /^anchors: /),
    );
    expect(verifyMessage(signed, { anySigner: true }).signers).toMatchObject([{ valid: true }]);
    expect(verifyMessage(signed, { anySigner: true }).signers[0]).not.toHaveProperty('chain');
    expect(verifyMessage(signed, trust).valid).toBe(false);
  });

  it('finds its signer by key identifier, among several of one name', () => {
    const message = signMessage(TEXT, { signers: [alice], identifier: 'subjectKeyIdentifier' });
    expect(reasonOf(message, { intermediates: [intermediate] })).toBe('valid');
    // A certificate that bears her issuer and number, and another key.
    const { serialNumber } = alice.certificate;
    const namesake = certify(bob, INTERMEDIATE, { by: intermediate, serialNumber });
    const named = signMessage(TEXT, { signers: [alice], certificates: [namesake, intermediate] });
    expect(reasonOf(named)).toBe('valid');
    expect(reasonOf(named, { intermediates: [namesake] })).toBe('valid');
  });

  it('is not named by a key identifier that its certificate does not bear: others would not find it', () => {
    const without = ['subjectKeyIdentifier'] as const;
    const certificate = certify(alice, INTERMEDIATE, { by: intermediate, without });
    const signers = [{ ...alice, certificate }];
    expect(() => signMessage(TEXT, { signers, identifier: 'subjectKeyIdentifier' })).toThrow(
      withCode('bad-argument', /^identifier: expected certificates with a subjectKeyIdentifier/),
    );
  });
});

describe('a message that must not hold', () => {
  const attributes = [TYPE, DIGEST, TIME];

  it('is made well here', () => {
    expect(reasonOf(made({ attributes }))).toBe('valid');
    expect(reasonOf(made({ attributes: [TYPE, DIGEST] }))).toBe('valid');
    expect(reasonOf(made({}))).toBe('valid');
    // Some programs do not sort them; what was signed is what stands there.
    expect(reasonOf(made({ set: encodeElement(TAG.set, TIME, DIGEST, TYPE) }))).toBe('valid');
  });

  const OTHER = attribute(ATTRIBUTE.messageDigest, encodeOctetString(sha256(utf8('x'))));
  it.each<[string, Made]>([
    ['bad-attribute', { attributes: [DIGEST, TIME] }],
    ['bad-attribute', { attributes: [TYPE, TIME] }],
    ['bad-attribute', { set: encodeElement(TAG.set, TYPE, DIGEST, OTHER) }],
    ['bad-attribute', { set: encodeElement(TAG.set, TYPE, TYPE, DIGEST) }],
    [
      'bad-attribute',
      { attributes: [TYPE, DIGEST, TIME, attribute(ATTRIBUTE.signingTime, encodeTime(new Date(0)))] },
    ],
    [
      'bad-attribute',
      {
        attributes: [
          TYPE,
          attribute(ATTRIBUTE.messageDigest, encodeOctetString(sha256(TEXT)), encodeOctetString(TEXT)),
        ],
      },
    ],
    ['bad-attribute', { attributes: [TYPE, attribute(ATTRIBUTE.messageDigest, encodeInteger(1n))] }],
    ['bad-attribute', { attributes: [attribute(ATTRIBUTE.contentType, encodeNull()), DIGEST] }],
    ['bad-attribute', { attributes: [TYPE, DIGEST, attribute(ATTRIBUTE.signingTime, encodeNull())] }],
    ['other-content', { attributes: [TYPE, OTHER] }],
    [
      'other-content',
      { attributes: [TYPE, attribute(ATTRIBUTE.messageDigest, encodeOctetString(new Uint8Array(0)))] },
    ],
    ['other-content-type', { attributes, contentType: CONTENT_TYPE.envelopedData }],
    ['no-attributes', { contentType: CONTENT_TYPE.envelopedData }],
    ['weak-digest', { hash: 'sha1' }],
    ['weak-digest', { hash: 'md5' }],
    [
      'digest-mismatch',
      { attributes, signatureAlgorithm: encodeSignatureAlgorithm({ scheme: 'rsa-pkcs1', hash: 'sha512' }) },
    ],
    [
      'digest-mismatch',
      { signatureAlgorithm: encodeSignatureAlgorithm({ scheme: 'rsa-pss', hash: 'sha512' }) },
    ],
    [
      'bad-signature',
      { attributes, signatureAlgorithm: encodeSignatureAlgorithm({ scheme: 'rsa-pss', hash: 'sha256' }) },
    ],
    ['bad-signature', { attributes, signatureAlgorithm: encodeAlgorithm('1.2.840.10045.4.3.2') }],
    ['unlisted-digest', { attributes, listed: ['sha512'] }],
    [
      'bad-signature',
      { attributes, signatureAlgorithm: encodeAlgorithm(RSA_ENCRYPTION, encodeOctetString(TEXT)) },
    ],
    ['untrusted', { attributes, by: eve }],
  ])('%s', (reason, what) => expect(reasonOf(made(what))).toBe(reason));

  it('with a weak digest passes where that is asked for', () => {
    expect(reasonOf(made({ hash: 'sha1' }), { allowWeak: true })).toBe('valid');
  });

  it('does not pass with its attributes as the content (RFC 5652, 11; the signature is good)', () => {
    const set = encodeSetOf(...attributes);
    expect(reasonOf(made({ content: set }))).toBe('attributes-as-content');
    // Any other SET is content like any other.
    expect(reasonOf(made({ content: encodeSetOf(encodeInteger(1n)) }))).toBe('valid');
    expect(() => signMessage(set, { signers: [alice], attributes: false })).toThrow(
      withCode('bad-argument', /SET of attributes/),
    );
  });

  it('by a key that may not sign', () => {
    const usage = makeExtension({ kind: 'keyUsage', usages: ['keyEncipherment'] });
    const certificate = certify(ALICE, INTERMEDIATE, { by: intermediate, more: [usage] });
    const message = signMessage(TEXT, { signers: [{ ...alice, certificate }], certificates });
    expect(reasonOf(message)).toBe('wrong-key-usage');
    expect(verifyMessage(signedOf(message), { anySigner: true }).valid).toBe(false);
  });

  it('when the certificate has expired, is for something else, or names another mailbox', () => {
    const message = signMessage(TEXT, { signers: [alice], certificates, signingTime: NOW });
    expect(reasonOf(message, { at: new Date('2030-01-01') })).toBe('untrusted');
    const server = { ...alice, certificate: certify(ALICE, INTERMEDIATE, { by: intermediate }) };
    const byServer = signMessage(TEXT, { signers: [server], certificates });
    expect(reasonOf(byServer)).toBe('valid');
    expect(reasonOf(byServer, { purpose: 'email-sign' })).toBe('untrusted');
    expect(reasonOf(message, { email: 'alice@example' })).toBe('untrusted');
  });

  it('without the certificate of its signer', () => {
    const message = signMessage(TEXT, { signers: [alice], certificates });
    const signed = { ...signedOf(message), certificates: [] };
    expect(verifyMessage(signed, trust).signers).toMatchObject([
      { finding: { reason: 'no-signer-certificate' } },
    ]);
  });

  it('changed at any byte', () => {
    const options = { signers: [alice], certificates, signingTime: NOW };
    for (const message of [
      signMessage(TEXT, options),
      signMessage(TEXT, { ...options, attributes: false }),
    ]) {
      let accepted = 0;
      for (let i = 0; i < message.length; i++) {
        for (const bit of [0x01, 0x80]) {
          const changed = message.slice();
          changed[i]! ^= bit;
          try {
            const verdict = verifyMessage(signedOf(changed), trust);
            // What nobody signs may change: versions, the list of digests. The content may not.
            if (verdict.valid) {
              accepted++;
              expect(verdict.content).toEqual(TEXT);
              expect(verdict.signers).toMatchObject([{ certificate: { tbs: alice.certificate.tbs } }]);
            }
          } catch (error) {
            if (!(error instanceof CryptoError) && !(error as Error).message.endsWith('Data')) throw error;
          }
        }
      }
      expect(accepted).toBeLessThan(40);
    }
  });
});

describe('signMessage', () => {
  it('refuses what makes no sense', () => {
    const wrong = { certificate: alice.certificate, privateKey: bob.privateKey };
    expect(() => signMessage(TEXT, { signers: [wrong] })).toThrow(withCode('bad-argument', /^privateKey: /));
    expect(() => signMessage(TEXT, { signers: [] })).toThrow(withCode('bad-argument', /^signers: /));
    expect(() => signMessage(new Uint8Array(2 ** 24 + 2 ** 20 + 1), { signers: [alice] })).toThrow(
      withCode('too-large', /^content: /),
    );
    expect(encodeIdentifier(identifierOf(alice.certificate, 'subjectKeyIdentifier'))[0]).toBe(0x80);
  });
});
