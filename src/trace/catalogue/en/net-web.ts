/** Words of `crypto http` and `crypto https`: the way from the URL to the page. */
export const netWeb = {
  'cli.noun.http': 'a log-in in the clear: DNS, TCP, HTTP, and who can read it',
  'cli.noun.https': 'the same log-in under TLS; a capture that Wireshark opens decrypted',
  'web.about.http':
    'A log-in at bank.example in the clear, simulated in real bytes: DNS, the TCP handshake, HTTP with a cookie, the close.',
  'web.about.https':
    'A log-in at bank.example, simulated in real bytes: DNS, the TCP handshake, the TLS handshake, HTTP with a cookie, the close.',
  'web.arg.url': 'a page of bank.example, opened after the log-in',
  'web.opt.lossy': 'a bad line: packets are lost, doubled and overtaken, the same ones for the same seed',
  'web.opt.all': 'show bare ACKs too',
  'web.opt.view': 'the same run as one of them sees it',
  'web.opt.layers': 'each packet as layers in each other, in the terms of TCP/IP and of OSI',
  'web.opt.pcap': 'write the packets as a capture (pcapng) for Wireshark, with the TLS secrets inside',
  'web.opt.noSecrets': 'leave the TLS secrets out of the capture',
  'web.error.url': '<url>: expected one that begins with {start}, the only site there is, got {got}',
  'web.error.oneWay': '{b}: expected without {a}; each shows the run in a way of its own',
  'web.pcapOpen': 'written: {path}; the TLS secrets are inside, so Wireshark and tshark show it decrypted',
  'web.pcapShut': 'written: {path}, without the TLS secrets: what a listener on the line records',
  'web.pcapClear': 'written: {path}; nothing in it is encrypted',

  'web.party.alice': 'Alice',
  'web.party.bob': 'Bob',
  'web.party.resolver': 'DNS',
  'web.phase.dns': '── DNS: a resolver is asked for the address of the name (UDP, in the clear)',
  'web.phase.tcp': '── TCP: three segments, and both know where the other begins to count',
  'web.phase.tls': '── TLS: whom we speak to, and keys that only the two have',
  'web.phase.http': '── HTTP: the log-in, a cookie for it, the page',
  'web.phase.close': '── The close: each side ends its own direction',
  'web.name.dns': 'DNS',
  'web.name.tcp': 'TCP',
  'web.name.tls': 'TLS',
  'web.name.http': 'HTTP',
  'web.name.close': 'close',
  'web.lost': 'lost',
  'web.again': 'again ({why}), {bytes}',
  'web.why.timeout': 'timer',
  'web.why.fast': 'duplicate ACKs',
  'web.dns.cache':
    'No cache of her browser or her system had it; that of the resolver did, for {ttl} s more.',
  'web.method': 'method',
  'web.method.safe': 'safe',
  'web.method.idempotent': 'idempotent',
  'web.method.cacheable': 'cacheable',
  'web.method.explicitly': 'if the answer says so',
  'web.folded': 'Bare ACKs not shown: {count}; --all shows them.',
  'web.cost.phase': 'phase',
  'web.cost.time': 'time',
  'web.cost.trips': 'round trips',
  'web.cost.times': 'time / {trip} ms',
  'web.cost.packets': 'packets',
  'web.cost.bytes': 'bytes',
  'web.cost.useful': 'HTTP bytes',
  'web.cost.sum': 'sum',
  'web.againList': 'Sent again by TCP: {count|packet|packets} ({numbers}). tshark marks the same.',
  'web.learned.http':
    'Password and cookie crossed the line as they are: whoever listened has both. crypto https shows the same log-in under TLS.',
  'web.learned.https':
    'TLS costs {trips} round trips and {bytes} bytes before the first byte of HTTP; in return nobody on the line reads password, cookie or page, or changes them unnoticed.',
  'web.learned.https.lossy':
    'TLS took {time} ms, as long as {trips} round trips of {trip} ms would on a line that loses nothing, and {bytes} bytes before the first byte of HTTP; in return nobody on the line reads password, cookie or page, or changes them unnoticed.',
  'web.learned.gaveUp': 'The line was too bad: the page was not reached.',

  'web.view.from': 'from',
  'web.view.reads.alice': 'what Alice reads',
  'web.view.reads.bob': 'what Bob reads',
  'web.view.reads.hacker': 'what the hacker reads (▒ type, length)',
  'web.can.knows': 'Knows: ',
  'web.can.reads': 'Can read: ',
  'web.can.changes': 'Can change: ',
  'web.alice.http.knows':
    'her password {password} and the cookie the bank gave her; not whom she speaks to: nothing proves that it is {host}.',
  'web.alice.http.reads': 'all that she sends and gets, as everybody else on the line.',
  'web.alice.http.changes': 'what she sends, the cookie too: so its value must be one that nobody can guess.',
  'web.alice.https.knows':
    'her password {password} and the cookie the bank gave her; and that she speaks to {host}: a root she trusts has signed its certificate, and Finished proved that it holds the private key.',
  'web.alice.https.reads': 'all that she sends and gets: TLS ends in her browser.',
  'web.alice.https.changes':
    'what she sends, the cookie too: so its value must be one that nobody can guess.',
  'web.bob.http.knows':
    'the password of alice, and that the cookie {cookie} stands for her session; not that it is Alice who sends it.',
  'web.bob.http.reads': 'all that comes from {address}, as everybody else on the line.',
  'web.bob.http.changes':
    'his own answers; and he can end the session, after which the cookie is worth nothing.',
  'web.bob.https.knows':
    'the password of alice, and that the cookie {cookie} stands for her session; TLS did not tell him who she is: she showed no certificate, the password did.',
  'web.bob.https.reads': 'all that comes from {address}: TLS ends in his server, and hides nothing from it.',
  'web.bob.https.changes':
    'his own answers; and he can end the session, after which the cookie is worth nothing.',
  'web.hacker.http.knows':
    'the password {password} and the cookie {cookie}: with either of them he is Alice to {host}.',
  'web.hacker.http.reads': 'every byte.',
  'web.hacker.http.changes':
    'everything, in both directions, unnoticed: anybody can compute the checksums of IP and TCP anew.',
  'web.hacker.https.knows':
    'who talks to whom, when and how much; the name {host}, from DNS, server_name and the certificate.',
  'web.hacker.https.reads':
    'the handshake up to ChangeCipherSpec, and of every record after it type and length; not the path, password, cookie or page. Lengths tell something: often which page it was.',
  'web.hacker.https.changes':
    'any packet, but not unnoticed: a changed record does not pass its check and ends the connection. He can cut the line, and answer DNS falsely; the server he leads to lacks the private key.',

  'web.layers.nested': 'layers in each other, each with its own bytes',
  'web.layers.protocols': 'protocol',
  'web.layers.misfit': 'Where OSI does not fit:',
  'web.layer.application': 'application',
  'web.layer.transport': 'transport',
  'web.layer.internet': 'internet',
  'web.layer.link': 'link',
  'web.misfit.tls':
    'TLS keeps sessions (5), and changes how data looks on the line (6); but it lies as one layer on TCP, and belongs to the program. To TCP/IP all of it is application.',
  'web.misfit.tcp':
    'TCP opens and closes the connection and keeps both sides in step, which OSI gives to its session layer as well.',
  'web.misfit.cookie':
    'The session of the log-in is a cookie: it outlives every connection, and stands in HTTP, at 7.',
  'web.misfit.link':
    'The link of TCP/IP is 1 and 2 together. Of Ethernet a capture holds 14 bytes; preamble and check sequence are not in it.',
} as const;
