/** `crypto message`: what it says as JSON, and that OpenSSL opens what it wrote to a file. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pemEncode } from '../../../src/asn1/index.ts';
import { toHex, utf8 } from '../../../src/bytes/index.ts';
import { encodePkcs8, toPem } from '../../../src/keys/index.ts';
import { alice, bob, eve, intermediate, root } from '../../cms/people.ts';
import { hasPeer } from '../../interop/peer.ts';
import { runCrypto } from '../run-crypto.ts';
import { openSandbox } from '../sandbox.ts';

const TEXT = 'Meet me at noon.\n';
const AT = '2026-06-01T12:00:00Z';
const cwd = openSandbox().folder('message');
const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);
write('text', TEXT);
write('between.pem', pemEncode('CERTIFICATE', intermediate.der));
write('root.pem', pemEncode('CERTIFICATE', root.der));
write('eve-root.pem', pemEncode('CERTIFICATE', eve.certificate.der));
for (const [name, { certificate, privateKey }] of Object.entries({ alice, bob, eve })) {
  write(
    `${name}.pem`,
    pemEncode('CERTIFICATE', certificate.der) + pemEncode('CERTIFICATE', intermediate.der),
  );
  write(`${name}-key.pem`, toPem('pkcs8', encodePkcs8(privateKey)));
}
const run = async (line: string) => {
  const { status, stdout, stderr } = await runCrypto(line.split(' '), { cwd });
  return { status, stdout: stdout.toString(), stderr };
};
const json = async (line: string) => {
  const { status, stdout } = await run(`${line} --json`);
  return { status, ...(JSON.parse(stdout) as Record<string, unknown>) };
};

describe('crypto message --json', () => {
  const seal = `message seal text --to bob.pem --cert alice.pem --key alice-key.pem --now ${AT}`;

  it('says what was sealed', async () => {
    expect(await json(`${seal} --seed 1 --explain`)).toEqual({
      status: 0,
      output: expect.stringMatching(new RegExp(`^${toHex(utf8('-----BEGIN CMS'))}`)),
      bytes: expect.any(Number),
      form: 'pem',
      signer: 'CN=Alice, O=Crypto Primer',
      signature: { scheme: 'rsa-pkcs1', hash: 'sha256' },
      signingTime: '2026-06-01T12:00:00.000Z',
      recipients: ['CN=Bob, O=Crypto Primer'],
      cipher: 'aes-256-cbc',
      padding: { scheme: 'rsa-pkcs1' },
      trace: expect.objectContaining({ version: 1, subject: 'message seal' }),
    });
  });

  it('says who signed, and through whom', async () => {
    expect((await run(`${seal} -o good`)).status).toBe(0);
    expect(await json(`message open good --key bob-key.pem --ca root.pem --at ${AT}`)).toMatchObject({
      status: 0,
      output: toHex(utf8(TEXT)),
      bytes: TEXT.length,
      valid: true,
      layers: [
        { type: 'envelopedData', cipher: 'aes-256-cbc', padding: 'rsaEncryption', recipients: 1 },
        {
          type: 'signedData',
          signers: [
            {
              valid: true,
              identity: 'verified',
              hash: 'sha256',
              signingTime: '2026-06-01T12:00:00.000Z',
              certificate: { subject: 'CN=Alice, O=Crypto Primer' },
              chain: [{}, {}, { subject: 'CN=Test Root, O=Crypto Primer' }],
            },
          ],
        },
      ],
    });
    expect(await json('message open good --key bob-key.pem --any-signer')).toMatchObject({
      layers: [{}, { signers: [{ identity: 'not-checked' }] }],
    });
  });

  it('says why it refuses, and nothing of the content', async () => {
    await run(`message seal text --to bob.pem --cert eve.pem --key eve-key.pem --now ${AT} -o forged`);
    const refused = await json(`message open forged --key bob-key.pem --ca root.pem --at ${AT} --explain`);
    expect(refused).toMatchObject({
      status: 1,
      error: { code: 'check-failed' },
      valid: false,
      reason: 'untrusted',
      signers: [{ valid: false, reason: 'untrusted', chain: { reason: 'self-signed', depth: 0 } }],
      layers: [{ type: 'envelopedData' }],
    });
    expect(JSON.stringify(refused)).not.toContain(toHex(utf8('noon')));
    await run(`message seal text --to bob.pem --cipher aes-128-gcm -o unsigned`);
    expect(await json(`message open unsigned --key bob-key.pem --ca root.pem`)).toMatchObject({
      status: 1,
      valid: false,
      reason: 'not-signed',
    });
  });
});

describe.skipIf(!hasPeer('openssl'))('crypto message and openssl cms', () => {
  const openssl = (line: string) => {
    const { status, stderr } = spawnSync('openssl', line.split(' '), { cwd, encoding: 'utf8' });
    expect(status, `openssl ${line}: ${stderr}`).toBe(0);
  };
  const attime = String(Date.parse(AT) / 1000);

  it.each(['smime', 'pem', 'der'])('%s: sealed here, opened there', async (form) => {
    const seal = `message seal text --to bob.pem --cert alice.pem --key alice-key.pem --form ${form} --now ${AT}`;
    expect((await run(`${seal} -o ${form} --force`)).status).toBe(0);
    openssl(`cms -decrypt -in ${form} -inform ${form} -recip bob.pem -inkey bob-key.pem -binary -out inner`);
    openssl(
      `cms -verify -in inner -inform DER -CAfile root.pem -attime ${attime} -purpose any -binary -out out`,
    );
    expect(readFileSync(join(cwd, 'out'), 'utf8')).toBe(TEXT);
  });

  it('sealed there, in its own ways, opened here', async () => {
    openssl(
      `cms -sign -binary -in text -out s -signer alice.pem -inkey alice-key.pem -certfile between.pem -nodetach`,
    );
    openssl('cms -encrypt -binary -in s -out e -aes256 bob.pem');
    const { status, stdout, stderr } = await run(`message open e --key bob-key.pem --ca root.pem --at ${AT}`);
    expect([status, stdout]).toEqual([0, TEXT]);
    expect(stderr).toContain('who is there: CN=Alice, O=Crypto Primer');
    openssl('cms -encrypt -binary -in text -out weak -des3 -outform PEM bob.pem');
    expect((await run('message open weak --key bob-key.pem')).stderr).toContain('Sweet32');
    openssl('cms -sign -in text -out two -signer alice.pem -inkey alice-key.pem');
    expect(await run('message open two --any-signer')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('-outform PEM'),
    });
  });
});
