/** The states of AES side by side, 4 x 4 bytes each, as FIPS 197 prints them in Appendix B. */
import { CryptoError } from '../../../errors.ts';
import { explainAes, explainAesDecrypt } from '../../../explain/index.ts';
import type { Trace } from '../../../trace/index.ts';
import { table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { groupsOf, stepLines, stepsById, valueAt } from '../../trace-view.ts';

export interface AesOptions {
  readonly decrypt?: true | undefined;
  readonly round?: number | undefined;
  readonly all?: true | undefined;
}

const ENCRYPTION = ['start', 's_box', 's_row', 'm_col', 'k_sch'] as const;
const DECRYPTION = ['istart', 'is_row', 'is_box', 'ik_sch', 'ik_add'] as const;

export function runExplainAes(
  session: Session,
  { key, block }: { readonly key: Uint8Array; readonly block: Uint8Array },
  options: AesOptions,
): void {
  const trace = options.decrypt ? explainAesDecrypt(key, block) : explainAes(key, block);
  const rounds = key.length / 4 + 6;
  if (options.round !== undefined && options.round > rounds) {
    const { subject } = trace;
    const slots = { first: 1, last: rounds, subject, got: options.round };
    throw new CryptoError('bad-argument', session.say('explain.error.round', slots));
  }
  if (session.json) session.printJson(trace);
  else if (options.round !== undefined) session.print(oneRound(session, trace, options.round, options));
  else session.print(picture(session, trace, rounds, options));
}

/** Input, rounds and output; without `--all` only the first and the last of the rounds. */
function picture(session: Session, trace: Trace, rounds: number, options: AesOptions): string {
  const steps = stepsById(trace);
  const { decrypt } = options;
  const columns = decrypt ? DECRYPTION : ENCRYPTION;
  const shown = options.all ? Array.from({ length: rounds }, (_, i) => i + 1) : [1, rounds];
  const input = columns.map((column, i) =>
    valueAt(steps, i === 0 ? `round[0].${decrypt ? 'iinput' : 'input'}` : `round[0].${column}`),
  );
  const output = valueAt(steps, `round[${rounds}].${decrypt ? 'ioutput' : 'output'}`);
  const groups = [
    matrices(session.say('explain.column.input'), input),
    ...shown.flatMap((round, i) => {
      const values = columns.map((column) => valueAt(steps, `round[${round}].${column}`));
      const group = matrices(String(round), values);
      return i > 0 && round > shown[i - 1]! + 1 ? [[['…']], group] : [group];
    }),
    matrices(session.say('explain.column.output'), [output]),
  ];
  const heading = [
    session.say('explain.column.round'),
    ...columns.map((column) => session.say(`explain.column.${column}`)),
  ];
  const rows = groups.flatMap((group, i) => (i === 0 ? group : [[''], ...group]));
  const leftOut = session.say('explain.leftOut', { first: 2, last: rounds - 1 });
  return `${titleOf(trace, options)}\n\n${table(heading, rows).replace(/^…$/m, leftOut)}`;
}

/** One round of the picture, its steps in words, and where its key comes from. */
function oneRound(session: Session, trace: Trace, round: number, options: AesOptions): string {
  const columns = options.decrypt ? DECRYPTION : ENCRYPTION;
  const steps = trace.steps.filter(({ id }) => id.startsWith(`round[${round}].`));
  const byId = stepsById(trace);
  const heading = columns.map((column) => session.say(`explain.column.${column}`));
  const values = columns.map((column) => valueAt(byId, `round[${round}].${column}`));
  const rows = matrices('', values).map((row) => row.slice(1));
  const rounds = trace.steps.filter(({ id }) => /^w\[/.test(id)).length / 4 - 1;
  const keyNumber = options.decrypt ? rounds - round : round;
  const words = Array.from({ length: 4 }, (_, i) => byId.get(`w[${4 * keyNumber + i}]`)!);
  const told = [...steps, ...words].flatMap((step) => stepLines(session, step, 8, true));
  return [titleOf(trace, options), '', table(heading, rows), '', ...told].join('\n');
}

/** `AES-128: 3243… → 3925…`; an arrow back where it is decryption. */
function titleOf({ subject, inputs, output }: Trace, { decrypt }: AesOptions): string {
  return `${subject}${decrypt ? '⁻¹' : ''}: ${inputs.block} → ${output}`;
}

/** Four rows: a name, and the rows of the states side by side. Byte r + 4c stands in row r, column c. */
function matrices(name: string, states: readonly string[]): string[][] {
  return [0, 1, 2, 3].map((row) => [
    row === 0 ? name : '',
    ...states.map((state) => {
      const bytes = groupsOf(state, 2);
      return bytes.length === 0 ? '' : [0, 4, 8, 12].map((column) => bytes[row + column]!).join(' ');
    }),
  ]);
}
