// The site and the PDF side by side. The address names the page on the left: /pdf#e/….html. The PDF is opened where that
// page is in it.
"use strict";

const [site, pdf, note] = ["site", "pdf", "note"].map(id => document.getElementById(id));
let file;
let place; // not known until the page on the left has come
let shown = "";
let times = 0;

const wanted = location.hash.slice(1);
// A path within the site, and nothing that could lead to another one.
if (/^\w[\w./-]*$/.test(wanted)) site.src = `/${wanted}`;

/** The name by which the PDF knows what the page on the left is about. Names with `_` are of pages alone. */
function placeOf({ contentDocument, contentWindow }) {
  const ids = [...contentDocument.querySelectorAll("main [id]")].map(({ id }) => id);
  const asked = contentWindow.location.hash.slice(1);
  return [asked, ...ids].find(id => ids.includes(id) && !id.includes("_")) ?? "";
}

function open() {
  const now = `${file} ${place}`;
  if (!file || place === undefined || now === shown) return;
  shown = now;
  times += 1;
  // The number, since viewers do not follow where only the place is another one.
  const address = `/~/booklet.pdf?${file}-${times}#navpanes=0&pagemode=none${place && `&nameddest=${place}`}`;
  // In the place of the former, so that the way back leads to the page before and not to the PDF before.
  if (times > 1) pdf.contentWindow.location.replace(address);
  else pdf.src = address;
  pdf.hidden = false;
}

site.addEventListener("load", () => {
  const { pathname } = site.contentWindow.location;
  history.replaceState(null, "", `#${pathname.slice(1)}`);
  document.title = site.contentDocument.title;
  place = placeOf(site) || place || "";
  open();
});

new EventSource("/~/news").onmessage = event => {
  const { pdf: now, words } = JSON.parse(event.data);
  note.textContent = { absent: words.pdf_absent, making: words.pdf_making, failed: words.pdf_failed }[now.standing] ?? "";
  file = now.file;
  open();
};
