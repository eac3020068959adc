/** What the page does with a script: arrow keys from scene to scene, one scene at a time for a projector, day and night. */
import { Html } from '../tls/demo-page/html.ts';

export const SCRIPT = new Html(`
(() => {
  'use strict';
  const slides = [...document.querySelectorAll('.slide')];
  const at = (id) => document.getElementById(id);
  const root = document.documentElement;
  for (const each of document.querySelectorAll('.controls, .keys')) each.hidden = false;

  const ofHash = () => Math.max(0, slides.findIndex(({ id }) => '#' + id === location.hash));
  let current = ofHash();
  const mark = () => {
    slides.forEach((slide, i) => slide.classList.toggle('current', i === current));
    at('place').textContent = current + 1 + ' / ' + slides.length;
    at('previous').disabled = current === 0;
    at('next').disabled = current === slides.length - 1;
  };
  const go = (to) => {
    current = Math.min(slides.length - 1, Math.max(0, to));
    mark();
    history.replaceState(null, '', '#' + slides[current].id);
    slides[current].focus({ preventScroll: true });
    if (isPresenting()) scrollTo(0, 0);
    else slides[current].scrollIntoView();
  };
  const isPresenting = () => root.classList.contains('present');
  const present = (on) => {
    root.classList.toggle('present', on);
    at('present').setAttribute('aria-pressed', String(on));
    go(current);
  };
  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const showTheme = () => at('theme').setAttribute('aria-pressed', String(isDark()));
  const turn = () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    showTheme();
  };
  // While the page is read as one, the scene that is on top is the current one.
  addEventListener('scroll', () => {
    if (isPresenting()) return;
    const passed = slides.filter((slide) => slide.getBoundingClientRect().top < innerHeight / 3).length;
    current = Math.max(0, passed - 1);
    mark();
  }, { passive: true });
  addEventListener('hashchange', () => go(ofHash()));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showTheme);
  at('previous').addEventListener('click', () => go(current - 1));
  at('next').addEventListener('click', () => go(current + 1));
  at('present').addEventListener('click', () => present(!isPresenting()));
  at('theme').addEventListener('click', turn);
  const keys = {
    ArrowRight: () => go(current + 1),
    ArrowLeft: () => go(current - 1),
    p: () => present(!isPresenting()),
    d: turn,
    Escape: () => isPresenting() && present(false),
  };
  // What a clicker sends, and what scrolls where the page is read as one.
  const turns = ({ key, shiftKey, target }) => {
    if (!isPresenting() || (key === ' ' && target.closest?.('button, a'))) return undefined;
    if (key === 'PageUp' || (key === ' ' && shiftKey)) return keys.ArrowLeft;
    return key === 'PageDown' || key === ' ' ? keys.ArrowRight : undefined;
  };
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    // A table that is wider than the screen has the arrows to itself.
    const wide = event.target.closest?.('.scroll');
    if (wide && wide.scrollWidth > wide.clientWidth && event.key.startsWith('Arrow')) return;
    const act = turns(event) ?? keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  mark();
  showTheme();
})();
`);
