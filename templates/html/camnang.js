// The one script of every page: the key that leads to the search, copying of citations and addresses, what is folded, the filter of a
// chapter, and the way to another day. Every page can be read without it. The words that readers see come from the page.
"use strict";

// ---- Another day than the edition's, where one is requested: day.js shows it ----

const { src, dataset } = document.currentScript;

// The pages about days name it themselves, and the booklet in one file has it not.
if (dataset.day && new URLSearchParams(location.search).has("ngay")) {
  const day = Object.assign(document.createElement("script"), { src: new URL(dataset.day, src) });
  Object.assign(day.dataset, dataset);
  document.head.append(day);
}

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

for (const button of document.querySelectorAll(".copy-citation")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const { citation, address, copied, failed } = button.dataset;
    // Of a page, the address as it is: with the day that it is looked at.
    const href = new URL(address, document.baseURI).href;
    const text = `${citation}. ${button.matches(".copy-page") ? new URL(location.search, href) : href}`;
    const done = await copy(text);
    button.focus();
    button.nextElementSibling.textContent = done ? copied : `${failed} ${text}`;
  });
}

for (const button of document.querySelectorAll(".print-page")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// ---- What is folded on narrow screens, for browsers that cannot open it by a style ----

const wide = matchMedia("(min-width: 68rem)");

if (!CSS.supports("selector(::details-content)")) {
  const unfold = () => document.querySelectorAll(".fold").forEach(fold => (fold.open = wide.matches));
  wide.addEventListener("change", unfold);
  unfold();
}

// ---- A chapter: which of its excerpts is being read, and which are shown ----

const inChapter = [...document.querySelectorAll(".in-chapter a")].map(link => ({
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

const filter = document.querySelector(".status-filter select");

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
