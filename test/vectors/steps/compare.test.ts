/** The first wrong step: for every operation, every value is compared, and the one that was changed is named. */
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/bytes/index.ts';
import { OPERATIONS, type ReportedStep, type Request, scratchEngine } from '../../../src/vectors/index.ts';
import { compareWith } from '../../../src/vectors/steps/compare.ts';
import { compareSteps, stepIdsOf } from '../../../src/vectors/steps/index.ts';
import { MORE } from '../../../src/vectors/steps/step.ts';
import { stepTrace, type TracedStep } from '../../../src/vectors/steps/trace.ts';
import { DRAWN, requestFor, STEPPED } from './requests.ts';

/** Steps of an operation that are changed, each in a comparison of its own. */
const MOST = 120;

/** Every step, with what the program draws. */
function traceOf(request: Request): TracedStep[] {
  const drawn = DRAWN[request.op];
  // Names of everything that stands inside of another step, so that nothing is left out.
  const inside = ['H.digest', 'mHash.digest', 'bit[0].square'].map((name) => [name, ['']] as const);
  const reported = new Map<string, readonly string[]>(drawn ? [[drawn.id, [drawn.value]], ...inside] : []);
  return [...stepTrace(request, reported)!].filter((step): step is TracedStep => step !== MORE);
}

const reportsOf = (trace: readonly TracedStep[]): ReportedStep[] =>
  trace.map(({ id, value }) => ({ id, value }));

function changed({ value, decimal }: TracedStep): string {
  if (decimal) return String(BigInt(value) + 1n);
  const at = Math.floor(value.length / 2);
  const digit = (Number.parseInt(value[at]!, 16) ^ 1).toString(16);
  return value.slice(0, at) + digit + value.slice(at + 1);
}

it('has steps for all operations but those that only judge', () => {
  const without = OPERATIONS.map(({ name }) => name).filter((name) => !STEPPED.includes(name));
  expect(without).toEqual(['prime-test', 'certificate-verify']);
});

describe.each(STEPPED)('%s', (op) => {
  const request = requestFor(op);
  const trace = traceOf(request);
  const names = () => trace.map(({ id }) => id);

  it('gives every value a name of its own, with a clause', () => {
    expect(trace.length).toBeGreaterThan(1);
    expect(new Set(names()).size).toBe(trace.length);
    for (const { id, value, clause, decimal } of trace) {
      expect(value, id).toMatch(decimal ? /^\d+$/ : /^[\da-f]*$/);
      if (op !== 'xor') expect(clause, id).not.toBe('');
    }
  });

  it('comes to what our own code gives', () => {
    const answer = scratchEngine.answer(request);
    if (!('output' in answer) || !(answer.output instanceof Uint8Array)) return;
    const output = toHex(answer.output);
    const value = (id: string) => trace.find((step) => step.id === id)!.value;
    if (DRAWN[op]) return;
    const goal = op.endsWith('-decrypt') ? 'P' : 'C';
    const blocks = trace.filter(({ id }) => new RegExp(`^block\\[\\d+\\]\\.${goal}$`).test(id));
    const found = /pkcs7-decrypt/.test(op)
      ? value('unpadded')
      : blocks.length > 0
        ? blocks.map((step) => step.value).join('') + (op === 'aes-gcm-encrypt' ? value('T') : '')
        : trace.some(({ id }) => id === 'key_block')
          ? value('key_block')
          : trace.at(-1)!.decimal
            ? BigInt(trace.at(-1)!.value).toString(16).padStart(output.length, '0')
            : trace.at(-1)!.value;
    expect(found).toBe(output);
  });

  it('finds nothing wrong in the right values', () => {
    const steps = reportsOf(trace);
    const compared = compareSteps(request, [...(DRAWN[op] ? [DRAWN[op]] : []), ...steps.reverse()])!;
    expect(compared).toEqual({ compared: trace.length + (DRAWN[op] ? 1 : 0), unknown: [] });
  });

  it('names every step that is changed, and what it comes from', () => {
    const steps = reportsOf(trace);
    const values = new Map(steps.map(({ id, value }) => [id, value]));
    const every = Math.ceil(trace.length / MOST);
    for (const [i, step] of trace.entries()) {
      if (step.value === '' || i % every !== 0) continue;
      const wrongStep = { id: step.id, value: changed(step) };
      const reported = steps.slice(0, i).concat(wrongStep, steps.slice(i + 1));
      const { wrong, unknown } = compareWith(trace, reported, names);
      expect(unknown).toEqual([]);
      expect(wrong, step.id).toMatchObject({ id: step.id, want: step.value, got: wrongStep.value });
      if (!step.decimal && step.value.length % 2 === 0)
        expect(wrong!.byte).toBe(Math.floor(step.value.length / 4));
      for (const source of step.from) expect(values.get(source.id)).toBe(source.value);
    }
  });

  it('takes names without what stands before a dot, in the order of the steps', () => {
    const inner = trace.filter(({ id, exact }) => !exact && /^(block\[\d+\]|pass\[\d\])\./.test(id));
    const steps = inner.map(({ id, value }) => ({
      id: id.replace(/^block\[\d+\]\.(pass\[\d+\]\.)?/, ''),
      value,
    }));
    if (steps.length === 0) return;
    expect(compareWith(trace, steps, names)).toEqual({ compared: steps.length, unknown: [] });
    const at = steps.length - 1;
    steps[at] = { id: steps[at]!.id, value: changed(inner[at]!) };
    expect(compareWith(trace, steps, names).wrong!.id).toMatch(/block\[/);
  });
});

describe('compareSteps', () => {
  const request = requestFor('aes-ecb-encrypt');
  const trace = traceOf(request);
  const wanted = (id: string) => trace.find((step) => step.id === id)!.value;
  const compare = (...steps: ReportedStep[]) => compareSteps(request, steps);

  it('has nothing to say where nothing was reported, or of an operation without steps', () => {
    expect(compare()).toBeUndefined();
    expect(compareSteps({ op: 'prime-test', fields: {} }, [{ id: 'x', value: '1' }])).toBeUndefined();
    expect(stepIdsOf({ op: 'prime-test', fields: {} })).toBeUndefined();
    expect(stepIdsOf(request)).toContain('block[2].round[10].output');
  });

  it('names the byte, and the state before it, as the program names its steps', () => {
    const value = wanted('block[1].round[3].m_col');
    const bytes = fromHex(value);
    bytes[5]! ^= 0xf8;
    const found = compare({ id: 'round[3].m_col', value: toHex(bytes).toUpperCase() })!;
    expect(found).toEqual({
      compared: 1,
      wrong: {
        id: 'round[3].m_col',
        clause: 'FIPS 197, 5.1.3',
        byte: 5,
        got: toHex(bytes),
        want: value,
        before: { id: 'round[3].s_row', value: wanted('block[1].round[3].s_row') },
      },
      unknown: [],
    });
  });

  it('gives the round key beside the state', () => {
    const { before, beside } = compare({ id: 'block[2].round[4].start', value: '00'.repeat(16) })!.wrong!;
    expect(before!.id).toBe('block[2].round[3].m_col');
    expect(beside!.map(({ id }) => id)).toEqual(['block[2].round[3].k_sch']);
  });

  it('goes by the order of the standard, whatever the order of the reports', () => {
    const wrong = (id: string) => ({ id, value: '00'.repeat(id.startsWith('w') ? 4 : 16) });
    const found = compare(
      wrong('round[9].s_box'),
      wrong('round[2].s_row'),
      wrong('w[7]'),
      wrong('round[1].s_box'),
    );
    expect(found!.wrong!.id).toBe('w[7]');
  });

  it('compares a name with itself as often as it is reported', () => {
    const right = { id: 'w[5]', value: wanted('w[5]') };
    expect(compare(right, right)).toEqual({ compared: 2, unknown: [] });
    const wrong = { id: 'w[5]', value: '00000000' };
    for (const reports of [
      [right, wrong],
      [wrong, right],
    ]) {
      expect(compare(...reports)!.wrong).toMatchObject({ id: 'w[5]', got: '00000000' });
    }
  });

  it('passes over what it does not know, and says what may be meant', () => {
    const { unknown, compared } = compare(
      { id: 'Round[3].M_Col', value: '00' },
      { id: 'round[3].mixcolumns', value: '00' },
      { id: 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz', value: '00' },
      { id: 'block[9].C', value: '00' },
    )!;
    expect(compared).toBe(0);
    expect(unknown.map(({ nearest }) => nearest)).toEqual([
      'block[1].round[3].m_col',
      'block[1].round[3].m_col',
      undefined,
      undefined,
    ]);
  });

  it('takes bits, spaces and 0x, and a wrong length for what it is', () => {
    const one = { ...requestFor('des-ecb-encrypt') };
    const ip = traceOf(one).find(({ id }) => id === 'block[1].IP')!.value;
    const bits = [...ip].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
    const spaced = ip.replace(/../g, '$& ');
    for (const value of [bits, spaced, `0x${ip}`]) {
      expect(compareSteps(one, [{ id: 'IP', value }])).toEqual({ compared: 1, unknown: [] });
    }
    const short = compareSteps(one, [{ id: 'IP', value: ip.slice(2) }])!.wrong!;
    expect(short).not.toHaveProperty('byte');
    expect(compareSteps(one, [{ id: 'IP', value: 'no hex' }])!.wrong).toMatchObject({ got: 'nohex' });
  });

  it('compares numbers as numbers', () => {
    const textbook = requestFor('rsa-textbook-encrypt');
    const c = traceOf(textbook).at(-1)!.value;
    for (const value of [c, `0${c}`, `0x${BigInt(c).toString(16)}`]) {
      expect(compareSteps(textbook, [{ id: 'c', value }])).toEqual({ compared: 1, unknown: [] });
    }
    expect(compareSteps(textbook, [{ id: 'c', value: '12' }])!.wrong).toMatchObject({
      decimal: true,
      got: '12',
    });
  });

  it('stops at the first blocks of a long message, and calls nothing unknown behind them', () => {
    const long = {
      op: 'des-ecb-encrypt',
      fields: { ...requestFor('des-ecb-encrypt').fields, msg: new Uint8Array(800) },
    };
    const ids = stepIdsOf(long)!;
    expect(ids).toContain('block[32].C');
    expect(ids).not.toContain('block[33].C');
    expect(compareSteps(long, [{ id: 'block[33].C', value: '00' }])).toEqual({ compared: 0, unknown: [] });
    const hashed = { op: 'sha256', fields: { msg: new Uint8Array(10_000) } };
    expect(compareSteps(hashed, [{ id: 'M(3).t[5]', value: '00' }])!.wrong!.id).toBe('M(3).t[5]');
    expect(compareSteps(hashed, [{ id: 'digest', value: '00' }])).toEqual({ compared: 0, unknown: [] });
  });

  it('ends where our own code refuses the input', () => {
    const bad = requestFor('aes-cbc-pkcs7-decrypt');
    const ct = (bad.fields.ct as Uint8Array).slice(0, 16);
    const cut = { op: bad.op, fields: { ...bad.fields, ct } };
    expect(stepIdsOf(cut)).toContain('padded');
    expect(stepIdsOf(cut)).not.toContain('unpadded');
    const noKey = { op: 'aes-ecb-encrypt', fields: { key: new Uint8Array(3), msg: new Uint8Array(16) } };
    expect(compareSteps(noKey, [{ id: 'w[0]', value: '00' }])).toMatchObject({ compared: 0 });
    expect(compareSteps({ op: 'aes-ecb-encrypt', fields: {} }, [{ id: 'w[0]', value: '00' }])).toMatchObject({
      compared: 0,
    });
  });

  it('calls nothing unknown of what is too long to explain', () => {
    const { op, fields } = requestFor('hmac-sha256');
    const long = { op, fields: { ...fields, msg: new Uint8Array(5000) } };
    expect(compareSteps(long, [{ id: 'K0', value: '00' }])).toEqual({ compared: 0, unknown: [] });
    const prf = requestFor('tls12-prf');
    const longer = { op: prf.op, fields: { ...prf.fields, size: 2000 } };
    expect(compareSteps(longer, [{ id: 'A(1)', value: '00' }])).toEqual({ compared: 0, unknown: [] });
  });

  it('takes what is random from the report, or says nothing', () => {
    const sealing = requestFor('rsa-pkcs1-encrypt');
    const msg = toHex(sealing.fields.msg as Uint8Array);
    const block = (ps: string) => `0002${ps}00${msg}`;
    const compareEm = (...steps: ReportedStep[]) => compareSteps(sealing, steps);
    const PS = 'a7'.repeat(88);
    expect(compareEm({ id: 'EM', value: block(PS) })).toEqual({ compared: 1, unknown: [] });
    expect(compareEm({ id: 'EM', value: block(PS).replace('0002', '0001') })!.wrong).toMatchObject({
      id: 'EM',
      byte: 1,
    });
    expect(compareEm({ id: 'PS', value: PS }, { id: 'm', value: '5' })!.wrong!.id).toBe('m');
    expect(compareEm({ id: 'PS', value: '00'.repeat(88) })).toEqual({ compared: 0, unknown: [] });
    expect(compareEm({ id: 'm', value: '5' })).toEqual({ compared: 0, unknown: [] });
  });

  it('cuts the key block where the reported names leave no doubt', () => {
    const block = (size: number) => {
      const { op, fields } = requestFor('tls12-key-block');
      return { op, fields: { ...fields, size } };
    };
    const wrongOf = (size: number, ...ids: string[]) =>
      compareSteps(
        block(size),
        ids.map((id) => ({ id, value: '00' })),
      )!.wrong?.want.length;
    expect(wrongOf(104, 'server_write_MAC_key')).toBe(40);
    expect(wrongOf(72, 'client_write_key', 'client_write_IV')).toBe(64);
    expect(wrongOf(72, 'client_write_key', 'client_write_MAC_key')).toBe(40);
    expect(compareSteps(block(72), [{ id: 'client_write_key', value: '00' }])).toEqual({
      compared: 0,
      unknown: [],
    });
    expect(wrongOf(77, 'client_write_key')).toBeUndefined();
  });
});
