// Narrows a list of works to those whose number or title has all the words typed.

for (const form of document.querySelectorAll("[data-find]")) {
  const list = form.parentElement?.querySelector("[data-found]");
  const input = form.querySelector("input");
  const told = form.querySelector("[data-told]");
  if (!list || !input || !told) continue;
  const items = [...list.children].map((item) => {
    return { item, words: plain(item.textContent ?? "") };
  });
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", () => {
    const wanted = plain(input.value).split(" ").filter(Boolean);
    let left = 0;
    for (const { item, words } of items) {
      item.hidden = !wanted.every((word) => words.includes(word));
      left += Number(!item.hidden);
    }
    told.textContent = wanted.length ? `${left} of ${items.length}` : "";
  });
}

/**
 * @param {string} words
 * @returns {string} the same without case, section signs and needless spaces
 */
function plain(words) {
  return words.toLowerCase().replaceAll("§", " ").replace(/\s+/g, " ").trim();
}
