/** Scene 15: the content is hidden, the relationship is not. Scene 1 again, over HTTPS, with the same hacker on the line. */
import { concatAll, equalConstantTime, utf8 } from '../bytes/index.ts';
import { ALICE, BOB } from '../explain/net/line.ts';
import { viewOf } from '../explain/net/views.ts';
import { BANK, PASSWORD, runWeb, type WebLesson } from '../explain/net/web.ts';
import { encodeRequest } from '../net/http/encode.ts';
import { writePcapng } from '../net/index.ts';
import { CONTENT_TYPES } from '../tls/index.ts';
import { decryptWithKeyLog, type Recording } from '../tls/recording.ts';
import { asKey } from './authority.ts';
import { comeToTheLine, type OnTheLine, streamFrom, textOf } from './on-the-line.ts';
import { keyOf } from './rsa-keys.ts';
import { type Scene, type StoryDocument, step, traceOf, type World } from './scene.ts';

const NOTHING = new Uint8Array(0);

export function relationship({ random }: World): Scene {
  const draw = random.substream('scene15');
  const keys = { root: asKey(keyOf(random, 'root')), server: asKey(keyOf(random, 'bob')) };
  const visit = (name: string, alter: (payload: Uint8Array) => Uint8Array | undefined = () => undefined) => {
    const own = draw.substream(name);
    let hacker: OnTheLine | undefined;
    const told = runWeb({
      random: own,
      keys,
      onLine: (line) => {
        hacker = comeToTheLine(line, own.substream('hacker'), alter);
      },
    });
    return { told, hacker: hacker! };
  };

  // The hacker listens.
  const { told, hacker } = visit('listen');
  const recording = recordingOf(hacker);
  const overheard = textOf(concatAll(hacker.frames.map(({ frame }) => frame)));
  const secrets = [`password=${PASSWORD}`, told.cookie ?? '', 'GET /account', '<h1>'];
  const found = secrets.filter((secret) => overheard.includes(secret)).length;
  const clear = textOf(concatAll([recording.client, recording.server]));
  const certificate = textOf(told.certificate?.der ?? NOTHING);
  const showsCertificate = certificate !== '' && clear.includes(certificate);

  // He has opened the log-in page himself, and knows how long its record is.
  const own = serverData(recordingOf(visit('own').hacker));
  const seen = serverData(recording);
  const isUnique = seen.filter((length) => length === own[0]).length === 1;

  // He alters the page on its way, once he has counted up to it.
  let count = 0;
  const altered = visit('alter', (payload) => {
    if (payload[0] !== CONTENT_TYPES.application_data || ++count < 3) return undefined;
    const flipped = payload.slice();
    flipped[flipped.length - 1]! ^= 1;
    return flipped;
  });
  const shown = altered.told.exchanges[2]?.response.body ?? NOTHING;

  // Whoever has the key log opens the very same packets.
  const opened = decryptWithKeyLog(recording, told.keyLog);
  const isOpened = opened !== undefined && equalConstantTime(opened.client, requestsOf(told));
  const stranger = decryptWithKeyLog(recording, '');

  const form = told.frames.find(({ holds }) => holds.some(({ label }) => label === 'POST /login'));
  const steps = [
    step('alice.send', 'story.step.relation.send', {
      bytes: recording.client.length + recording.server.length,
    }),
    step('hacker.search', 'story.step.relation.search', {
      secrets: secrets.length,
      found,
      ciphertext: form?.packet.tcp?.payload ?? NOTHING,
    }),
    step('hacker.alter', shown.length > 0 ? 'story.step.relation.altered' : 'story.step.relation.refused', {
      ...(shown.length > 0 && { page: shown }),
    }),
    step('hacker.see', 'story.step.relation.see', { times: clear.split(BANK).length - 1 }),
    step('hacker.measure', isUnique ? 'story.step.relation.measure' : 'story.step.relation.unsure', {
      length: own[0] ?? 0,
    }),
    step('alice.open', isOpened ? 'story.step.relation.open' : 'story.step.relation.closed', {
      bytes: opened ? opened.client.length + opened.server.length : 0,
    }),
  ];
  return {
    number: 15,
    title: 'story.title.relation',
    trace: traceOf(15, steps, utf8(clear.includes(BANK) ? BANK : '')),
    attacks: [
      {
        attempt: 'story.attack.relationRead',
        succeeded: found > 0 || hacker.cookie !== undefined || stranger !== undefined,
        because: 'story.because.encrypted',
      },
      {
        attempt: 'story.attack.relationAlter',
        succeeded: shown.length > 0,
        because: 'story.because.recordTag',
      },
      {
        attempt: 'story.attack.relationName',
        succeeded: textOf(recording.client).includes(BANK) && showsCertificate,
        because: 'story.because.helloClear',
      },
      {
        attempt: 'story.attack.relationSize',
        succeeded: isUnique,
        because: 'story.because.lengthClear',
      },
    ],
    figures: [
      {
        kind: 'capture',
        caption: 'story.figure.capture',
        rows: isOpened ? captureRows(told) : [],
      },
    ],
    pictures: [],
    documents: documentsOf(hacker, told),
    learned: 'story.learned.relation',
    stillCan: 'story.still.relation',
  };
}

function recordingOf({ frames }: OnTheLine): Recording {
  return { client: streamFrom(frames, ALICE.address), server: streamFrom(frames, BOB.address) };
}

/** The lengths of the server's records of application data, from their headers alone. */
function serverData({ server }: Recording): number[] {
  const lengths: number[] = [];
  for (let at = 0; at + 5 <= server.length; ) {
    const length = server[at + 3]! * 256 + server[at + 4]!;
    if (server[at] === CONTENT_TYPES.application_data) lengths.push(length);
    at += 5 + length;
  }
  return lengths;
}

function requestsOf({ exchanges }: WebLesson): Uint8Array {
  return concatAll(exchanges.map(({ request }) => encodeRequest(request)));
}

/** The packets that carry something, read by the hacker and by whoever has the key log. */
function captureRows(told: WebLesson) {
  const inside = new Map(viewOf(told, 'alice').map((row) => [row.number, row]));
  return viewOf(told, 'hacker')
    .filter(({ number }) => (told.frames[number - 1]?.holds.length ?? 0) > 0)
    .map(({ number, from, bytes, reads }) => ({
      number,
      from: from === 'alice' ? ('alice' as const) : ('bank' as const),
      bytes,
      shut: reads,
      open: inside.get(number)?.reads ?? [],
    }));
}

function documentsOf({ frames: packets }: OnTheLine, { keyLog }: WebLesson): StoryDocument[] {
  return [
    {
      name: 'https.pcapng',
      about: 'story.document.https',
      content: writePcapng({ packets, interfaceName: BANK, secrets: keyLog }),
      secret: true,
    },
    {
      name: 'https-no-secrets.pcapng',
      about: 'story.document.httpsShut',
      content: writePcapng({ packets, interfaceName: BANK }),
    },
    { name: 'https-keys.log', about: 'story.document.httpsKeys', content: utf8(keyLog), secret: true },
  ];
}
