/** Scene 1: clear text is a postcard. Alice logs in over simulated TCP; her cookie is read and used, and the page altered on its way. */
import { concatAll, fromUtf8, toHex, utf8 } from '../bytes/index.ts';
import { BANK, PASSWORD, runWeb } from '../explain/net/web.ts';
import { parsePacket, writePcapng } from '../net/index.ts';
import { comeToTheLine, type OnTheLine, packed, textOf } from './on-the-line.ts';
import { type ChecksumRow, type Scene, step, traceOf, type World } from './scene.ts';

const ADVERTISEMENT = '<p>Win a phone! Click here.</p>';
const NOTHING = new Uint8Array(0);

export function postcard({ random }: World): Scene {
  const draw = random.substream('scene1');
  let hacker: OnTheLine | undefined;
  const told = runWeb({
    random: draw,
    onLine: (line) => {
      hacker = comeToTheLine(line, draw.substream('hacker'), withAdvertisement);
    },
  });
  const { cookie = '', answer = '', page, frames = [] } = hacker ?? {};
  const [, login, account] = told.exchanges;
  const shown = account?.response.body ?? NOTHING;
  const form = login?.request.body ?? NOTHING;
  const overheard = textOf(concatAll(frames.map(({ frame }) => frame)));
  const readsPassword = overheard.includes(`password=${PASSWORD}`);
  const hasRead = readsPassword && cookie !== '' && cookie === told.cookie;
  const rows = page ? checksums(page) : [];

  const steps = [
    step('alice.send', 'story.step.postcard.send', { segments: handshakeOf(told), form }),
    step('hacker.read', 'story.step.postcard.read', { cookie }),
    step('hacker.use', 'story.step.postcard.use'),
    step('bank.answer', 'story.step.postcard.answer', { answer: utf8(answer.split('\r\n\r\n')[1] ?? '') }),
    step('hacker.insert', 'story.step.postcard.insert', { bytes: ADVERTISEMENT.length }),
    step('alice.see', 'story.step.postcard.see', { page: shown }),
  ];
  return {
    number: 1,
    title: 'story.title.postcard',
    trace: traceOf(1, steps, utf8(cookie)),
    attacks: [
      { attempt: 'story.attack.readRequest', succeeded: hasRead, because: 'story.because.clear' },
      {
        attempt: 'story.attack.useCookie',
        succeeded: answer.startsWith('HTTP/1.1 200 '),
        because: 'story.because.cookieIsAlice',
      },
      {
        attempt: 'story.attack.insertAdvertisement',
        succeeded: fromUtf8(shown).includes(ADVERTISEMENT),
        because: 'story.because.sumAgain',
      },
    ],
    figures: [{ kind: 'checksums', caption: 'story.figure.checksums', rows }],
    pictures: [],
    documents: [
      {
        name: 'http.pcapng',
        about: 'story.document.http',
        content: writePcapng({ packets: frames, interfaceName: BANK }),
      },
    ],
    learned: 'story.learned.postcard',
    stillCan: 'story.still.postcard',
  };
}

/** Segments of TCP before the first byte of HTTP. */
function handshakeOf({ frames }: ReturnType<typeof runWeb>): number {
  return frames.filter(({ phase }) => phase === 'tcp').length;
}

/** The page with an advertisement behind its heading, and the length that HTTP gives made right again. */
function withAdvertisement(payload: Uint8Array): Uint8Array | undefined {
  const text = textOf(payload);
  const [head, body] = text.split('\r\n\r\n');
  if (!head?.startsWith('HTTP/1.1 200 ') || !body?.includes('</h1>')) return undefined;
  const altered = body.replace('</h1>', `</h1>${ADVERTISEMENT}`);
  return utf8(
    `${head.replace(/Content-Length: \d+/, `Content-Length: ${altered.length}`)}\r\n\r\n${altered}`,
  );
}

/** As the bank sent it; altered, with the checksum that it had; altered, with that computed anew. */
function checksums({ before, after }: NonNullable<OnTheLine['page']>): ChecksumRow[] {
  const careless = after.slice();
  careless.set(fieldOf(before), CHECKSUM);
  const row = (segment: ChecksumRow['segment'], frame: Uint8Array): ChecksumRow => {
    const packet = parsePacket(frame);
    return {
      segment,
      carried: toHex(fieldOf(frame)),
      computed: toHex(fieldOf(packed(packet, packet.tcp!))),
      taken: packet.tcp?.checksum === 'good',
    };
  };
  return [
    row('story.segment.sent', before),
    row('story.segment.careless', careless),
    row('story.segment.altered', after),
  ];
}

/** Where it is: after 14 bytes of Ethernet and 20 of IPv4, 16 into TCP's header. */
const CHECKSUM = 50;

function fieldOf(frame: Uint8Array): Uint8Array {
  return frame.subarray(CHECKSUM, CHECKSUM + 2);
}
