/**
 * Fresh vectors for any operation, in Wycheproof's shape: inputs drawn from a random source, outputs from the reference, so
 * that nobody finds the answers anywhere. The same source gives the same file on every machine.
 */
import { CryptoError, kindOf } from '../../errors.ts';
import type { RandomSource } from '../../random/index.ts';
import { systemRandom } from '../../random/index.ts';
import { referenceEngine } from '../engines/reference.ts';
import { scratchEngine } from '../engines/scratch.ts';
import {
  fieldsToJson,
  type JsonRecord,
  OPERATIONS,
  operationNamed,
  outputToJson,
  type VectorOperation,
} from '../operations/index.ts';
import type { Answer, Request } from '../request.ts';
import { drawFrom } from './draw.ts';
import { certificateMaker } from './inputs/certificates.ts';
import { cipherMaker } from './inputs/ciphers.ts';
import { hashMaker } from './inputs/hashes.ts';
import type { OpenMaker } from './inputs/input.ts';
import { paddingMaker } from './inputs/padding.ts';
import { rsaMaker } from './inputs/rsa.ts';
import { tlsMaker } from './inputs/tls.ts';

export interface MakeOptions {
  /** 1 to 10,000. */
  readonly count: number;
  readonly random?: RandomSource | undefined;
  /** Called after each case. */
  readonly onCase?: ((made: number) => void) | undefined;
}

export interface MadeFile {
  readonly algorithm: string;
  readonly source: string;
  readonly header: readonly string[];
  readonly notes: Readonly<Record<string, { readonly bugType: string; readonly description: string }>>;
  readonly numberOfTests: number;
  readonly testGroups: readonly [MadeGroup];
}

export interface MadeGroup {
  readonly type: 'OperationTest';
  /** Each test asks this, and nothing else. */
  readonly op: string;
  readonly source: string;
  readonly tests: readonly MadeTest[];
}

export type MadeTest = JsonRecord & {
  readonly tcId: number;
  readonly comment: string;
  readonly result: 'valid' | 'invalid';
  readonly flags: readonly string[];
};

export const MAX_MADE = 10_000;

/** The operations that vectors can be made for, in the order of the table. */
export function madeOperations(): readonly string[] {
  return OPERATIONS.map(({ name }) => name).filter((name) => makerOf(name) !== undefined);
}

/** `bad-argument` for an operation that is none, and for a count out of range. */
export async function makeVectors(op: string, options: MakeOptions): Promise<MadeFile> {
  const { count, random = systemRandom, onCase } = options;
  const operation = operationNamed(op);
  const open = operation && makerOf(op);
  if (!operation || !open) {
    throw new CryptoError(
      'bad-argument',
      `op: expected an operation such as aes-cbc-encrypt, got ${JSON.stringify(op)}; crypto vectors make --list shows all`,
    );
  }
  if (!Number.isInteger(count) || count < 1 || count > MAX_MADE) {
    const got = typeof count === 'number' ? count : kindOf(count);
    throw new CryptoError('bad-argument', `count: expected 1 to ${MAX_MADE}, got ${got}`);
  }
  const make = open(random.substream('file'));
  const judge = judgeOf(operation);
  const tests: MadeTest[] = [];
  const order = orderOf(operation, count, random);
  for (let i = 0; i < count; i++) {
    const draw = drawFrom(random.substream(`case.${i}`));
    const { comment, fields, flags = [], hidden = {} } = make(draw, order[i]!);
    const answer = operation.randomized ? undefined : await judge.answer({ op, fields });
    tests.push({
      tcId: i + 1,
      comment,
      ...fieldsToJson(fields),
      ...fieldsToJson(hidden),
      ...(answer?.kind === 'output' && outputToJson(operation, answer.output)),
      result: isValid(answer) ? 'valid' : 'invalid',
      flags,
    });
    onCase?.(i + 1);
  }
  return fileOf(operation, judge.name, tests);
}

function makerOf(op: string): OpenMaker | undefined {
  return (
    cipherMaker(op) ??
    paddingMaker(op) ??
    hashMaker(op) ??
    rsaMaker(op) ??
    tlsMaker(op) ??
    certificateMaker(op)
  );
}

/** Verdicts come in an order of their own: else whoever counts the questions knows the answers. */
function orderOf({ output }: VectorOperation, count: number, random: RandomSource): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  if (output !== 'verdict') return order;
  const { below } = drawFrom(random.substream('order'));
  for (let i = count - 1; i > 0; i--) {
    const j = below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

interface Judge {
  /** Whose outputs these are. */
  readonly name: string;
  answer(request: Request): Promise<Answer>;
}

/** The reference; ours where there is none, or where it does not take this input. */
function judgeOf({ name, reference }: VectorOperation): Judge {
  const engine = referenceEngine();
  return {
    name: reference?.name ?? 'crypto-primer',
    async answer(request) {
      const answer = reference ? await engine.answer(request) : ({ kind: 'unsupported' } as const);
      const decided = answer.kind === 'unsupported' ? await scratchEngine.answer(request) : answer;
      if (decided.kind === 'output' || decided.kind === 'error') return decided;
      throw new CryptoError('unsupported', `op: expected an answer for ${name}, got none`);
    },
  };
}

function isValid(answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  return answer.kind === 'output' && answer.output !== false;
}

function fileOf({ name, randomized }: VectorOperation, judge: string, tests: readonly MadeTest[]): MadeFile {
  const by = randomized ? 'judged by the private key' : `outputs by ${judge}`;
  const used = [...new Set(tests.flatMap(({ flags }) => flags))].sort();
  const notes = used.map((flag) => [flag, NOTES[flag] ?? `The chain is not valid: ${flag}.`] as const);
  return {
    algorithm: name,
    source: 'made by crypto vectors make',
    header: [`Inputs were drawn at random; ${by}.`],
    notes: Object.fromEntries(notes.map(([flag, description]) => [flag, { bugType: 'BASIC', description }])),
    numberOfTests: tests.length,
    testGroups: [{ type: 'OperationTest', op: name, source: 'made by crypto vectors make', tests }],
  };
}

const NOTES: Readonly<Record<string, string>> = {
  BadPadding: 'What comes out of the decryption does not end in, or does not hold, the padding.',
  WrongLength: 'The input is not whole blocks.',
  ModifiedTag: 'One bit was changed after the tag was computed.',
  ModifiedSignature: 'Message or signature were changed after signing.',
};
