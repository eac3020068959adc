/** Messages between us and OpenSSL, both ways. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pemEncode } from '../../src/asn1/index.ts';
import { utf8 } from '../../src/bytes/index.ts';
import {
  CONTENT_CIPHERS,
  decryptMessage,
  encodeMessageFile,
  encryptMessage,
  parseMessageFile,
  signMessage,
  verifyMessage,
} from '../../src/cms/index.ts';
import { encodePkcs8, type SignatureScheme, toPem } from '../../src/keys/index.ts';
import { alice, bob, carol, intermediate, root } from '../cms/people.ts';
import { NOW } from '../x509/authority.ts';
import { hasPeer } from './peer.ts';

const AT = String(NOW.getTime() / 1000);
const TEXT = 'Meet me at noon.\r\nBob\r\n';

describe.skipIf(!hasPeer('openssl'))('openssl cms', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crypto-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, bytes: string | Uint8Array) => writeFileSync(join(folder, name), bytes);
  const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  const openssl = (line: string) => {
    const { status, stderr } = spawnSync('openssl', line.split(' '), { cwd: folder, encoding: 'utf8' });
    expect(status, `openssl ${line}: ${stderr}`).toBe(0);
  };

  write('root.pem', pemEncode('CERTIFICATE', root.der));
  write('intermediate.pem', pemEncode('CERTIFICATE', intermediate.der));
  for (const [name, { certificate, privateKey }] of Object.entries({ alice, bob, carol })) {
    write(`${name}.pem`, pemEncode('CERTIFICATE', certificate.der));
    write(`${name}-key.pem`, toPem('pkcs8', encodePkcs8(privateKey)));
  }
  write('text', TEXT);

  const certificates = [intermediate];
  const verifyLine = `-verify -in m -CAfile root.pem -attime ${AT} -purpose any -binary -out out`;
  const verified = (name: string, content?: Uint8Array) => {
    const message = parseMessageFile(read(name));
    if (message.type !== 'signedData') throw new Error(message.type);
    return verifyMessage(message.signed, {
      anchors: [root],
      intermediates: [intermediate],
      at: NOW,
      content,
    });
  };
  const decrypted = (name: string, who = bob, withCertificate = true) => {
    const message = parseMessageFile(read(name));
    if (!('enveloped' in message)) throw new Error(message.type);
    return decryptMessage(message.enveloped, {
      privateKey: who.privateKey,
      ...(withCertificate && { certificate: who.certificate }),
    });
  };

  describe('opens ours', () => {
    it.each(CONTENT_CIPHERS)('%s', (cipher) => {
      for (const text of ['', TEXT, 'x'.repeat(4096)]) {
        write(
          'm',
          encodeMessageFile(encryptMessage(utf8(text), { recipients: [bob.certificate], cipher }), 'pem'),
        );
        openssl('cms -decrypt -in m -inform PEM -recip bob.pem -inkey bob-key.pem -binary -out out');
        expect(read('out')).toEqual(utf8(text));
      }
    });

    it.each([
      { scheme: 'rsa-oaep' },
      { scheme: 'rsa-oaep', hash: 'sha256' },
      { scheme: 'rsa-oaep', hash: 'sha256', mgfHash: 'sha1', label: utf8('label') },
    ] as const)('%o', (scheme) => {
      const options = { recipients: [carol.certificate, bob.certificate], scheme };
      write('m', encryptMessage(utf8(TEXT), options));
      openssl('cms -decrypt -in m -inform DER -recip bob.pem -inkey bob-key.pem -binary -out out');
      expect(read('out')).toEqual(utf8(TEXT));
    });

    it.each(['issuerAndSerialNumber', 'subjectKeyIdentifier'] as const)('receivers by %s', (identifier) => {
      const recipients = [carol.certificate, bob.certificate];
      write('m', encryptMessage(utf8(TEXT), { recipients, identifier }));
      for (const name of ['bob', 'carol']) {
        openssl(`cms -decrypt -in m -inform DER -recip ${name}.pem -inkey ${name}-key.pem -binary -out out`);
        expect(read('out')).toEqual(utf8(TEXT));
      }
    });

    it.each([
      { scheme: 'rsa-pkcs1', hash: 'sha256' },
      { scheme: 'rsa-pkcs1', hash: 'sha384' },
      { scheme: 'rsa-pkcs1', hash: 'sha512' },
      { scheme: 'rsa-pss', hash: 'sha256' },
      { scheme: 'rsa-pss', hash: 'sha384', mgfHash: 'sha256', saltLength: 20 },
    ] as const satisfies readonly SignatureScheme[])('signed with %o', (scheme) => {
      for (const options of [{}, { attributes: false }, { identifier: 'subjectKeyIdentifier' }] as const) {
        const signers = [{ ...alice, scheme }];
        write('m', signMessage(utf8(TEXT), { signers, certificates, ...options }));
        openssl(`cms ${verifyLine} -inform DER`);
        expect(read('out')).toEqual(utf8(TEXT));
      }
    });

    it('with two signers, and detached', () => {
      const signers = [
        alice,
        { ...carol, scheme: { scheme: 'rsa-pss', hash: 'sha512', saltLength: 8 } },
      ] as const;
      write('m', encodeMessageFile(signMessage(utf8(TEXT), { signers, certificates }), 'pem'));
      openssl(`cms ${verifyLine} -inform PEM`);
      write(
        'm',
        encodeMessageFile(signMessage(utf8(TEXT), { signers, certificates, detached: true }), 'pem'),
      );
      openssl(`cms ${verifyLine} -inform PEM -content text`);
      expect(read('out')).toEqual(utf8(TEXT));
    });

    it('signed and then encrypted', () => {
      const inner = signMessage(utf8(TEXT), { signers: [alice], certificates });
      write('outer', encryptMessage(inner, { recipients: [bob.certificate] }));
      openssl('cms -decrypt -in outer -inform DER -recip bob.pem -inkey bob-key.pem -binary -out m');
      openssl(`cms ${verifyLine} -inform DER`);
      expect(read('out')).toEqual(utf8(TEXT));
    });
  });

  describe('is opened by us', () => {
    it.each([
      '-aes128',
      '-aes-192-cbc',
      '-aes-256-cbc',
      '-des3',
      '-aes-128-gcm',
      '-aes-256-gcm',
      '-aes256 -keyid',
      '-aes256 -outform DER',
      '-aes256 -outform SMIME',
      '-aes256 -outform SMIME -stream',
      '-aes256 -outform DER -stream',
      '-aes256 -outform PEM -stream',
      '-aes256 -outform PEM -indef',
      '-aes256 -outform DER -noindef',
      '-aes-256-gcm -outform DER -stream',
      '-aes256 -pwri_password secret',
    ])('encrypted %s', (options) => {
      const form = options.includes('-outform') ? '' : ' -outform PEM';
      openssl(`cms -encrypt -binary -in text -out m ${options}${form} carol.pem bob.pem`);
      for (const who of [bob, carol]) {
        expect(decrypted('m', who)).toEqual(utf8(TEXT));
        expect(decrypted('m', who, false)).toEqual(utf8(TEXT));
      }
    });

    it.each([
      '-keyopt rsa_padding_mode:oaep',
      '-keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256',
      '-keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256 -keyopt rsa_mgf1_md:sha1',
    ])('encrypted with %s', (options) => {
      openssl(`cms -encrypt -binary -in text -out m -aes256 -outform DER -recip bob.pem ${options}`);
      expect(parseMessageFile(read('m'))).toMatchObject({
        enveloped: { recipients: [{ scheme: { scheme: 'rsa-oaep' } }] },
      });
      expect(decrypted('m')).toEqual(utf8(TEXT));
    });

    it.each([
      '-nodetach -outform PEM',
      '-nodetach -outform DER',
      '-nodetach -outform SMIME',
      '-nodetach -outform SMIME -stream',
      '-nodetach -outform DER -stream',
      '-nodetach -outform PEM -stream',
      '-nodetach -outform PEM -md sha384',
      '-nodetach -outform PEM -md sha512',
      '-nodetach -outform PEM -md sha224',
      '-nodetach -outform PEM -noattr',
      '-nodetach -outform PEM -noattr -stream',
      '-nodetach -outform PEM -keyid',
      '-nodetach -outform PEM -nosmimecap',
      '-nodetach -outform PEM -cades',
      '-nodetach -outform PEM -keyopt rsa_padding_mode:pss',
      '-nodetach -outform PEM -md sha384 -keyopt rsa_padding_mode:pss -keyopt rsa_pss_saltlen:10',
      '-nodetach -outform PEM -signer carol.pem -inkey carol-key.pem',
      '-outform PEM',
      '-outform DER -noattr',
    ])('signed %s', (options) => {
      openssl(
        `cms -sign -binary -in text -out m -signer alice.pem -inkey alice-key.pem ${options} -certfile intermediate.pem`,
      );
      const verdict = verified('m', options.includes('-nodetach') ? undefined : utf8(TEXT));
      expect(verdict).toMatchObject({ valid: true, content: utf8(TEXT) });
      expect(verdict.signers).toHaveLength(options.includes('carol') ? 2 : 1);
      const scheme = options.includes('pss') ? 'rsa-pss' : 'rsa-pkcs1';
      expect(verdict.signers[0]).toHaveProperty('signer.signatureAlgorithm.scheme.scheme', scheme);
    });

    it('without the certificate of the signer', () => {
      openssl(
        'cms -sign -binary -in text -out m -signer alice.pem -inkey alice-key.pem -nocerts -nodetach -outform DER',
      );
      expect(verified('m').signers).toMatchObject([{ finding: { reason: 'no-signer-certificate' } }]);
    });

    it('as smime makes it', () => {
      openssl('smime -encrypt -binary -in text -out m -aes256 -outform PEM bob.pem');
      expect(decrypted('m')).toEqual(utf8(TEXT));
      openssl(
        'smime -sign -binary -in text -out m -signer alice.pem -inkey alice-key.pem -nodetach -outform PEM',
      );
      expect(verified('m')).toMatchObject({ valid: true, content: utf8(TEXT) });
    });

    it.each([
      ['sha1', 'weak-digest'],
      ['md5', 'weak-digest'],
      ['sha3-256', 'unsupported-digest'],
    ])('not with %s', (hash, reason) => {
      openssl(
        `cms -sign -binary -in text -out m -signer alice.pem -inkey alice-key.pem -nodetach -outform PEM -md ${hash}`,
      );
      expect(verified('m').signers).toMatchObject([{ finding: { reason } }]);
    });

    it('not for multipart mail, which it names', () => {
      openssl('cms -sign -in text -out m -signer alice.pem -inkey alice-key.pem');
      expect(() => parseMessageFile(read('m'))).toThrow('-outform PEM');
    });
  });
});
