/** Whatever `crypto http|https` prints fits into 80 columns on a terminal, in both languages; tables and ladders everywhere. */
import { describe, expect, it } from 'vitest';
import { layersText } from '../../../src/cli/net/web-layers.ts';
import { webText } from '../../../src/cli/net/web-text.ts';
import { viewText } from '../../../src/cli/net/web-view.ts';
import { columnsOf } from '../../../src/cli/render.ts';
import type { Session } from '../../../src/cli/session.ts';
import { VIEWS } from '../../../src/explain/net/views.ts';
import { LOSSY, runWeb } from '../../../src/explain/net/web.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { message } from '../../../src/trace/index.ts';
import { demoKeys } from '../../explain/tls-conversation.ts';

const keys = demoKeys();
const random = () => seededRandom('lecture');
const hazards = LOSSY;
const runs = {
  http: runWeb({ random: random() }),
  https: runWeb({ random: random(), keys }),
  lossy: runWeb({ random: random(), keys, hazards }),
};
const sessionOf = (lang: 'en' | 'zh') =>
  ({
    lang,
    color: false,
    stdout: { isTTY: true, columns: 80 },
    say: (key, ...values) => message(lang, key, ...values),
  }) as Pick<Session, 'lang' | 'color' | 'say'> as Session;

describe.each(['en', 'zh'] as const)('in %s', (lang) => {
  const session = sessionOf(lang);
  it.each(Object.entries(runs))('%s fits', (_, lesson) => {
    const texts = [
      webText(session, lesson, false),
      webText(session, lesson, true),
      layersText(session, lesson),
      ...VIEWS.map((view) => viewText(session, lesson, view)),
    ];
    const lines = texts.flatMap((text) => text.split('\n'));
    expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
  });

  it('a hidden record is named by its type, the only thing that its header tells', () => {
    const text = viewText(session, runs.https, 'hacker');
    expect(text).toContain('▒ TLS handshake, 40');
  });

  it('times are whole round trips on a clean line, and times on a bad one', () => {
    const heading = (lesson: typeof runs.https) =>
      webText(session, lesson, false)
        .split('\n')
        .find((line) => line.startsWith(`${message(lang, 'web.cost.phase')} `));
    expect(heading(runs.https)).toContain(message(lang, 'web.cost.trips'));
    expect(heading(runs.lossy)).toContain(message(lang, 'web.cost.times', { trip: '20' }));
  });
});
