/** What a client or a server cannot begin with: mistakes of the program that asks for it. */
import { utf8 } from '../../bytes/index.ts';
import { CryptoError, expectText, kindOf } from '../../errors.ts';
import { createDecrypter, publicKeyOfPrivate } from '../../keys/index.ts';
import { findExtension, parseHost } from '../../x509/index.ts';
import type { ClientConfig, ServerConfig } from '../machine.ts';

/** Throws `bad-argument`. */
export function expectClientConfig(config: ClientConfig): void {
  expectCommon(config);
  if (config.host !== undefined) parseHost(config.host);
  const { serverName } = config;
  if (serverName === undefined || serverName === false) return;
  expectText('serverName', serverName);
  if (/^[\x21-\x7e]{1,255}$/.test(serverName)) return;
  throw new CryptoError(
    'bad-argument',
    `serverName: expected a host name such as bob.example, got ${JSON.stringify(serverName)}`,
  );
}

/** Throws `bad-argument`, and `unsupported` for a key that cannot decrypt. */
export function expectServerConfig(config: ServerConfig): void {
  expectCommon(config);
  const { certificates, privateKey } = config;
  const [leaf] = Array.isArray(certificates) ? certificates : [];
  if (!leaf) {
    throw new CryptoError(
      'bad-argument',
      'certificates: expected that of the server, and those above it, got none',
    );
  }
  createDecrypter(privateKey);
  const own = publicKeyOfPrivate(privateKey);
  const { publicKey } = leaf;
  if (own.algorithm !== 'rsa' || publicKey.algorithm !== 'rsa' || own.rsa.n !== publicKey.rsa.n) {
    throw new CryptoError(
      'bad-argument',
      'privateKey: expected the key of the first certificate, got another; the server’s own certificate comes first',
    );
  }
  const usages = findExtension(leaf.extensions, 'keyUsage')?.usages;
  if (usages && !usages.includes('keyEncipherment')) {
    throw new CryptoError(
      'bad-argument',
      `certificates: expected keyEncipherment in keyUsage, as RSA key exchange needs it, got ${usages.join(', ')}`,
    );
  }
}

function expectCommon(config: ClientConfig | ServerConfig): void {
  if (typeof config !== 'object' || config === null) {
    throw new CryptoError('bad-argument', `config: expected an object, got ${kindOf(config)}`);
  }
  const { suites, alpn = [] } = config;
  if (suites?.length === 0) {
    throw new CryptoError('bad-argument', 'suites: expected at least one, got none');
  }
  for (const protocol of alpn) {
    expectText('alpn', protocol);
    const { length } = utf8(protocol);
    if (length >= 1 && length <= 255) continue;
    throw new CryptoError('bad-argument', `alpn: expected a name of 1 to 255 bytes, got ${length}`);
  }
}
