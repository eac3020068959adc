/** `openssl asn1parse` sees the same elements at the same places. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type DerNode, parseDerTree, pemDecode } from '../../src/asn1/index.ts';
import { encodePkcs8, encodeSpki, publicKeyOfPrivate } from '../../src/keys/index.ts';
import { KEY_1024 } from '../rsa/keys.ts';
import { REAL_INTERMEDIATE, REAL_LEAF, REAL_ROOT } from '../x509/real-chain.ts';
import { hasPeer } from './peer.ts';

const key = { algorithm: 'rsa', rsa: KEY_1024 } as const;
const derOf = (pem: string) => pemDecode(pem)[0]!.der;

/** It does not open strings, and writes the names of tags and types its own way. */
function* seen(node: DerNode, depth = 0): Generator<string> {
  const form = node.tag & 0x20 ? 'cons' : 'prim';
  const name = node.tag & 0x80 ? `cont [ ${node.tag & 0x1f} ]` : node.name.replace('IDENTIFIER', '').trim();
  yield [node.offset, depth, node.headerLength, node.length, form, name].join(' ');
  if (node.tag & 0x20) for (const child of node.children) yield* seen(child, depth + 1);
}

function asn1parse(der: Uint8Array): string[] {
  const { stdout } = spawnSync('openssl', ['asn1parse', '-inform', 'DER'], { input: der, encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const fields =
        /^ *(\d+):d=(\d+) +hl=(\d+) l= *(\d+) (cons|prim): +(.*?) *(?::.*|\[HEX DUMP\].*)?$/.exec(line);
      const [, offset, depth, header, length, form, name = ''] = fields ?? [];
      return [offset, depth, header, length, form, NAMES[name] ?? name].join(' ');
    });
}

const NAMES: Readonly<Record<string, string>> = {
  OBJECT: 'OBJECT',
  PRINTABLESTRING: 'PrintableString',
  UTF8STRING: 'UTF8String',
  UTCTIME: 'UTCTime',
  GENERALIZEDTIME: 'GeneralizedTime',
};

describe.skipIf(!hasPeer('openssl'))('openssl asn1parse', () => {
  it.each([
    ['a leaf', derOf(REAL_LEAF)],
    ['an intermediate', derOf(REAL_INTERMEDIATE)],
    ['a root', derOf(REAL_ROOT)],
    ['a private key', encodePkcs8(key)],
    ['a public key', encodeSpki(publicKeyOfPrivate(key))],
  ])('agrees on %s', (_, der) => {
    const ours = [...seen(parseDerTree(der))];
    expect(ours.length).toBeGreaterThan(4);
    expect(ours).toEqual(asn1parse(der));
  });
});
