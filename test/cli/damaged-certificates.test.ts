/** Whatever a certificate, request or list is made into, byte by byte: it is shown or refused, and nothing else happens. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDerTree } from '../../src/asn1/index.ts';
import { certificateJson, crlJson, requestJson } from '../../src/cli/commands/cert/certificate-json.ts';
import { certificateLines } from '../../src/cli/commands/cert/certificate-view.ts';
import { crlLines } from '../../src/cli/commands/cert/crl-view.ts';
import { elementNames } from '../../src/cli/commands/cert/element-names.ts';
import { chainAbove, forestOf } from '../../src/cli/commands/cert/forest.ts';
import { requestLines } from '../../src/cli/commands/cert/request-view.ts';
import { derJson, derLines } from '../../src/cli/der-view.ts';
import { openSession } from '../../src/cli/session.ts';
import { CryptoError } from '../../src/errors.ts';
import { explainCertificateChain } from '../../src/explain/index.ts';
import { parseCertificate, parseCertificates, parseCrl, parseRequest } from '../../src/x509/index.ts';
import { makeTestChain } from '../x509/authority.ts';
import { REAL_LEAF } from '../x509/real-chain.ts';

const { leaf, intermediate, root, crl, request } = makeTestChain();
const [real] = parseCertificates(REAL_LEAF);
const session = openSession(['--lang', 'en'], {});
const options = { all: false, now: new Date('2026-06-01T00:00:00Z') };

/** Nothing that a terminal obeys, and no line feed but those between lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
const OBEYED = /[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;

function expectLines(lines: readonly string[]): void {
  // One comparison for all of them: there are many.
  expect(lines.flatMap((text) => text.split('\n')).filter((line) => OBEYED.test(line))).toEqual([]);
}

/** Runs `show` for what `parse` makes of the bytes; whether that was anything. */
function attempt<T>(parse: () => T, show: (parsed: T) => void): boolean {
  try {
    show(parse());
    return true;
  } catch (error) {
    if (error instanceof CryptoError) return false;
    throw error;
  }
}

function showCertificate(der: Uint8Array): boolean {
  return attempt(
    () => parseCertificate(der),
    (certificate) => {
      expectLines(certificateLines(session, certificate, options));
      JSON.stringify(certificateJson(certificate));
    },
  );
}

function showElements(der: Uint8Array): boolean {
  return attempt(
    () => parseDerTree(der),
    (tree) => {
      const fieldAt = elementNames(der, tree);
      expectLines(derLines(session, tree, { fieldAt }));
      JSON.stringify(derJson(tree, fieldAt));
    },
  );
}

/** Each byte in turn made into another. */
function* damaged(der: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < der.length; at++) {
    yield der.with(at, der[at]! ^ 0x01);
    const other = at % 2 === 0 ? 0x1b : 0xff;
    if (der[at] !== other) yield der.with(at, other);
  }
}

function count(
  ders: Iterable<Uint8Array>,
  show: (der: Uint8Array) => boolean,
): { shown: number; refused: number } {
  const counts = { shown: 0, refused: 0 };
  for (const der of ders) counts[show(der) ? 'shown' : 'refused']++;
  return counts;
}

describe('damaged at any byte', () => {
  it.each([
    ['a certificate', leaf.der, showCertificate],
    ['a certificate of a real site', real!.der, showCertificate],
    ['its elements', real!.der, showElements],
    [
      'a list',
      crl.der,
      (der: Uint8Array) =>
        attempt(
          () => parseCrl(der),
          (list) => {
            expectLines(crlLines(session, list, options));
            JSON.stringify(crlJson(list));
          },
        ),
    ],
    [
      'a request',
      request.der,
      (der: Uint8Array) =>
        attempt(
          () => parseRequest(der),
          (asked) => {
            expectLines(requestLines(session, asked, options));
            JSON.stringify(requestJson(asked));
          },
        ),
    ],
  ])('%s is shown or refused', (_, der, show) => {
    const { shown, refused } = count(damaged(der), show);
    expect(shown).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
  });

  it('a certificate is explained and hung into a tree, and never verified', () => {
    let explained = 0;
    for (const der of damaged(leaf.der)) {
      attempt(
        () => parseCertificate(der),
        (certificate) => {
          explained++;
          const chain = chainAbove(certificate, [intermediate, root]);
          expect(explainCertificateChain(chain).output).not.toBe('verified');
          const [branch] = forestOf([certificate]);
          expect(branch!.link).not.toBe('root');
        },
      );
    }
    expect(explained).toBeGreaterThan(200);
  });

  it('by chance, in several places', () => {
    const places = fc.array(fc.tuple(fc.nat(real!.der.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(places, (changes) => {
        const der = Uint8Array.from(real!.der);
        for (const [at, value] of changes) der[at] = value;
        showCertificate(der);
        showElements(der);
      }),
      { numRuns: 300 },
    );
  });
});

describe('many certificates of one name', () => {
  it('cost little', () => {
    const same = Array.from({ length: 300 }, (_, i) => ({
      ...intermediate,
      issuer: intermediate.subject,
      der: Uint8Array.of(i >> 8, i & 255),
    }));
    const start = Date.now();
    const forest = forestOf(same);
    expect(forest).toHaveLength(300);
    expect(forest[0]!.link).toBe('not-signed');
    expect(Date.now() - start).toBeLessThan(10_000);
  });
});
