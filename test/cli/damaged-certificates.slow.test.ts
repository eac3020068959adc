/** A hundred thousand certificates, damaged by chance: shown or refused, and never anything else. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDerTree } from '../../src/asn1/index.ts';
import { certificateLines } from '../../src/cli/commands/cert/certificate-view.ts';
import { derLines } from '../../src/cli/der-view.ts';
import { openSession } from '../../src/cli/session.ts';
import { CryptoError } from '../../src/errors.ts';
import { parseCertificate, parseCertificates } from '../../src/x509/index.ts';
import { makeTestChain } from '../x509/authority.ts';
import { REAL_INTERMEDIATE, REAL_LEAF } from '../x509/real-chain.ts';

const session = openSession(['--lang', 'zh'], {});
const options = { all: true, now: new Date('2026-06-01T00:00:00Z') };
const ders = [makeTestChain().leaf, ...parseCertificates(REAL_LEAF + REAL_INTERMEDIATE)].map(
  ({ der }) => der,
);

/** Bytes changed, cut out or put in, at up to six places. */
const damage = fc.record({
  which: fc.nat(ders.length - 1),
  changes: fc.array(
    fc.record({ at: fc.nat(2000), value: fc.nat(255), kind: fc.constantFrom('set', 'cut', 'insert') }),
    { minLength: 1, maxLength: 6 },
  ),
});

function damaged({ which, changes }: typeof damage extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const bytes = [...ders[which]!];
  for (const { at, value, kind } of changes) {
    const place = at % bytes.length;
    if (kind === 'set') bytes[place] = value;
    else if (kind === 'cut') bytes.splice(place, 1 + (value % 8));
    else bytes.splice(place, 0, value);
  }
  return Uint8Array.from(bytes);
}

function attempt(run: () => readonly string[]): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal would obey
    for (const line of run()) expect(line).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
    return true;
  } catch (error) {
    if (error instanceof CryptoError) return false;
    throw error;
  }
}

it('by chance, in 100,000 ways', () => {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 800_000 });
  const counts = { shown: 0, elements: 0 };
  fc.assert(
    fc.property(damage, (how) => {
      const der = damaged(how);
      if (attempt(() => certificateLines(session, parseCertificate(der), options))) counts.shown++;
      if (attempt(() => derLines(session, parseDerTree(der)))) counts.elements++;
    }),
    { numRuns: 100_000 },
  );
  // Both ways were gone.
  expect(counts.shown).toBeGreaterThan(1000);
  expect(counts.elements).toBeGreaterThan(counts.shown);
});
