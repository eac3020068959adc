/**
 * The nouns of the command line, in learning order. Each is loaded only when it is asked for, so that
 * `crypto --help` costs no more than this list.
 */
import type { MessageKey } from '../trace/index.ts';
import type { Register } from './register.ts';

export interface Noun {
  readonly name: string;
  readonly summary: Extract<MessageKey, `cli.noun.${string}`>;
  /** Only listed by `crypto --help --all`. */
  readonly advanced?: true;
  readonly load: () => Promise<{ register: Register }>;
}

export const NOUNS: readonly Noun[] = [
  { name: 'demo', summary: 'cli.noun.demo', load: () => import('./commands/demo.ts') },
  { name: 'caesar', summary: 'cli.noun.caesar', load: () => import('./commands/caesar.ts') },
  { name: 'xor', summary: 'cli.noun.xor', load: () => import('./commands/xor.ts') },
  { name: 'des', summary: 'cli.noun.des', load: () => import('./commands/des.ts') },
  { name: '3des', summary: 'cli.noun.3des', load: () => import('./commands/triple-des.ts') },
  { name: 'aes', summary: 'cli.noun.aes', load: () => import('./commands/aes.ts') },
  { name: 'rc4', summary: 'cli.noun.rc4', load: () => import('./commands/rc4.ts') },
  { name: 'modes', summary: 'cli.noun.modes', load: () => import('./commands/modes.ts') },
  { name: 'image', summary: 'cli.noun.image', load: () => import('./commands/image.ts') },
  { name: 'hash', summary: 'cli.noun.hash', load: () => import('./commands/hash.ts') },
  { name: 'hmac', summary: 'cli.noun.hmac', load: () => import('./commands/hmac.ts') },
  { name: 'kdf', summary: 'cli.noun.kdf', advanced: true, load: () => import('./commands/kdf.ts') },
  { name: 'rsa', summary: 'cli.noun.rsa', load: () => import('./commands/rsa.ts') },
  { name: 'dh', summary: 'cli.noun.dh', load: () => import('./commands/dh.ts') },
  { name: 'ca', summary: 'cli.noun.ca', load: () => import('./commands/ca.ts') },
  { name: 'cert', summary: 'cli.noun.cert', load: () => import('./commands/cert.ts') },
  { name: 'message', summary: 'cli.noun.message', load: () => import('./commands/message.ts') },
  { name: 'tls', summary: 'cli.noun.tls', load: () => import('./commands/tls.ts') },
  { name: 'http', summary: 'cli.noun.http', load: () => import('./commands/http.ts') },
  { name: 'https', summary: 'cli.noun.https', load: () => import('./commands/https.ts') },
  { name: 'capture', summary: 'cli.noun.capture', load: () => import('./commands/capture.ts') },
  { name: 'tcp', summary: 'cli.noun.tcp', load: () => import('./commands/tcp.ts') },
  { name: 'udp', summary: 'cli.noun.udp', load: () => import('./commands/udp.ts') },
  { name: 'explain', summary: 'cli.noun.explain', load: () => import('./commands/explain.ts') },
  {
    name: 'assignment',
    summary: 'cli.noun.assignment',
    load: () => import('./commands/assignment.ts'),
  },
  { name: 'grade', summary: 'cli.noun.grade', load: () => import('./commands/grade.ts') },
  { name: 'bench', summary: 'cli.noun.bench', load: () => import('./commands/bench.ts') },
  { name: 'vectors', summary: 'cli.noun.vectors', load: () => import('./commands/vectors.ts') },
  { name: 'crosscheck', summary: 'cli.noun.crosscheck', load: () => import('./commands/crosscheck.ts') },
  {
    name: 'completion',
    summary: 'cli.noun.completion',
    advanced: true,
    load: () => import('./commands/completion.ts'),
  },
  { name: 'random', summary: 'cli.noun.random', advanced: true, load: () => import('./commands/random.ts') },
];
