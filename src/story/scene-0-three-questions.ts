/**
 * Scene 0: three questions. The way from a URL to a page, message by message, and what somebody on the line can do to each.
 *
 * Each message is what it carries and a checksum (RFC 1071), which is all that its receiver checks.
 */
import { concat, concatAll, fromUtf8, toHex, utf8 } from '../bytes/index.ts';
import { ipv4Bytes } from '../net/wire/address.ts';
import { internetChecksum } from '../net/wire/checksum.ts';
import type { RandomSource } from '../random/index.ts';
import { type Keys, type MapRow, type MapStop, type Scene, step, traceOf, type World } from './scene.ts';

interface Letter {
  readonly from: MapStop;
  readonly to: MapStop;
  readonly carries: Keys<'map'>;
  readonly body: Uint8Array;
  /** What the hacker looks for in it. */
  readonly matter: Uint8Array;
}

const HOST = utf8('bank.example');
const ADDRESS = ipv4Bytes('198.51.100.20');
const PAGE = utf8('<p>You have 100 euros.</p>');

export function threeQuestions({ random }: World): Scene {
  const draw = random.substream('scene0');
  const cookie = toHex(draw.substream('cookie').bytes(8));
  const letters = wayToThePage(draw, cookie);
  const tried = letters.map((letter) => ({ letter, gaps: gapsOf(letter) }));
  const count = (question: keyof MapRow['gaps']) => tried.filter(({ gaps }) => gaps[question]).length;
  const messages = letters.length;
  const overheard = fromUtf8(concatAll(letters.map(sealed)).filter((byte) => byte < 0x80));
  const steps = [
    step('alice.type', 'story.step.questions.type', { messages }),
    step('hacker.read', 'story.step.questions.read', {
      messages,
      found: count('read'),
      cookie: /session=([\da-f]+)/.exec(overheard)?.[1] ?? '',
    }),
    step('hacker.change', 'story.step.questions.change', { messages, accepted: count('change') }),
    step('hacker.pose', 'story.step.questions.pose', { messages, accepted: count('who') }),
  ];
  const rows = tried.map(({ letter: { from, to, carries }, gaps }): MapRow => ({ from, to, carries, gaps }));
  return {
    number: 0,
    title: 'story.title.questions',
    trace: traceOf(0, steps, utf8(cookie)),
    attacks: [],
    figures: [{ kind: 'map', caption: 'story.figure.map', rows }],
    pictures: [],
    learned: 'story.learned.questions',
    stillCan: 'story.still.questions',
  };
}

/** A name is looked up, TCP confirms two numbers, HTTP asks and answers; of each message what tells its story. */
function wayToThePage(draw: RandomSource, cookie: string): Letter[] {
  const [hers, its] = [draw.substream('alice').bytes(4), draw.substream('bank').bytes(4)];
  const request = utf8(
    `GET /account HTTP/1.1\r\nHost: ${fromUtf8(HOST)}\r\nCookie: session=${cookie}\r\n\r\n`,
  );
  const out = { from: 'alice', to: 'bank' } as const;
  const back = { from: 'bank', to: 'alice' } as const;
  return [
    { from: 'alice', to: 'resolver', carries: 'story.map.ask', body: HOST, matter: HOST },
    {
      ...{ from: 'resolver', to: 'alice', carries: 'story.map.address' },
      ...{ body: concat(HOST, ADDRESS), matter: ADDRESS },
    },
    { ...out, carries: 'story.map.syn', body: hers, matter: hers },
    { ...back, carries: 'story.map.synAck', body: concat(its, hers), matter: its },
    { ...out, carries: 'story.map.ack', body: concat(hers, its), matter: its },
    { ...out, carries: 'story.map.request', body: request, matter: utf8(cookie) },
    { ...back, carries: 'story.map.page', body: PAGE, matter: PAGE },
  ];
}

/** What the hacker gets out of a message, and what its receiver takes from him. */
function gapsOf(letter: Letter): MapRow['gaps'] {
  const wire = sealed(letter);
  const at = indexOf(wire, letter.matter);
  const altered = letter.body.slice();
  if (at >= 0) altered[at]! ^= 1;
  // In its name he says what he likes; nobody has given him a key, and nobody asks for one.
  const own = letter.body.map((byte) => byte ^ 2);
  return { read: at >= 0, change: isTaken(sealed({ body: altered })), who: isTaken(sealed({ body: own })) };
}

/** As it is sent: the checksum goes behind it. */
function sealed({ body }: Pick<Letter, 'body'>): Uint8Array {
  const sum = internetChecksum(body);
  return concat(body, Uint8Array.of(sum >> 8, sum & 0xff));
}

/** The receiver's only check. */
function isTaken(wire: Uint8Array): boolean {
  const sum = internetChecksum(wire.subarray(0, -2));
  return wire.at(-2) === sum >> 8 && wire.at(-1) === (sum & 0xff);
}

function indexOf(bytes: Uint8Array, part: Uint8Array): number {
  const at = toHex(bytes).indexOf(toHex(part));
  return at < 0 ? at : at >> 1;
}
