/** What key files can be blamed for, said in Chinese from end to end. */
import { describe, expect, it } from 'vitest';
import { openDer, pemDecode, pemEncode, readInteger, readOid } from '../../../src/asn1/index.ts';
import { fromHex, utf8 } from '../../../src/bytes/index.ts';
import { chineseError } from '../../../src/cli/chinese/errors.ts';
import { encodePkcs8, parsePrivateKey, parsePublicKey, toPem } from '../../../src/keys/index.ts';
import { KEY_1024 } from '../../rsa/keys.ts';

const der = encodePkcs8({ algorithm: 'rsa', rsa: KEY_1024 });
const pem = toPem('pkcs8', der);
const integer = (hex: string) => readInteger(openDer(fromHex(hex)), 'PKCS#1 modulus');

describe('what the readers of keys say, in Chinese', () => {
  it.each<[string, () => unknown]>([
    [
      '密钥文件：字节 1 处应为确定的长度，却是 80（不定长，只有 BER 允许）',
      () => parsePrivateKey(fromHex('3080')),
    ],
    ['密钥文件：字节 2 处应有 5 字节，到末尾却只有 1 字节', () => parsePrivateKey(fromHex('300502'))],
    [
      `密钥文件：应在字节 ${der.length} 处结束，却还有 1 字节`,
      () => parsePrivateKey(Buffer.concat([der, Buffer.of(0)])),
    ],
    ['PKCS#1 模数 n (modulus)：字节 0 处应为 INTEGER (02)，却是 30 (SEQUENCE)', () => integer('3000')],
    ['PKCS#1 模数 n (modulus)：字节 2 处应为写法最短的 INTEGER，却是 00 05', () => integer('02020005')],
    [
      'PKCS#1 模数 n (modulus)：字节 2 处应为至少一个字节的 INTEGER，却是一个字节也没有',
      () => integer('0200'),
    ],
    ['PKCS#1 模数 n (modulus)：字节 1 处应为写法最短的长度，却是 81 01', () => integer('02810105')],
    ['oid：字节 3 处应为写法最短的分量，却是 80', () => readOid(openDer(fromHex('06032a8001')), 'oid')],
    [
      'PEM 第 1 行：这一段应以 -----END X----- 结束，却是文件末尾',
      () => pemDecode('-----BEGIN X-----\nAAAA\n'),
    ],
    ['PEM 第 2 行：应为 base64，却是 "!"', () => pemDecode('-----BEGIN X-----\n!\n-----END X-----')],
    ['PEM：应为 PUBLIC KEY 或 RSA PUBLIC KEY，却是 PRIVATE KEY', () => parsePublicKey(pem)],
    [
      'PEM：应为 PUBLIC KEY 或 RSA PUBLIC KEY，却是 CERTIFICATE；用 openssl x509 -noout -pubkey 可取出其中的公钥',
      () => parsePublicKey(pemEncode('CERTIFICATE', der)),
    ],
    [
      '密钥文件：应为 PEM（其中有 -----BEGIN …----- 一行）、DER 或 JWK，却是空文件',
      () => parsePublicKey(new Uint8Array(0)),
    ],
    [
      'PEM：RSA PRIVATE KEY 之下应为 PKCS#1 私钥，里面却像是 PKCS#8 密钥，它的标签应是 PRIVATE KEY',
      () => parsePrivateKey(pemEncode('RSA PRIVATE KEY', der)),
    ],
    [
      '密钥文件：应为 PEM（其中有 -----BEGIN …----- 一行）、DER 或 JWK，却是 OpenSSH 公钥；用 ssh-keygen -e -m PKCS8 -f FILE 可改写它',
      () => parsePublicKey('ssh-rsa AAAAB3NzaC1yc2E= a@b'),
    ],
    ['密钥文件：应为公钥，却是私钥', () => parsePublicKey(der)],
    ['JWK：应为 JSON，却不是', () => parsePublicKey('{')],
    ['JWK kty：应为 "RSA"，却是 "EC"', () => parsePublicKey(utf8('{"kty":"EC"}'))],
    ['JWK n：应为 base64url，却没有', () => parsePublicKey('{"kty":"RSA"}')],
    [
      'RSA 密钥的 dP：应满足：e * dP = 1 mod (p - 1)，却不是；密钥已损坏',
      () =>
        parsePrivateKey(
          encodePkcs8({ algorithm: 'rsa', rsa: { ...KEY_1024, crt: { ...KEY_1024.crt!, dP: 5n } } }),
        ),
    ],
  ])('%s', (chinese, attempt) => {
    let message = '';
    try {
      attempt();
    } catch (error) {
      message = error instanceof Error ? error.message : '';
    }
    expect(chineseError(message), message).toBe(chinese);
  });
});
