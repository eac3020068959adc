/** The work of `crypto capture read`: what happened in a capture, or its packets one by one. */
import { CryptoError } from '../../../errors.ts';
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
import { ErrorWithEvidence } from '../../check-failed.ts';
import { errorText } from '../../chinese/errors.ts';
import { isStdin } from '../../io/descriptor.ts';
import { openInput, readAll } from '../../io/input.ts';
import { shownPath } from '../../io/io-error.ts';
import { columnsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { widthOf, wrap } from '../../wrap.ts';

const FILE_LIMIT = 64 << 20;
/** How many conversations are told one by one. */
const SHOWN = 20;
/** How many kinds of packets that are not read. */
const KINDS = 12;
const COLUMNS = 80;
/** Below the address, where a line of a packet goes on. */
const HANG = 19;
/** How many packets are printed with one call: each is slow. */
const AT_ONCE = 1000;

export async function runRead(
  session: Session,
  path: string | undefined,
  options: { readonly packets?: true | undefined },
): Promise<void> {
  const input = await openInput(session, path, { mayBeText: false });
  const bytes = await readAll(session, input, FILE_LIMIT);
  let fault: CryptoError | undefined;
  const capture = named(path, () => readCapture(bytes, (error) => (fault = error)));
  const facts = () => factsOf(capture, options.packets === true);
  if (session.json && !fault) session.printJson(facts());
  else if (session.json) throw cutShort(session, path, fault!, capture, facts());
  else if (options.packets) printPackets(session, capture);
  else printSummary(session, capture, summarize(capture));
  if (fault) throw cutShort(session, path, fault, capture, {});
}

/** Errors name the file. */
function named<T>(path: string | undefined, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CryptoError) || path === undefined || isStdin(path)) throw error;
    throw new CryptoError(error.code, `${shownPath(path)}: ${error.message}`);
  }
}

/** Of a file that is damaged or ends too early, after what is whole was shown. */
function cutShort(
  session: Session,
  path: string | undefined,
  fault: CryptoError,
  { packets }: Capture,
  facts: Readonly<Record<string, unknown>>,
): CryptoError {
  const reason = errorText(session, fault);
  const count = packets.length;
  const message =
    path === undefined || isStdin(path)
      ? session.say('capture.cutShort', { reason, count })
      : session.say('capture.cutShort.file', { path: shownPath(path), reason, count });
  return new ErrorWithEvidence(fault.code, message, facts);
}

function factsOf(capture: Capture, withPackets: boolean): Record<string, unknown> {
  return {
    format: capture.format,
    linkType: capture.linkType,
    secrets: capture.secrets.length > 0,
    ...summarize(capture),
    ...(withPackets && { lines: [...packetLines(capture)] }),
  };
}

function printPackets(session: Session, capture: Capture): void {
  let lines: string[] = [];
  for (const line of packetLines(capture)) {
    // A program that reads them wants a line for each.
    lines.push(session.stdout.isTTY ? wrap(line, widthOf(session.stdout), HANG) : line);
    if (lines.length < AT_ONCE) continue;
    session.print(lines.join('\n'));
    lines = [];
  }
  if (lines.length > 0) session.print(lines.join('\n'));
}

function printSummary(session: Session, capture: Capture, summary: Summary): void {
  const { conversations, malformed, badChecksums } = summary;
  const secrets = session.say(capture.secrets.length > 0 ? 'capture.secrets.inside' : 'capture.secrets.none');
  session.print(
    summary.packets === 1
      ? session.say('capture.head.one', { format: capture.format })
      : session.say('capture.head', {
          format: capture.format,
          packets: summary.packets,
          seconds: durationOf(capture),
        }),
  );
  session.print(secrets);
  for (const line of skippedLines(session, summary)) session.print(line);
  if (malformed > 0) session.print(session.say('capture.malformed', { count: malformed }));
  if (badChecksums > 0) {
    session.print(wrap(session.say('capture.badChecksums', { count: badChecksums }), COLUMNS, 2));
  }
  const groups = likeEachOther(session, conversations);
  for (const { heading, lines, more } of groups.slice(0, SHOWN)) {
    const others = more === 0 ? [] : [`  ${session.say('capture.alike', { count: more })}`];
    session.print(['', heading, ...lines, ...others].join('\n'));
  }
  const rest = groups.slice(SHOWN).reduce((sum, { more }) => sum + 1 + more, 0);
  if (rest > 0) session.print(`\n${session.say('capture.more', { count: rest })}`);
}

interface Told {
  readonly heading: string;
  readonly lines: readonly string[];
  /** How many further ones with the same server have the same lines. */
  more: number;
}

/** The conversations in order; of those of a flood, which all went the same way, only the first. */
function likeEachOther(session: Session, conversations: readonly Conversation[]): Told[] {
  const groups = new Map<string, Told>();
  for (const conversation of conversations) {
    const { protocol, client, server, application } = conversation;
    const name = application === undefined ? protocol : `${protocol}, ${application}`;
    const lines = linesOf(session, conversation);
    const key = [endpointText(server), name, ...lines].join('\n');
    const found = groups.get(key);
    if (found) found.more++;
    else {
      const heading = `${endpointText(client)} → ${endpointText(server)}  ${name}`;
      groups.set(key, { heading, lines, more: 0 });
    }
  }
  return [...groups.values()];
}

/** A line for each kind of packets. */
function skippedLines(session: Session, { skipped }: Summary): string[] {
  const lines = skipped
    .slice(0, KINDS)
    .map(({ why, name, count }) =>
      why === 'protocol' || why === 'link'
        ? session.say(`capture.skipped.${why}`, { name, count })
        : session.say(`capture.skipped.${why}`, { count }),
    );
  const rest = skipped.slice(KINDS);
  if (rest.length === 0) return lines;
  const count = rest.reduce((sum, kind) => sum + kind.count, 0);
  return [...lines, session.say('capture.skipped.more', { kinds: rest.length, count })];
}

function linesOf(session: Session, conversation: Conversation): string[] {
  const { protocol, sent, received, handshake, close } = conversation;
  const isTcp = protocol === 'TCP';
  const data = ({ bytes, packets, carrying }: Direction) =>
    isTcp
      ? session.say('capture.data.tcp', { bytes, carrying, bare: packets - carrying })
      : session.say('capture.data', { bytes, packets });
  const repeated = sent.retransmissions + received.retransmissions > 0;
  const rows: [label: string, text: string][] = [
    ...(isTcp ? [row(session, 'handshake', session.say(`capture.handshake.${handshake}`))] : []),
    row(session, 'data', `→ ${data(sent)}`),
    ['', `← ${data(received)}`],
    ...(repeated ? [row(session, 'again', `→ ${sent.retransmissions}  ← ${received.retransmissions}`)] : []),
    ...(isTcp ? [row(session, 'close', session.say(`capture.close.${close}`))] : []),
  ];
  const width = Math.max(...rows.map(([label]) => columnsOf(label)));
  return rows.map(([label, text]) => `  ${label}${' '.repeat(width - columnsOf(label))}  ${text}`);
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
  // Simple packets of pcapng have no time.
  for (const { time } of packets) if (time > 0) [first, last] = [Math.min(first, time), Math.max(last, time)];
  return (Math.max(0, last - first) / 1e6).toFixed(3);
}
