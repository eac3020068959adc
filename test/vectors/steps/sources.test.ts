/** The state before a value: what the standard computes it from, the way of the data first. */
import { expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import { compareSteps } from '../../../src/vectors/steps/index.ts';
import { DRAWN, requestFor } from './requests.ts';

it.each<[op: string, id: string, from: string[]]>([
  ['aes-ecb-encrypt', 'w[4]', ['w[3]', 'w[0]']],
  ['aes-ecb-encrypt', 'w[1]', []],
  ['aes-cbc-encrypt', 'block[1].round[0].input', ['block[1].I']],
  ['aes-ecb-encrypt', 'block[1].round[1].start', ['block[1].round[0].input', 'block[1].round[0].k_sch']],
  ['aes-ecb-encrypt', 'block[1].round[3].s_box', ['block[1].round[3].start']],
  ['aes-ecb-encrypt', 'block[1].round[0].k_sch', []],
  // Not its own words, which would be the answer: the key that it is made from.
  ['aes-ecb-encrypt', 'block[1].round[3].k_sch', ['block[1].round[2].k_sch']],
  ['aes-ecb-encrypt', 'block[2].round[10].output', ['block[2].round[10].s_row', 'block[2].round[10].k_sch']],
  ['aes-ecb-decrypt', 'block[1].round[2].istart', ['block[1].round[1].ik_add']],
  ['aes-ecb-decrypt', 'block[1].round[1].ik_sch', ['w[32]', 'w[33]', 'w[34]', 'w[35]']],
  ['des-ecb-encrypt', 'K[3]', ['C[3]', 'D[3]']],
  ['des-ecb-encrypt', 'block[1].IP', ['block[1].I']],
  ['des-ecb-encrypt', 'block[1].R[4]', ['block[1].L[3]', 'block[1].round[4].f']],
  ['des-ecb-encrypt', 'block[1].round[4].B', ['block[1].round[4].E', 'block[1].round[4].K']],
  ['des-ecb-encrypt', 'block[1].round[4].S5', ['block[1].round[4].B']],
  ['des-ecb-decrypt', 'block[1].round[1].K', ['K[16]']],
  ['3des-ecb-encrypt', 'block[1].pass[2].IP', ['block[1].pass[1].output']],
  ['3des-ecb-encrypt', 'block[1].pass[2].round[1].K', ['Key2.K[16]']],
  ['3des-ecb-decrypt', 'block[1].pass[1].round[1].K', ['Key3.K[16]']],
  ['aes-cbc-encrypt', 'block[1].I', ['block[1].P', 'IV']],
  ['aes-cbc-encrypt', 'block[2].I', ['block[2].P', 'block[1].C']],
  ['aes-cbc-decrypt', 'block[2].P', ['block[2].O', 'block[1].C']],
  ['aes-cfb-encrypt', 'block[2].I', ['block[1].C']],
  ['aes-cfb-decrypt', 'block[2].P', ['block[2].O', 'block[2].C']],
  ['aes-ofb-encrypt', 'block[2].I', ['block[1].O']],
  ['aes-ctr-encrypt', 'block[2].T', ['block[1].T']],
  ['aes-cbc-pkcs7-decrypt', 'unpadded', ['padded', 'padding']],
  ['aes-gcm-encrypt', 'block[1].CB', ['J0']],
  ['aes-gcm-encrypt', 'GHASH.Y[2]', ['GHASH.Y[1]', 'GHASH.X[2]', 'H']],
  ['aes-gcm-decrypt', "T'", ['S', 'CIPH_K(J0)']],
  ['sha256', 'M(1).W[16]', ['M(1).W[14]', 'M(1).W[9]', 'M(1).W[1]', 'M(1).W[0]']],
  ['sha256', 'M(1).W[3]', ['M(1)']],
  ['sha256', 'M(1).t[0]', ['H(0)', 'M(1).W[0]']],
  ['sha256', 'M(1).t[9]', ['M(1).t[8]', 'M(1).W[9]']],
  ['sha256', 'H(1)', ['M(1).t[63]', 'H(0)']],
  ['sha1', 'H(1)', ['M(1).t[79]', 'H(0)']],
  ['sha1', 'digest', ['H(1)']],
  ['md5', 'X(1).i[17]', ['X(1).i[16]', 'X(1).X[1]']],
  ['md5', 'ABCD(1)', ['X(1).i[64]', 'ABCD(0)']],
  ['hmac-sha256', 'outer.input', ['K0^opad', 'inner.hash']],
  ['hkdf-sha256', 'T(2)', ['T(1)', 'PRK']],
  ['pbkdf2-hmac-sha1', 'T_2.U_3', ['T_2.U_2']],
  ['tls12-prf', 'P(2)', ['A(2)', 'seed']],
  ['tls10-prf', 'PRF', ['P_MD5', 'P_SHA-1']],
  ['rsa-textbook-encrypt', 'c', ['m']],
  ['rsa-pkcs1-decrypt', 'EM', ['m']],
  ['rsa-pkcs1-sign', 's', ['h', 's_2', 'm']],
  ['rsa-oaep-decrypt', 'DB', ['maskedDB', 'dbMask']],
  ['rsa-pss-sign', 'H', ["M'"]],
  ['rsa-pss-sign', 'check', ['s']],
])('%s, %s', (op, id, from) => {
  const drawn = DRAWN[op];
  const { wrong } = compareSteps(requestFor(op), [...(drawn ? [drawn] : []), { id, value: 'wrong' }])!;
  const { before, beside = [] } = wrong!;
  expect((before ? [before, ...beside] : []).map((source) => source.id)).toEqual(from);
});

it('gives the same steps for the example of FIPS 197, Appendix B, as the standard', () => {
  const fields = {
    key: fromHex('2b7e151628aed2a6abf7158809cf4f3c'),
    msg: fromHex('3243f6a8885a308d313198a2e0370734'),
  };
  const steps = [
    { id: 'w[4]', value: 'a0fafe17' },
    { id: 'round[1].start', value: '193de3bea0f4e22b9ac68d2ae9f84808' },
    { id: 'round[1].s_row', value: 'd4bf5d30e0b452aeb84111f11e2798e5' },
    { id: 'round[1].m_col', value: '046681e5e0cb199a48f8d37a2806264c' },
    { id: 'round[10].output', value: '3925841d02dc09fbdc118597196a0b32' },
  ];
  expect(compareSteps({ op: 'aes-ecb-encrypt', fields }, steps)).toEqual({ compared: 5, unknown: [] });
});
