/** Files of ACVP, NIST's Automated Cryptographic Validation Protocol. Every test is a case. */
import { saying } from '../../saying.ts';
import type { VectorCase, VectorFile } from '../../vector-file.ts';
import { type CaseChecks, noResults, skipped } from './checks.ts';
import { cipherChecks } from './ciphers.ts';
import { type AcvpSet, type Merged, readSets } from './document.ts';
import { hashChecks, pbkdfChecks } from './hashes.ts';
import { signatureChecks } from './rsa.ts';
import { tlsKdfChecks } from './tls.ts';

export { looksLikeAcvp } from './document.ts';

/** A file for each prompt; expected results are taken together with theirs. */
export function readAcvp(files: readonly { readonly name: string; readonly json: unknown }[]): VectorFile[] {
  return readSets(files).map((set) => ({
    name: set.name,
    format: 'acvp' as const,
    algorithm: set.algorithm,
    cases: casesOf(set),
  }));
}

function casesOf({ algorithm, groups }: AcvpSet): VectorCase[] {
  const used = new Set<string>();
  return groups.flatMap(({ group, tests }) => {
    const type = group.has('testType') ? group.text('testType') : '';
    const direction = group.has('direction') ? group.text('direction') : '';
    const flags = [type, direction].filter((flag) => flag !== '');
    return tests.map((test): VectorCase => {
      let id = String(test.integer('tcId'));
      // As a rule a number stands once in a file.
      while (used.has(id)) id = `${id}'`;
      used.add(id);
      const common = { id, comment: '', flags };
      return { ...common, ...checksOf(algorithm, group, test) };
    });
  });
}

function checksOf(algorithm: string, group: Merged, test: Merged): CaseChecks {
  // Results alone do not say what was asked.
  if (!group.has('testType') || !test.answered) return noResults();
  return (
    cipherChecks(algorithm, group, test) ??
    hashChecks(algorithm, group, test) ??
    signatureChecks(algorithm, group, test) ??
    tlsKdfChecks(algorithm, group, test) ??
    pbkdfChecks(algorithm, group, test) ??
    skipped(saying('vectors.skip.algorithm', { name: algorithm }))
  );
}
