/** Which protocol speaks over a connection: by what it says first, else by the port it is known for. */

const PORTS: Readonly<Record<number, string>> = {
  22: 'SSH',
  25: 'SMTP',
  53: 'DNS',
  67: 'DHCP',
  80: 'HTTP',
  123: 'NTP',
  443: 'TLS',
  8080: 'HTTP',
  8443: 'TLS',
};

/** By the first bytes of either side; undefined where they tell nothing. */
export function applicationByBytes(bytes: Uint8Array): string | undefined {
  // A TLS record: a handshake message, of version 3.x (RFC 8446, 5.1).
  if (bytes[0] === 22 && bytes[1] === 3 && bytes[2]! <= 4) return 'TLS';
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (/^(GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH) |^HTTP\/1\.|^PRI \* HTTP/.test(start)) {
    return 'HTTP';
  }
  if (start.startsWith('SSH-')) return 'SSH';
  return undefined;
}

/** By the server's port. */
export function applicationByPort(port: number): string | undefined {
  return PORTS[port];
}
