/** A chain opened step by step agrees with the code that verifies it, under documented names, whatever is wrong with it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex, utf8 } from '../../src/bytes/index.ts';
import { explainCertificateChain } from '../../src/explain/index.ts';
import { HASHES, sha256 } from '../../src/hash/index.ts';
import { publicKeyOfPrivate, type SignatureScheme } from '../../src/keys/index.ts';
import { i2osp, modPow, os2ip } from '../../src/math/index.ts';
import { encryptBlock, type RsaPublicKey } from '../../src/rsa/index.ts';
import { catalogues, messageOf, type Trace } from '../../src/trace/index.ts';
import {
  type Certificate,
  issueCertificate,
  parseCertificates,
  verifySignature,
} from '../../src/x509/index.ts';
import { withCode } from '../with-code.ts';
import { certify, INTERMEDIATE, LEAF, makeTestChain, person, ROOT, testKey } from '../x509/authority.ts';
import { REAL_INTERMEDIATE, REAL_LEAF, REAL_ROOT } from '../x509/real-chain.ts';

const { root, intermediate, leaf } = makeTestChain();
const real = parseCertificates(REAL_LEAF + REAL_INTERMEDIATE + REAL_ROOT);

const signed = (scheme: SignatureScheme, over: Certificate = leaf) =>
  issueCertificate(over, { privateKey: INTERMEDIATE.privateKey, scheme });
const pss = signed({ scheme: 'rsa-pss', hash: 'sha256', saltLength: 20 });
const mixed = signed({ scheme: 'rsa-pss', hash: 'sha256', mgfHash: 'sha1', saltLength: 0 });

const changed = (certificate: Certificate): Certificate => ({
  ...certificate,
  tbs: certificate.tbs.with(-1, certificate.tbs.at(-1)! ^ 1),
});
const resigned = (certificate: Certificate, signature: Uint8Array): Certificate => ({
  ...certificate,
  signature,
});
/** What the private key of the intermediate makes of a block. */
const power = (EM: Uint8Array) => {
  const { rsa } = INTERMEDIATE.privateKey as { rsa: RsaPublicKey & { d: bigint } };
  return i2osp(modPow(os2ip(EM), rsa.d, rsa.n), 128);
};
const garbage = power(new Uint8Array(128).fill(1));
/** Bleichenbacher's: DigestInfo too early, and garbage behind it. */
const early = power(
  fromHex(`0001ffffffffffffffff00${'3031300d060960864801650304020105000420'}${'ab'.repeat(98)}`),
);
/** A fixed serial number, and so a signature that is always the same: another may be larger than the modulus, a fault of its own. */
const otherKey = certify(LEAF, INTERMEDIATE, { signer: testKey('somebody else'), serialNumber: 3n });
const pssOther = resigned(pss, garbage);
const unknownKey: Certificate = {
  ...intermediate,
  publicKey: { algorithm: 'unknown', oid: '1.3.101.112', name: 'Ed25519', raw: new Uint8Array(0) },
};
const unknownAlgorithm: Certificate = {
  ...leaf,
  signatureAlgorithm: { oid: '1.2.840.10045.4.3.2', name: 'ecdsa-with-SHA256', raw: new Uint8Array(0) },
};
const unusable: Certificate = {
  ...intermediate,
  publicKey: { algorithm: 'rsa', rsa: { n: 2n ** 1023n, e: 2n } },
};
/** A PSS block that ends in bc, and has no data block under the mask. */
const noDataBlock = power(new Uint8Array(128).fill(1).with(127, 0xbc));

const above = [intermediate, root];
const broken: readonly (readonly Certificate[])[] = [
  [otherKey, ...above],
  [pssOther, ...above],
  [resigned(leaf, garbage), ...above],
  [resigned(leaf, early), ...above],
  [resigned(leaf, leaf.signature.subarray(1)), ...above],
  [resigned(leaf, new Uint8Array(128).fill(0xff)), ...above],
  [resigned(pss, noDataBlock), ...above],
  [leaf, unusable, root],
  [leaf, unknownKey, root],
  [unknownAlgorithm, ...above],
  [leaf, intermediate],
];

const traces: Readonly<Record<string, readonly Trace[]>> = {
  'RSASSA-PKCS1-v1_5': [real, [leaf, ...above], [changed(leaf), ...above]].map(explainCertificateChain),
  'RSASSA-PSS': [
    [pss, ...above],
    [mixed, ...above],
    [changed(pss), ...above],
  ].map((chain) => explainCertificateChain(chain)),
  'Where a chain breaks': broken.map(explainCertificateChain),
};

const at = (trace: Trace, id: string) => trace.steps.find((step) => step.id === id)!;

describe('docs/trace-steps-certificate.md', () => {
  const sections = readFileSync(new URL('../../docs/trace-steps-certificate.md', import.meta.url), 'utf8')
    .split(/^## /m)
    .slice(1);
  const anyNumber = (id: string) => id.replace(/\[\w+\]/, '[#]');

  it('has every id and value, and no other', () => {
    const documented = sections.flatMap((section) =>
      section
        .split('\n')
        .filter((line) => line.startsWith('| `'))
        .flatMap((line) => {
          const [id = '', , others = ''] = line.split('|').slice(1);
          const name = anyNumber(/`([^`]+)`/.exec(id)![1]!);
          return [name, ...[...others.matchAll(/`([^`]+)`/g)].map((match) => `${name} ${match[1]}`)];
        }),
    );
    const found = Object.values(traces)
      .flat()
      .flatMap(({ steps }) => steps)
      .flatMap(({ id, values }) => [
        anyNumber(id),
        ...Object.keys(values)
          .filter((name) => name !== 'value')
          .map((name) => `${anyNumber(id)} ${name}`),
      ]);
    expect([...new Set(found)].sort()).toEqual([...new Set(documented)].sort());
    expect(sections.map((section) => section.split('\n')[0])).toEqual(Object.keys(traces));
  });
});

describe('a chain that holds', () => {
  it('opens to the digest of what was signed, at every link', () => {
    const [trace] = traces['RSASSA-PKCS1-v1_5']!;
    expect(trace!.output).toBe('verified');
    for (const [i, certificate] of real.entries()) {
      const digest = toHex(sha256(certificate.tbs));
      expect(at(trace!, `cert[${i}].tbsCertificate`).values.value).toBe(toHex(certificate.tbs));
      expect(at(trace!, `cert[${i}].H`).values.value).toBe(digest);
      expect(at(trace!, `cert[${i}].T`).values.value).toMatch(new RegExp(`^3031.*${digest}$`));
      expect(at(trace!, `cert[${i}].compare`).values).toMatchObject({ recovered: digest, computed: digest });
      const { publicKey } = real[i + 1] ?? certificate;
      const { rsa } = publicKey as { rsa: RsaPublicKey };
      const EM = i2osp(encryptBlock(rsa, os2ip(certificate.signature)), certificate.signature.length);
      expect(at(trace!, `cert[${i}].EM`).values.value).toBe(toHex(EM));
    }
    expect(trace!.steps.slice(-2).map(({ id }) => id)).toEqual(['root', 'path']);
  });

  it('of PSS gives back H and the salt, and not the digest', () => {
    for (const [trace, salt] of [
      [traces['RSASSA-PSS']![0]!, 20],
      [traces['RSASSA-PSS']![1]!, 0],
    ] as const) {
      expect(trace.output).toBe('verified');
      expect(at(trace, 'cert[0].DB').values.length).toBe(String(salt));
      expect(at(trace, 'cert[0].mHash').values.value).toBe(toHex(sha256(tbsOf(trace))));
      expect(at(trace, 'cert[0].EM').values.value).not.toContain(at(trace, 'cert[0].mHash').values.value);
      const { recovered, computed } = at(trace, 'cert[0].compare').values;
      expect(recovered).toBe(computed);
      expect(recovered).toBe(toHex(sha256(fromHex(at(trace, "cert[0].M'").values.value!))));
    }
  });

  const tbsOf = (trace: Trace) => fromHex(at(trace, 'cert[0].tbsCertificate').values.value!);

  it.each(Object.values(HASHES).map((hash) => hash.name))(
    'is opened for %s, if it has such a signature',
    (name) => {
      const [hash] = Object.entries(HASHES).find(([, each]) => each.name === name)!;
      // 1024 bits hold every digest.
      const trace = explainCertificateChain([
        signed({ scheme: 'rsa-pkcs1', hash: hash as keyof typeof HASHES }),
        ...above,
      ]);
      expect([trace.output, at(trace, 'cert[0].T').values.hash]).toEqual(['verified', name]);
    },
  );

  it('has blocks whose fields are whole', () => {
    for (const { steps } of Object.values(traces).flat()) {
      for (const { id, values, fields } of steps) {
        if (fields) expect(fields.map(({ value }) => value).join(''), id).toBe(values.value);
        let offset = 0;
        for (const field of fields ?? []) {
          expect([field.offset, 2 * field.length], id).toEqual([offset, field.value.length]);
          offset += field.length;
        }
      }
    }
  });
});

describe('a chain that does not', () => {
  const expected: readonly (readonly [string, string, string])[] = [
    ['another key', 'broken', 'explain.cert.noBlock'],
    ['another key, PSS', 'broken', 'explain.cert.pss.noBlock'],
    ['no block', 'broken', 'explain.cert.noBlock'],
    ['a forgery', 'broken', 'explain.cert.malformed'],
    ['a short signature', 'broken', 'explain.cert.refused.wrong-length'],
    ['a large one', 'broken', 'explain.cert.refused.out-of-range'],
    ['no data block', 'broken', 'explain.cert.pss.noDataBlock'],
    ['an even exponent', 'broken', 'explain.cert.refused.unusable-key'],
    ['a key of another kind', 'unknown', 'explain.cert.unknown'],
    ['an algorithm of another kind', 'unknown', 'explain.cert.unknown'],
    ['no root', 'incomplete', 'explain.cert.noIssuer'],
  ];
  it.each(expected.map(([name, output, say], i) => [name, output, say, i] as const))(
    'says so: %s',
    (_, output, say, i) => {
      const trace = traces['Where a chain breaks']![i]!;
      expect(trace.output).toBe(output);
      expect(trace.steps.map((step) => step.say)).toContain(say);
    },
  );

  it('shows two digests where the certificate was changed', () => {
    for (const [kind, certificate] of [
      ['', leaf],
      ['pss.', pss],
    ] as const) {
      const trace = explainCertificateChain([changed(certificate), ...above]);
      expect(trace.output).toBe('broken');
      const step = at(trace, 'cert[0].compare');
      expect(step.say).toBe(`explain.cert.${kind}differ`);
      expect(step.values.recovered).not.toBe(step.values.computed);
    }
  });

  it('agrees with the verifier, whatever byte of the signature is changed', () => {
    for (const certificate of [leaf, pss]) {
      for (let i = 0; i < certificate.signature.length; i += 9) {
        const damaged = resigned(
          certificate,
          certificate.signature.with(i, certificate.signature[i]! ^ 0x10),
        );
        const holds = verifySignature(damaged, intermediate.publicKey).valid;
        expect([holds, explainCertificateChain([damaged, ...above]).output]).toEqual([false, 'broken']);
      }
    }
  });

  it('is refused where it is none', () => {
    expect(() => explainCertificateChain([])).toThrow(withCode('bad-argument'));
    expect(() => explainCertificateChain(new Array(33).fill(leaf))).toThrow(withCode('too-large'));
  });
});

describe('the sentences', () => {
  it('have their slots filled in both languages, and all are told', () => {
    const told = new Set<string>();
    for (const { steps } of Object.values(traces).flat()) {
      for (const { id, say, values } of steps) {
        told.add(say);
        for (const lang of ['en', 'zh'] as const)
          expect(messageOf(lang, say, values), id).not.toMatch(/[{}]/);
      }
    }
    const kept = Object.keys(catalogues.en).filter((key) => /^explain\.cert\./.test(key));
    // No certificate has a key too short for its own digest and a signature of the same length; that one is not printed.
    expect(kept.filter((key) => !told.has(key))).toEqual([
      'explain.cert.leftOut',
      'explain.cert.refused.key-too-short',
    ]);
  });

  it('cut a long name, and show none that a terminal would obey', () => {
    const long = person('CN=x');
    const nasty = certify(
      { ...long, name: [[{ type: '2.5.4.3', value: { tag: 12, text: `\u001b[2J${'x'.repeat(500)}` } }]] },
      ROOT,
    );
    const { steps } = explainCertificateChain([nasty, root]);
    const { subject } = steps[0]!.values;
    expect(subject).toMatch(/^CN=\\1b\[2Jx+…$/);
    expect(subject!.length).toBeLessThan(70);
    expect(utf8(subject!).includes(0x1b)).toBe(false);
    expect(publicKeyOfPrivate(long.privateKey)).toBeDefined();
  });
});
