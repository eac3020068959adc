/** The work of `crypto http websocket`: the upgrade, the frames as a ladder, the accept key and the first headers drawn. */
import { fromHex, toHex } from '../../../bytes/index.ts';
import {
  runWebSocket,
  type WebSocketFrame,
  type WebSocketLesson,
} from '../../../explain/net/http-websocket.ts';
import { seededRandom } from '../../../random/index.ts';
import { messageOf } from '../../../trace/index.ts';
import { type CaptureOptions, expectCapture, isCaptureOnly, writeCapture } from '../../net/capture-file.ts';
import { HOP_WIDTH } from '../../net/hops.ts';
import { type LaneRow, laneLines } from '../../net/lanes.ts';
import { colorsOf, printable, table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { wrap } from '../../wrap.ts';

export interface WebSocketOptions extends CaptureOptions {
  readonly key?: string | undefined;
  readonly seed: string;
}

export async function runWebSocketCommand(session: Session, options: WebSocketOptions): Promise<void> {
  const { key, pcap, seed } = options;
  await expectCapture(session, options);
  const lesson = runWebSocket(seededRandom(seed).substream('http.websocket'), key);
  await writeCapture(session, options, lesson.scenes[0]!.frames);
  const learned = messageOf(session.lang, lesson.learned, lesson.values);
  if (session.json) {
    session.printJson({ lesson: lesson.name, seed, facts: lesson.facts, learned });
  } else if (!isCaptureOnly(options)) {
    const parts = [ladder(session, lesson), acceptText(session, lesson), headers(session, lesson)];
    session.print([...parts, wrap(learned, HOP_WIDTH)].join('\n\n'));
  }
  if (pcap !== undefined) session.note('web.pcapClear', { path: pcap });
}

function ladder(session: Session, { request, response, frames }: WebSocketLesson): string {
  const names = [session.say('hop.party.alice'), session.say('hop.party.bank')];
  const fields = (message: typeof request | typeof response) =>
    message.headers.map(({ name, value }) => `${name}: ${value}`);
  const rows: LaneRow[] = [
    { from: 0, to: 1, label: `${request.method} ${request.target}`, note: 'http', below: fields(request) },
    { from: 1, to: 0, label: `${response.status} ${response.reason}`, below: fields(response) },
    ...frames.map(({ from, opcode, text, mask }) => ({
      from: from === 'alice' ? 0 : 1,
      to: from === 'alice' ? 1 : 0,
      label: `${opcode} “${text}”`,
      note: mask === null ? '' : session.say('websocket.frame.masked'),
    })),
  ];
  return laneLines(session, names, rows).join('\n');
}

function acceptText(session: Session, { key, guid, digest, accept }: WebSocketLesson): string {
  const { bold } = colorsOf(session);
  const steps = { key, guid, digest, accept };
  const rows = (['key', 'guid', 'digest', 'accept'] as const).map((name) => [
    session.say(`websocket.step.${name}`),
    steps[name],
  ]);
  return `${bold(session.say('websocket.accept'))}\n${table(rows[0]!, rows.slice(1))}`;
}

/** The first text of each side: FIN, RSV, opcode, MASK and length as bits, then the mask and what it covers. */
function headers(session: Session, { frames }: WebSocketLesson): string {
  const { bold } = colorsOf(session);
  const first = (from: WebSocketFrame['from']) => frames.filter((frame) => frame.from === from).slice(0, 1);
  const drawn = [...first('alice'), ...first('bank')].map((frame) => headerText(session, frame));
  return [bold(session.say('websocket.header')), ...drawn].join('\n');
}

function headerText(session: Session, frame: WebSocketFrame): string {
  const bytes = fromHex(frame.bytes);
  const bits = [...bytes.subarray(0, 2)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const length = session.say('websocket.bits.length');
  const cells = [
    ['FIN', bits.slice(0, 1)],
    ['RSV', bits.slice(1, 4)],
    ['opcode', `${bits.slice(4, 8)} = ${frame.opcode}`],
    ['MASK', bits.slice(8, 9)],
    [length, `${bits.slice(9)} = ${frame.length}`],
  ] as const;
  const header = table(
    ['', ...cells.map(([name]) => name)],
    [[session.say(`websocket.bits.from.${frame.from}`), ...cells.map(([, value]) => value)]],
  );
  if (frame.mask === null) {
    const payload = bytes.subarray(2);
    return `${header}\n  ${session.say('websocket.bits.plain')}${toHex(payload)} = ${printable(payload)}`;
  }
  const payload = bytes.subarray(6);
  const mask = fromHex(frame.mask);
  const plain = payload.map((byte, at) => byte ^ mask[at % 4]!);
  return [
    header,
    `  ${session.say('websocket.bits.mask')} ${frame.mask}`,
    `  ${session.say('websocket.bits.payload')}${toHex(payload)}`,
    `  ${session.say('websocket.bits.xored')}${toHex(plain)} = ${printable(plain)}`,
  ].join('\n');
}
