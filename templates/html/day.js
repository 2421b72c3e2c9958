// Looking at the site as of another day than the edition's: `?ngay=2014-01-31` in the address of any page. The
// validity of excerpts on that day comes from files of data that src/render/html/days.rs writes; lists of duties and
// chapters are those of the day. They are loaded only where a day is requested, those of the excerpts that are shown, as
// classic scripts, because a page that is opened from a folder may not fetch. Every page can be read without this script. The words that readers see come from the data; the one for a failure from the page.
"use strict";

{
  const script = document.currentScript;
  const root = new URL(".", script.src).href;
  const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
  /** `1/7/2026`, `01.07.2026`, `ngày 1 tháng 7 năm 2026` */
  const WRITTEN = /^(?:ngày\s*)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+|\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+|\s+)(\d{4})$/;
  const asked = new URLSearchParams(location.search);

  // ---- Small helpers ----

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  const fill = (text, values) => text.replace(/\{(\w)\}/g, (_, name) => values[name]);

  /** The day that a reader or an address names, as `2026-07-01`; null where the calendar has none such. */
  function dayOf(text) {
    const written = (text ?? "").normalize("NFC").trim().toLowerCase();
    const parts = ISO.exec(written)?.slice(1) ?? WRITTEN.exec(written)?.slice(1).reverse() ?? [];
    const [year, month, day] = parts.map(Number);
    if (!year || month < 1 || month > 12) return null;
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const isThere = day >= 1 && day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
    return isThere ? parts.map(part => part.padStart(2, "0")).join("-") : null;
  }

  /** `31/01/2014` */
  const short = iso => iso.split("-").reverse().join("/");

  // ---- The data, each file loaded once ----

  class NotLoaded extends Error {}

  /** Files on their way or here, by the name by which they hand over their data. */
  const files = new Map();
  const receivers = new Map();
  window.camnangDays = (name, content) => receivers.get(name)?.(content);

  function load(name, file) {
    const loading = () => new Promise((resolve, reject) => {
      receivers.set(name, resolve);
      const data = element("script", { src: root + file });
      data.onerror = () => reject(new NotLoaded(data.src));
      document.head.append(data);
    });
    if (!files.has(name)) files.set(name, loading());
    return files.get(name);
  }

  /** The period of a life that has a day; periods are half-open and in order. */
  const on = (excerpt, day) => excerpt.periods.findLast(period => period.from <= day);

  /** The data as the functions below use them. `excerpts` has those of the files that are here. */
  class Days {
    constructor({ edition, words, states, files, count }) {
      Object.assign(this, { edition, words, states, files, excerpts: new Array(count) });
    }

    /** Waits for the excerpts with these numbers. */
    async need(numbers) {
      const wanted = new Set(Array.from(numbers, number => this.files.findLastIndex(([first]) => first <= number)));
      await Promise.all(Array.from(wanted, at => this.receive(at)));
    }

    all() {
      return this.need(this.files.map(([first]) => first));
    }

    async receive(at) {
      const [first, file] = this.files[at];
      const period = ([from, state, text, detail]) => ({ from, state: this.states[state], text, detail });
      (await load(at, file)).forEach(([id, citation, title, periods, issued], index) => {
        this.excerpts[first - 1 + index] ??= { number: first + index, id, citation, title, issued, periods: periods.map(period) };
      });
    }
  }

  /** The numbers of the excerpts that a piece of a page has, also in what it only shows on another day. */
  function numbersOf(within) {
    const hidden = Array.from(within.querySelectorAll("template"), template => numbersOf(template.content));
    const named = Array.from(within.querySelectorAll("[data-excerpt], [data-excerpts], [data-number]"), ({ dataset }) =>
      (dataset.excerpts ?? dataset.excerpt ?? dataset.number).split(" ").filter(Boolean).map(Number));
    return [...hidden, ...named, Array.from(within.querySelectorAll(".result"), numberOfResult).filter(Boolean)].flat();
  }

  // ---- What is shown of an excerpt, wherever it is ----

  const isInForce = period => period.state.key === "in-force";

  /** In force, or what no validity is asked of. */
  const isQuiet = period => ["in-force", "not-applicable"].includes(period.state.key);

  function sign(period) {
    const made = element("span", { className: "sign", textContent: period.state.sign });
    made.setAttribute("aria-hidden", "true");
    return made;
  }

  function restyle(place, period) {
    place.classList.remove(...Array.from(place.classList).filter(name => name.startsWith("s-")));
    place.classList.add(`s-${period.state.key}`);
  }

  /** The chosen day on the bar of a life, by the days that are drawn there already. */
  function drawDay(bar, day, data) {
    const own = bar.querySelector(".d-as-of");
    const at = Number.parseInt(own.getAttribute("d").slice(1), 10);
    const year = bar.querySelector(".t-year");
    const [first, left, last] = [Date.UTC(year.textContent, 0), Number(year.getAttribute("x")), Date.parse(data.edition.iso)];
    const x = Math.round(left + ((Date.parse(day) - first) / (last - first)) * (at - left));
    if (!(x >= 0 && x <= bar.viewBox.baseVal.width)) return;
    const line = own.cloneNode();
    line.setAttribute("class", "d-chosen");
    line.setAttribute("transform", `translate(${x - at})`);
    bar.append(line);
  }

  /** A box to tick stands at what binds on the day, and nowhere else. */
  const tick = (duty, binds) => duty.classList.toggle("tick", binds && duty.matches("li.k-duty, li.k-prohibition"));

  /** Whether an audience is by law on the day what a list says of it. Nothing limits a list without days. */
  function isOf(list, day) {
    const { from, until } = list?.dataset ?? {};
    return !(day < from) && !(until <= day);
  }

  /** A duty is in a list on the days on which its provision is in force, and binds those whose list it is. */
  function tellDuty(place, excerpt, day) {
    place.hidden = !isInForce(on(excerpt, day)) || !isOf(place.closest(".other-days, [data-from], [data-until]"), day);
    tick(place, !place.hidden);
  }

  function tellExcerpt(article, excerpt, day, data) {
    const [period, own] = [on(excerpt, day), on(excerpt, data.edition.iso)];
    restyle(article, period);
    const status = article.querySelector(":scope > header > .status");
    const detail = period.detail ? [" ", element("span", { className: "detail", textContent: period.detail })] : [];
    const text = fill(data.words.validity_on, { a: short(day), b: short(data.edition.iso), c: own.text });
    const note = element("span", { className: "before-use", textContent: text });
    status.replaceChildren(sign(period), "\u00a0", element("strong", { textContent: period.text }), ...detail, element("br"), note);
    for (const duty of article.querySelectorAll(".duties li")) tick(duty, isInForce(period));
    for (const bar of article.querySelectorAll(".life svg")) if (bar.querySelector(".t-year")) drawDay(bar, day, data);
    for (const line of article.querySelectorAll(".life li")) {
      if (line.dataset.from !== period.from) continue;
      line.hidden = false;
      line.append(" ", element("strong", { textContent: `(${data.words.chosen})` }));
    }
  }

  /** A line of a list: in force is quiet there, but for the contents of a chapter, where every line has its sign. */
  function tellLine(place, excerpt, day) {
    const period = on(excerpt, day);
    if (place.closest(".in-chapter")) {
      const [shown, said] = ["a > .sign", "a > .hidden"].map(part => place.querySelector(part));
      [shown.textContent, said.textContent] = [period.state.sign, ` ${period.text}`];
      return restyle(place, period);
    }
    place.querySelector(".mark")?.remove();
    if (isQuiet(period)) return restyle(place, period);
    const mark = element("span", { className: `tally mark s-${period.state.key}` }, sign(period), ` ${period.text}`);
    if (place.matches(".excerpt-lines li")) restyle(place, period);
    (place.querySelector(".terms") ?? place).append(" ", mark);
  }

  /** The number of an excerpt that was found; what has no page of its own among excerpts has none. */
  const numberOfResult = result => Number(result.querySelector('h2 a[href*="e/"] > .number')?.textContent ?? 0);

  function tellResult(result, day, data) {
    const [excerpt, status] = [data.excerpts[numberOfResult(result) - 1], result.querySelector(".status")];
    if (!excerpt || !status || result.dataset.day === day) return;
    result.dataset.day = day;
    const period = on(excerpt, day);
    restyle(result, period);
    status.replaceChildren(sign(period), " ", element("strong", { textContent: period.text }));
  }

  function tellAll(within, day, data) {
    for (const place of within.querySelectorAll("[data-excerpt]")) {
      const excerpt = data.excerpts[place.dataset.excerpt - 1];
      if (place.matches("article")) tellExcerpt(place, excerpt, day, data);
      else if (place.matches(".duty")) tellDuty(place, excerpt, day);
      else tellLine(place, excerpt, day);
    }
    for (const result of within.querySelectorAll(".result")) tellResult(result, day, data);
  }

  // ---- Lists and chapters as they are on the day ----

  const ALONE = ".duty:not([hidden])";

  /** The lists of other days name their duties by their places in a template, which has each once. */
  function fillLists() {
    for (const [list, duties] of namedDuties()) list.append(...duties.filter(Boolean).map(duty => duty.cloneNode(true)));
  }

  function namedDuties() {
    // A piece of the template that goes on from the sheet before counts from another place.
    const all = document.querySelector("template.other-duties:not([data-goes-on])")?.content.querySelector("ul").children;
    return Array.from(document.querySelectorAll("ul[data-duties]"), list => [list, list.dataset.duties.split(" ").map(place => all?.[place])]);
  }

  /** On a long page, the template may be on another sheet than a list. */
  const lacksDuties = () => namedDuties().some(([, duties]) => !duties.every(Boolean));

  /** What a chapter may have on other days is named there by its numbers. */
  function fillExcerpts(data) {
    for (const list of document.querySelectorAll("ul[data-excerpts]")) {
      list.append(...list.dataset.excerpts.split(" ").map(number => excerptLine(data.excerpts[number - 1])));
    }
  }

  function excerptLine(excerpt) {
    const of = excerpt.title ? [" ", element("span", { className: "of", textContent: excerpt.citation })] : [];
    const made = element("li", {}, link(excerpt), ...of);
    made.dataset.excerpt = excerpt.number;
    return made;
  }

  /** Lists of duties: what binds on the day stands below what bound on the edition's day too, and is counted with it. */
  function tellLists(day, data) {
    const main = document.querySelector("main");
    if (!main.querySelector(".duty")) return;
    for (const others of main.querySelectorAll(".other-days[data-after]")) {
      others.hidden = !others.querySelector(ALONE);
      document.getElementById(others.dataset.after)?.closest("section").append(others);
    }
    for (const capacity of main.querySelectorAll(".capacity")) capacity.hidden = !capacity.nextElementSibling?.querySelector(ALONE);
    for (const table of main.querySelectorAll(".duties-table")) table.hidden = !table.querySelector(ALONE);
    for (const old of main.querySelectorAll(".tally:not(.mark), .edition-line, .aside, caption")) old.hidden = true;
    // A sheet has not all of its page.
    if (main.querySelector(".sheets")) return;
    const count = fill(data.words.duties, { a: short(day), n: main.querySelectorAll(ALONE).length });
    main.querySelector("h1").after(element("p", { className: "day-count", textContent: count }));
  }

  /** A chapter takes the same excerpts as on the edition's day, by the states that they have on this one. */
  function tellChapter(day, data) {
    const main = document.querySelector("main[data-validity]");
    if (!main) return;
    const [states, listed] = [main.dataset.validity, main.dataset.listed].map(list => list.split(" ").filter(Boolean));
    const takes = place => {
      const excerpt = data.excerpts[place.dataset.excerpt - 1];
      if (excerpt.issued > day) return false;
      return listed.includes(place.dataset.excerpt) || !states.length || states.includes(on(excerpt, day).state.key);
    };
    for (const place of document.querySelectorAll("main > article[data-excerpt], .in-chapter [data-excerpt], .other-days [data-excerpt]")) place.hidden = !takes(place);
    for (const others of main.querySelectorAll(".other-days")) others.hidden = !others.querySelector("li:not([hidden])");
    for (const old of main.querySelectorAll(".caution")) old.hidden = true;
    const shown = document.querySelector(".side .shown");
    if (shown) shown.textContent = main.querySelectorAll(":scope > article:not([hidden])").length;
  }

  /** What the edition's day makes of a deadline says nothing of another day. The calendar and the form stay those of the edition. */
  function hideRemarks() {
    for (const remark of document.querySelectorAll(".of-day, .next")) remark.hidden = !remark.closest(".calendar-table, .report-table");
  }

  // ---- Walking on with the day ----

  /** Puts the day into the addresses of this site's pages, and of no others. */
  function keepDay(within, day) {
    for (const link of within.querySelectorAll("a[href]")) {
      const url = new URL(link.href);
      const here = link.getAttribute("href").startsWith("#");
      const site = url.href.startsWith(root) && url.pathname.endsWith(".html");
      if (here || !site || link.matches(".day-back") || url.searchParams.has("ngay")) continue;
      url.searchParams.set("ngay", day);
      link.href = url.href;
    }
    for (const form of within.querySelectorAll("form[action]")) {
      if (!form.elements.namedItem("ngay")) form.append(element("input", { type: "hidden", name: "ngay", value: day }));
    }
  }

  function withoutDay() {
    const url = new URL(location.href);
    url.searchParams.delete("ngay");
    return url.href;
  }

  // ---- The banner ----

  function banner(name, ...children) {
    const made = element("section", { className: `day-banner ${name}` }, element("div", { className: "bar" }, ...children));
    document.querySelector("header.top").after(made);
    return made;
  }

  const sentence = text => element("p", { textContent: text });

  function show(day, { edition, words }) {
    const values = { a: short(day), b: short(edition.iso) };
    const back = element("a", { className: "day-back", href: withoutDay(), textContent: words.back });
    const other = element("a", { href: `${root}theo-ngay.html`, textContent: words.other });
    const viewing = element("p", {}, element("strong", { textContent: fill(words.viewing, values) }));
    const ahead = day > edition.iso ? [sentence(fill(words.ahead, values))] : [];
    const made = banner("", viewing, sentence(words.text), ...ahead, element("p", {}, back, "\u00a0· ", other));
    made.setAttribute("aria-label", words.label);
  }

  function refuse(text, data) {
    const back = element("a", { className: "day-back", href: withoutDay(), textContent: data.words.back });
    const made = banner("wrong", sentence(fill(data.words.wrong, { a: text })), element("p", {}, back));
    made.setAttribute("role", "alert");
  }

  // ---- Lists that are made here ----

  /** So many lines are there at once, the others on request. */
  const SHOWN = 100;

  /** A list of lines that are made when they are shown, and the button for more of them. */
  function listOf(className, lines, words) {
    const list = element("ul", { className });
    const button = element("button", { type: "button", className: "more-lines" });
    const rest = [...lines];
    function more() {
      list.append(...rest.splice(0, SHOWN).map(line => line()));
      const day = dayOf(asked.get("ngay"));
      if (day) keepDay(list, day);
      button.textContent = fill(words.more, { n: rest.length });
      button.hidden = !rest.length;
    }
    button.addEventListener("click", () => {
      const seen = list.childElementCount;
      more();
      list.children[seen]?.querySelector("a")?.focus();
    });
    more();
    return [list, button];
  }

  function link(excerpt) {
    return element("a", { href: `${root}e/${excerpt.id}.html` }, element("b", { textContent: excerpt.number }), ` ${excerpt.title ?? excerpt.citation}`);
  }

  // ---- The page with all excerpts by their state on a day ----

  const isInSheets = list => Boolean(list?.querySelector(".sheets"));

  /** A sheet of the page has not all excerpts, so the list is made from the data. */
  function listAll(list, day, data) {
    for (const old of list.querySelectorAll(".sheets, .places, [data-state]")) old.remove();
    const counts = [];
    for (const state of data.states) {
      const own = data.excerpts.filter(excerpt => on(excerpt, day).state === state);
      if (!own.length) continue;
      counts.push(`${state.name}: ${own.length}`);
      const line = excerpt => () => {
        const period = on(excerpt, day);
        const title = excerpt.title ? [" ", element("span", { className: "of", textContent: excerpt.citation })] : [];
        const said = element("span", { className: `s-${state.key}` }, sign(period), ` ${period.text}${period.detail ? `, ${period.detail}` : ""}`);
        const made = element("li", {}, link(excerpt), ...title, " ", element("span", { className: "periods" }, said));
        made.dataset.number = excerpt.number;
        return made;
      };
      const heading = element("h2", {}, sign({ state }), ` ${state.name} (${own.length})`);
      const section = element("section", { className: `linked s-${state.key}` }, heading, ...listOf("excerpt-lines", own.map(line), data.words));
      section.dataset.state = state.key;
      list.append(section);
    }
    list.querySelector(".count").textContent = `${fill(data.words.counted, { a: short(day) })} ${counts.join(" · ")}`;
  }

  function groupByState(list, day, data) {
    const groups = new Map(Array.from(list.querySelectorAll("[data-state]"), group => [group.dataset.state, group]));
    const lines = Array.from(list.querySelectorAll("li[data-number]")).sort((one, other) => one.dataset.number - other.dataset.number);
    for (const line of lines) {
      const period = on(data.excerpts[line.dataset.number - 1], day);
      groups.get(period.state.key).querySelector("ul").append(line);
    }
    const counts = [];
    for (const [key, group] of groups) {
      const count = group.querySelector("ul").childElementCount;
      group.querySelector(".group-count").textContent = count;
      if (count) counts.push(`${data.states.find(state => state.key === key).name}: ${count}`);
    }
    list.querySelector(".count").textContent = `${fill(data.words.counted, { a: short(day) })} ${counts.join(" · ")}`;
  }

  /** Shows the groups that have lines and that the reader wants. */
  function filterGroups(list) {
    const wanted = document.getElementById("trang_thai").value;
    for (const group of list.querySelectorAll("[data-state]")) {
      group.hidden = !group.querySelector("li") || (wanted !== "" && wanted !== group.dataset.state);
    }
  }

  // ---- The page that compares two days ----

  /** Wrong or missing days are reported in the page's own words. */
  function compareDays(page, data) {
    const written = ["tu", "den"].map(name => asked.get(name));
    if (written.every(day => day === null)) return;
    const said = page.querySelector(".count");
    const wrong = written.find(day => !dayOf(day));
    if (wrong !== undefined) {
      said.textContent = fill(data.words.wrong_pair, { a: wrong ?? "" });
      return;
    }
    const [former, later] = written.map(dayOf);
    const changed = data.excerpts.map(excerpt => [excerpt, on(excerpt, former), on(excerpt, later)]).filter(([, one, other]) => one.state !== other.state);
    const values = { a: short(former), b: short(later), n: changed.length };
    said.textContent = fill(changed.length ? data.words.differ : data.words.same, values);
    for (const day of [former, later]) if (day > data.edition.iso) said.append(" ", fill(data.words.ahead, { a: short(day), b: short(data.edition.iso) }));
    const item = (name, period) =>
      element("p", { className: `change-note s-${period.state.key}` }, `${name}: `, sign(period), ` ${period.text}${period.detail ? `\u00a0· ${period.detail}` : ""}`);
    for (const state of data.states) {
      const here = changed.filter(([, , period]) => period.state === state);
      if (!here.length) continue;
      const lines = here.map(([excerpt, one, other]) => () => {
        const title = excerpt.title ? [element("p", { className: "of", textContent: excerpt.citation })] : [];
        return element("li", {}, element("p", { className: "citation" }, link(excerpt)), ...title, item(values.a, one), item(values.b, other));
      });
      const heading = element("h2", { textContent: `${fill(data.words.now, { a: state.name, b: values.b })} (${here.length})` });
      page.querySelector(".differences").append(element("section", { className: "changes" }, heading, ...listOf("plain", lines, data.words)));
    }
  }

  // ---- Fields for days ----

  /** Days are written here as everywhere in the country, whatever the language of the browser; addresses have them as `2026-07-01`. */
  function readDays(form) {
    const fields = [...form.querySelectorAll(".day-field")];
    const said = form.querySelector(".wrong-day");
    form.addEventListener("submit", event => {
      const wrong = fields.find(field => !dayOf(field.value));
      for (const field of fields) field.ariaInvalid = field === wrong ? "true" : null;
      said.hidden = !wrong;
      if (!wrong) return;
      event.preventDefault();
      const text = wrong.value.trim();
      said.textContent = fill(text ? said.dataset.wrong : said.dataset.missing, { a: text });
      wrong.focus();
    });
    form.addEventListener("formdata", ({ formData }) => fields.forEach(field => formData.set(field.name, dayOf(field.value))));
  }

  // ---- The page as it was opened ----

  /** All that the page says, as it is on the day. */
  async function tell(day, data) {
    await data.need(numbersOf(document));
    fillLists();
    fillExcerpts(data);
    tellAll(document, day, data);
    tellLists(day, data);
    tellChapter(day, data);
    hideRemarks();
    // A list to jump leads to nothing that the day hides.
    for (const link of document.querySelectorAll(".in-page a")) {
      link.parentElement.hidden = !document.getElementById(decodeURIComponent(link.hash.slice(1)))?.checkVisibility();
    }
    keepDay(document, day);
  }

  function fail(error) {
    if (!(error instanceof NotLoaded)) throw error;
    banner("wrong", sentence(camnangSite.failed_days)).setAttribute("role", "alert");
  }

  async function start() {
    await wholePage;
    const written = asked.get("ngay");
    const day = dayOf(written);
    const [list, pair] = [document.querySelector(".by-day"), document.querySelector(".two-days")];
    for (const page of [list, pair]) {
      if (!page) continue;
      page.querySelector(".without-script").hidden = true;
      for (const hidden of page.querySelectorAll(".with-script")) hidden.hidden = false;
      for (const form of page.querySelectorAll("form.days")) readDays(form);
    }
    if (list) {
      const choice = document.getElementById("trang_thai");
      choice.value = asked.get("trang-thai") ?? "";
      if (choice.selectedIndex < 0) choice.value = "";
      choice.addEventListener("change", () => isInSheets(list) ? list.querySelector("form").requestSubmit() : filterGroups(list));
      if (!isInSheets(list)) filterGroups(list);
    }
    if (pair) for (const name of ["tu", "den"]) if (dayOf(asked.get(name))) pair.querySelector(`[name=${name}]`).value = short(dayOf(asked.get(name)));
    const wantsList = isInSheets(list) && list.querySelector("select").value !== "";
    if (written === null && !wantsList && !(pair && (asked.has("tu") || asked.has("den")))) return;
    const data = new Days(await load("", camnangSite.days));
    const isList = isInSheets(list) && (written === null || day);
    if (pair || isList) await data.all();
    if (pair) compareDays(pair, data);
    if (isList) {
      listAll(list, day || data.edition.iso, data);
      filterGroups(list);
    }
    if (written === null || day === data.edition.iso) return;
    if (!day) return refuse(written, data);
    if (lacksDuties()) await showWhole();
    // Nothing is changed before all that it needs is here.
    await data.need(numbersOf(document));
    show(day, data);
    await tell(day, data);
    document.addEventListener("camnang:whole", () => tell(day, data).catch(fail));
    if (list) {
      list.querySelector("[name=ngay]").value = short(day);
      if (list.querySelector(".group-count")) groupByState(list, day, data);
      filterGroups(list);
    }
    const results = document.querySelector(".results");
    const tellFound = () => data.need(numbersOf(results)).then(() => (tellAll(results, day, data), keepDay(results, day)), fail);
    if (!results) return;
    new MutationObserver(tellFound).observe(results, { childList: true, subtree: true });
    tellFound();
  }

  start().catch(fail);
}
