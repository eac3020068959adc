/** Handshakes with one thing wrong: each is noticed by whom, where and as RFC 5246 has it, and without the fault nothing is. */
import { describe, expect, it } from 'vitest';
import { concat, fromUtf8, toHex, utf8 } from '../../src/bytes/index.ts';
import { runTlsFault, TLS_FAULT_NAMES, type TlsFaultName } from '../../src/explain/index.ts';
import { RULES } from '../../src/explain/tls-faults/rules.ts';
import { converse } from '../../src/explain/tls-wire/conversation.ts';
import { seededRandom } from '../../src/random/index.ts';
import { SUITES, suiteNamed } from '../../src/tls/index.ts';
import { CLIENT, SERVER } from '../tls/pair.ts';
import { withCode } from '../with-code.ts';
import { testKey } from '../x509/authority.ts';

const keyOf = (role: string) => testKey(role);
const run = (name: TlsFaultName, options = {}) =>
  runTlsFault(name, { random: seededRandom('w'), keyOf, ...options });

/** Who notices on which message, with which alert; the messages that were sent; and what each had read by then. */
const HELLOS = ['ClientHello', 'ServerHello', 'Certificate', 'ServerHelloDone'];
const CLIENT_FLIGHT = ['ClientKeyExchange', 'ChangeCipherSpec', 'Finished'];
const HANDSHAKE = [...HELLOS, ...CLIENT_FLIGHT, 'ChangeCipherSpec', 'Finished'];
const ORDER = ['ApplicationData', 'ApplicationData'];
const EXPECTED: Record<
  TlsFaultName,
  readonly [string, string, string | undefined, string[], string, string]
> = {
  'tampered-hello': ['server', 'Finished', 'decrypt_error', [...HELLOS, ...CLIENT_FLIGHT, 'Alert'], '', ''],
  'swapped-public-key': ['client', 'Certificate', 'bad_certificate', [...HELLOS, 'Alert'], '', ''],
  'untrusted-ca': ['client', 'Certificate', 'unknown_ca', [...HELLOS, 'Alert'], '', ''],
  'wrong-host': ['client', 'Certificate', 'bad_certificate', [...HELLOS, 'Alert'], '', ''],
  expired: ['client', 'Certificate', 'certificate_expired', [...HELLOS, 'Alert'], '', ''],
  'tampered-premaster': [
    ...(['server', 'Finished', 'bad_record_mac'] as const),
    [...HELLOS, ...CLIENT_FLIGHT, 'Alert'],
    ...(['', ''] as const),
  ],
  'bad-finished': ['client', 'Finished', 'decrypt_error', [...HANDSHAKE, 'Alert'], '', ''],
  'flipped-record-bit': [
    ...(['server', 'ApplicationData', 'bad_record_mac'] as const),
    [...HANDSHAKE, ...ORDER, 'Alert'],
    ...(['', ''] as const),
  ],
  'replayed-record': [
    ...(['server', 'ApplicationData', 'bad_record_mac'] as const),
    [...HANDSHAKE, ...ORDER, 'Alert'],
    ...(['', 'PAY 100 TO BOB\r\n'] as const),
  ],
  truncated: [
    ...(['client', 'end', undefined] as const),
    [...HANDSHAKE, ...ORDER, 'ApplicationData', 'ApplicationData'],
    ...(['PAID 100 TO BOB\r\n', 'PAY 100 TO BOB\r\nTHAT IS ALL\r\n'] as const),
  ],
};

describe.each(TLS_FAULT_NAMES)('%s', (name) => {
  const [by, at, alert, sent, clientRead, serverRead] = EXPECTED[name];
  const { faulty, sound, asExpected, expected } = run(name);

  it('is noticed by the right side, on the right message, with the right alert', () => {
    expect(faulty.notice).toMatchObject({ by, at, alert });
    expect(expected).toEqual({ by, at, alert });
    expect(asExpected).toBe(true);
    expect(faulty.passed.map(({ label }) => label)).toEqual(sent);
  });

  it('lets nobody read more than what came before', () => {
    const { client, server } = faulty.sides;
    expect([client.read, server.read].map(fromUtf8)).toEqual([clientRead, serverRead]);
  });

  it('has one thing wrong, and the other side is told', () => {
    const meddled = faulty.passed.filter((passed) => passed.meddled);
    expect(meddled).toHaveLength(RULES[name].place === 'certificates' ? 0 : 1);
    const told = faulty.passed.filter((passed) => passed.alert !== undefined);
    expect(told.map((passed) => [passed.from, passed.alert])).toEqual(alert ? [[by, alert]] : []);
    const other = faulty.sides[by === 'client' ? 'server' : 'client'];
    const heard = other.happened.filter(
      (happening) => happening.what === 'alert' && happening.direction === 'received',
    );
    expect(heard).toMatchObject(alert ? [{ level: 'fatal', alert }] : []);
  });

  it('without it all goes well, and both say goodbye', () => {
    expect(sound.notice).toBeUndefined();
    expect(sound.passed.some((passed) => passed.meddled)).toBe(false);
    const { client, server } = sound.sides;
    expect([client.connected, server.connected, client.closed, server.closed]).toEqual(Array(4).fill(true));
    expect(fromUtf8(client.read)).toBe('PAID 100 TO BOB\r\nBALANCE 900\r\n');
    expect(fromUtf8(server.read)).toBe('PAY 100 TO BOB\r\nTHAT IS ALL\r\n');
  });
});

describe('all faults', () => {
  it.each(SUITES.map(({ name }) => name))('are noticed under %s, with and without extensions', (suite) => {
    for (const name of TLS_FAULT_NAMES) {
      for (const extensions of [true, false]) {
        const { asExpected } = run(name, {
          suites: [suiteNamed(suite)],
          extendedMasterSecret: extensions,
          encryptThenMac: extensions,
        });
        expect(asExpected, `${name} ${extensions}`).toBe(true);
      }
    }
  });

  it('repeat under a seed', () => {
    const sent = (word: string) => {
      const { faulty } = run('bad-finished', { random: seededRandom(word) });
      return faulty.passed.map(({ arrived }) => arrived.map(toHex));
    };
    expect(sent('a')).toEqual(sent('a'));
    expect(sent('a')).not.toEqual(sent('b'));
  });

  it('have names', () => {
    expect(() => run('nope' as TlsFaultName)).toThrow(
      withCode('bad-argument', /^name: expected tampered-hello, .* or truncated, got "nope"$/),
    );
    expect(() => run('toString' as TlsFaultName)).toThrow(withCode('bad-argument', /^name: /));
  });
});

describe('a wire in memory', () => {
  const plan = {
    client: CLIENT,
    server: SERVER,
    request: [utf8('the first half, '), utf8('the second')],
    answer: [utf8(', all of it')],
  };

  it('may lose everything: then nobody notices anything, and nobody is connected', () => {
    const { sides, notice, passed } = converse({ ...plan, meddle: () => [] });
    expect([sides.client.connected, sides.server.connected, notice]).toEqual([false, false, undefined]);
    expect(passed).toMatchObject([{ label: 'ClientHello', arrived: [], meddled: true }]);
  });

  it('may cut records anyhow', () => {
    const { sides } = converse({
      ...plan,
      meddle: ({ record }) => [record.slice(0, 3), record.slice(3, 9), record.slice(9)],
    });
    expect(fromUtf8(concat(sides.server.read, sides.client.read))).toBe(
      'the first half, the second, all of it',
    );
  });

  it('shows who meddles only what passes, and the narrator what it was', () => {
    const { passed } = converse(plan);
    const data = passed.filter(({ label }) => label === 'ApplicationData');
    expect(data.map(({ plaintext }) => fromUtf8(plaintext))).toEqual([
      'the first half, ',
      'the second',
      ', all of it',
    ]);
    for (const { record, plaintext, isProtected } of data) {
      expect(isProtected).toBe(true);
      expect(toHex(record)).not.toContain(toHex(plaintext));
    }
    expect(passed.at(-1)).toMatchObject({ label: 'Alert', alert: 'close_notify' });
  });
});
