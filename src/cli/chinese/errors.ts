/**
 * The library's error messages in Chinese.
 *
 * The library speaks English only. Here each of its sentences is recognised and said again, with what stood in its
 * slots; names of options, modes and formats stay as they are.
 */
import type { CryptoError } from '../../errors.ts';
import type { Session } from '../session.ts';
import { ASSIGNMENT_FINDINGS, ASSIGNMENT_NAMES, ASSIGNMENT_SENTENCES } from './assignment-errors.ts';
import { CMS_FINDINGS, CMS_NAMES, CMS_SENTENCES } from './cms-errors.ts';
import { EXPLAIN_SENTENCES } from './explain-errors.ts';
import { HASH_NAMES, HASH_SENTENCES } from './hash-errors.ts';
import { KEY_FINDINGS, KEY_NAMES, KEY_SENTENCES } from './key-errors.ts';
import { NET_NAMES, NET_SENTENCES } from './net-errors.ts';
import { PICTURE_NAMES, PICTURE_SENTENCES } from './picture-errors.ts';
import { RSA_NAMES, RSA_SENTENCES } from './rsa-errors.ts';
import { TLS_FINDINGS, TLS_NAMES, TLS_SENTENCES } from './tls-errors.ts';
import { VECTOR_FILE_FINDINGS, VECTOR_FILE_SENTENCES } from './vector-file-errors.ts';
import { VECTORS_NAMES, VECTORS_SENTENCES } from './vectors-errors.ts';
import { WEB_FINDINGS, WEB_NAMES, WEB_SENTENCES } from './web-errors.ts';
import { X509_FINDINGS, X509_NAMES, X509_SENTENCES } from './x509-errors.ts';

/** English templates and their Chinese; the first that fits is taken, so the special come before the general. */
export type Sentences = Readonly<Record<string, string>>;

/** What an error says in the language of the session; a sentence that is not known follows its kind of fault. */
export function errorText(session: Session, error: CryptoError): string {
  if (session.lang === 'en') return error.message;
  const chinese = chineseError(error.message);
  if (chinese !== undefined) return chinese;
  if (/[\u4e00-\u9fff]/.test(error.message)) return error.message;
  return `${session.say(`cli.code.${error.code}`)}：${error.message}`;
}

/** `key: expected 8 bytes, got 1`, perhaps with a file's name in front; undefined where the sentence is not known. */
export function chineseError(message: string): string | undefined {
  const at = message.indexOf(': ');
  if (at < 0) return undefined;
  const name = message.slice(0, at);
  const rest = message.slice(at + 2);
  const sentence = said(SENTENCES, rest);
  if (sentence !== undefined) return `${said(NAMES, name) ?? name}：${sentence}`;
  const inner = chineseError(rest);
  return inner === undefined ? undefined : `${name}：${inner}`;
}

/** The slots of a template are said in Chinese too where they hold a sentence or a list. */
function said(table: Sentences, text: string): string | undefined {
  for (const [english, chinese] of Object.entries(table)) {
    const match = patternOf(english).exec(text);
    if (!match) continue;
    const slots = match.groups ?? {};
    const filled = chinese.replace(/\{(\w+)\}/g, (_, slot: string) => {
      const value = slots[slot] ?? '';
      return said(FINDINGS, value) ?? listed(value);
    });
    return filled.replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '');
  }
  return undefined;
}

const patterns = new Map<string, RegExp>();

function patternOf(template: string): RegExp {
  const known = patterns.get(template);
  if (known) return known;
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(
    `^${escaped.replace(/\{(\w+)\}/g, (_, slot: string) => `(?<${slot}>${shapeOf(slot)})`)}$`,
    's',
  );
  patterns.set(template, pattern);
  return pattern;
}

/** Numbers and lists are told by their looks, so that a sentence that is not known is not half understood. */
function shapeOf(slot: string): string {
  if (/^(least|most|count|at|size|over|bits)$/.test(slot)) return String.raw`-?[\d.]+`;
  return /^(list|known|paddings|modes)$/.test(slot) ? LIST : '.+?';
}

/** As `orList` puts it. */
const LIST = String.raw`[\w-]+(?:, [\w-]+)*(?: or [\w-]+)?`;

/** "16, 24 or 32" as "16、24 或 32" */
function listed(value: string): string {
  if (!new RegExp(`^${LIST}$`).test(value)) return value;
  return value.replaceAll(', ', '、').replace(' or ', ' 或 ');
}

/** Names that are not those of an option. */
const NAMES: Sentences = {
  msg: '消息',
  ciphertext: '密文',
  sealed: '密文',
  'padded message': '填充后的消息',
  tag: '认证标签',
  input: '输入',
  ...ASSIGNMENT_NAMES,
  ...PICTURE_NAMES,
  ...HASH_NAMES,
  ...KEY_NAMES,
  ...RSA_NAMES,
  ...CMS_NAMES,
  ...NET_NAMES,
  ...WEB_NAMES,
  ...TLS_NAMES,
  ...X509_NAMES,
  ...VECTORS_NAMES,
};

/** What was found instead. */
const FINDINGS: Sentences = {
  ...WEB_FINDINGS,
  'the last byte {byte}, which is not a count from 1 to {most}': '末字节是 {byte}，不是 1 到 {most} 的长度',
  '{byte} among the {count} bytes that the last byte counts, where all should be {filler}':
    '末字节所指的 {count} 个字节本应都是 {filler}，其中却有 {byte}',
  'only zeros in the last block where 0x80 and zeros should end it':
    '最后一块全是 0，而它本应以 0x80 和若干个 0 结尾',
  '{byte} where 0x80 should be the last byte that is not zero': '最后一个非零字节是 {byte}，而它本应是 0x80',
  'method {number}': '方式 {number}',
  'an empty file': '空文件',
  'something else': '别的内容',
  'the end': '文件末尾',
  'HEIC, AVIF or a film': 'HEIC、AVIF 或影片',
  'SVG or another text': 'SVG 或别的文本',
  ...ASSIGNMENT_FINDINGS,
  ...KEY_FINDINGS,
  ...CMS_FINDINGS,
  ...X509_FINDINGS,
  ...TLS_FINDINGS,
  ...VECTOR_FILE_FINDINGS,
};

const SENTENCES: Sentences = {
  ...NET_SENTENCES,
  ...ASSIGNMENT_SENTENCES,
  'expected hex digits, 2 characters at a time, got {count} characters':
    '十六进制数字应两两成对，却有 {count} 个',
  'expected hex digits, 2 characters at a time, got {got} at byte {at}':
    '应为成对的十六进制数字，却在字节 {at} 处遇到 {got}',
  'expected base64 with its padding, 4 characters at a time, got {count} characters':
    'base64 连同末尾的 = 应每 4 个字符一组，却有 {count} 个',
  'expected base64 with its padding, 4 characters at a time, got {got} at byte {at}':
    '应为 base64，却在字节 {at} 处遇到 {got}',
  'expected hex digits, got {got} at position {at}': '应为十六进制数字，却在位置 {at} 处遇到 {got}',
  'expected an even number of hex digits, got {got}; two digits make one byte':
    '十六进制数字的个数应为偶数，却是 {got}；每两个数字表示一个字节',
  'expected base64 with its padding, got {got}': '应为 base64，连同末尾的 =，却是 {got}',

  '{mode} takes none, got {got} bytes': '{mode} 不用它，却给出了 {got} 字节',
  '{mode} expects at least 1 byte, better 12, got none': '{mode} 需要至少 1 字节，最好 12 字节，却没有给出',
  '{mode} expects at least 1 byte, better 12, got {got} bytes':
    '{mode} 需要至少 1 字节，最好 12 字节，却是 {got} 字节',
  '{mode} expects {count} bytes, got none': '{mode} 需要 {count} 字节，却没有给出',
  '{mode} expects {count} bytes, got {got} bytes': '{mode} 需要 {count} 字节，却是 {got} 字节',
  '{mode} takes any length and no padding, got {got}': '{mode} 不限长度，不用填充 (padding)，却给出了 {got}',
  'only gcm takes it, {mode} does not, got {got} bytes': '只有 gcm 用它，{mode} 不用，却给出了 {got} 字节',
  'only gcm has a tag, {mode} has not, got {got}': '只有 gcm 有认证标签，{mode} 没有，却给出了 {got}',
  'expected {list} for a picture, got {got}': '图片应用 {list}，却是 {got}',
  'expected {count} bytes for {mode}, got none': '{mode} 需要 {count} 字节，却没有给出',

  'expected whole blocks of {size} bytes, got {got} bytes ({over} over); pad it ({paddings}), or use a mode that takes any length ({modes})':
    '应为整数个 {size} 字节的块，却是 {got} 字节（多出 {over}）；请填充（{paddings}），或改用不限长度的模式（{modes}）',
  'expected whole blocks of {size} bytes, got {got} bytes ({over} over); it was cut, or made in another mode or encoding':
    '应为整数个 {size} 字节的块，却是 {got} 字节（多出 {over}）；也许被截断了，也许加密时用了别的模式或写法',
  'expected at least one block of {size} bytes, got 0 bytes; {padding} always adds a byte':
    '应至少有一个 {size} 字节的块，却是 0 字节；{padding} 总会添加至少一个字节',
  'expected {padding}, found {found}; the key, the IV or the mode may be wrong, or the padding another':
    '应为 {padding}，但{found}；也许密钥、IV 或模式不对，也许用的是另一种填充',

  'does not match; key, nonce, additional data or tag length differ, or the data was changed':
    '不符；密钥、nonce、附加认证数据 (AAD) 或标签长度与加密时不同，或者数据被改动过',
  'gcm takes at most {most} bytes, got {got}': 'gcm 最多处理 {most} 字节，却是 {got} 字节',
  'expected at least the {count} bytes of the tag, got {got} bytes':
    '至少应有认证标签的 {count} 字节，却只有 {got} 字节',
  'gcm takes a cipher with blocks of 16 bytes, got {got}':
    'gcm 只用于块长 16 字节的分组密码，却是 {got} 字节',

  'expected a length of at least {least}, that of the shortest key, got {got}':
    '至少应有最短密钥的 {least} 字节，却只有 {got} 字节',
  'expected at least one letter from A to Z in its first {count} bytes, got {got} bytes without any':
    '前 {count} 个字节里至少应有一个 A 到 Z 的字母，却只有 {got} 个字节，一个字母也没有',
  'expected at least the {count} bytes of the message, got {got}; a shorter pad would have to be reused, which makes it a repeating key':
    '至少应与消息一样长，共 {count} 字节，却只有 {got} 字节；更短的一次性密钥只好重复使用，那就成了循环密钥',
  'expected from 1 to {most} bytes, the common length of the messages, got {got}':
    '应为 1 到 {most} 字节，即两条消息共有的长度，却是 {got} 字节',
  'expected at least 1 byte, got 0': '应至少 1 字节，却是 0 字节',

  'expected {known}, or one like {example}, got {got}': '应为 {known}，或 {example} 这样的名字，却是 {got}',
  'expected a whole number from {least} to {most}, got {got}':
    '应为 {least} 到 {most} 之间的整数，却是 {got}',
  'expected a whole number of at least {least}, got {got}': '应为不小于 {least} 的整数，却是 {got}',
  'expected a whole number, got {got}': '应为整数，却是 {got}',
  'expected an integer from {least} up, got {got}': '应为不小于 {least} 的整数，却是 {got}',
  'expected a number of bytes from {least} up, got {got}': '字节数应为不小于 {least} 的整数，却是 {got}',
  'expected at most {most} bytes in one call, got {got}': '一次至多 {most} 字节，却是 {got} 字节',
  'RFC 6229 has no value for this key at {at}': 'RFC 6229 没有给出此密钥在 {at} 处的值',

  ...PICTURE_SENTENCES,
  ...HASH_SENTENCES,
  ...EXPLAIN_SENTENCES,
  ...VECTORS_SENTENCES,
  ...VECTOR_FILE_SENTENCES,
  ...CMS_SENTENCES,
  ...X509_SENTENCES,
  ...KEY_SENTENCES,
  ...RSA_SENTENCES,
  ...TLS_SENTENCES,

  'expected 1 to {most} bytes, got {got}': '应为 1 到 {most} 字节，却是 {got} 字节',
  'expected {list} bytes, got {got}': '应为 {list} 字节，却是 {got} 字节',
  'expected {least} to {most}, got {got}': '应为 {least} 到 {most}，却是 {got}',
  'expected {list}, got {got}': '应为 {list}，却是 {got}',
  ...WEB_SENTENCES,
};
