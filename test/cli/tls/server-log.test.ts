/** What a server says of its connections: those that were cut off too, but not of web clients, who hang up like that. */
import { describe, expect, it } from 'vitest';
import { openServerLog } from '../../../src/cli/commands/tls/server-log.ts';
import { openSession } from '../../../src/cli/session.ts';
import type { Visit } from '../../../src/cli/tls/listener.ts';
import { watchSteps } from '../../../src/cli/tls/steps.ts';
import type { StreamFault } from '../../../src/cli/tls/tls-stream.ts';

const visit = { number: 1, peer: '127.0.0.1:5', stream: { connection: {} }, steps: watchSteps() } as Visit;
const CUT_OFF: StreamFault = { kind: 'truncated', handshake: false };

function logOf(web: boolean) {
  const notes: string[] = [];
  const session = openSession(['--lang', 'en', '--json'], {});
  const note: typeof session.note = (key, ...values) => void notes.push(session.say(key, ...values));
  return { notes, log: openServerLog({ ...session, note }, { web }) };
}

describe('a connection that is cut off without close_notify', () => {
  it('is told, and counts as one that went wrong', () => {
    const { notes, log } = logOf(false);
    log.fault(visit, CUT_OFF);
    expect(notes).toEqual([
      expect.stringMatching(/^#1 127\.0\.0\.1:5: the connection was cut off without close_notify: /),
    ]);
    expect(log.bad).toBe(1);
  });

  it('is nothing where clients are browsers', () => {
    const { notes, log } = logOf(true);
    log.fault(visit, CUT_OFF);
    expect([notes, log.bad]).toEqual([[], 0]);
    expect(log.json()).toMatchObject({ connections: [{ number: 1, fault: 'truncated' }] });
  });
});

it('one who was silent has not failed, one who was silent in the handshake has', () => {
  const { log } = logOf(false);
  log.fault(visit, { kind: 'timeout', handshake: false, seconds: 1 });
  expect(log.bad).toBe(0);
  log.fault(visit, { kind: 'timeout', handshake: true, seconds: 1 });
  expect(log.bad).toBe(1);
});

it('one who left before his address could be asked for has none', () => {
  const { notes, log } = logOf(false);
  log.fault({ ...visit, peer: undefined }, { kind: 'truncated', handshake: true });
  expect(notes).toEqual(['#1 a client that was gone at once: closed the connection during the handshake']);
  expect(log.json()).toMatchObject({ connections: [{ peer: null }] });
});
