/** Files appear whole or not at all, and nothing is replaced unasked. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { utf8 } from '../../../src/bytes/index.ts';
import { holdBack } from '../../../src/cli/io/hold-back.ts';
import { openSink, type SinkOptions } from '../../../src/cli/io/output.ts';
import type { Sink } from '../../../src/cli/io/sink.ts';
import { openSession } from '../../../src/cli/session.ts';
import { withCode } from '../../with-code.ts';

const session = openSession([], {});
const root = mkdtempSync(join(tmpdir(), 'crypto-output-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder = '';
let output = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'test-'));
  output = join(folder, 'out');
});

const open = (options: Partial<SinkOptions> = {}) => openSink(session, { output, ...options });
const put = async (sink: Sink, text: string) => {
  await sink.write(utf8(text));
  await sink.commit();
};
const content = (path: string) => readFileSync(path, 'utf8');

describe('a new file', () => {
  it('is not there before commit, and whole after it', async () => {
    const sink = await open();
    await sink.write(utf8('one'));
    expect(existsSync(output)).toBe(false);
    await sink.write(utf8('two'));
    await sink.commit();
    expect(content(output)).toBe('onetwo');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('never was, after abort', async () => {
    const sink = await open();
    await sink.write(utf8('one'));
    await sink.abort();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not replace what appears in the meantime', async () => {
    const sink = await open();
    writeFileSync(output, 'theirs');
    await expect(put(sink, 'ours')).rejects.toEqual(withCode('exists', /out: exists/));
    await sink.abort();
    expect(content(output)).toBe('theirs');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('has the permissions asked for, or those of the umask', async () => {
    await put(await open({ permissions: 0o600 }), 'secret');
    expect(statSync(output).mode & 0o777).toBe(0o600);
    output = join(folder, 'other');
    await put(await open(), 'open');
    expect(statSync(output).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  it('may have a name of 255 bytes', async () => {
    output = join(folder, '密'.repeat(85));
    await put(await open(), 'x');
    expect(content(output)).toBe('x');
  });

  it('is refused before any work where its folder is not there', async () => {
    output = join(folder, 'missing', 'out');
    await expect(open()).rejects.toEqual(
      withCode('io', /missing.out: the folder it should go into does not exist$/),
    );
  });

  it('is an error, and no rubbish, where its folder goes away', async () => {
    output = join(folder, 'inner', 'out');
    mkdirSync(join(folder, 'inner'));
    const sink = await open();
    rmSync(join(folder, 'inner'), { recursive: true });
    await expect(put(sink, 'x')).rejects.toEqual(withCode('io'));
    await sink.abort();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('an existing file', () => {
  beforeEach(() => writeFileSync(output, 'old'));

  it('stays as it is without force', async () => {
    await expect(open()).rejects.toEqual(withCode('exists', /--force/));
    expect(content(output)).toBe('old');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('is replaced at commit with force, and keeps its permissions', async () => {
    chmodSync(output, 0o640);
    const sink = await open({ force: true });
    await sink.write(utf8('new'));
    expect(content(output)).toBe('old');
    await sink.commit();
    expect(content(output)).toBe('new');
    expect(statSync(output).mode & 0o777).toBe(0o640);
  });

  it('stays after abort', async () => {
    const sink = await open({ force: true });
    await sink.write(utf8('new'));
    await sink.abort();
    expect(content(output)).toBe('old');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('is reached through a link, which stays one', async () => {
    const link = join(folder, 'link');
    symlinkSync('out', link);
    await expect(open({ output: link })).rejects.toEqual(withCode('exists', /link: exists/));
    await put(await open({ output: link, force: true }), 'new');
    expect(content(output)).toBe('new');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it('leaves the other name of its content alone', async () => {
    linkSync(output, join(folder, 'other'));
    await put(await open({ force: true }), 'new');
    expect(content(join(folder, 'other'))).toBe('old');
  });
});

describe('what is no file', () => {
  it('a link that leads nowhere is in the way', async () => {
    symlinkSync(join(folder, 'nowhere'), output);
    await expect(open()).rejects.toEqual(withCode('exists'));
    await put(await open({ force: true }), 'new');
    expect(content(output)).toBe('new');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('a folder is refused, with force or without', async () => {
    for (const force of [false, true]) {
      await expect(open({ output: folder, force })).rejects.toEqual(withCode('io', /got a folder$/));
    }
  });

  it.skipIf(!existsSync('/dev/full'))('a device is written as it is', async () => {
    await put(await open({ output: '/dev/null' }), 'x');
    await expect(put(await open({ output: '/dev/full' }), 'x')).rejects.toEqual(
      withCode('io', /no space left/),
    );
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('a FIFO is written as it is', async () => {
    execFileSync('mkfifo', [output]);
    const reader = readFile(output, 'utf8');
    await put(await open(), 'through');
    expect(await reader).toBe('through');
    expect(statSync(output).isFIFO()).toBe(true);
  });
});

describe('held back', () => {
  it('nothing reaches a sink before commit, and nothing at all after abort', async () => {
    const seen: string[] = [];
    const plain: Sink = {
      write: async (chunk) => void seen.push(new TextDecoder().decode(chunk)),
      commit: async () => void seen.push('commit'),
      abort: async () => void seen.push('abort'),
    };
    const committed = await holdBack(session, plain);
    await committed.write(utf8('one'));
    await committed.write(utf8('two'));
    expect(seen).toEqual([]);
    await committed.commit();
    expect(seen.splice(0)).toEqual(['onetwo', 'commit']);
    const aborted = await holdBack(session, plain);
    await aborted.write(utf8('one'));
    await aborted.abort();
    expect(seen).toEqual(['abort']);
  });

  it('lies in a file without a name, which no end of the process can leave behind', async () => {
    vi.stubEnv('TMPDIR', folder);
    const held = await holdBack(session, await openSink(session, { output: '/dev/null' }));
    await held.write(utf8('secret'));
    expect(readdirSync(folder)).toEqual([]);
    await held.commit();
    vi.unstubAllEnvs();
  });

  it('a file needs none of it', async () => {
    const sink = await open();
    expect(await holdBack(session, sink)).toBe(sink);
    await sink.abort();
  });
});
