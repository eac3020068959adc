/** The work of `crypto ca fault`: lists the faults, or makes a chain with one of them and says what is to be seen. */
import { excerpt } from '../../../bytes/index.ts';
import { similarTo } from '../../../bytes/similar.ts';
import { CryptoError } from '../../../errors.ts';
import { FAULT_NAMES, type Fault, type FaultName, faultFacts, makeFault } from '../../../x509/index.ts';
import { withOptionNames } from '../../option-names.ts';
import { openRandom } from '../../randomness.ts';
import type { Session } from '../../session.ts';
import { proseTable } from '../../wrap.ts';
import { expectWritable, FAULT_FILES, faultJson, writeFault } from './fault-folder.ts';
import { faultCommands, faultText } from './fault-text.ts';

export interface FaultRunOptions {
  readonly output?: string | undefined;
  readonly bits: number;
  readonly seed?: string | undefined;
  readonly now?: Date | undefined;
  readonly at?: Date | undefined;
  readonly force?: true | undefined;
}

export function runFault(session: Session, name: string | undefined, options: FaultRunOptions): void {
  const { output, bits, seed, now, at, force = false } = options;
  if (name === undefined || name === 'list') {
    listFaults(session);
    return;
  }
  const known = knownName(session, name);
  if (output === undefined || output === '' || output === '-') {
    throw new CryptoError('bad-argument', session.say('ca.fault.error.output', { name: known }));
  }
  if (now && at) throw new CryptoError('bad-argument', session.say('ca.fault.error.twoTimes'));
  expectWritable(session, output, force);
  const random = openRandom(session, seed);
  const fault = withOptionNames({ at: now ? '--now' : '--at' }, () =>
    makeFault(known, { random, at: now ?? at ?? new Date(), bits }),
  );
  writeFault(session, output, fault);
  if (session.json) session.printJson(asJson(session, fault, output, seed === undefined));
  else session.print(faultText(session, fault, output));
}

function knownName(session: Session, name: string): FaultName {
  const found = FAULT_NAMES.find((each) => each === name.toLowerCase());
  if (found !== undefined) return found;
  const meant = similarTo(name, FAULT_NAMES);
  const hint = meant === undefined ? '' : session.say('cli.didYouMean', { name: meant });
  throw new CryptoError('bad-argument', session.say('ca.fault.error.name', { got: excerpt(name) }) + hint);
}

function listFaults(session: Session): void {
  const rows = FAULT_NAMES.map((name) => ({
    name,
    wrong: session.say(`ca.fault.${name}`),
    ...faultFacts(name),
  }));
  if (session.json) {
    session.printJson({ faults: rows });
    return;
  }
  const heading = (['name', 'openssl', 'wrong'] as const).map((column) =>
    session.say(`ca.fault.column.${column}`),
  );
  const cells = rows.map(({ name, opensslError, wrong }) => [name, String(opensslError ?? '–'), wrong]);
  session.print(proseTable(session.stdout, heading, cells));
  session.note('ca.fault.more');
}

function asJson(session: Session, fault: Fault, folder: string, secret: boolean) {
  return {
    output: folder,
    files: FAULT_FILES,
    ...faultJson(fault),
    clause: fault.clause,
    wrong: session.say(`ca.fault.${fault.name}`),
    lesson: session.say(`ca.lesson.${fault.name}`),
    commands: faultCommands(fault, folder),
    secret,
  };
}
