/** The work of `crypto rsa keygen`. Both files are opened before the search, and appear after it or not at all. */
import { resolve } from 'node:path';
import { fromUtf8, toHex } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { publicKeyOfPrivate } from '../../../keys/index.ts';
import { defaultExponent, type RsaPrivateKey } from '../../../rsa/index.ts';
import { isStdout } from '../../io/descriptor.ts';
import { openSink } from '../../io/output.ts';
import type { Sink } from '../../io/sink.ts';
import { parseNewPassphrase } from '../../key-file.ts';
import { expectKeyLook, PRIVATE_PERMISSIONS, privateKeyFile, publicKeyFile } from '../../key-output.ts';
import { seekKey } from '../../new-key.ts';
import { optionError } from '../../option-names.ts';
import type { Tried } from '../../prime-workers.ts';
import { openRandom } from '../../randomness.ts';
import type { Session } from '../../session.ts';
import { tellTrace } from '../../walk-through.ts';
import { remarkSize } from './key.ts';

export interface KeygenOptions {
  readonly bits: number;
  readonly exponent?: bigint | undefined;
  readonly format: 'pkcs8' | 'pkcs1' | 'jwk';
  readonly der?: true | undefined;
  readonly output?: string | undefined;
  readonly pub?: string | undefined;
  readonly force?: true | undefined;
  readonly passphrase?: string | undefined;
  readonly seed?: string | undefined;
  readonly explain?: true | undefined;
}

export async function runKeygen(session: Session, options: KeygenOptions): Promise<void> {
  const { bits, format, der, output, pub, force, seed } = options;
  const exponent = options.exponent ?? defaultExponent(bits);
  expectKeyLook(session, { format, der, '--passphrase': options.passphrase });
  expectTwoPlaces(session, options);
  const passphrase = parseNewPassphrase(session, '--passphrase', options.passphrase);
  const toJson = session.json && isStdout(output);
  const sinks: Sink[] = [];
  try {
    const open = async (path: string | undefined, permissions?: number) => {
      const sink = await openSink(session, { output: path, force, permissions });
      sinks.push(sink);
      return sink;
    };
    const privateSink = toJson ? undefined : await open(output, PRIVATE_PERMISSIONS);
    const publicSink = pub === undefined ? undefined : await open(pub);
    const random = openRandom(session, seed);
    const { key, tried } = await seekKey(session, { bits, exponent, seed });
    const privateKey = { algorithm: 'rsa', rsa: key } as const;
    const bytes = privateKeyFile(privateKey, format, { der, passphrase, random });
    await privateSink?.write(bytes);
    await publicSink?.write(publicKeyFile(publicKeyOfPrivate(privateKey), 'spki', { der }));
    for (const sink of sinks) await sink.commit();
    remarkSize(session, key);
    const trace = options.explain ? await explained(key, tried) : undefined;
    if (session.json) printJson(session, options, { key, bytes, exponent, trace });
    else if (trace) tellTrace(session, trace);
  } catch (error) {
    for (const sink of sinks) await sink.abort();
    throw optionError(error, { bits: '--bits', exponent: '--exponent' });
  }
}

async function explained(key: RsaPrivateKey, tried: Tried) {
  const { explainKeyGeneration } = await import('../../../explain/rsa-key-generation.ts');
  return explainKeyGeneration(key, tried);
}

/** `bad-argument` where both keys would go to one file, or to standard output. */
function expectTwoPlaces(session: Session, { output, pub }: KeygenOptions): void {
  if (pub === undefined) return;
  if (isStdout(pub) && (isStdout(output) || session.json)) {
    throw new CryptoError('bad-argument', session.say('rsa.error.twoOnStdout'));
  }
  if (output !== undefined && resolve(output) === resolve(pub)) {
    throw new CryptoError('bad-argument', session.say('rsa.error.sameFile'));
  }
}

interface Made {
  readonly key: RsaPrivateKey;
  readonly bytes: Uint8Array;
  readonly exponent: bigint;
  readonly trace: unknown;
}

function printJson(session: Session, options: KeygenOptions, { key, bytes, exponent, trace }: Made): void {
  const { output, bits, format, der = false, pub, seed } = options;
  const isText = !der;
  session.printJson({
    output: isStdout(output) ? toHex(bytes) : output,
    bytes: bytes.length,
    ...(isStdout(output) && isText && { text: fromUtf8(bytes) }),
    format,
    der,
    ...(pub !== undefined && { public: pub }),
    bits,
    e: exponent.toString(),
    n: key.n.toString(),
    secret: seed === undefined,
    ...(trace !== undefined && { trace }),
  });
}
