/** The work of `crypto rsa inspect`: every number of a key, under the name the standard gives it (RFC 8017, A.1). */
import { bitLength } from '../../../math/index.ts';
import type { RsaPrivateKey, RsaPublicKey } from '../../../rsa/index.ts';
import { numberBlock } from '../../numbers.ts';
import type { Session } from '../../session.ts';
import { readRsaKey } from './key.ts';

export interface InspectOptions {
  readonly decimal?: true | undefined;
  readonly passphrase?: string | undefined;
}

const FORMAT_NAMES = {
  'pkcs1-private': 'PKCS#1',
  'pkcs1-public': 'PKCS#1',
  pkcs8: 'PKCS#8',
  'encrypted-pkcs8': 'PKCS#8, PBES2',
  spki: 'SPKI',
  jwk: 'JWK',
} as const;

type NamedNumber = readonly [name: string, meaning: string, value: bigint];

export async function runInspect(
  session: Session,
  path: string | undefined,
  { decimal, passphrase }: InspectOptions,
): Promise<void> {
  const { file, rsa, pssOnly, restriction } = await readRsaKey(session, {
    key: path ?? '-',
    passphrase,
    lenient: true,
  });
  const numbers = numbersOf(session, rsa);
  const bits = bitLength(rsa.n);
  if (session.json) {
    session.printJson({
      kind: file.kind,
      form: file.form,
      encoding: file.encoding,
      bits,
      ...(pssOnly && { use: 'pss', ...(restriction && { restriction }) }),
      ...Object.fromEntries(numbers.map(([name, , value]) => [name, value.toString()])),
    });
    return;
  }
  const format = FORMAT_NAMES[file.form] + (file.form === 'jwk' ? '' : `, ${file.encoding.toUpperCase()}`);
  session.print(session.say(`rsa.inspect.${file.kind}`, { bits, format }));
  if (restriction) session.print(session.say('rsa.inspect.restricted', { ...restriction }));
  else if (pssOnly) session.print(session.say('rsa.inspect.pssOnly'));
  const width = Math.max(...numbers.map(([name]) => name.length));
  for (const [name, meaning, value] of numbers) {
    const { short, lines } = numberBlock(value, decimal ? 10 : 16);
    const said =
      short === undefined
        ? `${session.say('rsa.inspect.long', { meaning, bits: bitLength(value) })}\n${lines}`
        : session.say('rsa.inspect.short', { meaning, value: short });
    session.print(`${name.padEnd(width)}  ${said}`);
  }
}

function numbersOf(session: Session, key: RsaPublicKey | RsaPrivateKey): NamedNumber[] {
  const numbers: NamedNumber[] = (['n', 'e'] as const).map((name) => [
    name,
    session.say(`rsa.name.${name}`),
    key[name],
  ]);
  if (!('d' in key)) return numbers;
  numbers.push(['d', session.say('rsa.name.d'), key.d]);
  const { crt } = key;
  if (crt) {
    for (const name of ['p', 'q', 'dP', 'dQ', 'qInv'] as const) {
      numbers.push([name, session.say(`rsa.name.${name}`), crt[name]]);
    }
  }
  for (const [i, { r, d, t }] of (key.otherPrimes ?? []).entries()) {
    const number = i + 3;
    numbers.push(
      [`r${number}`, session.say('rsa.name.r', { number }), r],
      [`d${number}`, session.say('rsa.name.ri', { number }), d],
      [`t${number}`, session.say('rsa.name.t', { number }), t],
    );
  }
  return numbers;
}
