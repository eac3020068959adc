/** Scene 1: clear text is a postcard. A request is read, its cookie used, and the answer altered. */
import { concat, fromUtf8, toHex, utf8 } from '../bytes/index.ts';
import { type Scene, step, traceOf, type World } from './scene.ts';

const ADVERTISEMENT = '<p>Win a phone! Click here.</p>';

export function postcard({ random }: World): Scene {
  const session = toHex(random.substream('scene1.session').bytes(8));
  const request = requestFor('bob', 100, session);
  const page = bank(request, session);

  const stolen = /session=(\w+)/.exec(fromUtf8(request))?.[1] ?? '';
  const forged = requestFor('hacker', 900, stolen);
  const answer = bank(forged, session);
  const altered = concat(page, utf8(ADVERTISEMENT));
  const seen = browser(altered);

  const steps = [
    step('alice.send', 'story.step.postcard.send', { request }),
    step('hacker.read', 'story.step.postcard.read', { cookie: stolen }),
    step('hacker.use', 'story.step.postcard.use', { request: forged }),
    step('bank.answer', 'story.step.postcard.answer', { answer }),
    step('hacker.insert', 'story.step.postcard.insert', { page: altered }),
    step('alice.see', 'story.step.postcard.see', { page: utf8(seen ?? '') }),
  ];
  return {
    number: 1,
    title: 'story.title.postcard',
    trace: traceOf(1, steps, utf8(stolen)),
    attacks: [
      { attempt: 'story.attack.readRequest', succeeded: stolen === session, because: 'story.because.clear' },
      {
        attempt: 'story.attack.useCookie',
        succeeded: fromUtf8(answer).includes('900'),
        because: 'story.because.clear',
      },
      {
        attempt: 'story.attack.insertAdvertisement',
        succeeded: seen?.includes(ADVERTISEMENT) === true,
        because: 'story.because.unchecked',
      },
    ],
    figures: [],
    pictures: [],
    learned: 'story.learned.postcard',
    stillCan: 'story.still.postcard',
  };
}

function requestFor(to: string, amount: number, session: string): Uint8Array {
  const lines = [
    `GET /pay?to=${to}&amount=${amount} HTTP/1.1`,
    'Host: bank.example',
    `Cookie: session=${session}`,
  ];
  return utf8(`${lines.join('\r\n')}\r\n\r\n`);
}

/** A bank that trusts whoever shows the cookie. */
function bank(request: Uint8Array, session: string): Uint8Array {
  const text = fromUtf8(request);
  if (!text.includes(`Cookie: session=${session}`)) return utf8('<p>Please log in.</p>');
  const [, to, amount] = /to=(\w+)&amount=(\d+)/.exec(text) ?? [];
  return utf8(`<p>Paid ${amount} to ${to}.</p>`);
}

/** Shows whatever comes, if it is a whole page: HTTP has nothing to hold it against. Nothing where it is not. */
function browser(page: Uint8Array): string | undefined {
  const text = fromUtf8(page);
  return /^(<p>[^<]*<\/p>)+$/.test(text) ? text : undefined;
}
