/** A diagnosis from the steps that were reported. */
import { expect, it } from 'vitest';
import { concat } from '../../src/bytes/index.ts';
import { sha256 } from '../../src/hash/index.ts';
import { diagnose, diagnoseMany, diagnosisLines } from '../../src/vectors/index.ts';
import { requestFor } from './steps/requests.ts';

const request = requestFor('aes-ecb-encrypt');
const want = { kind: 'output', output: new Uint8Array(32) } as const;
const answer = (...steps: { id: string; value: string }[]) =>
  ({ kind: 'output', output: new Uint8Array(32), steps }) as const;

it('names the wrong step, and the names that are not there', () => {
  const got = answer({ id: 'w[0]', value: '00000000' }, { id: 'round[10].m_col', value: '00' });
  const diagnosis = diagnose(request, got, want)!;
  expect(diagnosis.step!.id).toBe('w[0]');
  expect(diagnosis.unknown).toEqual([{ id: 'round[10].m_col' }]);
  expect(diagnosisLines('en', diagnosis)).toEqual([
    expect.stringMatching(/^w\[0\]: got 00000000, want [\da-f]{8} \(FIPS 197, 5\.2\)$/),
    '"round[10].m_col": no step of this name here; not compared',
  ]);
});

it('tells of unknown names where nothing else is known', () => {
  expect(diagnose(request, answer({ id: 'x', value: '00' }), want)).toEqual({ unknown: [{ id: 'x' }] });
});

it('says nothing where no steps came, or nothing is wrong with them', () => {
  expect(diagnose(request, answer(), want)?.step).toBeUndefined();
  expect(diagnose(request, { kind: 'error', error: 'no' }, want)?.step).toBeUndefined();
  const key = request.fields.key as Uint8Array;
  const word = [...key.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  expect(diagnose(request, answer({ id: 'w[0]', value: word }), want)?.step).toBeUndefined();
});

it('names no mistake where the answer is right and the file is wrong', () => {
  const asked = { op: 'xor', fields: { key: Uint8Array.of(1), msg: Uint8Array.of(0x61, 0x62) } };
  const got = { kind: 'output', output: Uint8Array.of(0x60, 0x63) } as const;
  expect(diagnose(asked, got, { kind: 'output', output: Uint8Array.of(0x60, 0x62) })).toBeUndefined();
});

it('names a well-known mistake beside the step, or without any', () => {
  const msg = new Uint8Array(3);
  const asked = { op: 'sha256', fields: { msg } };
  const output = sha256(concat(msg, Uint8Array.of(0x0a)));
  const right = { kind: 'output', output: sha256(msg) } as const;
  const steps = [{ id: 'M(1).W[0]', value: '0000000a' }];
  const both = diagnose(asked, { kind: 'output', output, steps }, right)!;
  expect([both.step?.id, both.mistake?.name]).toEqual(['M(1).W[0]', 'hash-with-newline']);
  const alone = diagnose(asked, { kind: 'output', output }, right)!;
  expect(alone).toEqual({ mistake: both.mistake });
  expect(diagnosisLines('en', alone).join(' ')).toContain('A line break is hashed with the message.');
});

it('searches long inputs for mistakes as well, and in a run only the first of them', () => {
  const fields = { key: Uint8Array.of(1, 2), msg: new Uint8Array(65_000) };
  const right = fields.msg.map((_, i) => 1 + (i % 2));
  const reversed = { kind: 'output', output: right.toReversed() } as const;
  const wanted = { kind: 'output', output: right } as const;
  const inRun = diagnoseMany();
  const found = Array.from(
    { length: 18 },
    () => inRun({ op: 'xor', fields }, reversed, wanted)?.mistake?.name,
  );
  expect(found).toEqual([...Array(16).fill('output-reversed'), undefined, undefined]);
  const short = { ...fields, msg: fields.msg.subarray(0, 8) };
  const got = { kind: 'output', output: right.slice(0, 8).toReversed() } as const;
  const want = { kind: 'output', output: right.slice(0, 8) } as const;
  expect(inRun({ op: 'xor', fields: short }, got, want)?.mistake?.name).toBe('output-reversed');
});
