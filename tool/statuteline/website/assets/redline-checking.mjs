// Checks that a redline gives back both of its texts, before anybody reads it.

/**
 * Tell whether rows hold a text, word for word.
 *
 * @param {import("./redline-drawing.mjs").Row[]} rows
 * @param {{ eid: string, num: string, heading: string, intro: string, "wrap-up": string }[]}
 *   provisions the words of the text, from its own file (schema words-1)
 * @param {"old" | "new"} side which of the two texts it is
 * @returns {boolean} true if what is kept of the rows is the text: nothing is missing,
 *   doubled or different
 */
export function holds(rows, provisions, side) {
  const wanted = new Map();
  for (const { eid, ...parts } of provisions) {
    for (const [part, words] of Object.entries(parts)) {
      if (words) wanted.set(`${eid} ${part}`, words);
    }
  }
  const other = side === "old" ? "inserted" : "deleted";
  for (const row of rows) {
    const parts = { num: row.num, heading: row.heading };
    parts[row.closing ? "wrap-up" : "intro"] = row.words;
    for (const [part, runs] of Object.entries(parts)) {
      const kept = runs.filter((run) => run.kind !== other);
      const words = kept.map((run) => run.text).join("");
      if (!words) continue;
      const key = `${row[side]} ${part}`;
      if (row[side] === null || wanted.get(key) !== words) return false;
      // Each part is struck off when it is met; a second time it is not there.
      wanted.delete(key);
    }
  }
  return wanted.size === 0;
}
