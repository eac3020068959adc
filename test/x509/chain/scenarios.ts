/**
 * Chains, each with one thing that matters: what we must say of it, and the number of OpenSSL's error for the same files, 0
 * where it accepts them, as `openssl verify` 3.0 was seen to give it.
 */
import { fromHex } from '../../../src/bytes/index.ts';
import { publicKeyOfPrivate } from '../../../src/keys/index.ts';
import {
  type Certificate,
  type CertificateList,
  type ChainOptions,
  type ChainReason,
  type CrlReason,
  type Extension,
  type GeneralName,
  issueCrl,
  KEY_PURPOSES,
  makeExtension,
  makeUnknownExtension,
  type Name,
  parseCertificate,
  parseIp,
  parseName,
} from '../../../src/x509/index.ts';
import {
  type Changes,
  certify,
  INTERMEDIATE,
  LEAF,
  NOW,
  type Person,
  person,
  ROOT,
  testKey,
  VALIDITY,
} from '../authority.ts';

export interface Scenario {
  readonly name: string;
  readonly leaf: Certificate;
  readonly options: ChainOptions;
  readonly expected: ChainReason | 'valid';
  /** What `openssl verify` answers; `undefined`: not asked, for the reason in `why`. */
  readonly openssl: number | undefined;
  readonly why?: string;
  /** Further arguments for OpenSSL. */
  readonly args?: readonly string[];
}

export const dns = (value: string): GeneralName => ({ kind: 'dNSName', value });
export const ip = (text: string): GeneralName => ({ kind: 'iPAddress', bytes: parseIp(text)! });
export const BOB = [dns('bob.example')];

/** Root, intermediate, leaf; each may be changed. */
export interface Three {
  readonly root?: Changes;
  readonly middle?: Changes;
  readonly leaf?: Changes;
}

export function three({ root = {}, middle = {}, leaf = {} }: Three = {}) {
  const top = certify(ROOT, ROOT, root);
  const between = certify(INTERMEDIATE, ROOT, { profile: 'ca', by: top, ...middle });
  const end = certify(LEAF, INTERMEDIATE, { by: between, names: BOB, ...leaf });
  return { root: top, middle: between, leaf: end };
}

interface Given extends Three {
  readonly options?: Partial<ChainOptions>;
  readonly args?: readonly string[];
}

function scenario(
  name: string,
  expected: Scenario['expected'],
  openssl: number | undefined,
  given: Given = {},
  why?: string,
): Scenario {
  const { root, middle, leaf } = three(given);
  const options = {
    anchors: [root],
    intermediates: [middle],
    at: NOW,
    host: 'bob.example',
    ...given.options,
  };
  return {
    name,
    leaf,
    options,
    expected,
    openssl,
    ...(why && { why }),
    ...(given.args && { args: given.args }),
  };
}

const past = { notBefore: new Date('2025-01-01'), notAfter: new Date('2025-12-31') };
const future = { notBefore: new Date('2026-12-01'), notAfter: new Date('2027-12-31') };
const usages = (...list: Parameters<typeof keyUsage>[0]): Changes => ({ more: [keyUsage(list)] });
const keyUsage = (list: Extract<Parameters<typeof makeExtension>[0], { kind: 'keyUsage' }>['usages']) =>
  makeExtension({ kind: 'keyUsage', usages: list });
const purposes = (...oids: string[]): Changes => ({
  more: [makeExtension({ kind: 'extKeyUsage', purposes: oids })],
});
const constraints = (permitted: readonly GeneralName[], excluded: readonly GeneralName[] = []): Changes => ({
  more: [
    makeExtension({
      kind: 'nameConstraints',
      ...(permitted.length > 0 && { permittedSubtrees: permitted }),
      ...(excluded.length > 0 && { excludedSubtrees: excluded }),
    }),
  ],
});
const unknown = (critical: boolean): Extension => makeUnknownExtension('1.2.3.4', fromHex('0500'), critical);
const MALLORY = person('CN=Mallory');
const email = (value: string): GeneralName => ({ kind: 'rfc822Name', value });
const uri = (value: string): GeneralName => ({ kind: 'uniformResourceIdentifier', value });
const directory = (text: string): GeneralName => ({ kind: 'directoryName', name: parseName(text) });
const subnet = (hex: string): GeneralName => ({ kind: 'iPAddress', bytes: fromHex(hex) });

/** One leaf under a constrained intermediate. */
const constrained = (
  name: string,
  expected: Scenario['expected'],
  openssl: number | undefined,
  names: readonly GeneralName[],
  permitted: readonly GeneralName[],
  excluded: readonly GeneralName[] = [],
  why?: string,
) =>
  scenario(
    `constraints: ${name}`,
    expected,
    openssl,
    { middle: constraints(permitted, excluded), leaf: { names }, options: { host: undefined } },
    why,
  );

/** The middle and the leaf are the only ones that a list can be about. */
interface Lists {
  readonly revoked?: readonly {
    readonly serialNumber: bigint;
    readonly reason?: CrlReason;
    readonly extensions?: readonly Extension[];
  }[];
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date;
  readonly extensions?: readonly Extension[];
  readonly issuer?: Name;
  readonly signer?: Person;
}

export function listOf(issuer: Person, lists: Lists = {}): CertificateList {
  const { revoked = [], thisUpdate = VALIDITY.notBefore, extensions = [], signer = issuer } = lists;
  return issueCrl(
    {
      issuer: lists.issuer ?? issuer.name,
      thisUpdate,
      nextUpdate: lists.nextUpdate ?? VALIDITY.notAfter,
      revoked: revoked.map((each) => ({ revocationDate: VALIDITY.notBefore, ...each })),
      extensions: [makeExtension({ kind: 'cRLNumber', number: 1n }), ...extensions],
    },
    { privateKey: signer.privateKey },
  );
}

function listed(
  name: string,
  expected: Scenario['expected'],
  openssl: number | undefined,
  make: (chain: ReturnType<typeof three>) => readonly CertificateList[],
  given: Given = {},
  why?: string,
): Scenario {
  const chain = three(given);
  const options = {
    anchors: [chain.root],
    intermediates: [chain.middle],
    at: NOW,
    crls: make(chain),
    revocation: 'all',
    ...given.options,
  } as const;
  const args = ['-crl_check_all', ...(given.args ?? [])];
  return { name: `lists: ${name}`, leaf: chain.leaf, options, expected, openssl, args, ...(why && { why }) };
}

const changed = (certificate: Certificate, change: (der: Uint8Array) => void): Certificate => {
  const der = certificate.der.slice();
  change(der);
  return parseCertificate(der);
};

function scenarios(): Scenario[] {
  const good = three();
  const at = { at: NOW } as const;
  const chain = { anchors: [good.root], intermediates: [good.middle], ...at };
  const mallory = certify(MALLORY, MALLORY);
  const byMallory = certify(LEAF, MALLORY, { by: mallory, names: BOB });
  const fakeMiddle = certify(INTERMEDIATE, ROOT, { profile: 'ca', signer: MALLORY.privateKey });
  const second = person('CN=Second Intermediate');
  const twoSteps = (pathLength: number, selfIssued = false) => {
    const root = certify(ROOT, ROOT);
    const middle = certify(INTERMEDIATE, ROOT, { profile: 'ca', pathLength });
    const lower = selfIssued ? { name: INTERMEDIATE.name, privateKey: second.privateKey } : second;
    const next = certify(lower, INTERMEDIATE, { profile: 'ca', by: middle });
    const leaf = certify(LEAF, lower, { names: BOB, by: next });
    return { leaf, options: { anchors: [root], intermediates: [middle, next], ...at } };
  };
  const newKey = { name: ROOT.name, privateKey: testKey('new root') };
  return [
    // Signatures and the way up.
    scenario('nothing wrong', 'valid', 0),
    {
      name: 'leaf tampered',
      leaf: changed(good.leaf, (der) => flip(der, 'bob.example', 'rob.example')),
      options: { ...chain },
      expected: 'bad-signature',
      openssl: 7,
    },
    {
      name: 'signature tampered',
      leaf: changed(good.leaf, (der) => der.set([der.at(-1)! ^ 1], der.length - 1)),
      options: chain,
      expected: 'bad-signature',
      openssl: 7,
    },
    scenario('leaf signed by another key', 'bad-signature', 7, { leaf: { signer: MALLORY.privateKey } }),
    {
      name: 'intermediate signed by another key',
      leaf: good.leaf,
      options: { ...chain, intermediates: [fakeMiddle] },
      expected: 'bad-signature',
      openssl: 7,
    },
    {
      name: 'intermediate missing',
      leaf: good.leaf,
      options: { ...chain, intermediates: [] },
      expected: 'missing-issuer',
      openssl: 20,
    },
    {
      name: 'root missing',
      leaf: good.leaf,
      options: { ...chain, anchors: [mallory] },
      expected: 'missing-issuer',
      openssl: 20,
    },
    {
      name: 'root sent, not trusted',
      leaf: good.leaf,
      options: { ...chain, anchors: [mallory], intermediates: [good.middle, good.root] },
      expected: 'untrusted-root',
      openssl: 19,
    },
    {
      name: 'self-signed leaf',
      leaf: certify(LEAF, LEAF, { profile: 'server', names: BOB }),
      options: chain,
      expected: 'self-signed',
      openssl: 18,
    },
    {
      name: 'self-signed leaf that is trusted',
      leaf: mallory,
      options: { ...chain, anchors: [mallory] },
      expected: 'valid',
      openssl: 0,
    },
    {
      name: 'own CA',
      leaf: byMallory,
      options: { ...chain, intermediates: [mallory] },
      expected: 'untrusted-root',
      openssl: 19,
    },
    {
      name: 'own CA installed',
      leaf: byMallory,
      options: { ...chain, anchors: [good.root, mallory] },
      expected: 'valid',
      openssl: 0,
    },
    {
      name: 'intermediate as anchor',
      leaf: good.leaf,
      options: { ...at, anchors: [good.middle] },
      expected: 'valid',
      openssl: 0,
      args: ['-partial_chain'],
    },
    {
      name: 'two roots of one name, the wrong one first',
      leaf: good.leaf,
      options: { ...chain, anchors: [certify(newKey, newKey), good.root] },
      expected: 'valid',
      openssl: 0,
    },
    {
      name: 'an expired intermediate beside a good one',
      leaf: good.leaf,
      options: {
        ...chain,
        intermediates: [certify(INTERMEDIATE, ROOT, { profile: 'ca', validity: past }), good.middle],
      },
      expected: 'valid',
      openssl: 0,
    },
    {
      name: 'a forged intermediate beside a good one',
      leaf: good.leaf,
      options: { ...chain, intermediates: [fakeMiddle, good.middle] },
      expected: 'valid',
      openssl: undefined,
      why: 'OpenSSL tries one',
    },
    scenario('names that differ in case and spaces', 'valid', 0, {
      leaf: { issuer: parseName('CN=TEST  intermediate,O=crypto primer') },
    }),
    // Time.
    scenario('leaf expired', 'expired', 10, { leaf: { validity: past } }),
    scenario('leaf not yet valid', 'not-yet-valid', 9, { leaf: { validity: future } }),
    scenario('intermediate expired', 'expired', 10, { middle: { validity: past } }),
    scenario('root expired', 'expired', 10, { root: { validity: past } }),
    scenario(
      'at its last second',
      'valid',
      undefined,
      { leaf: { validity: { notBefore: VALIDITY.notBefore, notAfter: NOW } } },
      'for OpenSSL it is over',
    ),
    scenario('at its first second', 'valid', 0, {
      leaf: { validity: { notBefore: NOW, notAfter: VALIDITY.notAfter } },
    }),
    // Who may sign.
    scenario('a leaf as CA', 'not-a-ca', 79, { middle: { profile: 'server' } }),
    scenario(
      'a CA without basicConstraints',
      'not-a-ca',
      undefined,
      { middle: { without: ['basicConstraints'] } },
      'OpenSSL takes keyCertSign for it',
    ),
    scenario('a CA of version 1', 'not-a-ca', 79, { middle: { version: 1, extensions: [] } }),
    scenario('a root of version 1', 'valid', 0, { root: { version: 1, extensions: [] } }),
    scenario('a root that is no CA', 'not-a-ca', 79, { root: { profile: 'server' } }),
    scenario('a CA without keyCertSign', 'no-cert-sign', 79, {
      middle: usages('cRLSign', 'digitalSignature'),
    }),
    scenario('a CA without keyUsage', 'valid', 0, { middle: { without: ['keyUsage'] } }),
    scenario('a leaf without keyUsage, extKeyUsage and key identifiers', 'valid', 0, {
      leaf: {
        without: [
          'keyUsage',
          'extKeyUsage',
          'authorityKeyIdentifier',
          'subjectKeyIdentifier',
          'basicConstraints',
        ],
      },
    }),
    scenario('a leaf of version 1', 'wrong-host', 62, {
      leaf: { version: 1, extensions: [], subject: parseName('CN=other') },
    }),
    { name: 'one CA more than allowed', ...twoSteps(0), expected: 'path-too-long', openssl: 25 },
    { name: 'as many CAs as allowed', ...twoSteps(1), expected: 'valid', openssl: 0 },
    { name: 'a self-issued CA does not count', ...twoSteps(0, true), expected: 'valid', openssl: 0 },
    scenario('a root that allows none below', 'path-too-long', 25, { root: { pathLength: 0 } }),
    scenario('a root that allows one', 'valid', 0, { root: { pathLength: 1 } }),
    // For what, and for whom.
    scenario('another host', 'wrong-host', 62, { options: { host: 'alice.example' } }),
    scenario(
      'a host in other letters, with its dot',
      'valid',
      0,
      { options: { host: 'BOB.Example.' } },
      'OpenSSL wants no dot',
    ),
    scenario('an address', 'valid', 0, {
      leaf: { names: [ip('192.0.2.1')] },
      options: { host: '192.0.2.1' },
    }),
    scenario('another address', 'wrong-host', 64, {
      leaf: { names: [ip('192.0.2.1')] },
      options: { host: '192.0.2.2' },
    }),
    scenario('an address as dNSName', 'wrong-host', 64, {
      leaf: { names: [dns('192.0.2.1')] },
      options: { host: '192.0.2.1' },
    }),
    scenario('an IPv6 address', 'valid', 0, {
      leaf: { names: [ip('2001:db8::1')] },
      options: { host: '2001:db8:0::1' },
    }),
    scenario(
      'a host in the CN only',
      'wrong-host',
      undefined,
      { leaf: { without: ['subjectAltName'], names: [] } },
      'OpenSSL still looks at the CN',
    ),
    scenario('a wildcard', 'valid', 0, {
      leaf: { names: [dns('*.bob.example')] },
      options: { host: 'www.bob.example' },
    }),
    scenario('a wildcard for two labels', 'wrong-host', 62, {
      leaf: { names: [dns('*.bob.example')] },
      options: { host: 'a.b.bob.example' },
    }),
    scenario('a wildcard for no label', 'wrong-host', 62, { leaf: { names: [dns('*.bob.example')] } }),
    scenario('a wildcard over a whole domain', 'wrong-host', 62, { leaf: { names: [dns('*.example')] } }),
    scenario(
      'a wildcard in a label',
      'wrong-host',
      undefined,
      { leaf: { names: [dns('b*.bob.example')] }, options: { host: 'bx.bob.example' } },
      'OpenSSL takes it',
    ),
    scenario('a wildcard not at the left', 'wrong-host', 62, {
      leaf: { names: [dns('www.*.example')] },
      options: { host: 'www.bob.example' },
    }),
    scenario('a wildcard alone', 'wrong-host', 62, {
      leaf: { names: [dns('*')] },
      options: { host: 'example' },
    }),
    scenario('a mailbox', 'valid', 0, {
      leaf: { names: [email('bob@bob.example')] },
      options: { host: undefined, email: 'bob@BOB.example' },
    }),
    scenario('another mailbox', 'wrong-email', 63, {
      leaf: { names: [email('bob@bob.example')] },
      options: { host: undefined, email: 'Bob@bob.example' },
    }),
    scenario('a client as server', 'wrong-purpose', 26, { leaf: { profile: 'client' } }),
    scenario('a client as client', 'valid', 0, {
      leaf: { profile: 'client' },
      options: { host: undefined, purpose: 'client' },
    }),
    scenario('a server as client', 'wrong-purpose', 26, { options: { host: undefined, purpose: 'client' } }),
    scenario('any purpose', 'valid', 0, { leaf: { profile: 'client' }, options: { host: undefined } }),
    scenario('anyExtendedKeyUsage alone', 'wrong-purpose', 26, {
      leaf: purposes(KEY_PURPOSES.anyExtendedKeyUsage),
    }),
    scenario('an intermediate for clients only', 'wrong-purpose', 26, {
      middle: purposes(KEY_PURPOSES.clientAuth),
    }),
    scenario('an intermediate for servers', 'valid', 0, {
      middle: purposes(KEY_PURPOSES.serverAuth, KEY_PURPOSES.clientAuth),
    }),
    scenario('a server that may only sign lists', 'wrong-purpose', 26, { leaf: usages('cRLSign') }),
    scenario('a server that may only encipher', 'valid', 0, { leaf: usages('keyEncipherment') }),
    // Form.
    scenario('an unknown critical extension', 'unknown-critical-extension', 34, {
      leaf: { more: [unknown(true)] },
    }),
    scenario('an unknown critical extension above', 'unknown-critical-extension', 34, {
      middle: { more: [unknown(true)] },
    }),
    scenario('an unknown extension', 'valid', 0, { leaf: { more: [unknown(false)] } }),
    scenario('a negative serial number', 'invalid-serial', 0, { leaf: { serialNumber: -5n } }),
    scenario('a serial number of 20 octets', 'valid', 0, { leaf: { serialNumber: 2n ** 159n - 1n } }),
    scenario('a serial number of 21 octets', 'invalid-serial', 0, { leaf: { serialNumber: 2n ** 160n } }),
    scenario('extensions in version 1', 'invalid-version', 0, { leaf: { version: 1, names: BOB } }),
    scenario('the same extension twice', 'duplicate-extension', undefined, {
      leaf: { more: [unknown(false), unknown(false)] },
    }),
    scenario('MD5', 'weak-hash', 68, { leaf: { hash: 'md5' }, args: ['-auth_level', '1'] }),
    scenario('SHA-1', 'weak-hash', 68, { leaf: { hash: 'sha1' }, args: ['-auth_level', '1'] }),
    scenario('SHA-1 above', 'weak-hash', 68, { middle: { hash: 'sha1' }, args: ['-auth_level', '1'] }),
    scenario('SHA-1 on the root', 'valid', 0, { root: { hash: 'sha1' }, args: ['-auth_level', '1'] }),
    scenario('SHA-1, allowed', 'valid', 0, { leaf: { hash: 'sha1' }, options: { allowWeak: true } }),
    scenario('a short key', 'weak-key', 66, {
      leaf: { publicKey: publicKeyOfPrivate(testKey('short', 768)) },
      args: ['-auth_level', '1'],
    }),
    // Name constraints.
    constrained('below a permitted domain', 'valid', 0, [dns('a.bob.example')], [dns('bob.example')]),
    constrained('the permitted domain itself', 'valid', 0, BOB, [dns('bob.example')]),
    constrained('another domain', 'name-not-permitted', 47, BOB, [dns('alice.example')]),
    constrained(
      'a domain that only ends alike',
      'name-not-permitted',
      47,
      [dns('xbob.example')],
      [dns('bob.example')],
    ),
    constrained(
      'one good name and one bad',
      'name-not-permitted',
      47,
      [...BOB, dns('alice.example')],
      [dns('bob.example')],
    ),
    constrained('an excluded domain', 'name-excluded', 48, BOB, [], [dns('example')]),
    constrained(
      'excluded below permitted',
      'name-excluded',
      48,
      [dns('a.bob.example')],
      [dns('bob.example')],
      [dns('a.bob.example')],
    ),
    constrained('a wildcard in a permitted domain', 'valid', 0, [dns('*.bob.example')], [dns('bob.example')]),
    constrained(
      'a wildcard that could be an excluded host',
      'name-excluded',
      undefined,
      [dns('*.bob.example')],
      [],
      [dns('a.bob.example')],
      'OpenSSL compares letters',
    ),
    constrained('a kind that is not constrained', 'valid', 0, BOB, [email('bob.example')]),
    constrained(
      'a mailbox at a permitted host',
      'valid',
      0,
      [email('bob@bob.example')],
      [email('bob.example')],
    ),
    constrained(
      'a mailbox below a permitted host',
      'name-not-permitted',
      47,
      [email('bob@a.bob.example')],
      [email('bob.example')],
    ),
    constrained(
      'a mailbox below a permitted domain',
      'valid',
      0,
      [email('bob@a.bob.example')],
      [email('.bob.example')],
    ),
    constrained(
      'a mailbox at the top of a domain',
      'name-not-permitted',
      47,
      [email('bob@bob.example')],
      [email('.bob.example')],
    ),
    constrained('the permitted mailbox', 'valid', 0, [email('bob@bob.example')], [email('bob@bob.example')]),
    constrained(
      'a URI at a permitted host',
      'valid',
      0,
      [uri('https://bob.example:8443/x')],
      [uri('bob.example')],
    ),
    constrained(
      'a URI at another host',
      'name-not-permitted',
      47,
      [uri('https://alice.example/bob.example')],
      [uri('bob.example')],
    ),
    constrained(
      'a URI with a name before its host',
      'name-not-permitted',
      undefined,
      [uri('https://bob.example@alice.example/')],
      [uri('bob.example')],
      [],
      'OpenSSL is misled',
    ),
    constrained(
      'a URI without a host',
      'unsupported-constraint',
      undefined,
      [uri('urn:x')],
      [uri('bob.example')],
    ),
    constrained('an address in a permitted net', 'valid', 0, [ip('10.1.2.3')], [subnet('0a000000ff000000')]),
    constrained(
      'an address outside',
      'name-not-permitted',
      47,
      [ip('11.1.2.3')],
      [subnet('0a000000ff000000')],
    ),
    constrained(
      'an excluded address',
      'name-excluded',
      48,
      [ip('10.1.2.3')],
      [],
      [subnet('0a000000ff000000')],
    ),
    constrained(
      'an address of the other family',
      'name-not-permitted',
      47,
      [ip('2001:db8::1')],
      [subnet('0a000000ff000000')],
    ),
    constrained(
      'a mask with holes',
      'unsupported-constraint',
      undefined,
      [ip('10.1.2.3')],
      [subnet('0a000000ff00ff00')],
    ),
    constrained('a permitted directory', 'valid', 0, BOB, [directory('CN=bob.example')]),
    constrained('another directory', 'name-not-permitted', 47, BOB, [directory('O=Ltd')]),
    constrained(
      'a registeredID',
      'unsupported-constraint',
      51,
      [{ kind: 'registeredID', oid: '1.2.3' }],
      [{ kind: 'registeredID', oid: '1.2' }],
    ),
    scenario('constraints: an e-mail address in the subject', 'name-not-permitted', 47, {
      middle: constraints([email('alice.example')]),
      leaf: { subject: parseName('CN=Bob,emailAddress=bob@bob.example') },
    }),
    scenario('constraints: of the root', 'name-not-permitted', 47, {
      root: constraints([dns('alice.example')]),
    }),
    // Revocation.
    listed('on none', 'valid', 0, () => [listOf(ROOT), listOf(INTERMEDIATE)]),
    listed('leaf revoked', 'revoked', 23, ({ leaf }) => [
      listOf(ROOT),
      listOf(INTERMEDIATE, {
        revoked: [{ serialNumber: 999n }, { serialNumber: leaf.serialNumber, reason: 'keyCompromise' }],
      }),
    ]),
    listed('intermediate revoked', 'revoked', 23, ({ middle }) => [
      listOf(ROOT, { revoked: [{ serialNumber: middle.serialNumber }] }),
      listOf(INTERMEDIATE),
    ]),
    listed('of one issuer missing', 'no-crl', 3, () => [listOf(ROOT)]),
    listed('of the root missing', 'no-crl', 3, () => [listOf(INTERMEDIATE)]),
    listed(
      'of the root missing, and only the leaf is asked',
      'valid',
      undefined,
      () => [listOf(INTERMEDIATE)],
      { options: { revocation: 'leaf' } },
      '-crl_check',
    ),
    listed(
      'of the root missing, and those at hand are asked',
      'valid',
      undefined,
      () => [listOf(INTERMEDIATE)],
      { options: { revocation: 'given' } },
      '-crl_check',
    ),
    listed('too old', 'crl-expired', 12, () => [
      listOf(ROOT),
      listOf(INTERMEDIATE, { nextUpdate: new Date('2026-02-01') }),
    ]),
    listed('too new', 'crl-not-yet-valid', 11, () => [
      listOf(ROOT),
      listOf(INTERMEDIATE, { thisUpdate: new Date('2026-08-01') }),
    ]),
    listed('signed by another key', 'crl-bad-signature', 8, () => [
      listOf(ROOT),
      listOf(INTERMEDIATE, { signer: MALLORY }),
    ]),
    listed('with an unknown critical extension', 'crl-unknown-critical-extension', 36, () => [
      listOf(ROOT),
      listOf(INTERMEDIATE, { extensions: [unknown(true)] }),
    ]),
    listed('with an unknown critical extension in an entry', 'crl-unknown-critical-extension', 36, () => [
      listOf(ROOT),
      listOf(INTERMEDIATE, { revoked: [{ serialNumber: 999n, extensions: [unknown(true)] }] }),
    ]),
    listed(
      'by a CA that may not sign lists',
      'crl-signer-not-allowed',
      35,
      () => [listOf(ROOT), listOf(INTERMEDIATE)],
      { middle: usages('keyCertSign') },
    ),
    listed('an old one that revokes and a new one that does not', 'valid', 0, ({ leaf }) => [
      listOf(ROOT),
      listOf(INTERMEDIATE, { revoked: [{ serialNumber: leaf.serialNumber }] }),
      listOf(INTERMEDIATE, { thisUpdate: new Date('2026-03-01') }),
    ]),
    listed(
      'for CA certificates only',
      'no-crl',
      undefined,
      () => [listOf(ROOT), listOf(INTERMEDIATE, { extensions: [scope({ onlyContainsCACerts: true })] })],
      {},
      'OpenSSL says 44',
    ),
    listed('for leaves only', 'valid', 0, () => [
      listOf(ROOT),
      listOf(INTERMEDIATE, { extensions: [scope({ onlyContainsUserCerts: true })] }),
    ]),
  ];
}

function scope(changes: { onlyContainsUserCerts?: boolean; onlyContainsCACerts?: boolean }): Extension {
  return makeExtension({
    kind: 'issuingDistributionPoint',
    onlyContainsUserCerts: false,
    onlyContainsCACerts: false,
    indirectCRL: false,
    onlyContainsAttributeCerts: false,
    ...changes,
  });
}

/** Replaces a text by one of its length wherever it stands. */
function flip(der: Uint8Array, from: string, to: string): void {
  const text = Buffer.from(der).toString('latin1').replaceAll(from, to);
  der.set(Buffer.from(text, 'latin1'));
}

export const SCENARIOS: readonly Scenario[] = scenarios();
