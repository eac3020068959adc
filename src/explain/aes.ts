/**
 * AES as FIPS 197 writes it down, on a state of 4 x 4 bytes, with every value that its Appendix C names.
 *
 * For reading: it is slow, and its time depends on key and block. `aes` of `block` is what encrypts.
 */
import { toHex, xor } from '../bytes/index.ts';
import { expectLength } from '../errors.ts';
import type { Trace, TraceStep } from '../trace/index.ts';
import { INVERSE_S_BOX, S_BOX, times } from './aes-field.ts';
import { expandKey } from './aes-key.ts';
import { step } from './step.ts';

/** The 16 bytes of `block` encrypted under a key of 16, 24 or 32 bytes; other lengths are `bad-length`. */
export function explainAes(key: Uint8Array, block: Uint8Array): Trace {
  expectLength('key', key, 16, 24, 32);
  expectLength('block', block, 16);
  const { rounds, roundKeys, steps } = expandKey(key);
  const note = (round: number, name: EncryptionStep, clause: string, value: Uint8Array) =>
    steps.push(stateStep(round, name, clause, value));

  note(0, 'input', '5.1', block);
  note(0, 'k_sch', '5.2', roundKeys[0]!);
  let state = xor(block, roundKeys[0]!);
  for (let round = 1; round <= rounds; round++) {
    note(round, 'start', '5.1', state);
    const from = state[0]!;
    state = substitute(state, S_BOX);
    steps.push(
      step(`round[${round}].s_box`, 'FIPS 197, 5.1.1', 'explain.aes.s_box', {
        value: toHex(state),
        round,
        from: hexByte(from),
        to: hexByte(state[0]!),
      }),
    );
    state = shiftRows(state, 1);
    note(round, 's_row', '5.1.2', state);
    if (round < rounds) {
      const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = state;
      state = mixColumns(state, [0x02, 0x03, 0x01, 0x01]);
      steps.push(
        step(`round[${round}].m_col`, 'FIPS 197, 5.1.3', 'explain.aes.m_col', {
          value: toHex(state),
          round,
          ...{ s0: hexByte(s0), s1: hexByte(s1), s2: hexByte(s2), s3: hexByte(s3) },
          double: hexByte(times(0x02, s0)),
          triple: hexByte(times(0x03, s1)),
          first: hexByte(state[0]!),
        }),
      );
    }
    note(round, 'k_sch', '5.2', roundKeys[round]!);
    state = xor(state, roundKeys[round]!);
  }
  note(rounds, 'output', '5.1', state);
  return traceOf(key, block, steps, state);
}

/** The inverse cipher (5.3): as `explainAes`, for the 16 bytes of a ciphertext block. */
export function explainAesDecrypt(key: Uint8Array, block: Uint8Array): Trace {
  expectLength('key', key, 16, 24, 32);
  expectLength('block', block, 16);
  const { rounds, roundKeys, steps } = expandKey(key);
  const note = (round: number, name: DecryptionStep, clause: string, value: Uint8Array) =>
    steps.push(stateStep(round, name, clause, value));

  note(0, 'iinput', '5.3', block);
  note(0, 'ik_sch', '5.2', roundKeys[rounds]!);
  let state = xor(block, roundKeys[rounds]!);
  for (let round = 1; round <= rounds; round++) {
    note(round, 'istart', round === 1 ? '5.3' : '5.3.3', state);
    state = shiftRows(state, -1);
    note(round, 'is_row', '5.3.1', state);
    state = substitute(state, INVERSE_S_BOX);
    note(round, 'is_box', '5.3.2', state);
    const roundKey = roundKeys[rounds - round]!;
    note(round, 'ik_sch', '5.2', roundKey);
    state = xor(state, roundKey);
    if (round < rounds) {
      note(round, 'ik_add', '5.3.4', state);
      state = mixColumns(state, [0x0e, 0x0b, 0x0d, 0x09]);
    }
  }
  note(rounds, 'ioutput', '5.3', state);
  return traceOf(key, block, steps, state);
}

type EncryptionStep = 'input' | 'start' | 's_row' | 'k_sch' | 'output';
type DecryptionStep = 'iinput' | 'istart' | 'is_row' | 'is_box' | 'ik_sch' | 'ik_add' | 'ioutput';

function stateStep(
  round: number,
  name: EncryptionStep | DecryptionStep,
  clause: string,
  value: Uint8Array,
): TraceStep {
  return step(`round[${round}].${name}`, `FIPS 197, ${clause}`, `explain.aes.${name}`, {
    value: toHex(value),
    round,
  });
}

function traceOf(key: Uint8Array, block: Uint8Array, steps: readonly TraceStep[], output: Uint8Array): Trace {
  return {
    version: 1,
    subject: `AES-${8 * key.length}`,
    inputs: { key: toHex(key), block: toHex(block) },
    steps,
    output: toHex(output),
  };
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** SubBytes (5.1.1), or its inverse with the other box. */
function substitute(state: Uint8Array, box: readonly number[]): Uint8Array {
  return state.map((byte) => box[byte]!);
}

/** ShiftRows (5.1.2): row r is rotated by r columns, to the left or back. Byte s[r, c] stands at r + 4c. */
export function shiftRows(state: Uint8Array, direction: 1 | -1): Uint8Array {
  return state.map((_, at) => {
    const row = at % 4;
    const column = (at - row) / 4;
    return state[row + 4 * ((column + direction * row + 4) % 4)]!;
  });
}

/** MixColumns (5.1.3): each column times the matrix whose first row is `factors`, the next ones rotated. */
export function mixColumns(state: Uint8Array, factors: readonly number[]): Uint8Array {
  return state.map((_, at) => {
    const row = at % 4;
    const column = at - row;
    return factors.reduce((sum, factor, i) => sum ^ times(factor, state[column + ((row + i) % 4)]!), 0);
  });
}
