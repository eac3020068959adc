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

/** Words of a drawing that stick out of it, and whether the page is wider than the screen. */
const MEASURE = `<script>
const out = [...document.querySelectorAll('svg.drawn text')].filter((text) => {
  const [word, whole] = [text.getBoundingClientRect(), text.closest('svg').getBoundingClientRect()];
  return word.left < whole.left - 1 || word.right > whole.right + 1;
});
const wide = document.documentElement.scrollWidth > innerWidth;
document.body.dataset.told = [innerWidth, wide, ...out.map((text) => text.textContent)].join(';');
</script>`;

describe.skipIf(!hasPeer(program, ['--version']))('the story in chromium', { timeout: 60_000 }, () => {
  const profile = openSandbox().folder('story-page');
  const random = seededRandom('page');
  const scenes = SCENES.filter(({ number }) => [0, 2, 13, 17, 18].includes(number)).map((one) =>
    one.run({ random }),
  );
  const page = storyPage(openSession([], { LANG: 'en_US.UTF-8' }), { scenes, files: [], seed: 'page' });
  const shown = async (text: string, size = '800,600') => {
    const file = join(profile, 'page.html');
    writeFileSync(file, text);
    const { stdout, stderr } = await run(
      program,
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-dev-shm-usage'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
        ...[`--user-data-dir=${profile}`, '--enable-logging=stderr', '--virtual-time-budget=2000'],
        ...[`--window-size=${size}`, '--dump-dom', pathToFileURL(file).href],
      ],
      { cwd: profile, env: { HOME: profile } },
    );
    return { dom: stdout.toString(), stderr };
  };

  // The page's policy would take no script but its own.
  const withScript = (script: string) =>
    page
      .replace('http-equiv="Content-Security-Policy"', 'name="policy"')
      .replace('</body>', `${script}</body>`);
  const told = (dom: string) => /data-told="([^"]*)"/.exec(dom)?.[1]?.split(';');

  it('breaks no policy of its own', async () => {
    const { dom, stderr } = await shown(page);
    expect(dom).toContain('1 / 7');
    expect(stderr).not.toMatch(/CONSOLE|Content Security Policy|Refused/);
  });

  it('turns scenes by PageDown and Space in projection, and leaves them to scrolling otherwise', async () => {
    expect(told((await shown(withScript(PRESS))).dom)).toEqual([
      'PageDown,false,start',
      'PageUp,false,start',
      ' ,false,start',
      'P,true,start',
      'PageDown,true,scene-0',
      ' ,true,scene-2',
      'ArrowRight,true,scene-13',
      'PageUp,true,scene-2',
      'Shift  ,true,scene-0',
      // A button has Space to itself.
      ' ,false,scene-0',
      'p,true,scene-0',
    ]);
  });

  it('has every word of a drawing within it, on a telephone as well', async () => {
    const [width, ...rest] = told((await shown(withScript(MEASURE), '390,844')).dom)!;
    expect(Number(width)).toBeLessThan(520);
    expect(rest).toEqual(['false']);
  });
});
