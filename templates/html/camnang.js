// The script of every page: the key that leads to the search, and copying of citations. Every page can be read without
// it, and it asks for nothing. The words that readers see come from the page.
"use strict";

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

// ---- Copying a citation ----

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The older way, for pages that are not served by https.
    const area = element("textarea", { value: text, className: "hidden", readOnly: true });
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
    const text = `${citation}. ${new URL(address, document.baseURI).href}`;
    const done = await copy(text);
    button.focus();
    button.nextElementSibling.textContent = done ? copied : `${failed} ${text}`;
  });
}
