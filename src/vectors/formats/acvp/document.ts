/**
 * The JSON of the Automated Cryptographic Validation Protocol: prompts, expected results, and files with both
 * (`internalProjection`). A prompt and its results are put together by vsId, algorithm, tgId and tcId.
 */
import { CryptoError } from '../../../errors.ts';
import { isObject, JsonObject } from '../json.ts';

export interface AcvpSet {
  readonly name: string;
  readonly algorithm: string;
  readonly revision: string;
  readonly groups: readonly AcvpGroup[];
}

export interface AcvpGroup {
  /** Fields of the prompt, then those of the results. */
  readonly group: Merged;
  readonly tests: readonly Merged[];
}

const MAX_CASES = 200_000;

/** A test or group of the prompt, with what the results say beside it. */
export class Merged {
  private readonly parts: readonly JsonObject[];
  /** Whether there are results for it. */
  readonly answered: boolean;

  constructor(prompt: JsonObject, results: JsonObject | undefined, answered: boolean) {
    this.parts = results ? [prompt, results] : [prompt];
    this.answered = answered;
  }

  has(name: string): boolean {
    return this.parts.some((part) => part.has(name));
  }

  /** The part that has the field; for an error the first. */
  with(name: string): JsonObject {
    return this.parts.find((part) => part.has(name)) ?? this.parts[0]!;
  }

  bytes(name: string): Uint8Array {
    return this.with(name).bytes(name);
  }

  integer(name: string): number {
    return this.with(name).integer(name);
  }

  text(name: string): string {
    return this.with(name).text(name);
  }

  boolean(name: string): boolean {
    const part = this.with(name);
    const value = part.value(name);
    if (typeof value === 'boolean') return value;
    throw part.fault('true or false', value, name);
  }
}

export function looksLikeAcvp(value: unknown): boolean {
  const body = Array.isArray(value) ? value.find((part) => isObject(part) && 'testGroups' in part) : value;
  return isObject(body) && Array.isArray(body.testGroups) && ('vsId' in body || 'revision' in body);
}

interface Body {
  readonly name: string;
  readonly body: JsonObject;
}

/** In the order of the prompts; results without their prompt are a set of their own. */
export function readSets(files: readonly { readonly name: string; readonly json: unknown }[]): AcvpSet[] {
  const bodies = files.map(({ name, json }) => ({ name, body: bodyOf(name, json) }));
  const [results, prompts] = [bodies.filter(isResults), bodies.filter((file) => !isResults(file))];
  const used = new Set<Body>();
  const sets = prompts.map((prompt) => {
    const found = results.find((file) => !used.has(file) && fits(prompt.body, file.body));
    if (found) used.add(found);
    return joined(prompt, found);
  });
  return [...sets, ...results.filter((file) => !used.has(file)).map((alone) => joined(alone, undefined))];
}

function bodyOf(name: string, json: unknown): JsonObject {
  if (!Array.isArray(json)) return new JsonObject(name, '', json);
  const at = json.findIndex((part) => isObject(part) && 'testGroups' in part);
  return new JsonObject(name, `[${at}]`, json[at]);
}

/** Results say nothing about what is tested: their groups have no type, their tests no input. */
function isResults({ body }: Body): boolean {
  const groups = body.objects('testGroups');
  return groups.length > 0 && groups.every((group) => !group.has('testType'));
}

function fits(prompt: JsonObject, results: JsonObject): boolean {
  const same = (name: string) =>
    !prompt.has(name) || !results.has(name) || prompt.value(name) === results.value(name);
  if (!same('vsId') || !same('algorithm') || !same('mode') || !same('revision')) return false;
  const ids = new Set(prompt.objects('testGroups').map((group) => group.value('tgId')));
  return results.objects('testGroups').every((group) => ids.has(group.value('tgId')));
}

function joined(prompt: Body, results: Body | undefined): AcvpSet {
  const { body, name } = prompt;
  const groupsOfResults = new Map(
    results?.body.objects('testGroups').map((group) => [group.value('tgId'), group]) ?? [],
  );
  let count = 0;
  const groups = body.objects('testGroups').map((group): AcvpGroup => {
    const answers = groupsOfResults.get(group.value('tgId'));
    const answerOf = new Map(answers?.objects('tests').map((test) => [test.value('tcId'), test]) ?? []);
    const tests = group.objects('tests').map((test) => {
      const answer = answerOf.get(test.value('tcId'));
      return new Merged(test, answer, answer !== undefined || results === undefined);
    });
    count += tests.length;
    if (count > MAX_CASES) {
      throw new CryptoError('too-large', `${name}: expected at most ${MAX_CASES} cases, got more`);
    }
    return { group: new Merged(group, answers, true), tests };
  });
  const mode = body.textOr('mode', '');
  return {
    name,
    algorithm: [body.textOr('algorithm', 'ACVP'), mode].filter((part) => part !== '').join(' '),
    revision: body.textOr('revision', ''),
    groups,
  };
}
