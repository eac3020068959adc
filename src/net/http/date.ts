/** The Date of an answer (RFC 9110, 5.6.7 and 6.6.1): a server with a clock must say when it answered. */
import { type HttpResponse, header } from './message.ts';

/** `Mon, 05 Jan 2026 08:00:00 GMT`, from seconds since 1970. */
export function formatHttpDate(seconds: number): string {
  return new Date(Math.floor(seconds) * 1000).toUTCString();
}

/** With a Date in front, unless it has one: that of the server behind a proxy stays. */
export function withDate(response: HttpResponse, now: number): HttpResponse {
  if (header(response, 'Date') !== undefined) return response;
  return { ...response, headers: [{ name: 'Date', value: formatHttpDate(now) }, ...response.headers] };
}
