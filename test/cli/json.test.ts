/** Under `--json` stdout is one JSON value, whatever happens; and stderr says every failure in a line of its own. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCrypto } from './run-crypto.ts';
import { openSandbox } from './sandbox.ts';

const KEY = '000102030405060708090a0b0c0d0e0f';
const AES = ['--key', KEY, '--iv', KEY];

const cwd = openSandbox().folder('json');
writeFileSync(join(cwd, 'in'), 'abc');
writeFileSync(join(cwd, 'old'), 'old');
writeFileSync(join(cwd, 'picture.ppm'), 'P6 3 2 255\nabcdefghijklmnopqr');
// A capture without packets.
writeFileSync(join(cwd, 'none.pcap'), Buffer.from('1MOyoQIABAAAAAAAAAAAAAAABAABAAAA', 'base64'));
writeFileSync(join(cwd, 'large'), new Uint8Array((16 << 20) + 1));
mkdirSync(join(cwd, 'folder'));

describe('a failure', () => {
  it.concurrent.each<[number, string, string[]]>([
    [2, 'usage', ['nope']],
    [2, 'usage', ['--nope']],
    [2, 'usage', ['help', 'nope']],
    [2, 'usage', ['aes']],
    [2, 'usage', ['aes', 'nope']],
    [2, 'usage', ['aes', 'encrypt', '--nope']],
    [2, 'usage', ['aes', 'encrypt', '--mode', 'xts']],
    [2, 'usage', ['random', 'x']],
    [2, 'bad-argument', ['aes', 'encrypt', 'in']],
    [2, 'bad-length', ['aes', 'encrypt', '--key', '00', 'in']],
    [2, 'bad-encoding', ['aes', 'encrypt', '--key', 'zz', 'in']],
    [2, 'bad-encoding', ['aes', 'encrypt', ...AES, '--input-encoding', 'hex', 'in']],
    [2, 'io', ['aes', 'encrypt', ...AES, 'missing']],
    [2, 'io', ['aes', 'encrypt', ...AES, 'folder']],
    [2, 'io', ['aes', 'encrypt', ...AES, 'in', '-o', 'folder']],
    [2, 'io', ['aes', 'encrypt', ...AES, 'in', '-o', '/dev/full']],
    [2, 'exists', ['aes', 'encrypt', ...AES, 'in', '-o', 'old']],
    [2, 'too-large', ['aes', 'encrypt', ...AES, '--mode', 'ctr', 'large']],
    [1, 'bad-padding', ['aes', 'decrypt', ...AES, '--mode', 'cbc', '--input-encoding', 'hex']],
    [1, 'bad-tag', ['aes', 'decrypt', ...AES, '--mode', 'gcm', '--input-encoding', 'hex']],
    [2, 'bad-argument', ['crosscheck', 'nope']],
    [2, 'io', ['modes', 'flip', 'missing']],
    [2, 'bad-format', ['image', 'compare', 'in']],
    [2, 'bad-argument', ['explain', 'aes', '--round', '11']],
    [2, 'bad-argument', ['explain', 'sha256', 'abc', '--block', '2']],
    [2, 'too-large', ['explain', 'sha256', 'file:large']],
    [2, 'usage', ['hash', 'sha3', 'in']],
    [2, 'io', ['hash', 'sha256', 'missing']],
    [2, 'bad-argument', ['hash', 'sha256', '--quiet', 'in']],
    [2, 'bad-argument', ['hash', 'compare', 'a']],
    [2, 'bad-argument', ['hmac', 'sha256', 'in']],
    [2, 'usage', ['kdf', 'hkdf']],
    [2, 'too-large', ['kdf', 'hkdf', '--ikm', '00', '--length', '8161']],
    [2, 'usage', ['dh', 'exchange', '--group', 'toy']],
    [2, 'bad-argument', ['dh', 'exchange', '--a', '22']],
    [2, 'bad-argument', ['dh', 'intercept', '--p', '21', '--g', '2']],
    [2, 'io', ['cert', 'show', 'missing']],
    [2, 'bad-format', ['cert', 'show', 'in']],
    [2, 'bad-argument', ['cert', 'show', '--asn1', '--explain', 'in']],
    [2, 'usage', ['cert', 'fingerprint', '--hash', 'sha3', 'in']],
    [2, 'usage', ['cert', 'verify', 'in']],
    [2, 'bad-format', ['cert', 'verify', 'in', '--ca', 'in']],
    [2, 'bad-argument', ['message', 'seal', 'in']],
    [2, 'bad-format', ['message', 'seal', 'in', '--to', 'in']],
    [2, 'bad-format', ['message', 'open', 'in']],
    [2, 'bad-argument', ['message', 'open', 'in', '--ca', 'in', '--any-signer']],
    [2, 'bad-argument', ['ca', 'init', 'new', '--subject', 'nobody']],
    [2, 'exists', ['ca', 'init', '.', '--subject', 'CN=Root']],
    [2, 'io', ['ca', 'issue', 'missing', '--dns', 'bob.example']],
    [2, 'io', ['ca', 'sign', 'missing', '--csr', 'in']],
    [2, 'io', ['ca', 'revoke', 'missing', 'bob.example']],
    [2, 'io', ['ca', 'crl', 'folder']],
    [2, 'io', ['ca', 'list', 'folder']],
    [2, 'bad-argument', ['cert', 'request', '--dns', 'bob.example']],
    [2, 'bad-argument', ['ca', 'fault', 'nope']],
    [2, 'bad-argument', ['ca', 'fault', 'expired']],
    [2, 'exists', ['ca', 'fault', 'expired', '-o', '.']],
    [2, 'io', ['ca', 'fault', 'expired', '-o', 'in']],
    [2, 'io', ['capture', 'read', 'missing']],
    [2, 'bad-format', ['capture', 'read', 'in']],
    [2, 'bad-argument', ['tls', 'demo', '--fault', 'nope']],
    [2, 'bad-argument', ['http', 'https://bank.example/']],
    [2, 'bad-argument', ['https', '--view', 'bob', '--layers']],
    [2, 'bad-argument', ['https', '--pcap', '-']],
    [2, 'exists', ['https', '--pcap', 'old']],
    [2, 'usage', ['http', '--view', 'eve']],
    [2, 'usage', ['http', 'sesion']],
    [2, 'usage', ['http', 'websocket', '--key', 'x']],
    [2, 'bad-argument', ['http', 'session', '--url', '--topic', 'signed']],
    [2, 'exists', ['http', 'websocket', '--pcap', 'old']],
    [2, 'usage', ['tcp', 'handshake', '--isn', '1']],
    [2, 'bad-argument', ['tcp', 'close', '--half', '--three']],
    [2, 'exists', ['tcp', 'close', '--pcap', 'old']],
    [2, 'usage', ['tcp', 'nosuch', '--help']],
    [2, 'usage', ['tcp', 'window', '--window', '999']],
    [2, 'bad-argument', ['tcp', 'window', '--lose', '31']],
    [2, 'usage', ['tcp', 'synflood', '--count', '0']],
    [2, 'usage', ['udp', '--loss', '2']],
    [2, 'usage', ['tls', 'server', '--cert', 'in']],
    [2, 'bad-format', ['tls', 'server', '--cert', 'in', '--key', 'in']],
    [2, 'bad-argument', ['tls', 'client', 'localhost:1']],
    [2, 'bad-format', ['tls', 'client', 'localhost:1', '--ca', 'in']],
    [2, 'io', ['tls', 'client', '127.0.0.1:1', '--insecure']],
    [2, 'io', ['vectors', 'run', 'missing']],
    [2, 'bad-format', ['vectors', 'run', 'in']],
    [2, 'bad-argument', ['vectors', 'run', 'in', '--engine', 'exec:']],
    [2, 'exists', ['vectors', 'run', 'md5', '-o', 'old']],
    [2, 'bad-argument', ['vectors', 'list', 'nope']],
    [2, 'bad-argument', ['vectors', 'make', 'nope']],
    [2, 'io', ['grade', 'missing']],
    [2, 'bad-format', ['grade', 'in']],
    [2, 'bad-argument', ['grade', 'in', 'folder']],
    [2, 'io', ['assignment', 'instance', 'missing']],
    [2, 'exists', ['assignment', 'new', '.']],
    [2, 'bad-argument', ['assignment', 'new', 'other', '--from', 'nope']],
    [2, 'too-large', ['dh', 'public', '--p', `0x${'f'.repeat(2049)}`, '--g', '2']],
  ])('%i %s: %j', async (status, code, args) => {
    const run = await runCrypto([...args, '--json'], {
      cwd,
      input: args.includes('decrypt') ? '00'.repeat(32) : '',
    });
    expect(JSON.parse(run.stdout.toString())).toEqual({ error: { code, message: expect.any(String) } });
    expect(run.stderr).toMatch(/^(crypto: [^\n]+\n|(key|iv): [\da-f]+\n)+$/);
    expect(run.stderr.split('\n').at(-2)).toMatch(/^crypto: /);
    expect(run.status).toBe(status);
  });
});

describe('a success', () => {
  it.concurrent.each<[string[], Record<string, unknown>]>([
    [[], { help: expect.stringContaining('crypto demo') }],
    [['--help'], { help: expect.stringContaining('--all') }],
    [['help', 'aes'], { help: expect.stringContaining('encrypt') }],
    [['aes', 'encrypt', '--help'], { help: expect.stringMatching(/--mode[\s\S]*printf/) }],
    [['--version'], { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) }],
    [['completion', 'bash'], { shell: 'bash', script: expect.any(String) }],
    [['random', '3'], { output: expect.stringMatching(/^[\da-f]{6}$/), bytes: 3 }],
    [['rc4', 'encrypt', '--key', 'text:Key', 'in'], { output: '8afd14', bytes: 3, cipher: 'rc4' }],
    [['aes', 'encrypt', ...AES, 'in'], expect.objectContaining({ bytes: 16, cipher: 'aes', mode: 'cbc' })],
    [['aes', 'encrypt', ...AES, 'in', '-o', '-'], expect.objectContaining({ bytes: 16 })],
    [['aes', 'encrypt', ...AES, 'in', '-o', '/dev/stdout'], expect.objectContaining({ bytes: 16 })],
    [
      ['aes', 'encrypt', ...AES, 'large', '-o', 'new'],
      expect.objectContaining({ output: 'new', bytes: 16777232 }),
    ],
    [['tcp', 'handshake'], expect.objectContaining({ facts: expect.objectContaining({ segments: 3 }) })],
    [
      ['tcp', 'close', '--three'],
      expect.objectContaining({ facts: expect.objectContaining({ segments: 3 }) }),
    ],
    [
      ['tcp', 'window', '--slow-reader'],
      expect.objectContaining({ facts: expect.objectContaining({ leastRwnd: 0, delivered: 30_000 }) }),
    ],
    [
      ['tcp', 'synflood', '--cookies'],
      expect.objectContaining({ facts: expect.objectContaining({ mostHalfOpen: 64, dropped: 0 }) }),
    ],
    [['udp'], expect.objectContaining({ facts: expect.objectContaining({ count: 12, sameFates: true }) })],
    [['crosscheck', 'aes-ecb', '--runs', '2'], expect.objectContaining({ agreed: true })],
    [
      ['image', 'encrypt', ...AES, 'picture.ppm'],
      {
        output: expect.stringMatching(/^89504e47[\da-f]+$/),
        bytes: expect.any(Number),
        cipher: 'aes',
        mode: 'cbc',
        key: KEY,
        iv: KEY,
        format: 'png',
        width: 3,
        height: 2,
        alpha: false,
      },
    ],
    [
      ['image', 'compare', '--key', KEY, '--modes', 'ecb', 'picture.ppm'],
      {
        cipher: 'aes',
        key: KEY,
        original: expect.objectContaining({ blocks: 1 }),
        panels: [expect.objectContaining({ mode: 'ecb', blocks: 1 })],
      },
    ],
    [
      ['capture', 'read', 'none.pcap'],
      expect.objectContaining({ format: 'pcap', packets: 0, conversations: [], secrets: false }),
    ],
    [['modes', 'flip'], expect.objectContaining({ cipher: 'aes' })],
    [['modes', 'nonce-reuse'], expect.objectContaining({ complete: true })],
    [['explain', 'aes', '--all'], trace('AES-128', 'round[10].output')],
    [['explain', 'aes', '--decrypt'], trace('AES-128', 'round[10].ioutput')],
    [['explain', 'des'], trace('DES', 'round[16].f')],
    [['explain', 'sha512', 'abc', '--round', '3'], trace('SHA-512', 'M(1).t[79]')],
    [['explain', 'md5', 'abc'], trace('MD5', 'X(1).i[64]')],
    [['explain', 'hmac', '--key', '00', 'abc'], trace('HMAC-SHA-256', 'outer.hash')],
    [['explain', 'prf', '--secret', '00', '--label', 'x', '--seed', '00'], trace('PRF-SHA-256', 'P_hash')],
    [
      ['tls', 'demo', '--seed', 'json', '--resume'],
      trace('TLS 1.2, TLS_RSA_WITH_AES_128_CBC_SHA', 'key_block'),
    ],
    [
      ['tls', 'demo', '--seed', 'json', '--html', 'tls.html'],
      { output: 'tls.html', bytes: expect.any(Number) },
    ],
    [
      ['http', '--view', 'hacker', '--pcap', 'http.pcapng'],
      expect.objectContaining({
        scheme: 'http',
        cookie: expect.stringMatching(/^[\da-f]{32}$/),
        suite: null,
        view: {
          party: 'hacker',
          packets: expect.arrayContaining([expect.objectContaining({ number: 1, from: 'alice' })]),
        },
        pcap: 'http.pcapng',
      }),
    ],
    [
      ['http', 'hsts', '--preload', '--seed', 'json'],
      expect.objectContaining({
        lesson: 'http-hsts',
        seed: 'json',
        facts: expect.objectContaining({ preloaded: true, clearRequests: 0, passwordRead: null }),
        hops: [expect.arrayContaining([expect.objectContaining({ request: 'POST /login', secure: true })])],
      }),
    ],
    [
      ['http', 'session', '--topic', 'url'],
      expect.objectContaining({
        lesson: 'http-session',
        facts: expect.objectContaining({ topic: 'url', tries: expect.any(Array) }),
      }),
    ],
    [
      ['http', 'websocket', '--key', 'dGhlIHNhbXBsZSBub25jZQ=='],
      expect.objectContaining({
        lesson: 'http-websocket',
        facts: expect.objectContaining({ accept: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=', masked: 3 }),
      }),
    ],
    [
      ['https', 'proxy', '--root', 'unknown'],
      expect.objectContaining({
        lesson: 'https-proxy',
        facts: { unknown: expect.objectContaining({ alert: 'unknown_ca', requests: 0 }) },
      }),
    ],
    [
      ['https', '--lossy'],
      expect.objectContaining({
        suite: expect.stringMatching(/^TLS_RSA_/),
        phases: expect.arrayContaining([expect.objectContaining({ phase: 'tls' })]),
        packets: expect.arrayContaining([expect.objectContaining({ again: 'timeout' })]),
      }),
    ],
    [
      ['hash', 'md5', 'in'],
      { algorithm: 'MD5', files: [{ name: 'in', digest: '900150983cd24fb0d6963f7d28e17f72' }] },
    ],
    [
      ['vectors', 'run', 'md5', 'aes-ctr'],
      expect.objectContaining({ engine: 'scratch', total: 14, passed: 14, failed: 0, skipped: 0 }),
    ],
    [
      ['vectors', 'list'],
      { vectors: expect.arrayContaining([expect.objectContaining({ name: 'md5', cases: 7 })]) },
    ],
    [['vectors', 'list', 'md5'], expect.objectContaining({ algorithm: 'MD5', groups: expect.any(Array) })],
    [['vectors', 'make', '--list'], { operations: expect.arrayContaining(['aes-gcm-decrypt']) }],
    [
      ['vectors', 'make', 'xor', '--count', '2'],
      expect.objectContaining({ algorithm: 'xor', numberOfTests: 2 }),
    ],
    [
      ['vectors', 'make', 'xor', '-o', 'xor.json'],
      { output: 'xor.json', bytes: expect.any(Number), op: 'xor', cases: 10 },
    ],
    [['assignment', 'list'], { assignments: expect.any(Array) }],
    [
      ['assignment', 'new', 'coursework'],
      { folder: 'coursework', from: null, files: expect.arrayContaining(['assignment.yaml', 'course.key']) },
    ],
    [['hash', 'compare', 'a', 'a'], expect.objectContaining({ inputBits: { differ: 0, of: 8 } })],
    [
      ['hmac', 'sha256', '--key', 'text:k', 'in'],
      { algorithm: 'HMAC-SHA-256', files: [{ name: 'in', digest: expect.stringMatching(/^[\da-f]{64}$/) }] },
    ],
    [
      ['kdf', 'hkdf', '--ikm', '00', '--length', '2'],
      { output: expect.any(String), bytes: 2, kdf: 'HKDF', hash: 'SHA-256', salt: '', info: '' },
    ],
    [
      ['dh', 'exchange', '--a', '6', '--b', '15'],
      expect.objectContaining({ A: '8', B: '19', aliceShared: '2', bobShared: '2', equal: true }),
    ],
    [
      ['dh', 'intercept', '--a', '6', '--b', '15', '--m', '3'],
      expect.objectContaining({ M: '10', bobReads: expect.stringContaining('900 euros') }),
    ],
    [
      ['dh', 'public', '--private', '6'],
      { group: 'toy23', p: '23', g: '5', privateValue: '6', publicValue: '8' },
    ],
    [
      ['dh', 'shared', '--private', '6', '--peer', '19'],
      { group: 'toy23', p: '23', g: '5', peer: '19', shared: '2' },
    ],
    [
      ['ca', 'fault', 'revoked', '-o', 'revoked', '--bits', '1024', '--now', '@1780272000'],
      {
        output: 'revoked',
        files: ['root.pem', 'chain.pem', 'leaf.pem', 'leaf-key.pem', 'crl.pem', 'fault.json'],
        name: 'revoked',
        host: 'bob.example',
        at: '2026-06-01T00:00:00Z',
        purpose: 'server',
        reason: 'revoked',
        opensslError: 23,
        opensslArgs: expect.arrayContaining(['-crl_check_all', 'leaf.pem']),
        clause: 'RFC 5280, 6.3',
        wrong: "the server's certificate was revoked",
        lesson: expect.stringContaining('keyCompromise'),
        commands: {
          show: 'crypto cert show revoked/crl.pem',
          verify: expect.stringContaining('crypto cert verify revoked/chain.pem'),
          openssl: expect.stringContaining('(cd revoked && openssl verify'),
        },
        secret: true,
      },
    ],
    [
      ['ca', 'fault', 'list'],
      {
        faults: expect.arrayContaining([
          {
            name: 'common-name-only',
            wrong: expect.any(String),
            reason: 'wrong-host',
            opensslError: null,
            clause: 'RFC 9525, 2',
          },
        ]),
      },
    ],
    [['dh', 'groups'], { groups: expect.arrayContaining([expect.objectContaining({ name: 'ffdhe8192' })]) }],
  ])('%j', async (args, expected) => {
    const { status, stdout, stderr } = await runCrypto([...args, '--json'], { cwd });
    expect(JSON.parse(stdout.toString())).toEqual(expected);
    expect(stderr).toMatch(/^(crypto: [^\n]+\n)*$/);
    expect(status).toBe(0);
  });

  it('counts the bytes of the file it names', async () => {
    const args = ['image', 'compare', '--key', KEY, '--modes', 'ecb', 'picture.ppm', '-o', 'panels.png'];
    const { stdout } = await runCrypto([...args, '--json'], { cwd });
    const { size } = statSync(join(cwd, 'panels.png'));
    expect(JSON.parse(stdout.toString())).toMatchObject({ output: 'panels.png', bytes: size });
  });
});

/** The whole of a trace, whatever part of it a person would be shown. */
function trace(subject: string, id: string): Record<string, unknown> {
  return {
    version: 1,
    subject,
    inputs: expect.any(Object),
    steps: expect.arrayContaining([expect.objectContaining({ id })]),
    output: expect.stringMatching(/^[\da-f]+$/),
  };
}
