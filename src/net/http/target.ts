/**
 * What a request is for (RFC 9112, 3.2 and 3.3): a path, and perhaps the host before it.
 *
 * Browsers send the path alone, and the host in a field; in absolute form, as to a proxy, both stand in the target, and
 * the field counts for nothing. A server takes either.
 */
import { type HttpRequest, header } from './message.ts';

export interface TargetParts {
  /** Perhaps with a port; undefined where nothing says. */
  readonly host: string | undefined;
  /** Begins with a slash; `*` is itself. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
}

export function targetOf(request: Pick<HttpRequest, 'target' | 'headers'>): TargetParts {
  const absolute = /^https?:\/\/([^/?]+)(.*)$/i.exec(request.target);
  const [host, rest] = absolute ? [absolute[1], absolute[2]!] : [header(request, 'Host'), request.target];
  const mark = rest.indexOf('?');
  const path = mark < 0 ? rest : rest.slice(0, mark);
  return { host, path: path === '' ? '/' : path, query: mark < 0 ? '' : rest.slice(mark) };
}
