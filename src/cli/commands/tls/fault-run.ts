/** The work of `crypto tls demo --fault`: lists the faults, or runs a handshake with one of them and says who noticed it. */
import { excerpt } from '../../../bytes/index.ts';
import { similarTo } from '../../../bytes/similar.ts';
import { CryptoError } from '../../../errors.ts';
import {
  runTlsFault,
  TLS_FAULT_NAMES,
  type TlsFaultName,
  type TlsFaultRun,
  tlsFaultFacts,
} from '../../../explain/tls-faults/index.ts';
import type { CipherSuite } from '../../../tls/index.ts';
import { CheckFailed } from '../../check-failed.ts';
import { listed } from '../../lists.ts';
import { openRandom } from '../../randomness.ts';
import type { Session } from '../../session.ts';
import { faultText, reasonText, sideName } from '../../tls/meddled-handshake.ts';
import { noteSuite } from '../../tls/weak-suite.ts';
import { proseTable } from '../../wrap.ts';

export interface FaultRunOptions {
  readonly suite?: CipherSuite | undefined;
  readonly ems?: true | undefined;
  readonly etm?: true | undefined;
  readonly seed?: string | undefined;
  /** Views of a handshake that goes well: none of them together with a fault. */
  readonly resume?: true | undefined;
  readonly message?: number | undefined;
  readonly all?: true | undefined;
  readonly html?: string | undefined;
}

export function runFault(session: Session, name: string, options: FaultRunOptions): void {
  expectNoView(session, options);
  if (name.toLowerCase() === 'list') {
    listFaults(session);
    return;
  }
  const known = knownName(session, name);
  const { suite, ems = false, etm = false, seed } = options;
  const random = openRandom(session, seed).substream('tls.demo');
  session.note('tls.demo.history');
  if (suite) noteSuite(session, suite, etm);
  const run = runTlsFault(known, {
    random,
    ...(suite && { suites: [suite] }),
    extendedMasterSecret: ems,
    encryptThenMac: etm,
  });
  const facts = asJson(session, run, seed === undefined);
  if (!session.json) session.print(faultText(session, run));
  if (!run.asExpected) throw new CheckFailed(session.say('tls.staged.unexpected'), facts);
  if (session.json) session.printJson(facts);
}

function expectNoView(session: Session, { resume, message, all, html }: FaultRunOptions): void {
  const views = { '--resume': resume, '--message': message, '--all': all, '--html': html };
  for (const [name, value] of Object.entries(views)) {
    if (value === undefined) continue;
    throw new CryptoError('bad-argument', session.say('tls.staged.error.alone', { name }));
  }
}

function knownName(session: Session, name: string): TlsFaultName {
  const found = TLS_FAULT_NAMES.find((each) => each === name.toLowerCase());
  if (found !== undefined) return found;
  const meant = similarTo(name, TLS_FAULT_NAMES);
  const hint = meant === undefined ? '' : session.say('cli.didYouMean', { name: meant });
  const names = listed(session, TLS_FAULT_NAMES);
  throw new CryptoError(
    'bad-argument',
    session.say('tls.staged.error.name', { names, got: excerpt(name) }) + hint,
  );
}

function listFaults(session: Session): void {
  const rows = TLS_FAULT_NAMES.map((name) => ({
    name,
    wrong: session.say(`tls.staged.${name}`),
    ...tlsFaultFacts(name),
  }));
  if (session.json) {
    session.printJson({ faults: rows.map(({ alert = null, ...row }) => ({ ...row, alert })) });
    return;
  }
  const heading = (['name', 'by', 'alert', 'wrong'] as const).map((column) =>
    session.say(`tls.staged.column.${column}`),
  );
  const cells = rows.map(({ name, by, alert, wrong }) => [name, sideName(session, by), alert ?? '–', wrong]);
  session.print(proseTable(session.stdout, heading, cells));
}

function asJson(session: Session, run: TlsFaultRun, secret: boolean) {
  const { name, place, clause, faulty, expected, asExpected } = run;
  const { notice } = faulty;
  return {
    fault: name,
    wrong: session.say(`tls.staged.${name}`),
    place,
    clause,
    messages: faulty.passed.map(({ from, label, record, isProtected, meddled, arrived, alert = null }) => ({
      from,
      message: label,
      bytes: record.length,
      protected: isProtected,
      changed: meddled,
      arrived: arrived.length,
      alert,
    })),
    noticed: notice
      ? {
          by: notice.by,
          at: notice.at,
          message: notice.passed + 1,
          alert: notice.alert ?? null,
          reason: reasonText(session, notice),
        }
      : null,
    expected: { ...expected, alert: expected.alert ?? null },
    asExpected,
    lesson: session.say(`tls.lesson.${name}`),
    secret,
  };
}
