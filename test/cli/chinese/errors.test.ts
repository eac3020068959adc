/** Every error of the library that the command line can meet is said in Chinese from end to end. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { aes, des, type PaddingName, tripleDes, unpad } from '../../../src/block/index.ts';
import { fromBase64, fromHex, utf8 } from '../../../src/bytes/index.ts';
import {
  breakCaesar,
  breakRepeatingXor,
  createPad,
  createXor,
  dragCrib,
  xorReuse,
} from '../../../src/classical/index.ts';
import { chineseError } from '../../../src/cli/chinese/errors.ts';
import { createDecoder } from '../../../src/cli/io/text-encoding.ts';
import { selectOperations } from '../../../src/crosscheck/index.ts';
import { customDhGroup, dhGroup, dhShared } from '../../../src/dh/index.ts';
import { CryptoError } from '../../../src/errors.ts';
import { decodePicture, encodePicture } from '../../../src/image/index.ts';
import { factor, modInverse } from '../../../src/math/index.ts';
import {
  createDecryptor,
  createEncryptor,
  flipCiphertext,
  type ModeName,
  type ModeOptions,
} from '../../../src/modes/index.ts';
import { generateKey } from '../../../src/rsa/index.ts';
import { createRc4 } from '../../../src/stream/index.ts';

const SOURCE = fileURLToPath(new URL('../../../src/', import.meta.url));
const cipher = aes(new Uint8Array(16));
const iv = new Uint8Array(16);

/** Names of options, modes, paddings, formats, and of what the formats' own standards name. */
const NAMES = new Set(
  (
    'key iv nonce IV padding pad bits offset crib name mode aad AAD tagLength counter picture cookie ' +
    'ecb cbc cfb ofb ctr gcm aes des rc4 pkcs ansi x iso zero none A Z base RFC ' +
    'PNG JPEG BMP PPM Netpbm P GIF WebP TIFF HEIC AVIF PDF SVG Photoshop OS RLE IHDR IDAT IEND PLTE tRNS CRC zlib Adobe ' +
    'PRK extract iterations ASCII ' +
    'a encrypt format minKeyLength maxKeyLength top shift runs length bfOffBits biBitCount biSize bcWidth bcHeight biWidth biHeight ' +
    'biPlanes biCompression biSizeImage biClrUsed biClrImportant alpha ' +
    'PRIVATE KEY url keyLength PEM DER JWK SPKI BER PBES PBKDF PRF HMAC NULL INTEGER OBJECT IDENTIFIER SEQUENCE OCTET BIT STRING ' +
    'JSON RSASSA UTF DEK Info kty oth base BEGIN END bc openssl pkcs topk noout pubkey x algorithm rsa ' +
    'encryptedData maskGenAlgorithm trailerField oid unusedBits bytes der cbc none prf iterations maxBytes ' +
    'Date DER PEM CN Bob bob example IP O OU L ST C emailAddress ASCII CRL ' +
    'CMS S MIME SET data signedData envelopedData authEnvelopedData rsaEncryption rsaesOaep cms sign nodetach outform ' +
    'multipart signed application mime anySigner nonce ICVlen contentType keyEncryptionAlgorithm pSourceFunc ' +
    'TLS SSL ALPN CBC alert ProtocolName MAC HTTP hello keyUsage keyEncipherment ' +
    'offset iterationCount tagSize mgfSha sha privateKey node crypto op vectors make list count ' +
    'Wycheproof limbo CAVP ACVP primer ' +
    'YAML cases points tests course Classroom ' +
    'MAC EtherType IEEE TCP UDP IPv editcap c pcapng pcap tcpdump w Wireshark delay jitter reorderDelay loss duplicate reorder bitsPerSecond kind ' +
    'HTTP HTTPS URL Host GET Content Length Transfer Encoding chunked cookie Cookie Set Location token max age Strict Transport Security ' +
    'http https name value QDCOUNT ANCOUNT QTYPE CNAME IN code smuggling bank bytes frame Connection Upgrade ' +
    'RSA PKCS v OAEP PSS MGF SHA label salt n e d p q m c mod dP dQ qInv g'
  ).split(' '),
);

/** English words of a sentence that are no names; what is quoted came from outside. */
function leftover(chinese: string): string[] {
  const words =
    chinese.replace(/"[^"]*"|\b[a-z]+(?:_[a-z]+)+\b|0x[0-9a-f]+|（[^（）]*）$/g, ' ').match(/[A-Za-z]+/g) ??
    [];
  return words.filter((word) => !NAMES.has(word));
}

function messageOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof CryptoError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const encrypt = (options: ModeOptions, length = 0) => {
  const encryptor = createEncryptor(cipher, options);
  encryptor.update(new Uint8Array(length));
  return encryptor.final();
};
const decrypt = (options: ModeOptions, length: number) => {
  const decryptor = createDecryptor(cipher, options);
  decryptor.update(new Uint8Array(length));
  return decryptor.final();
};
const unpadded = (name: PaddingName, hex: string) => unpad(name, fromHex(hex), 4);
const decoded = (encoding: 'hex' | 'base64', text: string) => {
  const decoder = createDecoder(encoding, 'input')!;
  decoder.update(utf8(text));
  return decoder.final();
};

const DOT = { width: 1, height: 1, rgb: new Uint8Array(3), notes: [] };

describe('what the library says, in Chinese', () => {
  it.each<[string, () => unknown]>([
    ['key：应为 16、24 或 32 字节，却是 1 字节', () => aes(new Uint8Array(1))],
    ['key：应为 8 字节，却是 1 字节', () => des(new Uint8Array(1))],
    ['key：应为 16 或 24 字节，却是 1 字节', () => tripleDes(new Uint8Array(1))],
    ['key：应为 1 到 256 字节，却是 0 字节', () => createRc4(new Uint8Array(0))],
    ['key：应至少 1 字节，却是 0 字节', () => createXor(new Uint8Array(0))],

    ['iv：cbc 需要 16 字节，却是 1 字节', () => encrypt({ mode: 'cbc', iv: new Uint8Array(1) })],
    ['iv：cbc 需要 16 字节，却没有给出', () => encrypt({ mode: 'cbc' })],
    ['iv：gcm 需要至少 1 字节，最好 12 字节，却没有给出', () => encrypt({ mode: 'gcm' })],
    [
      'iv：gcm 需要至少 1 字节，最好 12 字节，却是 0 字节',
      () => encrypt({ mode: 'gcm', iv: new Uint8Array(0) }),
    ],
    ['iv：ecb 不用它，却给出了 16 字节', () => encrypt({ mode: 'ecb', iv })],
    [
      'padding：ctr 不限长度，不用填充 (padding)，却给出了 pkcs7',
      () => encrypt({ mode: 'ctr', iv, padding: 'pkcs7' }),
    ],
    ['aad：只有 gcm 用它，ctr 不用，却给出了 16 字节', () => encrypt({ mode: 'ctr', iv, aad: iv })],
    [
      'tagLength：只有 gcm 有认证标签，ctr 没有，却给出了 16',
      () => encrypt({ mode: 'ctr', iv, tagLength: 16 }),
    ],
    [
      'tagLength：应为 4、8、12、13、14、15 或 16 字节，却是 5 字节',
      () => encrypt({ mode: 'gcm', iv, tagLength: 5 as 4 }),
    ],
    ['mode：应为 ecb、cbc、cfb、ofb、ctr 或 gcm，却是 "xts"', () => encrypt({ mode: 'xts' as ModeName })],
    [
      'padding：应为 pkcs7、ansi-x923、iso-7816-4、zero 或 none，却是 "x"',
      () => encrypt({ mode: 'ecb', padding: 'x' as PaddingName }),
    ],
    [
      '消息：应为整数个 16 字节的块，却是 17 字节（多出 1）；请填充（pkcs7、ansi-x923、iso-7816-4 或 zero），或改用不限长度的模式（cfb、ofb、ctr 或 gcm）',
      () => encrypt({ mode: 'ecb', padding: 'none' }, 17),
    ],
    [
      '密文：应为整数个 16 字节的块，却是 17 字节（多出 1）；也许被截断了，也许加密时用了别的模式或写法',
      () => decrypt({ mode: 'ecb' }, 17),
    ],
    [
      '填充后的消息：应至少有一个 16 字节的块，却是 0 字节；pkcs7 总会添加至少一个字节',
      () => decrypt({ mode: 'ecb' }, 0),
    ],
    [
      'padding：应为 pkcs7，但末字节是 0x2c，不是 1 到 4 的长度；也许密钥、IV 或模式不对，也许用的是另一种填充',
      () => unpadded('pkcs7', '0000002c'),
    ],
    [
      'padding：应为 ansi-x923，但末字节所指的 3 个字节本应都是 0x00，其中却有 0x09；也许密钥、IV 或模式不对，也许用的是另一种填充',
      () => unpadded('ansi-x923', '00000903'),
    ],
    [
      'padding：应为 iso-7816-4，但最后一块全是 0，而它本应以 0x80 和若干个 0 结尾；也许密钥、IV 或模式不对，也许用的是另一种填充',
      () => unpadded('iso-7816-4', '00000000'),
    ],
    [
      'padding：应为 iso-7816-4，但最后一个非零字节是 0x07，而它本应是 0x80；也许密钥、IV 或模式不对，也许用的是另一种填充',
      () => unpadded('iso-7816-4', '00000700'),
    ],
    [
      '认证标签：不符；密钥、nonce、附加认证数据 (AAD) 或标签长度与加密时不同，或者数据被改动过',
      () => decrypt({ mode: 'gcm', iv }, 16),
    ],
    ['密文：至少应有认证标签的 16 字节，却只有 3 字节', () => decrypt({ mode: 'gcm', iv }, 3)],
    [
      'bits：应为 0 到 31，却是 99999',
      () => flipCiphertext(cipher, { mode: 'ctr', iv }, new Uint8Array(4), [99999]),
    ],

    ['--key：应为十六进制数字，却在位置 1 处遇到 "密"', () => fromHex('0密', '--key')],
    ['--key：十六进制数字的个数应为偶数，却是 3；每两个数字表示一个字节', () => fromHex('000', '--key')],
    ['--key：应为 base64，连同末尾的 =，却是 "a: b"', () => fromBase64('a: b', '--key')],
    ['输入：应为成对的十六进制数字，却在字节 2 处遇到 "密"', () => decoded('hex', '61密')],
    ['输入：十六进制数字应两两成对，却有 3 个', () => decoded('hex', '616')],
    ['输入：应为 base64，却在字节 1 处遇到 "!"', () => decoded('base64', 'a!')],
    ['输入：base64 连同末尾的 = 应每 4 个字符一组，却有 2 个', () => decoded('base64', 'aa')],

    [
      '密文：前 65536 个字节里至少应有一个 A 到 Z 的字母，却只有 1 个字节，一个字母也没有',
      () => breakCaesar(utf8('1')),
    ],
    ['密文：至少应有最短密钥的 1 字节，却只有 0 字节', () => breakRepeatingXor(new Uint8Array(0))],
    [
      'pad：至少应与消息一样长，共 2 字节，却只有 1 字节；更短的一次性密钥只好重复使用，那就成了循环密钥',
      () => createPad(new Uint8Array(1)).update(new Uint8Array(2)),
    ],
    [
      'crib：应为 1 到 2 字节，即两条消息共有的长度，却是 3 字节',
      () => dragCrib(new Uint8Array(2), new Uint8Array(3)),
    ],
    ['a：应至少 1 字节，却是 0 字节', () => xorReuse(new Uint8Array(0), iv)],

    ['指数：应为 3 到 2^15 - 1 的奇数，却更大；通常用 65537', () => generateKey(16, { exponent: 65537n })],
    ['a：应与模数互素，却有公约数 3', () => modInverse(6n, 9n)],
    ['bits：应为 16 到 8192，却是 8', () => generateKey(8)],
    ['n：至多 16384 比特，却有 20001 比特', () => factor(1n << 20000n)],
    ['对方的公开值：应为 2 到 p - 2 的公开值，却不是；请中止交换', () => dhShared(dhGroup('toy23'), 6n, 22n)],
    ['p：应为不小于 5 的素数，却不是', () => customDhGroup(21n, 5n)],

    ['图片：应为 PNG、JPEG、BMP 或 PPM，却是空文件', () => decodePicture(new Uint8Array(0))],
    ['图片：应为 PNG、JPEG、BMP 或 PPM，却是别的内容', () => decodePicture(utf8('text'))],
    ['图片：应为 PNG、JPEG、BMP 或 PPM，却是 GIF', () => decodePicture(utf8('GIF89a'))],
    ['图片：应为 PNG、JPEG、BMP 或 PPM，却是 SVG 或别的文本', () => decodePicture(utf8('<svg>'))],
    [
      'PNG IHDR 数据：字节 16 处应有 13 字节，到末尾却只有 4 字节',
      () => decodePicture(encodePicture(DOT, 'png').subarray(0, 20)),
    ],
    ['PPM 宽：字节 3 处应为数，却是别的内容', () => decodePicture(utf8('P6\nx'))],
    ['PPM 文件头：至多 50 百万像素，却是 99999 x 99999', () => decodePicture(utf8('P6 99999 99999 255 '))],
    [
      'PPM 数据：按文件头里的尺寸至少应有 12 字节，却只有 1 字节；文件被截断了',
      () => decodePicture(utf8('P6 2 2 255 a')),
    ],
    [
      'BMP 输出：应为不透明的图片，却带有透明通道 (alpha)；请改用 PNG',
      () => encodePicture({ ...DOT, alpha: new Uint8Array(1) }, 'bmp'),
    ],
  ])('%s', (chinese, attempt) => {
    expect(chineseError(messageOf(attempt))).toBe(chinese);
    expect(leftover(chinese)).toEqual([]);
  });

  it('names the operations of the cross-check', () => {
    const chinese = chineseError(messageOf(() => selectOperations('nope')))!;
    expect(chinese).toMatch(/^name：应为 [\w、-]+，或 aes-cbc-encrypt 这样的名字，却是 "nope"$/);
  });

  it('keeps the name of a file in front', () => {
    expect(chineseError('my: a.png: PNG: expected at most 65536 chunks')).toBe(
      'my：a.png：PNG：至多 65536 个数据块',
    );
  });

  it.each(['words', 'key: words', 'key: expected a miracle, got none', 'key：应为 8 字节'])(
    'leaves %j alone',
    (message) => {
      expect(chineseError(message)).toBeUndefined();
    },
  );
});

/** Only a program can make these mistakes, not what is typed at the command line. */
const FOR_PROGRAMS =
  /^(final|hash|cipher|blockSize|width|xor|vector|value|length|name: expected the name|nonce|options|em|emLen|emBits|k|ps|x|rounds|maxSteps|methods|group|date|at: expected a Date|text|conversation|tag: expected a string type)\b|expected a (Uint8Array|string|bigint)|of bigints, got/;

describe('every template of an error in the sources', () => {
  it.each(templates().filter((template) => !FOR_PROGRAMS.test(template)))('%s', (template) => {
    const known = fillings(template)
      .map(chineseError)
      .filter((chinese) => chinese !== undefined && leftover(chinese).length === 0);
    expect(known).not.toEqual([]);
  });
});

/** What stands in `new CryptoError(code, …)` and its kin, its pieces joined and its slots empty; bare slots are left out. */
function templates(): string[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !/^cli[\\/]/.test(file));
  const piece = String.raw`(?:\x60[^\x60]*\x60|'[^']*')`;
  const thrown = new RegExp(
    String.raw`new (?:Crypto|Tls|Certificate)(?:Error|Fault)\(\s*[^,]+,\s*(${piece}(?:\s*\+\s*${piece})*),?\s*\)`,
    'g',
  );
  return sources
    .flatMap((file) => [...readFileSync(join(SOURCE, file), 'utf8').matchAll(thrown)])
    .map(([, pieces = '']) =>
      pieces
        .replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '{}')
        .replace(/[`']\s*\+\s*[`']/g, '')
        .slice(1, -1),
    )
    .filter((template) => !template.startsWith('{}: {}'));
}

/** The template with every choice of values in its slots; the first is a name. */
function fillings(template: string): string[] {
  const [first = '', ...rest] = template.split('{}');
  const hint = 'it was cut, or made in another mode or encoding';
  const values = [
    '7',
    'cbc',
    'at least 1 byte, better 12',
    hint,
    'only zeros in the last block where 0x80 and zeros should end it',
  ];
  let texts = [first];
  for (const part of rest) texts = texts.flatMap((text) => values.map((value) => text + value + part));
  return texts;
}
