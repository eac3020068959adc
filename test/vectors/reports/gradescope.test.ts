import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Engine, gradescopeReport, readVectors, runFile } from '../../../src/vectors/index.ts';
import { saying } from '../../../src/vectors/saying.ts';

describe('gradescopeReport', () => {
  it('gives nothing for cases that a program skips, and never calls them passed', async () => {
    const name = 'aes-block.json';
    const [file] = readVectors([{ name, text: readFileSync(`vectors/${name}`, 'utf8') }]);
    const asked = file!.cases.filter(({ skip }) => skip === undefined).length;
    expect(asked).toBeLessThan(file!.cases.length);
    const lazy: Engine = {
      name: 'exec:lazy',
      window: 1,
      answer: () => ({ kind: 'unsupported', why: saying('vectors.skip.program', { detail: 'no' }) }),
    };
    const { score, tests } = gradescopeReport('en', [await runFile(file!, lazy)]);
    expect(score).toBe(0);
    expect(tests[0]).toMatchObject({ score: 0, max_score: asked, status: 'failed' });
  });
});
