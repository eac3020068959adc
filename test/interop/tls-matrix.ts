/** What the tests of real peers go through: every suite, with and without the two extensions. */
import { type CipherSuite, type ClientConfig, type ServerConfig, SUITES } from '../../src/tls/index.ts';
import { IDENTITIES, root } from './tls-identities.ts';

export interface Combination {
  readonly suite: CipherSuite;
  readonly name: string;
  /** Whether we take part in extended_master_secret and in encrypt_then_mac. */
  readonly extendedMasterSecret: boolean;
  readonly encryptThenMac: boolean;
}

export function combinations(suites: readonly CipherSuite[]): Combination[] {
  const both = [true, false];
  return suites.flatMap((suite) =>
    both.flatMap((extendedMasterSecret) =>
      both.map((encryptThenMac) => {
        const extensions = [extendedMasterSecret && 'ems', encryptThenMac && 'etm']
          .filter(Boolean)
          .join(', ');
        const name = `${suite.name}${extensions && `, ${extensions}`}`;
        return { suite, name, extendedMasterSecret, encryptThenMac };
      }),
    ),
  );
}

/** 3DES and RC4 are no longer built into OpenSSL; NULL is. */
export const OPENSSL_SUITES = SUITES.filter(
  ({ cipher }) => cipher.cipher !== '3des' && cipher.kind !== 'stream',
);

const GNUTLS_CIPHERS = {
  'aes cbc 16': 'AES-128-CBC',
  'aes cbc 32': 'AES-256-CBC',
  'aes gcm 16': 'AES-128-GCM',
  'aes gcm 32': 'AES-256-GCM',
  '3des cbc 24': '3DES-CBC',
  'rc4 stream 16': 'ARCFOUR-128',
  'null null 0': 'NULL',
} as const;

/** A priority string with this one suite. */
export function gnutlsPriority({ cipher, mac }: CipherSuite, more = ''): string {
  const name = `${cipher.cipher} ${cipher.kind} ${cipher.keyLength}` as keyof typeof GNUTLS_CIPHERS;
  const macName = mac === undefined ? 'AEAD' : mac.name.replace('SHA-', 'SHA');
  return `NONE:+VERS-TLS1.2:+RSA:+${GNUTLS_CIPHERS[name]}:+${macName}:+SIGN-ALL:+COMP-NULL:+CTYPE-X509${more}`;
}

export const clientConfig = (changes: Partial<ClientConfig> = {}): ClientConfig => ({
  anchors: [root],
  host: 'localhost',
  ...changes,
});

export const serverConfig = (changes: Partial<ServerConfig> = {}): ServerConfig => ({
  ...IDENTITIES.good,
  ...changes,
});
