/** The scenes on the network: what their captures hold, and that their figures are read off the run. */
import { describe, expect, it } from 'vitest';
import { parsePacket, readCapture } from '../../src/net/index.ts';
import { seededRandom } from '../../src/random/index.ts';
import { type Figure, SCENES } from '../../src/story/index.ts';

const random = seededRandom('network');
const scene = (number: number) => SCENES.find((each) => each.number === number)!.run({ random });
const TOLD = new Map([1, 13, 15, 17, 18].map((number) => [number, scene(number)]));
const figure = <Kind extends Figure['kind']>(number: number, kind: Kind) =>
  TOLD.get(number)!.figures.find((each) => each.kind === kind) as Extract<Figure, { kind: Kind }>;
const file = (number: number, name: string) =>
  TOLD.get(number)!.documents!.find((each) => each.name === name)!.content as Uint8Array;
const packetsOf = (bytes: Uint8Array) => readCapture(bytes).packets.map(({ frame }) => parsePacket(frame));
const text = (bytes: Uint8Array) => String.fromCharCode(...bytes);

describe('the captures of the story', () => {
  it.each([
    [1, 'http.pcapng'],
    [13, 'tcp-handshake.pcapng'],
    [15, 'https.pcapng'],
    [15, 'https-no-secrets.pcapng'],
    [18, 'tcp-close.pcapng'],
  ])('scene %i: %s has good checksums only', (number, name) => {
    const packets = packetsOf(file(number, name));
    expect(packets.length).toBeGreaterThan(2);
    for (const { ipv4, tcp, udp } of packets) {
      expect(ipv4?.checksum).toBe('good');
      expect((tcp ?? udp)?.checksum).toBe('good');
    }
  });

  it('holds in scene 1 the password, the advertisement, and the hacker with the cookie', () => {
    const all = text(file(1, 'http.pcapng'));
    expect(all).toContain('password=open-sesame');
    expect(all).toContain('<h1>Your account</h1><p>Win a phone! Click here.</p>');
    const own = packetsOf(file(1, 'http.pcapng')).filter(({ ipv4 }) => ipv4?.source === '203.0.113.66');
    expect(own.some(({ tcp }) => text(tcp?.payload ?? new Uint8Array(0)).includes('Cookie: session='))).toBe(
      true,
    );
  });

  it('holds in scene 15 nothing of it, and the key log in one of two files', () => {
    for (const name of ['https.pcapng', 'https-no-secrets.pcapng']) {
      const all = text(file(15, name));
      for (const secret of ['open-sesame', 'session=', 'Your account']) expect(all).not.toContain(secret);
      expect(all).toContain('bank.example');
      expect(all.includes('CLIENT_RANDOM')).toBe(name === 'https.pcapng');
    }
  });
});

describe('the figures on the network', () => {
  it('has a checksum that fits the page as sent and as altered, and one that does not', () => {
    const { rows } = figure(1, 'checksums');
    expect(rows.map(({ taken }) => taken)).toEqual([true, false, true]);
    expect(rows.map(({ carried, computed }) => carried === computed)).toEqual([true, false, true]);
    expect(rows[0]!.carried).not.toBe(rows[2]!.carried);
  });

  it('draws three arrows, x+1 and y+1, and each state when its side comes into it', () => {
    const rows = figure(13, 'arrows').rows.map(({ time, label, alice, bob }) => [time, label, alice, bob]);
    expect(rows).toEqual([
      [0, 'SYN  seq = x', 'SYN-SENT', undefined],
      [10_000, 'SYN+ACK  seq = y  ack = x+1', undefined, 'SYN-RECEIVED'],
      [20_000, 'ACK  ack = y+1', 'ESTABLISHED', undefined],
      [30_000, undefined, undefined, 'ESTABLISHED'],
    ]);
    expect(figure(13, 'arrows').rows.map(({ arrives }) => arrives)).toEqual([
      10_000,
      20_000,
      30_000,
      undefined,
    ]);
  });

  it('draws four arrows, and 2 MSL of TIME-WAIT', () => {
    const { rows } = figure(18, 'arrows');
    expect(rows.map(({ time, label, alice, bob }) => [time, label, alice, bob])).toEqual([
      [100_000, 'FIN+ACK  seq = u  ack = v', 'FIN-WAIT-1', undefined],
      [110_000, 'ACK  ack = u+1', undefined, 'CLOSE-WAIT'],
      [115_000, 'FIN+ACK  seq = v  ack = u+1', undefined, 'LAST-ACK'],
      [120_000, undefined, 'FIN-WAIT-2', undefined],
      [125_000, 'ACK  ack = v+1', 'TIME-WAIT', undefined],
      [135_000, undefined, undefined, 'CLOSED'],
      [60_125_000, undefined, 'CLOSED', undefined],
    ]);
  });

  it('reads the same packets with the key log and without', () => {
    const { rows } = figure(15, 'capture');
    const row = rows.find(({ open }) => open[0] === 'POST /login')!;
    expect(row.open).toContain('user=alice&password=open-sesame');
    expect(row.shut).toEqual([expect.stringMatching(/^TLS application_data, \d+$/)]);
  });

  it('shows the form on its way to the hacker in the clear, and from him under TLS', () => {
    const forms = figure(17, 'hops').rows.filter(({ below }) => below.some((line) => /password=/.test(line)));
    expect(forms.map(({ from, to, secure }) => [from, to, secure])).toEqual([
      ['alice', 'hacker', false],
      ['hacker', 'bank', true],
    ]);
  });
});

describe('what is said of the network', () => {
  const said = (number: number, id: string) => {
    const { say, values } = TOLD.get(number)!.trace.steps.find((each) => each.id === id)!;
    return { say: say.split('.').at(-1), ...values };
  };

  it('is read off the runs', () => {
    expect(said(13, 'alice.confirm')).toMatchObject({ segments: '3' });
    expect(said(13, 'alice.repeat')).toMatchObject({ after: '1000', connected: '1020' });
    expect(said(13, 'bob.stale')).toMatchObject({ two: '1', three: '0' });
    expect(said(13, 'bob.believe')).toMatchObject({ say: 'believe' });
    expect(said(13, 'bob.doubt')).toMatchObject({ say: 'doubt' });
    expect(said(15, 'hacker.search')).toMatchObject({ secrets: '4', found: '0' });
    expect(said(15, 'hacker.alter')).toMatchObject({ say: 'refused' });
    expect(said(15, 'alice.open')).toMatchObject({ say: 'open' });
    expect(said(17, 'alice.known')).toMatchObject({ clear: '0' });
    expect(said(18, 'alice.wait')).toMatchObject({ seconds: '60' });
    expect(said(18, 'alice.again')).toMatchObject({ say: 'again', resets: '0' });
    expect(said(18, 'alice.gone')).toMatchObject({ resets: '1' });
  });
});
