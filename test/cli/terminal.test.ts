/** On a terminal, which util-linux's `script` plays: what is shown, what is refused, and the progress bar. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/cli/render.ts';
import { openSandbox } from './sandbox.ts';

const AES = '--key 000102030405060708090a0b0c0d0e0f --iv 000102030405060708090a0b0c0d0e0f';
const isThere = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');
if (process.env.CI && !isThere) throw new Error("expected util-linux's script, got none");

const sandbox = openSandbox();

/** What a terminal is sent, standard output and error together, and the status. */
async function onTerminal(command: string, cwd: string) {
  const { status, stdout } = await sandbox.bash(`script -qec '${command}' /dev/null < /dev/null`, cwd);
  return { status, text: stdout.toString().replaceAll('\r\n', '\n') };
}

describe.skipIf(!isThere)("on a terminal (skipped without util-linux's script)", () => {
  const cwd = isThere ? sandbox.folder('terminal') : '';
  if (isThere) {
    writeFileSync(join(cwd, 'in'), 'abc');
    writeFileSync(join(cwd, 'text'), '明文 text\n');
    writeFileSync(join(cwd, 'escape'), '\u001b[2J');
    writeFileSync(join(cwd, 'late'), Buffer.concat([Buffer.alloc(3 << 20, 'a'), Buffer.of(0x80, 0, 1)]));
  }
  const refusal = 'crypto: raw bytes would garble the terminal; add -o FILE, or --encoding hex\n';

  it.concurrent.for(['', '-o -', '-o /dev/stdout', '-o /dev/stderr', '-o /dev/tty'])(
    'raw bytes are refused (%s), and hex is shown',
    async (output) => {
      expect(await onTerminal(`crypto aes encrypt ${AES} in ${output}`, cwd)).toEqual({
        status: 2,
        text: refusal,
      });
      expect(await onTerminal(`crypto aes encrypt ${AES} --encoding hex in ${output}`, cwd)).toEqual({
        status: 0,
        text: 'e717d9be0bd90f750b58e38385f082ab\n',
      });
    },
  );

  it.concurrent('the demo waits for Enter between scenes, and no longer once its input has ended', async () => {
    const demo = 'crypto demo --scene 1,2,3 --lang en';
    const { status, text } = await onTerminal(`${demo} -o ended`, cwd);
    expect([status, text.match(/── Scene \d/g)?.length]).toEqual([0, 3]);
    const answered = await sandbox.bash(
      `(sleep 2; echo; sleep 2; echo; sleep 2) | script -qec '${demo} -o answered' /dev/null`,
      cwd,
    );
    expect(answered.stdout.toString().match(/Enter: next scene/g)).toHaveLength(2);
    expect(answered.stdout.toString()).toContain('Every attempt');
  });

  it.concurrent('the demo asks once the reader knows what it is about, and again what is no answer', async () => {
    const demo = 'crypto demo --scene 4 --ask --lang en -o asked';
    const { stdout } = await sandbox.bash(
      `(sleep 2; echo perhaps; sleep 1; echo y; sleep 1) | script -qec '${demo}' /dev/null`,
      cwd,
    );
    const text = stdout.toString().replaceAll('\r\n', '\n');
    const parts = ['under AES-128-ECB', 'Will it succeed? (y/n)', 'y or n?', 'Hacker', 'You foresaw 1 of 1:'];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it.concurrent('text is shown, of any language; control characters are not', async () => {
    const there = (file: string) => `crypto xor encrypt --key 01 ${file} -o ${file}.x --force 2> ${file}.log`;
    const back = (file: string) => `crypto xor decrypt --key 01 ${file}.x 2> ${file}.err`;
    expect(await onTerminal(`${there('text')}; ${back('text')}`, cwd)).toEqual({
      status: 0,
      text: '明文 text\n',
    });
    expect((await onTerminal(`${there('escape')}; ${back('escape')}`, cwd)).status).toBe(2);
  });

  it.concurrent('what turns out to be no text late is refused then', async () => {
    const command = `crypto aes encrypt ${AES} --mode ctr late -o late.ctr; crypto aes decrypt ${AES} --mode ctr late.ctr`;
    const { status, text } = await onTerminal(command, cwd);
    expect(status).toBe(2);
    expect(text.slice(-refusal.length - 10)).toBe(`${'a'.repeat(10)}${refusal}`);
  });

  it.concurrent('a standard input that is a terminal is announced', async () => {
    const { stdout } = await sandbox.bash(
      `(sleep 0.5; printf 'abc\\n\\004') | script -qec 'crypto rc4 encrypt --key text:Key --encoding hex' /dev/null`,
      cwd,
    );
    expect(stdout.toString()).toContain('crypto: reading from the terminal; end with Ctrl-D');
    expect(stdout.toString()).toMatch(/8afd14[\da-f]{2}/);
  });

  it.concurrent('a bar shows how far a long run is; none for a short one, nor into a pipe', async () => {
    writeFileSync(join(cwd, 'long'), new Uint8Array(20e6));
    // The reader keeps it waiting for more than a second after its start, which may be slow, then long enough for the bar to be drawn.
    const slow = '(sleep 3; head -c 5000000; sleep 1; cat) > /dev/null';
    const command = `crypto rc4 encrypt --key text:Key long | ${slow}`;
    const bar = /\d+ % \| \d+\/20 MB/;
    const [shown, hidden, short] = await Promise.all([
      onTerminal(command, cwd),
      sandbox.bash(command, cwd),
      onTerminal('crypto rc4 encrypt --key text:Key long -o /dev/null', cwd),
    ]);
    expect(shown.text).toMatch(bar);
    // Nobody would bring the cursor back after Ctrl-C.
    expect(shown.text).not.toContain('\u001b[?25l');
    // The remark alone, broken on the terminal only.
    expect(hidden.stderr).toMatch(/^crypto: RC4 [^\n]+\n$/);
    expect(short.text).toMatch(/^crypto: RC4 [^\n]+\n(?: {2}[^\n]+\n)?$/);
  });

  it.concurrent('the line of a search is taken away on Ctrl-C', async () => {
    // Pressed once the line is there.
    const shown = 'for i in {1..300}; do grep -q candidates shown && break; sleep 0.1; done';
    const keygen = `script -qefc 'crypto rsa keygen --bits 8192' /dev/null`;
    const command = `touch shown; (${shown}; printf '\\003'; sleep 0.5) | ${keygen} | tee shown`;
    const { stdout } = await sandbox.bash(command, cwd);
    expect(stdout.toString().replace('^C', '').endsWith(' candidates\r\u001b[K')).toBe(true);
  });

  it.concurrent('pictures show how far they are, step by step', async () => {
    writeFileSync(join(cwd, 'clear.ppm'), 'P6 3 2 255\nabcdefghijklmnopqr');
    const late = '(sleep 2; cat clear.ppm) | crypto image';
    const key = '--mode ecb --key 000102030405060708090a0b0c0d0e0f';
    const [encrypt, decrypt, compare, quick] = await Promise.all([
      onTerminal(`${late} encrypt ${key} -o there.png`, cwd),
      onTerminal(`${late} decrypt ${key} -o back.png`, cwd),
      onTerminal(`${late} compare - --modes ecb --seed 1 -o panels.png`, cwd),
      onTerminal(`crypto image encrypt clear.ppm ${key} -o quick.png`, cwd),
    ]);
    for (const { text } of [encrypt, decrypt]) expect(text).toMatch(/33 % \| 1\/3 steps/);
    expect(compare.text).toMatch(/25 % \| 1\/4 steps/);
    // What is said stands on lines of its own, before the bar.
    expect(encrypt.text).toMatch(/^crypto: ECB [^\n]+cbc or ctr\n/);
    expect(quick.text).not.toContain('steps');
  });

  it.concurrent('prose keeps to the width of the terminal, and to 100 columns', async () => {
    const intercept = 'crypto dh intercept --group toy353 --a 97 --b 233 --m 7';
    const widest = async (columns: number) => {
      const { text } = await onTerminal(`stty cols ${columns}; ${intercept} 2> /dev/null`, cwd);
      return Math.max(...text.split('\n').map(columnsOf));
    };
    for (const [columns, most] of [
      [60, 60],
      [80, 80],
      [240, 100],
    ] as const) {
      const taken = await widest(columns);
      expect(taken).toBeLessThanOrEqual(most);
      expect(taken).toBeGreaterThan(most - 15);
    }
  });

  it.concurrent('colours come with the terminal, and go with NO_COLOR', async () => {
    expect((await onTerminal('crypto modes flip --seed 1', cwd)).text).toContain('\u001b[31m');
    expect((await onTerminal('NO_COLOR=1 crypto modes flip --seed 1', cwd)).text).not.toContain('\u001b[');
  });
});
