/** What a client sends from standard input: all of it, or it says that the server would not hear the rest. */
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { exchange } from '../../../src/cli/commands/tls/client-talk.ts';
import type { Dialled } from '../../../src/cli/tls/dial.ts';
import { quietSession } from '../authority/quiet-session.ts';
import { openLink } from './link.ts';

/** `server` is told when the first chunk has come. */
async function talk(chunks: readonly string[], end: boolean, closes: boolean): Promise<string> {
  const { client, server } = await openLink();
  const input = new PassThrough();
  for (const chunk of chunks) input.write(chunk);
  if (end) input.end();
  let heard = '';
  server.on('error', () => {});
  server.on('data', (chunk: Uint8Array) => {
    if (heard === '') server.write('answer');
    heard += chunk.length;
    if (closes) server.end();
  });
  const session = quietSession('--lang', 'en');
  const dialled = { stream: client } as unknown as Dialled;
  let answer = '';
  await exchange(session, dialled, input as unknown as NodeJS.ReadStream, 0.05, async (chunk) => {
    answer += Buffer.from(chunk).toString();
  });
  return answer;
}

describe('a server that closes', () => {
  it.each([true, false])(
    'before all of the input was sent is no success (input ended: %s)',
    async (ended) => {
      // More than is under way between the two.
      const chunks = ['first', ...Array.from({ length: 40 }, () => 'x'.repeat(50_000))];
      await expect(talk(chunks, ended, true)).rejects.toThrow(
        'the server ended the connection before all of the input was sent',
      );
    },
  );

  it('after all of it is one', async () => {
    expect(await talk(['all'], true, true)).toBe('answer');
    expect(await talk(['all'], false, true)).toBe('answer');
    expect(await talk(['all'], true, false)).toBe('answer');
  });
});
