/** The look of the page, by day and by night. Nothing is fetched: the fonts are those of the reader. */
import { Html } from './html.ts';
import { theme } from './theme.ts';

export const STYLE = new Html(`
${theme()}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 62rem; background: var(--paper); color: var(--ink);
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
}
h1 { font-size: 1.9rem; line-height: 1.25; margin: 0 0 .4rem; letter-spacing: -.01em; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 3rem 0 .75rem; }
h3 { font-size: .95rem; margin: 1.5rem 0 .4rem; }
p { margin: .4rem 0 .8rem; max-width: 46rem; }
code, .hex, .bytes, .value { font-family: var(--mono); font-size: .82rem; }
.lead { color: var(--soft); }
.chips { display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; margin: .8rem 0 1.2rem; list-style: none; }
.chips li { font: .8rem var(--mono); border: 1px solid var(--line); border-radius: 99rem; padding: .15rem .7rem; background: var(--card); }
aside { border-left: 4px solid var(--warn); background: var(--warn-tint); border-radius: 0 .5rem .5rem 0; padding: .7rem 1rem; margin: .7rem 0; max-width: none; }
aside.secret { border-color: var(--secret); background: var(--secret-tint); }
aside p { margin: 0; max-width: none; }
.figure { background: var(--card); border: 1px solid var(--line); border-radius: .8rem; padding: 1rem; overflow-x: auto; }
/* the ladder */
.ladder { display: block; width: 100%; height: auto; }
.ladder text { fill: var(--ink); font: 14px system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; }
.ladder .who { font-weight: 700; font-size: 16px; }
.ladder .label { font-weight: 600; }
.ladder .note, .ladder .number { fill: var(--soft); font-size: 12.5px; }
.ladder .life { stroke: var(--line); stroke-width: 2; }
.ladder .arrow { stroke: var(--soft); stroke-width: 1.6; }
.ladder .head { fill: var(--soft); }
.ladder .sealed .arrow { stroke: var(--accent); stroke-width: 3; }
.ladder .sealed .head { fill: var(--accent); }
.ladder .band { fill: transparent; }
.ladder .sealed .band { fill: var(--tint); }
.ladder a:hover .band, .ladder a:focus .band { fill: var(--warn-tint); }
.ladder a { cursor: pointer; text-decoration: none; }
@media (max-width: 40rem) { .figure { padding: .3rem; } .ladder .who, .ladder .label { font-size: 22px; } .ladder .note, .ladder .number { font-size: 20px; } }
/* the tree: lines lead from the inputs together, and from the master secret apart */
.tree { display: flex; flex-direction: column; min-width: 0; }
.inputs, .branches { display: flex; align-items: stretch; }
.input, .branch { display: flex; flex-direction: column; flex: 1 1 0; min-width: 0; position: relative; padding: 0 .45rem; }
.input { padding-bottom: 1.1rem; }
.branch { padding-top: 1.1rem; }
.branch:first-child { flex-grow: 1.5; }
.input .node { flex: 1; }
.input::before, .branch::before { content: ""; position: absolute; left: 0; right: 0; border-top: 2px solid var(--line); }
.input::before { bottom: 0; } .branch::before { top: 0; }
.input:first-child::before, .branch:first-child::before { left: 50%; }
.input:last-child::before, .branch:last-child::before { right: 50%; }
.input::after, .branch::after { content: ""; position: absolute; left: calc(50% - 1px); width: 2px; height: 1.1rem; background: var(--line); }
.input::after { bottom: 0; } .branch::after { top: 0; }
.apart::before, .apart::after { display: none; }
.apart + .input::before { left: 50%; }
.input:has(+ .apart)::before { right: 50%; }
@media (max-width: 46rem) {
  .inputs, .branches { flex-direction: column; gap: .6rem; }
  .input, .branch { padding: 0; }
  .input::before, .input::after, .branch::before, .branch::after { display: none; }
}
.node { border: 1px solid var(--line); border-radius: .6rem; padding: .6rem .8rem; background: var(--paper); min-width: 0; }
.node b { display: block; }
.node small { color: var(--soft); display: block; line-height: 1.4; }
.node.kept { border-color: var(--secret); }
.value { overflow-wrap: anywhere; display: block; margin: .15rem 0; }
.how { align-self: center; text-align: center; background: var(--tint); border-radius: .6rem; padding: .3rem .8rem; font-size: .86rem; }
.stem { width: 2px; height: 1.1rem; background: var(--line); align-self: center; }
.master { align-self: center; max-width: 34rem; width: 100%; }
.block { display: flex; border-radius: .35rem; overflow: hidden; margin: .5rem 0; }
.block span { height: .8rem; }
.pieces { list-style: none; margin: 0 0 .4rem; padding: 0; font-size: .85rem; }
.pieces li { padding: .3rem 0; border-top: 1px solid var(--line); }
.pieces code { border-radius: .25rem; padding: .1rem .3rem; }
.pieces small { display: inline; margin-left: .3rem; }
/* messages */
details { border: 1px solid var(--line); border-radius: .6rem; background: var(--card); margin: .5rem 0; }
summary { cursor: pointer; padding: .6rem .9rem; display: flex; flex-wrap: wrap; gap: .1rem .8rem; align-items: baseline; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "▸"; color: var(--soft); }
details[open] > summary::before { content: "▾"; }
summary b { min-width: 11rem; }
summary .n { color: var(--soft); font-variant-numeric: tabular-nums; min-width: 1.6rem; text-align: right; }
summary .way { color: var(--soft); font-size: .88rem; }
summary .size { margin-left: auto; color: var(--soft); font-size: .88rem; }
summary .size.sealed { color: var(--accent); }
.body { padding: 0 1rem 1rem; border-top: 1px solid var(--line); scroll-margin-top: 1rem; }
.scroll { overflow-x: auto; }
.hex { line-height: 1.9; margin: .4rem 0 .8rem; overflow-wrap: break-word; max-height: 18rem; overflow-y: auto; }
.hex span { border-radius: .25rem; padding: .12rem .2rem; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
table { border-collapse: collapse; width: 100%; font-size: .86rem; }
th { text-align: left; color: var(--soft); font-weight: 500; }
th, td { padding: .22rem .8rem .22rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
th.num, th.clause { width: 1%; }
td.num, th.num { text-align: right; font-variant-numeric: tabular-nums; }
td.name { white-space: nowrap; }
td.bytes { overflow-wrap: anywhere; min-width: 9rem; }
td.bytes span { margin-left: .8em; color: var(--soft); }
td.clause { color: var(--soft); white-space: nowrap; }
td i { display: inline-block; width: .75rem; height: .75rem; border-radius: .2rem; margin-right: .5rem; vertical-align: -.05rem; }
.f0 { background: hsl(205 80% 55% / .28); } .f1 { background: hsl(40 90% 50% / .30); } .f2 { background: hsl(150 60% 45% / .28); }
.f3 { background: hsl(330 70% 60% / .26); } .f4 { background: hsl(265 65% 65% / .28); } .f5 { background: hsl(15 80% 58% / .28); }
.clauses { color: var(--soft); font-size: .88rem; }
.run { display: block; overflow-wrap: anywhere; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .6rem; }
footer { margin-top: 3rem; color: var(--soft); font-size: .9rem; border-top: 1px solid var(--line); padding-top: 1rem; }
`);
