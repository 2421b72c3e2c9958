// For a page that src/render/html/sheets.rs has cut into sheets; no other loads it. It leads on from places of later sheets, and puts
// the sheets together again, for print, for the search of the browser and for forms: where `?tat-ca=1` is in the address, and for
// the buttons that print or take away. The words that readers see are in `camnangSite`.
"use strict";

const placeOf = hash => document.getElementById(decodeURIComponent(hash.slice(1)));

/** Opens a sheet in a frame and returns the inside of its `main` and of its list beside, which its own script sends: from a folder nothing
    else may read them. */
function sheetText(address) {
  const frame = Object.assign(document.createElement("iframe"), { hidden: true, src: address });
  return new Promise((resolve, reject) => {
    const receive = event => {
      if (event.source !== frame.contentWindow || !Array.isArray(event.data?.camnangSheet)) return;
      removeEventListener("message", receive);
      resolve(event.data.camnangSheet);
    };
    addEventListener("message", receive);
    // A sheet that may not be opened in a frame, or is not there, sends nothing; what it sent is received soon after it is loaded.
    frame.addEventListener("load", () => setTimeout(() => reject(new Error(address)), 5000));
    document.body.append(frame);
  }).finally(() => frame.remove());
}

/** What is in a template is its content. */
const inside = element => element.content ?? element;

/** Puts a piece of an element below what the sheets before have of it. */
function joinPiece(into, piece) {
  for (const node of [...inside(piece).childNodes]) {
    const { again, everySheet, goesOn } = node.dataset ?? {};
    if (goesOn !== undefined) joinPiece(inside(into).lastElementChild, node);
    else if (again === undefined && everySheet === undefined) inside(into).append(node);
  }
}

/** A link to a place on a sheet leads to that place here; the links that had the names of places give them back. */
function relinkJoined(page, name) {
  for (const link of page.querySelectorAll("[data-moved]")) link.removeAttribute("id");
  for (const link of page.querySelectorAll(`a[href^="${name}"]`)) {
    const { pathname, hash } = new URL(link.href);
    if (hash && pageName(pathname) === name && placeOf(hash)) link.setAttribute("href", hash);
  }
}

/** `van-ban` for `…/van-ban_2.html` */
const pageName = path => path.split("/").pop().replace(/(_\d+)?\.html$/, "");

async function joinAll() {
  const main = document.querySelector("main");
  const name = pageName(location.pathname);
  const count = Number(main.querySelector(".sheets").dataset.count);
  const files = Array.from({ length: count }, (_, at) => (at ? `${name}_${at + 1}.html` : `${name}.html`));
  const [whole, listed, jumps] = [document.createElement("main"), new Map(), []];
  for (const file of files) {
    const [text, list] = (await sheetText(file)).map(innerHTML => Object.assign(document.createElement("template"), { innerHTML }).content);
    for (const own of text.querySelectorAll(".sheets, .places")) own.remove();
    jumps.push(...text.querySelectorAll(".in-page > ul"));
    for (const item of list.children) listed.set(item.querySelector("a").getAttribute("href").split("#")[1], item);
    if (file === files[0]) whole.append(text);
    else joinPiece(whole, text);
  }
  // The lists to jump of the sheets are that of the page.
  for (const jump of jumps.slice(1)) jumps[0].append(...jump.children);
  // What every sheet has is kept with what is filled in there.
  const kept = main.querySelectorAll("[data-every-sheet]");
  whole.querySelectorAll("[data-every-sheet]").forEach((one, at) => one.replaceWith(kept[at]));
  main.replaceChildren(...whole.childNodes);
  // A heading that a sheet repeated is left out, and with it the way there.
  for (const link of main.querySelectorAll(".in-page a")) if (!placeOf(link.hash)) link.parentElement.remove();
  document.querySelector(".in-chapter")?.replaceChildren(...listed.values());
  document.title = document.title.replace(/ \(\S+ \d+\/\d+\)/, "");
  relinkJoined(document, name);
  document.dispatchEvent(new Event("camnang:whole"));
}

/** Shows all sheets of this page on one; says so where the others cannot be opened. */
async function joinSheets() {
  const nav = document.querySelector(".sheets");
  if (!nav) return;
  try {
    await joinAll();
    placeOf(location.hash)?.scrollIntoView();
  } catch {
    nav.append(Object.assign(document.createElement("p"), { role: "alert", textContent: camnangSite.failed_whole }));
  }
}

/** The link that has the name of a place on a later sheet leads on. */
function goOn() {
  const link = placeOf(location.hash);
  if (!link?.matches("[data-moved]") || asked.has("tat-ca")) return;
  const url = new URL(link.href);
  if (!url.search) url.search = location.search;
  location.replace(url);
}

for (const nav of document.querySelectorAll(".sheets")) {
  const href = new URL(`?tat-ca=1${asked.has("ngay") ? `&ngay=${asked.get("ngay")}` : ""}`, location.href).href;
  nav.append(Object.assign(document.createElement("a"), { className: "whole", href, textContent: camnangSite.whole }));
}
addEventListener("hashchange", goOn);
goOn();
