/** Each myth's run really contradicts it, with any randomness; and what the runs rest on is as they say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes, encryptBlock } from '../../src/block/index.ts';
import { toHex, utf8, xor } from '../../src/bytes/index.ts';
import { MYTHS } from '../../src/explain/myths/index.ts';
import { linearAesEncrypt, solveLinearAes } from '../../src/explain/myths/linear-aes.ts';
import { MD5_COLLISION } from '../../src/explain/myths/md5-collision.ts';
import { evidence } from '../../src/explain/myths/myth.ts';
import { md5, sha256 } from '../../src/hash/index.ts';
import { type RandomSource, seededRandom, systemRandom } from '../../src/random/index.ts';
import { catalogues, type MessageKey, messageOf } from '../../src/trace/index.ts';

/** Shared by all: those about certificates make their keys once for each source. */
const SOURCES: readonly RandomSource[] = [systemRandom, ...['a', 'b', 'c'].map(seededRandom)];
const [first, second] = [seededRandom('test'), seededRandom('test')];
/** Those that make long keys. */
const SLOW = /private|recorded|cert|ca-encrypts|https/;

describe.each(MYTHS)('$name', ({ name, said, truth, better, run }) => {
  const told = run(first);

  it('is contradicted by its run, under any seed', () => {
    for (const random of SOURCES.slice(0, SLOW.test(name) ? 2 : 4)) {
      expect(run(random).consequences.filter(({ holds }) => holds)).toEqual([]);
    }
    expect(told.contradicted).toBe(true);
    expect(told.consequences.length).toBeGreaterThan(0);
  });

  it('repeats under a seed, and draws under it', () => {
    expect(run(second)).toEqual(told);
    expect(told.trace.steps.length).toBeGreaterThan(2);
  });

  it.each(['en', 'zh'] as const)('leaves no slot open in %s, and every value has a label', (lang) => {
    const keys: MessageKey[] = [said, truth, better, ...told.consequences.map(({ claim }) => claim)];
    const texts = [
      ...keys.map((key) => messageOf(lang, key, {})),
      ...told.trace.steps.map(({ say, values }) => messageOf(lang, say, values)),
    ];
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
    for (const { say, values } of told.trace.steps) {
      for (const [value, text] of Object.entries(values)) {
        if (new RegExp(`\\{${value}[|}]`).test(catalogues.en[say])) continue;
        expect(catalogues[lang], `${say} ${value}`).toHaveProperty([`myth.value.${value}`]);
        expect(text, `${say} ${value}`).toMatch(/^([\da-f]{2})+$/);
      }
    }
  });
});

describe('symmetric-less-secure', () => {
  const { run, tables = [] } = MYTHS.find(({ name }) => name === 'symmetric-less-secure')!;
  const { steps } = run(seededRandom('test')).trace;

  it('has a column for every value of the steps that make up a table', () => {
    expect(tables.length).toBe(2);
    for (const { say, columns } of tables) {
      const rows = steps.filter((step) => step.say === say);
      expect(rows.length).toBeGreaterThan(1);
      for (const { values } of rows) expect(Object.keys(values).sort()).toEqual(Object.keys(columns).sort());
    }
  });

  it('gives the strengths of SP 800-57 Part 1, Table 2, beside estimates that are near them', () => {
    const rounded = { 1024: '80', 2048: '112', 3072: '128', 7680: '192', 15360: '256' };
    const strengths = steps.filter(({ id }) => id.startsWith('strength.')).map(({ values }) => values);
    expect(strengths.length).toBeGreaterThan(2);
    for (const values of strengths) {
      expect(rounded).toHaveProperty(values.modulus!, values.rounded);
      expect(Math.abs(Number(values.strength) - Number(values.rounded))).toBeLessThan(8);
    }
  });
});

describe('myths about certificates', () => {
  const stepsOf = (wanted: string) => MYTHS.find(({ name }) => name === wanted)!.run(first).trace.steps;
  const said = (name: string) => stepsOf(name).map(({ say }) => say.split('.').at(-1));
  const values = (name: string, id: string) => stepsOf(name).find((step) => step.id === id)!.values;

  it('find the public numbers in the certificate, and none of the private ones', () => {
    const { public: found, secrets, found: secret } = values('certificate-is-key-pair', 'search');
    expect([found, secrets, secret]).toEqual(['2', '6', '0']);
    expect(said('certificate-is-key-pair')).toEqual(['search', 'encrypt', 'open', 'second']);
  });

  it("find that the issuer's key fits the signature, and the owner's only what he signs himself", () => {
    expect(said('owner-signs-certificate')).toEqual(['ownerFails', 'issuerFits', 'boast', 'refused']);
    expect(values('owner-signs-certificate', 'verify')).toEqual({ reason: 'bad-signature' });
  });

  it('recover the hash of the certificate from its signature', () => {
    expect(said('ca-encrypts-key')).toEqual(['clear', 'recover', 'same', 'room', 'noticed']);
    const { block, hash } = values('ca-encrypts-key', 'recover');
    expect(block).toMatch(/^0001(ff)+00/);
    expect(values('ca-encrypts-key', 'compare').hash).toBe(hash);
    expect(values('ca-encrypts-key', 'room')).toEqual({ key: '294', signature: '256' });
  });

  it('make a good certificate, good only for those who have the root', () => {
    expect(said('certificates-cost-money')).toEqual(['make', 'accepted', 'stranger', 'dear']);
  });
});

describe('myths about TLS', () => {
  const stepsOf = (wanted: string) => MYTHS.find(({ name }) => name === wanted)!.run(first).trace.steps;
  const said = (name: string) => stepsOf(name).map(({ say }) => say.split('.').at(-1));
  const values = (name: string, id: string) => stepsOf(name).find((step) => step.id === id)!.values;

  it('open the record of the server with the derived key alone', () => {
    const name = 'server-uses-private-key';
    expect(said(name)).toEqual(['answer', 'public', 'key', 'accepted']);
    expect(values(name, 'key')).toMatchObject({ length: '16' });
    expect(values(name, 'colleague').plaintext).toMatch(new RegExp(`^${toHex(utf8('Our price is 900. '))}`));
    expect(Number(values(name, 'public').blocks)).toBeGreaterThan(1);
  });

  it('count the certificates of the client: none', () => {
    const name = 'client-needs-private-key';
    expect(said(name)).toEqual(['talk', 'fresh', 'asked']);
    expect(values(name, 'talk').certificates).toBe('0');
    expect(values(name, 'asked')).toEqual({ requests: '1', certificates: '0' });
    for (const secret of ['premaster', 'nextPremaster']) {
      expect(values(name, 'secret')[secret]).toMatch(/^0303[\da-f]{92}$/);
    }
  });

  it('find the list in the first message, the choice in the second, the certificate in the third', () => {
    const name = 'cipher-list-comes-later';
    expect(said(name)).toEqual(['order', 'other', 'held']);
    expect(values(name, 'order')).toEqual({ count: '6', list: '1', choice: '2', certificate: '3' });
    const { before, after } = values(name, 'other');
    expect([before, after]).toEqual(['TLS_RSA_WITH_AES_256_GCM_SHA384', 'TLS_RSA_WITH_AES_128_CBC_SHA']);
    expect(values(name, 'held')).toEqual({ suite: before });
  });

  it('find HTTP unchanged, and that TLS does the work of no transport', () => {
    const name = 'https-is-transport';
    expect(said(name)).toEqual(['memory', 'cut', 'mixed', 'lost']);
    expect(values(name, 'memory').request).toBe(
      toHex(utf8('GET /price HTTP/1.1\r\nHost: bob.example\r\n\r\n')),
    );
    for (const id of ['mixed', 'lost']) expect(values(name, id)).toEqual({ alert: 'bad_record_mac' });
  });

  it('read one recording with the stolen key, and the other not', () => {
    const name = 'recorded-is-safe';
    expect(said(name)).toEqual(['record', 'read', 'dh', 'closedDh']);
    expect(values(name, 'steal').plaintext).toBe(toHex(utf8('The meeting is at ten.')));
    expect(values(name, 'steal.dh')).toEqual({ tries: '10' });
  });
});

it('evidence in which something holds contradicts nothing', () => {
  const claim = 'myth.checksum-protects.claim.noticed';
  expect(evidence('x', [], [{ claim, holds: true }]).contradicted).toBe(false);
  expect(evidence('x', [], [{ claim, holds: false }]).contradicted).toBe(true);
});

describe('AES without SubBytes', () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

  it('is linear in key and block together, but for a constant', () => {
    const [zero, key, block] = [new Uint8Array(16), seededRandom('k').bytes(16), seededRandom('m').bytes(16)];
    const constant = linearAesEncrypt(zero, zero);
    const parts = xor(linearAesEncrypt(key, zero), linearAesEncrypt(zero, block));
    expect(xor(parts, constant)).toEqual(linearAesEncrypt(key, block));
  });

  it('is solved from any one block', () => {
    fc.assert(
      fc.property(bytes, bytes, bytes, (key, known, secret) => {
        const solved = solveLinearAes(known, linearAesEncrypt(key, known))!;
        expect(linearAesEncrypt(solved, secret)).toEqual(linearAesEncrypt(key, secret));
      }),
      { numRuns: 5 },
    );
  });

  it('is not AES', () => {
    const key = seededRandom('k').bytes(16);
    expect(linearAesEncrypt(key, key)).not.toEqual(encryptBlock(aes(key), key));
  });
});

it('two messages have one MD5 hash, and differ in six bits', () => {
  const [first, second] = MD5_COLLISION;
  expect([toHex(md5(first)), toHex(md5(second))]).toEqual(Array(2).fill('79054025255fb1a26e4bc422aef54eb4'));
  expect(sha256(first)).not.toEqual(sha256(second));
  const bits = [...xor(first, second)].map((byte) => byte.toString(2).replaceAll('0', '').length);
  expect(bits.reduce((sum, count) => sum + count)).toBe(6);
});
