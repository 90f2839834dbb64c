// Looks for words with the search of MkDocs, whose worker and index are part of the site.

const MOST = 40;
const AROUND = 110;

const form = document.querySelector("[data-search]");
const told = form?.querySelector("[data-told]");
const input = form?.querySelector("input");
const hits = document.querySelector("[data-hits]");

if (form && told && input && hits) start(form, told, input, hits);

/**
 * @param {Element} form
 * @param {Element} told
 * @param {HTMLInputElement} input
 * @param {Element} hits
 */
function start(form, told, input, hits) {
  const folder = new URL(form.getAttribute("data-search") ?? "", document.baseURI);
  const root = new URL("..", folder);
  const worker = new Worker(new URL("worker.js", folder));
  let ready = false;
  let pending = 0;
  const say = (/** @type {string} */ words) => (told.textContent = words);
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    say(ready ? "These words make no query." : "The index of the search cannot be loaded.");
  });
  worker.addEventListener("message", ({ data }) => {
    if (data.allowSearch) {
      ready = true;
      form.hidden = false;
      document.querySelector("[data-without]")?.remove();
      input.value = new URLSearchParams(location.search).get("q") ?? "";
      input.focus();
      ask();
    } else if (data.results) {
      show(data.results);
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  input.addEventListener("input", () => {
    clearTimeout(pending);
    pending = setTimeout(ask, 150);
  });
  worker.postMessage({ init: true });

  function ask() {
    const words = wanted(input.value);
    hits.replaceChildren();
    say("");
    // Every word must be there: a plus sign says so to the search.
    if (words.length) worker.postMessage({ query: words.map((word) => `+${word}`).join(" ") });
  }

  /** @param {readonly { title: string, text: string, location: string }[]} found */
  function show(found) {
    const words = wanted(input.value);
    const pages = grouped(found);
    say(pages.length ? `${pages.length} found` : "Nothing has all these words.");
    hits.replaceChildren(...pages.slice(0, MOST).map((page) => hit(page, words, root)));
    if (pages.length > MOST) say(`${pages.length} found, the best ${MOST} shown`);
  }
}

/**
 * The words to look for, without what the search takes for an operator.
 *
 * @param {string} typed
 */
function wanted(typed) {
  return typed.split(/[\s~^:*+§"()[\]-]+/).filter((word) => word.length > 1);
}

/**
 * One entry a page: the part of it that was found best.
 *
 * @param {readonly { title: string, text: string, location: string }[]} found
 */
function grouped(found) {
  const pages = new Map();
  for (const one of found) {
    const page = one.location.replace(/#.*/, "");
    if (!pages.has(page)) pages.set(page, one);
  }
  return [...pages.values()];
}

/**
 * @param {{ title: string, text: string, location: string }} found
 * @param {readonly string[]} words
 * @param {URL} root
 */
function hit(found, words, root) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(found.location, root).href;
  link.textContent = found.title;
  const text = document.createElement("p");
  text.append(...excerpt(found.text.replace(/\s+/g, " ").trim(), words));
  item.append(link, text);
  return item;
}

/**
 * Cuts out what stands around the first word, and marks every one.
 *
 * @param {string} text
 * @param {readonly string[]} words
 * @returns {(string | HTMLElement)[]}
 */
function excerpt(text, words) {
  const lower = text.toLowerCase();
  const places = words.map((word) => lower.indexOf(word.toLowerCase()));
  const first = Math.max(0, Math.min(...places.filter((place) => place >= 0), text.length));
  const start = first > AROUND ? text.indexOf(" ", first - AROUND) + 1 : 0;
  const shown = text.slice(start, start + 2 * AROUND + 60);
  const pattern = words.map((word) => word.replace(/[\\^$.|?*+(){}[\]]/g, "\\$&")).join("|");
  const parts = shown.split(new RegExp(`(${pattern})`, "i"));
  return [
    start ? "… " : "",
    ...parts.map((part, at) => {
      if (at % 2 === 0) return part;
      const mark = document.createElement("mark");
      mark.textContent = part;
      return mark;
    }),
    start + shown.length < text.length ? " …" : "",
  ];
}
