/**
 * A handshake as one page: ladder, tree, every byte. It needs no network, no script and no other file; its policy forbids the
 * browser to fetch any.
 */
import { suiteNamed } from '../../../tls/suites.ts';
import type { Trace, TraceStep } from '../../../trace/index.ts';
import type { Session } from '../../session.ts';
import { visibleText } from '../../visible.ts';
import { prfCommand } from '../demo-text.ts';
import { derivationTree } from '../derivation-tree.ts';
import { messagesOf, type ShownMessage, sizeText } from '../handshake-ladder.ts';
import { headingOf, stepSentence } from '../message-view.ts';
import { fieldSection } from './field-section.ts';
import { type Html, html } from './html.ts';
import { ladderFigure } from './ladder-figure.ts';
import { STYLE } from './style.ts';
import { treeFigure } from './tree-figure.ts';

/** `seed` is the word it was made from, if any. */
export function handshakePage(session: Session, trace: Trace, seed: string | undefined): string {
  const messages = messagesOf(session, trace);
  const { server_name: host = '', resumed, suite = '' } = trace.inputs;
  const { weak } = suiteNamed(suite);
  const title = session.say('tls.demoPage.title', { host });
  const derivation = trace.steps.filter(({ id }) => !id.startsWith('message['));
  const secret =
    seed === undefined
      ? session.say('tls.demoPage.secret')
      : session.say('tls.demoPage.seeded', { seed: visibleText(seed) });
  return html`<!doctype html>
<html lang="${session.lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="lead">${session.say('tls.demoPage.lead')}</p>
<ul class="chips">${chips(trace).map((chip) => html`<li>${chip}</li>`)}</ul>
<aside><p>${session.say('tls.demoPage.history')}</p></aside>
${
  weak === undefined
    ? ''
    : html`<aside><p>${session.say(`tls.weak.${weak}`)}</p></aside>
`
}<aside class="secret"><p>${secret}</p></aside>
</header>
<main>
<h2>${session.say('tls.demoPage.ladder')}</h2>
<p>${session.say('tls.demoPage.ladderSays')}</p>
<div class="figure">${ladderFigure(session, messages)}</div>
<h2>${session.say('tls.demoPage.tree')}</h2>
<p>${session.say(resumed === 'yes' ? 'tls.demoPage.treeResumed' : 'tls.demoPage.treeSays')}</p>
<div class="figure">${treeFigure(derivationTree(session, trace))}</div>
<h2>${session.say('tls.demoPage.messages')}</h2>
<p>${session.say('tls.demoPage.messagesSay')}</p>
${messages.map((message) => messageSection(session, message))}
<h2>${session.say('tls.demo.derivation')}</h2>
${derivation.map((step) => derivationSection(session, step))}
</main>
<footer>${session.say('tls.demoPage.footer')}</footer>
</body>
</html>
`.text;
}

function chips({ inputs }: Trace): string[] {
  const flags = ['extended_master_secret', 'encrypt_then_mac', 'resumed'] as const;
  return ['TLS 1.2', inputs.suite ?? '', ...flags.filter((flag) => inputs[flag] === 'yes')];
}

function messageSection(session: Session, message: ShownMessage): Html {
  const { number, label, from, isProtected, step, further } = message;
  const [client, server] = [session.say('tls.ladder.client'), session.say('tls.ladder.server')];
  const way = from === 'client' ? `${client} → ${server}` : `${server} → ${client}`;
  const size = isProtected ? 'size sealed' : 'size';
  return html`<details><summary><span class="n">${number}</span><b>${label}</b><span class="way">${way}</span><span class="${size}">${sizeText(session, message)}</span></summary>
<div class="body" id="m${number}">
${block(session, step, true)}${further.map((each) => block(session, each, false))}</div></details>
`;
}

/** A step, its sentence, and its bytes. */
function block(session: Session, step: TraceStep, isFirst: boolean): Html {
  const heading = headingOf(session, step);
  const title = isFirst ? '' : html`<h3>${heading ?? step.id.slice(step.id.lastIndexOf('.') + 1)}</h3>`;
  const bytes = step.fields
    ? fieldSection(session, step)
    : html`<span class="value">${step.values.value ?? ''}</span>`;
  return html`${title}<p>${sentence(session, step)}</p>
${bytes}`;
}

function derivationSection(session: Session, step: TraceStep): Html {
  const { value = '' } = step.values;
  const command = prfCommand(step);
  const fields = step.fields ? fieldSection(session, step) : html`<span class="value">${value}</span>`;
  return html`<details><summary><b><code>${step.id}</code></b><span class="size">${session.say('tls.demo.bytes', { count: value.length / 2 })}</span></summary>
<div class="body"><p>${sentence(session, step)}</p>${fields}${command === undefined ? '' : html`<h3>${session.say('tls.demoPage.follow')}</h3><code class="run">${command}</code>`}</div></details>
`;
}

function sentence(session: Session, step: TraceStep): Html {
  return html`${stepSentence(session, step)} <span class="clauses">(${step.clause})</span>`;
}
