/** The work of `crypto capture read`: what happened in a capture, or its packets one by one. */
import {
  type Capture,
  type Conversation,
  type Direction,
  endpointText,
  packetLines,
  readCapture,
  type Summary,
  summarize,
} from '../../../net/index.ts';
import { openInput, readAll } from '../../io/input.ts';
import { columnsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { wrap } from '../../wrap.ts';

const FILE_LIMIT = 64 << 20;
/** How many conversations are told one by one. */
const SHOWN = 20;
const COLUMNS = 80;
/** Below the address, where a line of a packet goes on. */
const HANG = 19;

export async function runRead(
  session: Session,
  path: string | undefined,
  options: { readonly packets?: true | undefined },
): Promise<void> {
  const input = await openInput(session, path, { mayBeText: false });
  const capture = readCapture(await readAll(session, input, FILE_LIMIT));
  if (session.json) printFacts(session, capture, options.packets === true);
  else if (options.packets) for (const line of packetLines(capture)) session.print(wrap(line, COLUMNS, HANG));
  else printSummary(session, capture, summarize(capture));
}

function printFacts(session: Session, capture: Capture, withPackets: boolean): void {
  session.printJson({
    format: capture.format,
    linkType: capture.linkType,
    secrets: capture.secrets.length > 0,
    ...summarize(capture),
    ...(withPackets && { lines: [...packetLines(capture)] }),
  });
}

function printSummary(session: Session, capture: Capture, summary: Summary): void {
  const { conversations, others, malformed, badChecksums } = summary;
  const secrets = session.say(capture.secrets.length > 0 ? 'capture.secrets.inside' : 'capture.secrets.none');
  session.print(
    session.say('capture.head', {
      format: capture.format,
      packets: summary.packets,
      seconds: durationOf(capture),
    }),
  );
  session.print(secrets);
  if (others > 0) session.print(session.say('capture.others', { count: others }));
  if (malformed > 0) session.print(session.say('capture.malformed', { count: malformed }));
  if (badChecksums > 0) session.print(session.say('capture.badChecksums', { count: badChecksums }));
  for (const conversation of conversations.slice(0, SHOWN)) {
    session.print('');
    for (const line of linesOf(session, conversation)) session.print(line);
  }
  if (conversations.length > SHOWN) {
    session.print('');
    session.print(session.say('capture.more', { count: conversations.length - SHOWN }));
  }
}

function linesOf(session: Session, conversation: Conversation): string[] {
  const { protocol, client, server, application, sent, received, handshake, close } = conversation;
  const name = application === undefined ? protocol : `${protocol}, ${application}`;
  const data = ({ bytes, packets }: Direction) => session.say('capture.data', { bytes, packets });
  const isTcp = protocol === 'TCP';
  const repeated = sent.retransmissions + received.retransmissions > 0;
  const rows: [label: string, text: string][] = [
    ...(isTcp ? [row(session, 'handshake', session.say(`capture.handshake.${handshake}`))] : []),
    row(session, 'data', `→ ${data(sent)}`),
    ['', `← ${data(received)}`],
    ...(repeated ? [row(session, 'again', `→ ${sent.retransmissions}  ← ${received.retransmissions}`)] : []),
    ...(isTcp ? [row(session, 'close', session.say(`capture.close.${close}`))] : []),
  ];
  const width = Math.max(...rows.map(([label]) => columnsOf(label)));
  return [
    `${endpointText(client)} → ${endpointText(server)}  ${name}`,
    ...rows.map(([label, text]) => `  ${label}${' '.repeat(width - columnsOf(label))}  ${text}`),
  ];
}

function row(
  session: Session,
  label: 'handshake' | 'data' | 'again' | 'close',
  text: string,
): [string, string] {
  return [session.say(`capture.label.${label}`), text];
}

/** From the earliest packet to the latest, in seconds. */
function durationOf({ packets }: Capture): string {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const { time } of packets) [first, last] = [Math.min(first, time), Math.max(last, time)];
  return (Math.max(0, last - first) / 1e6).toFixed(3);
}
