/** What is noted of a simulation, in the order in which it happens. Times are microseconds since its start. */
import type { SeenFrame } from '../../net/link.ts';
import type { TcpState } from '../../net/tcp/events.ts';
import type { Packet } from '../../net/wire/packet.ts';
import type { MessageKey } from '../../trace/index.ts';

/** What taps did stands for a delay: what they dropped was held up, what they put in is late. */
export function asDelays(noted: readonly Noted[]): Noted[] {
  return noted.map((one) => {
    const fate = one.kind === 'frame' ? one.seen.fate : undefined;
    if (fate === 'dropped') return { ...one, delayed: 'held' };
    return fate === 'injected' ? { ...one, delayed: 'late' } : one;
  });
}

export type Who = 'alice' | 'bob' | 'hacker';

export type Noted =
  | {
      readonly kind: 'frame';
      readonly time: number;
      readonly seen: SeenFrame;
      readonly packet: Packet;
      /** It was sent before, or asks about a closed window: why. */
      readonly again?: string;
      /** Nobody took it out or put it in: it was held up where it was sent, and is late where it comes at last. */
      readonly delayed?: 'held' | 'late';
    }
  | {
      readonly kind: 'state';
      readonly time: number;
      readonly who: 'alice' | 'bob';
      /** Its own. */
      readonly port: number;
      readonly from: TcpState;
      readonly to: TcpState;
    }
  | {
      readonly kind: 'call';
      readonly time: number;
      readonly who: 'alice' | 'bob';
      readonly port: number;
      /** `connect`, `listen`, `accept`, `send`, `recv`, `shutdown`, `close`, `abort`. */
      readonly call: string;
      readonly before: TcpState;
      readonly after: TcpState;
    }
  /** A connection was given up, or reset. */
  | {
      readonly kind: 'end';
      readonly time: number;
      readonly who: 'alice' | 'bob';
      readonly port: number;
      readonly what: 'timeout' | 'reset';
    }
  | {
      readonly kind: 'said';
      readonly time: number;
      readonly who: Who;
      readonly say: MessageKey;
      readonly values: Readonly<Record<string, string>>;
    };
