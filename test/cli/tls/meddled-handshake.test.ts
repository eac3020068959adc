/** A TLS fault on a terminal: the ladder ends where it was noticed, and nothing is left open or English in Chinese. */
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/cli/render.ts';
import { openSession } from '../../../src/cli/session.ts';
import { faultText } from '../../../src/cli/tls/meddled-handshake.ts';
import { runTlsFault, TLS_FAULT_NAMES } from '../../../src/explain/index.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { testKey } from '../../x509/authority.ts';

const RUNS = TLS_FAULT_NAMES.map((name) =>
  runTlsFault(name, { random: seededRandom('w'), keyOf: (role) => testKey(role) }),
);
const textOf = (run: (typeof RUNS)[number], lang = 'en') =>
  faultText(openSession(['--lang', lang], { NO_COLOR: '1' }), run);
const english = Object.fromEntries(RUNS.map((run) => [run.name, textOf(run).split('\n')]));

describe.each(RUNS)('$name', (run) => {
  it.each(['en', 'zh'])('is drawn and told in %s', (lang) => {
    const lines = textOf(run, lang).split('\n');
    const ladder = lines.filter((line) => line.includes('│'));
    expect(new Set(ladder.map(columnsOf))).toEqual(new Set([72]));
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(100);
    expect(lines.join('\n')).not.toMatch(/[{}]/);
    expect(ladder.filter((line) => /│✗|✗│/.test(line))).toHaveLength(1);
    if (lang === 'zh') expect(ladder.join('\n')).not.toMatch(/expected|got /);
  });

  it('ends with the alert of the side that noticed', () => {
    const { by, alert } = run.faulty.notice!;
    const last = english[run.name]!.filter((line) => /^ +\d+ │/.test(line)).at(-1)!;
    if (alert === undefined) expect(last).toMatch(/│✗═ ApplicationData ═+ never arrives ══│$/);
    else expect(last).toContain(` Alert: ${alert} `);
    expect(last.includes('►')).toBe(by === 'client' && alert !== undefined);
  });
});

it('says on which row something was changed, copied or lost', () => {
  const rows = (name: string, note: string) =>
    english[name]!.filter((line) => line.includes(` ${note} `) && /^ +\d/.test(line)).map((line) =>
      line.replace(/ [─═].*/, ''),
    );
  expect(rows('tampered-hello', 'changed on the way')).toEqual(['  1 │── ClientHello']);
  expect(rows('swapped-public-key', 'changed on the way')).toEqual(['  3 │✗─ Certificate']);
  expect(rows('tampered-premaster', 'changed on the way')).toEqual(['  5 │── ClientKeyExchange']);
  expect(rows('bad-finished', 'a wrong hash in it')).toEqual(['  9 │✗═ Finished']);
  expect(rows('flipped-record-bit', 'changed on the way')).toEqual([' 10 │══ ApplicationData']);
  expect(rows('replayed-record', 'copied on the way')).toEqual([' 10 │══ ApplicationData']);
  expect(rows('replayed-record', 'the copy')).toEqual([' 11 │══ ApplicationData']);
  expect(rows('truncated', 'never arrives')).toEqual([' 13 │✗═ ApplicationData']);
});

it('says so where nobody notices, or where it fails without the fault too', () => {
  const [run] = RUNS;
  const { faulty, sound } = run!;
  expect(textOf({ ...run!, faulty: sound })).toContain('Nobody noticed.');
  expect(textOf({ ...run!, sound: faulty })).toContain('they failed, too');
});
