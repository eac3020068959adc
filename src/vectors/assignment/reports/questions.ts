/**
 * An instance as a file in Wycheproof's shape: what its tests ask, and for the instructor what they want.
 *
 * A student's file has the visible tests without their answers. Monte Carlo tests are too long for a file, and left out.
 */
import { fieldsToJson, operationNamed, outputToJson } from '../../operations/index.ts';
import type { Check, SingleCheck, VectorCase, Want } from '../../vector-file.ts';
import type { Instance, InstanceTest } from '../instance.ts';

export interface InstanceDocument {
  readonly algorithm: string;
  readonly source: string;
  readonly header: readonly string[];
  readonly notes: Readonly<Record<string, never>>;
  readonly numberOfTests: number;
  readonly testGroups: readonly DocumentGroup[];
}

export interface DocumentGroup {
  readonly type: 'OperationTest';
  readonly op: string;
  /** The test of the assignment that it belongs to. */
  readonly source: string;
  readonly tests: readonly JsonTest[];
}

type JsonTest = Readonly<Record<string, unknown>>;

export interface DocumentOptions {
  /** With what is wanted, and with the hidden tests. */
  readonly answers?: boolean | undefined;
  /** What stands at its top. */
  readonly header?: readonly string[] | undefined;
}

export function instanceDocument(
  { assignment, tests }: Instance,
  { answers = false, header = [] }: DocumentOptions = {},
): InstanceDocument {
  const shown = tests.filter(({ test }) => answers || test.visibility === 'visible');
  const testGroups = shown.flatMap((test) => groupsOf(test, answers));
  return {
    algorithm: assignment.name,
    source: assignment.title,
    header,
    notes: {},
    numberOfTests: testGroups.reduce((total, group) => total + group.tests.length, 0),
    testGroups,
  };
}

/** A group for each operation, in the order of the cases. Fresh ones with their answers are as they were made. */
function groupsOf({ number, test, cases, made }: InstanceTest, answers: boolean): DocumentGroup[] {
  const source = `${number}. ${test.name}`;
  if (answers && made)
    return made.testGroups.map(({ op, tests }) => ({ type: 'OperationTest', op, source, tests }));
  const byOp = new Map<string, JsonTest[]>();
  for (const [i, vectorCase] of cases.entries()) {
    for (const check of vectorCase.checks) {
      if (!isSingle(check)) continue;
      const { op } = check.request;
      const list = byOp.get(op) ?? [];
      byOp.set(op, list);
      list.push(recordOf(vectorCase, i, check, answers));
    }
  }
  return [...byOp].map(([op, tests]) => ({ type: 'OperationTest', op, source, tests }));
}

function isSingle(check: Check): check is SingleCheck {
  return 'request' in check;
}

function recordOf(
  { id, comment, flags }: VectorCase,
  i: number,
  { request, want }: SingleCheck,
  answers: boolean,
): JsonTest {
  const isNumber = /^\d{1,9}$/.test(id);
  return {
    tcId: isNumber ? Number(id) : i + 1,
    comment: isNumber ? comment : [id, comment].filter(Boolean).join(': '),
    ...fieldsToJson(request.fields),
    ...(answers && answerOf(request.op, want)),
    flags,
  };
}

function answerOf(op: string, want: Want): JsonTest {
  if (want.kind === 'accepted') return { result: 'valid' };
  if (want.kind === 'refusal' || want.output === false) return { result: 'invalid' };
  const operation = operationNamed(op);
  return {
    ...(operation && outputToJson(operation, want.output)),
    result: want.optional ? 'acceptable' : 'valid',
  };
}
