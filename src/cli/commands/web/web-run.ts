/** The work of `crypto http` and `crypto https`: one run from the URL to the page, told in one of its ways. */
import { excerpt } from '../../../bytes/index.ts';
import { CryptoError } from '../../../errors.ts';
import type { View } from '../../../explain/net/views.ts';
import { BANK, LOSSY, runWeb, type Scheme } from '../../../explain/net/web.ts';
import { seededRandom } from '../../../random/index.ts';
import { generateKey } from '../../../rsa/index.ts';
import { expectCapture, isCaptureOnly, writeCapture } from '../../net/capture-file.ts';
import { viewJson, webJson } from '../../net/web-json.ts';
import { layersText } from '../../net/web-layers.ts';
import { webText } from '../../net/web-text.ts';
import { viewText } from '../../net/web-view.ts';
import type { Session } from '../../session.ts';

export interface WebOptions {
  readonly lossy?: true | undefined;
  readonly all?: true | undefined;
  readonly view?: View | undefined;
  readonly layers?: true | undefined;
  readonly pcap?: string | undefined;
  readonly secrets?: boolean | undefined;
  readonly force?: true | undefined;
  readonly seed: string;
}

const KEY_BITS = 2048;

export async function runWebCommand(
  session: Session,
  scheme: Scheme,
  url: string,
  options: WebOptions,
): Promise<void> {
  const { pcap, force, view, layers, seed, secrets } = options;
  expectOneWay(session, options);
  const path = bankPath(session, scheme, url);
  await expectCapture(session, options);
  const random = seededRandom(seed);
  const newKey = (name: string) => {
    const rsa = generateKey(KEY_BITS, { random: random.substream(`key.${name}`) });
    return { algorithm: 'rsa', rsa } as const;
  };
  const lesson = runWeb({
    random,
    path,
    ...(scheme === 'https' ? { keys: { root: newKey('root'), server: newKey('server') } } : {}),
    ...(options.lossy ? { hazards: LOSSY } : {}),
  });
  const keyLog = secrets !== false && lesson.keyLog !== '' ? lesson.keyLog : undefined;
  await writeCapture(
    session,
    { pcap, force },
    lesson.frames.map(({ seen }) => seen),
    keyLog,
  );
  if (scheme === 'https') session.note('tls.demo.history');
  if (session.json) {
    session.printJson({
      ...webJson(lesson, { scheme, seed, url }),
      ...(view ? { view: viewJson(lesson, view) } : {}),
      ...(pcap === undefined ? {} : { pcap }),
    });
  } else if (isCaptureOnly(options)) return;
  else if (layers) session.print(layersText(session, lesson));
  else if (view) session.print(viewText(session, lesson, view));
  else session.print(webText(session, lesson, options.all === true));
  if (pcap !== undefined) {
    const open = lesson.secure ? (secrets === false ? 'Shut' : 'Open') : 'Clear';
    session.note(`web.pcap${open}`, { path: pcap });
  }
}

function expectOneWay(session: Session, { view, layers, all }: WebOptions): void {
  const ways = [...(view ? ['--view'] : []), ...(layers ? ['--layers'] : []), ...(all ? ['--all'] : [])];
  if (ways.length > 1) {
    throw new CryptoError('bad-argument', session.say('web.error.oneWay', { a: ways[0]!, b: ways[1]! }));
  }
}

/** The page wanted after the log-in. */
function bankPath(session: Session, scheme: Scheme, text: string): string {
  const url = text.length <= 1024 && URL.canParse(text) ? new URL(text) : undefined;
  const foreign = url?.protocol !== `${scheme}:` || url.host !== BANK || url.username + url.password !== '';
  if (!url || foreign) {
    throw new CryptoError(
      'bad-argument',
      session.say('web.error.url', { start: `${scheme}://${BANK}/`, got: excerpt(text) }),
    );
  }
  return url.pathname === '/' || url.pathname === '/login' ? '/account' : `${url.pathname}${url.search}`;
}
