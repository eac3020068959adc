/** The work of `crypto cert show`: for people, as data, or element by element. */
import { parseDerTree } from '../../../asn1/index.ts';
import { CryptoError } from '../../../errors.ts';
import { readDers, readShown, type Shown } from '../../certificate-file.ts';
import { derJson, derLines } from '../../der-view.ts';
import { colorsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { certificateJson, crlJson, requestJson } from './certificate-json.ts';
import { certificateLines } from './certificate-view.ts';
import { crlLines } from './crl-view.ts';
import { elementNames } from './element-names.ts';
import { requestLines } from './request-view.ts';
import { type ExplainOptions, showExplained } from './show-explain.ts';
import type { ViewOptions } from './signed-view.ts';

export interface ShowOptions extends ExplainOptions {
  readonly asn1?: true | undefined;
  readonly explain?: true | undefined;
}

export async function runShow(
  session: Session,
  path: string | undefined,
  options: ShowOptions,
): Promise<void> {
  const { asn1, explain, ca, untrusted, all = false } = options;
  const [stray] = [...(ca ? ['--ca'] : []), ...(untrusted ? ['--untrusted'] : [])];
  if (stray !== undefined && !explain) {
    throw new CryptoError('bad-argument', session.say('cert.error.onlyExplain', { name: stray }));
  }
  if (asn1 && explain) throw new CryptoError('bad-argument', session.say('cert.error.asn1Explain'));
  if (explain) return showExplained(session, path, options);
  if (asn1) return showElements(session, await readDers(session, path), all);
  const found = await readShown(session, path);
  if (session.json) {
    session.printJson({ found: found.map(jsonOf) });
    return;
  }
  const view = { all, now: new Date() };
  const { bold } = colorsOf(session);
  for (const [i, each] of found.entries()) {
    if (i > 0) session.print('');
    const title = session.say(`cert.title.${each.kind}`);
    const counted = { title, number: i + 1, count: found.length };
    session.print(bold(found.length > 1 ? session.say('cert.title.numbered', counted) : title));
    session.print(linesOf(session, each, view).join('\n'));
  }
}

function jsonOf(shown: Shown): Record<string, unknown> {
  switch (shown.kind) {
    case 'certificate':
      return certificateJson(shown.certificate);
    case 'request':
      return requestJson(shown.request);
    case 'crl':
      return crlJson(shown.crl);
  }
}

function linesOf(session: Session, shown: Shown, options: ViewOptions): string[] {
  switch (shown.kind) {
    case 'certificate':
      return certificateLines(session, shown.certificate, options);
    case 'request':
      return requestLines(session, shown.request, options);
    case 'crl':
      return crlLines(session, shown.crl, options);
  }
}

function showElements(session: Session, ders: readonly Uint8Array[], all: boolean): void {
  const trees = ders.map((der) => {
    const root = parseDerTree(der);
    return { root, fieldAt: elementNames(der, root) };
  });
  if (session.json) {
    session.printJson({ elements: trees.map(({ root, fieldAt }) => derJson(root, fieldAt)) });
    return;
  }
  for (const [i, { root, fieldAt }] of trees.entries()) {
    if (i > 0) session.print('');
    session.print(derLines(session, root, { all, fieldAt }).join('\n'));
  }
}
