// The workbench works without this script. Nothing here touches the value of a field: Vietnamese input methods delete and
// retype letters, and would take any such help for a part of what is typed.
'use strict';
(() => {
  const form = document.getElementById('record');
  if (!form) return;
  const state = document.getElementById('state');
  const words = state.dataset;
  // `form.action` would be the button of this name.
  const address = form.getAttribute('action');
  // Long enough that an input method has put the letters of a syllable together.
  const PAUSE = 250;
  // The other records and the editions are looked at when the pause is longer; what was found with them stays meanwhile.
  const LONG_PAUSE = 1200;
  let timer = 0;
  let ofCorpus = [];
  let asked = null;

  const sent = () => new URLSearchParams(new FormData(form));
  const first = sent().toString();
  let isLeaving = false;

  function say(text, kind) {
    state.textContent = text;
    state.className = kind;
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function findingItem(finding) {
    const item = element('li', finding.severity);
    item.append(element('b', '', words[finding.severity]), ` ${finding.message} `, element('span', 'help', finding.help));
    if (finding.fix !== null) {
      const fix = element('button', '', words.fix);
      fix.name = 'fix';
      fix.value = finding.fix;
      item.append(' ', fix);
    }
    return item;
  }

  // At the field of their key, or at the one that holds it.
  function placeOf(path, places) {
    for (let at = path; ; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) {
      if (places.has(at)) return at;
      if (at === '') return null;
    }
  }

  function show(findings) {
    const places = new Map([...form.querySelectorAll('.at-field')].map(place => [place.dataset.path, place]));
    const lists = new Map();
    for (const finding of findings) {
      const at = placeOf(finding.path, places);
      if (at === null) continue;
      if (!lists.has(at)) lists.set(at, element('ul', 'findings'));
      lists.get(at).append(findingItem(finding));
    }
    for (const [path, place] of places) {
      const list = lists.get(path);
      // What is the same stays: the focus may be on its button.
      if ((list ? list.outerHTML : '') === place.innerHTML) continue;
      place.replaceChildren(...(list ? [list] : []));
      if (list) place.closest('details:not([open])')?.setAttribute('open', '');
    }
  }

  // Where the excerpt would be printed, as it is now.
  function place(printed) {
    const box = document.getElementById('printed');
    if (!box) return;
    const list = element('ul', 'printed');
    for (const { edition, as_of, address: leads, chapters, why_not, is_unverified } of printed) {
      const item = document.createElement('li');
      const link = element('a', '', edition);
      link.href = leads;
      item.append(link, ' ', element('span', 'about', as_of), ': ');
      if (chapters.length) item.append(element('b', 'fine', chapters.join('; ')));
      else item.append(`${box.dataset.notPrinted} `, element('span', 'about', why_not.join('; ')));
      if (is_unverified) item.append(' ', element('span', 'warning', box.dataset.whenVerified));
      list.append(item);
    }
    box.replaceChildren(list);
  }

  async function check(action = 'check') {
    clearTimeout(timer);
    asked?.abort();
    asked = new AbortController();
    const fields = sent();
    fields.set('action', action);
    try {
      const answer = await fetch(address, { method: 'POST', body: fields, signal: asked.signal });
      if (!answer.ok) throw new Error(answer.status);
      const { findings, said, kept, printed } = await answer.json();
      if (action === 'check') timer = setTimeout(check, LONG_PAUSE, 'check-all');
      else ofCorpus = findings.filter(finding => finding.is_of_corpus);
      show(action === 'check' ? [...findings, ...ofCorpus] : findings);
      if (printed) place(printed);
      if (!said && action !== 'check') {
        document.getElementById('preview')?.contentWindow.location.reload();
      }
      const text = said ?? (kept ? `${words.unsaved} · ${words.kept} ${kept}` : '');
      say(text, said ? 'error' : 'warning');
      form.dataset.checked = String(Number(form.dataset.checked ?? 0) + 1);
    } catch (error) {
      if (error.name !== 'AbortError') say(words.gone, 'error');
    }
  }

  function changed(event) {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE, 'check');
  }

  // A line to add another behind the last one.
  function oneMore(input) {
    const lines = input.closest('.lines');
    if (!lines || input.value === '') return;
    const all = [...lines.querySelectorAll('input[name^="item:"]')];
    if (all.at(-1) !== input) return;
    const next = input.cloneNode();
    next.removeAttribute('id');
    next.removeAttribute('value');
    next.value = '';
    input.after(next);
  }

  function chips(box) {
    const chosen = box.closest('.chosen');
    if (!chosen) return;
    const names = [...chosen.querySelectorAll('input:checked')].map(input => input.parentElement.textContent.trim());
    const summary = chosen.querySelector('summary');
    summary.replaceChildren(...names.flatMap(name => [element('span', 'chip', name), ' ']));
    if (!names.length) summary.textContent = words.none;
  }

  form.addEventListener('input', event => {
    changed(event);
    if (event.target.type === 'checkbox') chips(event.target);
    else if (event.target.name?.startsWith('item:')) oneMore(event.target);
  });
  form.addEventListener('compositionend', changed);

  // A button puts words at the place of the cursor: as a paragraph of its own, or within a line.
  const body = document.getElementById('k-body');
  const insert = document.getElementById('insert');
  function put(text, isParagraph) {
    const before = body.value.slice(0, body.selectionStart);
    const behind = body.value.slice(body.selectionEnd);
    const gap = (there, count) => (isParagraph && there !== '' ? '\n'.repeat(Math.max(0, 2 - count)) : '');
    const lead = gap(before, /\n*$/.exec(before)[0].length);
    const trail = gap(behind, /^\n*/.exec(behind)[0].length);
    body.focus();
    body.setRangeText(lead + text + trail, body.selectionStart, body.selectionEnd, 'end');
    body.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (insert && body) {
    insert.hidden = false;
    insert.addEventListener('click', ({ target }) => {
      const cited = document.getElementById('cited');
      if (target.dataset.insert) put(target.dataset.insert, true);
      else if ('cite' in target.dataset && cited.value.trim()) put(`[[${cited.value.trim()}]]`, false);
    });
    // Enter within the id of a citation would save the record.
    insert.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.target.id !== 'cited') return;
      event.preventDefault();
      insert.querySelector('[data-cite]').click();
    });
  }
  form.addEventListener('submit', () => {
    isLeaving = true;
    clearTimeout(timer);
    asked?.abort();
  });
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 's') {
      event.preventDefault();
      form.requestSubmit(form.querySelector('button.main'));
    }
  });
  // What was typed just before the page is closed is kept too.
  addEventListener('pagehide', () => {
    if (isLeaving || sent().toString() === first) return;
    const fields = sent();
    fields.set('action', 'keep');
    navigator.sendBeacon(address, fields);
  });
})();

// How far a build is: the page is asked again until it is done, and what it says takes the place of what was said before.
(() => {
  const EVERY = 700;
  async function follow() {
    const task = document.getElementById('task');
    if (!task?.dataset.running) return;
    try {
      const answer = await fetch(location.pathname);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.getElementById('task');
      // The button that stops it keeps the focus.
      if (now.dataset.running && task.contains(document.activeElement)) {
        task.querySelector('b').textContent = now.querySelector('b').textContent;
      } else {
        task.replaceWith(now);
        document.getElementById('built').replaceWith(page.getElementById('built'));
      }
    } catch {
      // The program has ended; the page says what it said last.
      return;
    }
    setTimeout(follow, EVERY);
  }
  follow();
})();
