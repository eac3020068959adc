/** Words of `crypto http session`. */
export const netSession = {
  'session.about':
    'The cookie of a log-in stolen and used from another address; what Secure, HttpOnly, a MAC and an id in the URL do about it, each run.',
  'session.opt.topic': 'what is tried, each without and with it; unless given, the theft alone',
  'session.opt.url': 'the same as --topic url',
  'session.notOnLine': '── the hacker does not hear this line: only what is sent to him is his',
  'session.logout': '── Alice logs out; the hacker tries again',
  'session.clearPage': '── Alice opens a page of the bank in the clear',
  'session.script': '── a script that the hacker got into the page reads document.cookie',
  'session.click': '── Alice follows a link to a site that is the hacker’s',
  'session.share': '── Alice sends a friend the link of the page, and the friend hands it on',
  'session.alter': '── the hacker logs in as mallory, and writes alice into his cookie',
  'session.title.line': 'An id in a cookie, in the clear: the hacker reads it off the line.',
  'session.title.line.insecure': 'Log-in under TLS; the cookie without Secure.',
  'session.title.line.secure': 'Log-in under TLS; the cookie with Secure.',
  'session.title.line.signed': 'The name with a MAC, stolen as it is.',
  'session.title.script.open': 'A script in the page; the cookie without HttpOnly.',
  'session.title.script.httpOnly': 'A script in the page; the cookie with HttpOnly.',
  'session.title.alter.name': 'The cookie holds the name, and nothing else.',
  'session.title.alter.signed': 'The cookie holds the name and an HMAC over it (“signed”).',
  'session.title.referer.whole': 'The id in the URL; a browser that sends the whole page in Referer.',
  'session.title.referer.origin': 'The id in the URL; a browser of today, which sends the origin alone.',
  'session.title.link': 'The id in the URL; Alice shares the link.',
  'session.head.try': 'try',
  'session.head.got': 'got hold of it',
  'session.head.entered': 'is Alice',
  'session.head.after': 'after log-out',
  'session.yes': 'yes',
  'session.no': 'no',
  'session.learned.plain':
    'The bank knows whoever holds the cookie: used from {address} it was Alice’s account. No password was needed. Logging out ended the session on the server, and the copy was worth nothing.',
  'session.learned.secure':
    'TLS protected the log-in, but the browser sent the same cookie along with the first request in the clear. With Secure it does not leave under http:// at all.',
  'session.learned.http-only':
    'A script in the page reads every cookie but those with HttpOnly. It can still ask the bank from within Alice’s browser: HttpOnly keeps the cookie in, not the script out.',
  'session.learned.signed':
    'Without a MAC he wrote himself another name; with it the altered cookie was refused. A stolen one is still as good as the original, and after log-out too: the server keeps nothing that it could end. So: an id, or a MAC over an id and a time.',
  'session.learned.url':
    'An id in the URL goes wherever the URL goes: into Referer of old browsers, into links that are shared, into logs. Browsers of today send other sites the origin alone; the shared link stays.',
  'session.learned.other': 'This run ended otherwise than usual; the table says how.',
} as const;
