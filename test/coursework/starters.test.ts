/** The starters speak the protocol from the first minute on, answer nothing rightly, and hold no part of a solution. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { run } from '../cli/run-crypto.ts';
import { hasPeer } from '../interop/peer.ts';
import { ASSIGNMENTS, COURSEWORK, read } from './coursework.ts';

const compiled = mkdtempSync(join(tmpdir(), 'crypto-starters-'));
afterAll(() => rmSync(compiled, { recursive: true, force: true }));
const root = fileURLToPath(new URL('../../', import.meta.url));
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/** As the READMEs say for Node 20; the types are the project's own. */
beforeAll(async () => {
  writeFileSync(join(compiled, 'package.json'), '{"type":"module"}');
  const flags = [
    '--ignoreConfig',
    '--strict',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--types',
    'node',
  ];
  const files = ASSIGNMENTS.map((name) => `${COURSEWORK}${name}/starter.ts`);
  const { status, stdout } = await run(process.execPath, [tsc, ...flags, '--outDir', compiled, ...files], {
    cwd: root,
  });
  expect(stdout.toString()).toBe('');
  expect(status).toBe(0);
});

/** Something of every kind, under every name. */
const FIELDS = {
  ...Object.fromEntries(
    ['key', 'iv', 'secret', 'seed', 'masterSecret', 'premasterSecret', 'clientRandom', 'serverRandom'].map(
      (name) => [name, '00'.repeat(16)],
    ),
  ),
  ...Object.fromEntries(
    ['msg', 'ct', 'sig', 'handshakeHash', 'modulus', 'publicExponent', 'privateExponent'].map((name) => [
      name,
      '0b'.repeat(16),
    ]),
  ),
  blockSize: 16,
  size: 16,
  sha: 'SHA-256',
  label: 'test label',
  leaf: '-',
  intermediates: [],
  anchors: [],
  at: '2026-06-01T12:00:00.000Z',
  host: 'bob.example',
  purpose: 'server',
};

async function expectNoAnswers(name: string, program: string, file: string): Promise<void> {
  const { operations } = parse(read(`${name}/assignment.yaml`)) as { operations: string[] };
  const questions = [...operations, 'rot13'].map((op, i) => ({ id: i + 1, op, ...FIELDS }));
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const { stdout, stderr, status } = await run(program, [file], { input });
  const answers = stdout.toString().trimEnd().split('\n');
  expect(stderr).toBe('');
  expect(answers.map((line) => JSON.parse(line))).toEqual(
    questions.map(({ id, op }) => ({
      id,
      skip: expect.stringMatching(op === 'rot13' ? 'does not do rot13' : / is not written yet$/),
    })),
  );
  expect(status).toBe(0);
}

describe.each(ASSIGNMENTS)('%s', (name) => {
  it.skipIf(!hasPeer('python3', ['--version']))('starter.py', () =>
    expectNoAnswers(name, 'python3', `${COURSEWORK}${name}/starter.py`),
  );

  it('starter.ts', () => expectNoAnswers(name, process.execPath, join(compiled, name, 'starter.js')));

  it('hold no part of a solution', () => {
    for (const file of ['starter.py', 'starter.ts']) {
      // The S-box and K of SHA-256 begin so, DigestInfo of SHA-256, MAC and power of the libraries.
      expect(read(`${name}/${file}`)).not.toMatch(
        /\b0x63\b|0x7c|428a2f98|3031300d|0x5c|0x36|hmac\.new\(|hmac\.digest\(|\bpow\([^)]+,[^)]+,|% ?len\(/i,
      );
    }
  });

  it('speak the same protocol as all others', () => {
    for (const file of ['starter.py', 'starter.ts']) {
      const protocol = (starter: string) =>
        /^(?:#|\/\/) The protocol: works as it is\..*$/ms.exec(starter)![0];
      expect(protocol(read(`${name}/${file}`))).toBe(protocol(read(`aes/${file}`)));
    }
  });
});
