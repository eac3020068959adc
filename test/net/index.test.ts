/** The example at the head of src/net/index.ts, run as a user of the package runs it; and what hosts refuse. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createHost, type HostOptions, Link, VirtualClock } from '../../src/net/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { withCode } from '../with-code.ts';

it('has an example that prints what it says', () => {
  const source = readFileSync(new URL('../../src/net/index.ts', import.meta.url), 'utf8');
  const code = [...source.matchAll(/^ \* {5}(.*)$/gm)].map(([, line]) => line).join('\n');
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(`// ${stdout.trim()}`).toBe(code.split('\n').at(-1));
});

it('refuses addresses that are none, and text in place of bytes, in one line', () => {
  const clock = new VirtualClock();
  const random = seededRandom('index');
  const options: HostOptions = {
    name: 'alice',
    address: '192.0.2.10',
    mac: '02:00:00:00:00:0a',
    gatewayMac: '02:00:00:00:00:0b',
    clock,
    link: new Link(clock, random, { delay: 1 }),
    end: 'a',
    random,
  };
  const attempt = (more: Partial<HostOptions>) => () => createHost({ ...options, ...more });
  for (const more of [{ address: 'here' }, { mac: '1' }, { gatewayMac: '' }]) {
    expect(attempt(more)).toThrow(withCode('bad-argument', /^address: expected an? .*got/));
  }
  const host = createHost(options);
  expect(() => host.connect('bank.example', 80)).toThrow(withCode('bad-argument', /^address: /));
  expect(() => host.connect('192.0.2.1', 0)).toThrow(withCode('bad-argument', /^port: /));
  expect(() => host.connect('192.0.2.1', 80).send('text' as never)).toThrow(
    withCode('bad-argument', /^bytes: expected a Uint8Array, got a string/),
  );
});
