/** One scene on the page: who did what, the figures and pictures, what the hacker tried and what came of it, the sentence learned. */
import type { Attack, Figure, PictureFile, Scene } from '../../story/index.ts';
import { type MessageKey, messageOf, type TraceStep } from '../../trace/index.ts';
import type { Session } from '../session.ts';
import { shownPairs } from '../shown-values.ts';
import { type Html, html } from '../tls/demo-page/html.ts';
import { bad, good, tableOf } from './cells.ts';
import { figureHtml } from './figures.ts';

/** Tables of so many columns that they want more room beside the words. */
const WIDE: readonly Figure['kind'][] = ['tries', 'knows', 'capture'];

export function sceneSection(session: Session, scene: Scene): Html {
  const { number, title, trace, figures, pictures, documents = [] } = scene;
  const id = `scene-${number}`;
  const shown = [
    ...figures.map((figure) => figureHtml(session, figure)),
    ...pictures.map((picture) => pictureHtml(session, picture)),
    ...documents.map(
      ({ name, about }) =>
        html`<p class="beside"><a href="${encodeURI(name)}"><code>${name}</code></a> ${session.say(about)}</p>
`,
    ),
  ];
  return html`<section class="slide" id="${id}" aria-labelledby="${id}-title" tabindex="-1">
<h2 id="${id}-title"><span class="n">${session.say('story.scene', { number })}</span> ${session.say(title)}</h2>
<div class="scene${shown.length > 0 ? ' both' : ''}${figures.some(({ kind }) => WIDE.includes(kind)) ? ' wide' : ''}">
<ol class="told">${trace.steps.map((step) => stepHtml(session, step))}</ol>
${shown.length > 0 ? html`<div class="shown">${shown}</div>` : ''}
</div>
${outcome(session, scene)}
</section>
`;
}

function stepHtml(session: Session, step: TraceStep): Html {
  const actor = step.id.split('.')[0]!;
  const name = session.say(`story.actor.${actor}` as Extract<MessageKey, `story.actor.${string}`>);
  const pairs = shownPairs(session, step, 'story');
  return html`<li class="${actor === 'hacker' ? 'hacker' : ''}"><b>${name}</b> ${messageOf(session.lang, step.say, step.values)}${
    pairs.length === 0
      ? ''
      : html`<dl>${pairs.map(([label, text]) => html`<div><dt>${label}</dt><dd><code>${text}</code></dd></div>`)}</dl>`
  }</li>
`;
}

function pictureHtml(session: Session, { name, panels }: PictureFile): Html {
  const alt = panels.map(({ title, caption }) => `${title} (${caption})`).join('; ');
  return html`<figure class="picture"><a href="${encodeURI(name)}"><img src="${encodeURI(name)}" alt="${session.say('story.page.alt', { panels: alt })}" loading="lazy"></a></figure>
`;
}

function outcome(session: Session, { attacks, learned, stillCan }: Scene): Html {
  const row = ({ attempt, succeeded, because }: Attack) => [
    session.say(attempt),
    succeeded ? bad(session.say('story.succeeds')) : good(session.say('story.fails')),
    session.say(because),
  ];
  const columns = ['attempt', 'result', 'because'] as const;
  const heading = columns.map((column) => session.say(`story.column.${column}`));
  return html`<div class="outcome">
${attacks.length > 0 ? tableOf(heading, attacks.map(row)) : ''}
<p class="learned"><b>${session.say('story.learned')}</b>${session.say(learned)}</p>
<p class="still"><b>${session.say('story.still')}</b>${session.say(stillCan)}</p>
</div>`;
}
