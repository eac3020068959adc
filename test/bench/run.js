/**
 * Our speed beside that of established libraries: `npm run bench`, or `npm run bench -- gcm` for some rows.
 *
 * Every other file of this folder exports `rows`, each { name, bytes, ours, rival: { name, run } }, perhaps with a number
 * of rounds; without `bytes` operations are counted. Both sides run in one process and by turns, and the median counts, so that a busy machine is busy for both.
 */
import { readdirSync } from 'node:fs';

const ROUNDS = 9;
const ROUND_MS = 120;

const filter = process.argv[2] ?? '';
const here = new URL('.', import.meta.url);
const files = readdirSync(here).filter((name) => name.endsWith('.js') && name !== 'run.js');

print('operation', 'ours', '', 'rival', 'theirs', 'ratio');
for (const file of files.sort()) {
  const { rows } = await import(new URL(file, here).href);
  for (const row of rows) {
    if (!row.name.includes(filter)) continue;
    const { ours, rival } = await compare(row);
    const unit = row.bytes ? 'MB/s' : 'op/s';
    print(row.name, shown(ours), unit, row.rival.name, shown(rival), (ours / rival).toFixed(2));
  }
}

/** Median speeds, in 10^6 bytes or in operations per second, of alternating rounds, after one round each to warm up. */
async function compare({ bytes, ours, rival, rounds = ROUNDS }) {
  const sides = [];
  for (const run of [ours, rival.run])
    sides.push({ run, times: await runsIn(run, ROUND_MS * 2), speeds: [] });
  for (let round = 0; round < rounds; round++) {
    for (const { run, times, speeds } of round % 2 ? sides : sides.toReversed()) {
      const start = performance.now();
      for (let i = 0; i < times; i++) {
        const going = run();
        if (going instanceof Promise) await going;
      }
      const seconds = (performance.now() - start) / 1000;
      speeds.push((bytes ? (bytes * times) / 1e6 : times) / seconds);
    }
  }
  const [a, b] = sides.map(({ speeds }) => speeds.toSorted((x, y) => x - y)[rounds >> 1]);
  return { ours: a, rival: b };
}

/** How often `run` runs in half of `ms`, measured while it warms up for `ms`. */
async function runsIn(run, ms) {
  const start = performance.now();
  let times = 0;
  while (performance.now() - start < ms) {
    const going = run();
    if (going instanceof Promise) await going;
    times++;
  }
  return Math.ceil(times / 2);
}

function shown(speed) {
  return speed.toFixed(1);
}

function print(operation, ours, unit, name, rival, ratio) {
  const cells = [operation.padEnd(32), ours.padStart(9), ` ${unit.padEnd(4)}  `, name.padEnd(14)];
  console.log([...cells, rival.padStart(9), ratio.padStart(8)].join(''));
}
