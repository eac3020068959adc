/** Words of the scenes on the network: 1, 13, 15, 17 and 18. */
export const storyNet = {
  'story.value.cookie': 'and the cookie',
  'story.value.form': 'form',
  'story.value.command': 'command',

  'story.title.postcard': 'Clear text is a postcard',
  'story.step.postcard.send':
    'logs in at http://bank.example. Behind {segments} segments of TCP goes the form with her password, all of it in the clear.',
  'story.step.postcard.read':
    'stands on the line and reads along: the password, and the cookie that the bank gives her for it: {cookie}',
  'story.step.postcard.use': 'connects to the bank himself, and sends that cookie.',
  'story.step.postcard.answer': 'knows only the cookie, and shows him her account.',
  'story.step.postcard.insert':
    "adds {bytes} bytes of advertisement to her page on its way back. He corrects HTTP's length and TCP's numbers, and computes TCP's checksum again.",
  'story.step.postcard.see': 'gets a page that her computer accepts like any other.',
  'story.figure.checksums': 'the segment with the page, and what the TCP of Alice says to it:',
  'story.checksum.segment': 'segment',
  'story.checksum.carried': 'checksum in it',
  'story.checksum.computed': 'Alice computes',
  'story.checksum.tcp': 'her TCP',
  'story.checksum.takes': 'takes it',
  'story.checksum.drops': 'drops it',
  'story.segment.sent': 'as the bank sent it',
  'story.segment.careless': 'advertisement, checksum kept',
  'story.segment.altered': 'advertisement, computed anew',
  'story.learned.postcard':
    'Whoever carries clear text can read it, use it and change it; a checksum that anybody can compute notices noise, not people.',
  'story.still.postcard': 'read everything, change everything, be anyone.',
  'story.because.cookieIsAlice': 'whoever has the cookie is Alice',

  'story.title.numbers': 'Both sides confirm their starting numbers',
  'story.step.numbers.syn': 'draws a number to count her bytes from, x = {x}, and sends it: SYN.',
  'story.step.numbers.answer':
    'confirms it by naming the number that he expects next, x+1, and sends one of his own, y = {y}: SYN and ACK in one segment.',
  'story.step.numbers.confirm':
    "confirms his in turn, y+1. Now each knows that the other has its number: one handshake, in {segments} segments. It is TCP's; HTTP has none.",
  'story.step.numbers.repeat':
    'loses her SYN the next time. Nobody answers, so she sends it again after {after} ms, and is connected after {connected} ms.',
  'story.step.numbers.stale':
    'gets a stale SYN, which was held up until Alice had given up. If two segments were enough, he would now hold {two|connection|connections} that nobody wants. But Alice answers his SYN-ACK with RST, so of three he holds {three}.',
  'story.step.numbers.ask':
    "cannot see what Bob answers to Alice. But Bob's old system (4.4BSD) adds 64000 for each connection: the hacker connects, gets {sample}, guesses {guess}, and sends SYN, ACK and a command in Alice's name.",
  'story.step.numbers.believe': 'had chosen {number}, so the ACK fits: he takes the command for one of hers.',
  'story.step.numbers.doubt': 'had chosen {number}: the ACK does not fit, and he refuses.',
  'story.step.numbers.again':
    'tries it on a Bob of today, whose number is a hash of addresses, ports and a secret (RFC 6528), plus a clock; he guesses {guess}.',
  'story.figure.threeArrows': 'three arrows, one handshake; each leaves at the time beside it:',
  'story.document.http':
    'all packets of scene 1, for Wireshark or crypto capture read: password and cookie in the clear, every checksum good',
  'story.document.tcpHandshake': 'the three segments of scene 13',
  'story.learned.numbers':
    'Each side must have its number confirmed by the other, and that takes three segments. A number that nobody can guess keeps out whoever does not see the answers.',
  'story.still.numbers':
    'do as he likes where he stands on the line: there he reads the numbers, and need not guess (scene 1).',
  'story.attack.isnOld': 'open a connection as Alice, numbers predictable',
  'story.attack.isnHashed': 'open a connection as Alice, numbers by RFC 6528',
  'story.because.isnStep': 'each number is the last one plus 64000',
  'story.because.isnSecret': 'the number takes a secret that he does not have',

  'story.title.relation': 'The content is hidden, the relationship is not',
  'story.step.relation.send':
    'logs in as in scene 1, but at https://bank.example: {bytes} bytes pass over TCP.',
  'story.step.relation.search':
    'stands on the line as before. He looks for {secrets} things in all that passes (the password, the cookie, what page was asked for, the page); found: {found}.',
  'story.step.relation.refused':
    'flips one bit of the page in another such connection, and computes the checksum of TCP again. TCP takes it; TLS does not (bad_record_mac), and ends the connection.',
  'story.step.relation.altered': 'flips one bit of the page in another such connection, and Alice sees it.',
  'story.step.relation.see':
    'still sees with whom she speaks: the name bank.example passes {times} times in the clear, in ClientHello (server_name) and in the certificate; and before, in the DNS question.',
  'story.step.relation.measure':
    'opens the log-in page himself: its record has {length} bytes. Just one record of hers is as long, so he knows when she opened that page.',
  'story.step.relation.unsure':
    'opens the log-in page himself: its record has {length} bytes. So have several of hers, or none.',
  'story.step.relation.open':
    'has a browser that can write a key log. With it, the very same packets open: {bytes} bytes of HTTP.',
  'story.step.relation.closed': 'has a key log, but the packets do not open with it.',
  'story.figure.capture': 'one capture, without the key log and with it:',
  'story.capture.from': 'from',
  'story.capture.bytes': 'bytes',
  'story.capture.shut': 'without the key log',
  'story.capture.open': 'with it',
  'story.document.https':
    'all packets of scene 15 with the key log inside: Wireshark opens them decrypted, without any setting',
  'story.document.httpsShut': 'the same packets as the hacker has them, without the key log',
  'story.document.httpsKeys':
    'that key log: wireshark -o tls.keylog_file:https-keys.log https-no-secrets.pcapng shows the HTTP',
  'story.learned.relation':
    'HTTPS hides what is said, and shows when it is changed. Who talks with whom, when and how much stays visible.',
  'story.still.relation':
    'see names, times and sizes; keep the recording (scene 16); and get hold of her before TLS begins (scene 17).',
  'story.attack.relationRead': 'read password, cookie or page',
  'story.attack.relationAlter': 'alter the page',
  'story.attack.relationName': 'see which bank it is',
  'story.attack.relationSize': 'recognise a page by its length',
  'story.because.encrypted': 'it is encrypted under keys that he lacks',
  'story.because.recordTag': 'the tag of the record does not fit',
  'story.because.helloClear': 'name and certificate pass in the clear',
  'story.because.lengthClear': 'encryption does not hide lengths',

  'story.value.url': 'address bar',
  'story.value.read': 'he reads',
  'story.title.weakest': 'The weakest step comes before TLS',
  'story.step.weakest.type':
    'types bank.example, without https://. So her browser asks over http://, in the clear; the bank would only answer: come to https:// (redirect).',
  'story.step.weakest.strip':
    'answers first. He himself asks the bank over https://, and hands its pages to Alice over http:// (SSL stripping).',
  'story.step.weakest.login': 'sees her bank, without a warning and without a lock, and logs in.',
  'story.step.weakest.again':
    'comes back an hour after a visit that nobody disturbed. To the bank it makes no difference, and so the hacker reads again:',
  'story.step.weakest.demand':
    'sends Strict-Transport-Security (HSTS) from now on: for a year, come over https:// only.',
  'story.step.weakest.known':
    'comes back after an undisturbed visit, and types the same name. Her browser remembers, and asks over https:// at once; requests in the clear: {clear}.',
  'story.step.weakest.preload':
    'comes for the very first time, with a browser that had the name on its list from the beginning (preload); requests in the clear: {clear}.',
  'story.figure.redirect': 'the first visit, a redirect that never reaches Alice:',
  'story.learned.weakest':
    'TLS protects only what goes through TLS. HSTS closes the step before it from the second visit on, a preload list from the first.',
  'story.still.weakest':
    'wait for a first visit to a site that is on no list; and lead Alice to another name.',
  'story.attack.stripFirst': 'strip https:// from a first visit',
  'story.attack.stripNever': 'strip it later, no HSTS being sent',
  'story.attack.stripKnown': 'strip it later, with HSTS',
  'story.attack.stripPreload': 'strip a first visit, the name preloaded',
  'story.because.notYetKnown': 'the browser does not know the site yet',
  'story.because.neverKnown': 'nothing tells the browser to insist',
  'story.because.known': 'HSTS: it asks over https:// at once',
  'story.because.preloaded': 'the list came with the browser',

  'story.title.goodbye': 'Goodbye has two directions',
  'story.step.goodbye.fin':
    'has no more to send: FIN, number u = {u}. Bob confirms u+1. That closes one direction.',
  'story.step.goodbye.both':
    'closes the other when he is done as well: FIN, number v = {v}, and Alice confirms v+1. {segments} segments in all.',
  'story.step.goodbye.wait':
    'closed first, so she stays for another {seconds} seconds (TIME-WAIT): twice as long as a segment may live (2 MSL; the figure is that of Linux).',
  'story.step.goodbye.half':
    'is not done yet another time: {bytes} more bytes reach Alice after he has confirmed her FIN (half-close).',
  'story.step.goodbye.again':
    'loses her last ACK, once. Bob sends his FIN again; she is still there, and confirms it again. RSTs: {resets}.',
  'story.step.goodbye.never': 'loses her last ACK, once. Bob does not repeat his FIN. RSTs: {resets}.',
  'story.step.goodbye.gone':
    'goes at once another time, without waiting. The repeated FIN meets nobody; RSTs: {resets}. Bob cannot know whether his last bytes arrived.',
  'story.figure.fourArrows': 'four arrows, then 2 MSL; each leaves at the time beside it:',
  'story.document.tcpClose': 'the connection of scene 18, from SYN to the last ACK',
  'story.learned.goodbye':
    'Each direction closes by itself, with a FIN and its ACK; and who closes first waits, in case the last ACK was lost.',
  'story.still.goodbye':
    'send a FIN or RST of his own, where he sees the numbers, and so cut a page short. That is why TLS says goodbye itself (close_notify), under its keys.',
} as const;
