/** Words of the ladder that all lessons on the network share. */
export const netLadder = {
  'net.error.jsonStdout': '--pcap: --json writes to standard output itself; name a file for the capture',
  'net.opt.pcap':
    'write what was sent, lost packets too, as a capture (pcapng) for Wireshark; times are those of sending',
  'net.error.noSecrets': '--no-secrets: expected --pcap <file> with it; nothing else holds secrets',
  'net.ladder.lost': '✗ lost',
  'net.ladder.dropped': '✗ lost',
  'net.ladder.altered': 'changed by the hacker',
  'net.ladder.injected': 'put in by somebody else',
  'net.ladder.held': 'held up on the way',
  'net.ladder.late': 'sent earlier, and held up on the way',
  'net.ladder.duplicated': 'arrives twice',
  'net.ladder.timeout': 'gives up',
  'net.ladder.reset': 'reset',
  'net.why.timeout': 'again: no answer in time',
  'net.why.fast': 'again: three duplicate ACKs',
  'net.why.recovery': 'again: another gap',
  'net.why.simultaneous-open': 'again: both opened',
  'net.why.probe': 'asks about the closed window',
} as const;
