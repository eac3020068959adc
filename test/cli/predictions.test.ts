/** What the reader foresaw: answers in two languages, what is none, and the end of the input. */
import { describe, expect, it } from 'vitest';
import { askPredictions, predictionsText } from '../../src/cli/predictions.ts';
import { openSession } from '../../src/cli/session.ts';
import type { Attack } from '../../src/story/index.ts';

const session = openSession([], { NO_COLOR: '1', LANG: 'en_US.UTF-8' });
const attacks: Attack[] = [
  { attempt: 'story.attack.fixedIv', succeeded: true, because: 'story.because.fixedIv' },
  { attempt: 'story.attack.freshIv', succeeded: false, because: 'story.because.freshIv' },
];

/** Answers one question after another; then the input ends. */
async function ask(...lines: string[]) {
  const questions: string[] = [];
  const predictions = await askPredictions(session, { attacks }, async (question) => {
    questions.push(question);
    return lines.shift();
  });
  return { questions, right: predictions.map(({ isRight }) => isRight) };
}

describe('predictions', () => {
  it.each([
    [
      ['y', 'n'],
      [true, true],
    ],
    [
      ['Yes', 'NO'],
      [true, true],
    ],
    [
      ['j', 'nein'],
      [true, true],
    ],
    [
      ['是', '否'],
      [true, true],
    ],
    [
      ['会', '不会'],
      [true, true],
    ],
    [
      ['n', 'y'],
      [false, false],
    ],
  ])('%j', async (lines, right) => {
    expect((await ask(...lines)).right).toEqual(right);
  });

  it('asks again, three times at most, and counts no answer for nothing', async () => {
    const { questions, right } = await ask('yellow', '', 'y', '1', '2', '3');
    expect(right).toEqual([true]);
    const [first, again] = ['The hacker will try to recognise', 'y or n?'];
    const begins = [first, again, again, first, again, again];
    expect(questions.map((question, i) => question.startsWith(begins[i]!))).toEqual(Array(6).fill(true));
  });

  it('asks no more once the input has ended', async () => {
    const { questions, right } = await ask('y');
    expect([questions.length, right]).toEqual([2, [true]]);
    expect((await ask()).questions).toHaveLength(1);
  });

  it('says which were foreseen', async () => {
    const lines = ['y', 'y'];
    const predictions = await askPredictions(session, { attacks }, async () => lines.shift());
    expect(predictionsText(session, predictions)).toBe(
      `You foresaw 1 of 2:
  ✓ recognise equal beginnings, fixed IV
  ✗ recognise equal beginnings, fresh IV`,
    );
  });
});
