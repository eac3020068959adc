/** Certificates in files, for the tests of `crypto cert`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pemEncode, TAG } from '../../src/asn1/index.ts';
import { fromHex, utf8 } from '../../src/bytes/index.ts';
import { issueCrl, makeExtension, makeUnknownExtension } from '../../src/x509/index.ts';
import { certify, INTERMEDIATE, LEAF, makeTestChain, person, ROOT, VALIDITY } from '../x509/authority.ts';
import { REAL_INTERMEDIATE, REAL_LEAF, REAL_ROOT } from '../x509/real-chain.ts';

export const chain = makeTestChain();
const pem = ({ der }: { readonly der: Uint8Array }, label = 'CERTIFICATE') => pemEncode(label, der);

/** A name that would clear the screen, turn the writing direction and hide what follows it. */
const nastyText = 'bank.example\u001b[2J\u202e\u200b\u009b31m';
const nasty = certify(
  {
    ...LEAF,
    name: [
      [{ type: '2.5.4.3', value: { tag: TAG.utf8String, text: nastyText } }],
      [{ type: '2.5.4.10', value: { tag: TAG.utf8String, text: 'x'.repeat(5000) } }],
    ],
  },
  INTERMEDIATE,
  {
    names: [
      { kind: 'dNSName', value: 'a\u001b[31m.example\r\nDNS:bank.example' },
      { kind: 'dNSName', value: `${'long'.repeat(500)}.example` },
    ],
    more: [
      makeUnknownExtension('1.2.3.4', utf8('not DER at all \u001b[2J'), true),
      makeUnknownExtension('2.5.29.36', fromHex('3003800100'), false),
    ],
  },
);

/** Everything that is seldom seen. */
const rare = certify(person('CN=Rare CA'), ROOT, {
  profile: 'ca',
  pathLength: 2,
  by: chain.root,
  serialNumber: -5n,
  more: [
    makeExtension({
      kind: 'nameConstraints',
      permittedSubtrees: [
        { kind: 'dNSName', value: 'bob.example' },
        { kind: 'iPAddress', bytes: Uint8Array.of(192, 0, 2, 0, 255, 255, 255, 0) },
      ],
      excludedSubtrees: [{ kind: 'rfc822Name', value: '.evil.example' }],
    }),
    makeExtension({
      kind: 'cRLDistributionPoints',
      points: [
        {
          distributionPoint: {
            fullName: [{ kind: 'uniformResourceIdentifier', value: 'http://crl.example/ca.crl' }],
          },
          reasons: ['keyCompromise'],
          cRLIssuer: [{ kind: 'directoryName', name: ROOT.name }],
        },
      ],
    }),
    makeExtension({
      kind: 'authorityInfoAccess',
      descriptions: [
        {
          accessMethod: '1.3.6.1.5.5.7.48.1',
          accessLocation: { kind: 'uniformResourceIdentifier', value: 'http://ocsp.example' },
        },
      ],
    }),
  ],
});

const wide = certify(LEAF, INTERMEDIATE, {
  names: Array.from({ length: 100 }, (_, i) => ({ kind: 'dNSName', value: `n${i}.example` })),
});

const crl = issueCrl(
  {
    issuer: ROOT.name,
    thisUpdate: VALIDITY.notBefore,
    nextUpdate: VALIDITY.notAfter,
    revoked: [
      { serialNumber: 0x1234n, revocationDate: VALIDITY.notBefore, reason: 'keyCompromise' },
      { serialNumber: 2n, revocationDate: VALIDITY.notBefore },
    ],
    extensions: [makeExtension({ kind: 'cRLNumber', number: 7n })],
  },
  { privateKey: ROOT.privateKey },
);

/** Another CA of the same name, whose key signed nothing here. */
const impostor = certify(INTERMEDIATE, ROOT, {
  profile: 'ca',
  publicKey: chain.leaf.publicKey,
  by: chain.root,
});

/** DER to the last byte, but with a SET for the SEQUENCE of extensions. */
const odd = (() => {
  const { der } = chain.leaf;
  const extensions = der.findIndex(
    (octet, i) => octet === 0xa3 && der[i + 1] === 0x81 && der[i + 3] === 0x30,
  );
  return der.with(extensions + 3, 0x31);
})();

export function writeCertificates(cwd: string): void {
  const files: Record<string, string | Uint8Array> = {
    'real.pem': REAL_LEAF,
    'real-chain.pem': REAL_LEAF + REAL_INTERMEDIATE,
    'real-root.pem': REAL_ROOT,
    'leaf.pem': pem(chain.leaf),
    'leaf.der': chain.leaf.der,
    'intermediate.pem': pem(chain.intermediate),
    'root.pem': pem(chain.root),
    'chain.pem': pem(chain.leaf) + pem(chain.intermediate),
    'request.pem': pem(chain.request, 'CERTIFICATE REQUEST'),
    'request.der': chain.request.der,
    'crl.pem': pem(crl, 'X509 CRL'),
    'crl.der': crl.der,
    'mixed.pem': pem(chain.root) + pem(crl, 'X509 CRL') + pem(chain.request, 'CERTIFICATE REQUEST'),
    'nasty.pem': pem(nasty),
    'rare.pem': pem(rare),
    'wide.pem': pem(wide),
    'impostor.pem': pem(impostor),
    'cut.der': chain.leaf.der.subarray(0, 100),
    'cut.pem': pem({ der: chain.leaf.der.subarray(0, 100) }),
    'second-cut.pem': pem(chain.leaf) + pem({ der: chain.leaf.der.subarray(0, 100) }),
    'other.pem': pem({ der: Uint8Array.of(0x30, 0) }, 'PUBLIC KEY'),
    'odd.pem': pem({ der: odd }),
    'text.txt': 'hello\n',
    empty: '',
  };
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(cwd, name), contents);
}
