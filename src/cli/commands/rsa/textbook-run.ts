/** The work of `crypto rsa textbook`: a key, a message there and back, and why it comes back. */
import { CryptoError } from '../../../errors.ts';
import { bitLength, modInverse, modPow } from '../../../math/index.ts';
import type { Trace } from '../../../trace/index.ts';
import { type Base, numberText, wrappedNumber } from '../../numbers.ts';
import { columnsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { traceLines } from '../../walk-through.ts';
import { prose } from '../../wrap.ts';
import { type TextbookKey, type TextbookNumbers, textbookKey } from './textbook-key.ts';

export interface TextbookOptions extends TextbookNumbers {
  readonly m?: bigint | undefined;
  readonly c?: bigint | undefined;
  readonly hex?: true | undefined;
  readonly explain?: true | undefined;
}

/** Up to here a formula is shown with its numbers, not with letters alone. */
const SHORT_DIGITS = 20;

export async function runTextbook(session: Session, options: TextbookOptions): Promise<void> {
  const base: Base = options.hex ? 16 : 10;
  const key = textbookKey(session, options, base);
  const message = transport(session, key, options, base);
  session.note('rsa.weak.textbook');
  const traces = options.explain ? await powers(key, message) : undefined;
  const dPhi = key.primes && modInverse(key.e!, key.primes.phi);
  if (session.json) {
    const { p, q, phi, lambda, factored } = key.primes ?? {};
    const { m, c } = message;
    const numbers = decimals({ p, q, n: key.n, phi, lambda, e: key.e, d: key.d, dPhi, m, c });
    session.printJson({ ...numbers, ...(factored && { factored }), ...(traces && { traces }) });
    return;
  }
  session.print(keyLines(session, key, dPhi, base));
  const sent = messageLines(session, key, dPhi, message, base);
  if (sent !== '') session.print(`\n${sent}`);
  for (const [name, trace] of Object.entries(traces ?? {})) {
    session.print(`\n${name}\n${traceLines(session, trace).join('\n')}`);
  }
  if (key.primes && !traces?.textbook)
    session.print(`\n${prose(session.stdout, reason(session, key, base), 2)}`);
}

/** The whole of it where primes and message are known, else square and multiply for each power that was taken. */
async function powers({ n, e, d, primes }: TextbookKey, { m, c }: Message): Promise<Record<string, Trace>> {
  if (primes && e !== undefined && m !== undefined) {
    const { explainTextbook } = await import('../../../explain/rsa-textbook.ts');
    return { textbook: explainTextbook({ p: primes.p, q: primes.q, e, m }) };
  }
  const { explainModPow } = await import('../../../explain/rsa-mod-pow.ts');
  return {
    ...(m !== undefined && c !== undefined && e !== undefined && { 'c = m^e mod n': explainModPow(m, e, n) }),
    ...(c !== undefined && d !== undefined && { 'm = c^d mod n': explainModPow(c, d, n) }),
  };
}

interface Message {
  readonly m?: bigint;
  readonly c?: bigint;
  /** What comes out when c is decrypted. */
  readonly decrypted?: bigint;
}

/** Encrypts m, or decrypts c, as far as the exponents are known. */
function transport(
  session: Session,
  { n, e, d }: TextbookKey,
  { m, c }: TextbookOptions,
  base: Base,
): Message {
  for (const [name, value] of [
    ['--m', m],
    ['--c', c],
  ] as const) {
    if (value === undefined || value < n) continue;
    const values = { name, n: numberText(n, base), got: numberText(value, base) };
    throw new CryptoError('bad-argument', session.say('rsa.error.notBelowModulus', values));
  }
  if (m !== undefined && c !== undefined)
    throw new CryptoError('bad-argument', session.say('rsa.error.bothMessages'));
  if (m !== undefined) {
    if (e === undefined)
      throw new CryptoError('bad-argument', session.say('rsa.error.noExponentFor', { name: '--e' }));
    const sent = modPow(m, e, n);
    return { m, c: sent, ...(d !== undefined && { decrypted: modPow(sent, d, n) }) };
  }
  if (c === undefined) return {};
  if (d === undefined)
    throw new CryptoError('bad-argument', session.say('rsa.error.noExponentFor', { name: '--d' }));
  const decrypted = modPow(c, d, n);
  return { m: decrypted, c, decrypted };
}

function keyLines(session: Session, key: TextbookKey, dPhi: bigint | undefined, base: Base): string {
  const { n, e, d, primes } = key;
  const rows: [formula: string, remark: string, lines?: string][] = [];
  const row = (formula: string, value: bigint, remark = '') => {
    const [digits, lines] = wrappedNumber(value, base);
    rows.push([`${formula} =${digits}`, remark, lines]);
  };
  if (primes?.factored) rows.push([session.say('rsa.textbook.factored'), '']);
  if (primes) {
    row('p', primes.p, session.say('rsa.textbook.prime'));
    row('q', primes.q, session.say('rsa.textbook.prime'));
  }
  row(primes ? 'n = p·q' : 'n', n, session.say('rsa.textbook.modulus', { bits: bitLength(n) }));
  if (primes) {
    row('phi(n) = (p-1)(q-1)', primes.phi);
    row('lambda(n) = lcm(p-1, q-1)', primes.lambda);
  }
  if (e !== undefined) row('e', e, primes ? session.say('rsa.textbook.coprime') : '');
  if (primes && dPhi !== undefined) {
    const times = (dPhi - d!) / primes.lambda;
    row('d = e^-1 mod lambda(n)', d!, session.say('rsa.textbook.dLambda'));
    row(
      'd = e^-1 mod phi(n)',
      dPhi,
      times === 0n
        ? session.say('rsa.textbook.dSame')
        : session.say('rsa.textbook.dPhi', { times: numberText(times, base) }),
    );
  } else if (d !== undefined) row('d', d);
  if (!primes) rows.push([session.say('rsa.textbook.unknown'), '']);
  const width = Math.max(...rows.map(([formula]) => columnsOf(formula)).filter((columns) => columns <= 48));
  return rows
    .map(([formula, remark, lines = '']) =>
      remark === '' ? `${formula}${lines}` : `${formula.padEnd(width)}  ${remark}${lines}`,
    )
    .join('\n');
}

function messageLines(
  session: Session,
  { n, e, d }: TextbookKey,
  dPhi: bigint | undefined,
  { m, c, decrypted }: Message,
  base: Base,
): string {
  const power = (
    result: string,
    [x, letter]: [bigint, string],
    [y, exponent]: [bigint, string],
    value: bigint,
  ) => {
    const numbers = [x, y, n].map((number) => numberText(number, base));
    const inNumbers = numbers.every((text) => text.length <= SHORT_DIGITS)
      ? ` = ${numbers[0]}^${numbers[1]} mod ${numbers[2]}`
      : '';
    return `${result}${letter}^${exponent} mod n${inNumbers} =${wrappedNumber(value, base).join('')}`;
  };
  const lines: string[] = [];
  if (m !== undefined && c !== undefined && e !== undefined) {
    lines.push(session.say('rsa.textbook.encrypt', { power: power('c = ', [m, 'm'], [e, 'e'], c) }));
  }
  if (c !== undefined && d !== undefined && decrypted !== undefined) {
    lines.push(session.say('rsa.textbook.decrypt', { power: power('m = ', [c, 'c'], [d, 'd'], decrypted) }));
    if (dPhi !== undefined && dPhi !== d) {
      const other = power('', [c, 'c'], [dPhi, 'd'], modPow(c, dPhi, n));
      lines.push(session.say('rsa.textbook.otherD', { power: other }));
    }
  }
  return lines.join('\n');
}

/** Why m^(ed) = m, in the numbers of this key where they are short. */
function reason(session: Session, { n, e, d, primes }: TextbookKey, base: Base): string {
  const { p, q, lambda } = primes!;
  const times = (e! * d! - 1n) / lambda;
  const shown = (value: bigint) => numberText(value, base);
  if (shown(n).length > SHORT_DIGITS) return session.say('rsa.textbook.why');
  return session.say('rsa.textbook.whyNumbers', {
    e: shown(e!),
    d: shown(d!),
    product: shown(e! * d!),
    times: shown(times),
    lambda: shown(lambda),
    p: shown(p),
    q: shown(q),
    p1: shown(p - 1n),
    q1: shown(q - 1n),
  });
}

function decimals(numbers: Readonly<Record<string, bigint | undefined>>): Record<string, string> {
  const known = Object.entries(numbers).filter((entry): entry is [string, bigint] => entry[1] !== undefined);
  return Object.fromEntries(known.map(([name, value]) => [name, value.toString()]));
}
