/** Scene 17: the weakest step comes before TLS. Alice types a name without https://, with HSTS and without, and the hacker strips it. */
import { fromUtf8, utf8 } from '../bytes/index.ts';
import type { HopScene } from '../explain/net/hops.ts';
import { type HstsPlan, runHsts } from '../explain/net/http-hsts.ts';
import { header } from '../net/http/message.ts';
import { asKey } from './authority.ts';
import { keyOf } from './rsa-keys.ts';
import { type Attack, type HopRow, type Keys, type Scene, step, traceOf, type World } from './scene.ts';

export function weakestStep({ random }: World): Scene {
  const draw = random.substream('scene17');
  const keys = { root: asKey(keyOf(random, 'root')), server: asKey(keyOf(random, 'bob')) };
  const visit = (name: string, plan: Pick<HstsPlan, 'visit' | 'hsts' | 'preload'>) =>
    runHsts({ ...plan, random: draw.substream(name), keys, hacker: true });
  const first = visit('first', { visit: 'first', hsts: true, preload: false });
  const never = visit('never', { visit: 'second', hsts: false, preload: false });
  const known = visit('known', { visit: 'second', hsts: true, preload: false });
  const preloaded = visit('preloaded', { visit: 'first', hsts: true, preload: true });

  const read = ({ facts }: typeof first) => utf8(facts.passwordRead ?? '');
  const steps = [
    step('alice.type', 'story.step.weakest.type'),
    step('hacker.strip', 'story.step.weakest.strip'),
    step('alice.login', 'story.step.weakest.login', {
      url: utf8(first.facts.addressBar),
      read: read(first),
      cookie: utf8(first.facts.cookieRead ?? ''),
    }),
    step('alice.again', 'story.step.weakest.again', { read: read(never) }),
    step('bank.demand', 'story.step.weakest.demand'),
    step('alice.known', 'story.step.weakest.known', {
      clear: known.facts.clearRequests,
      url: utf8(known.facts.addressBar),
    }),
    step('alice.preload', 'story.step.weakest.preload', { clear: preloaded.facts.clearRequests }),
  ];
  const attack = (attempt: Keys<'attack'>, { facts }: typeof first, because: Keys<'because'>): Attack => ({
    attempt,
    succeeded: facts.passwordRead !== null,
    because,
  });
  return {
    number: 17,
    title: 'story.title.weakest',
    trace: traceOf(17, steps, read(first)),
    attacks: [
      attack('story.attack.stripFirst', first, 'story.because.notYetKnown'),
      attack('story.attack.stripNever', never, 'story.because.neverKnown'),
      attack('story.attack.stripKnown', known, 'story.because.known'),
      attack('story.attack.stripPreload', preloaded, 'story.because.preloaded'),
    ],
    figures: [{ kind: 'hops', caption: 'story.figure.redirect', rows: hopRows(first) }],
    pictures: [],
    learned: 'story.learned.weakest',
    stillCan: 'story.still.weakest',
  };
}

/** Each message, where it leads, and what the form says. */
function hopRows({ hops }: HopScene): HopRow[] {
  return hops.flatMap((hop): HopRow[] => {
    if (hop.kind !== 'message') return [];
    const { from, to, secure, message } = hop;
    const isRequest = 'method' in message;
    const location = header(message, 'Location');
    return [
      {
        ...{ from, to, secure },
        label: isRequest ? `${message.method} ${message.target}` : `${message.status} ${message.reason}`,
        below: [
          ...(location === undefined ? [] : [`Location: ${location}`]),
          ...(isRequest && message.body.length > 0 ? [fromUtf8(message.body)] : []),
        ],
      },
    ];
  });
}
