/**
 * Packets as tcpdump prints them: flags in brackets, sequence numbers counted from the first of each direction.
 *
 * Options stand in one order and without the padding between them, and no application protocol is told.
 */
import { ACK, CWR, ECE, FIN, PSH, RST, SYN, URG } from '../wire/tcp.ts';
import type { Capture } from './capture.ts';
import { isSkipped, type ReadPacket, readFrame, type Skipped } from './frame.ts';

const LETTERS = [
  [FIN, 'F'],
  [SYN, 'S'],
  [RST, 'R'],
  [PSH, 'P'],
  [ACK, '.'],
  [URG, 'U'],
  [ECE, 'E'],
  [CWR, 'W'],
] as const;

/** `S.` for SYN and ACK; `none` for no flag. */
export function flagLetters(flags: number): string {
  const letters = LETTERS.filter(([flag]) => (flags & flag) !== 0).map(([, letter]) => letter);
  return letters.join('') || 'none';
}

/** One line for each packet, made when it is asked for. */
export function* packetLines(capture: Capture): Generator<string> {
  /** The first sequence number of each direction, by who sends to whom. */
  const firsts = new Map<string, number>();
  for (const captured of capture.packets) {
    const clock = timeText(captured.time);
    const packet = readFrame(capture, captured);
    if (isSkipped(packet)) {
      yield `${clock} ${skippedText(packet)}, length ${captured.originalLength}`;
      continue;
    }
    const { ipv4, tcp, udp } = packet;
    if (tcp !== undefined) {
      const [here, there] = [
        `${ipv4.source}.${tcp.sourcePort}`,
        `${ipv4.destination}.${tcp.destinationPort}`,
      ];
      yield `${clock} IP ${here} > ${there}: ${segmentText(tcp, `${here}>${there}`, `${there}>${here}`, firsts)}`;
    } else {
      yield `${clock} IP ${ipv4.source}.${udp!.sourcePort} > ${ipv4.destination}.${udp!.destinationPort}: UDP, length ${udp!.payload.length}`;
    }
  }
}

function skippedText({ why, name }: Skipped): string {
  if (why === 'protocol') return `[not read: ${name}]`;
  return why === 'link' ? `[not read: link type ${name}]` : `[${why}]`;
}

type Tcp = NonNullable<ReadPacket['tcp']>;

function segmentText(tcp: Tcp, forth: string, back: string, firsts: Map<string, number>): string {
  const { flags, payload } = tcp;
  let { seq, ack } = tcp;
  if ((flags & SYN) !== 0) {
    firsts.set(forth, seq);
  } else if (firsts.has(forth) || firsts.has(back)) {
    // One direction may have begun before the capture.
    if (!firsts.has(forth)) firsts.set(forth, (seq - 1) >>> 0);
    if (!firsts.has(back)) firsts.set(back, (ack - 1) >>> 0);
    seq = (seq - firsts.get(forth)!) >>> 0;
    ack = (ack - firsts.get(back)!) >>> 0;
  } else {
    firsts.set(forth, seq);
    firsts.set(back, (ack - 1) >>> 0);
  }
  const parts = [`Flags [${flagLetters(flags)}]`];
  if (payload.length > 0) parts.push(`seq ${seq}:${(seq + payload.length) >>> 0}`);
  else if ((flags & (SYN | FIN | RST)) !== 0) parts.push(`seq ${seq}`);
  if ((flags & ACK) !== 0) parts.push(`ack ${ack}`);
  parts.push(`win ${tcp.window}`);
  if ((flags & URG) !== 0) parts.push(`urg ${tcp.urgentPointer}`);
  const options = optionTexts(tcp);
  if (options.length > 0) parts.push(`options [${options.join(',')}]`);
  parts.push(`length ${payload.length}`);
  return parts.join(', ');
}

function optionTexts({ options }: Tcp): string[] {
  const { mss, sackPermitted, timestamps, windowScale, sack, unknown = [] } = options;
  return [
    ...(mss === undefined ? [] : [`mss ${mss}`]),
    ...(sackPermitted ? ['sackOK'] : []),
    ...(timestamps === undefined ? [] : [`TS val ${timestamps.value} ecr ${timestamps.echo}`]),
    ...(windowScale === undefined ? [] : [`wscale ${windowScale}`]),
    ...(sack === undefined
      ? []
      : [`sack ${sack.length} ${sack.map(([left, right]) => `{${left}:${right}}`).join('')}`]),
    ...unknown.map(({ kind }) => `unknown-${kind}`),
  ];
}

/** The time of day in UTC, to the microsecond. */
function timeText(time: number): string {
  const seconds = Math.floor(time / 1e6) % 86_400;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const micros = String(time % 1e6).padStart(6, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${micros}`;
}
