/** The work of `crypto kdf`: derives a key and prints it, in hex unless it goes to a file. */
import { fromUtf8, toHex } from '../../bytes/index.ts';
import { HASHES, type Hash, type HashId } from '../../hash/index.ts';
import { hkdf, pbkdf2, tls12Prf } from '../../mac/index.ts';
import { withOptionNames } from '../option-names.ts';
import { parseBytes } from '../parse.ts';
import { type PipeOptions, runPipeFrom, unchanged } from '../pipeline.ts';
import type { Session } from '../session.ts';

/** Half of OWASP's lowest advice, that for SHA-512 (Password Storage Cheat Sheet). */
const FEW_ITERATIONS = 100_000;
/** NIST SP 800-132, 5.1: at least 128 bits. */
const SHORTEST_SALT = 16;

interface KdfOptions extends PipeOptions {
  readonly hash: HashId;
  /** In bytes; that of a digest where it is not given. */
  readonly length?: number | undefined;
}

export async function runHkdf(
  session: Session,
  options: KdfOptions & {
    readonly ikm: string;
    readonly salt?: string | undefined;
    readonly info?: string | undefined;
  },
): Promise<void> {
  const ikm = parseBytes(session, '--ikm', options.ikm);
  const salt = parseBytes(session, '--salt', options.salt ?? '');
  const info = parseBytes(session, '--info', options.info ?? '');
  const facts = { kdf: 'HKDF', salt: toHex(salt), info: toHex(info) };
  await printKey(session, options, facts, (hash, length) => hkdf(hash, ikm, salt, info, length));
}

export async function runPbkdf2(
  session: Session,
  options: KdfOptions & { readonly password: string; readonly salt: string; readonly iterations: number },
): Promise<void> {
  const { iterations } = options;
  const password = parseBytes(session, '--password', options.password);
  const salt = parseBytes(session, '--salt', options.salt);
  const facts = { kdf: 'PBKDF2', salt: toHex(salt), iterations };
  await printKey(session, options, facts, (hash, length) => pbkdf2(hash, password, salt, iterations, length));
  if (iterations < FEW_ITERATIONS) session.note('hash.weak.iterations', { iterations });
  if (salt.length < SHORTEST_SALT) {
    session.note('hash.weak.salt', { got: salt.length, least: SHORTEST_SALT });
  }
}

export async function runTls12Prf(
  session: Session,
  options: KdfOptions & { readonly secret: string; readonly label: string; readonly seed: string },
): Promise<void> {
  const secret = parseBytes(session, '--secret', options.secret);
  const label = fromUtf8(parseBytes(session, '--label', options.label));
  const seed = parseBytes(session, '--seed', options.seed);
  const facts = { kdf: 'TLS 1.2 PRF', label, seed: toHex(seed) };
  await printKey(session, options, facts, (hash, length) => tls12Prf(hash, secret, label, seed, length));
}

const NAMES = { length: '--length', label: '--label', iterations: '--iterations' };

async function printKey(
  session: Session,
  options: KdfOptions,
  facts: Readonly<Record<string, unknown>>,
  derive: (hash: Hash, length: number) => Uint8Array,
): Promise<void> {
  const hash = HASHES[options.hash];
  const key = withOptionNames(NAMES, () => derive(hash, options.length ?? hash.digestLength));
  const encoding = options.encoding ?? (options.output === undefined ? 'hex' : 'raw');
  const source = { name: 'key', size: key.length, chunks: [key] };
  await runPipeFrom(
    session,
    source,
    { ...options, encoding },
    {
      open: () => unchanged,
      facts: () => ({ ...facts, hash: hash.name }),
    },
  );
}
