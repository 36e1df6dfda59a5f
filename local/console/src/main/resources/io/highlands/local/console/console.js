// SPDX-License-Identifier: Apache-2.0
// The frame: theme, pause, the tick that parts of pages refresh by, and small comforts of the keyboard.
(() => {
  'use strict';
  const TICK_MILLIS = 5000;
  const root = document.documentElement;
  const store = {
    get: name => { try { return localStorage.getItem(name); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(name, value); } catch { /* private browsing */ } },
  };
  let paused = store.get('paused') === 'true';

  const dark = () => (root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'))
    === 'dark';

  function showTheme() {
    const button = document.getElementById('theme');
    button.textContent = dark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', `Switch to the ${dark() ? 'light' : 'dark'} theme`);
  }

  function switchTheme() {
    root.dataset.theme = dark() ? 'light' : 'dark';
    document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=strict`;
    showTheme();
    document.dispatchEvent(new Event('theme'));
  }

  function showPause() {
    const button = document.getElementById('pause');
    button.textContent = paused ? 'Paused' : 'Live';
    button.setAttribute('aria-pressed', String(paused));
    button.setAttribute('aria-label', paused ? 'Paused: refresh again' : 'Live: pause refreshing');
  }

  function tick() {
    if (!paused && document.visibilityState === 'visible') {
      document.body.dispatchEvent(new Event('tick'));
    }
  }

  /** The arrow keys walk through the rows of a waterfall, Enter opens one. */
  function step(event) {
    const row = event.target.closest('.waterfall > li');
    const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
    if (next) {
      event.preventDefault();
      next.querySelector('summary').focus();
    }
  }

  /** The arrow keys walk through the rows of a list, Enter follows the row's link. */
  function walk(event) {
    if (event.target.matches('.waterfall summary') && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
      step(event);
      return;
    }
    const row = event.target.closest('tr');
    if (!row || !event.target.matches('a') || !['ArrowDown', 'ArrowUp'].includes(event.key)) {
      return;
    }
    let next = row;
    do {
      next = event.key === 'ArrowDown' ? next.nextElementSibling : next.previousElementSibling;
    } while (next && !next.querySelector('a'));
    if (next) {
      event.preventDefault();
      next.querySelector('a').focus();
    }
  }

  /** A choice in a form that asks for a page takes effect at once. */
  function choose(event) {
    const form = event.target.closest('form[data-at-once]');
    if (form && event.target.matches('select')) {
      if (event.target.name === 'range') {
        form.querySelectorAll('input[name=from], input[name=to]').forEach(field => { field.value = ''; });
      }
      form.requestSubmit();
    }
  }

  /** Empty fields stay out of the address. */
  function submit(event) {
    if (event.target.method === 'get') {
      const empty = [...event.target.elements].filter(field => field.name && !field.value && !field.disabled);
      empty.forEach(field => { field.disabled = true; });
      setTimeout(() => empty.forEach(field => { field.disabled = false; }));
    }
  }

  /** An id goes to the clipboard; where there is none, it is marked, so that the keyboard can copy it. */
  async function copy(event) {
    const button = event.target.closest('[data-copy]');
    if (!button) {
      return;
    }
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(button.previousElementSibling);
      button.textContent = 'Marked';
    }
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  }

  /** A tail that is watched for long keeps its newest lines only. */
  function trim() {
    const lines = document.getElementById('lines');
    while (lines && lines.children.length > 1000) {
      lines.lastElementChild.remove();
    }
  }

  /** What is the same stays, and so does a part in which somebody marks a text: a refresh takes neither away. */
  const shown = new WeakMap();
  const scrolled = new WeakMap();
  function keep(event) {
    const { target, xhr, isError } = event.detail;
    if (isError) {
      unread(event);
      return;
    }
    const selection = getSelection();
    const marked = !selection.isCollapsed && target.contains(selection.anchorNode);
    if (marked || shown.get(target) === xhr.responseText) {
      event.detail.shouldSwap = false;
    } else {
      shown.set(target, xhr.responseText);
      scrolled.set(target, [...target.querySelectorAll('.scroll[id]')]
        .map(({ id, scrollTop, scrollLeft }) => ({ id, scrollTop, scrollLeft })));
    }
  }

  /** A table with an id is where it was scrolled to. */
  function scroll(event) {
    (scrolled.get(event.detail.target) || []).forEach(({ id, ...place }) => {
      Object.assign(document.getElementById(id) || {}, place);
    });
  }

  /** Figures that cannot be read say so, and the browser's console stays empty; the next refresh that succeeds replaces it. */
  function unread(event) {
    const words = event.detail.target.querySelector('.durations .muted');
    shown.delete(event.detail.target);
    if (words) {
      event.detail.isError = false;
      words.textContent = words.classList.contains('reading')
        ? 'could not be read' : 'could not be read again; these are from before';
    }
  }

  document.addEventListener('htmx:beforeSwap', keep);
  document.addEventListener('htmx:sendError', unread);
  document.addEventListener('htmx:afterSwap', trim);
  document.addEventListener('htmx:afterSwap', scroll);
  document.addEventListener('DOMContentLoaded', () => {
    document.getElementById('theme').addEventListener('click', switchTheme);
    document.getElementById('pause').addEventListener('click', () => {
      paused = !paused;
      store.set('paused', String(paused));
      showPause();
      tick();
    });
    document.addEventListener('keydown', walk);
    document.addEventListener('click', copy);
    document.addEventListener('change', choose);
    document.addEventListener('submit', submit);
    showTheme();
    showPause();
    setInterval(tick, TICK_MILLIS);
  });
})();
