/** docs/faults.md, which is read where nothing can be run: its table says what the faults are. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogues } from '../../src/trace/index.ts';
import { FAULTS } from './faults.ts';

const page = readFileSync(new URL('../../docs/faults.md', import.meta.url), 'utf8');

describe('docs/faults.md', () => {
  it('has a row for every fault, in their order', () => {
    const [, table = ''] = page.split('## The faults');
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows).toEqual(
      FAULTS.map(({ name, reason, opensslError, place, clause }) => {
        const wrong = catalogues.en[`ca.fault.${name}`];
        const cells = [
          `\`${name}\``,
          wrong,
          reason === null ? '' : `\`${reason}\``,
          String(opensslError ?? '–'),
        ];
        return `| ${[...cells, SEEN[place], clause].join(' | ')} |`
          .replaceAll('*', String.raw`\*`)
          .replace(/ {2,}/g, ' ');
      }),
    );
  });
});

const SEEN = {
  leaf: '`leaf.pem`',
  chain: '`chain.pem`',
  root: '`root.pem`',
  crl: '`crl.pem`',
  signature: '`--explain`',
} as const;
