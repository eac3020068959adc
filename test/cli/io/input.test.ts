/** What is read, in however many pieces it comes. */
import { closeSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectReadable, type Input, readAll } from '../../../src/cli/io/input.ts';
import { runPipeFrom, unchanged } from '../../../src/cli/pipeline.ts';
import { openSession } from '../../../src/cli/session.ts';
import { withCode } from '../../with-code.ts';

const COUNT = 200_000;

async function* singleBytes(): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < COUNT; i++) yield Uint8Array.of(i & 255);
}

const input = (): Input => ({ name: '-', size: undefined, chunks: singleBytes(), async close() {} });

describe('very many small chunks', () => {
  it('are read as a whole', async () => {
    const bytes = await readAll(openSession([], {}), input(), COUNT);
    expect(bytes.length).toBe(COUNT);
    expect(bytes.every((byte, i) => byte === (i & 255))).toBe(true);
  });

  it('are refused beyond the limit', async () => {
    await expect(readAll(openSession([], {}), input(), COUNT - 1)).rejects.toThrow(withCode('too-large'));
  });

  it('are put into JSON as a whole', async () => {
    const said: unknown[] = [];
    const session = { ...openSession(['--json'], {}), printJson: (value: unknown) => void said.push(value) };
    await runPipeFrom(session, input(), {}, { open: () => unchanged, facts: () => ({}) });
    expect(said).toEqual([{ output: expect.stringMatching(/^000102[\da-f]+$/), bytes: COUNT }]);
  });
});

it('standard input that is a folder is an error at once', () => {
  const folder = openSync('.', 'r');
  const file = openSync('package.json', 'r');
  expect(() => expectReadable(openSession(['--lang', 'en'], {}), folder)).toThrow(
    '-: expected a file, got a folder',
  );
  expectReadable(openSession([], {}), file);
  closeSync(folder);
  closeSync(file);
});
