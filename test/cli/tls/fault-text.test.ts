/** Every way in which a connection can fail is one sentence in either language, and says what the alert was and who sent it. */
import { describe, expect, it } from 'vitest';
import { openSession } from '../../../src/cli/session.ts';
import { faultJson, faultText } from '../../../src/cli/tls/fault-text.ts';
import { socketError } from '../../../src/cli/tls/socket-error.ts';
import { watchSteps } from '../../../src/cli/tls/steps.ts';
import type { StreamFault, TlsFailed } from '../../../src/cli/tls/tls-stream.ts';
import { CryptoError } from '../../../src/errors.ts';
import { ALERTS, type AlertDescription } from '../../../src/tls/index.ts';
import { shakeHands } from '../../tls/pair.ts';

const [en, zh] = [openSession(['--lang', 'en'], {}), openSession(['--lang', 'zh'], {})];
const quiet = watchSteps();

/** What a client saw of a handshake. */
function stepsOf(...args: Parameters<typeof shakeHands>) {
  const steps = watchSteps();
  const [client, ...rest] = args;
  const { clientEvents } = shakeHands({ ...client, observe: steps.observe }, ...rest);
  const event = clientEvents.find((each): each is TlsFailed => each.type === 'failed');
  return { steps, event };
}

describe('a failure', () => {
  it.each(Object.keys(ALERTS) as AlertDescription[])('with %s is one sentence that names it', (alert) => {
    for (const side of ['client', 'server'] as const) {
      for (const by of ['us', 'peer'] as const) {
        const fault: StreamFault = {
          kind: 'failed',
          event: { type: 'failed', by, alert, reason: 'hello_request: expected nothing' },
        };
        for (const session of [en, zh]) {
          const text = faultText(session, side, fault, quiet);
          expect(text).toContain(alert);
          expect(text).not.toMatch(/\n|undefined|\{/);
        }
        expect(faultText(en, side, fault, quiet)).not.toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });

  it.each<[StreamFault, RegExp, RegExp]>([
    [
      { kind: 'truncated', handshake: true },
      /^closed the connection during the handshake$/,
      /^握手中途关闭了连接$/,
    ],
    [{ kind: 'truncated', handshake: false }, /without close_notify/, /close_notify/],
    [
      { kind: 'timeout', handshake: true, seconds: 3 },
      /^the handshake took longer than 3 s$/,
      /^握手超过了 3 秒$/,
    ],
    [
      { kind: 'truncated', handshake: true, notified: true },
      /^ended the connection with close_notify during/,
      /^握手中途用 close_notify/,
    ],
    [{ kind: 'timeout', handshake: false, seconds: 3 }, /^silent for 3 s: closed$/, /3 秒没有动静/],
    [{ kind: 'transport', cause: Object.assign(new Error('x'), { code: 'EIO' }) }, /\(EIO\)$/, /（EIO）$/],
    [{ kind: 'internal', cause: new Error('a bug') }, /a bug.*report/, /a bug/],
    [
      { kind: 'failed', event: { type: 'failed', by: 'peer', alert: undefined, reason: '' } },
      /a number that no standard defines/,
      /标准中没有这个编号/,
    ],
  ])('%j is told in both languages', (fault, english, chinese) => {
    expect(faultText(en, 'client', fault, quiet)).toMatch(english);
    expect(faultText(zh, 'client', fault, quiet)).toMatch(chinese);
  });

  it('says at which step, what was wrong, and what to try', () => {
    const { steps, event } = stepsOf({ anchors: [] });
    const fault: StreamFault = { kind: 'failed', event: event! };
    const text = faultText(en, 'client', fault, steps);
    expect(text).toBe(
      'CN=bob.example: its issuer CN=Test Root, O=Crypto Primer is not at hand, so nobody can say who signed it; alert unknown_ca sent after Certificate came; --ca FILE gives the certificates that you trust',
    );
    expect(faultJson(fault, steps)).toMatchObject({
      fault: 'failed',
      alert: 'unknown_ca',
      sentBy: 'us',
      certificate: 'missing-issuer',
      after: { direction: 'received', message: 'Certificate' },
    });
  });
});

describe('no connection', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EADDRINUSE',
    'EADDRNOTAVAIL',
    'EACCES',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'EPROTO',
  ])('for %s is one line that names the address', (code) => {
    const cause = Object.assign(new Error('the system said so'), { code });
    for (const session of [en, zh]) {
      const error = socketError(session, cause, 'bob.example:443');
      expect(error).toBeInstanceOf(CryptoError);
      expect(error).toMatchObject({
        code: 'io',
        message: expect.stringMatching(/^bob\.example:443[:：][^\n]+$/),
      });
      expect((error as Error).message.includes(code)).toBe(code === 'EPROTO');
    }
  });

  it('at any of several addresses says why at the first', () => {
    const inner = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    const cause = Object.assign(new AggregateError([inner]), { code: 'ECONNREFUSED' });
    expect(socketError(en, cause, 'a:1')).toMatchObject({
      message: expect.stringContaining('nothing listens'),
    });
    expect(socketError(en, inner, 'a:1')).toBeInstanceOf(CryptoError);
    const other = new Error('a bug');
    expect(socketError(en, other, 'a:1')).toBe(other);
  });
});
