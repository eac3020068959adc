/** The work of `crypto vectors make`. */
import { excerpt, utf8 } from '../../../bytes/index.ts';
import { similarTo } from '../../../bytes/similar.ts';
import { CryptoError } from '../../../errors.ts';
import { madeOperations, makeVectors, operationNamed } from '../../../vectors/index.ts';
import { openSink } from '../../io/output.ts';
import { startProgress } from '../../io/progress.ts';
import { openRandom } from '../../randomness.ts';
import type { Session } from '../../session.ts';

const USUAL = 'aes-cbc-pkcs7-encrypt';

export interface MakeRunOptions {
  readonly count: number;
  readonly list?: true | undefined;
  readonly seed?: string | undefined;
  readonly output?: string | undefined;
  readonly force?: true | undefined;
}

export async function runMake(
  session: Session,
  op: string | undefined,
  options: MakeRunOptions,
): Promise<void> {
  const names = madeOperations();
  if (options.list) {
    if (session.json) session.printJson({ operations: names });
    else for (const name of names) session.print(name);
    return;
  }
  if (op === undefined) {
    throw new CryptoError('bad-argument', session.say('vectors.make.error.noOp', { meant: USUAL }));
  }
  if (!names.includes(op)) {
    const begun = names.find((name) => op !== '' && name.startsWith(op.toLowerCase()));
    const meant = similarTo(op, names) ?? begun ?? USUAL;
    const got = excerpt(op);
    throw new CryptoError('bad-argument', session.say('vectors.make.error.op', { meant, got }));
  }
  const { count, output, force } = options;
  const random = openRandom(session, options.seed).substream('vectors');
  const sink = session.json && output === undefined ? undefined : await openSink(session, { output, force });
  try {
    const progress = startProgress(session, count, session.say('vectors.run.cases'));
    const file = await makeVectors(op, { count, random, onCase: progress.update });
    progress.stop();
    const text = `${JSON.stringify(file, null, 2)}\n`;
    await sink?.write(utf8(text));
    await sink?.commit();
    if (isOurs(op)) session.stderr.write(`crypto: ${session.say('vectors.make.ours', { op })}\n`);
    if (!session.json) return;
    session.printJson(output === undefined ? file : { output, bytes: text.length, op, cases: count });
  } catch (error) {
    await sink?.abort();
    throw error;
  }
}

/** Where nobody else can be asked; of randomized operations there are no outputs. */
function isOurs(op: string): boolean {
  const operation = operationNamed(op);
  return operation?.reference === undefined && operation?.randomized !== true;
}
