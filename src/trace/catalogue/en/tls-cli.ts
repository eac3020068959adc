/** Words of `crypto tls server` and `crypto tls client`. */
export const tlsCli = {
  'cli.noun.tls': 'TLS 1.2 with RSA key exchange: the handshake shown, and real connections',

  'tls.server.about':
    'Serve TLS 1.2 with RSA key exchange: prints what clients send and sends them what is typed, or echoes, or shows a web page about the connection.',
  'tls.client.about':
    'Connect to a TLS 1.2 server with RSA key exchange: sends standard input and prints what comes back, or fetches one page.',
  'tls.arg.server': 'host or address of the server, and its port (443 where there is none); [::1]:4433',
  'tls.opt.cert': "the server's certificate, and after it those above it, without the root",
  'tls.opt.key': 'the private key of the certificate',
  'tls.opt.port': 'port to listen on; 0 takes a free one',
  'tls.opt.host': 'address to listen on; 0.0.0.0 is all, and then others can connect too',
  'tls.opt.www': 'answer HTTP with a page about the very connection it came by',
  'tls.opt.echo': 'send back whatever comes',
  'tls.opt.suite':
    'suites, best first, as AES128-SHA or TLS_RSA_WITH_AES_128_CBC_SHA; weak ones only so: DES-CBC3-SHA, RC4-SHA, RC4-MD5, NULL-SHA256',
  'tls.opt.alpn': 'protocols spoken inside, best first, as http/1.1 (ALPN)',
  'tls.opt.noEms': 'without extended_master_secret',
  'tls.opt.noEtm': 'without encrypt_then_mac',
  'tls.opt.keylog': 'append the secrets of each connection, as Wireshark reads them',
  'tls.opt.accept': 'end after so many connections',
  'tls.opt.maxConnections': 'at most so many at the same time; more are closed at once',
  'tls.opt.handshakeTimeout': 'seconds a client may take over the handshake',
  'tls.opt.idleTimeout': 'seconds without anything, after which a connection is closed',
  'tls.opt.ca': 'certificates that are trusted; may be given several times',
  'tls.opt.servername':
    'the name that is meant, where it is another than HOST: asked for, and looked for in the certificate',
  'tls.opt.get': 'fetch this path with HTTP, and print the body',
  'tls.opt.insecure': 'take any certificate: then nobody knows who the server is',
  'tls.opt.resume': 'connect twice: the second time goes on with the session of the first',
  'tls.opt.timeout':
    'seconds to wait for the connection, for the handshake, and with --get for more of the page',
  'tls.opt.wait': 'at the end of standard input: seconds of silence after which the connection is closed',

  'tls.error.suite': 'expected {choices}, got {got}',
  'tls.error.alpn': 'expected a name such as http/1.1, got {got}',
  'tls.error.wwwEcho': '--www and --echo: expected one of them, got both',
  'tls.error.target': 'expected a host and a port, such as localhost:4433 or [::1]:4433, got {got}',
  'tls.error.noCa': '--ca FILE names whom you trust to say who the server is; --insecure asks nobody',
  'tls.error.path': '--get: expected a path that begins with /, without spaces and with %20 for them',
  'tls.error.failed': '{address}: {sentence}',
  'tls.error.incomplete': 'the server closed before the page was whole',
  'tls.error.http': 'expected an answer of HTTP/1.1, got something else ({reason}); --get is for web servers',
  'tls.error.refused': '{address}: nobody listens there; start the server first, or look at the port',
  'tls.error.unknownHost': '{address}: no such host',
  'tls.error.noNames': '{address}: names cannot be looked up now; try its IP address',
  'tls.error.portInUse':
    '{address}: the port is taken by another program; choose another with --port, 0 for any',
  'tls.error.notOurAddress': '{address}: no address of this machine; --host takes 127.0.0.1, ::1 or 0.0.0.0',
  'tls.error.portForbidden': '{address}: not permitted; ports below 1024 are often reserved, try --port 4433',
  'tls.error.connectTimeout':
    '{address}: no answer; it is not there, or something on the way keeps it from answering',
  'tls.error.unreachable': '{address}: no way leads there',
  'tls.error.socket': '{address}: no connection ({reason})',

  'tls.note.listening': 'listening on {address}',
  'tls.note.history':
    'RSA key exchange is history: whoever records a connection and later gets the private key reads it all; TLS 1.3 has done away with it',
  'tls.note.open': 'not only this machine can connect; --host 127.0.0.1 keeps others out',
  'tls.note.keylog': '{path}: receives the secrets of every connection; whoever has it reads them all',
  'tls.note.keylogFailed': '{path}: cannot be written ({reason}); no more secrets go there',
  'tls.note.noEncipherment':
    'the certificate lacks keyEncipherment in keyUsage: most clients refuse it for RSA key exchange',
  'tls.note.insecure': '--insecure: nobody checks who the server is',
  'tls.note.connected': '#{number} {peer}: {agreed}',
  'tls.note.fault': '#{number} {peer}: {fault}',
  'tls.note.tooMany': 'more connections than --max-connections: those above are closed at once',
  'tls.note.trouble': 'a connection could not be taken ({reason})',
  'tls.note.reached': '{address} ({peer}): {agreed}',
  'tls.note.trusted': 'the server is {who}, says {anchor}',
  'tls.note.notResumed': 'the server made a new session: it kept none, or does not go on with it',
  'tls.note.waited':
    'the server was silent for {seconds} s after the end of the input: closed; --wait SECONDS waits longer',
  'tls.note.status': 'the server says {status} {text}',
  'tls.fact.resumed': 'session resumed',

  'tls.weak.sweet32': '3DES has blocks of 64 bits: after some gigabytes two are equal, and tell (Sweet32)',
  'tls.weak.rc4':
    'RC4: its first bytes are not evenly spread, and text sent often enough comes out (RFC 7465)',
  'tls.weak.no-secrecy': 'NULL: nothing is encrypted, everybody on the way reads along',

  'tls.where.sent': ' after our {message}',
  'tls.where.received': ' after {message} came',
  'tls.fault.byPeer.client': 'the server ended it with the alert {alert}{where}{hint}',
  'tls.fault.byPeer.server': 'the client ended it with the alert {alert}{where}{hint}',
  'tls.fault.byUs': '{sentence}; alert {alert} sent{where}{hint}',
  'tls.fault.unknownAlert': '(of a number that no standard gives)',
  'tls.fault.left': 'hung up in the handshake{where}',
  'tls.fault.truncated':
    'the connection was cut off without close_notify: what came may not be all, and somebody on the way may have cut it',
  'tls.fault.silent': 'silent for {seconds} s in the handshake{where}',
  'tls.fault.idle': 'silent for {seconds} s: closed',
  'tls.fault.transport': 'the connection failed ({reason})',

  'tls.try.ca': '; --ca FILE names whom you trust',
  'tls.try.at': '; look at the clock, --at TIME judges at another time',
  'tls.try.host': '; --servername NAME says who is meant',
  'tls.try.weak': '; --allow-weak lets it pass',
  'tls.try.suite':
    '; perhaps it takes none of these suites: most servers have switched RSA key exchange off, --suite names others',
  'tls.try.version': '; only TLS 1.2 is spoken here',
  'tls.try.servername': '; --servername NAME says who is meant',
  'tls.try.alpn': '; --alpn names other protocols',
  'tls.try.clientCertificate': '; perhaps it wants a certificate of the client, which has none here',
  'tls.try.changed': '; something was changed on the way, or the keys differ',
  'tls.try.serverSuite': '; --suite names others',
  'tls.try.clientTrust': '; the client does not trust our certificate, give it the root',
  'tls.try.clientName':
    '; the client does not take our certificate: it may mean another host, or lack the root',
  'tls.try.issueAgain': '; crypto ca issue makes a new certificate',
  'tls.try.clientSuite': '; the client refuses what we chose',

  'tls.page.title': 'This very connection',
  'tls.page.intro':
    'This page was written for you, and tells what your browser and this server said to each other before it came.',
  'tls.page.agreed': 'Agreed on',
  'tls.page.suite': 'Cipher suite',
  'tls.page.cipher.cbc':
    'key exchange under the RSA key of the certificate; records encrypted in CBC mode, with an HMAC against changes',
  'tls.page.cipher.gcm':
    'key exchange under the RSA key of the certificate; records encrypted and protected from changes in one, with GCM',
  'tls.page.cipher.stream':
    'key exchange under the RSA key of the certificate; records encrypted with a key stream, with an HMAC against changes',
  'tls.page.cipher.null':
    'key exchange under the RSA key of the certificate; records are not encrypted at all, an HMAC protects them from changes',
  'tls.page.version': 'Version',
  'tls.page.certificate': 'Certificate of',
  'tls.page.serverName': 'Host you asked for (server_name)',
  'tls.page.alpn': 'Protocol inside (ALPN)',
  'tls.page.none': 'none',
  'tls.page.clientRandom': 'Random of the client',
  'tls.page.serverRandom': 'Random of the server',
  'tls.page.sessionId': 'Session ID',
  'tls.page.resumed': 'Session',
  'tls.page.resumedYes': 'an earlier one goes on: no certificate, no key exchange',
  'tls.page.resumedNo': 'a new one',
  'tls.page.masterSecret': 'Master secret from',
  'tls.page.extended': 'the premaster secret and all messages so far (extended_master_secret)',
  'tls.page.notExtended': 'the premaster secret and both randoms',
  'tls.page.records': 'Order in records',
  'tls.page.records.etm': 'encrypted first, then MAC (encrypt_then_mac)',
  'tls.page.records.mte': 'MAC first, then encrypted',
  'tls.page.records.gcm': 'encryption and tag in one',
  'tls.page.records.stream': 'MAC first, then encrypted',
  'tls.page.records.null': 'MAC only',
  'tls.page.steps': 'Step by step (→ from you, ← from the server)',
  'tls.page.bytes': '{length} bytes',
  'tls.page.step.ClientHello': 'what the client can do, and its random',
  'tls.page.step.ServerHello': "what the server chose, and the server's random",
  'tls.page.step.Certificate': "the server's public key, and who vouches for it",
  'tls.page.step.ServerHelloDone': 'the turn is yours',
  'tls.page.step.ClientKeyExchange':
    'the premaster secret, encrypted under that public key; only the private key opens it',
  'tls.page.step.ChangeCipherSpec': 'from here on with the new keys',
  'tls.page.step.Finished': 'encrypted: a hash of all that was said, so that nobody changed a word of it',
  'tls.page.now':
    'This is page {request} on this connection. Records of application data so far: {received} received, {sent} sent before this page.',
  'tls.page.offered': 'What your side offered',
  'tls.page.suites': 'Suites, best first',
  'tls.page.extensions': 'Extensions',
  'tls.page.answered': 'Extensions of the answer',
  'tls.page.secrets': 'What is not here',
  'tls.page.noSecrets':
    'Premaster secret, master secret and keys are known to your side and to this server alone, and are never shown; --keylog FILE writes them for Wireshark.',
  'tls.page.history':
    'RSA key exchange is history: whoever records this connection and later gets the private key of the server reads it all. With Diffie-Hellman, as in TLS 1.3, there would be nothing to get.',
} as const;
