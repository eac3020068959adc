/**
 * Chains that break one rule of RFC 5280, 4, in the spirit of x509-limbo: rules that hold always, those for strictness, and what
 * OpenSSL 3.0 was seen to say of the same files under -x509_strict.
 */
import { publicKeyOfPrivate } from '../../../src/keys/index.ts';
import { makeExtension, type ProfileRule, parseName } from '../../../src/x509/index.ts';
import { keyIdentifier } from '../../../src/x509/key-identifier.ts';
import type { Changes } from '../authority.ts';
import { INTERMEDIATE, NOW } from '../authority.ts';
import { BOB, dns, type Scenario, type Three, three } from './scenarios.ts';

export interface LimboCase extends Scenario {
  /** The rule that is named; `undefined` for another reason. */
  readonly rule?: ProfileRule;
  /** Without strictness: refused as well, or not. */
  readonly always: boolean;
}

const EMPTY = parseName('');
const critical = (...[value]: Parameters<typeof makeExtension>) => makeExtension(value, true);
const ID = new Uint8Array([1, 2, 3, 4]);
const more = (...extensions: NonNullable<Changes['more']>): Changes => ({ more: extensions });

const rule = (
  name: string,
  broken: ProfileRule,
  always: boolean,
  openssl: number,
  given: Three,
): LimboCase => {
  const { root, middle, leaf } = three(given);
  return {
    name: `limbo: ${name}`,
    leaf,
    options: {
      anchors: [root],
      intermediates: [middle],
      at: NOW,
      // Without names it is for no host at all.
      host: given.leaf?.names?.length === 0 ? undefined : 'bob.example',
      strict: true,
    },
    expected: 'profile',
    rule: broken,
    always,
    openssl,
    args: ['-x509_strict'],
  };
};

export const LIMBO: readonly LimboCase[] = [
  rule('name constraints in a leaf', 'name-constraints-without-ca', true, 0, {
    leaf: more(makeExtension({ kind: 'nameConstraints', permittedSubtrees: BOB })),
  }),
  rule('keyCertSign in a leaf', 'cert-sign-without-ca', false, 82, {
    leaf: more(makeExtension({ kind: 'keyUsage', usages: ['digitalSignature', 'keyCertSign'] })),
  }),
  rule('critical authorityKeyIdentifier', 'authority-key-identifier-critical', true, 34, {
    leaf: more(
      critical({
        kind: 'authorityKeyIdentifier',
        keyIdentifier: keyIdentifier(publicKeyOfPrivate(INTERMEDIATE.privateKey)),
      }),
    ),
  }),
  rule('critical subjectKeyIdentifier', 'subject-key-identifier-critical', true, 34, {
    leaf: more(critical({ kind: 'subjectKeyIdentifier', keyIdentifier: ID })),
  }),
  rule('names not critical beside an empty subject', 'alternative-names-not-critical', false, 88, {
    leaf: { subject: EMPTY, ...more(makeExtension({ kind: 'subjectAltName', names: BOB }, false)) },
  }),
  rule('leaf without authorityKeyIdentifier', 'no-authority-key-identifier', false, 85, {
    leaf: { without: ['authorityKeyIdentifier'] },
  }),
  rule('CA without subjectKeyIdentifier', 'no-subject-key-identifier', false, 86, {
    root: { without: ['subjectKeyIdentifier'] },
  }),
  rule('CA without keyUsage', 'ca-without-key-usage', false, 92, { root: { without: ['keyUsage'] } }),
  rule('basicConstraints of a root not critical', 'basic-constraints-not-critical', false, 89, {
    root: more(makeExtension({ kind: 'basicConstraints', cA: true }, false)),
  }),
  rule('empty subjectAltName', 'empty-alternative-names', false, 87, {
    leaf: { names: [], ...more(makeExtension({ kind: 'subjectAltName', names: [] })) },
  }),
  rule('leaf without subject and names', 'empty-subject', false, 84, {
    leaf: { subject: EMPTY, names: [], without: ['subjectAltName'] },
  }),
  rule('path length in a leaf', 'path-length-without-ca', false, 80, {
    leaf: more(makeExtension({ kind: 'basicConstraints', cA: false, pathLenConstraint: 0 })),
  }),
];

/** Names in a certificate that are not the host's, however they look like it. */
export const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['*', 'example'],
  ['*.', 'bob.example'],
  ['*.example', 'bob.example'],
  ['foo.*.example', 'foo.bar.example'],
  ['f*.bob.example', 'foo.bob.example'],
  ['*oo.bob.example', 'foo.bob.example'],
  ['*.bob.example', 'bob.example'],
  ['*.bob.example', 'a.b.bob.example'],
  ['*.*.example', 'a.b.example'],
  ['.bob.example', 'www.bob.example'],
  ['bob.example.', 'bob.example'],
  ['bob.example\0.evil.example', 'bob.example'],
  ['bob.example ', 'bob.example'],
  ['127.0.0.1', '127.0.0.1'],
];

export const named = (name: string) => three({ leaf: { names: [dns(name)] } });
