/** A browser shows the page of `crypto tls demo --html`: as it stands in the file, and a link opens its message without a script. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/cli/session.ts';
import { handshakePage } from '../../src/cli/tls/demo-page/page.ts';
import { explainTlsHandshake } from '../../src/explain/index.ts';
import { run } from '../cli/run-crypto.ts';
import { openSandbox } from '../cli/sandbox.ts';
import { demoConversation } from '../explain/tls-conversation.ts';
import { hasPeer } from './peer.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const program =
  NAMES.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0) ?? 'chromium';

describe.skipIf(!hasPeer(program, ['--version']))('the page in chromium', { timeout: 60_000 }, () => {
  it('is complete, breaks no policy of its own, and opens the message that a link leads to', async () => {
    const profile = openSandbox().folder('page');
    const file = join(profile, 'page.html');
    const trace = explainTlsHandshake(demoConversation({}));
    writeFileSync(file, handshakePage(openSession([], {}), trace, 'word'));
    const { stdout, stderr } = await run(
      program,
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-dev-shm-usage'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
        ...[`--user-data-dir=${profile}`, '--enable-logging=stderr', '--virtual-time-budget=2000'],
        ...['--dump-dom', `${pathToFileURL(file)}#m7`],
      ],
      { cwd: profile, env: { HOME: profile } },
    );
    const shown = stdout.toString();
    expect(shown.match(/<details open=""[^>]*>/g)).toHaveLength(1);
    expect(shown).toMatch(/<details open=""><summary><span class="n">7<\/span><b>Finished<\/b>/);
    // One for each message, and one for each step of the derivation.
    const sections = trace.steps.filter(({ id }) => !id.startsWith('message[') || id.endsWith(']'));
    expect(shown.match(/<details/g)).toHaveLength(sections.length);
    expect(stderr).not.toMatch(/CONSOLE|Content Security Policy|Refused/);
  });
});
