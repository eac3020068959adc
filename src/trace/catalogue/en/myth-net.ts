/** Common sentences about TCP and HTTP that are not quite so, and better ones. */
export const mythNet = {
  'myth.value.cookie': 'cookie',

  'myth.http-handshake.said': 'HTTP begins with a three-way handshake.',
  'myth.http-handshake.truth':
    'Before the first request there is such a handshake, since HTTP/1.1 runs over TCP.',
  'myth.http-handshake.step.count':
    'Alice opens a page over http://. The handshake before it: {segments} segments, with {bytes} bytes of HTTP in them.',
  'myth.http-handshake.step.requests':
    'She sends {requests} requests over the connection. It was opened once.',
  'myth.http-handshake.step.silent':
    'Another connection, on which nothing is ever said, no HTTP either: its handshake has {segments} segments as well.',
  'myth.http-handshake.claim.bytes': 'the handshake carries something of HTTP',
  'myth.http-handshake.claim.each': 'each request begins with a handshake of its own',
  'myth.http-handshake.claim.only': 'without HTTP there is no such handshake',
  'myth.http-handshake.better':
    "The three-way handshake is TCP's: one handshake, in three segments, for a whole connection. HTTP has none.",

  'myth.https-is-stateless.said': 'HTTPS is stateless.',
  'myth.https-is-stateless.truth':
    'HTTP is: each request is understood by itself, and what is to be remembered comes with it, such as a cookie.',
  'myth.https-is-stateless.step.http':
    'A bank answers the same request with status {with} if a cookie comes with it, and with {without} if none does: of the request before it knows nothing.',
  'myth.https-is-stateless.step.twice':
    'Under TLS a record is delivered twice. The server counts records, and the number goes into the MAC: it ends the connection with {alert}.',
  'myth.https-is-stateless.step.missing':
    'In another connection one record is left out. The next one does not open by itself: {alert}.',
  'myth.https-is-stateless.claim.again': 'the same record means the same when it comes again',
  'myth.https-is-stateless.claim.alone': 'a record can be read without those before it',
  'myth.https-is-stateless.better':
    'HTTP is stateless. The TLS below it is not: both sides keep keys and count records as long as the connection lasts, and sessions even longer.',

  'myth.keep-alive.said': 'HTTP keep-alive is the keep-alive of TCP.',
  'myth.keep-alive.truth': 'Both have the name, and both have to do with a connection that stays open.',
  'myth.keep-alive.step.http':
    'Alice sends {requests} requests over one connection, as HTTP/1.1 does unless told otherwise. Keep-alive segments of TCP: {probes}.',
  'myth.keep-alive.step.tcp':
    "A connection with TCP's keep-alive, on which nothing is said: after {minutes} minutes (Linux's figure) TCP asks whether the other side is still there, {probes|time|times} within three hours.",
  'myth.keep-alive.step.bytes': 'Bytes of any program in those segments: {bytes}.',
  'myth.keep-alive.claim.needs': 'several requests over one connection need the keep-alive of TCP',
  'myth.keep-alive.claim.carries': 'the keep-alive of TCP carries requests',
  'myth.keep-alive.claim.soon': 'the keep-alive of TCP acts while pages are loaded',
  'myth.keep-alive.better':
    "HTTP's keeps a connection for the next request; TCP's asks an idle peer, after hours, whether it still lives. Each works without the other.",

  'myth.cookie-is-password.said': 'The cookie sends your password back to the server.',
  'myth.cookie-is-password.truth':
    'Whoever has the cookie is taken for you until the session ends. In that it is as good as the password.',
  'myth.cookie-is-password.step.logIn':
    'Alice logs in and opens her account: {requests} requests, with the password in {sent} of them.',
  'myth.cookie-is-password.step.search':
    'Her cookie is searched for {forms} forms of the password (as it is, hex, base64, three hashes); found: {found}.',
  'myth.cookie-is-password.step.again': 'She logs in again with the same password, and gets another cookie.',
  'myth.cookie-is-password.claim.each': 'the password is in more than one request',
  'myth.cookie-is-password.claim.inside': 'the cookie contains the password in some form',
  'myth.cookie-is-password.claim.same': 'the same password gives the same cookie',
  'myth.cookie-is-password.better':
    'The cookie carries a random number that the server drew when you logged in. The server remembers to whom it belongs, and can forget it; the password stays good.',
} as const;
