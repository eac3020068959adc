/** Programs that are odd at one question: it costs that one only, what went wrong is named, and nothing is left of them. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import { openProgram, type ProgramOptions } from '../../../src/cli/exec/program.ts';
import type { Answer } from '../../../src/vectors/index.ts';
import { said } from '../../../src/vectors/index.ts';
import { hasPeer } from '../../interop/peer.ts';
import { openSandbox } from '../sandbox.ts';

const hasPython = hasPeer('python3', ['--version']);
const ODD = `exec python3 '${join(import.meta.dirname, 'programs/odd.py')}'`;
const folder = openSandbox().folder('exec');

/** What each of `count` questions, the third of which is special, was answered: `right`, or what went wrong. */
async function ask(command: string, options: ProgramOptions = {}, count = 6): Promise<string[]> {
  const program = openProgram(command, { answerSeconds: 5, ...options });
  const questions = Array.from({ length: count }, (_, i) => `${String(i + 1).padStart(2, '0')}ab`);
  const answers = await Promise.all(
    questions.map((msg) =>
      program.answer({ op: 'xor', fields: { key: Uint8Array.of(0), msg: fromHex(msg) } }),
    ),
  );
  await program.close();
  return answers.map((answer, i) => inShort(answer, questions[i]!));
}

function inShort(answer: Answer, want: string): string {
  if (answer.kind === 'broken') return said('en', answer.fault);
  if (answer.kind !== 'output') return answer.kind;
  const got = Buffer.from(answer.output as Uint8Array).toString('hex');
  return got === want ? 'right' : `wrong: ${got}`;
}

const R = 'right';

describe.skipIf(!hasPython)('a program that is odd at the third question', { timeout: 60_000 }, () => {
  it.concurrent.each([
    ['exits', /^ended with status 0 before it answered$/],
    ['crashes', /^ended with status 1 before it answered: ValueError: the third$/],
    ['aborts', /^was ended by SIGSEGV before it answered$/],
    ['junk', /^printed a line that is no answer: "debug: here"/],
    ['only junk, then on', /^printed a line that is no answer: "debug: here"/],
    ['binary', /^printed a line that is no answer: "\ufffd \ufffd\{"/],
    ['deep', /^output: expected hex, two digits a byte, got \[…\]$/],
    ['deep id', /^answered with the id \[…\], expected 3$/],
    ['huge id', /^answered with the id null, expected 3$/],
    ['id as text', /^answered with the id "3", expected 3$/],
    ['id before', /^answered with the id 2, expected 3$/],
    ['id behind', /^answered with the id 4, expected 3$/],
    ['left out', /^answered with the id 4, expected 3$/],
    ['odd digits', /^output: expected hex, two digits a byte, got "abc"$/],
    ['true', /^output: expected hex, two digits a byte, got true$/],
    ['null', /^output: expected hex, two digits a byte, got null$/],
    ['nothing', /^answered without output, error or skip$/],
    ['no steps', /^steps: expected a list/],
    ['many steps', /^steps: expected at most 20000, got more$/],
    ['flood', /^printed more than 4 MiB without an answer$/],
    ['flood of lines', /^printed a line that is no answer: "x"/],
    ['flood of JSON', /^printed more than 4 MiB without an answer$/],
    ['closes its output', /^closed its output before it answered$/],
  ])('%s', async (mode, fault) => {
    const [a, b, third, ...others] = await ask(`${ODD} '${mode}'`);
    expect(third).toMatch(fault);
    expect([a, b, ...others]).toEqual([R, R, R, R, R]);
  });

  it.concurrent('hangs, and ignores a request to end', async () => {
    const [a, b, third, ...others] = await ask(`${ODD} hangs`, { answerSeconds: 1 });
    expect(third).toMatch(/^no answer within 1 s; does it flush/);
    expect([a, b, ...others]).toEqual([R, R, R, R, R]);
  });

  it.concurrent.each(['twice', 'upper', 'later first', 'blank lines', 'errors', 'child holds output'])(
    '%s: not wrong',
    async (mode) => {
      const before = performance.now();
      expect(await ask(`${ODD} '${mode}'`)).toEqual([R, R, R, R, R, R]);
      expect(performance.now() - before).toBeLessThan(20_000);
    },
  );

  it.concurrent('at the last question leaves it out, or answers it as another', async () => {
    const seconds = { answerSeconds: 1 };
    expect(await ask(`${ODD} 'left out'`, seconds, 3)).toEqual([R, R, expect.stringMatching(/^no answer/)]);
    expect(await ask(`${ODD} 'id before'`, seconds, 3)).toEqual([R, R, expect.stringMatching(/id 2, exp/)]);
    expect(await ask(`${ODD} 'left out'`, seconds, 4)).toEqual([R, R, expect.stringMatching(/id 4/), R]);
  });
});

describe('a program', { timeout: 60_000 }, () => {
  const lines = (line: string) => `while read -r line; do ${line}; done`;

  it.concurrent.each([
    ['no-such-program', /^could not be started: .*not found/],
    ['/', /^could not be started: .*(denied|directory)/i],
  ])('%s is not there: that is said of all', async (command, fault) => {
    for (const answer of await ask(command)) expect(answer).toMatch(fault);
  });

  it.concurrent('that was never there is not the same as one that has gone', async () => {
    const never = openProgram('no-such-program');
    await never.answer({ op: 'xor', fields: {} });
    expect(never.notStarted).toMatchObject({ say: 'exec.fault.notStarted' });
    const once = openProgram(`read line && echo '{"id":1,"output":"01ab"}'; exit 127`);
    const answers = await Promise.all([1, 2].map(() => once.answer({ op: 'xor', fields: {} })));
    expect(answers.map(({ kind }) => kind)).toEqual(['output', 'broken']);
    expect(once.notStarted).toBeUndefined();
    // It was there, and crashed: what it says the second time may be the second question.
    const crashed = openProgram('[ -e seen ] && read line && echo "$line" >&2 && exit 127; touch seen', {
      cwd: mkdtempSync(join(folder, 'crash-')),
    });
    await Promise.all([1, 2].map(() => crashed.answer({ op: 'xor', fields: {} })));
    expect(crashed.notStarted).toBeUndefined();
  });

  it.runIf(existsSync('/proc/self/status')).concurrent(
    'may take so much memory, together with what it starts, and write files so long',
    async () => {
      const bounds = { memoryMiB: 64, fileMiB: 1 };
      const hungry = `sh -c 'x=0123456789abcdef; while :; do x=$x$x; done'`;
      const [first] = await ask(`${hungry} & wait`, { bounds, answerSeconds: 60 }, 1);
      expect(first).toBe('took more than 64 MiB of memory');
      const file = join(folder, 'long');
      await ask(`head -c 9000000 /dev/zero >${file}; read line`, { bounds }, 1);
      expect(statSync(file).size).toBe(2 ** 20);
      expect(await ask(lines('echo abcd'), { bounds, answerSeconds: 2 }, 1)).toEqual([
        expect.stringMatching(/no answer: "abcd"/),
      ]);
    },
  );

  it.concurrent('whose ids are all the same is right once, and soon done', async () => {
    const before = performance.now();
    const [first, ...others] = await ask(lines(`echo '{"id":1,"output":"01ab"}'`), {}, 9);
    expect(first).toBe(R);
    expect(others).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((id) => `answered with the id 1, expected ${id}`));
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it.concurrent('that prints bare hex is not waited for', async () => {
    const before = performance.now();
    const answers = await ask(lines('echo abcd'), { answerSeconds: 20 });
    expect(answers).toEqual(Array(6).fill(expect.stringMatching(/no answer: "abcd"/)));
    expect(performance.now() - before).toBeLessThan(15_000);
  });

  it.concurrent('answers without reading, and without end: every question is answered all the same', async () => {
    const program = openProgram(`yes '{"id":1,"output":"00"}'`, { answerSeconds: 5 });
    const long = new Uint8Array(1 << 20);
    const asked = Array.from({ length: 6 }, () => program.answer({ op: 'sha256', fields: { msg: long } }));
    const answers = await Promise.all(asked);
    await program.close();
    expect(answers.map(({ kind }) => kind)).toEqual(['output', ...Array(5).fill('broken')]);
  });

  it.concurrent('is given up after three silences, or ten ends or floods, of an operation', async () => {
    const silent = await ask('cat >/dev/null', { answerSeconds: 0.2 });
    expect(silent.map((one) => one.slice(0, 9))).toEqual([
      ...Array(3).fill('no answer'),
      ...Array(3).fill('not asked'),
    ]);
    expect(silent[5]).toBe('not asked: xor failed 3 times in a row');
    for (const command of ['read line', 'yes | tr -d "\\n"', 'yes']) {
      const answers = await ask(command, {}, 12);
      expect(answers.findIndex((one) => one.startsWith('not asked'))).toBe(10);
    }
  });

  it.concurrent('has a time limit for everything', async () => {
    const answers = await ask(lines('sleep 1; echo'), { totalSeconds: 0.5 });
    expect(answers).toEqual(Array(6).fill('not asked: the 0.5 s for everything are over'));
  });

  it.concurrent('closes its input at once, or never reads it: no waiting for ever, however much is asked', async () => {
    const large = { op: 'xor', fields: { key: Uint8Array.of(0), msg: new Uint8Array(3e6) } };
    for (const command of ['exec <&-; sleep 60', 'sleep 60']) {
      const program = openProgram(command, { answerSeconds: 0.3 });
      const answers = await Promise.all([large, large, large, large].map((one) => program.answer(one)));
      expect(answers.map(({ kind }) => kind)).toEqual(Array(4).fill('broken'));
      await program.close();
    }
  });

  it.concurrent('gets large questions whole while it gives large answers', async () => {
    const program = openProgram(
      lines(`echo "{\\"id\\":\${line#*:}" | sed 's/,"op".*"msg":/,"output":/'`),
      {},
    );
    const msg = new Uint8Array(20_000).fill(7);
    const request = { op: 'xor', fields: { msg } };
    const answers = await Promise.all(Array.from({ length: 6 }, () => program.answer(request)));
    for (const answer of answers) expect(answer).toEqual({ kind: 'output', output: msg });
    await program.close();
  });
});

/** Whether something lives, and is not only waiting for its parent. */
function lives(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

async function until(met: () => boolean): Promise<void> {
  for (let i = 0; i < 800 && !met(); i++) await new Promise((resolve) => setTimeout(resolve, 25));
  expect(met()).toBe(true);
}

/** Leaves a process behind that has left the group, and writes its number to a file. */
const daemon = (file: string) =>
  `setsid sh -c 'echo $$ >${file}; exec sleep 60' & while read -r line; do echo '{"id":1,"output":"01ab"}'; done`;
const hasProc = existsSync('/proc/self/environ');

describe.skipIf(!hasProc)('nothing is left of a program', { timeout: 30_000 }, () => {
  const pidIn = (file: string) => Number(existsSync(file) ? readFileSync(file, 'utf8') : 0);

  it.concurrent('that left its group and holds the output, when it is closed', async () => {
    const file = join(folder, 'daemon');
    const program = openProgram(daemon(file));
    await program.answer({ op: 'xor', fields: {} });
    await until(() => pidIn(file) > 0);
    const before = performance.now();
    await program.close();
    expect(performance.now() - before).toBeLessThan(5000);
    expect(lives(pidIn(file))).toBe(false);
  });

  it.runIf(process.getuid?.() === 0).concurrent(
    'that runs as another user, without its environment',
    async () => {
      const file = '/proc/self/fd/2';
      const runAs = { uid: 1_987_654_321, gid: 1_987_654_321 };
      const command = `setsid env -i sleep 61 & while read -r line; do echo "{\\"id\\":1,\\"error\\":\\"$(id -u) $(id -G) $!\\"}"; done`;
      const program = openProgram(command, { cwd: '/', runAs });
      const answer = await program.answer({ op: 'xor', fields: { file } });
      const [, uid, groups, pid] =
        /^(\d+) (.*) (\d+)$/.exec(answer.kind === 'error' ? answer.error : '') ?? [];
      expect([uid, groups]).toEqual(['1987654321', '1987654321']);
      expect(lives(Number(pid))).toBe(true);
      await program.close();
      expect(lives(Number(pid))).toBe(false);
    },
  );

  it.concurrent.each(['SIGINT', 'SIGTERM'] as const)('when the runner ends by %s', async (signal) => {
    const file = join(folder, signal);
    const vectors = join(folder, `${signal}.json`);
    const tests = [{ tcId: 1, comment: '', key: '00', msg: '01', ct: '01', result: 'valid', flags: [] }];
    const group = { type: 'OperationTest', op: 'xor', source: '', tests };
    const head = { algorithm: 'xor', source: '', header: [], notes: {}, numberOfTests: 1 };
    writeFileSync(vectors, JSON.stringify({ ...head, testGroups: [group] }));
    const command = daemon(file).replace('echo \'{"id":1,"output":"01ab"}\'', 'sleep 60');
    const runner = spawn(
      process.execPath,
      ['bin/crypto.js', 'vectors', 'run', vectors, '--engine', `exec:${command}`],
      { stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => runner.once('exit', (_, by) => resolve(by)));
    await until(() => pidIn(file) > 0);
    runner.kill(signal);
    expect(await ended).toBe(signal);
    await until(() => !lives(pidIn(file)));
  });
});
