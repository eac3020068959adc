import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOperation, type Operation, operation, runCrosscheck } from '../../src/crosscheck/index.ts';
import { withCode } from '../with-code.ts';

type Message = { readonly msg: Uint8Array };
const messages: fc.Arbitrary<Message> = fc.record({ msg: fc.uint8Array({ maxLength: 300, size: 'max' }) });
const complement = ({ msg }: Message) => msg.map((byte) => ~byte);

/** An operation that agrees with itself, except for what is given. */
function example(differences: Partial<Operation<Message>> = {}): Operation {
  return operation<Message>({
    name: 'example',
    inputs: messages,
    timed: { bytes: 1000, inputs: { msg: new Uint8Array(1000) } },
    scratch: { run: complement },
    reference: { name: 'the same', open: async () => ({ run: complement }) },
    ...differences,
  });
}

const recorded = (seen: string[]) =>
  example({
    scratch: {
      run: (inputs) => {
        seen.push(inputs.msg.join());
        return complement(inputs);
      },
    },
  });

describe('checkOperation', () => {
  it('says how many runs agreed', async () => {
    expect(await checkOperation(example(), { runs: 25 })).toEqual({
      name: 'example',
      reference: 'the same',
      runs: 25,
      agreed: 25,
    });
  });

  it('shrinks what a broken operation gets wrong', async () => {
    const broken = example({
      scratch: {
        run: ({ msg }) => {
          const right = complement({ msg });
          if (msg.length > 5) right[5] = 0xee;
          return right;
        },
      },
    });
    const { runs, agreed, disagreement } = await checkOperation(broken, { seed: 'w' });
    expect(disagreement).toEqual({
      inputs: { msg: '000000000000' },
      scratch: 'ffffffffffee',
      reference: 'ffffffffffff',
    });
    expect(agreed).toBe(runs - 1);
  });

  it('takes an exception on one side for a disagreement', async () => {
    const refusing = example({
      scratch: {
        run: ({ msg }) => {
          if (msg.length > 2) throw new Error('too long');
          return complement({ msg });
        },
      },
      mayRefuse: true,
    });
    const { disagreement } = await checkOperation(refusing);
    expect(disagreement).toEqual({
      inputs: { msg: '000000' },
      scratch: 'refused: too long',
      reference: 'ffffff',
    });
  });

  it('lets both refuse only where that is expected', async () => {
    const refuse = () => {
      throw new Error('no');
    };
    const refusing = {
      scratch: { run: refuse },
      reference: { name: 'refusing too', open: async () => ({ run: refuse }) },
    };
    expect((await checkOperation(example(refusing))).disagreement?.scratch).toBe('refused: no');
    expect((await checkOperation(example({ ...refusing, mayRefuse: true }))).disagreement).toBeUndefined();
  });

  it('draws the same inputs from the same word, and others from another', async () => {
    const runs: string[][] = [];
    for (const seed of ['w', 'w', 'x', undefined, undefined]) {
      const seen: string[] = [];
      await checkOperation(recorded(seen), { seed, runs: 20 });
      runs.push(seen);
    }
    expect(runs[0]).toEqual(runs[1]);
    expect(new Set(runs.map((seen) => seen.join('|'))).size).toBe(4);
  });

  it('goes through published inputs once, in their order', async () => {
    const list = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)].map((msg) => ({ msg }));
    expect(await checkOperation(example({ inputs: list }), { runs: 500 })).toMatchObject({
      runs: 3,
      agreed: 3,
    });
    const broken = example({
      inputs: list,
      scratch: { run: ({ msg }) => (msg[0] === 2 ? msg : complement({ msg })) },
    });
    expect(await checkOperation(broken)).toMatchObject({
      runs: 2,
      agreed: 1,
      disagreement: { inputs: { msg: '02' }, scratch: '02', reference: 'fd' },
    });
  });

  it('says why a reference cannot be loaded', async () => {
    const missing = example({
      reference: { name: 'gone', open: () => Promise.reject(new Error('no such')) },
    });
    expect(await checkOperation(missing)).toEqual({
      name: 'example',
      reference: 'gone',
      runs: 0,
      agreed: 0,
      unavailable: 'no such',
    });
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d runs', async (runs) => {
    await expect(checkOperation(example(), { runs })).rejects.toThrow(withCode('bad-argument', /^runs: /));
  });
});

describe('speeds', () => {
  /** A clock on which each run of the scratch side takes 2 ms and each of the reference 4 ms. */
  function clocked(differences: Partial<Operation<Message>> = {}) {
    let time = 0;
    const spending = (ms: number) => (inputs: Message) => {
      time += ms;
      return complement(inputs);
    };
    const row = example({
      scratch: { run: spending(2) },
      reference: { name: 'slower', open: async () => ({ run: spending(4) }), ...differences.reference },
    });
    return { row, now: () => time };
  }

  it('are measured by the clock given, in 10^6 bytes per second', async () => {
    const { row, now } = clocked();
    const result = await checkOperation(row, { runs: 5, now });
    expect([result.scratchSpeed, result.referenceSpeed]).toEqual([0.5, 0.25]);
  });

  it('are absent without a clock, or where it stands still', async () => {
    for (const now of [undefined, () => 7]) {
      const result = await checkOperation(example(), { runs: 5, now });
      expect(Object.keys(result)).toEqual(['name', 'reference', 'runs', 'agreed']);
    }
  });

  it('are absent for a reference that is only a list', async () => {
    const run = { run: complement };
    const { row, now } = clocked({ reference: { name: 'list', published: true, open: async () => run } });
    const result = await checkOperation(row, { runs: 5, now });
    expect(result.scratchSpeed).toBe(0.5);
    expect(result.referenceSpeed).toBeUndefined();
  });
});

describe('runCrosscheck', () => {
  it('runs all rows in order, whatever one of them does', async () => {
    const broken = example({ name: 'broken', scratch: { run: ({ msg }) => msg } });
    const results = await runCrosscheck([broken, example()], { runs: 3 });
    expect(results.map(({ name, disagreement }) => [name, !disagreement])).toEqual([
      ['broken', false],
      ['example', true],
    ]);
  });
});
