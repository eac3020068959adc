/** The steps of RC4 (draft-kaukonen-cipher-arcfour-03) and of XOR with a repeated key. */
import { xor } from '../../bytes/index.ts';
import { bytes, integer } from '../operations/index.ts';
import { bytesStep, MORE, type Part, type StepBuilder } from './step.ts';

const RC4 = 'draft-kaukonen-cipher-arcfour-03';

/** Bytes of the keystream that have a step of their own. */
const SINGLE_BYTES = 32;
/** How far into the keystream RC4 is traced, in bytes. */
const LONGEST = 65536;

/** `S` once the key is in, the bytes `K[n]` that it then gives, from 1, and `keystream`: those that meet the message. */
export const rc4Steps: StepBuilder = function* (fields): Generator<Part> {
  const key = bytes(fields, 'key');
  const msg = bytes(fields, 'msg');
  const offset = fields.offset === undefined ? 0 : integer(fields, 'offset');
  if (key.length < 1 || key.length > 256) return yield MORE;
  const S = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => {
    [S[a], S[b]] = [S[b]!, S[a]!];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + S[i]! + key[i % key.length]!) & 0xff;
    swap(i, j);
  }
  yield bytesStep('S', RC4, S.slice());
  if (offset + msg.length > LONGEST) return yield MORE;
  const keystream = new Uint8Array(msg.length);
  for (let n = 1, i = 0, j = 0; n <= offset + msg.length; n++) {
    i = (i + 1) & 0xff;
    j = (j + S[i]!) & 0xff;
    swap(i, j);
    const K = S[(S[i]! + S[j]!) & 0xff]!;
    if (n <= SINGLE_BYTES) yield bytesStep(`K[${n}]`, RC4, Uint8Array.of(K), n === 1 ? ['S'] : []);
    if (n > offset) keystream[n - offset - 1] = K;
  }
  yield bytesStep('keystream', RC4, keystream);
  yield bytesStep('output', RC4, xor(msg, keystream), ['keystream']);
};

/** The key as often as the message asks for. */
export const xorSteps: StepBuilder = function* (fields): Generator<Part> {
  const key = bytes(fields, 'key');
  const msg = bytes(fields, 'msg');
  if (key.length === 0) return yield MORE;
  const repeated = msg.map((_, i) => key[i % key.length]!);
  yield bytesStep('repeated', '', repeated);
  yield bytesStep('output', '', xor(msg, repeated), ['repeated']);
};
