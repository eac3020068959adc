/**
 * The story as one page, `index.html` of the demo's folder: scenes with figures and pictures, the matrix of all attempts, and the
 * files beside it. It needs no network and no other script than its own; without that it is one long page.
 */
import { toBase64, utf8 } from '../../bytes/index.ts';
import { sha256 } from '../../hash/index.ts';
import { type Scene, tallyOf } from '../../story/index.ts';
import type { Session } from '../session.ts';
import { type Html, html } from '../tls/demo-page/html.ts';
import { visibleText } from '../visible.ts';
import { bad, good, tableOf } from './cells.ts';
import { sceneSection } from './scene-section.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** A file of the folder that the page leads to. */
export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  readonly about: string;
}

export interface StoryPage {
  readonly scenes: readonly Scene[];
  readonly files: readonly ListedFile[];
  /** The word it was made from, if any. */
  readonly seed: string | undefined;
}

export function storyPage(session: Session, { scenes, files, seed }: StoryPage): string {
  const title = session.say('story.page.title');
  const made =
    seed === undefined
      ? session.say('story.page.drawn')
      : session.say('story.page.seeded', { seed: visibleText(seed) });
  const policy = [
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self' file:",
    `style-src ${sourceOf(STYLE)}; script-src ${sourceOf(SCRIPT)}`,
  ].join('; ');
  return html`<!doctype html>
<html lang="${session.lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<div class="controls" role="toolbar" aria-label="${session.say('story.page.controls')}" hidden>
<button type="button" id="previous" aria-label="${session.say('story.page.previous')}">←</button><span id="place" aria-live="polite"></span><button type="button" id="next" aria-label="${session.say('story.page.next')}">→</button>
<button type="button" id="present" aria-pressed="false">${session.say('story.page.present')}</button>
<button type="button" id="theme" aria-pressed="false">${session.say('story.page.dark')}</button>
</div>
<main>
<section class="slide" id="start" aria-labelledby="start-title" tabindex="-1">
<h1 id="start-title">${title}</h1>
<p class="lead">${session.say('story.page.lead')}</p>
<p class="made">${made}</p>
<p class="keys" hidden>${session.say('story.page.keys')}</p>
<nav aria-label="${session.say('story.page.contents')}"><ol class="contents">${scenes.map(
    ({ number, title: name }) =>
      html`<li><a href="#scene-${number}"><span class="n">${number}</span> ${session.say(name)}</a></li>`,
  )}
<li><a href="#matrix"><span class="n">✓</span> ${session.say('story.matrix')}</a></li>
${files.length > 0 ? html`<li><a href="#files"><span class="n">↓</span> ${session.say('story.page.files')}</a></li>` : ''}</ol></nav>
</section>
${scenes.map((scene) => sceneSection(session, scene))}
${matrixSection(session, scenes)}
${files.length > 0 ? filesSection(session, files) : ''}</main>
<footer>${session.say('story.page.footer')}</footer>
<script>${SCRIPT}</script>
</body>
</html>
`.text;
}

/** The only script and the only style that the browser may take are those with this hash (CSP 3, 2.3.1). */
function sourceOf({ text }: Html): string {
  return `'sha256-${toBase64(sha256(utf8(text)))}'`;
}

function matrixSection(session: Session, scenes: readonly Scene[]): Html {
  const all = scenes.flatMap(({ number, attacks }) => attacks.map((attack) => ({ number, ...attack })));
  const columns = ['attempt', 'result', 'because', 'scene'] as const;
  const rows = all.map(({ number, attempt, succeeded, because }) => [
    session.say(attempt),
    succeeded ? bad(session.say('story.succeeds')) : good(session.say('story.fails')),
    session.say(because),
    { text: html`<a href="#scene-${number}">${number}</a>`, tone: 'num' as const },
  ]);
  return html`<section class="slide" id="matrix" aria-labelledby="matrix-title" tabindex="-1">
<h2 id="matrix-title">${session.say('story.matrix')}</h2>
<p>${session.say('story.tally', tallyOf(scenes))}</p>
${tableOf(
  columns.map((column) => session.say(`story.column.${column}`)),
  rows,
)}
</section>
`;
}

function filesSection(session: Session, files: readonly ListedFile[]): Html {
  return html`<section class="slide" id="files" aria-labelledby="files-title" tabindex="-1">
<h2 id="files-title">${session.say('story.page.files')}</h2>
<dl class="files">${files.map(
    ({ name, bytes, about }) =>
      html`<div><dt><a href="${encodeURI(name)}"><code>${name}</code></a> <span class="size">${session.say('story.page.bytes', { count: bytes })}</span></dt><dd>${about}</dd></div>
`,
  )}</dl>
</section>
`;
}
