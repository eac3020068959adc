/** A tap that loses one given segment. */
import { type Link, parsePacket, type TcpSegment } from '../../net/index.ts';

export function loseFirst(link: Link, matches: (segment: TcpSegment, towards: 'a' | 'b') => boolean): void {
  const remove = link.addTap({
    see(frame, towards) {
      const { tcp } = parsePacket(frame);
      if (!tcp || !matches(tcp, towards)) return 'pass';
      remove();
      return 'drop';
    },
  });
}
