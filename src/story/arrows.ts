/** What was noted of a TCP connection as arrows: its numbers by name (x, x+1, …), and the state of each side at its own time. */
import { ALICE, ROUND_TRIP } from '../explain/net/line.ts';
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
      const last = rows.at(-1);
      if (shown[one.who] === one.to) continue;
      shown[one.who] = one.to;
      // Beside the segment that leaves in the same moment, if one does.
      if (last?.time === one.time && last[one.who] === undefined)
        rows[rows.length - 1] = { ...last, [one.who]: one.to };
      else rows.push({ time: one.time, [one.who]: one.to });
    } else if (one.kind === 'frame' && one.packet.tcp) {
      const { fate, from } = one.seen;
      const lost = fate === 'lost' || fate === 'dropped';
      rows.push({
        time: one.time,
        from: from === ALICE.end ? 'alice' : 'bob',
        label: labelOf(one.packet.tcp, names),
        lost,
        ...(!lost && { arrives: one.time + ROUND_TRIP / 2 }),
      });
    }
  }
  return rows;
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
