/** Words of `crypto tcp handshake` and `crypto tcp close`. */
export const netTcp = {
  'cli.noun.tcp': 'TCP segment by segment: opening, closing, the window, a SYN flood',
  'tcp.about.handshake': 'open a connection: three segments, and what each is for',
  'tcp.about.close': 'close a connection: four segments, and what TIME-WAIT is for',
  'tcp.opt.lose': 'lose this segment once',
  'tcp.opt.twoWay': 'a stale SYN, before servers of two segments and of three',
  'tcp.opt.isn': 'initial sequence numbers of Alice and Bob, shown as such',
  'tcp.opt.predictable': 'a hacker guesses the number: of 4.4BSD, and of RFC 6528',
  'tcp.opt.reusePort': 'the same ports again at once: an old duplicate arrives',
  'tcp.opt.half': 'after one FIN the other side goes on sending',
  'tcp.opt.three': "Bob's FIN travels with his ACK",
  'tcp.opt.simultaneous': 'both close at the same time',
  'tcp.opt.forgetClose': 'a server that never calls close()',
  'tcp.error.isn': 'expected two numbers from 0 to 4294967295 with a comma between, e.g. 1000,5000',
  'tcp.error.together': '{first}: expected without {second}, since each shows a run of its own',
  'tcp.handshake.learned':
    'Each side chose a number and had it acknowledged: that takes three segments. Alice is connected at {alice} s, Bob at {bob} s.',
  'tcp.handshake.learned.syn':
    'Alice repeats her SYN at {at} s, since no answer came; Bob knew of nothing. He is connected at {bob} s.',
  'tcp.handshake.learned.syn-ack':
    'Both repeat: neither knows which of the two segments was lost. The first repeats at {at} s; Bob is connected at {bob} s.',
  'tcp.handshake.learned.ack':
    'Alice believes herself connected since {alice} s; Bob, without her ACK, repeats his SYN-ACK at {at} s, and is connected at {bob} s. The first data would have served as an ACK, too.',
  'tcp.handshake.twoWay': 'Two segments: the server is established as soon as it has answered.',
  'tcp.handshake.threeWay': 'Three segments: the server waits for the third.',
  'tcp.handshake.learned.twoWay':
    'The stale SYN leaves the server of two segments with {two|open connection|open connections} that nobody wants: it takes its own answer for the end of the handshake. That of three waits for one segment more, gets a RST, since Alice has long given up, and is left with {three}.',
  'tcp.handshake.attack.old': "4.4BSD's numbers: 64000 more for each connection. Alice is silent.",
  'tcp.handshake.attack.hashed': "RFC 6528's numbers: a hash of addresses, ports and a secret.",
  'tcp.handshake.learned.attack':
    'He guessed {guess}, and Bob chose {number}: Bob takes the command as from Alice, though the hacker never saw his answer. With RFC 6528 he guessed {otherGuess}, and it was {otherNumber}: Bob refuses.',
  'tcp.handshake.learned.attack.figures':
    "With 4.4BSD he guessed {guess}, and it was {number}; with RFC 6528 he guessed {otherGuess}, and it was {otherNumber}. Only who guesses right speaks in Alice's name.",
  'tcp.close.learned':
    'Each direction ends with a FIN and its ACK: four segments. Who closes first, Alice, stays in TIME-WAIT for {wait} s.',
  'tcp.close.withWait': 'With TIME-WAIT.',
  'tcp.close.withoutWait': 'With TIME-WAIT switched off.',
  'tcp.close.learned.last-ack':
    'TIME-WAIT, first reason: Alice is still there to acknowledge the repeated FIN. Without it the repeated FIN meets {resets|reset|resets}: Bob cannot tell whether the close was heard.',
  'tcp.close.learned.reuse':
    'TIME-WAIT, second reason: it keeps the ports from being used until old duplicates are gone. Without it Bob read {payments} payments on two connections, and Alice sent one. (Here both began with the same numbers; the clock in those of RFC 6528 makes that rare.)',
  'tcp.close.refused': 'connect() from the same port: refused, it is still in TIME-WAIT',
  'tcp.close.duplicate': 'an old duplicate of "PAY 100" arrives',
  'tcp.close.loop':
    'each refuses the other’s ACK and answers it; a limit on such answers ends that (RFC 5961, 7)',
  'tcp.close.learned.half':
    "A FIN closes one direction: Alice sends no more, and still received {bytes} bytes after Bob's ACK of it.",
  'tcp.close.learned.three':
    'Bob had nothing more to send and closed before his ACK was due, so that ACK and FIN went in one segment: {segments} segments instead of four.',
  'tcp.close.learned.simultaneous': 'Both FINs cross: both go through CLOSING, and both wait in TIME-WAIT.',
  'tcp.close.learned.forget':
    'The peers have closed, and the program has not: {count} connections in CLOSE-WAIT, with no timer to end them. Only close() does. (Drawn is one of them; Alice’s end leaves FIN-WAIT-2 after {seconds} s, as Linux does.)',
  'tcp.close.tally': 'Bob at {time} s, as netstat counts (it writes CLOSE_WAIT):',
} as const;
