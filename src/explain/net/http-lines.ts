/** The lines of a message that a lesson shows: cookies, where a redirect leads, and a short body. */
import { fromUtf8 } from '../../bytes/index.ts';
import type { HttpMessage } from '../../net/http/message.ts';

const SHOWN = /^(?:cookie|set-cookie|location)$/i;
const MOST = 80;

export function fieldLines({ headers }: HttpMessage): string[] {
  return headers.filter(({ name }) => SHOWN.test(name)).map(({ name, value }) => `${name}: ${value}`);
}

export function bodyLine({ body }: HttpMessage): string[] {
  if (body.length === 0) return [];
  const text = fromUtf8(body);
  return [text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text];
}
