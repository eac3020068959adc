/** The steps of hash functions (FIPS 180-4; RFC 1321) and of HMAC (FIPS 198-1), as `explain` has them. */
import { fromHex } from '../../bytes/index.ts';
import { EXPLAIN_LIMIT, EXPLAINED_HASHES, explainHmac } from '../../explain/index.ts';
import { HASHES, type HashId } from '../../hash/index.ts';
import type { TraceStep } from '../../trace/index.ts';
import { bytes, integer } from '../operations/index.ts';
import {
  bytesStep,
  explainedSteps,
  type Inside,
  MORE,
  type Part,
  type StandardStep,
  type StepBuilder,
} from './step.ts';

const NAMES = /(^|\.)(padding\.\w+|[MX]\(\d+\)(\..+)?|H\(\d+\)|ABCD\(\d+\)|digest)$/;

export function hashBuilder(id: HashId): StepBuilder {
  return (fields) => [hashInside('', id, bytes(fields, 'msg'))];
}

/** The steps of a hash that another computation takes; `prefix` is the name of its value and a dot. */
export function hashInside(prefix: string, id: HashId, msg: Uint8Array): Inside {
  return { prefix, names: NAMES, parts: () => hashSteps(id, msg) };
}

function* hashSteps(id: HashId, msg: Uint8Array): Generator<Part> {
  if (msg.length <= EXPLAIN_LIMIT) {
    yield* withSources(EXPLAINED_HASHES[id](msg).steps);
    return;
  }
  // The blocks before the padding are those of any message that begins in the same way.
  const blocks = EXPLAIN_LIMIT / HASHES[id].blockSize - 1;
  const { steps } = EXPLAINED_HASHES[id](msg.slice(0, blocks * HASHES[id].blockSize));
  const ofBeginning = steps.filter((step) => {
    const block = /^(?:[MXH]|ABCD)\((\d+)\)/.exec(step.id);
    return block && Number(block[1]) <= blocks;
  });
  yield* withSources(ofBeginning);
  yield MORE;
}

/** The hash value or the variables first, the word beside them. */
function withSources(steps: readonly TraceStep[]): StandardStep[] {
  let chained = '';
  let variables = '';
  return explainedSteps(steps, (step) => {
    const { id, values } = step;
    if (id === 'digest') return [chained];
    if (/^(H|ABCD)\(\d+\)$/.test(id)) {
      const sources = [variables, chained];
      variables = chained = id;
      return sources;
    }
    const inBlock = /^([MX]\(\d+\))\.(\w)\[(\d+)\]$/.exec(id);
    if (!inBlock) return [];
    const [, block, kind, number] = inBlock;
    if (kind === 't' || kind === 'i') {
      const sources = [variables, kind === 't' ? `${block}.W[${number}]` : `${block}.X[${values.k}]`];
      variables = id;
      return sources;
    }
    const words = ['t2', 't7', 't15', 't3', 't8', 't14', 't16'].flatMap((name) => values[name] ?? []);
    return words.length > 0 ? words.map((t) => `${block}.W[${t}]`) : [block!];
  });
}

/** `hmac-sha256` and, without the cut, `hmac-sha256-verify`. Of the two hashes inside, the steps stand behind their names. */
export function hmacBuilder(id: HashId): StepBuilder {
  return function* (fields) {
    const hash = HASHES[id];
    const key = bytes(fields, 'key');
    const msg = bytes(fields, 'msg');
    if (key.length > hash.blockSize) yield hashInside('K0.', id, key);
    let input = key;
    for (const step of explainedSteps(explainHmac(hash, key, msg).steps, hmacSources)) {
      if (step.id === 'inner.hash' || step.id === 'outer.hash') yield hashInside(`${step.id}.`, id, input);
      yield step;
      input = fromHex(step.value);
    }
    if (fields.tagSize === undefined) return;
    const tag = input.slice(0, integer(fields, 'tagSize') / 8);
    yield bytesStep('tag', 'FIPS 198-1, 5', tag, ['outer.hash']);
  };
}

function hmacSources({ id }: TraceStep): readonly string[] {
  return HMAC_SOURCES[id] ?? [];
}

const HMAC_SOURCES: Readonly<Record<string, readonly string[]>> = {
  'K0^ipad': ['K0'],
  'inner.input': ['K0^ipad'],
  'inner.hash': ['inner.input'],
  'K0^opad': ['K0'],
  'outer.input': ['K0^opad', 'inner.hash'],
  'outer.hash': ['outer.input'],
};
