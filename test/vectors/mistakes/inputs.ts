/** What the wrong programs are asked: made vectors, and by hand what shows mistakes that chance hardly shows. */
import { aes } from '../../../src/block/index.ts';
import { concat, fromHex, toHex } from '../../../src/bytes/index.ts';
import { HASHES, sha1, sha256 } from '../../../src/hash/index.ts';
import { hmac } from '../../../src/mac/index.ts';
import { byteLength, i2osp, modPow, os2ip } from '../../../src/math/index.ts';
import { gcmSeal } from '../../../src/modes/index.ts';
import { seededRandom } from '../../../src/random/index.ts';
import {
  digestInfoPrefix,
  pkcs1Encrypt,
  pkcs1Sign,
  pssSign,
  type RsaPrivateKey,
} from '../../../src/rsa/index.ts';
import { readVectors } from '../../../src/vectors/formats/index.ts';
import {
  type Answer,
  type Field,
  makeVectors,
  operationNamed,
  type SingleCheck,
  scratchEngine,
} from '../../../src/vectors/index.ts';
import { fieldsToJson, outputToJson } from '../../../src/vectors/operations/index.ts';
import { KEY_1024, TOY } from '../../rsa/keys.ts';

type Fields = Readonly<Record<string, Field>>;

/** So many requests of this operation, each with what must come; the same in every run. */
export async function checksOf(op: string, count: number): Promise<SingleCheck[]> {
  const made = op.startsWith('rsa-')
    ? []
    : read(await makeVectors(op, { count, random: seededRandom(`mistakes ${op}`) }));
  return [...made, ...(await byHand(op))];
}

const random = seededRandom('mistakes by hand');
const bytes = (length: number) => random.bytes(length);
const number = (value: bigint) => i2osp(value, byteLength(value));

const numbersOf = ({ n, e, d }: RsaPrivateKey): Fields => ({
  modulus: number(n),
  publicExponent: number(e),
  privateExponent: number(d),
});
const KEY = numbersOf(KEY_1024);
const K = byteLength(KEY_1024.n);
/** A block as it is signed or encrypted, without a look at what is in it. */
const raised = (EM: Uint8Array, exponent: bigint) => i2osp(modPow(os2ip(EM), exponent, KEY_1024.n), K);
const forged = (...parts: Uint8Array[]) => {
  const EM = concat(...parts);
  return raised(concat(EM, bytes(K - EM.length)), KEY_1024.d);
};

/** 00 01, the filler, 00 and T. */
const signedBlock = (filler: number, T: Uint8Array) =>
  raised(
    concat(fromHex('0001'), new Uint8Array(K - T.length - 3).fill(filler), new Uint8Array(1), T),
    KEY_1024.d,
  );

const MSG = bytes(20);
const INFO = concat(digestInfoPrefix(sha256), sha256(MSG));
const TAG_KEY = bytes(16);
const VERIFY = { ...KEY, sha: 'SHA-256', msg: MSG };
const OAEP = { sha: 'SHA-256', mgfSha: 'SHA-256', label: bytes(5) };

/** Each of these is no padding: too many, too few, or not so long. */
const UNPADDED = ['aabbcc03', 'aabb0102', 'aabbcc00', 'aabbcc0909', 'aabbccdd0101', ''];

function halfRightTag({ key, iv, aad, msg }: Readonly<Record<'key' | 'iv' | 'aad' | 'msg', Uint8Array>>) {
  const sealed = gcmSeal(aes(key), iv, msg, aad);
  return {
    key,
    iv,
    aad,
    ct: sealed.slice(0, -16),
    tag: concat(sealed.subarray(-16, -8), bytes(8)),
  };
}

const BY_HAND: Readonly<Record<string, () => readonly Fields[]>> = {
  'hmac-sha256': () => [{ key: bytes(16), msg: bytes(30), tagSize: 128 }],
  'aes-ctr-encrypt': () => [
    { key: bytes(16), iv: fromHex('0000000000000000fffffffffffffffe'), msg: bytes(60) },
  ],
  'aes-ctr-decrypt': () => [
    { key: bytes(16), iv: fromHex('000000000000000000ffffffffffffff'), ct: bytes(60) },
  ],
  'aes-gcm-decrypt': () => [
    { key: bytes(16), iv: bytes(12), aad: bytes(9), ct: bytes(40), tag: bytes(16) },
    { key: bytes(32), iv: bytes(20), aad: bytes(16), ct: bytes(16), tag: bytes(16) },
    halfRightTag({ key: bytes(16), iv: bytes(12), aad: bytes(5), msg: bytes(20) }),
  ],
  'des-ctr-encrypt': () => [{ key: bytes(8), iv: fromHex('00ffffffffffffff'), msg: bytes(30) }],
  'prime-test': () => ['f9', '01', '0451', '07'].map((hex) => ({ value: fromHex(hex) })),
  'pkcs7-unpad': () =>
    UNPADDED.concat('aa010202', '04040404', 'aabbccdd05050505').map((hex) => ({
      msg: fromHex(hex),
      blockSize: 4,
    })),
  'ansi-x923-unpad': () =>
    UNPADDED.concat('aa000002', 'aabb0002', 'aabbccdd00000005').map((hex) => ({
      msg: fromHex(hex),
      blockSize: 4,
    })),
  'iso-7816-4-unpad': () =>
    ['aabb8000', 'aabbcc80', 'aabb800000000000', 'aabbcc00', 'aabb8001'].map((hex) => ({
      msg: fromHex(hex),
      blockSize: 4,
    })),
  xor: () => [{ key: fromHex('0102030405'), msg: fromHex('0102ffff0102ffff') }],
  'hmac-sha256-verify': () => {
    const tag = hmac(sha256, TAG_KEY, MSG);
    const given = [tag, tag.slice(0, 16), bytes(0), bytes(16), concat(tag.subarray(0, 8), bytes(24))];
    return given.map((tag) => ({ key: TAG_KEY, msg: MSG, tag }));
  },
  'rsa-textbook-encrypt': () => [
    { ...numbersOf(TOY), msg: fromHex('41') },
    { ...numbersOf(TOY), msg: fromHex('0201') },
    { ...numbersOf(TOY), msg: fromHex('0cb0') },
    { ...KEY, msg: bytes(100) },
  ],
  'rsa-textbook-decrypt': () => [
    { ...numbersOf(TOY), ct: fromHex('0ae6') },
    { ...KEY, ct: bytes(127) },
  ],
  'rsa-pkcs1-encrypt': () => [
    { ...KEY, msg: bytes(20) },
    { ...KEY, msg: bytes(48) },
  ],
  'rsa-oaep-encrypt': () => [
    { ...KEY, ...OAEP, msg: bytes(20) },
    { ...KEY, ...OAEP, sha: 'SHA-1', mgfSha: 'SHA-1', msg: bytes(30) },
  ],
  'rsa-pkcs1-decrypt': () => [
    { ...KEY, ct: concat(new Uint8Array(1), pkcs1Encrypt(KEY_1024, bytes(9), random)) },
    { ...KEY, ct: raised(concat(fromHex('00020102030405060700'), bytes(K - 10)), KEY_1024.e) },
    { ...KEY, ct: pkcs1Encrypt(KEY_1024, concat(bytes(5), new Uint8Array(1), bytes(5)), random) },
    {
      ...KEY,
      ct: raised(concat(fromHex('0001'), bytes(60).fill(0x55), new Uint8Array(1), bytes(K - 63)), KEY_1024.e),
    },
  ],
  'rsa-pkcs1-sign': () => [
    { ...VERIFY },
    { ...VERIFY, msg: bytes(30), sha: 'SHA-1' },
    { ...VERIFY, msg: bytes(40), sha: 'SHA-384' },
  ],
  'rsa-pss-sign': () => [{ ...VERIFY, mgfSha: 'SHA-256', sLen: 20 }],
  'rsa-pkcs1-verify': () => [
    { ...VERIFY, sig: pkcs1Sign(KEY_1024, sha256, MSG) },
    { ...VERIFY, sig: pkcs1Sign(KEY_1024, sha1, MSG) },
    { ...VERIFY, sig: forged(fromHex('0001ffffffffffffffff00'), INFO) },
    { ...VERIFY, sig: raised(concat(new Uint8Array(1), bytes(K - 33).fill(7), sha256(MSG)), KEY_1024.d) },
    { ...VERIFY, sig: concat(new Uint8Array(1), pkcs1Sign(KEY_1024, sha256, MSG)) },
    { ...VERIFY, sig: pkcs1Sign(KEY_1024, sha256, bytes(3)) },
    { ...VERIFY, sig: signedBlock(0xff, concat(digestInfoPrefix(HASHES['sha512-256']), sha256(MSG))) },
    { ...VERIFY, sig: signedBlock(0x55, INFO) },
    aboveModulus(),
  ],
  'rsa-pss-verify': () =>
    [MSG, bytes(3)].flatMap((signed) =>
      [20, 10].map((saltLength) => ({
        ...VERIFY,
        mgfSha: 'SHA-256',
        sLen: 20,
        sig: pssSign(KEY_1024, sha256, signed, { saltLength, random }),
      })),
    ),
};

/** A good signature plus n, of the first message for which that has the length of n. */
function aboveModulus() {
  for (let length = 1; ; length++) {
    const msg = bytes(length);
    const above = os2ip(pkcs1Sign(KEY_1024, sha256, msg)) + KEY_1024.n;
    if (above < 1n << BigInt(8 * K)) return { ...VERIFY, msg, sig: i2osp(above, K) };
  }
}

async function byHand(op: string): Promise<SingleCheck[]> {
  const operation = operationNamed(op)!;
  const tests = (BY_HAND[op]?.() ?? []).map((fields, i) => {
    const answer = operation.randomized ? undefined : (scratchEngine.answer({ op, fields }) as Answer);
    const valid = answer === undefined || (answer.kind === 'output' && answer.output !== false);
    return {
      tcId: i + 1,
      comment: '',
      flags: [],
      result: valid ? 'valid' : 'invalid',
      ...fieldsToJson(fields),
      ...(answer?.kind === 'output' && outputToJson(operation, answer.output)),
    };
  });
  if (tests.length === 0) return [];
  const testGroups = [{ type: 'OperationTest', op, source: 'by hand', tests }];
  return read({ algorithm: op, numberOfTests: tests.length, testGroups });
}

function read(file: object): SingleCheck[] {
  const [{ cases }] = readVectors([{ name: 'made', text: JSON.stringify(file) }]) as [
    ReturnType<typeof readVectors>[number],
  ];
  return cases.flatMap(({ id, skip, checks }) => {
    if (skip) throw new Error(`${id}: skipped`);
    return checks as SingleCheck[];
  });
}

/** For messages of failed tests. */
export function shown({ request: { op, fields } }: SingleCheck): string {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? toHex(value) : value,
  ]);
  return JSON.stringify({ op, ...Object.fromEntries(entries) });
}
