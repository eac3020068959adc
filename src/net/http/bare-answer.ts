/** An answer of a status, with fields or none, and no body (RFC 9110, 15). */
import type { Header, HttpResponse } from './message.ts';
import { reasonOf } from './semantics.ts';

export function bareAnswer(status: number, headers: readonly Header[] = []): HttpResponse {
  return { version: 'HTTP/1.1', status, reason: reasonOf(status), headers, body: new Uint8Array(0) };
}
