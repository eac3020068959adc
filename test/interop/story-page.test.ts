/** A browser shows the page of `crypto demo`: no policy of its own is broken, and the keys of a clicker turn the scenes in projection only. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/cli/session.ts';
import { storyPage } from '../../src/cli/story-page/page.ts';
import { seededRandom } from '../../src/random/index.ts';
import { SCENES } from '../../src/story/index.ts';
import { run } from '../cli/run-crypto.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { hasPeer } from './peer.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const program =
  NAMES.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0) ?? 'chromium';

/** Key by key: the key, whether the page took it, and which slide is shown. */
const PRESS = `<script>
const told = [];
const press = (key, shiftKey = false, target = document.body) => {
  const event = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true });
  const taken = !target.dispatchEvent(event);
  told.push([(shiftKey ? 'Shift ' : '') + key, taken, document.querySelector('.slide.current').id].join(','));
};
for (const key of ['PageDown', 'PageUp', ' ', 'P', 'PageDown', ' ', 'ArrowRight', 'PageUp']) press(key);
press(' ', true);
press(' ', false, document.getElementById('next'));
press('p');
document.body.dataset.told = told.join(';');
</script>`;

describe.skipIf(!hasPeer(program, ['--version']))(
  'the page of the story in chromium',
  { timeout: 60_000 },
  () => {
    const profile = openSandbox().folder('story-page');
    const random = seededRandom('page');
    const scenes = SCENES.filter(({ number }) => [2, 4, 13, 18].includes(number)).map((one) =>
      one.run({ random }),
    );
    const page = storyPage(openSession([], { LANG: 'en_US.UTF-8' }), { scenes, files: [], seed: 'page' });
    const shown = async (text: string) => {
      const file = join(profile, 'page.html');
      writeFileSync(file, text);
      const { stdout, stderr } = await run(
        program,
        [
          ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-dev-shm-usage'],
          ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
          ...[`--user-data-dir=${profile}`, '--enable-logging=stderr', '--virtual-time-budget=2000'],
          ...['--dump-dom', pathToFileURL(file).href],
        ],
        { cwd: profile, env: { HOME: profile } },
      );
      return { dom: stdout.toString(), stderr };
    };

    it('breaks no policy of its own', async () => {
      const { dom, stderr } = await shown(page);
      expect(dom).toContain('1 / 6');
      expect(stderr).not.toMatch(/CONSOLE|Content Security Policy|Refused/);
    });

    it('turns scenes by PageDown and Space in projection, and leaves them to scrolling otherwise', async () => {
      // The policy would not take the keys that are pressed here.
      const open = page.replace('http-equiv="Content-Security-Policy"', 'name="policy"');
      const { dom } = await shown(open.replace('</body>', `${PRESS}</body>`));
      expect(/data-told="([^"]*)"/.exec(dom)?.[1]?.split(';')).toEqual([
        'PageDown,false,start',
        'PageUp,false,start',
        ' ,false,start',
        'P,true,start',
        'PageDown,true,scene-2',
        ' ,true,scene-4',
        'ArrowRight,true,scene-13',
        'PageUp,true,scene-4',
        'Shift  ,true,scene-2',
        // A button has Space to itself.
        ' ,false,scene-2',
        'p,true,scene-2',
      ]);
    });
  },
);
