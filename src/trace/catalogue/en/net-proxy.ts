/** Words of `crypto https proxy`. */
export const netProxy = {
  'proxy.about':
    'A proxy breaks TLS open with certificates of its own CA: with its root installed it reads the password, without it the handshake fails. Both are run.',
  'proxy.opt.installed': 'only with the root of the proxy installed, or only without (unknown)',
  'proxy.hello': '── the proxy answers her ClientHello with a certificate of its own making',
  'proxy.title.installed': 'Alice has installed the root of the proxy. She opens https://bank.example/login.',
  'proxy.title.unknown': 'Without that root. She opens the same page.',
  'proxy.head.what': 'certificate',
  'proxy.head.shown': 'shown to Alice',
  'proxy.head.bank': 'of the bank itself',
  'proxy.row.subject': 'subject',
  'proxy.row.issuer': 'issuer',
  'proxy.row.fingerprint': 'SHA-256',
  'proxy.learned.both':
    'A certificate proves what the roots say that you trust: with one more root the proxy is bank.example, and it read {password}. Without it the browser broke off (alert {alert}), and nothing was sent. Alice could notice by the issuer, {issuer}, and by the fingerprint, compared with that on another line; the address bar looks the same.',
  'proxy.learned.installed':
    'The browser found nothing wrong: a root that it trusts has signed the certificate, so the proxy read {password}. Alice could notice by the issuer, {issuer}, and by the fingerprint, compared with that on another line; the address bar looks the same.',
  'proxy.learned.unknown':
    'No root that the browser trusts has signed the certificate: it broke off (alert {alert}), and no request was sent. Whoever clicks such a warning away has what installing the root brings; where HSTS is remembered, browsers offer no such click (RFC 6797, 8.4 and 12.1).',
} as const;
