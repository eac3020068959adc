/** What is read of a frame by the type of its link, and what is said of the rest. */
import { describe, expect, it } from 'vitest';
import { concat, fromHex } from '../../../src/bytes/index.ts';
import { readFrame } from '../../../src/net/capture/frame.ts';
import { SYN } from '../../../src/net/index.ts';
import { segment } from './conversation.ts';

const ethernet = segment('client', SYN, 0, 0);
const [addresses, ip] = [ethernet.subarray(0, 12), ethernet.subarray(14)];
const read = (linkType: number, frame: Uint8Array, originalLength = frame.length) =>
  readFrame({ linkType }, { time: 0, frame, originalLength });
const changed = (at: number, ...values: number[]) => {
  const frame = ethernet.slice();
  frame.set(values, at);
  return frame;
};

describe('a SYN', () => {
  it.each<[string, number, Uint8Array]>([
    ['Ethernet', 1, ethernet],
    ['a VLAN', 1, concat(addresses, fromHex('81000007'), ethernet.subarray(12))],
    ['two VLANs', 1, concat(addresses, fromHex('88a8000581000007'), ethernet.subarray(12))],
    ['a frame with padding', 1, concat(ethernet, new Uint8Array(6))],
    ['nothing around it', 101, ip],
    ['nothing around it, as IPv4', 228, ip],
    ['a loopback, little-endian', 0, concat(fromHex('02000000'), ip)],
    ['a loopback, big-endian', 0, concat(fromHex('00000002'), ip)],
    ['LINUX_SLL', 113, concat(fromHex('0000000100060200000000 0a00000800'.replace(' ', '')), ip)],
    ['LINUX_SLL2', 276, concat(fromHex('0800000000000001000100060200000000 0a0000'.replace(' ', '')), ip)],
  ])('is read in %s', (_, linkType, frame) => {
    expect(read(linkType, frame)).toMatchObject({
      ipv4: { source: '192.0.2.10' },
      tcp: { flags: SYN, checksum: 'good' },
    });
  });

  it('is read of an interface of its own type', () => {
    expect(
      readFrame({ linkType: 1 }, { time: 0, frame: ip, originalLength: ip.length, linkType: 101 }),
    ).toHaveProperty('tcp.flags', SYN);
  });
});

describe('what is not read', () => {
  it.each<[string, number, Uint8Array, { why: string; name: string }]>([
    ['IPv6', 1, changed(12, 0x86, 0xdd), { why: 'protocol', name: 'IPv6' }],
    ['IPv6 in a VLAN', 1, concat(addresses, fromHex('8100000786dd')), { why: 'protocol', name: 'IPv6' }],
    ['IPv6 alone', 101, fromHex('60'), { why: 'protocol', name: 'IPv6' }],
    ['IPv6 of macOS', 0, fromHex('1e000000'), { why: 'protocol', name: 'IPv6' }],
    ['ARP', 1, changed(12, 8, 6), { why: 'protocol', name: 'ARP' }],
    ['a type without a name', 1, changed(12, 0x12, 0x34), { why: 'protocol', name: 'EtherType 0x1234' }],
    ['a length in place of the type', 1, changed(12, 0, 40), { why: 'protocol', name: 'IEEE 802.2' }],
    ['ICMP', 1, changed(23, 1), { why: 'protocol', name: 'ICMP' }],
    ['another protocol', 1, changed(23, 200), { why: 'protocol', name: 'IP 200' }],
    ['a fragment', 1, changed(20, 0x20), { why: 'fragment', name: '' }],
    ['an unknown link', 127, ethernet, { why: 'link', name: '127, 802.11 radiotap' }],
    ['a link without a name', 9999, ethernet, { why: 'link', name: '9999' }],
    ['half a frame', 1, ethernet.subarray(0, 13), { why: 'malformed', name: '' }],
    ['nothing', 101, new Uint8Array(0), { why: 'malformed', name: '' }],
    ['less of a packet than it says', 1, ethernet.subarray(0, 40), { why: 'malformed', name: '' }],
  ])('%s', (_, linkType, frame, expected) => {
    expect(read(linkType, frame)).toEqual(expected);
  });

  it('is told as cut where the capture cut it, unless it is of another protocol anyway', () => {
    expect(read(1, ethernet.subarray(0, 40), ethernet.length)).toEqual({ why: 'cut', name: '' });
    expect(read(1, ethernet.subarray(0, 13), ethernet.length)).toEqual({ why: 'cut', name: '' });
    expect(read(1, changed(12, 8, 6).subarray(0, 20), 60)).toEqual({ why: 'protocol', name: 'ARP' });
  });
});
