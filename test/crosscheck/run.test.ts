import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex } from '../../src/bytes/index.ts';
import { checkOperation, isAgreed, runCrosscheck } from '../../src/crosscheck/index.ts';
import { withCode } from '../with-code.ts';
import { complement, example, type Message, messages } from './example.ts';

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

  it('compares the form that takes pieces, which must refuse what the others refuse', async () => {
    const wrong = example({ incremental: { run: ({ msg }) => complement({ msg }).subarray(0, 2) } });
    expect((await checkOperation(wrong)).disagreement).toEqual({
      inputs: { msg: '000000' },
      scratch: 'ffffff',
      incremental: 'ffff',
      reference: 'ffffff',
    });
    const refuse = () => {
      throw new Error('no');
    };
    const reference = { name: 'refusing too', open: async () => ({ run: refuse }) };
    const refusing = example({
      mayRefuse: true,
      scratch: { run: refuse },
      incremental: { run: complement },
      reference,
    });
    expect((await checkOperation(refusing)).disagreement).toMatchObject({
      scratch: 'refused: no',
      incremental: '',
      reference: 'refused: no',
    });
    const agreeing = { ...refusing, incremental: { run: refuse } };
    expect(isAgreed(await checkOperation(agreeing))).toBe(true);
  });

  it('keeps a disagreement that does not come again', async () => {
    let calls = 0;
    const once = example({
      // A byte too many, which differs for an empty message as well.
      scratch: {
        run: (inputs) => (++calls === 7 ? concat(complement(inputs), Uint8Array.of(0)) : complement(inputs)),
      },
    });
    const { runs, agreed, disagreement } = await checkOperation(once);
    expect([runs, agreed]).toEqual([7, 6]);
    const right = toHex(complement({ msg: fromHex(disagreement!.inputs.msg!) }));
    expect(disagreement).toMatchObject({ scratch: `${right}00`, reference: right });
  });

  const overwriting = ({ msg }: Message) => {
    const right = complement({ msg });
    msg.fill(0);
    return right;
  };

  it('takes writing into the inputs for a disagreement, on either side and on both', async () => {
    const inputs = [{ msg: Uint8Array.of(5) }, { msg: Uint8Array.of(6) }];
    const reference = { name: 'overwriting', open: async () => ({ run: overwriting }) };
    const scratch = { run: overwriting };
    const wrote = 'fa, after writing into its input msg';
    for (const [sides, ours, theirs] of [
      [{ scratch }, wrote, 'fa'],
      [{ reference }, 'fa', wrote],
      [{ scratch, reference }, wrote, wrote],
    ] as const) {
      const result = await checkOperation(example({ inputs, ...sides }));
      expect(result.disagreement).toEqual({ inputs: { msg: '05' }, scratch: ours, reference: theirs });
      expect(result).toMatchObject({ runs: 1, agreed: 0 });
      const drawn = await checkOperation(example(sides), { runs: 50 });
      expect(drawn.disagreement?.inputs.msg).toMatch(/^..$/);
    }
    expect(inputs).toEqual([{ msg: Uint8Array.of(5) }, { msg: Uint8Array.of(6) }]);
  });

  it('reports inputs that cannot be drawn', async () => {
    let drawn = 0;
    const stopping = messages.map((message) => {
      if (++drawn === 4) throw new Error('out of messages');
      return message;
    });
    const result = await checkOperation(example({ inputs: stopping }), { runs: 10 });
    expect(result).toMatchObject({
      runs: 3,
      agreed: 3,
      failure: 'after 3 of 10 runs: the next inputs cannot be drawn: out of messages',
    });
    expect(isAgreed(result)).toBe(false);
  });

  it('keeps a disagreement though smaller inputs cannot be drawn', async () => {
    let drawn = 0;
    const stopping = messages.map((message) => {
      if (++drawn === 4) throw new Error('out of messages');
      return message;
    });
    const broken = example({ inputs: stopping, scratch: { run: () => new Uint8Array(500) } });
    expect(await checkOperation(broken)).toMatchObject({
      runs: 1,
      agreed: 0,
      disagreement: { scratch: '00'.repeat(500) },
    });
  });

  it.each([true, false])(
    'reports runs that were not made (failing when interrupted: %s)',
    async (failing) => {
      const slow = example({
        scratch: {
          run: (inputs) => {
            for (const end = performance.now() + 2; performance.now() < end; );
            return complement(inputs);
          },
        },
      });
      const before = fc.readConfigureGlobal();
      fc.configureGlobal({ interruptAfterTimeLimit: 20, markInterruptAsFailure: failing });
      const { runs, agreed, failure } = await checkOperation(slow, { runs: 500 });
      fc.configureGlobal(before);
      expect(runs).toBeLessThan(500);
      expect(agreed).toBe(runs);
      expect(failure).toBe(`after ${runs} of 500 runs: interrupted`);
    },
  );

  it('reports inputs that cannot be compared', async () => {
    const nothing = example({ inputs: fc.constant(null as unknown as Message) });
    const result = await checkOperation(nothing, { runs: 10 });
    expect(result).toMatchObject({ runs: 1, agreed: 0 });
    expect(result.failure).toMatch(/^after 0 of 10 runs: .*null/);
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

describe('isAgreed', () => {
  it('is for rows that did all they should', async () => {
    const gone = { name: 'gone', open: () => Promise.reject(new Error('no such')) };
    const broken = { run: ({ msg }: Message) => msg };
    const rows = [example(), example({ reference: gone }), example({ scratch: broken })];
    const results = await runCrosscheck(rows, { runs: 3 });
    expect(results.map(isAgreed)).toEqual([true, false, false]);
  });
});

describe('runCrosscheck', () => {
  it('runs all rows in order, whatever one of them does', async () => {
    const broken = example({ name: 'broken', scratch: { run: ({ msg }) => msg } });
    const throwing = messages.map((): Message => {
      throw new Error('no messages');
    });
    const undrawn = example({ name: 'undrawn', inputs: throwing });
    const results = await runCrosscheck([broken, undrawn, example()], { runs: 3 });
    expect(results.map((result) => [result.name, isAgreed(result)])).toEqual([
      ['broken', false],
      ['undrawn', false],
      ['example', true],
    ]);
  });
});
