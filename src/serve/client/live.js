// Follows the editor's files while `camnang serve` runs: loads the page anew when there is another, and says over it what
// is in the way. It is not part of what is published.
"use strict";

(() => {
  const own = document.currentScript.dataset.version;
  const host = document.createElement("div");
  const shadow = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/~/live.css";
  const faults = document.createElement("div");
  faults.setAttribute("role", "alert");
  const corner = document.createElement("div");
  corner.className = "corner";
  shadow.append(style, faults, corner);
  // Nothing is shown without its look.
  host.hidden = true;
  style.addEventListener("load", () => (host.hidden = false));
  document.body.append(host);

  let words;
  let news;
  let misses = 0;

  function part(name, className, ...content) {
    const element = document.createElement(name);
    element.className = className;
    element.append(...content.filter(Boolean));
    return element;
  }

  function card({ severity, place, title, message, snippet, help }) {
    return part(
      "li",
      severity,
      place && part("p", "place", place),
      part("p", "message", title ? `${title}: ${message}` : message),
      snippet && part("pre", "", snippet),
      help && part("p", "help", `→ ${help}`),
    );
  }

  /** A list that can be folded, and stays as the editor left it. */
  function folder(className, title, cards, open) {
    const details = part("details", className, part("summary", "", title));
    details.open = open;
    details.append(part("ul", "", ...cards.map(card)));
    return details;
  }

  const isOpen = (place, otherwise) => place.querySelector("details")?.open ?? otherwise;

  function show(now) {
    words = now.words;
    host.lang = words.lang;
    host.dataset.faults = now.faults.length;
    if (now.faults.length) {
      const panel = folder("faults", `${words.faults} (${now.faults.length})`, now.faults, isOpen(faults, true));
      panel.append(part("p", "below", words.below));
      faults.replaceChildren(panel);
    } else {
      faults.replaceChildren();
    }
    const warnings = now.warnings.length &&
      folder("warnings", `${words.warnings}: ${now.warnings.length}`, now.warnings, isOpen(corner, false));
    const beside = window === window.top && part("a", "pdf", words.pdf);
    if (beside) {
      beside.href = `/pdf#${location.pathname.slice(1)}`;
      beside.title = words.beside;
    }
    corner.replaceChildren(...[warnings, beside].filter(Boolean));
  }

  function lost() {
    misses += 1;
    if (misses > 3 && words) corner.replaceChildren(part("p", "gone", words.gone));
  }

  function listen() {
    if (news || document.hidden) return;
    news = new EventSource("/~/news");
    news.onmessage = event => {
      const now = JSON.parse(event.data);
      // Another run of the command may have given the same number to another page.
      const isAnother = misses > 3 || now.version !== own;
      misses = 0;
      if (now.version && isAnother) location.reload();
      else show(now);
    };
    news.onerror = lost;
  }

  // A browser has few connections for one address: pages that nobody sees need none.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      news?.close();
      news = undefined;
    } else {
      listen();
    }
  });
  listen();
})();
