/**
 * The steps of the block ciphers: the key schedule once, and what happens to each block.
 *
 * AES (FIPS 197) and DES (FIPS 46-3) are those of `explain`. Triple DES (SP 800-67, 3.1) is three passes of DES, each
 * under a key of its own: `Key1.K[4]`, `pass[2].round[3].f`.
 */
import { aes, type BlockCipher, des, tripleDes } from '../../block/index.ts';
import { fromHex } from '../../bytes/index.ts';
import { explainAes, explainAesDecrypt, explainDes, explainDesDecrypt } from '../../explain/index.ts';
import type { Trace, TraceStep } from '../../trace/index.ts';
import { explainedSteps, type Inside, type Part, type StandardStep } from './step.ts';

export type Direction = 'encrypt' | 'decrypt';

export interface TracedCipher {
  readonly cipher: BlockCipher;
  /** The key schedule, for a cipher used in that direction. */
  readonly keySteps: (direction: Direction) => Iterable<Part>;
  /** What happens to one block; `from` is the name of the step that `block` comes from. */
  readonly blockSteps: (
    prefix: string,
    direction: Direction,
    block: Uint8Array,
    from: readonly string[],
  ) => Inside;
}

export type CipherName = keyof typeof TRACED;

/** Throws `bad-length` for a key that does not fit. */
export function tracedCipher(name: CipherName, key: Uint8Array): TracedCipher {
  return TRACED[name](key);
}

const TRACED = { aes: tracedAes, des: tracedDes, '3des': tracedTripleDes } as const;

function tracedAes(key: Uint8Array): TracedCipher {
  const rounds = key.length / 4 + 6;
  const trace = { encrypt: explainAes, decrypt: explainAesDecrypt };
  const isKey = ({ id }: TraceStep) => id.startsWith('w[');
  return {
    cipher: aes(key),
    keySteps: () => explainedSteps(explainAes(key, new Uint8Array(16)).steps.filter(isKey), wordSources),
    blockSteps: (prefix, direction, block, from) => ({
      prefix,
      names: /(^|\.)round\[/,
      parts: () =>
        explainedSteps(
          trace[direction](key, block).steps.filter((step) => !isKey(step)),
          (step) => stateSources(step, rounds, from),
        ),
    }),
  };
}

function wordSources({ values: { previous, back } }: TraceStep): string[] {
  return previous === undefined || back === undefined ? [] : [`w[${previous}]`, `w[${back}]`];
}

/** FIPS 197, 5.1 to 5.3; the state first, the round key beside it; of a round key, the words before it. */
function stateSources({ id }: TraceStep, rounds: number, input: readonly string[]): readonly string[] {
  const [, round, name = ''] = /^round\[(\d+)\]\.(\w+)$/.exec(id)!;
  const r = Number(round);
  const here = (other: string) => `round[${r}].${other}`;
  const last = (other: string) => `round[${r - 1}].${other}`;
  const words = (key: number) => [0, 1, 2, 3].map((i) => `w[${4 * key + i}]`);
  const sources: Readonly<Record<string, readonly string[]>> = {
    input,
    k_sch: r === 0 ? [] : [last('k_sch')],
    start: [last(r === 1 ? 'input' : 'm_col'), last('k_sch')],
    s_box: [here('start')],
    s_row: [here('s_box')],
    m_col: [here('s_row')],
    output: [here('s_row'), here('k_sch')],
    iinput: input,
    ik_sch: r === rounds ? [] : words(rounds - r - 1),
    istart: r === 1 ? [last('iinput'), last('ik_sch')] : [last('ik_add')],
    is_row: [here('istart')],
    is_box: [here('is_row')],
    ik_add: [here('is_box'), here('ik_sch')],
    ioutput: [here('is_box'), here('ik_sch')],
  };
  return sources[name] ?? [];
}

function tracedDes(key: Uint8Array): TracedCipher {
  return {
    cipher: des(key),
    keySteps: () => desKeySteps(key),
    blockSteps: (prefix, direction, block, from) => ({
      prefix,
      names: DES_NAMES,
      parts: () => desBlockSteps(desTrace(direction, key, block), from),
    }),
  };
}

const DES_NAMES = /(^|\.)(IP|[LR]\[\d+\]|round\[\d+\]\.\w+|preoutput|output)$/;
const DES_KEY_NAMES = /(^|\.)(PC-1|[CDK]\[\d+\])$/;
/** A wrong `round[1].K` is told with the key that it should be. */
const DES_KEY_USES = /(^|\.)(PC-1|[CDK]\[\d+\]|round\[\d+\]\.K)$/;
const isDesKey = ({ id }: TraceStep) => DES_KEY_NAMES.test(id);

function desTrace(direction: Direction, key: Uint8Array, block: Uint8Array): Trace {
  return direction === 'encrypt' ? explainDes(key, block) : explainDesDecrypt(key, block);
}

function desKeySteps(key: Uint8Array): StandardStep[] {
  return explainedSteps(explainDes(key, new Uint8Array(8)).steps.filter(isDesKey), ({ id }) => {
    const [, name, n] = /^([CDK])\[(\d+)\]$/.exec(id) ?? [];
    if (name === undefined) return [];
    if (name === 'K') return [`C[${n}]`, `D[${n}]`];
    return n === '0' ? ['PC-1'] : [`${name}[${Number(n) - 1}]`];
  });
}

function desBlockSteps({ steps }: Trace, input: readonly string[]): StandardStep[] {
  return explainedSteps(
    steps.filter((step) => !isDesKey(step)),
    ({ id, values: { keyNumber } }) => {
      const half = /^([LR])\[(\d+)\]$/.exec(id);
      if (half) {
        const n = Number(half[2]);
        if (n === 0) return ['IP'];
        return half[1] === 'L' ? [`R[${n - 1}]`] : [`L[${n - 1}]`, `round[${n}].f`];
      }
      const inRound = /^round\[(\d+)\]\.([A-Z]|f)/.exec(id);
      if (!inRound) return { IP: input, preoutput: ['R[16]', 'L[16]'], output: ['preoutput'] }[id] ?? [];
      const [, n, name] = inRound;
      const here = (other: string) => `round[${n}].${other}`;
      const sources: Readonly<Record<string, readonly string[]>> = {
        E: [`R[${Number(n) - 1}]`],
        K: [`K[${keyNumber}]`],
        B: [here('E'), here('K')],
        S: [here('B')],
        f: [here('S')],
      };
      return sources[name!] ?? [];
    },
  );
}

function tracedTripleDes(key: Uint8Array): TracedCipher {
  const cipher = tripleDes(key);
  const keys = [key.slice(0, 8), key.slice(8, 16), key.length === 24 ? key.slice(16) : key.slice(0, 8)];
  return {
    cipher,
    *keySteps(): Generator<Part> {
      for (const [i, part] of keys.entries()) {
        yield {
          prefix: `Key${i + 1}.`,
          names: DES_KEY_USES,
          exact: true,
          parts: () => desKeySteps(part),
        };
      }
    },
    blockSteps: (prefix, direction, block, from) => ({
      prefix,
      names: DES_NAMES,
      parts: () => passes(direction === 'encrypt' ? [1, 2, 3] : [3, 2, 1], keys, direction, block, from),
    }),
  };
}

/** Forward E, D, E under Key1, Key2, Key3; inverse D, E, D under Key3, Key2, Key1. */
function* passes(
  order: readonly number[],
  keys: readonly Uint8Array[],
  direction: Direction,
  block: Uint8Array,
  from: readonly string[],
): Generator<Part> {
  const other = direction === 'encrypt' ? 'decrypt' : 'encrypt';
  let input = block;
  for (const [i, number] of order.entries()) {
    const trace = desTrace(i === 1 ? other : direction, keys[number - 1]!, input);
    const source = i === 0 ? from : [`pass[${i}].output`];
    yield {
      prefix: `pass[${i + 1}].`,
      names: DES_NAMES,
      parts: () =>
        desBlockSteps(trace, source).map((step) => {
          const schedule = step.from[0]?.startsWith('K[') ? [`Key${number}.${step.from[0]}`] : step.from;
          return { ...step, from: schedule };
        }),
    };
    input = fromHex(trace.output);
  }
}
