/** The derivation as a tree of boxes; the key block as a bar that is cut to scale. */
import type { DerivationTree, Derived, DerivedValue, KeyPiece } from '../derivation-tree.ts';
import { type Html, html } from './html.ts';

/** As many colours as the style has. */
const COLORS = 6;

export function treeFigure({ inputs, master, fromMaster }: DerivationTree): Html {
  const joined = inputs.filter(({ makesMaster }) => makesMaster);
  const [left = [], right = []] = inputs.filter(({ makesMaster }) => !makesMaster).map((input) => [input]);
  return html`<div class="tree">
<div class="inputs">${[...left, ...joined, ...right].map(
    (input) =>
      html`<div class="${input.makesMaster ? 'input' : 'input apart'}">${node(input, input.isSecret)}</div>`,
  )}</div>
${joined.length > 0 ? html`<div class="stem"></div>` : ''}<div class="how">${master.how}</div><div class="stem"></div>
<div class="master">${node(master, true)}</div>
<div class="stem"></div>
<div class="branches">${fromMaster.map(branch)}</div>
</div>`;
}

function branch(derived: Derived): Html {
  const hasPieces = derived.pieces.length > 0;
  return html`<div class="branch"><div class="how">${derived.how}</div><div class="stem"></div>
<div class="node${hasPieces ? ' kept' : ''}"><b>${derived.name}</b>${hasPieces ? pieces(derived.pieces) : html`<span class="value">${derived.value}</span>`}<small>${derived.note}</small></div></div>
`;
}

function node({ name, value, note }: DerivedValue, isSecret: boolean): Html {
  return html`<div class="node${isSecret ? ' kept' : ''}"><b>${name}</b><span class="value">${value}</span><small>${note}</small></div>
`;
}

function pieces(all: readonly KeyPiece[]): Html {
  return html`<div class="block">${all.map(
    ({ from, to, name }, i) =>
      html`<span class="f${i % COLORS}" style="flex:${to - from + 1}" title="${name}"></span>`,
  )}</div>
<ul class="pieces">${all.map(
    ({ name, value, note }, i) =>
      html`<li><code class="f${i % COLORS}">${name}</code> <small>${note}</small><span class="value">${value}</span></li>`,
  )}</ul>`;
}
