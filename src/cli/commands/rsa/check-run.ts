/** The work of `crypto rsa check`: each finding in a line, with its numbers where it fails. */
import { CryptoError } from '../../../errors.ts';
import { bitLength } from '../../../math/index.ts';
import { checkKey, type KeyFinding } from '../../../rsa/index.ts';
import { CheckFailed } from '../../check-failed.ts';
import { listed } from '../../lists.ts';
import { numberBlock } from '../../numbers.ts';
import { table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { readRsaKey, remarkSize } from './key.ts';

/** From here on 64 rounds of Miller–Rabin for each prime are worth a remark. */
const QUICK_BITS = 4096;

export async function runCheck(
  session: Session,
  path: string | undefined,
  { passphrase }: { readonly passphrase?: string | undefined },
): Promise<void> {
  const key = path ?? '-';
  const { privateKey } = await readRsaKey(session, { key, passphrase, lenient: true, prefer: 'private' });
  if (!privateKey) throw new CryptoError('bad-argument', session.say('rsa.error.publicKey', { path: key }));
  const bits = bitLength(privateKey.n);
  if (bits > QUICK_BITS && session.stderr.isTTY) session.note('rsa.check.slow', { bits });
  const findings = checkKey(privateKey);
  const failed = findings.filter(({ ok }) => !ok);
  const consistent = failed.every(({ about }) => about !== 'consistent');
  remarkSize(session, privateKey);
  if (!session.json) report(session, findings);
  const facts = {
    bits,
    consistent,
    sound: failed.every(({ about }) => about !== 'sound'),
    findings: findings.map((finding) => ({ ...finding, evidence: decimals(finding.evidence) })),
  };
  if (failed.length > 0) {
    const names = listed(
      session,
      failed.map(({ name }) => session.say(`rsa.finding.${name}`)),
    );
    throw new CheckFailed(session.say(consistent ? 'rsa.check.weak' : 'rsa.check.failed', { names }), facts);
  }
  if (session.json) session.printJson(facts);
  else session.print(`\n${session.say('rsa.check.consistent')}`);
}

function report(session: Session, findings: readonly KeyFinding[]): void {
  const heading = [session.say('rsa.check.finding'), session.say('rsa.check.result')];
  const rows = findings.map(({ name, ok }) => [
    session.say(`rsa.finding.${name}`),
    session.say(ok ? 'rsa.check.holds' : 'rsa.check.fails'),
  ]);
  session.print(table(heading, rows));
  for (const { name, evidence } of findings.filter(({ ok }) => !ok)) {
    session.print(`\n${session.say('rsa.check.notSo', { name: session.say(`rsa.finding.${name}`) })}`);
    for (const [what, value] of Object.entries(evidence)) {
      const { short, lines } = numberBlock(value, 16);
      const label = what === 'product' ? session.say('rsa.check.product') : what;
      session.print(short === undefined ? `  ${label} =\n${lines}` : `  ${label} = ${short}`);
    }
  }
}

function decimals(numbers: Readonly<Record<string, bigint>>): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, value.toString()]));
}
