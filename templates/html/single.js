// The sieve of the booklet in one file: only excerpts that have every word of what is typed stay, with or without marks.
// The words that readers see come from the page.
{
  const box = document.getElementById("o_tim");
  const said = document.querySelector(".sifted");
  // Words typed without marks find those with marks; words typed with marks are taken at their word.
  const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
  const excerpts = [...document.querySelectorAll(".excerpt")].map(excerpt => {
    // Not the words that every excerpt has.
    const said = [...excerpt.querySelectorAll(":scope > header, .body, .duties li, dd")].map(part => part.textContent);
    const text = said.join(" ").normalize("NFC").toLowerCase();
    return { excerpt, text, plain: folded(text) };
  });

  const sift = () => {
    const words = box.value.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { excerpt, text, plain } of excerpts) {
      excerpt.hidden = !words.every(word => text.includes(word) || (word === folded(word) && plain.includes(word)));
      shown += !excerpt.hidden;
    }
    document.body.classList.toggle("sifting", words.length > 0);
    for (const chapter of document.querySelectorAll(".chapter")) {
      chapter.hidden = words.length > 0 && !chapter.querySelector(".excerpt:not([hidden])");
    }
    for (const part of document.querySelectorAll(".part")) {
      part.hidden = words.length > 0 && !part.querySelector(".excerpt:not([hidden])");
    }
    const values = { n: shown, all: excerpts.length };
    said.textContent = words.length ? said.dataset.said.replace(/\{(\w+)\}/g, (_, name) => values[name]) : "";
  };

  // What a link leads to is never hidden.
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!box.value || !target || target.checkVisibility()) return;
    box.value = "";
    sift();
    target.scrollIntoView();
  };

  box.closest(".sift").hidden = false;
  box.addEventListener("input", sift);
  addEventListener("hashchange", open);
}
