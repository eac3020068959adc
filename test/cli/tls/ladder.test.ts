/** The ladder of a handshake: every line as wide as the others, in both languages, with and without colours. */
import { expect, it } from 'vitest';
import { columnsOf } from '../../../src/cli/render.ts';
import { openSession } from '../../../src/cli/session.ts';
import { type LadderRow, ladderLines } from '../../../src/cli/tls/ladder.ts';

const plain = openSession([], { NO_COLOR: '1' });

const ROWS: readonly LadderRow[] = [
  { from: 'client', label: 'ClientHello', note: '58 bytes', number: 1 },
  { from: 'server', label: 'ServerHello', note: '74 bytes', number: 2 },
  { from: 'client', label: 'Finished', note: '45 bytes', number: 12, protected: true },
  { from: 'server', label: 'Finished', protected: true, broken: 'verify_data: another one was expected' },
  { from: 'client', label: '警报 (Alert)', broken: '不'.repeat(60) },
];

it('draws who sends what, how long it is, what is protected and what is broken', () => {
  expect(ladderLines(plain, ROWS.slice(0, 4)).join('\n')).toBe(
    [
      ' Client                                                             Server',
      '  1 │── ClientHello ─────────────────────────────────────── 58 bytes ─►│',
      '  2 │◄─ ServerHello ─────────────────────────────────────── 74 bytes ──│',
      ' 12 │══ Finished ══════════════════════════════════════════ 45 bytes ═►│',
      '    │✗═ Finished ══════════════════════════════════════════════════════│',
      '    │    ✗ verify_data: another one was expected                       │',
    ].join('\n'),
  );
});

it.each([
  ['en', {}],
  ['zh', {}],
  ['zh', { FORCE_COLOR: '1' }],
] as const)('has lines of one width: %s %j', (lang, env) => {
  const [heading, ...lines] = ladderLines(openSession(['--lang', lang], env), ROWS);
  expect(new Set(lines.map(columnsOf))).toEqual(new Set([72]));
  expect(columnsOf(heading!)).toBeLessThanOrEqual(76);
  expect(lines).toHaveLength(9);
});
