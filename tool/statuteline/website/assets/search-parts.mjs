// Looks for words in an index of Pagefind, of which only the parts that are asked for load.

const MOST = 40;
const NAMES = new Map([["series", "Only in"], ["state", "Only what is"]]);

const form = document.querySelector("[data-search]");
const told = form?.querySelector("[data-told]");
const only = form?.querySelector("[data-only]");
const input = form?.querySelector("input");
const hits = document.querySelector("[data-hits]");

if (form && told && only && input && hits) await start();

async function start() {
  const folder = new URL(form.getAttribute("data-search") ?? "", document.baseURI);
  const index = await import(new URL("pagefind.js", folder).href);
  await index.options({ baseUrl: new URL("..", folder).pathname, excerptLength: 36 });
  const filters = await index.filters();
  for (const [name, words] of NAMES) {
    const values = Object.keys(filters[name] ?? {}).sort();
    if (values.length > 1) only.append(choice(name, words, values));
  }
  form.hidden = false;
  document.querySelector("[data-without]")?.remove();
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.focus();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(index);
  });
  input.addEventListener("input", () => ask(index));
  only.addEventListener("change", () => ask(index));
  ask(index);
}

/**
 * @param {string} name
 * @param {string} words
 * @param {readonly string[]} values
 */
function choice(name, words, values) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.name = name;
  select.append(new Option("all", ""), ...values.map((value) => new Option(value)));
  label.append(`${words} `, select);
  return label;
}

/**
 * Asks for what is typed and chosen now; of several at once, the last one is answered.
 *
 * @param {any} index the module of Pagefind
 */
async function ask(index) {
  const words = input.value.trim();
  const chosen = [...only.querySelectorAll("select")].filter((select) => select.value);
  const filters = Object.fromEntries(chosen.map((select) => [select.name, select.value]));
  const found = await index.debouncedSearch(words, { filters }, 150);
  if (found === null) return; // more was typed meanwhile
  if (!words) {
    show("", []);
    return;
  }
  const pages = await Promise.all(found.results.slice(0, MOST).map((one) => one.data()));
  if (words !== input.value.trim()) return;
  const count = found.results.length;
  if (!count) show("Nothing has all these words.", []);
  else show(count > MOST ? `${count} found, the best ${MOST} shown` : `${count} found`, pages);
}

/**
 * @param {string} words
 * @param {readonly { url: string, meta: { title: string }, excerpt: string }[]} pages
 */
function show(words, pages) {
  told.textContent = words;
  hits.replaceChildren(...pages.map(hit));
}

/** @param {{ url: string, meta: { title: string }, excerpt: string }} page */
function hit(page) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.url;
  link.textContent = page.meta.title;
  const text = document.createElement("p");
  // Of its HTML only words and marks are taken.
  const { body } = new DOMParser().parseFromString(page.excerpt, "text/html");
  for (const part of body.childNodes) {
    const made = part.nodeName === "MARK" ? document.createElement("mark") : new Text();
    made.textContent = part.textContent;
    text.append(made);
  }
  item.append(link, text);
  return item;
}
