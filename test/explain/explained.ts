/** The explanations by the type of their vectors, and what a step's id or a value in it leads to. */
import { fromHex } from '../../src/bytes/index.ts';
import {
  explainAes,
  explainAesDecrypt,
  explainDes,
  explainDesDecrypt,
  explainHmac,
  explainMd5,
  explainSha1,
  explainSha256,
  explainSha512,
  explainTls12Prf,
} from '../../src/explain/index.ts';
import { sha1, sha256 } from '../../src/hash/index.ts';
import type { Trace } from '../../src/trace/index.ts';
import type { VectorCase } from '../vectors.ts';

const bytes = (value: unknown) => fromHex(String(value));

export const EXPLAINED: Readonly<Record<string, (given: VectorCase) => Trace>> = {
  AesEncrypt: ({ key, block }) => explainAes(bytes(key), bytes(block)),
  AesDecrypt: ({ key, block }) => explainAesDecrypt(bytes(key), bytes(block)),
  Des: ({ key, block }) => explainDes(bytes(key), bytes(block)),
  DesDecrypt: ({ key, block }) => explainDesDecrypt(bytes(key), bytes(block)),
  Sha256: ({ msg }) => explainSha256(bytes(msg)),
  Sha512: ({ msg }) => explainSha512(bytes(msg)),
  Sha1: ({ msg }) => explainSha1(bytes(msg)),
  Md5: ({ msg }) => explainMd5(bytes(msg)),
  HmacSha1: ({ key, msg }) => explainHmac(sha1, bytes(key), bytes(msg)),
  PrfSha256: ({ secret, label, seed, length }) =>
    explainTls12Prf(sha256, bytes(secret), String(label), bytes(seed), Number(length)),
};

/** `w[4]` is the value of that step, `w[4].temp` another one of it. */
export function valueAt(trace: Trace, path: string): string | undefined {
  const named = (id: string) => trace.steps.find((step) => step.id === id);
  const dot = path.lastIndexOf('.');
  return named(path)?.values.value ?? named(path.slice(0, dot))?.values[path.slice(dot + 1)];
}
