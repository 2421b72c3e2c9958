// What is filled in on a form stays on the device, if the browser allows it, and can be taken away as a table. Nothing is
// sent. Every form can be printed and filled in by hand without this script. The words that readers see come from the page.
"use strict";

{
  const tools = document.querySelector(".form-tools");
  const main = document.querySelector("main");
  const said = tools.querySelector(".form-said");
  const heads = tools.querySelector(".save-form").dataset;
  const KEY = `phieu:${tools.dataset.form}:${location.pathname.split("/").pop().replace(/_\d+(?=\.html$)/, "")}`;
  const squeezed = text => text.replace(/\s+/g, " ").trim();
  const textOf = place => squeezed(place?.textContent ?? "");

  // ---- What a form is made of ----

  /** The text of a duty without the terms below it. */
  function duty(place) {
    const copy = place.cloneNode(true);
    for (const part of copy.querySelectorAll(".terms, input")) part.remove();
    return textOf(copy);
  }

  /** A heading's own words, without its day or that it goes on from the sheet before. */
  const nameOf = heading => textOf(heading?.firstChild);

  /** Whose list a place is in, and through what it binds them: the headings before it. */
  function headings(place) {
    const section = place.closest("section");
    const before = [...section.querySelectorAll(".capacity > :first-child, :scope > h3[data-again]")].filter(it => it.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
    return [nameOf(section.querySelector("h2")), nameOf(before.at(-1))];
  }

  const reportRow = row => ({
    place: [...headings(row), duty(row.querySelector("th"))],
    provision: textOf(row.querySelector(".terms a")),
    answers: [...row.querySelectorAll("input[type=radio]")],
    remark: row.querySelector("textarea"),
  });

  /** Puts a box to tick where one is drawn for paper. */
  function listRow(line) {
    const place = [...headings(line), duty(line)];
    const box = Object.assign(document.createElement("input"), { type: "checkbox", className: "tick-box", value: heads.done });
    box.ariaLabel = `${heads.done}: ${place[2]}`;
    line.prepend(box);
    return { place, provision: textOf(line.querySelector(".terms a")), answers: [box] };
  }

  const field = input => ({ name: textOf(document.querySelector(`label[for="${input.id}"]`)), input });

  let rows, office, closing;
  /** Each field by the words beside it: a number of a row may be another duty's tomorrow. */
  const places = new Map();
  const add = (key, read, write, controls) => places.set(JSON.stringify(key), { read, write, controls });

  /** Finds what is to be filled in on this page, and fills in what was kept. */
  function collect() {
    rows = [...Array.from(main.querySelectorAll(".report-table tbody tr"), reportRow), ...Array.from(main.querySelectorAll(".checklist:not(.other-days) li.tick"), listRow)];
    office = Array.from(main.querySelectorAll(".fields input"), field);
    closing = Array.from(main.querySelectorAll(".closing textarea"), field);
    places.clear();
    for (const { name, input } of [...office, ...closing]) add(["", "", name, "text"], () => input.value, value => (input.value = value), [input]);
    for (const { place, answers, remark } of rows) {
      const chosen = () => answers.find(answer => answer.checked)?.value ?? "";
      const choose = value => answers.forEach(answer => (answer.checked = answer.value === value));
      add([...place, "answer"], chosen, choose, answers);
      if (remark) add([...place, "remark"], () => remark.value, value => (remark.value = value), [remark]);
    }
    for (const [key, { read, controls }] of places) {
      for (const control of controls) control.addEventListener("input", () => say(keep(key, read())));
    }
    fillIn(Object.entries(kept()));
  }

  const fillIn = values => values.forEach(([key, value]) => places.get(key)?.write(value));

  /** A long form is cut into sheets: what is printed or taken away is the whole of it. What a browser keeps not is carried over. */
  async function whole() {
    if (!document.querySelector(".sheets")) return;
    const filled = Array.from(places, ([key, { read }]) => [key, read()]).filter(([, value]) => value);
    await showWhole();
    if (document.querySelector(".sheets")) return;
    collect();
    fillIn(filled);
  }

  // ---- Keeping ----

  /** A browser may refuse to keep anything. */
  function attempt(what) {
    try {
      what();
      return true;
    } catch {
      return false;
    }
  }

  function kept() {
    let found = {};
    attempt(() => (found = JSON.parse(localStorage.getItem(KEY)) ?? {}));
    return found;
  }

  /** Only what has changed is written: the form may be open twice. */
  function keep(key, value) {
    const all = kept();
    if (value) all[key] = value;
    else delete all[key];
    return attempt(() => (Object.keys(all).length ? localStorage.setItem(KEY, JSON.stringify(all)) : localStorage.removeItem(KEY)));
  }

  const say = isKept => (said.textContent = isKept ? said.dataset.kept : said.dataset.refused);

  // ---- Taking away ----

  /** As src/spreadsheet.rs writes it: nothing is taken for a formula, also not after spaces. */
  function cell(text) {
    const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  const answer = answers => {
    const chosen = answers.find(one => one.checked);
    // A box that is ticked has its words for value; an answer has them beside it.
    return chosen?.type === "radio" ? textOf(chosen.nextElementSibling.firstChild) : (chosen?.value ?? "");
  };

  function table() {
    const own = office.map(({ input }) => input.value);
    const names = [heads.audience, heads.capacity, heads.duty, heads.provision, heads.answer, heads.remarks];
    const lines = rows.map(({ place, provision, answers, remark }) => [...place, provision, answer(answers), remark?.value ?? ""]);
    const texts = closing.map(({ name, input }) => ["", "", name, "", "", input.value]);
    const others = Object.entries(kept()).filter(([key]) => !places.has(key));
    const gone = others.map(([key, value]) => [...JSON.parse(key).slice(0, 3), heads.gone, "", value]);
    const all = [[...office.map(({ name }) => name), ...names], ...[...lines, ...texts, ...gone].map(line => [...own, ...line])];
    return `\ufeff${all.map(line => `${line.map(cell).join(",")}\r\n`).join("")}`;
  }

  function save() {
    const href = URL.createObjectURL(new Blob([table()], { type: "text/csv;charset=utf-8" }));
    const link = Object.assign(document.createElement("a"), { href, download: heads.file });
    document.body.append(link);
    link.click();
    link.remove();
    URL.revokeObjectURL(href);
  }

  function clear({ dataset }) {
    if (!confirm(dataset.sure)) return;
    for (const { write } of places.values()) write("");
    attempt(() => localStorage.removeItem(KEY));
    said.textContent = said.dataset.cleared;
  }

  async function start() {
    await wholePage;
    collect();
    tools.addEventListener("click", ({ target }) => {
      if (target.matches(".save-form")) whole().then(save);
      if (target.matches(".print-form")) whole().then(print);
      if (target.matches(".clear-form")) clear(target);
    });
    // Whether anything can be kept is known only after an attempt.
    say(attempt(() => (localStorage.setItem(`${KEY}?`, ""), localStorage.removeItem(`${KEY}?`))));
    tools.hidden = false;
  }
  start();
}
