/** The page of `crypto tls server --www`: tells its visitor about the very connection it came by. No secret is on it. */
import { toHex } from '../../bytes/index.ts';
import { type Connection, extensionType, versionName } from '../../tls/index.ts';
import { type Lang, type MessageKey, message, type ValuesArgument } from '../../trace/index.ts';
import { visibleText } from '../visible.ts';
import type { Visit } from './listener.ts';
import { extensionText, suiteText } from './offer-names.ts';
import type { Step } from './steps.ts';

/** Offers of a client that are shown. */
const MOST_OFFERS = 60;

export interface PageFacts {
  readonly visit: Visit;
  readonly connection: Connection;
  /** Of how many on this connection this is. */
  readonly request: number;
  readonly subject: string;
}

/** A whole HTML document; everything in it is escaped, nothing is fetched from elsewhere. */
export function connectionPage(lang: Lang, facts: PageFacts): string {
  const say: Say = (key, ...values) => escapeHtml(message(lang, key, ...values));
  const { visit, connection } = facts;
  const { suite } = connection;
  const title = say('tls.page.title');
  return `<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>${say('tls.page.intro')} <a href="?lang=${lang === 'zh' ? 'en' : 'zh'}">${lang === 'zh' ? 'English' : '中文'}</a></p>
<h2>${say('tls.page.agreed')}</h2>
<table>
${rows([
  [say('tls.page.suite'), `${code(suite.name)}<br>${say(`tls.page.cipher.${suite.cipher.kind}`)}`],
  [say('tls.page.version'), escapeHtml(versionName(visit.steps.serverHello?.serverVersion ?? 0x0303))],
  [say('tls.page.certificate'), escapeHtml(facts.subject)],
  [say('tls.page.serverName'), optional(say, connection.serverName)],
  [say('tls.page.alpn'), optional(say, connection.alpn)],
  [say('tls.page.clientRandom'), code(toHex(connection.clientRandom))],
  [say('tls.page.serverRandom'), code(toHex(connection.serverRandom))],
  [say('tls.page.sessionId'), code(toHex(visit.steps.serverHello?.sessionId ?? new Uint8Array(0))) || '–'],
  [say('tls.page.resumed'), say(connection.resumed ? 'tls.page.resumedYes' : 'tls.page.resumedNo')],
  [
    say('tls.page.masterSecret'),
    say(connection.extendedMasterSecret ? 'tls.page.extended' : 'tls.page.notExtended'),
  ],
  [say('tls.page.records'), say(recordsKey(connection))],
])}
</table>
<h2>${say('tls.page.steps')}</h2>
<ol>
${visit.steps.all.map((step) => `<li>${stepLine(say, step)}</li>`).join('\n')}
</ol>
<p>${say('tls.page.now', { request: facts.request, received: visit.steps.records.received, sent: visit.steps.records.sent })}</p>
<h2>${say('tls.page.offered')}</h2>
<h3>${say('tls.page.suites')}</h3>
${offeredSuites(visit)}
<h3>${say('tls.page.extensions')}</h3>
${extensionNames(visit.steps.offer?.extensions ?? [])}
<h3>${say('tls.page.answered')}</h3>
${extensionNames((visit.steps.serverHello?.extensions ?? []).map(extensionType))}
<h2>${say('tls.page.secrets')}</h2>
<p>${say('tls.page.noSecrets')}</p>
<p>${say('tls.page.history')}</p>
</body>
</html>
`;
}

type Say = <K extends MessageKey>(key: K, ...values: ValuesArgument<K>) => string;

const STYLE =
  'body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}' +
  'code{font:14px/1.4 monospace;overflow-wrap:anywhere}th,td{text-align:left;vertical-align:top;padding:.3rem 1rem .3rem 0}' +
  'th{white-space:nowrap;font-weight:600}tr{border-top:1px solid #ddd}table{border-collapse:collapse}' +
  'ul{columns:20rem;padding-left:1.2rem}.sent::before{content:"← "}.received::before{content:"→ "}';

/** Text as it may stand in an element or in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function rows(cells: readonly (readonly [string, string])[]): string {
  return cells.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`).join('\n');
}

function code(text: string): string {
  return text === '' ? '' : `<code>${escapeHtml(text)}</code>`;
}

/** What the visitor chose himself. */
function optional(say: Say, text: string | undefined): string {
  return text === undefined ? say('tls.page.none') : code(visibleText(text));
}

function recordsKey({ suite, encryptThenMac }: Connection) {
  if (suite.cipher.kind !== 'cbc') return `tls.page.records.${suite.cipher.kind}` as const;
  return encryptThenMac ? 'tls.page.records.etm' : 'tls.page.records.mte';
}

/** The direction as the visitor sees it. */
function stepLine(say: Say, { direction, name, length }: Step): string {
  const what = STEP_WORDS[name];
  const words = what ? ` – ${say(what)}` : '';
  return `<span class="${direction}"><b>${escapeHtml(name)}</b> (${length === 1 ? say('tls.page.byte') : say('tls.page.bytes', { length })})${words}</span>`;
}

const STEP_WORDS: Readonly<Record<string, Extract<MessageKey, `tls.page.step.${string}`>>> = {
  ClientHello: 'tls.page.step.ClientHello',
  ServerHello: 'tls.page.step.ServerHello',
  Certificate: 'tls.page.step.Certificate',
  ServerHelloDone: 'tls.page.step.ServerHelloDone',
  ClientKeyExchange: 'tls.page.step.ClientKeyExchange',
  ChangeCipherSpec: 'tls.page.step.ChangeCipherSpec',
  Finished: 'tls.page.step.Finished',
};

function offeredSuites({ steps }: Visit): string {
  const all = steps.offer?.suites ?? [];
  const chosen = steps.serverHello?.cipherSuite;
  const shown = all.slice(0, MOST_OFFERS).map((id) => {
    const text = code(suiteText(id));
    return `<li>${id === chosen ? `<b>${text} ✓</b>` : text}</li>`;
  });
  return list(shown, all.length);
}

function extensionNames(types: readonly number[]): string {
  const shown = types.slice(0, MOST_OFFERS).map((type) => `<li>${code(extensionText(type))}</li>`);
  return list(shown, types.length);
}

function list(items: readonly string[], all: number): string {
  return items.length === 0
    ? '<p>–</p>'
    : `<ul>${items.join('')}</ul>${all > items.length ? '<p>…</p>' : ''}`;
}
