/** Rows of explain. */
import { utf8 } from '../../src/bytes/index.ts';
import * as explain from '../../src/explain/index.ts';
import { sha256 } from '../../src/hash/index.ts';
import { systemRandom } from '../../src/random/index.ts';
import { DEMO_SERVER, demoConversation, demoKeys } from '../explain/tls-conversation.ts';
import { KEY_1024 as privateKey } from '../rsa/keys.ts';
import { makeTestChain, NOW, testKey } from '../x509/authority.ts';
import { exported, type Row } from './row.ts';

const text = utf8('sixteen letters.');
const half = text.subarray(8);

export const explainRows: Row[] = exported(explain, {
  explainAes: { key: text, block: text },
  explainAesDecrypt: { key: text, block: text },
  explainDes: { key: half, block: half },
  explainDesDecrypt: { key: half, block: half },
  explainSha224: { msg: text },
  explainSha256: { msg: text },
  explainSha384: { msg: text },
  explainSha512: { msg: text },
  explainSha512_224: { msg: text },
  explainSha512_256: { msg: text },
  explainSha1: { msg: text },
  explainMd5: { msg: text },
  explainHmac: { hash: sha256, key: text, msg: text },
  explainModPow: { base: 2n, exponent: 3n, modulus: 5n },
  explainTextbook: { numbers: { p: 61n, q: 53n, e: 17n, m: 65n } },
  explainKeyGeneration: { privateKey },
  explainPkcs1Encrypt: { publicKey: privateKey, msg: text },
  explainOaepEncrypt: { publicKey: privateKey, msg: text },
  explainPkcs1Sign: { privateKey, hash: sha256, digest: sha256(text) },
  explainPssSign: { privateKey, hash: sha256, digest: sha256(text) },
  explainCertificateChain: { chain: [makeTestChain().leaf] },
  explainSeal: { content: text, parts: {} },
  explainOpen: { verdict: { valid: false, reason: 'not-signed', layers: [] } },
  explainTlsHandshake: { conversation: demoConversation({}) },
  makeTlsParties: { keys: demoKeys(), random: systemRandom, at: NOW },
  runTlsConversation: { client: {}, server: DEMO_SERVER, said: { request: text, response: text } },
  tlsFaultFacts: { name: 'expired' },
  runTlsFault: { name: 'expired', options: { keyOf: (role: string) => testKey(role) } },
  explainTls12Prf: { hash: sha256, secret: text, label: 'label', seed: text, length: 8 },
});
