/** A gibibyte, there and back, in under 200 MiB of memory; and the bytes that openssl and Node make of it. */
import { spawn } from 'node:child_process';
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import {
  createReadStream,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasPeer } from '../interop/peer.ts';
import { BIN } from './run-crypto.ts';

const SIZE = 1 << 30;
const LIMIT_MIB = 200;
const KEY = '000102030405060708090a0b0c0d0e0f';
const IV = 'ffffffffffffffffffffffffffffff00'; // the counter of CTR wraps

const { bavail, bsize } = statfsSync(tmpdir());
const hasRoom = bavail * bsize > 3 * SIZE;
const hasOpenssl = hasPeer('openssl');

const folder = mkdtempSync(join(tmpdir(), 'crypto-large-'));
const message = join(folder, 'message');
const sealed = join(folder, 'sealed');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => rmSync(sealed, { force: true }));

/** Says at exit how much memory the process ever had: VmHWM counts from its own start, unlike `getrusage`. */
const PEAK = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from 'node:fs';
  process.on('exit', () => {
    let peak = process.resourceUsage().maxRSS;
    try { peak = /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]; } catch {}
    process.stderr.write('peak: ' + peak + ' KiB\\n');
  });`)}`;

interface Outcome {
  readonly sha256: string;
  readonly peakMiB: number;
}

async function hashOf(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
}

/** Runs `crypto …args`; the hash is that of its standard output. */
async function runMeasured(args: readonly string[], input?: Readable): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', PEAK, BIN, ...args]);
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const status = new Promise((resolve) => child.on('close', resolve));
  if (input) input.pipe(child.stdin);
  else child.stdin.end();
  const sha256 = await hashOf(child.stdout);
  expect(await status, stderr).toBe(0);
  return { sha256, peakMiB: Number(/peak: (\d+) KiB/.exec(stderr)?.[1]) / 1024 };
}

async function hashOfOpenssl(mode: string): Promise<string> {
  const child = spawn('openssl', ['enc', `-aes-128-${mode}`, '-K', KEY, '-iv', IV, '-in', message]);
  return hashOf(child.stdout);
}

/** `openssl enc` does not do GCM; Node's own does. */
async function hashOfNodeGcm(): Promise<string> {
  const cipher = createCipheriv('aes-128-gcm', Buffer.from(KEY, 'hex'), Buffer.from(IV, 'hex'));
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(message, { highWaterMark: 1 << 20 }))
    hash.update(cipher.update(chunk));
  hash.update(cipher.final());
  return hash.update(cipher.getAuthTag()).digest('hex');
}

describe.skipIf(!hasRoom)('1 GiB (skipped without 3 GiB of room for temporary files)', () => {
  let plain = '';

  beforeAll(async () => {
    const fd = openSync(message, 'w');
    truncateSync(message, SIZE + 5);
    for (let at = 0; at < SIZE; at += SIZE / 16) writeSync(fd, randomBytes(1 << 20), 0, 1 << 20, at + 12345);
    plain = await hashOf(createReadStream(message));
  }, 120_000);

  it.each(['cbc', 'ctr', 'gcm'])('%s', async (mode) => {
    const options = ['--mode', mode, '--key', KEY, '--iv', IV];
    const there = await runMeasured(['aes', 'encrypt', ...options, message, '-o', sealed]);
    const ours = await hashOf(createReadStream(sealed));
    if (mode === 'gcm') expect(ours).toBe(await hashOfNodeGcm());
    else if (hasOpenssl) expect(ours).toBe(await hashOfOpenssl(mode));
    const back = await runMeasured(['aes', 'decrypt', ...options, sealed]);
    expect(back.sha256).toBe(plain);
    const again = await runMeasured(
      ['aes', 'decrypt', ...options, '-o', '/dev/null'],
      createReadStream(sealed),
    );
    for (const { peakMiB } of [there, back, again]) expect(peakMiB).toBeLessThan(LIMIT_MIB);
  });

  it.each(['hex', 'base64'])('as %s', async (encoding) => {
    const options = ['--key', 'text:Key'];
    const there = await runMeasured([
      'rc4',
      'encrypt',
      ...options,
      '--encoding',
      encoding,
      message,
      '-o',
      sealed,
    ]);
    const back = await runMeasured(['rc4', 'decrypt', ...options, '--input-encoding', encoding, sealed]);
    expect(back.sha256).toBe(plain);
    for (const { peakMiB } of [there, back]) expect(peakMiB).toBeLessThan(LIMIT_MIB);
  });

  it('its digest, from a file and from a pipe', async () => {
    const lineOf = (name: string) => createHash('sha256').update(`${plain}  ${name}\n`).digest('hex');
    const file = await runMeasured(['hash', 'sha256', message]);
    const pipe = await runMeasured(['hash', 'sha256'], createReadStream(message));
    expect([file.sha256, pipe.sha256]).toEqual([lineOf(message), lineOf('-')]);
    for (const { peakMiB } of [file, pipe]) expect(peakMiB).toBeLessThan(LIMIT_MIB);
  });
});
