// Why a case ends as it does: every clause with its words, and how it stands.

import { explain } from "./evaluator.mjs";
import { VERDICTS, cite, node, valueWords } from "./questionnaire_words.mjs";

/**
 * Prepares to explain answers.
 *
 * @param {any} rule  as readRule() gives it
 * @param {any} data  what the page holds for its script
 * @returns a function that takes an answer of the evaluator, and gives elements; what
 *   somebody has opened stays open
 */
export function explaining(rule, data) {
  const { facts } = rule;
  const words = wordsOfNodes();
  const opened = new Set();
  return told;

  /** Explains every outcome and every step, clause by clause. */
  function told(/** @type {any} */ answer) {
    const trees = answer.readings.flatMap((/** @type {any} */ read) => {
      const names = new Map();
      return read.outcomes.map((/** @type {any} */ one) => {
        const many = answer.readings.length > 1;
        const lead = many ? `Reading “${read.name}”, ${one.name}` : one.name;
        const tree = explained(one.explanation, names, one.name);
        return why(lead, one.explanation.met, tree);
      });
    });
    const steps = answer.requirements.map((/** @type {any} */ one) =>
      why(one.name, one.explanation.met, explained(one.explanation, new Map(), one.name)));
    const head = "Why, each clause by itself; taken together they can decide more:";
    return [node("p", {}, [head]), ...trees, ...steps];
  }

  function why(/** @type {string} */ lead, /** @type {any} */ met, /** @type {Node} */ tree) {
    const open = opened.has(lead);
    const made = node("details", open ? { open: "" } : {}, [
      node("summary", {}, [`${lead}: ${VERDICTS.get(met)}`]),
      node("ul", { class: "tree" }, [tree]),
    ]);
    made.addEventListener("toggle", () => (made.open ? opened.add(lead) : opened.delete(lead)));
    return made;
  }

  /**
   * Writes a clause with all below it; one that was told before only by its name.
   *
   * @param {any} clause
   * @param {Map<string, string>} names
   */
  function explained(clause, names, name = "") {
    const wrapped = [clause]; // behind the names that it has: one line tells all of them
    while (wrapped.at(-1).node.define) wrapped.push(wrapped.at(-1).parts[0]);
    const inner = wrapped.at(-1);
    const keys = wrapped.map((one) => keyOf(one.node));
    const known = names.get(keys[0]) ?? names.get(keys.at(-1));
    const called = wrapped.slice(0, -1).map((one) => one.node.define);
    const stands = node("span", { class: "stands" }, [VERDICTS.get(clause.met)]);
    if (known !== undefined && inner.parts.length) {
      return node("li", {}, [node("p", {}, [`${called.join(", ") || known}, as above: `, stands])]);
    }
    const says = [...called, words.get(inner.node)[0]].join(": ");
    const cites = wrapped.flatMap((one) => words.get(one.node)[1]);
    const below = inner.parts.map((/** @type {any} */ one) => explained(one, names));
    const own = name || called[0];
    if (own) keys.forEach((key) => names.set(key, own));
    return node("li", {}, [
      node("p", {}, [`${says}: `, stands, ...givenFor(inner)]),
      ...cites.map((/** @type {any} */ one) => node("p", { class: "cite" }, [cite(one)])),
      ...(below.length ? [node("ul", {}, below)] : []),
    ]);
  }

  /** Tells two nodes apart by what they ask, not by what they cite. */
  function keyOf(/** @type {any} */ tree) {
    const labels = ["cites", "element"];
    return JSON.stringify(tree, (word, value) => (labels.includes(word) ? undefined : value));
  }

  function givenFor(/** @type {any} */ clause) {
    if (!Object.hasOwn(clause.node, "fact")) return [];
    const fact = facts[clause.node.fact];
    if (clause.value === null) return [fact.judgement ? " (only a court finds this)" : ""];
    const court = fact.judgement ? "; only a court finds this" : "";
    return [` (answered: ${valueWords(fact, clause.value)}${court})`];
  }

  /** @returns {Map<object, any>} each node of the trees with its words and what it cites */
  function wordsOfNodes() {
    const found = new Map();
    let place = 0;
    const visit = (/** @type {any} */ one) => {
      found.set(one.node, data.lines[data.order[place]]);
      place += 1;
      one.parts.forEach(visit);
    };
    const trees = [
      ...rule.readings.flatMap((one) => one.outcomes.map((outcome) => outcome.when)),
      ...rule.requirements.map((one) => one.met),
      ...rule.axioms.map((one) => one.holds),
    ];
    for (const tree of trees) visit(explain(tree, {}));
    return found;
  }
}
