/** Words of `crypto http hsts`, and of every ladder with a hacker between two parties. */
export const netHsts = {
  'hop.party.alice': 'Alice',
  'hop.party.hacker': 'hacker',
  'hop.party.bank': 'bank.example',
  'hop.legend': '── in the clear   ══ under TLS',
  'hop.opt.noSecrets': 'leave the TLS secrets out of the capture',
  'hop.pcap': 'written: {path}; all parts are in it, one after the other',
  'hop.pcapShut':
    'written: {path}, without the TLS secrets: what a listener on the line records; all parts are in it, one after the other',
  'hop.pcapOpen':
    'written: {path}; the TLS secrets of all parties are inside, so Wireshark and tshark show it decrypted',

  'hsts.about':
    'Alice types bank.example, and her browser asks in the clear first. The hacker keeps her there (SSL stripping), until HSTS stops him.',
  'hsts.opt.visit': 'which visit he is there for; the first of two is without him',
  'hsts.opt.preload': 'the name is on the list that came with the browser',
  'hsts.opt.noHsts': 'the bank never sends Strict-Transport-Security',
  'hsts.opt.noHacker': 'nobody on the line: the redirect as it should be',
  'hsts.title.first': 'First visit, the hacker on the line. Alice types bank.example/login.',
  'hsts.title.second': 'Second visit, the hacker on the line; the first one was without him.',
  'hsts.title.honest': 'Nobody on the line. Alice types bank.example/login.',
  'hsts.visit.before': '── the first visit',
  'hsts.visit.watched': '── an hour later',
  'hsts.learned.both':
    'On a first visit the browser asks in the clear, and whoever answers first decides: the hacker speaks TLS with the bank, none with Alice, and reads {password}. Once the bank has said Strict-Transport-Security under TLS, the browser asks in the clear no more, and he gets no request to answer. The first visit stays open (trust on first use), unless the name came with the browser: --preload. And he can always cut the line.',
  'hsts.learned.first':
    'Nothing was remembered yet, so the browser asked in the clear. The hacker spoke TLS with the bank, none with Alice, and kept Strict-Transport-Security to himself: he read {password}. What Alice can see: her address bar says {url}.',
  'hsts.learned.never':
    'A bank that never says Strict-Transport-Security is asked in the clear at every visit, and can be stripped at every one: the hacker read {password}. What Alice can see: her address bar says {url}.',
  'hsts.learned.gap':
    'The redirect works. But the first request and its answer were in the clear: whoever answers before the bank decides where Alice goes.',
  'hsts.learned.remembered':
    'The browser remembered the bank and made https:// of http:// before anything left: the hacker waited for a request in the clear, and none came. He can still cut the line; and the first visit was open.',
  'hsts.learned.known':
    'The browser remembered the bank and made https:// of http:// before anything left: nothing went in the clear.',
  'hsts.learned.preload':
    'The name came with the browser, so not even the first visit begins in the clear: there is nothing to strip.',
} as const;
