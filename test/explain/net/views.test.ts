/** Who sees what of the same packets, and how they lie in each other. */
import { describe, expect, it } from 'vitest';
import { LAYER_NAMES, layersOf } from '../../../src/explain/net/layers.ts';
import { VIEWS, viewOf } from '../../../src/explain/net/views.ts';
import { LOSSY, PASSWORD, runWeb } from '../../../src/explain/net/web.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { demoKeys } from '../tls-conversation.ts';

const keys = demoKeys();
const clear = runWeb({ random: seededRandom('views') });
const secure = runWeb({ random: seededRandom('views'), keys });
const bad = runWeb({ random: seededRandom('bad0'), keys, hazards: { ...LOSSY, loss: 0.2 } });
const said = (...args: Parameters<typeof viewOf>) =>
  viewOf(...args)
    .flatMap(({ reads }) => reads)
    .join('\n');

describe('views', () => {
  it.each(VIEWS)('of http: %s reads the password and the cookie', (view) => {
    expect(said(clear, view)).toContain(`password=${PASSWORD}`);
    expect(said(clear, view)).toContain(`Cookie: session=${clear.cookie}`);
  });

  it('of https: Alice and Bob read them, the hacker the name, types and lengths', () => {
    for (const view of ['alice', 'bob'] as const) {
      expect(said(secure, view)).toContain(`password=${PASSWORD}`);
      expect(said(secure, view)).toContain(`Cookie: session=${secure.cookie}`);
      expect(viewOf(secure, view).some(({ hidden }) => hidden)).toBe(false);
    }
    const hacker = said(secure, 'hacker');
    for (const secret of [PASSWORD, secure.cookie!, '/login', '200 OK', 'account']) {
      expect(hacker).not.toContain(secret);
    }
    expect(hacker).toContain('server_name bank.example');
    expect(hacker).toContain('Certificate: CN=bank.example');
    expect(viewOf(secure, 'hacker').filter(({ hidden }) => hidden)).toHaveLength(10);
  });

  it('read the same in what is sent again', () => {
    let again = 0;
    for (let n = 0; n < 12; n++) {
      const lesson = runWeb({ random: seededRandom(`again${n}`), hazards: { ...LOSSY, loss: 0.3 } });
      const rows = viewOf(lesson, 'hacker');
      lesson.frames.forEach(({ packet, holds, again: why, seen }, i) => {
        if (why === undefined || holds.length === 0) return;
        const first = lesson.frames.findIndex(
          (one) =>
            one.seen.from === seen.from && one.packet.tcp?.seq === packet.tcp?.seq && one.holds.length > 0,
        );
        expect(first).toBeLessThan(i);
        expect(rows[i]?.reads).toEqual(rows[first]?.reads);
        again += 1;
      });
    }
    expect(again).toBeGreaterThan(10);
  });

  it('leave out what a party does not see: DNS for Bob, what was lost for its receiver', () => {
    expect(said(secure, 'bob')).not.toContain('DNS');
    const lost = bad.frames.flatMap(({ seen }, i) =>
      seen.fate === 'lost' ? [{ i: i + 1, from: seen.from }] : [],
    );
    expect(lost.length).toBeGreaterThan(0);
    for (const { i, from } of lost) {
      expect(viewOf(bad, from === 'a' ? 'bob' : 'alice').map(({ number }) => number)).not.toContain(i);
      expect(viewOf(bad, 'hacker').map(({ number }) => number)).toContain(i);
    }
  });
});

describe('layers', () => {
  it('add up to the packet, from Ethernet in', () => {
    for (const frame of [...clear.frames, ...secure.frames, ...bad.frames]) {
      const parts = layersOf(frame);
      expect(parts[0]).toEqual({ layer: 'Ethernet', bytes: 14 });
      expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(frame.seen.frame.length);
    }
    const get = secure.frames.find(({ holds }) => holds.some(({ label }) => label === 'GET /login'))!;
    // A record: header 5, nonce 8, tag 16 (RFC 5288).
    expect(
      layersOf(get)
        .map(({ layer, bytes }) => `${layer} ${bytes}`)
        .slice(2, 4),
    ).toEqual(['TCP 20', 'TLS 29']);
    expect(LAYER_NAMES.filter(({ fits }) => !fits).map(({ protocols }) => protocols)).toEqual(['TLS']);
  });
});
