/** Project Wycheproof's cases, where samples of them lie beside the checkout: none invalid accepted, none valid refused. */
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { oaepDecrypt, pkcs1Sign, pkcs1Verify, pssVerify } from '../../src/rsa/index.ts';
import { samples } from '../samples.ts';
import { withCode } from '../with-code.ts';
import { hashNamed, privateKeyOf, publicKeyOf } from './keys.ts';

interface Case {
  readonly tcId: number;
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly flags: readonly string[];
  readonly msg: string;
  readonly ct: string;
  readonly label: string;
  readonly sig: string;
}
type Group = Readonly<Record<string, unknown>> & { readonly tests: readonly Case[] };

/** The groups of a file, or nothing where it is absent. */
function groups(name: string): readonly Group[] | undefined {
  const text = samples(`wycheproof/${name}`);
  return text === undefined ? undefined : (JSON.parse(text) as { testGroups: Group[] }).testGroups;
}

const oaep = groups('rsa_oaep_2048_sha224_mgf1sha224_test.json');
const pss = groups('rsa_pss_2048_sha512_256_mgf1_32_test.json');
const generation = groups('rsa_pkcs1_1536_sig_gen_test.json');

describe('Wycheproof', () => {
  it.skipIf(!oaep)('OAEP: decrypts what is valid, and says one thing of every wrong padding', () => {
    const messages = new Set<string>();
    for (const group of oaep!) {
      const key = privateKeyOf(group);
      const [hash, mgfHash] = [hashNamed(group.sha), hashNamed(group.mgfSha)];
      for (const { tcId, result, flags, msg, ct, label } of group.tests) {
        const decrypt = () => oaepDecrypt(key, fromHex(ct), { hash, mgfHash, label: fromHex(label) });
        if (result === 'valid') expect(toHex(decrypt()), `tcId ${tcId}`).toBe(msg);
        else if (flags.includes('InvalidOaepPadding')) {
          expect(decrypt, `tcId ${tcId}`).toThrow(withCode('bad-padding'));
          messages.add(messageOf(decrypt));
        } else expect(decrypt, `tcId ${tcId}`).toThrow(withCode(codeFor(ct, key.n)));
      }
    }
    expect(messages.size).toBe(1);
  });

  it.skipIf(!pss)('PSS: accepts what is valid and nothing else', () => {
    for (const group of pss!) {
      const key = publicKeyOf(group);
      const [hash, mgfHash] = [hashNamed(group.sha), hashNamed(group.mgfSha)];
      for (const { tcId, result, msg, sig } of group.tests) {
        const verdict = pssVerify(key, hash, fromHex(msg), fromHex(sig), {
          mgfHash,
          saltLength: group.sLen as number,
        });
        expect(verdict.valid, `tcId ${tcId}`).toBe(result === 'valid');
      }
    }
  });

  it.skipIf(!generation)('PKCS#1 v1.5: makes the very signatures, with and without the primes', () => {
    for (const group of generation!) {
      const { crt, ...plain } = privateKeyOf(group);
      const hash = hashNamed(group.sha);
      for (const { tcId, msg, sig } of group.tests) {
        expect(toHex(pkcs1Sign(plain, hash, fromHex(msg))), `tcId ${tcId}`).toBe(sig);
        if (crt) expect(toHex(pkcs1Sign({ ...plain, crt }, hash, fromHex(msg)))).toBe(sig);
        expect(pkcs1Verify(plain, hash, fromHex(msg), fromHex(sig)).valid, `tcId ${tcId}`).toBe(true);
      }
    }
  });
});

/** A ciphertext of the right length is only refused for its size. */
function codeFor(ct: string, n: bigint): 'bad-argument' | 'bad-length' {
  return ct.length === n.toString(16).length ? 'bad-argument' : 'bad-length';
}

function messageOf(attempt: () => unknown): string {
  try {
    attempt();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
