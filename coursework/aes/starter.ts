/**
 * AES, one block both ways (FIPS 197). Write what says NotWritten.
 *
 *     crypto grade assignment.yaml --exec "node starter.ts"
 *
 * A state is 16 bytes, column by column, as in the standard: state[row + 4 * column].
 */
import { createInterface } from 'node:readline';

/** 256 bytes: compute them (5.1.1), or copy the table of the standard. */
const S_BOX: number[] = [];

/** SubBytes (5.1.1): every byte through the S-box. */
function subBytes(state: Uint8Array): Uint8Array {
  throw new NotWritten('subBytes');
}

/** ShiftRows (5.1.2). */
function shiftRows(state: Uint8Array): Uint8Array {
  throw new NotWritten('shiftRows');
}

/** MixColumns (5.1.3): needs the multiplication in GF(2^8) of section 4. */
function mixColumns(state: Uint8Array): Uint8Array {
  throw new NotWritten('mixColumns');
}

/** AddRoundKey (5.1.4). */
function addRoundKey(state: Uint8Array, roundKey: Uint8Array): Uint8Array {
  throw new NotWritten('addRoundKey');
}

/** KeyExpansion (5.2): the round keys, 16 bytes each: 11, 13 or 15 for a key of 16, 24 or 32 bytes. */
function keyExpansion(key: Uint8Array): Uint8Array[] {
  throw new NotWritten('keyExpansion');
}

/**
 * Cipher (5.1). Report each state under the name of Appendix C, and the first wrong one is named:
 * step('round[1].s_box', state), and so with .start, .s_row, .m_col, and .k_sch for the round key.
 */
function cipher(key: Uint8Array, block: Uint8Array): Uint8Array {
  throw new NotWritten('cipher');
}

/** InvShiftRows (5.3.1). */
function invShiftRows(state: Uint8Array): Uint8Array {
  throw new NotWritten('invShiftRows');
}

/** InvSubBytes (5.3.2). */
function invSubBytes(state: Uint8Array): Uint8Array {
  throw new NotWritten('invSubBytes');
}

/** InvMixColumns (5.3.3). */
function invMixColumns(state: Uint8Array): Uint8Array {
  throw new NotWritten('invMixColumns');
}

/** InvCipher (5.3). Its names: round[1].istart, .is_row, .is_box, .ik_sch, .ik_add. */
function invCipher(key: Uint8Array, block: Uint8Array): Uint8Array {
  throw new NotWritten('invCipher');
}

/** ECB: each block by itself. */
function eachBlock(transform: typeof cipher, key: Uint8Array, text: Uint8Array): Uint8Array {
  const output = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 16) output.set(transform(key, text.slice(i, i + 16)), i);
  return output;
}

const OPERATIONS: Record<string, (r: Request) => Uint8Array> = {
  'aes-ecb-encrypt': (r) => eachBlock(cipher, data(r, 'key'), data(r, 'msg')),
  'aes-ecb-decrypt': (r) => eachBlock(invCipher, data(r, 'key'), data(r, 'ct')),
};

// The protocol: works as it is. See docs/programs.md of the toolkit.

/** Something is still to be written: the question is skipped, and scores nothing. */
class NotWritten extends Error {}

/** The input is not valid. Say so with: throw new Refused('why'). */
class Refused extends Error {}

type Request = Record<string, unknown>;
type Answer = { output: string | boolean; steps?: Step[] } | { error: string } | { skip: string };
type Step = { id: string; value: string };

const steps: Step[] = [];

/** Reports a value on the way, if you like: the grader can then name the first wrong one. */
function step(id: string, value: Uint8Array): void {
  if (steps.length < 2000) steps.push({ id, value: hex(value) });
}

function hex(value: Uint8Array): string {
  return Buffer.from(value).toString('hex');
}

function data(request: Request, name: string): Uint8Array {
  return Uint8Array.from(Buffer.from(request[name] as string, 'hex'));
}

function answerTo(request: Request): Answer {
  const operation = OPERATIONS[request.op as string];
  if (!operation) return { skip: `does not do ${request.op}` };
  steps.length = 0;
  try {
    const output = operation(request);
    const answer = { output: typeof output === 'boolean' ? output : hex(output) };
    return steps.length > 0 ? { ...answer, steps } : answer;
  } catch (problem) {
    if (problem instanceof NotWritten) return { skip: `${problem.message} is not written yet` };
    if (problem instanceof Refused) return { error: problem.message };
    throw problem;
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const request = JSON.parse(line) as Request;
  process.stdout.write(`${JSON.stringify({ id: request.id, ...answerTo(request) })}\n`);
});
