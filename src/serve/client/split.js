// The site and the PDF side by side. The address names the page on the left: /pdf#e/….html
"use strict";

const [site, pdf, note] = ["site", "pdf", "note"].map(id => document.getElementById(id));
let shown;

const wanted = location.hash.slice(1);
// A path within the site, and nothing that could lead to another one.
if (/^\w[\w./-]*$/.test(wanted)) site.src = `/${wanted}`;

site.addEventListener("load", () => {
  const { pathname } = site.contentWindow.location;
  history.replaceState(null, "", `#${pathname.slice(1)}`);
  document.title = site.contentDocument.title;
});

new EventSource("/~/news").onmessage = event => {
  const { pdf: now, words } = JSON.parse(event.data);
  note.textContent = { absent: words.pdf_absent, making: words.pdf_making, failed: words.pdf_failed }[now.standing] ?? "";
  if (!now.file || now.file === shown) return;
  const address = `/~/booklet.pdf?${now.file}`;
  // In the place of the former, so that the way back leads to the page before and not to the PDF before.
  if (shown) pdf.contentWindow.location.replace(address);
  else pdf.src = address;
  shown = now.file;
  pdf.hidden = false;
};
