// The one script of every page, which can be read without it. The words that readers see and the files that it may load are in
// `camnangSite`, which src/render/html/common_script.rs writes before it.
"use strict";

const { src } = document.currentScript;
const asked = new URLSearchParams(location.search);

const load = file => new Promise((onload, onerror) => document.head.append(Object.assign(document.createElement("script"), { src: new URL(file, src), onload, onerror })));

// Another day than the edition's. The pages about days name day.js themselves, and the booklet in one file has it not.
if (src && !document.querySelector(".by-day, .two-days") && asked.has("ngay")) load(camnangSite.day);

// ---- A page in sheets: sheets.js has the rest ----

const isCut = document.querySelector(".sheets") !== null;
// In a frame that sheets.js opened: the sheet as it was delivered, before any script changes it.
if (isCut && parent !== window) {
  const camnangSheet = ["main", ".in-chapter"].map(part => document.querySelector(part)?.innerHTML ?? "");
  parent.postMessage({ camnangSheet }, src.startsWith("file:") ? "*" : location.origin);
}
const sheets = isCut && parent === window ? load(camnangSite.sheets) : Promise.resolve();
/** Shows all of this page, if that can be done. */
const showWhole = () => sheets.then(() => isCut && joinSheets());
const wholePage = asked.has("tat-ca") ? showWhole() : Promise.resolve();

// ---- Keys that work on every page ----

document.addEventListener("keydown", event => {
  const box = document.getElementById("o_tim");
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    box?.focus();
    box?.select();
  } else if (event.key === "Escape" && event.target === box) {
    if (!box.value) box.blur();
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (event.key === "Escape" && event.target.closest?.(".results")) {
    box.focus();
  }
});

// ---- Copying a citation or the address of a page; printing ----

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The older way, for pages that are not served by https.
    const area = Object.assign(document.createElement("textarea"), { value: text, className: "hidden", readOnly: true });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

// Where the page is published; else where it lies.
const here = new URL(document.querySelector("link[rel=canonical]")?.href ?? location.pathname, location.href);

async function copyCitation(button, citation, address) {
  const text = `${citation}. ${address}`;
  const done = await copy(text);
  button.focus();
  button.nextElementSibling.textContent = done ? camnangSite.copied : `${camnangSite.failed_copy} ${text}`;
}

function offerCopies() {
  for (const place of document.querySelectorAll(".copying")) {
    const article = place.closest("article");
    const button = Object.assign(document.createElement("button"), { className: "copy-citation", textContent: camnangSite.copy });
    button.setAttribute("aria-describedby", article.getAttribute("aria-labelledby") ?? "");
    place.append(button, " ", Object.assign(document.createElement("span"), { role: "status" }));
    const { citation, address = new URL(article.querySelector(".permalink")?.getAttribute("href") ?? "", here).href } = place.dataset;
    button.addEventListener("click", () => copyCitation(button, citation, address));
  }
}

for (const button of document.querySelectorAll(".copy-page")) {
  button.hidden = false;
  // With the day that the page is looked at.
  button.addEventListener("click", () => copyCitation(button, button.dataset.citation, new URL(location.search || here.href, here).href));
}

for (const button of document.querySelectorAll(".print-page")) {
  button.hidden = false;
  button.addEventListener("click", () => showWhole().then(print));
}

// ---- What is folded on narrow screens is open on wide ones, for programs that read the page too ----

const wide = matchMedia("(min-width: 68rem)");

const unfold = () => document.querySelectorAll(".fold").forEach(fold => (fold.open = wide.matches));
wide.addEventListener("change", unfold);
unfold();

// ---- A chapter: which of its excerpts is being read, and which are shown ----

function readChapter() {
  // On a sheet, the list may name excerpts of others.
  const inChapter = [...document.querySelectorAll('.in-chapter a[href^="#"]')].map(link => ({
    link,
    excerpt: document.getElementById(decodeURIComponent(link.hash.slice(1))),
  }));

  if (inChapter.length) {
    const inSight = new Set();
    const observer = new IntersectionObserver(changes => {
      for (const { target, isIntersecting } of changes) isIntersecting ? inSight.add(target) : inSight.delete(target);
      const current = inChapter.find(({ excerpt }) => inSight.has(excerpt));
      if (!current || current.link.ariaCurrent) return;
      for (const { link } of inChapter) link.ariaCurrent = link === current.link ? "true" : null;
      const side = current.link.closest(".side");
      if (getComputedStyle(side).overflowY === "auto") side.scrollTop = current.link.offsetTop - side.clientHeight / 2;
    }, { rootMargin: "-20% 0px -60%" });
    for (const { excerpt } of inChapter) observer.observe(excerpt);
    for (const { link } of inChapter) link.addEventListener("click", () => (link.closest(".fold").open &&= wide.matches));
  }

  // It counts the whole chapter, and a sheet has not all of it.
  const filter = document.querySelector(".sheets") ? null : document.querySelector(".status-filter select");

  if (filter) {
    const [said, all] = document.querySelectorAll(".filtered > *");
    const choose = key => {
      filter.value = key;
      let shown = 0;
      for (const { link, excerpt } of inChapter) {
        const isShown = !key || excerpt.classList.contains(`s-${key}`);
        link.parentElement.hidden = excerpt.hidden = !isShown;
        shown += isShown;
      }
      const values = { n: inChapter.length - shown, all: inChapter.length, name: filter.selectedOptions[0].dataset.name };
      said.textContent = key ? said.dataset.said.replace(/\{(\w+)\}/g, (_, name) => values[name]) : "";
      all.hidden = !key;
      document.querySelector(".side .shown").textContent = shown === inChapter.length ? shown : `${shown} / ${inChapter.length}`;
    };
    // What an address asks for is never hidden.
    const showTarget = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".excerpt[hidden]") && choose("");
    filter.parentElement.hidden = false;
    filter.addEventListener("change", () => choose(filter.value));
    all.addEventListener("click", () => (choose(""), filter.focus()));
    addEventListener("hashchange", showTarget);
  }
}

wholePage.then(() => (offerCopies(), readChapter()));
