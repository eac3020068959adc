/** The look of the story's page: by day, by night, on a telephone, on a wall, and on paper. */
import { Html } from '../tls/demo-page/html.ts';
import { theme } from '../tls/demo-page/theme.ts';

export const STYLE = new Html(`
${theme()}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1rem 1.25rem 4rem; max-width: 68rem; background: var(--paper); color: var(--ink); line-height: 1.6;
  font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
}
h1 { font-size: 2rem; line-height: 1.25; margin: 1rem 0 .4rem; text-wrap: balance; }
h2 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 1rem; text-wrap: balance; }
h2 .n { display: block; font-size: .85rem; font-weight: 500; color: var(--soft); }
p { margin: .4rem 0 .8rem; max-width: 50rem; }
a { color: var(--accent); }
code { font-family: var(--mono); font-size: .85em; overflow-wrap: anywhere; }
dd code, td code, .relay q { white-space: pre-wrap; }
.lead, .made, .keys, .size, small, footer { color: var(--soft); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.slide:focus { outline: none; }
.slide { padding: 2rem 0; border-top: 1px solid var(--line); }
#start { border-top: 0; padding-top: 0; }
/* the bar of buttons */
.controls { position: sticky; top: 0; z-index: 1; display: flex; gap: .4rem; align-items: center; justify-content: flex-end; padding: .4rem 0; background: var(--paper); }
.controls button { font: inherit; font-size: .85rem; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .25rem .7rem; cursor: pointer; }
.controls button[aria-pressed="true"] { border-color: var(--accent); background: var(--tint); }
.controls button:disabled { opacity: .4; cursor: default; }
#place { min-width: 4rem; text-align: center; font-size: .85rem; color: var(--soft); font-variant-numeric: tabular-nums; }
/* contents */
.contents { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: .1rem 1.5rem; }
.contents a { display: flex; gap: .6rem; padding: .25rem 0; color: var(--ink); text-decoration: none; }
.contents a:hover { color: var(--accent); text-decoration: underline; }
.contents .n { flex: none; width: 1.6rem; text-align: right; color: var(--accent); font-variant-numeric: tabular-nums; }
/* a scene */
.told { list-style: none; margin: 0; padding: 0; min-width: 0; }
.told > li { border-left: 3px solid var(--line); padding: .1rem 0 .1rem .8rem; margin: 0 0 .7rem; }
.told > li.hacker { border-color: var(--secret); }
.told b { color: var(--accent); margin-right: .2rem; }
.told .hacker b { color: var(--secret); }
.told dl { margin: .15rem 0 0; font-size: .88rem; }
.told dl div { display: flex; gap: .7rem; }
.told dt { flex: none; color: var(--soft); }
.told dd { margin: 0; min-width: 0; }
.shown { min-width: 0; }
figure { margin: 0 0 1rem; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; }
figcaption { color: var(--soft); font-size: .9rem; margin-bottom: .6rem; }
figure.picture { padding: 0; overflow: hidden; background: #fff; }
figure.picture a { display: block; }
img { display: block; width: 100%; height: auto; }
.beside { font-size: .9rem; }
.outcome { margin-top: 1.2rem; }
.learned { max-width: none; border-left: 4px solid var(--accent); background: var(--tint); border-radius: 0 .5rem .5rem 0; padding: .7rem 1rem; font-size: 1.1rem; margin: 1rem 0 .6rem; }
.still { max-width: none; border-left: 4px solid var(--warn); background: var(--warn-tint); border-radius: 0 .5rem .5rem 0; padding: .5rem 1rem; }
/* tables */
/* a shadow at each side that hides more of the table */
.scroll {
  --back: var(--paper); overflow-x: auto; background:
  linear-gradient(90deg, var(--back) 40%, transparent) left / 3rem 110% local no-repeat,
  linear-gradient(270deg, var(--back) 40%, transparent) right / 3rem 110% local no-repeat,
  linear-gradient(90deg, var(--shade), transparent) left / 1.2rem 100% scroll no-repeat,
  linear-gradient(270deg, var(--shade), transparent) right / 1.2rem 100% scroll no-repeat;
}
figure .scroll { --back: var(--card); }
.scroll code { overflow-wrap: normal; } td code.whole { white-space: pre; } .scroll code.long { overflow-wrap: anywhere; }
:lang(zh) :is(thead th, td.good, td.bad) { white-space: nowrap; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th { text-align: left; font-weight: 500; }
thead th { color: var(--soft); }
th, td { padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody tr:last-child > * { border-bottom: 0; }
td.num, th.num { font-variant-numeric: tabular-nums; text-align: right; }
.good { color: var(--accent); font-weight: 600; }
.bad { color: var(--secret); font-weight: 600; }
/* drawings */
.drawn { display: block; width: 100%; max-width: 36rem; height: auto; margin-bottom: .5rem; }
.drawn.letters { max-width: 46rem; } .drawn.letters text { font-size: 22px; }
.drawn text { fill: var(--ink); font-size: 15px; }
.drawn .who { font-weight: 700; }
.drawn .label { font-weight: 600; }
.drawn .note { fill: var(--soft); }
.drawn .life { stroke: var(--line); stroke-width: 2; }
.drawn .arrow { stroke: var(--soft); stroke-width: 1.8; }
.drawn .arrow.secure { stroke: var(--accent); stroke-width: 4; }
.drawn .head { fill: var(--soft); }
.drawn circle.gap { fill: var(--secret-tint); stroke: var(--secret); stroke-width: 1.5; }
.drawn text.gap { fill: var(--secret); font-weight: 700; font-size: 13px; }
.bar { fill: var(--accent); background: var(--accent); }
.other { fill: var(--warn); background: var(--warn); opacity: .6; }
.legend { font-size: .88rem; color: var(--soft); margin: 0; }
.key { display: inline-block; width: .8rem; height: .8rem; border-radius: .15rem; margin: 0 .3rem; vertical-align: middle; }
svg.line { width: 100%; min-width: 6rem; height: .8rem; display: block; }
.strips { display: grid; grid-template-columns: auto 1fr; gap: .35rem .9rem; align-items: center; overflow-x: auto; }
.strips .intact { fill: var(--line); } .strips .bits { fill: var(--warn); } .strips .garbled { fill: var(--secret); }
.strips svg { height: 1.1em; width: auto; }
.strips text { font-size: 11px; font-weight: 700; fill: var(--card); }
.strips-key { margin-top: .6rem; } .strips-key b { margin: 0 .3rem; } 
.key.intact { background: var(--line); } .key.garbled { background: var(--secret); }
.key.bits { background: var(--warn); color: var(--card); font-weight: 700; font-size: .7rem; line-height: .8rem; text-align: center; }
.derivation { list-style: none; padding: 0; margin: 0; font-size: .92rem; }
.derivation li { padding: .2rem 0 .2rem .8rem; border-left: 2px solid var(--line); }
.derivation .size { font-size: .85rem; }
.derivation .d1 { margin-left: 1.2rem; } .derivation .d2 { margin-left: 2.4rem; } .derivation .d3 { margin-left: 3.6rem; }
.relay { padding-left: 1.2rem; margin: 0; }
.files dt { margin-top: .7rem; }
.files dd { margin: 0; overflow-wrap: anywhere; }
footer { border-top: 1px solid var(--line); padding-top: 1rem; font-size: .9rem; }
@media (max-width: 40rem) {
  .wide figure table { min-width: max-content; font-size: .85rem; } .wide figure th { max-width: 8rem; }
  body { padding: .5rem .9rem 3rem; }
  h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; }
  .contents { grid-template-columns: 1fr; }
  figure { padding: .5rem; }
  th, td { padding-right: .6rem; }
}
/* on a wall: one scene at a time, large, words and figures side by side */
@media screen {
  .present body { max-width: none; padding: 0 2.5vw 1rem; font-size: clamp(1.1rem, 1.75vw, 2rem); }
  .present .slide, .present footer, .present .keys { display: none; }
  .present .slide.current { display: block; border: 0; padding: 0 0 1rem; }
  .present h1 { font-size: 2em; } .present h2 { font-size: 1.55em; margin-bottom: .6em; }
  .present h2 .n { font-size: .55em; }
  .present p, .present .drawn { max-width: none; }
  .present figcaption, .present .legend, .present .beside { font-size: .85em; }
  .present .told > li { margin-bottom: .5em; }
  .present .told dl, .present table, .present .derivation { font-size: .85em; }
  .present .learned { font-size: 1.15em; }
  .present .contents { grid-template-columns: repeat(auto-fill, minmax(24rem, 1fr)); }
}
@media screen and (min-width: 60rem) {
  .present .both { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr); gap: 2vw; align-items: start; }
  .present .both.wide { grid-template-columns: minmax(0, 1fr) minmax(0, 1.7fr); }
}
@media screen and (min-width: 60rem) and (max-width: 80rem) {
  .present .wide table { font-size: .78em; } .present .wide :is(th, td) { padding-right: .6rem; }
}
@media print {
  .controls, .keys, nav { display: none; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .slide { border: 0; padding: 0 0 1rem; break-before: page; }
  #start { break-before: auto; }
  figure, tr, .told > li, .learned, .still { break-inside: avoid; }
  .scroll { overflow: visible; }
  a { color: inherit; }
}
`);
