/** Words of `crypto tls server` and `crypto tls client`. */
export const tlsCli = {
  'cli.noun.tls': 'TLS 1.2 with RSA key exchange: a handshake step by step, and real connections',

  'tls.server.about':
    'Serve TLS 1.2 with RSA key exchange: print what clients send and send them what is typed, or echo it, or serve a web page about the connection.',
  'tls.client.about':
    'Connect to a TLS 1.2 server with RSA key exchange: send standard input and print the answer, or fetch one page.',
  'tls.arg.server':
    'host name or address of the server, and its port (443 by default), as localhost:4433 or [::1]:4433',
  'tls.opt.cert': 'the certificate of the server first, then the CA certificates above it, without the root',
  'tls.opt.key': 'the private key of the certificate',
  'tls.opt.port': 'port to listen on; 0 takes a free one',
  'tls.opt.host': 'address to listen on; 0.0.0.0 is every address, so other machines can connect, too',
  'tls.opt.www': 'answer HTTP with a page about the connection that it came by',
  'tls.opt.echo': 'send back everything that comes',
  'tls.opt.suite':
    'cipher suites, best first, as AES128-SHA or TLS_RSA_WITH_AES_128_CBC_SHA; weak ones only if named: DES-CBC3-SHA, RC4-SHA, RC4-MD5, NULL-SHA256',
  'tls.opt.alpn': 'application protocols, best first, as http/1.1 (ALPN)',
  'tls.opt.noEms': 'without extended_master_secret',
  'tls.opt.noEtm': 'without encrypt_then_mac',
  'tls.opt.keylog': 'append the secrets of each connection to this file, for Wireshark (RFC 9850)',
  'tls.opt.accept': 'end after this many connections',
  'tls.opt.maxConnections': 'at most this many connections at the same time; further ones are closed at once',
  'tls.opt.handshakeTimeout': 'seconds that a client may take for the handshake',
  'tls.opt.idleTimeout': 'seconds of silence after which a connection is closed',
  'tls.opt.ca': 'certificates to trust; may be given several times',
  'tls.opt.servername':
    'the name of the server, if it is not HOST: sent as server_name, and looked for in the certificate',
  'tls.opt.get': 'fetch this path with HTTP, and print the body',
  'tls.opt.insecure': 'accept any certificate: then nobody knows who the server is',
  'tls.opt.resume': 'connect twice: the second connection resumes the session of the first',
  'tls.opt.timeout':
    'seconds to wait for the connection, for the handshake, and with --get for more of the page',
  'tls.opt.wait': 'after the end of standard input: seconds of silence until the connection is closed',

  'tls.error.suite': 'expected {choices}, got {got}',
  'tls.error.alpn': 'expected a name such as http/1.1, got {got}',
  'tls.error.wwwEcho': '--www and --echo: expected one of them, got both',
  'tls.error.target': 'expected a host and a port, such as localhost:4433 or [::1]:4433, got {got}',
  'tls.error.noCa': '--ca FILE gives the certificates that you trust; --insecure accepts any server',
  'tls.error.path': '--get: expected a path that begins with / and has no spaces (write %20), got {got}',
  'tls.error.failed': '{address}: {sentence}',
  'tls.error.incomplete': 'the server closed the connection before the page was complete',
  'tls.error.http': 'expected an HTTP/1.1 answer, got something else ({reason}); --get is for web servers',
  'tls.error.refused':
    '{address}: connection refused, nothing listens there; start the server first, or check the port',
  'tls.error.unknownHost': '{address}: no such host; check the spelling, or give an IP address',
  'tls.error.noNames': '{address}: the name cannot be looked up now; try an IP address',
  'tls.error.portInUse':
    '{address}: another program uses this port; choose another with --port, or 0 for any free one',
  'tls.error.notOurAddress':
    '{address}: not an address of this machine; --host takes 127.0.0.1, ::1 or 0.0.0.0',
  'tls.error.portForbidden': '{address}: not permitted; ports below 1024 are often reserved, try --port 4433',
  'tls.error.connectTimeout':
    '{address}: no answer; the host is not there, or something on the way drops the packets',
  'tls.error.unreachable': '{address}: unreachable, no route leads there',
  'tls.error.socket': '{address}: no connection ({reason})',

  'tls.note.listening': 'listening on {address}',
  'tls.note.history':
    'RSA key exchange is history: whoever records a connection and later gets the private key can read all of it; TLS 1.3 has removed it',
  'tls.note.open': 'other machines can connect, too; --host 127.0.0.1 keeps them out',
  'tls.note.keylog': '{path}: gets the secrets of every connection; whoever has this file can read them all',
  'tls.note.keylogFailed': '{path}: cannot be written ({reason}); no more secrets are written',
  'tls.note.keylogOpen': '{path}: others on this machine can read this file; chmod 600 keeps them out',
  'tls.note.noEncipherment':
    'keyUsage of the certificate lacks keyEncipherment: most clients refuse it for RSA key exchange',
  'tls.note.shortKey':
    'the key of {who} has {bits} bits only: 2048 are the least today, and many clients refuse fewer',
  'tls.note.insecure': '--insecure: nobody checks who the server is',
  'tls.note.insecureCa': '--insecure: nobody checks who the server is, and --ca is not used',
  'tls.note.connected': '#{number} {peer}: {agreed}',
  'tls.note.fault': '#{number} {peer}: {fault}',
  'tls.error.someFailed': '{bad} of {all} connections failed or were cut off',
  'tls.error.unsent': 'the server ended the connection before all of the input was sent',
  'tls.error.plainRsa':
    '{path}: expected a plain RSA key and certificate, got {got}; no others are served here',
  'tls.error.order': 'the key belongs to certificate {number} of {path}, {who}; put that one first',
  'tls.error.emptyHost':
    '--host: expected an address, got nothing; 127.0.0.1 is this machine only, 0.0.0.0 every address',
  'tls.error.notKeyLog':
    '{path}: expected a key log or a new file, got a file with other content; nothing was written',
  'tls.error.keyLogStdout': '--keylog: expected a file, got {path}, where the output goes',
  'tls.note.tooMany': 'more connections than --max-connections: further ones are closed at once',
  'tls.note.trouble': 'a connection could not be accepted ({reason})',
  'tls.note.reached': '{address} ({peer}): {agreed}',
  'tls.note.trusted': 'the server is {who}; the chain leads to {anchor}, which you trust',
  'tls.note.notResumed': 'the server began a new session: it did not keep the old one, or does not resume it',
  'tls.note.waited':
    'the server was silent for {seconds} s after the end of the input: closed; --wait SECONDS waits longer',
  'tls.note.status': 'the server says {status} {text}',
  'tls.fact.resumed': 'session resumed',
  'tls.fact.gone': 'a client that was gone at once',

  'tls.weak.sweet32':
    '3DES has 64-bit blocks: after some 32 GB under one key ciphertext blocks begin to repeat, and show the XOR of two plaintext blocks (Sweet32)',
  'tls.weak.rc4':
    'RC4 has a biased key stream: text that is encrypted often enough can be recovered; TLS forbids it (RFC 7465)',
  'tls.weak.no-secrecy': 'NULL: nothing is encrypted; everybody on the way can read it',

  'tls.where.sent': ' after our {message}',
  'tls.where.received': ' after {message} came',
  'tls.fault.byPeer.client': 'the server ended the connection with the alert {alert}{where}{hint}',
  'tls.fault.byPeer.server': 'the client ended the connection with the alert {alert}{where}{hint}',
  'tls.fault.byUs': '{sentence}; alert {alert} sent{where}{hint}',
  'tls.fault.unknownAlert': '(a number that no standard defines)',
  'tls.fault.left': 'closed the connection during the handshake{where}',
  'tls.fault.notified': 'ended the connection with close_notify during the handshake{where}',
  'tls.fault.truncated':
    'the connection was cut off without close_notify: data may be missing, and somebody on the way may have done it',
  'tls.fault.silent': 'the handshake took longer than {seconds} s{where}',
  'tls.fault.idle': 'silent for {seconds} s: closed',
  'tls.fault.transport': 'the connection failed ({reason})',

  'tls.try.ca': '; --ca FILE gives the certificates that you trust',
  'tls.try.at': '; check the clock, or judge at another moment with --at TIME',
  'tls.try.host': '; --servername NAME gives the name to look for',
  'tls.try.weak': '; --allow-weak accepts it',
  'tls.try.suite':
    '; perhaps it accepts none of these suites: most servers have switched off RSA key exchange; --suite names others',
  'tls.try.version': '; only TLS 1.2 is spoken here',
  'tls.try.servername': '; --servername NAME gives another name',
  'tls.try.alpn': '; --alpn names other protocols',
  'tls.try.clientCertificate': '; perhaps it wants a client certificate, and this client has none',
  'tls.try.askedCertificate': '; the server asked for a client certificate, and this client has none',
  'tls.try.changed': '; something was changed on the way, or the keys differ',
  'tls.try.renegotiation':
    '; before that a second handshake on this connection was refused, as it always is here (no_renegotiation)',
  'tls.try.serverSuite': '; --suite {names} switches on what the client offers',
  'tls.try.only13': '; the client offers only suites of TLS 1.3 ({names}), and only TLS 1.2 is spoken here',
  'tls.try.onlyEphemeral':
    '; the client offers only suites with (EC)DHE ({names}), and there is only RSA key exchange here',
  'tls.try.otherSuites': '; the client offers {names}',
  'tls.try.clientTrust': '; the client does not trust our certificate: give it the root',
  'tls.try.clientName':
    '; the client does not accept our certificate: it may mean another host, or lack the root',
  'tls.try.issueAgain': '; crypto ca issue makes a new certificate',
  'tls.try.clientSuite': '; the client does not accept what we chose',

  'tls.page.getOnly': 'expected GET or HEAD, got another method',
  'tls.page.notFound': 'no such page here; the page about this connection is /',
  'tls.page.title': 'This connection',
  'tls.page.intro':
    'This page was made for you. It shows what your browser and this server said to each other before it came.',
  'tls.page.agreed': 'Agreed on',
  'tls.page.suite': 'Cipher suite',
  'tls.page.cipher.cbc':
    'RSA key exchange, with the key in the certificate; records encrypted in CBC mode, and an HMAC against changes',
  'tls.page.cipher.gcm':
    'RSA key exchange, with the key in the certificate; records encrypted and authenticated together, with GCM',
  'tls.page.cipher.stream':
    'RSA key exchange, with the key in the certificate; records encrypted with a key stream, and an HMAC against changes',
  'tls.page.cipher.null':
    'RSA key exchange, with the key in the certificate; records are not encrypted at all, and an HMAC protects them from changes',
  'tls.page.version': 'Version',
  'tls.page.certificate': 'Subject of the certificate',
  'tls.page.serverName': 'Host you asked for (server_name)',
  'tls.page.alpn': 'Application protocol (ALPN)',
  'tls.page.none': 'none',
  'tls.page.clientRandom': 'Random of the client',
  'tls.page.serverRandom': 'Random of the server',
  'tls.page.sessionId': 'Session ID',
  'tls.page.resumed': 'Session',
  'tls.page.resumedYes': 'resumed: no certificate and no key exchange this time',
  'tls.page.resumedNo': 'a new one',
  'tls.page.masterSecret': 'Master secret derived from',
  'tls.page.extended': 'the premaster secret and a hash of the handshake messages (extended_master_secret)',
  'tls.page.notExtended': 'the premaster secret and both randoms',
  'tls.page.records': 'Protection of records',
  'tls.page.records.etm': 'encrypted first, then MAC (encrypt_then_mac)',
  'tls.page.records.mte': 'MAC first, then encrypted together with it',
  'tls.page.records.gcm': 'encryption and tag in one',
  'tls.page.records.stream': 'MAC first, then encrypted together with it',
  'tls.page.records.null': 'MAC only',
  'tls.page.steps': 'Step by step (→ from you, ← from the server)',
  'tls.page.byte': '1 byte',
  'tls.page.bytes': '{length} bytes',
  'tls.page.step.ClientHello': 'what the client can do, and its random',
  'tls.page.step.ServerHello': 'what the server chose, and its own random',
  'tls.page.step.Certificate': "the server's public key, and who vouches for it",
  'tls.page.step.ServerHelloDone': "the server has said everything; it is the client's turn",
  'tls.page.step.ClientKeyExchange':
    'the premaster secret, encrypted with that public key; only the private key decrypts it',
  'tls.page.step.ChangeCipherSpec': 'from here on this side uses the new keys',
  'tls.page.step.Finished':
    'under the new keys: a value from the master secret and a hash of all handshake messages, so that every change is noticed',
  'tls.page.now':
    'This is page {request} on this connection. Records of application data before this page: {received} received, {sent} sent.',
  'tls.page.offered': 'What your side offered',
  'tls.page.suites': 'Suites, best first',
  'tls.page.extensions': 'Extensions',
  'tls.page.answered': 'Extensions of the answer',
  'tls.page.secrets': 'What is not here',
  'tls.page.noSecrets':
    'Only your side and this server know the premaster secret, the master secret and the keys. They are never shown; --keylog FILE writes what Wireshark needs.',
  'tls.page.history':
    'RSA key exchange is history: whoever records this connection and later gets the private key of the server can read all of it. With ephemeral Diffie-Hellman, as in TLS 1.3, that key would decrypt nothing.',
} as const;
