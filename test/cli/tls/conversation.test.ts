/** What a server says that reads its words from standard input: to everybody who is there, and nothing into the void. */
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openSession } from '../../../src/cli/session.ts';
import { openConversation } from '../../../src/cli/tls/conversation.ts';
import type { Visit } from '../../../src/cli/tls/listener.ts';
import { watchSteps } from '../../../src/cli/tls/steps.ts';
import type { TlsStream } from '../../../src/cli/tls/tls-stream.ts';
import { openLink } from './link.ts';

function visitOf(stream: TlsStream): Visit {
  return { number: 1, peer: 'somebody', stream, steps: watchSteps(), touch() {} };
}

it('what is typed while nobody is there waits for the next', async () => {
  const input = new PassThrough();
  const service = openConversation(openSession(['--json'], {}), input as unknown as NodeJS.ReadStream);
  const heard: string[] = [];
  const visit = async () => {
    const { client, server } = await openLink();
    server.on('error', () => {});
    client.on('data', (bytes: Buffer) => heard.push(bytes.toString()));
    service.serve(visitOf(server));
    return client;
  };
  input.write('one ');
  const first = await visit();
  while (heard.length < 1) await turn();
  first.end();
  await once(first, 'close');
  for (let i = 0; i < 10; i++) await turn();
  input.write('two');
  for (let i = 0; i < 10; i++) await turn();
  const second = await visit();
  for (let i = 0; i < 50 && heard.length < 2; i++) await turn();
  expect(heard).toEqual(['one ', 'two']);
  second.destroy();
  service.close?.();
});
