// The page that a server shows at an address that leads nowhere. The words that readers see come from the page.
{
  const { folders } = document.querySelector("main").dataset;
  const path = location.pathname.split("/");
  const name = decodeURIComponent(path.at(-1)).replace(/\.[a-z]+$/, "");
  // Opened by its own name, it lies in the folder of the site.
  const isLost = path.at(-1) !== "404.html";

  // Where it is not known where the site is published, its folder is the one that the lost address lies in, or has a folder of the site.
  if (isLost && folders) {
    const at = path.findLastIndex(folder => folders.split(" ").includes(folder));
    const root = `${path.slice(0, at < 0 ? -1 : at).join("/")}/`;
    for (const link of document.querySelectorAll("a[href]")) link.href = root + link.getAttribute("href");
    for (const form of document.forms) form.action = root + form.getAttribute("action");
  }

  // The name of a page says what it was: an id is searched as it is.
  if (isLost) document.getElementById("o_tim").value = ["e", "vb"].includes(path.at(-2)) ? name : name.replaceAll("-", " ");
}
