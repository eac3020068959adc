import { it } from 'vitest';
import { twoHosts, tell, B } from '../two-hosts.ts';
it('clean', () => {
  const p = twoHosts();
  let got = 0;
  p.b.listen(80, { onConnection: () => ({ onData: (b, s) => { got += b.length; if (got === 5000) s.send(new Uint8Array(3000)); }, onFinished: (s) => s.close() }) });
  let back = 0;
  p.a.connect(B, 80, { onConnected: (s) => s.send(new Uint8Array(5000)), onData: (b, s) => { back += b.length; if (back === 3000) s.close(); } });
  p.clock.run();
  console.log(tell(p.lines()).join('\n'), got, back, p.clock.pending, p.a.stack.tally(), p.clock.now);
});
it('bulk', () => {
  for (const [size, loss] of [[1e6, 0], [1e6, 0.02], [2e6, 0.02], [4e6, 0.02], [1e6, 0.2]] as const) {
    const p = twoHosts({ hazards: { loss, jitter: 2000, duplicate: loss/2, reorder: loss } });
    let got = 0; let rtx: Record<string, number> = {};
    p.b.listen(80, { onConnection: () => ({ onData: (b) => { got += b.length; }, onFinished: (s) => s.close() }) });
    const data = new Uint8Array(size);
    p.a.connect(B, 80, { onConnected: (s) => { s.send(data); s.close(); }, onEvent: (e) => { if (e.type === 'retransmission') rtx[e.why] = (rtx[e.why] ?? 0) + 1; } });
    const t = performance.now();
    p.clock.run();
    if (size === 4e6) console.log(tell(p.lines().slice(-12)).join('\n'));
    console.log(size, loss, got, p.seen.length, rtx, 'sim s', p.clock.now / 1e6, 'ms', performance.now() - t, p.clock.pending, JSON.stringify(p.a.stack.tally()), JSON.stringify(p.b.stack.tally()));
  }
});
