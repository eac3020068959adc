/** Envelopes, whole messages, and what an attacker may learn from either. */
import { describe, expect, it } from 'vitest';
import {
  contextTag,
  encodeNull,
  openDer,
  pemEncode,
  readAny,
  readSequence,
  TAG,
} from '../../src/asn1/index.ts';
import { concat, utf8 } from '../../src/bytes/index.ts';
import { encodeSignedAttributes } from '../../src/cms/attributes.ts';
import { encodeContentInfo } from '../../src/cms/content-info.ts';
import { encodeEnvelopedData } from '../../src/cms/enveloped-data.ts';
import { identifierOf } from '../../src/cms/identifier.ts';
import {
  CONTENT_CIPHERS,
  CONTENT_TYPE,
  decryptMessage,
  type EnvelopedData,
  encodeMessageFile,
  encryptMessage,
  openMessage,
  parseMessage,
  parseMessageFile,
  signMessage,
} from '../../src/cms/index.ts';
import { encodeRecipient } from '../../src/cms/recipient-info.ts';
import { encodeSignedData } from '../../src/cms/signed-data.ts';
import { encodeSignerInfo } from '../../src/cms/signer-info.ts';
import { CryptoError } from '../../src/errors.ts';
import { sha256 } from '../../src/hash/index.ts';
import { encodeAlgorithm, RSA_ENCRYPTION } from '../../src/keys/algorithms.ts';
import { createEncrypter, createSigner, type PrivateKey, publicKeyOfPrivate } from '../../src/keys/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { withCode } from '../with-code.ts';
import { NOW } from '../x509/authority.ts';
import { alice, bob, carol, eve, intermediate, root } from './people.ts';

const TEXT = utf8('Meet me at noon.');
const certificates = [intermediate];
const trust = { anchors: [root], at: NOW };

function envelopeOf(message: Uint8Array): EnvelopedData {
  const parsed = parseMessage(message);
  if (!('enveloped' in parsed)) throw new Error(parsed.type);
  return parsed.enveloped;
}
const seal = (content = TEXT, more = {}) =>
  encryptMessage(content, { recipients: [bob.certificate], ...more });
const signedBy = (who = alice, content = TEXT) =>
  signMessage(content, { signers: [who], certificates, signingTime: NOW });
const open = (message: Uint8Array, options = {}) =>
  openMessage(parseMessageFile(message), { privateKey: bob.privateKey, ...options });
const messageOf = (run: () => unknown) => {
  try {
    return JSON.stringify(run());
  } catch (error) {
    if (error instanceof CryptoError) return error.message;
    throw error;
  }
};

/** SignedData of another content type than data, which `signMessage` does not make. */
function signContentAs(contentType: string, content: Uint8Array): Uint8Array {
  const signedBytes = encodeSignedAttributes({
    contentType,
    signingTime: NOW,
    messageDigest: sha256(content),
  });
  const info = encodeSignerInfo({
    identifier: identifierOf(alice.certificate, 'subjectKeyIdentifier'),
    hash: 'sha256',
    signedBytes,
    signatureAlgorithm: encodeAlgorithm(RSA_ENCRYPTION, encodeNull()),
    signature: createSigner(alice.privateKey).sign({ scheme: 'rsa-pkcs1', hash: 'sha256' }, signedBytes),
  });
  const data = encodeSignedData({
    contentType,
    content,
    certificates: [alice.certificate, intermediate],
    hashes: ['sha256'],
    signers: [info],
    version3: true,
  });
  return encodeContentInfo(CONTENT_TYPE.signedData, data);
}

describe('an envelope', () => {
  it.each(CONTENT_CIPHERS)('opens for its receivers only: %s', (cipher) => {
    for (const length of [0, 1, 15, 16, 17, 1000]) {
      const content = new Uint8Array(length).fill(7);
      const enveloped = envelopeOf(
        seal(content, { recipients: [carol.certificate, bob.certificate], cipher }),
      );
      for (const { privateKey, certificate } of [bob, carol]) {
        expect(decryptMessage(enveloped, { privateKey, certificate })).toEqual(content);
        expect(decryptMessage(enveloped, { privateKey })).toEqual(content);
      }
      expect(() => decryptMessage(enveloped, eve)).toThrow(withCode('check-failed', /for somebody else/));
    }
  });

  it('wants the certificate where too many may be meant, and a key that can decrypt', () => {
    const recipients = [...new Array(32).fill(carol.certificate), bob.certificate];
    const enveloped = envelopeOf(seal(TEXT, { recipients }));
    const { privateKey } = bob;
    expect(decryptMessage(enveloped, bob)).toEqual(TEXT);
    expect(() => decryptMessage(enveloped, { privateKey })).toThrow(
      withCode('bad-argument', /^certificate: .* 33 receivers/),
    );
    const pssOnly = { ...privateKey, algorithm: 'rsassa-pss' } as PrivateKey;
    expect(() => decryptMessage(enveloped, { privateKey: pssOnly })).toThrow(withCode('unsupported'));
    const tooMany = new Array(257).fill(bob.certificate);
    expect(() => envelopeOf(seal(TEXT, { recipients: tooMany }))).toThrow(
      withCode('bad-format', /at most 256 receivers/),
    );
  });

  it('repeats under a seed, and never without', () => {
    expect(seal(TEXT, { random: seededRandom('w') })).toEqual(seal(TEXT, { random: seededRandom('w') }));
    expect(seal()).not.toEqual(seal());
  });

  it('refuses no receiver, a cipher that is none, and a content that is too long', () => {
    expect(() => seal(TEXT, { recipients: [] })).toThrow(withCode('bad-argument', /^recipients: /));
    expect(() => seal(TEXT, { cipher: 'rc4' })).toThrow(withCode('bad-argument', /^cipher: /));
    expect(() => seal(new Uint8Array(2 ** 24 + 2 ** 20 + 1))).toThrow(withCode('too-large', /^content: /));
  });

  it('with a session key that is none goes on with another, the same each time (RFC 3218)', () => {
    const enveloped = envelopeOf(seal());
    const encrypter = createEncrypter(publicKeyOfPrivate(bob.privateKey));
    const [recipient] = enveloped.recipients;
    const said = new Set<string>();
    for (let i = 0; i < 300; i++) {
      const encryptedKey =
        i % 2 === 0
          ? // No padding at all.
            concat(Uint8Array.of(0, i), new Uint8Array(126).fill(i))
          : // A key of another length, well padded.
            encrypter.encrypt({ scheme: 'rsa-pkcs1' }, new Uint8Array(i % 50));
      const changed = { ...enveloped, recipients: [{ ...recipient!, encryptedKey }] } as EnvelopedData;
      const first = messageOf(() => decryptMessage(changed, bob));
      expect(messageOf(() => decryptMessage(changed, bob))).toBe(first);
      said.add(first);
    }
    // One in 256 opens to noise; all others say the same.
    expect([...said].filter((each) => !each.startsWith('{'))).toEqual([
      'message: expected one that opens with this key, got one for another key, or one that was changed',
    ]);
    expect(said.size).toBeLessThan(10);
  });

  it('under GCM says that it was changed, whatever was; in the words of a wrong key', () => {
    const message = seal(TEXT, { cipher: 'aes-256-gcm' });
    const enveloped = envelopeOf(message);
    for (const field of ['ciphertext', 'tag'] as const) {
      const changed = enveloped[field].slice();
      changed[0]! ^= 1;
      expect(() => decryptMessage({ ...enveloped, [field]: changed }, bob)).toThrow(
        withCode('check-failed', /opens with this key/),
      );
    }
    expect(() => decryptMessage({ ...enveloped, aad: Uint8Array.of(0x31, 0) }, bob)).toThrow(
      withCode('check-failed'),
    );
  });
});

describe('a whole message', () => {
  const whole = seal(signedBy());

  it('is decrypted and verified', () => {
    const verdict = open(whole, trust);
    expect(verdict).toMatchObject({ valid: true, content: TEXT });
    expect(verdict.layers.map(({ kind }) => kind)).toEqual(['envelope', 'signature']);
  });

  it.each(['pem', 'der', 'smime'] as const)('in the form of %s, outside and inside', (form) => {
    const inner = encodeMessageFile(signedBy(), form);
    const outer = encodeMessageFile(seal(inner), form);
    expect(open(outer, trust)).toMatchObject({ valid: true, content: TEXT });
    const crlf = form === 'der' ? outer : utf8(new TextDecoder().decode(outer).replaceAll('\n', '\r\n'));
    expect(open(crlf, trust)).toMatchObject({ valid: true, content: TEXT });
    expect(open(encodeMessageFile(seal(TEXT, { cipher: 'aes-128-gcm' }), form))).toMatchObject({
      content: TEXT,
    });
  });

  it('gives its layers one by one', () => {
    expect(open(whole, { outer: true })).toMatchObject({ valid: true, content: signedBy() });
    expect(open(signedBy(), { ...trust, outer: true })).toMatchObject({ valid: true, content: TEXT });
    expect(open(whole, { ...trust, outer: true })).toMatchObject({ valid: false, reason: 'not-signed' });
  });

  it('that quotes one is a text like any other', () => {
    const text = utf8(`See:\n${pemEncode('CMS', signedBy())}`);
    expect(open(seal(text))).toMatchObject({ valid: true, content: text });
  });

  it('that is signed is not opened without asking by whom', () => {
    expect(() => open(whole)).toThrow(withCode('bad-argument', /^anchors: /));
    expect(() => open(signedBy())).toThrow(withCode('bad-argument', /^anchors: /));
    expect(open(whole, { anySigner: true })).toMatchObject({ valid: true, content: TEXT });
  });

  it('needs a key', () => {
    expect(() => open(whole, { privateKey: undefined })).toThrow(withCode('bad-argument', /^privateKey: /));
  });

  it('that nobody signed is refused where a signature is asked for', () => {
    for (const asked of [trust, { anySigner: true }]) {
      expect(() => open(seal(), asked)).toThrow(withCode('check-failed', /signed inside/));
      expect(open(seal(TEXT, { cipher: 'aes-256-gcm' }), asked)).toMatchObject({
        valid: false,
        reason: 'not-signed',
      });
    }
    expect(open(seal())).toMatchObject({ valid: true, content: TEXT });
  });

  it('by somebody else is refused, with the reason', () => {
    const verdict = open(seal(signedBy(eve)), trust);
    expect(verdict).toMatchObject({
      valid: false,
      reason: 'bad-signature',
      verdict: { signers: [{ finding: { reason: 'untrusted' } }] },
    });
    expect(verdict).not.toHaveProperty('content');
  });

  it('says the same of a wrong padding, of noise inside, and of no signature: no oracle', () => {
    const enveloped = envelopeOf(whole);
    const said = new Set<string>();
    const { ciphertext } = enveloped;
    for (let i = 0; i < 256; i++) {
      // Vaudenay: the last byte but one block back takes every value, on a message cut after three blocks.
      const changed = ciphertext.slice(0, 48);
      changed[31] = i;
      said.add(
        messageOf(() =>
          openMessage(
            { type: 'envelopedData', enveloped: { ...enveloped, ciphertext: changed } },
            { ...bob, ...trust },
          ),
        ),
      );
    }
    expect(said.size).toBe(1);
    const [only] = said;
    expect(messageOf(() => open(seal(), trust))).toBe(only);
  });

  it('says the same of a bad signature inside: it would tell that the padding was good', () => {
    const enveloped = envelopeOf(whole);
    const only = messageOf(() => open(seal(), trust));
    const { ciphertext } = enveloped;
    // The signature is the last thing inside: whatever a stranger puts before the last block changes it.
    for (const at of [-100, -49, -33]) {
      const changed = ciphertext.slice();
      changed[changed.length + at]! ^= 1;
      const message = { type: 'envelopedData', enveloped: { ...enveloped, ciphertext: changed } } as const;
      expect(messageOf(() => openMessage(message, { ...bob, ...trust }))).toBe(only);
    }
    const detached = signMessage(TEXT, { signers: [alice], certificates, detached: true });
    expect(messageOf(() => open(seal(detached), trust))).toBe(only);
    const tagged = seal(detached, { cipher: 'aes-256-gcm' });
    expect(() => open(tagged, trust)).toThrow(withCode('bad-argument', /^content: /));
  });

  it('by a weak hash inside is refused with the reason: the signature is good', () => {
    const scheme = { scheme: 'rsa-pkcs1', hash: 'sha1' } as const;
    const weak = signMessage(TEXT, { signers: [{ ...alice, scheme }], certificates });
    expect(open(seal(weak), trust)).toMatchObject({
      reason: 'bad-signature',
      verdict: { signers: [{ finding: { reason: 'weak-digest' } }] },
    });
  });

  it('changed at any byte gives its content or nothing', () => {
    for (const message of [whole, seal(signedBy(), { cipher: 'aes-128-gcm' })]) {
      for (let i = 0; i < message.length; i += message.length > 1000 && i > 500 ? 3 : 1) {
        const changed = message.slice();
        changed[i]! ^= 1 << (i % 8);
        try {
          const verdict = open(changed, trust);
          if (verdict.valid) expect(verdict.content).toEqual(TEXT);
        } catch (error) {
          if (!(error instanceof CryptoError)) throw error;
        }
      }
    }
  });

  it('cut anywhere is refused', () => {
    for (let length = 0; length < whole.length; length += 7) {
      expect(() => open(whole.subarray(0, length), trust)).toThrow(CryptoError);
    }
    expect(() => open(concat(whole, Uint8Array.of(0)), trust)).toThrow(withCode('bad-format'));
  });

  it('may be signed outside, over the ciphertext', () => {
    const { cipher, contentType, ciphertext, tag, recipients } = envelopeOf(seal());
    const [recipient] = recipients;
    if (recipient?.kind !== 'ktri') throw new Error(recipient?.kind);
    const info = encodeRecipient(recipient.identifier, { scheme: 'rsa-pkcs1' }, recipient.encryptedKey);
    const content = encodeEnvelopedData({ cipher, contentType, ciphertext, tag }, [info], false);
    const signature = signContentAs(CONTENT_TYPE.envelopedData, content);
    const verdict = open(signature, trust);
    expect(verdict).toMatchObject({ valid: true, content: TEXT });
    expect(verdict.layers.map(({ kind }) => kind)).toEqual(['signature', 'envelope']);
    expect(open(signature, { ...trust, outer: true })).toMatchObject({ content });
  });

  it('may name the content type of the signature inside, without a ContentInfo', () => {
    const reader = openDer(signedBy()).open(TAG.sequence, 'ContentInfo');
    reader.skip('contentType');
    const inner = readSequence(reader, 'content', (der) => readAny(der, 'SignedData'), '', contextTag(0));
    const enveloped = { ...envelopeOf(seal(inner)), contentType: CONTENT_TYPE.signedData };
    const opened = openMessage({ type: 'envelopedData', enveloped }, { ...bob, ...trust });
    expect(opened).toMatchObject({ valid: true, content: TEXT });
  });

  it('has as many layers as one reads, and no more', () => {
    const outside = signMessage(TEXT, { signers: [alice], certificates });
    expect(open(outside, trust)).toMatchObject({ valid: true, content: TEXT });
    let deep = TEXT;
    for (let i = 0; i < 5; i++) deep = seal(deep);
    expect(() => open(deep)).toThrow(withCode('too-large', /4 layers/));
  });
});

describe('a file that is no message', () => {
  it.each<[string, string | RegExp]>([
    ['', /an empty file/],
    ['hello', /something else/],
    [pemEncode('CERTIFICATE', alice.certificate.der), /got CERTIFICATE/],
    ['Content-Type: text/plain\n\nhello', /application\/pkcs7-mime, got "text\/plain"/],
    ['Content-Type: multipart/signed; boundary=x\n\n--x', /multipart\/signed/],
    ['Content-Type: application/pkcs7-mime\n\nMIIB', /transfer encoding/],
    [
      'Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n!',
      /base64 behind the headers/,
    ],
    ['Subject: hello\n\nhello', /something else/],
  ])('%j', (text, message) => {
    expect(() => parseMessageFile(utf8(text))).toThrow(message);
    expect(() => parseMessageFile(utf8(text))).toThrow(CryptoError);
  });

  it('has headers without end', () => {
    const lines = utf8('A: b\r\n'.repeat(20_000));
    expect(() => parseMessageFile(lines)).toThrow(withCode('bad-format', /something else/));
    expect(() => parseMessageFile(new Uint8Array((48 << 20) + 1))).toThrow(withCode('too-large'));
  });
});
