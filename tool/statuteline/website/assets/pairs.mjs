// Shows what changed between any two texts of a work. The address holds the pair, and the
// place in it, so that both can be shared: #OLD..NEW or #OLD..NEW/PLACE.

import { holds } from "./redline-checking.mjs";
import { drawnChanges, drawnMarked, drawnRows, element } from "./redline-drawing.mjs";
import { walk } from "./redline-walking.mjs";

const REDLINE = "statuteline/redline/1";
const WORDS = "statuteline/words/1";

const chooser = document.querySelector("[data-pairs]");
const known = JSON.parse(chooser.dataset.pairs);
const [old, young] = chooser.querySelectorAll("select");
const told = chooser.querySelector("[data-told]");
const shown = document.querySelector("[data-shown]");
const part = (name) => shown.querySelector(`[data-${name}]`);
const address = document.querySelector("[data-address]");
const firstTitle = document.title;
const firstAddress = address.textContent;
const names = [...old.options].map((option) => option.value);

let now = "";

chooser.querySelector("[data-unscripted]").hidden = true;
chooser.querySelector("[data-choice]").hidden = false;
chooser.querySelector("[data-show]").addEventListener("click", choose);
addEventListener("hashchange", follow);
walk(part("redline"));
await follow();

/** Turn what is chosen into an address. */
function choose() {
  const [first, last] = [old.selectedIndex, young.selectedIndex];
  if (first === last) {
    tell("Both are the same text. Choose two different ones.");
    return;
  }
  if (first > last) [old.selectedIndex, young.selectedIndex] = [last, first];
  const name = `${old.value}..${young.value}`;
  if (known.written.includes(name)) location.assign(page(name));
  else if (location.hash === `#${name}`) void show(name);
  else location.hash = name;
}

/** Show the pair that the address names. */
async function follow() {
  const name = decodeURIComponent(location.hash.slice(1)).split("/")[0];
  if (name === now) return;
  if (!name.includes("..")) {
    if (name && now) return;
    clear();
    tell("");
    return;
  }
  const [first, last] = name.split("..");
  if (names.includes(first)) old.value = first;
  if (names.includes(last)) young.value = last;
  if (known.written.includes(name)) location.replace(page(name));
  else await show(name);
}

async function show(name) {
  clear();
  if (!known.shown.includes(name)) {
    tell(`There is no comparison of ${name} here. Choose two texts, the older one first.`);
    return;
  }
  now = name;
  tell("Comparing…");
  let texts;
  try {
    texts = await Promise.all([
      read(`${name}.json`, REDLINE),
      ...name.split("..").map((one) => read(`${one}.json`, WORDS)),
    ]);
  } catch (error) {
    if (now === name) fail(error.message);
    return;
  }
  if (now !== name) return; // Another pair was chosen meanwhile.
  const [redline, ...sides] = texts;
  const whole = ["old", "new"].every((side, at) => {
    const same = redline[side].expression === sides[at].expression;
    return same && holds(redline.rows, sides[at].provisions, side);
  });
  if (!whole) {
    fail("The comparison does not give back both texts, so it is not shown. Please report it.");
    return;
  }
  draw(redline, name);
}

function draw(redline, name) {
  const prefix = `${name}/`;
  const law = part("law");
  const notices = redline.notices.map((words) => element("p", {}, words));
  const texts = ["old", "new"].map((side, at) => drawnText(redline[side], name, side, at));
  part("notices").replaceChildren(...notices);
  part("texts").replaceChildren(...texts);
  part("counts").textContent = `${redline.counts} ${redline.words}`;
  part("changes").replaceChildren(...drawnChanges(redline.changes, prefix));
  part("changes").hidden = redline.changes.length === 0;
  part("legend").replaceChildren(drawnMarked(redline.legend));
  law.lang = redline.language;
  law.replaceChildren(law.firstElementChild, drawnRows(redline.rows, prefix));
  shown.hidden = false;
  document.title = `${name.replace("..", " and ")}: ${firstTitle}`;
  address.textContent = `${firstAddress}#${name}`;
  tell(`Shown below. ${redline.counts}`);
  // What the address points to was not there when the page was opened.
  if (location.hash.includes("/")) location.replace(location.hash);
}

function drawnText(text, name, side, at) {
  const link = element("a", { href: `../${name.split("..")[at]}/index.html` });
  link.textContent = text.when[0].toUpperCase() + text.when.slice(1);
  return element(
    "div",
    {},
    element("dt", {}, side === "old" ? "Old text" : "New text"),
    element("dd", {}, link, " ", element("code", {}, text.label)),
  );
}

function clear() {
  now = "";
  shown.hidden = true;
  part("law").replaceChildren(part("law").firstElementChild);
  document.title = firstTitle;
  address.textContent = firstAddress;
}

function fail(words) {
  clear();
  tell(words);
}

function tell(words) {
  told.textContent = words;
}

function page(name) {
  return new URL(`${name}/index.html`, location.href).href;
}

async function read(file, schema) {
  const words = `The file ${file} could not be read`;
  let response;
  try {
    response = await fetch(file);
  } catch {
    throw new Error(`${words}: the site did not answer. Try again.`);
  }
  if (!response.ok) throw new Error(`${words}: the site answered ${response.status}.`);
  let value;
  try {
    value = await response.json();
  } catch {
    throw new Error(`${words}: it is no JSON.`);
  }
  if (value?.schema !== schema) throw new Error(`${words}: it is not of ${schema}.`);
  return value;
}
