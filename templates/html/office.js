// The reader's own office, on the first page: chosen once, kept in the address and, where the browser lets it, on the device.
// Without this script the list of offices is the way to each. The words that readers see come from the page.
{
  const KEY = "co-quan";
  const me = document.querySelector(".me");
  // A browser may refuse to keep anything, and a file may have no address of its own.
  const attempt = what => {
    try {
      return what();
    } catch {
      return null;
    }
  };

  const show = id => {
    const chosen = [...me.querySelectorAll("[data-audience]")].find(link => link.dataset.audience === id);
    if (!chosen) return;
    const mine = me.querySelector(".mine");
    Object.assign(mine.querySelector("a"), { href: chosen.href, textContent: chosen.textContent });
    mine.querySelector(".tally").textContent = chosen.nextElementSibling.textContent;
    mine.hidden = me.querySelector(".change-choice").hidden = false;
    me.querySelector(".choose").hidden = true;
    const days = [...document.querySelectorAll(".dates > li")];
    const isMine = day => day.dataset.audiences?.split(" ").includes(id);
    for (const day of days) day.hidden = days.some(isMine) && !isMine(day);
  };

  me?.addEventListener("click", ({ target }) => {
    const id = target.closest("[data-audience]")?.dataset.audience;
    if (!id) return;
    attempt(() => localStorage.setItem(KEY, id));
    const url = new URL(location.href);
    url.searchParams.set(KEY, id);
    attempt(() => history.replaceState(null, "", url));
    show(id);
  });

  if (me) show(new URLSearchParams(location.search).get(KEY) ?? attempt(() => localStorage.getItem(KEY)));
}
