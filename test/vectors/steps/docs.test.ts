/** docs/trace-steps-modes.md and the code name the same steps. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../src/vectors/index.ts';
import { MORE } from '../../../src/vectors/steps/step.ts';
import { stepTrace } from '../../../src/vectors/steps/trace.ts';
import { DRAWN, requestFor, STEPPED } from './requests.ts';

/** Which operations a section is about. */
const SECTIONS: Readonly<Record<string, RegExp>> = {
  'Modes (SP 800-38A)': /^(aes|des|3des)-(ecb|cbc|cfb|ofb|ctr)-(encrypt|decrypt)$/,
  'Paddings (RFC 5652, ISO/IEC 9797-1, ANSI X9.23)': /pad$/,
  'GCM (SP 800-38D)': /gcm/,
  'RC4, and XOR with a repeated key': /^(rc4|xor)$/,
  'HMAC (FIPS 198-1)': /^hmac-\w+$/,
  'HKDF (RFC 5869)': /^hkdf/,
  'PBKDF2 (RFC 8018)': /^pbkdf2/,
  'TLS 1.2 (RFC 5246; RFC 7627), and the PRF of TLS 1.0 (RFC 2246)': /^tls/,
  'RSA (RFC 8017)': /^rsa/,
};

/** Any number or letter in brackets, and those of PBKDF2's T_i and U_c. */
function anyNumber(id: string): string {
  return id.replace(/(?<=[[(])(\d+|[a-z])(?=[\])])/g, '#').replace(/\b([TU])_\w+/g, '$1_#');
}

function sectionsOf(name: string): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const cells = section
          .split('\n')
          .flatMap((line) => (line.startsWith('| `') ? [line.split('|')[1]!] : []));
        const ids = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!));
        return [section.slice(0, section.indexOf('\n')), ids] as const;
      }),
  );
}

const modes = sectionsOf('trace-steps-modes.md');
const prefixes = new Set(modes.get('Steps inside of steps')!.map(anyNumber));
const elsewhere = new Set(
  ['trace-steps.md', 'trace-steps-rsa.md'].flatMap((name) =>
    [...sectionsOf(name).values()].flat().map(anyNumber),
  ),
);

function idsOf(op: string): string[] {
  const request = requestFor(op);
  const fields = op.startsWith('hmac') ? { ...request.fields, tagSize: 80 } : request.fields;
  const drawn = DRAWN[op];
  if (drawn) {
    const trace = stepTrace(request, new Map([[drawn.id, [drawn.value]]]))!;
    return [...trace].flatMap((step) => (step === MORE ? [] : [step.id]));
  }
  const all = stepsOf({ op, fields })!.map(({ id }) => id);
  // A key block of GCM has IVs in place of the MAC keys.
  return op === 'tls12-key-block' ? [...all, ...stepsOfGcm().map(({ id }) => id)] : all;
}

function stepsOfGcm() {
  const { op, fields } = requestFor('tls12-key-block');
  const trace = stepTrace({ op, fields: { ...fields, size: 40 } }, new Map([['client_write_IV', ['']]]))!;
  return [...trace].flatMap((step) => (step === MORE ? [] : [step]));
}

/** Documented with the explanations: under the whole name, or behind a prefix of the first table. */
function isElsewhere(id: string, used: Set<string>): boolean {
  if (elsewhere.has(id)) return true;
  for (let at = id.indexOf('.'); at >= 0; at = id.indexOf('.', at + 1)) {
    const prefix = id.slice(0, at + 1);
    if (prefixes.has(prefix) && elsewhere.has(id.slice(at + 1))) {
      used.add(prefix);
      return true;
    }
  }
  return false;
}

describe('docs/trace-steps-modes.md', () => {
  const used = new Set<string>();

  it('has a section for whatever has steps', () => {
    expect([...modes.keys()].slice(1)).toEqual(Object.keys(SECTIONS));
    const others = STEPPED.filter((op) => !Object.values(SECTIONS).some((pattern) => pattern.test(op)));
    expect(others.filter((op) => !/^(md5|sha\d.*|hmac-.*|.*-pkcs7-(en|de)crypt)$/.test(op))).toEqual([]);
  });

  it.each(Object.entries(SECTIONS))('%s: every name, and no other', (heading, pattern) => {
    const documented = new Set(modes.get(heading)!.map(anyNumber));
    const found = new Set(
      STEPPED.filter((op) => pattern.test(op))
        .flatMap(idsOf)
        .map(anyNumber),
    );
    const missing = [...found].filter((id) => !documented.has(id) && !isElsewhere(id, used));
    expect(missing).toEqual([]);
    expect([...documented].filter((id) => !found.has(id))).toEqual([]);
  });

  it('has no prefix but those that occur', () => {
    // The RSA page has the steps of these under their whole names.
    expect([...prefixes].filter((prefix) => !used.has(prefix))).toEqual(['c.', 'm.']);
  });
});
