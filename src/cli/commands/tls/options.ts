/** What `crypto tls server` and `crypto tls client` share. */
import { Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { excerpt } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import { type CipherSuite, SUITES, suiteNamed } from '../../../tls/suites.ts';
import { listed } from '../../lists.ts';
import type { Session } from '../../session.ts';

/** The choice of protocols and extensions that both sides have. */
export interface OfferOptions {
  readonly suite?: readonly CipherSuite[] | undefined;
  readonly alpn?: readonly string[] | undefined;
  /** False with `--no-ems`. */
  readonly ems: boolean;
  readonly etm: boolean;
  readonly keylog?: string | undefined;
}

/** By the registry's names or OpenSSL's, several with commas or colons between, or the option again; best first. */
export function suiteOption(session: Session) {
  return new Option('--suite <names>', session.say('tls.opt.suite')).argParser<readonly CipherSuite[]>(
    (value, previous) => [
      ...(previous ?? []),
      ...value.split(/[,:]/).map((name) => parseSuite(session, name)),
    ],
  );
}

/** One of them. */
export function parseSuite(session: Session, name: string): CipherSuite {
  try {
    return suiteNamed(name.trim());
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    const choices = listed(
      session,
      SUITES.map(({ opensslName }) => opensslName),
    );
    throw new InvalidArgumentError(session.say('tls.error.suite', { choices, got: excerpt(name) }));
  }
}

/** A protocol's name has 1 to 255 bytes (RFC 7301, 3.1). */
export function alpnOption(session: Session) {
  return new Option('--alpn <names>', session.say('tls.opt.alpn')).argParser<readonly string[]>(
    (value, previous) => {
      const names = value.split(',').map((name) => name.trim());
      const wrong = names.find((name) => !/^[\x21-\x7e]{1,255}$/.test(name));
      if (wrong === undefined) return [...(previous ?? []), ...names];
      throw new InvalidArgumentError(session.say('tls.error.alpn', { got: excerpt(wrong) }));
    },
  );
}

/** Two authorities of examples do not stand in each other's way; a certificate for localhost. */
export function exampleServer(folder: string, port: number, more: string): readonly string[] {
  const files = `--cert ${folder}/issued/localhost-chain.pem --key ${folder}/issued/localhost-key.pem`;
  return [
    `crypto ca init ${folder} --subject "CN=Example Root" --seed example`,
    `crypto ca issue ${folder} --dns localhost --seed example`,
    `crypto tls server ${files} --port ${port} ${more} > ${folder}/log 2>&1 & until [ -s ${folder}/log ]; do sleep 0.1; done`,
  ];
}
