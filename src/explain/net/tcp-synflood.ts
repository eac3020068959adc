/**
 * A SYN flood (RFC 4987): the hacker opens connections in the names of hosts that do not exist, Bob keeps a place for each,
 * and Alice finds none; or Bob answers with SYN cookies. How long a place stays taken is measured.
 */
import { type FloodFacts, floodFacts, floodSentence, floodValues } from './flood-facts.ts';
import { type FloodPlan, type FloodRecord, recordFlood } from './flood-record.ts';
import type { NetLesson } from './lesson.ts';
import { ALICE } from './line.ts';
import type { Noted } from './noted.ts';

export function runSynFlood(plan: FloodPlan): NetLesson<FloodFacts> {
  const record = recordFlood(plan);
  const facts = floodFacts(plan, record);
  const { noted, frames } = record.line;
  return {
    name: plan.cookies ? 'synflood-cookies' : 'synflood',
    scenes: [{ noted: noted.filter((one) => isTold(one, record)), frames }],
    facts,
    learned: floodSentence(facts),
    values: floodValues(facts),
  };
}

/** Alice's packets and states, and those of the first place that was taken. */
function isTold(one: Noted, { firstForged }: FloodRecord): boolean {
  if (one.kind === 'said') return true;
  if (one.kind !== 'frame') return one.who === ALICE.name;
  const { source, destination } = one.packet.ipv4 ?? {};
  return [ALICE.address, firstForged].some((address) => address === source || address === destination);
}
