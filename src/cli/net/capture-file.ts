/** `--pcap FILE`: the frames of a simulation as pcapng, with the TLS secrets before them if there are any. */
import { CryptoError } from '../../errors.ts';
import type { NetScene } from '../../explain/net/lesson.ts';
import { type SeenFrame, writePcapng } from '../../net/index.ts';
import { isStdout } from '../io/descriptor.ts';
import { expectSink, openSink } from '../io/output.ts';
import type { Session } from '../session.ts';

export interface CaptureOptions {
  readonly pcap?: string | undefined;
  readonly force?: boolean | undefined;
  /** False: without the TLS secrets. */
  readonly secrets?: boolean | undefined;
}

/** Before the run: that the file can be written, and standard output holds one thing only. */
export async function expectCapture(
  session: Session,
  { pcap, force, secrets }: CaptureOptions,
): Promise<void> {
  if (pcap === undefined) {
    if (secrets === false) throw new CryptoError('bad-argument', session.say('net.error.noSecrets'));
    return;
  }
  if (session.json && isStdout(pcap)) {
    throw new CryptoError('bad-argument', session.say('net.error.jsonStdout'));
  }
  await expectSink(session, { output: pcap, force });
}

/** Whether the capture itself is the result on standard output, in place of text. */
export function isCaptureOnly({ pcap }: CaptureOptions): boolean {
  return pcap !== undefined && isStdout(pcap);
}

/** Between two runs in one capture, in microseconds. */
const PAUSE = 120_000_000;

/** The frames of several runs, one run after the other. */
export function inOneCapture(scenes: readonly NetScene[]): Pick<SeenFrame, 'time' | 'frame'>[] {
  let start = 0;
  return scenes.flatMap(({ frames, noted }) => {
    const shifted = frames.map(({ time, frame }) => ({ time: start + time, frame }));
    start += (noted.at(-1)?.time ?? 0) + PAUSE;
    return shifted;
  });
}

/** Nothing without `--pcap`. `keyLog` goes in where it is given. */
export async function writeCapture(
  session: Session,
  { pcap, force }: CaptureOptions,
  frames: readonly Pick<SeenFrame, 'time' | 'frame'>[],
  keyLog?: string,
): Promise<void> {
  if (pcap === undefined) return;
  // Whoever reads it can decrypt it.
  const permissions = keyLog === undefined ? undefined : 0o600;
  const sink = await openSink(session, { output: pcap, force, permissions });
  try {
    const packets = frames.map(({ time, frame }) => ({ time, frame }));
    const secrets = keyLog === undefined ? {} : { secrets: keyLog };
    await sink.write(writePcapng({ packets, interfaceName: 'line', ...secrets }));
    await sink.commit();
  } catch (error) {
    await sink.abort();
    throw error;
  }
}
