/** Checks files against lists of their digests or tags, as the coreutils' `sha256sum -c` does. */
import { statSync } from 'node:fs';
import { equalConstantTime, fromUtf8, toHex } from '../bytes/index.ts';
import { CryptoError } from '../errors.ts';
import { CheckFailed, ErrorWithEvidence } from './check-failed.ts';
import { type Checksum, checksumReader, nameOnLine } from './checksum-lines.ts';
import { complain, type Digester, digestFile } from './digests.ts';
import { failureOf } from './failure.ts';
import { isStdin } from './io/descriptor.ts';
import { expectOneStdin, openInput, readAll } from './io/input.ts';
import type { Session } from './session.ts';

/** A list may be this long, in bytes: it is read at once. */
const LIST_LIMIT = 64 << 20;

/** As the options of `sha256sum -c`; only `status` leaves the last line on standard error. */
export interface CheckOptions {
  readonly ignoreMissing?: true | undefined;
  readonly quiet?: true | undefined;
  readonly status?: true | undefined;
  readonly strict?: true | undefined;
  readonly warn?: true | undefined;
}

/** What came of all lists together. */
interface Tally {
  readonly files: Record<string, unknown>[];
  malformed: number;
  unreadable: number;
  mismatched: number;
  /** Standard input is a list, or a file that one of them names: it can be read only once. */
  stdinTaken: boolean;
}

/**
 * A line on standard output for every file that the lists name. At the end `check-failed` if one differs or cannot
 * be read; `io`, `too-large` or `bad-format` if a list cannot be read or is none.
 */
export async function checkLists(
  session: Session,
  digester: Digester,
  lists: readonly string[],
  options: CheckOptions,
): Promise<void> {
  expectOneStdin(session, ...lists);
  const tally: Tally = {
    files: [],
    malformed: 0,
    unreadable: 0,
    mismatched: 0,
    stdinTaken: lists.some(isStdin),
  };
  const faults: CryptoError[] = [];
  for (const list of lists) {
    try {
      await checkList(session, digester, list, options, tally);
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
      faults.push(error);
    }
  }
  const { files, malformed, unreadable, mismatched } = tally;
  const facts = { algorithm: digester.name, files, malformed };
  const told = [
    ...(malformed > 0 ? [session.say('hash.check.malformed', { count: malformed })] : []),
    ...(unreadable > 0 ? [session.say('hash.check.unreadable', { count: unreadable })] : []),
    ...(mismatched > 0 ? [session.say('hash.check.mismatched', { count: mismatched })] : []),
  ];
  const failed = unreadable + mismatched > 0 || (malformed > 0 && options.strict === true);
  // What is thrown says the last line: a list that could not be used before what was found in the others.
  const last = faults.length === 0 && failed ? told.pop()! : undefined;
  if (!options.status) for (const text of told) session.stderr.write(`crypto: ${text}\n`);
  faults.sort((a, b) => Number(a.code !== 'check-failed') - Number(b.code !== 'check-failed'));
  const worst = faults.pop();
  for (const fault of faults) complain(session, fault);
  if (worst) throw new ErrorWithEvidence(worst.code, failureOf(session, worst).message, facts);
  if (last !== undefined) throw new CheckFailed(last, facts);
  if (session.json) session.printJson(facts);
}

async function checkList(
  session: Session,
  digester: Digester,
  list: string,
  options: CheckOptions,
  tally: Tally,
): Promise<void> {
  const text = fromUtf8(
    await readAll(session, await openInput(session, list, { mayBeText: false }), LIST_LIMIT),
  );
  const read = checksumReader(digester);
  let number = 0;
  let malformed = 0;
  let proper = 0;
  let verified = 0;
  for (const line of linesOf(text)) {
    number++;
    if (line === '' || line.startsWith('#')) continue;
    const entry = read(line);
    const fromStdin = entry !== undefined && isStdin(entry.name);
    if (entry === undefined || (fromStdin && tally.stdinTaken)) {
      malformed++;
      if (options.warn) session.note('hash.check.line', { list, line: number, algorithm: digester.name });
      continue;
    }
    tally.stdinTaken ||= fromStdin;
    proper++;
    if (options.ignoreMissing && isMissing(entry.name)) continue;
    verified++;
    await checkFile(session, digester, entry, options, tally);
  }
  const { name: algorithm } = digester;
  if (proper === 0)
    throw new CryptoError('bad-format', session.say('hash.check.noLines', { list, algorithm }));
  tally.malformed += malformed;
  if (verified === 0) throw new CryptoError('check-failed', session.say('hash.check.noFile', { list }));
}

async function checkFile(
  session: Session,
  digester: Digester,
  { name, digest: expected }: Checksum,
  { quiet, status }: CheckOptions,
  tally: Tally,
): Promise<void> {
  const report = (result: string) => {
    if (!session.json && !status) session.print(`${nameOnLine(name)}: ${result}`);
  };
  try {
    if (isMissing(name)) throw new CryptoError('io', session.say('cli.error.noFile', { path: name }));
    const digest = await digestFile(session, digester, name);
    const ok = equalConstantTime(digest, expected);
    tally.files.push({ name, ok, ...(!ok && { expected: toHex(expected), digest: toHex(digest) }) });
    if (!ok) tally.mismatched++;
    if (!ok || !quiet) report(ok ? 'OK' : 'FAILED');
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    tally.files.push({ name, ok: false, error: complain(session, error) });
    tally.unreadable++;
    report('FAILED open or read');
  }
}

/** One after the other, without their ends: a long list would make too many at once. */
function* linesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end;
    yield text.slice(at, next).replace(/\r$/, '');
    at = next + 1;
  }
}

/** Nothing of that name: what cannot be looked up for another reason is not missing. */
function isMissing(path: string): boolean {
  if (isStdin(path)) return false;
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}
