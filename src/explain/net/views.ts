/** The same packets as each party sees them: Alice and Bob inside TLS, the hacker outside it. */
import { toHex } from '../../bytes/index.ts';
import { flagNames } from '../../net/wire/tcp.ts';
import { bodyLine, fieldLines } from './http-lines.ts';
import { RESOLVER, readableDns } from './name-lookup.ts';
import type { StreamMark } from './stream-marks.ts';
import { BANK, type WebFrame, type WebLesson } from './web.ts';

export const VIEWS = ['alice', 'bob', 'hacker'] as const;
export type View = (typeof VIEWS)[number];

export interface ViewRow {
  /** In the capture, from 1. */
  readonly number: number;
  readonly time: number;
  readonly from: Sender;
  readonly bytes: number;
  /** What the party reads in it, as the protocols write it. */
  readonly reads: readonly string[];
  /** Whether something is in it that the party cannot read. */
  readonly hidden: boolean;
}

export type Sender = 'alice' | 'bob' | 'resolver';

/** Names are looked up at a resolver, which is not the bank. */
export function senderOf({ seen, packet }: WebFrame): Sender {
  if (packet.ipv4?.source === RESOLVER.address) return 'resolver';
  return seen.from === 'a' ? 'alice' : 'bob';
}

/** Type, version and length; the length that a record gives, and Wireshark shows, is that of what follows (RFC 5246, 6.2.3). */
const RECORD_HEADER = 5;

/** The packets that a party sees: the hacker all, Alice and Bob what they send and what reaches them. */
export function viewOf(lesson: WebLesson, view: View): ViewRow[] {
  const rows = lesson.frames.map((frame, i): ViewRow & { readonly frame: WebFrame } => ({
    number: i + 1,
    time: frame.seen.time,
    from: senderOf(frame),
    bytes: frame.seen.frame.length,
    ...readable(lesson, frame, view),
    frame,
  }));
  return rows.filter(({ frame }) => sees(frame, view)).map(({ frame: _, ...row }) => row);
}

function sees({ seen, packet }: WebFrame, view: View): boolean {
  if (view === 'hacker') return true;
  const isAlice = view === 'alice';
  if (!isAlice && [packet.ipv4?.source, packet.ipv4?.destination].includes(RESOLVER.address)) return false;
  return seen.from === (isAlice ? 'a' : 'b') || (seen.fate !== 'lost' && seen.fate !== 'dropped');
}

function readable(lesson: WebLesson, frame: WebFrame, view: View): Pick<ViewRow, 'reads' | 'hidden'> {
  const { tcp, udp } = frame.packet;
  if (udp) return { reads: [dnsText(udp.payload)], hidden: false };
  if (!tcp) return { reads: [], hidden: false };
  if (frame.holds.length === 0) return { reads: [flagNames(tcp.flags).join(' ')], hidden: false };
  let hidden = false;
  const reads = frame.holds.flatMap((mark) => {
    if (mark.sealed && view === 'hacker') {
      hidden = true;
      return [`TLS ${recordType(mark)}, ${mark.length - RECORD_HEADER}`];
    }
    if (mark.layer === 'tls') return [tlsText(mark.label)];
    return httpLines(lesson, frame, mark);
  });
  return { reads, hidden };
}

/** What stands in the record's header, in the clear: after ChangeCipherSpec only Finished, data and alerts come. */
function recordType({ layer, label }: StreamMark): string {
  if (layer === 'http') return 'application_data';
  return label === 'Finished' ? 'handshake' : 'alert';
}

function tlsText(label: string): string {
  if (label === 'ClientHello') return `ClientHello: server_name ${BANK}`;
  if (label === 'Certificate') return `Certificate: CN=${BANK}`;
  return label;
}

/** The first line, and what makes it worth reading: cookies, and the form. */
function httpLines({ frames, exchanges }: WebLesson, { seen }: WebFrame, mark: StreamMark): string[] {
  const { label, start } = mark;
  // Sent again, it is still the message of its first time.
  const first = frames.find(
    (one) => one.seen.from === seen.from && one.holds.some((it) => it.start === start),
  );
  const time = first?.seen.time ?? seen.time;
  const found = exchanges.find(({ request, response, sent, came }) =>
    seen.from === 'a'
      ? time >= sent && label === `${request.method} ${request.target}`
      : time >= sent && time <= came && label === `${response.status} ${response.reason}`,
  );
  if (!found) return [label];
  const message = seen.from === 'a' ? found.request : found.response;
  return [label, ...fieldLines(message), ...bodyLine(message)];
}

export function dnsText(payload: Uint8Array): string {
  const dns = readableDns(payload);
  if (!dns) return `DNS ${toHex(payload)}`;
  const answer = dns.answers.map(({ data }) => data).join(', ');
  return dns.response ? `DNS ${dns.question.name} = ${answer}` : `DNS ${dns.question.name}?`;
}
