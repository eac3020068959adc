/** `--pcap FILE`: the frames of a simulation as pcapng, with the TLS secrets before them if there are any. */
import { type SeenFrame, writePcapng } from '../../net/index.ts';
import { openSink } from '../io/output.ts';
import type { Session } from '../session.ts';

export interface CaptureOptions {
  readonly pcap?: string | undefined;
  readonly force?: boolean | undefined;
}

/** Nothing without `--pcap`. `keyLog` goes in where it is given. */
export async function writeCapture(
  session: Session,
  { pcap, force }: CaptureOptions,
  frames: readonly Pick<SeenFrame, 'time' | 'frame'>[],
  keyLog?: string,
): Promise<void> {
  if (pcap === undefined) return;
  const sink = await openSink(session, { output: pcap, force });
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
