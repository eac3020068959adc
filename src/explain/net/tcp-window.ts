/**
 * The sliding window (RFC 9293, 3.8.6; RFC 5681), run: on a good line, with segments lost, or with a slow reader. What is
 * told is read off the run.
 */
import type { NetLesson } from './lesson.ts';
import { type WindowFacts, windowFacts } from './window-facts.ts';
import { recordWindow, type WindowPlan } from './window-record.ts';

export function runWindow(plan: WindowPlan): NetLesson<WindowFacts> {
  const record = recordWindow(plan);
  const { facts, learned, values } = windowFacts(plan, record);
  return {
    name: plan.lose ? 'window-lose' : plan.slowReader ? 'window-slow-reader' : 'window',
    scenes: [record.line],
    facts,
    learned,
    values,
  };
}
