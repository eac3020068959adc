/** What methods and status codes mean (RFC 9110, 9 and 15). A server may still do harm on GET; then it is at fault. */

export interface MethodRow {
  readonly method: string;
  /** Asks for nothing to change (9.2.1). */
  readonly safe: boolean;
  /** Twice is as once, so that it may be repeated after a lost connection (9.2.2). */
  readonly idempotent: boolean;
  /** The answer may be kept (9.2.3); to a POST only if it says so (9.3.3). */
  readonly cacheable: boolean | 'explicitly';
}

const row = (
  method: string,
  safe: boolean,
  idempotent: boolean,
  cacheable: MethodRow['cacheable'],
): MethodRow => ({
  method,
  safe,
  idempotent,
  cacheable,
});

export const METHODS: readonly MethodRow[] = [
  row('GET', true, true, true),
  row('HEAD', true, true, true),
  row('POST', false, false, 'explicitly'),
  row('PUT', false, true, false),
  row('DELETE', false, true, false),
  row('CONNECT', false, false, false),
  row('OPTIONS', true, true, false),
  row('TRACE', true, true, false),
];

/** RFC 9110, 15; 103, 425, 429, 431 and 511 are of RFC 8297, 8470 and 6585. */
export const REASONS: Readonly<Record<number, string>> = {
  100: 'Continue',
  101: 'Switching Protocols',
  103: 'Early Hints',
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  203: 'Non-Authoritative Information',
  204: 'No Content',
  205: 'Reset Content',
  206: 'Partial Content',
  300: 'Multiple Choices',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  305: 'Use Proxy',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  417: 'Expectation Failed',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  425: 'Too Early',
  426: 'Upgrade Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported',
  511: 'Network Authentication Required',
};

/** An unknown code means what the first of its hundred means (RFC 9110, 15). */
export function reasonOf(status: number): string {
  return REASONS[status] ?? REASONS[Math.floor(status / 100) * 100] ?? '';
}
