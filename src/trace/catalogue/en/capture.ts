/** Words of captures of network traffic. */
export const capture = {
  'cli.noun.capture': 'captures of network traffic (pcapng, pcap): who talked with whom, and how it went',

  'capture.read.about': 'Tell what happened in a capture: conversations, handshakes, data, repeats, closes.',
  'capture.read.file': 'a pcapng or pcap file; - or nothing is standard input',
  'capture.read.packets': 'a line for each packet, in the manner of tcpdump',

  'capture.head': '{format}: {packets} packets in {seconds} s',
  'capture.secrets.inside': 'TLS secrets are inside: whoever has the file can decrypt it.',
  'capture.secrets.none': 'No TLS secrets are inside.',
  'capture.others': 'Packets that are not read (no TCP or UDP over IPv4, or cut): {count}',
  'capture.malformed': 'Malformed packets: {count}',
  'capture.badChecksums': 'Packets with a wrong checksum: {count}',
  'capture.more': '… and {count} more conversations; --json tells all',

  'capture.label.handshake': 'handshake',
  'capture.label.data': 'data',
  'capture.label.again': 'repeated',
  'capture.label.close': 'close',
  'capture.data': '{bytes} bytes, packets: {packets}',
  'capture.handshake.complete': 'SYN, SYN-ACK, ACK: complete',
  'capture.handshake.syn-ack': 'SYN, SYN-ACK, and no ACK: half open',
  'capture.handshake.syn': 'SYN, and no answer',
  'capture.handshake.refused': 'SYN, answered by RST: refused',
  'capture.handshake.none': 'not in the capture',
  'capture.close.fin': 'a FIN from each end',
  'capture.close.half': 'a FIN from one end only',
  'capture.close.reset': 'RST: broken off',
  'capture.close.open': 'not in the capture',
} as const;
