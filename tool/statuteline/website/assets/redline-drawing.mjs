// Draws a redline from its file (schema redline-1) as pages written beforehand have it:
// the same elements, classes and spoken words. publish/_html_redline.py is the original.

const BLANK = "␣";
const PILCROW = "¶";
const FIRST_HEADING = 3;
const LAST_HEADING = 6;

/**
 * @typedef {{ kind: "equal" | "deleted" | "inserted", text: string, seen?: string }} Run
 * @typedef {{ old: string | null, new: string | null, depth: number, closing: boolean,
 *   anchor: string | null, change: number | null, far: boolean, instead: string,
 *   num: Run[], heading: Run[], words: Run[], notes: string[] }} Row
 * @typedef {{ anchor: string | null, summary: string, doubt: string }} Change
 */

/**
 * Draw rows as nested provisions.
 *
 * @param {Row[]} rows
 * @param {string} prefix what the ids of this redline begin with
 * @returns {DocumentFragment}
 */
export function drawnRows(rows, prefix = "") {
  const whole = document.createDocumentFragment();
  const last = Math.max(0, ...rows.map((row) => row.change ?? 0));
  /** @type {{ row: Row, headed: boolean, element: Element }[]} */
  const stack = [];
  const inside = () => stack.at(-1)?.element ?? whole;
  for (const row of rows) {
    const closesOpen = row.closing && stack.some((entry) => isOf(row, entry.row));
    while (stack.length && ends(stack[stack.length - 1].row, row, closesOpen)) stack.pop();
    if (row.instead) {
      const instead = element("p", { class: "note instead", hidden: "" }, row.instead);
      inside().append(instead);
    }
    const rank = FIRST_HEADING + stack.filter((entry) => entry.headed).length;
    const own = drawnOwn(row, Math.min(rank, LAST_HEADING), last, prefix);
    if (closesOpen) {
      inside().append(own);
      continue;
    }
    const style = row.far ? "provision far" : "provision";
    const identity = row.anchor ? { id: prefix + row.anchor } : {};
    const provision = element("div", { class: style, ...identity }, own);
    inside().append(provision);
    stack.push({ row, headed: row.heading.length > 0, element: provision });
  }
  return whole;
}

/**
 * Draw the sentences about changes, each linked to its place.
 *
 * @param {Change[]} changes
 * @param {string} prefix what the ids of the redline begin with
 * @returns {Element[]} items of a list
 */
export function drawnChanges(changes, prefix = "") {
  return changes.map(({ anchor, summary, doubt }) => {
    const sentence = anchor
      ? element("a", { href: `#${prefix}${anchor}` }, summary)
      : element("span", {}, summary);
    const item = element("li", {}, sentence);
    if (doubt) item.append(element("span", { class: "doubt" }, doubt));
    return item;
  });
}

/**
 * Mark words for the eye and for the ear.
 *
 * @param {Run[]} runs
 * @returns {DocumentFragment}
 */
export function drawnMarked(runs) {
  return drawnAtoms(runs.map((run) => ({ ...run, inNumber: false })));
}

/**
 * Make an element; words become text and never markup.
 *
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(string | Node)[]} inside
 */
export function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

function isOf(closing, row) {
  const same = (one, other) => one !== null && one === other;
  return same(closing.old, row.old) || same(closing.new, row.new);
}

function ends(entry, row, closesOpen) {
  return closesOpen ? !isOf(row, entry) : entry.depth >= row.depth;
}

function isMarked(row) {
  return [...row.num, ...row.heading, ...row.words].some((run) => run.kind !== "equal");
}

function drawnOwn(row, rank, last, prefix) {
  const marked = isMarked(row);
  const style = `own${marked ? " changed" : ""}${row.far ? " far" : ""}`;
  const identity = row.change ? { id: `${prefix}change-${row.change}` } : {};
  const own = element("div", { class: style, ...identity });
  const blocks = drawnBlocks(row, rank);
  if (marked) {
    const sides = [drawnSide(row, rank, "old", "inserted")];
    sides.push(drawnSide(row, rank, "new", "deleted"));
    own.append(
      element("div", { class: "one-text" }, ...blocks),
      element("div", { class: "two-texts", hidden: "" }, ...sides),
    );
  } else {
    const again = drawnBlocks(row, rank);
    own.append(
      element("div", {}, ...blocks),
      element("div", { class: "again", hidden: "" }, ...again),
    );
  }
  for (const note of row.notes) own.append(element("p", { class: "note" }, note));
  if (row.change) own.append(drawnSteps(row.change, last, prefix));
  return own;
}

function drawnSide(row, rank, name, other) {
  const kept = (runs) => runs.filter((run) => run.kind !== other);
  const own = {
    ...row,
    num: kept(row.num),
    heading: kept(row.heading),
    words: kept(row.words),
  };
  const blocks = drawnBlocks(own, rank);
  if (!blocks.length) {
    blocks.push(element("p", { class: "note" }, `Nothing here in the ${name} text.`));
  }
  const title = `${name === "old" ? "Old" : "New"} text`;
  return element("div", { role: "group", "aria-label": title }, ...blocks);
}

function drawnSteps(number, last, prefix) {
  const steps = element("p", { class: "walk" }, element("span", {}, `${number} of ${last}`));
  const step = (to, words) => {
    steps.append(" ", element("a", { href: `#${prefix}change-${to}` }, words));
  };
  if (number > 1) step(number - 1, "Previous change");
  if (number < last) step(number + 1, "Next change");
  return steps;
}

function drawnBlocks(row, rank) {
  const [num, heading, words] = [row.num, row.heading, row.words].map(settled);
  const blocks = [];
  const pages = paragraphs(words);
  if (heading.length) {
    blocks.push(element(`h${rank}`, {}, drawnNumbered(num, heading)));
  } else if (num.length) {
    const starts = pages.length > 0 && cells(pages[0]).length === 1;
    blocks.push(element("p", {}, drawnNumbered(num, starts ? pages.shift() : [])));
  }
  let table = null;
  for (const page of pages) {
    const row = cells(page);
    if (row.length === 1) {
      table = null;
      blocks.push(element("p", {}, drawnMarked(page)));
      continue;
    }
    if (!table) {
      table = element("tbody", {});
      blocks.push(
        element(
          "div",
          { class: "rows", role: "group", "aria-label": "Table", tabindex: "0" },
          element("table", {}, table),
        ),
      );
    }
    const drawn = row.map((cell) => element("td", {}, drawnMarked(cell)));
    table.append(element("tr", {}, ...drawn));
  }
  return blocks;
}

function drawnNumbered(num, words) {
  let size = num.reduce((sum, run) => sum + run.text.length, 0);
  const atoms = [];
  for (const { kind, text } of beside(num, words)) {
    const inside = text.slice(0, size);
    const outside = text.slice(size);
    size -= inside.length;
    if (inside) atoms.push({ kind, text: inside, inNumber: true });
    if (outside) atoms.push({ kind, text: outside, inNumber: false });
  }
  return drawnAtoms(atoms);
}

function drawnAtoms(atoms) {
  const whole = document.createDocumentFragment();
  for (let at = 0; at < atoms.length; ) {
    const { kind } = atoms[at];
    const words = [];
    for (; at < atoms.length && atoms[at].kind === kind; at += 1) {
      const { text, inNumber } = atoms[at];
      words.push(inNumber ? element("span", { class: "num" }, text) : text);
    }
    if (kind === "deleted") {
      whole.append(
        element("del", {}, cue("deleted: "), "[", ...words, "]", cue(" end of deletion ")),
      );
    } else if (kind === "inserted") {
      whole.append(element("ins", {}, cue("inserted: "), ...words, cue(" end of insertion ")));
    } else {
      whole.append(...words);
    }
  }
  return whole;
}

function cue(words) {
  return element("span", { class: "cue" }, words);
}

// What follows prepares runs for marks without changing a word of either text; the
// original is publish/_marked.py.

/**
 * @param {Run[]} runs
 * @returns {Run[]}
 */
function settled(given) {
  const runs = [];
  for (const { kind, text, seen = text } of given) {
    const last = runs.at(-1);
    if (last?.kind === kind) {
      last.text += text;
      last.seen += seen;
    } else if (text) {
      runs.push({ kind, text, seen });
    }
  }
  const found = [];
  runs.forEach(({ kind, seen }, position) => {
    if (kind === "equal") found.push({ kind, text: seen });
    else found.push(...settledOne(kind, seen, partsAWord(runs, position)));
  });
  return merged(found);
}

function settledOne(kind, text, exposed) {
  if (/^[ \t\n]*$/.test(text)) {
    return [{ kind, text: text.replaceAll(" ", BLANK).replaceAll("\n", `${PILCROW}\n`) }];
  }
  const core = text.replace(/^ +| +$/g, "");
  const start = text.slice(0, text.length - text.replace(/^ +/, "").length);
  const end = text.slice(start.length + core.length);
  if (exposed) {
    const shown = core.replaceAll("\n", `${PILCROW}\n`);
    const blank = (spaces) => spaces.replaceAll(" ", BLANK);
    return [{ kind, text: blank(start) + shown + blank(end) }];
  }
  return [
    { kind: "equal", text: start },
    { kind, text: core },
    { kind: "equal", text: end },
  ];
}

function partsAWord(runs, position) {
  const { kind } = runs[position];
  const other = (run) => run.kind !== kind;
  const before = runs.slice(0, position).findLast(other)?.text.at(-1) ?? " ";
  const after = runs.slice(position + 1).find(other)?.text.at(0) ?? " ";
  return !/[ \t\n]/.test(before) && !/[ \t\n]/.test(after);
}

function merged(runs) {
  const found = [];
  for (const { kind, text } of runs) {
    if (!text) continue;
    const last = found.at(-1);
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  }
  return found;
}

function beside(first, second) {
  if (!first.length || !second.length) return first.length ? first : second;
  const alike = first[first.length - 1].kind === second[0].kind;
  const kind = alike ? second[0].kind : "equal";
  return merged([...first, { kind, text: " " }, ...second]);
}

function paragraphs(runs) {
  return split(runs, "\n").filter((part) => part.length);
}

function cells(runs) {
  return split(runs, "\t");
}

function split(runs, separator) {
  const parts = [[]];
  for (const { kind, text } of runs) {
    const [first, ...others] = text.split(separator);
    parts[parts.length - 1].push({ kind, text: first });
    for (const other of others) parts.push([{ kind, text: other }]);
  }
  return parts.map(merged);
}
