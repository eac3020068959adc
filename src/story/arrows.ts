/** What was noted of a TCP connection as arrows: its numbers by name (x, x+1, …), and the state of each side beside them. */
import { ALICE } from '../explain/net/line.ts';
import type { Noted } from '../explain/net/noted.ts';
import { ACK, FIN, flagNames, parsePacket, SYN, type TcpSegment } from '../net/index.ts';
import type { ArrowRow } from './scene.ts';

/** Names of sequence numbers, each with the number from which it is counted. */
export type NumberNames = Readonly<Record<string, number>>;

/** Further from its name no number is called by it. */
const FAR = 100_000;

export function arrowsOf(noted: readonly Noted[], names: NumberNames): ArrowRow[] {
  const rows: ArrowRow[] = [];
  const shown: Record<'alice' | 'bob', string | undefined> = { alice: undefined, bob: undefined };
  for (const one of noted) {
    if (one.kind === 'state') {
      if (shown[one.who] === one.to) continue;
      shown[one.who] = one.to;
      const at = bringerOf(rows, one);
      if (at >= 0) rows[at] = { ...rows[at]!, [one.who]: one.to };
      else rows.push({ time: one.time, [one.who]: one.to });
    } else if (one.kind === 'frame' && one.packet.tcp) {
      const { fate, from } = one.seen;
      rows.push({
        time: one.time,
        from: from === ALICE.end ? 'alice' : 'bob',
        label: labelOf(one.packet.tcp, names),
        lost: fate === 'lost' || fate === 'dropped',
      });
    }
  }
  return rows;
}

/**
 * The state that a segment brings about stands beside it, on either side: beside the one just sent, or else the first from
 * the other side that has come since the last state. -1: time alone changed it, and it stands by itself.
 */
function bringerOf(rows: readonly ArrowRow[], { who, time }: Extract<Noted, { kind: 'state' }>): number {
  const last = rows.at(-1);
  if (last?.label !== undefined && last.time === time && last[who] === undefined) return rows.length - 1;
  const since = rows.findLastIndex((row) => row[who] !== undefined);
  return rows.findIndex(
    ({ label, from, lost }, i) => i > since && label !== undefined && from !== who && !lost,
  );
}

function labelOf({ flags, seq, ack }: TcpSegment, names: NumberNames): string {
  const called = flagNames(flags).filter((name) => name !== 'PSH' && name !== 'ACK');
  const parts = [[...called, ...((flags & ACK) !== 0 ? ['ACK'] : [])].join('+')];
  if ((flags & (SYN | FIN)) !== 0) parts.push(`seq = ${nameOf(seq, names)}`);
  if ((flags & ACK) !== 0) parts.push(`ack = ${nameOf(ack, names)}`);
  return parts.join('  ');
}

function nameOf(number: number, names: NumberNames): string {
  const distances = Object.entries(names).map(([name, from]) => [name, (number - from) >>> 0] as const);
  const [nearest] = distances.filter(([, far]) => far < FAR).sort(([, a], [, b]) => a - b);
  if (!nearest) return String(number);
  return nearest[1] === 0 ? nearest[0] : `${nearest[0]}+${nearest[1]}`;
}

/** The number of the first segment from a side that has these flags. */
export function firstNumber(noted: readonly Noted[], who: 'alice' | 'bob', flag: number): number {
  for (const one of noted) {
    if (one.kind !== 'frame' || (one.seen.from === ALICE.end) !== (who === 'alice')) continue;
    const { tcp } = parsePacket(one.seen.frame);
    if (tcp && (tcp.flags & flag) !== 0) return tcp.seq;
  }
  return 0;
}
