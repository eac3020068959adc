/**
 * The simulation of networks, beside itself at half the size: a million bytes over a lossy link, and a SYN flood of ten
 * thousand, each again with twice and four times as much.
 *
 * "Ours" is how often the larger run is done in a second, "theirs" the smaller: a ratio of 0.50 is twice the time for twice
 * the work, which is linear; 0.25 would be quadratic.
 */
import { createHost } from '../../dist/net/host.js';
import { encodeTcpPacket, Link, SYN, VirtualClock } from '../../dist/net/index.js';
import { seededRandom } from '../../dist/random/index.js';

const MILLION = 1_000_000;
const SYNS = 10_000;
const SERVER = '192.0.2.20';

export const rows = [
  ...sizes('lossy tcp', [MILLION, 2 * MILLION, 4 * MILLION], transfer, 5, (count) => `${count / MILLION} MB`),
  ...sizes('syn flood', [SYNS, 2 * SYNS, 4 * SYNS], (count) => flood(count, false), 1),
  ...sizes('syn flood, cookies', [SYNS, 2 * SYNS, 4 * SYNS], (count) => flood(count, true), 3),
];

/** Each size beside the one before it; the first beside itself. */
function sizes(name, counts, run, rounds, shown = (count) => `${count / 1000}k`) {
  return counts.map((count, i) => {
    const smaller = counts[Math.max(i - 1, 0)];
    return {
      name: `${name}, ${shown(count)}`,
      ours: () => run(count),
      rival: { name: shown(smaller), run: () => run(smaller) },
      rounds,
    };
  });
}

/** One in fifty frames is lost, in either direction. */
function transfer(count) {
  const clock = new VirtualClock();
  const random = seededRandom('bench/net');
  const link = new Link(clock, random, { delay: 10_000, loss: 0.02, bitsPerSecond: 100_000_000 });
  const [a, b] = [
    { name: 'a', end: 'a', address: '192.0.2.10', mac: '02:00:00:00:00:0a', gatewayMac: '02:00:00:00:00:0b' },
    { name: 'b', end: 'b', address: SERVER, mac: '02:00:00:00:00:0b', gatewayMac: '02:00:00:00:00:0a' },
  ].map((own) => createHost({ ...own, clock, link, random }));
  let received = 0;
  b.listen(80, {
    onConnection: () => ({
      onData: (bytes) => {
        received += bytes.length;
      },
      onFinished: (socket) => socket.close(),
    }),
  });
  a.connect(b.address, 80, {
    onConnected: (socket) => {
      socket.send(new Uint8Array(count));
      socket.close();
    },
  });
  clock.run();
  if (received !== count) throw new Error(`${received} bytes came of ${count}`);
}

/** A server with a place for each SYN, or with 64 and cookies for the others; until the last place is given up. */
function flood(count, cookies) {
  const clock = new VirtualClock();
  const random = seededRandom('bench/net');
  const link = new Link(clock, random, { delay: 10_000 });
  const own = { name: 'b', end: 'b', address: SERVER, mac: '02:00:00:00:00:0b' };
  const server = createHost({ ...own, gatewayMac: '02:00:00:00:00:0a', clock, link, random });
  const backlog = cookies ? 64 : count;
  const { listener } = server.listen(80, { backlog, synCookies: cookies });
  for (let i = 0; i < count; i++) clock.at(i * 1000, () => link.inject('b', forgedSyn(i)));
  clock.run();
  if (listener.dropped > 0 || listener.cookiesSent !== count - backlog)
    throw new Error('a SYN had no answer');
}

function forgedSyn(index) {
  const segment = {
    sourcePort: 1024 + (index % 50_000),
    destinationPort: 80,
    seq: index,
    ack: 0,
    flags: SYN,
  };
  const more = { window: 64_240, urgentPointer: 0, options: { mss: 1460 }, payload: new Uint8Array(0) };
  const macs = { sourceMac: '02:00:00:00:00:0a', destinationMac: '02:00:00:00:00:0b' };
  const source = `198.18.${index >>> 8}.${index & 255}`;
  return encodeTcpPacket(
    { ...segment, ...more },
    { ...macs, source, destination: SERVER, identification: 0 },
  );
}
