/** `crypto rsa … --json`: one JSON value on stdout, whatever happens, and every failure in a line on stderr too. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodePkcs8, encodeSpki, toPem } from '../../src/keys/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { generateKey, publicKeyOf } from '../../src/rsa/index.ts';
import { runCrypto } from './run-crypto.ts';
import { openSandbox } from './sandbox.ts';

const cwd = openSandbox().folder('rsa-json');
const rsa = generateKey(1024, { random: seededRandom('json') });
const { n, e, d } = rsa;
writeFileSync(join(cwd, 'key.pem'), toPem('pkcs8', encodePkcs8({ algorithm: 'rsa', rsa })));
writeFileSync(
  join(cwd, 'public.pem'),
  toPem('spki', encodeSpki({ algorithm: 'rsa', rsa: publicKeyOf(rsa) })),
);
writeFileSync(join(cwd, 'in'), 'abc');
writeFileSync(join(cwd, 'long'), new Uint8Array(200));

const KEY = ['--key', 'key.pem'];
const PUBLIC = ['--key', 'public.pem'];
const hex = (bytes: number) => expect.stringMatching(new RegExp(`^[\\da-f]{${2 * bytes}}$`));
const decimal = expect.stringMatching(/^\d+$/);

describe('a failure', () => {
  it.concurrent.each<[number, string, string[]]>([
    [2, 'usage', ['encrypt', 'in']],
    [2, 'usage', ['sign', ...KEY, '--padding', 'oaep', 'in']],
    [2, 'usage', ['keygen', '--bits', '8']],
    [2, 'usage', ['textbook', '--p', 'x']],
    [2, 'bad-argument', ['textbook', '--p', '4', '--q', '5', '--e', '3']],
    [2, 'bad-argument', ['keygen', '--bits', '64', '--exponent', '2']],
    [2, 'bad-argument', ['decrypt', ...PUBLIC, 'in']],
    [2, 'bad-argument', ['sign', ...KEY, '--salt', '3', 'in']],
    [2, 'bad-length', ['encrypt', ...PUBLIC, 'long']],
    [2, 'bad-length', ['decrypt', ...KEY, 'in']],
    [1, 'bad-padding', ['decrypt', ...KEY, '--input-encoding', 'hex']],
    [2, 'bad-format', ['inspect', 'in']],
    [2, 'io', ['check', 'missing']],
    [2, 'exists', ['convert', 'key.pem', '-o', 'in']],
  ])('%i %s: %j', async (status, code, args) => {
    const run = await runCrypto(['rsa', ...args, '--json'], { cwd, input: '07'.repeat(128) });
    expect(JSON.parse(run.stdout.toString())).toEqual({ error: { code, message: expect.any(String) } });
    expect(run.stderr).toMatch(/^(crypto: [^\n]+\n)+$/);
    expect(run.status).toBe(status);
  });

  it.concurrent.each<[string[], Record<string, unknown>]>([
    [
      ['verify', ...PUBLIC, '--signature', 'in', 'in'],
      { signature: 'invalid', reason: 'wrong-length', expected: 128, found: 3 },
    ],
    [
      ['factor', '--key', 'public.pem', '--limit', '1'],
      { n: n.toString(), factors: [], rest: n.toString(), bits: 1024 },
    ],
  ])('%j carries its evidence', async (args, evidence) => {
    const { status, stdout } = await runCrypto(['rsa', ...args, '--json'], { cwd });
    expect(JSON.parse(stdout.toString())).toMatchObject({ error: { code: 'check-failed' }, ...evidence });
    expect(status).toBe(1);
  });
});

describe('a success', () => {
  const inspected = { form: 'pkcs8', encoding: 'pem', bits: 1024, n: `${n}`, e: `${e}` };

  it.concurrent.each<[string[], Record<string, unknown>]>([
    [
      ['keygen', '--bits', '64', '--der'],
      {
        output: expect.stringMatching(/^30/),
        bytes: expect.any(Number),
        bits: 64,
        e: '65537',
        n: decimal,
        secret: true,
      },
    ],
    [
      ['keygen', '--bits', '64', '-o', 'new.pem', '--pub', 'new-public.pem'],
      { output: 'new.pem', public: 'new-public.pem', format: 'pkcs8', der: false },
    ],
    [
      ['inspect', 'key.pem'],
      { ...inspected, kind: 'private', d: `${d}`, p: `${rsa.crt!.p}`, qInv: `${rsa.crt!.qInv}` },
    ],
    [['inspect', 'public.pem'], { ...inspected, kind: 'public', form: 'spki' }],
    [['check', 'key.pem'], { consistent: true, sound: true, bits: 1024, findings: expect.any(Array) }],
    [
      ['convert', 'key.pem', '--to', 'pkcs1'],
      {
        kind: 'private',
        format: 'pkcs1',
        der: false,
        text: expect.stringMatching(/^-----BEGIN RSA PRIVATE KEY/),
      },
    ],
    [['encrypt', ...PUBLIC, 'in'], { output: hex(128), bytes: 128, padding: 'pkcs1', bits: 1024 }],
    [
      ['encrypt', ...PUBLIC, '--padding', 'oaep', '--hash', 'sha256', '--explain', 'in'],
      { output: hex(128), hash: 'sha256', trace: expect.objectContaining({ version: 1 }) },
    ],
    [['sign', ...KEY, 'in'], { output: hex(128), bytes: 128, padding: 'pkcs1', hash: 'sha256' }],
    [['sign', ...KEY, '--padding', 'pss', 'in'], { output: hex(128), mgfHash: 'sha256', salt: 32 }],
    [
      ['textbook', '--p', '61', '--q', '53', '--e', '17'],
      { n: '3233', lambda: '780', d: '413', dPhi: '2753' },
    ],
    [['factor', '3233'], { n: '3233', factors: ['53', '61'], rest: '1', method: 'trial-division' }],
  ])('%j', async (args, expected) => {
    const { status, stdout, stderr } = await runCrypto(['rsa', ...args, '--json'], { cwd });
    expect(JSON.parse(stdout.toString())).toMatchObject(expected);
    expect(stderr).toMatch(/^(crypto: [^\n]+\n)*$/);
    expect(status).toBe(0);
  });

  it('the trace it carries ends in the output', async () => {
    const args = ['sign', ...KEY, '--padding', 'pss', '--explain', 'in'];
    const { stdout } = await runCrypto(['rsa', ...args, '--json'], { cwd });
    const { output, trace } = JSON.parse(stdout.toString());
    expect(trace.output).toBe(output);
  });
});
