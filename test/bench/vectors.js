/**
 * What running test vectors costs beside what is tested: 1,000 cases through a program in Python beside that program reading the
 * same lines from a file, and 10,000 short cases through our code beside the bare primitives.
 *
 * Ratios of a program above 0.5: it takes less than twice the time that it needs by itself.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aes } from '../../dist/block/index.js';
import { openProgram } from '../../dist/cli/exec/program.js';
import { encodeRequest } from '../../dist/cli/exec/protocol.js';
import { sha256 } from '../../dist/hash/index.js';
import { cbcEncrypt } from '../../dist/modes/index.js';
import { makeVectors, readVectors, runFile, scratchEngine } from '../../dist/vectors/index.js';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const texts = new Map();
for (const op of ['aes-ecb-encrypt', 'xor', 'aes-cbc-encrypt', 'sha256']) {
  texts.set(op, JSON.stringify(await makeVectors(op, { count: 100 })));
}

export const rows = [
  program('1,000 cases by aes.py', '../cli/grading/programs/aes.py', 'aes-ecb-encrypt'),
  program('1,000 cases by echo.py', './programs/echo.py', 'xor'),
  scratch('10,000 cases of aes-cbc', 'aes-cbc-encrypt', ({ key, iv, msg }) => cbcEncrypt(aes(key), iv, msg)),
  scratch('10,000 cases of sha256', 'sha256', ({ msg }) => sha256(msg)),
];

function program(name, path, op) {
  const file = made(op, 1000);
  const command = `python3 '${fileURLToPath(new URL(path, import.meta.url))}'`;
  const lines = join(folder, op);
  const requests = file.cases.map(({ checks: [{ request }] }, i) => encodeRequest(i + 1, request));
  writeFileSync(lines, requests.join(''));
  const ours = async () => {
    const engine = openProgram(command);
    const { results } = await runFile(file, engine);
    await engine.close();
    if (results.some(({ failure }) => failure?.got.kind === 'broken')) throw new Error(`${name}: no answer`);
  };
  const alone = () => spawnSync('/bin/sh', ['-c', `${command} <'${lines}' >/dev/null`]);
  return { name, ours, rival: { name: 'by itself', run: alone }, rounds: 5 };
}

function scratch(name, op, primitive) {
  const file = made(op, 10_000);
  const inputs = file.cases.map(({ checks: [{ request }] }) => request.fields);
  const ours = async () => {
    const { results } = await runFile(file, scratchEngine);
    if (results.some(({ status }) => status !== 'passed')) throw new Error(`${name}: not all are right`);
  };
  const bare = () => {
    for (const input of inputs) primitive(input);
  };
  return { name, ours, rival: { name: 'primitive', run: bare } };
}

/** One made case again and again would be kind to a program; these are a hundred. */
function made(op, count) {
  const [file] = readVectors([{ name: op, text: texts.get(op) }]);
  const cases = Array.from({ length: count }, (_, i) => file.cases[i % file.cases.length]);
  return { ...file, cases };
}
