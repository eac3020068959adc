/** The figures of the story as HTML: what `render-scene.ts` draws on a terminal, as tables and drawings. */
import { equalConstantTime, fromUtf8, toHex } from '../../bytes/index.ts';
import { type Figure, MOMENTS } from '../../story/index.ts';
import type { Session } from '../session.ts';
import { type Html, html } from '../tls/demo-page/html.ts';
import { visibleText } from '../visible.ts';
import { arrowsFigure } from './arrows.ts';
import { bad, type Cell, good, num, tableOf } from './cells.ts';
import { histogramFigure, mapFigure, stripsFigure, workFigure } from './drawings.ts';
import { hopsFigure } from './hops.ts';

type FigureOf<Kind extends Figure['kind']> = Extract<Figure, { kind: Kind }>;

const PEOPLE = ['alice', 'bob', 'hacker'] as const;

export function figureHtml(session: Session, figure: Figure): Html {
  return html`<figure><figcaption>${session.say(figure.caption)}</figcaption>
${drawn(session, figure)}</figure>
`;
}

function drawn(session: Session, figure: Figure): Html {
  switch (figure.kind) {
    case 'map':
      return mapFigure(session, figure);
    case 'histogram':
      return histogramFigure(session, figure);
    case 'strips':
      return stripsFigure(session, figure);
    case 'work':
      return workFigure(session, figure);
    case 'checksums':
      return checksumsTable(session, figure);
    case 'arrows':
      return arrowsFigure(session, figure);
    case 'hops':
      return hopsFigure(session, figure);
    case 'capture':
      return captureTable(session, figure);
    case 'score':
      return scoreTable(session, figure);
    case 'costs':
      return costsTable(session, figure);
    case 'relay':
      return relayTable(session, figure);
    case 'judge':
      return judgeTable(session, figure);
    case 'tries':
      return triesTable(session, figure);
    case 'stages':
      return stagesTable(session, figure);
    case 'knows':
      return knowsTable(session, figure);
    case 'derivation':
      return derivationTable(session, figure);
    case 'timeline':
      return timelineTable(session, figure);
  }
}

function scoreTable(session: Session, { rows }: FigureOf<'score'>): Html {
  const noticed = (notices: boolean) =>
    notices ? good(session.say('story.score.noticed')) : bad(session.say('story.score.unnoticed'));
  return tableOf(
    ['', session.say('story.score.noise'), session.say('story.score.hacker')],
    rows.map((row) => [session.say(row.protection), noticed(row.noticesNoise), noticed(row.noticesHacker)]),
  );
}

function checksumsTable(session: Session, { rows }: FigureOf<'checksums'>): Html {
  const columns = ['segment', 'carried', 'computed', 'tcp'] as const;
  return tableOf(
    columns.map((column) => session.say(`story.checksum.${column}`)),
    rows.map(({ segment, carried, computed, taken }) => [
      session.say(segment),
      { text: html`<code>${carried}</code>` },
      { text: html`<code>${computed}</code>` },
      taken
        ? (segment === 'story.segment.sent' ? good : bad)(session.say('story.checksum.takes'))
        : good(session.say('story.checksum.drops')),
    ]),
  );
}

/** A line so short stays one, and a longer word may be broken. */
const WHOLE = 28;
const kindOf = (line: string) =>
  line.length <= WHOLE ? 'whole' : line.split(' ').some(({ length }) => length > WHOLE) ? 'long' : '';

function captureTable(session: Session, { rows }: FigureOf<'capture'>): Html {
  const columns = ['from', 'bytes', 'shut', 'open'] as const;
  const lines = (reads: readonly string[]): Cell => ({
    text: html`${reads.map((line) => html`<code class="${kindOf(line)}">${breakable(visibleText(line))}</code><br>`)}`,
  });
  return tableOf(
    ['#', ...columns.map((column) => session.say(`story.capture.${column}`))],
    rows.map(({ number, from, bytes, shut, open }) => [
      num(number),
      session.say(`story.actor.${from}`),
      num(bytes),
      lines(shut),
      open.join() === shut.join() ? '=' : lines(open),
    ]),
  );
}

/** A line may end after a mark of a URL or a form, and nowhere within a word. */
function breakable(line: string): Html {
  return html`${line.split(/(?<=[/&?])(?!\/)/).map((piece, i) => (i === 0 ? piece : html`<wbr>${piece}`))}`;
}

function costsTable(session: Session, { rows }: FigureOf<'costs'>): Html {
  return tableOf(
    (['way', 'rsa', 'aes', 'bytes'] as const).map((column) => session.say(`story.cost.${column}`)),
    rows.map((row) => [session.say(row.way), num(row.rsaBlocks), num(row.aesBlocks), num(row.bytes)]),
  );
}

function relayTable(session: Session, { legs }: FigureOf<'relay'>): Html {
  return html`<ol class="relay">${legs.map(({ from, to, key, plaintext }) => {
    const lock = session.say('story.relay.leg', { key: session.say(`story.actor.${key}`) });
    return html`<li><b>${session.say(`story.actor.${from}`)} → ${session.say(`story.actor.${to}`)}</b>
<span class="${key === 'hacker' ? 'bad' : 'good'}">${lock}</span> ${session.say('story.relay.reads')} <q>${visibleText(fromUtf8(plaintext))}</q></li>`;
  })}</ol>`;
}

function judgeTable(session: Session, { rows }: FigureOf<'judge'>): Html {
  return tableOf(
    [
      session.say('story.judge.evidence'),
      ...PEOPLE.map((person) => session.say(`story.actor.${person}`)),
      session.say('story.judge.proof'),
    ],
    rows.map(({ evidence, makes, convinced }) => [
      session.say(evidence),
      ...PEOPLE.map((person) => session.say(makes[person] ? 'story.judge.can' : 'story.judge.cannot')),
      convinced ? good(session.say('story.judge.yes')) : bad(session.say('story.judge.no')),
    ]),
  );
}

function triesTable(session: Session, { rows }: FigureOf<'tries'>): Html {
  const columns = ['attempt', 'signatures', 'root', 'name', 'browser', 'hacker'] as const;
  return tableOf(
    columns.map((column) => session.say(`story.tries.${column}`)),
    rows.map((row) => [
      session.say(row.attempt),
      session.say(row.signaturesFit ? 'story.tries.fit' : 'story.tries.unfit'),
      session.say(row.rootKnown ? 'story.tries.known' : 'story.tries.unknown'),
      session.say(row.nameFits ? 'story.tries.right' : 'story.tries.wrong'),
      session.say(row.accepted ? 'story.tries.accepts' : 'story.tries.warns'),
      row.hackerReads ? bad(session.say('story.tries.reads')) : good(session.say('story.tries.nothing')),
    ]),
  );
}

function stagesTable(session: Session, { rows }: FigureOf<'stages'>): Html {
  const lines = rows.flatMap(({ form, sent, received, down, up }): (Cell | string)[][] => {
    const name = session.say(form);
    const same = equalConstantTime(sent, received) ? good('=') : bad('≠');
    const row = [name, num(sent.length), same, name];
    return down && up ? [row, [`↓ ${session.say(down)}`, '', '', `↑ ${session.say(up)}`]] : [row];
  });
  const heading = [
    session.say('story.stages.sent'),
    session.say('story.stages.bytes'),
    '',
    session.say('story.stages.received'),
  ];
  return tableOf(heading, lines);
}

function knowsTable(session: Session, { rows }: FigureOf<'knows'>): Html {
  const cell = (sees: (typeof rows)[number]['hacker']) => session.say(`story.sees.${sees}`);
  return tableOf(
    [
      session.say('story.knows.message'),
      session.say('story.knows.item'),
      ...PEOPLE.map((who) => session.say(`story.actor.${who}`)),
    ],
    rows.map(({ message, item, alice, bob, hacker }) => [
      message ?? '–',
      session.say(item),
      cell(alice),
      cell(bob),
      hacker === 'reads' ? bad(cell(hacker)) : good(cell(hacker)),
    ]),
  );
}

/** Bytes that are shown of each value. */
const SHOWN = 8;

function derivationTable(session: Session, { rows }: FigureOf<'derivation'>): Html {
  return html`<ul class="derivation">${rows.map(({ depth, name, value, how }) => {
    const size = session.say('story.derivation.bytes', { count: String(value.length) });
    return html`<li class="d${depth}"><b>${session.say(name)}</b> <span class="size">${size}</span> <code>${spaced(value)}</code>${
      how === undefined ? '' : html` <small>${session.say(how)}</small>`
    }</li>`;
  })}</ul>`;
}

function timelineTable(session: Session, { rows }: FigureOf<'timeline'>): Html {
  return tableOf(
    ['', ...MOMENTS.map((moment) => session.say(`story.moment.${moment}`))],
    rows.map(({ tape, readable }) => [
      session.say(tape),
      ...MOMENTS.map((moment) =>
        readable[moment]
          ? bad(session.say('story.timeline.readable'))
          : good(session.say('story.timeline.unreadable')),
      ),
    ]),
  );
}

function spaced(value: Uint8Array): string {
  return `${toHex(value.subarray(0, SHOWN)).replace(/..(?=.)/g, '$& ')} …`;
}
