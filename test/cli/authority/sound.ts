/** What must be true of an authority's folder, whatever happened to those who wrote to it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type AuthorityIndex, readIndex } from '../../../src/cli/authority/index-file.ts';
import { encodeSpki, parsePrivateKey, publicKeyOfPrivate } from '../../../src/keys/index.ts';
import {
  findExtension,
  parseCertificates,
  parseCrls,
  sameName,
  verifySignature,
} from '../../../src/x509/index.ts';

/** After a writer that came to its end: nothing is left to be mended. Returns the books. */
export function expectSound(folder: string): AuthorityIndex {
  const index = readIndex(join(folder, 'index.json'));
  const [ca] = parseCertificates(readFileSync(join(folder, 'ca.pem')));
  const serials = index.issued.map(({ serial }) => serial);
  const names = index.issued.map(({ name }) => name);
  expect(new Set(serials).size, 'serial numbers').toBe(serials.length);
  expect(new Set(names).size, 'names').toBe(names.length);
  const usual = ['ca-key.pem', 'ca.pem', 'chain.pem', 'crl.pem', 'index.json', 'issued'];
  expect(
    readdirSync(folder).filter((name) => !usual.includes(name)),
    'leftovers',
  ).toEqual([]);

  const files = readdirSync(join(folder, 'issued')).sort();
  const expected = index.issued.flatMap(({ name }) => [
    `${name}.pem`,
    `${name}-chain.pem`,
    ...(existsSync(join(folder, 'issued', `${name}-key.pem`)) ? [`${name}-key.pem`] : []),
  ]);
  expect(files, 'files').toEqual(expected.sort());
  for (const { name, serial } of index.issued) {
    const path = join(folder, 'issued', name);
    const [certificate] = parseCertificates(readFileSync(`${path}.pem`));
    expect(certificate!.serialNumber.toString(16)).toBe(serial);
    expect(verifySignature(certificate!, ca!.publicKey)).toMatchObject({ valid: true });
    const [first, second] = parseCertificates(readFileSync(`${path}-chain.pem`));
    expect(first!.der).toEqual(certificate!.der);
    if (second) expect(second.der).toEqual(ca!.der);
    if (!existsSync(`${path}-key.pem`)) continue;
    const key = parsePrivateKey(readFileSync(`${path}-key.pem`));
    expect(encodeSpki(publicKeyOfPrivate(key))).toEqual(certificate!.spki);
  }

  const [list] = parseCrls(readFileSync(join(folder, 'crl.pem')));
  expect(verifySignature(list!, ca!.publicKey)).toMatchObject({ valid: true });
  expect(sameName(list!.issuer, ca!.subject)).toBe(true);
  expect(findExtension(list!.extensions, 'cRLNumber')?.number, 'number of the list').toBe(
    BigInt(index.crlNumber),
  );
  const revoked = index.issued.filter((entry) => entry.revoked).map(({ serial }) => serial);
  expect(list!.revoked.map(({ serialNumber }) => serialNumber.toString(16))).toEqual(revoked);
  return index;
}
