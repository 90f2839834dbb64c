// Decides a case by the predicates of a rule document, in a browser or in Node. It needs
// nothing else, and gives the answers that the Python engines give: the tests hold all of
// them together.
//
// A document has the schema statuteline/rule/1 and holds one version of an encoding. Read it
// once with readRule() and prepare it with deciding(); or ask truth(), explain() and
// settling() for a part of the answer. A case governed by the text of another day is decided
// by both documents, each on its own day, and settled only where they agree.

/**
 * @typedef {boolean | number | string} Constant  a day is YYYY-MM-DD, money is cents
 * @typedef {{ kind: "yes-no" | "choice" | "whole" | "money" | "day",
 *   values?: readonly string[], ask?: string, unit?: string, judgement?: boolean }} Fact
 * @typedef {Readonly<Record<string, Fact>>} Asked  the facts, in the order of the law
 * @typedef {Readonly<Record<string, Constant>>} Known  a fact that is absent is unknown
 * @typedef {Readonly<Record<string, any>>} Tree  a predicate in its canonical JSON
 * @typedef {boolean | null} Truth  null: unknown
 * @typedef {{ name: string, when: Tree, means?: string }} Outcome
 * @typedef {{ node: Tree, met: Truth, value: Constant | null,
 *   parts: readonly Explanation[] }} Explanation
 * @typedef {{ possible: readonly string[], settled: string | null, impossible: boolean,
 *   ask: readonly string[] }} Settlement
 * @typedef {{ facts: Asked, days: Days,
 *   readings: readonly { name: string, outcomes: readonly Outcome[] }[],
 *   requirements: readonly { name: string, by: string, met: Tree }[],
 *   axioms: readonly { name: string, holds: Tree, days: Days }[] }} Rule
 * @typedef {{ start: string, end: string | null }} Days  the end is the first day after
 * @typedef {{ name: string, stride: number, starts: readonly Constant[],
 *   groups: readonly (readonly Constant[])[] }} Axis
 * @typedef {{ axes: readonly Axis[], size: number }} Grid
 */

const SCHEMA = "statuteline/rule/1";

/** The most cases a grid may have. */
export const LIMIT = 1 << 22;

/** The deepest tree that is read. */
export const DEPTH = 100;

/** A document or facts that cannot be used. */
export class RuleError extends Error {
  /**
   * @param {string} what  what is wrong
   * @param {string} hint  what would be right
   */
  constructor(what, hint = "") {
    super(hint ? `${what} (${hint})` : what);
    this.name = "RuleError";
    this.hint = hint;
  }
}

// Trees: what a node says, whatever word it uses.

/**
 * A node that joins others is met when at least `count` of its parts are, or, if it is
 * `turned`, when they are not. In `when` the `first` part counts when it is not met.
 *
 * @typedef {{ parts: readonly Tree[], count: number, turned: boolean, first: boolean }} Joined
 * @param {Tree} node
 * @returns {Joined}
 */
function joined(node) {
  if (has(node, "all-of")) return join(node["all-of"], node["all-of"]?.length);
  if (has(node, "any-of")) return join(node["any-of"], 1);
  if (has(node, "none-of")) return join(node["none-of"], 1, true);
  if (has(node, "of")) return join(node.of, node["at-least"]);
  if (has(node, "not")) return join([node.not], 1, true);
  if (has(node, "when")) return join([node.when, node.then], 1, false, true);
  return join([node.as], 1);
}

/**
 * @param {readonly Tree[]} parts
 * @param {number} count
 * @returns {Joined}
 */
function join(parts, count, turned = false, first = false) {
  return { parts, count, turned, first };
}

/** @type {Readonly<Record<string, (value: any, constant: any) => boolean>>} */
const TESTS = {
  is: (value, constant) => value === constant,
  "one-of": (value, constants) => constants.includes(value),
  "at-least": (value, constant) => value >= constant,
  "at-most": (value, constant) => value <= constant,
  above: (value, constant) => value > constant,
  below: (value, constant) => value < constant,
};
const COMPARING = ["at-least", "at-most", "above", "below"];

/**
 * The tests that a kind of fact allows.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const ALLOWED = {
  "yes-no": ["is"],
  choice: ["is", "one-of"],
  whole: COMPARING,
  money: COMPARING,
  day: ["at-least", "below"],
};

/**
 * @param {Tree} condition
 * @returns {string} the name of its test
 */
function testOf(condition) {
  return Object.keys(TESTS).find((test) => has(condition, test)) ?? "";
}

/**
 * @param {Tree} condition
 * @param {Constant} value  what its fact is
 */
function holds(condition, value) {
  const test = testOf(condition);
  return TESTS[test](value, condition[test]);
}

// Clause by clause: Kleene's three values.

/**
 * Tells whether a predicate is met, as far as each clause tells by itself.
 *
 * @param {Tree} node
 * @param {Known} known
 * @returns {Truth}
 */
export function truth(node, known) {
  if (has(node, "fact")) {
    return has(known, node.fact) ? holds(node, known[node.fact]) : null;
  }
  const how = joined(node);
  return reached(how, how.parts.map((part) => truth(part, known)));
}

/**
 * Tells of every node whether it is met.
 *
 * @param {Tree} node
 * @param {Known} known
 * @returns {Explanation}
 */
export function explain(node, known) {
  if (has(node, "fact")) {
    const value = has(known, node.fact) ? known[node.fact] : null;
    return { node, met: truth(node, known), value, parts: [] };
  }
  const how = joined(node);
  const parts = how.parts.map((part) => explain(part, known));
  return { node, met: reached(how, parts.map((part) => part.met)), value: null, parts };
}

/**
 * @param {Joined} how
 * @param {readonly Truth[]} below  how its parts stand
 * @returns {Truth}
 */
function reached({ count, turned, first }, below) {
  let met = 0;
  let unknown = 0;
  below.forEach((one, which) => {
    if (one === null) unknown += 1;
    else if (one !== (first && which === 0)) met += 1;
  });
  const enough = met >= count ? true : met + unknown >= count ? null : false;
  return enough === null ? null : enough !== turned;
}

// All together: every case that the predicates can tell apart.

/**
 * Cuts every fact that the trees ask for into cells that no condition tells apart.
 *
 * @param {Asked} asked
 * @param {readonly Tree[]} trees
 * @returns {Grid}
 */
function layOut(asked, trees) {
  const conditions = trees.flatMap(conditionsOf);
  const axes = [];
  let size = 1;
  for (const name of new Set(conditions.map((condition) => condition.fact))) {
    const own = conditions.filter((condition) => condition.fact === name);
    const axis = { name, stride: size, ...cut(asked[name], own) };
    axes.push(axis);
    size *= width(axis);
  }
  if (size > LIMIT) throw new RuleError(`The facts make ${size} cases`, `at most ${LIMIT}`);
  return { axes, size };
}

/**
 * @param {Tree} node
 * @returns {Tree[]} its conditions, in the order written
 */
function conditionsOf(node) {
  return has(node, "fact") ? [node] : joined(node).parts.flatMap(conditionsOf);
}

/**
 * @param {Fact} fact
 * @param {readonly Tree[]} conditions  those on the fact
 * @returns {Pick<Axis, "starts" | "groups">} where each range begins, or what each group
 *   of values holds
 */
function cut(fact, conditions) {
  if (fact.kind === "yes-no") return { starts: [], groups: [[false], [true]] };
  if (fact.kind === "choice") {
    /** @type {Map<string, string[]>} */
    const groups = new Map();
    for (const value of fact.values ?? []) {
      const key = conditions.map((condition) => Number(holds(condition, value))).join("");
      groups.set(key, [...(groups.get(key) ?? []), value]);
    }
    return { starts: [], groups: [...groups.values()] };
  }
  const lowest = fact.kind === "day" ? "0001-01-01" : 0;
  const starts = new Set([lowest]);
  for (const condition of conditions) {
    const test = testOf(condition);
    const constant = condition[test];
    starts.add(test === "at-most" || test === "above" ? constant + 1 : constant);
  }
  const rising = [...starts].sort((a, b) => (a < b ? -1 : 1));
  return { starts: rising, groups: [] };
}

/**
 * @param {Pick<Axis, "starts" | "groups">} axis
 * @returns {number} how many cells it has
 */
function width(axis) {
  return axis.starts.length + axis.groups.length;
}

/**
 * @param {Axis} axis
 * @param {Constant} value
 * @returns {number} the cell in which it lies
 */
function cellOf(axis, value) {
  if (axis.groups.length) return axis.groups.findIndex((group) => group.includes(value));
  return axis.starts.filter((start) => start <= value).length - 1;
}

/**
 * Finds the cases that meet a predicate: one byte a case, 1 if it does.
 *
 * @param {Grid} grid
 * @param {Tree} node
 * @returns {Uint8Array}
 */
function casesOf(grid, node) {
  if (has(node, "fact")) {
    const axis = /** @type {Axis} */ (grid.axes.find((one) => one.name === node.fact));
    const examples = axis.groups.length ? axis.groups.map(([one]) => one) : axis.starts;
    const met = examples.map((example) => Number(holds(node, example)));
    return new Uint8Array(grid.size).map((_, number) => met[place(axis, number)]);
  }
  const { parts, count, turned, first } = joined(node);
  const sums = new Uint16Array(grid.size);
  parts.forEach((part, which) => {
    const less = first && which === 0 ? 1 : 0;
    casesOf(grid, part).forEach((met, number) => (sums[number] += met ^ less));
  });
  return Uint8Array.from(sums, (sum) => Number(sum >= count !== turned));
}

/**
 * @param {Axis} axis
 * @param {number} number  of a case
 * @returns {number} its cell on the axis
 */
function place(axis, number) {
  return Math.floor(number / axis.stride) % width(axis);
}

/**
 * Prepares to tell which outcomes the facts of a case leave, taken all together, and which
 * facts are still to be asked.
 *
 * @param {Asked} asked
 * @param {readonly Outcome[]} outcomes  of which every possible case meets exactly one
 * @param {readonly Tree[]} axioms  what is always so
 * @returns {(known: Known) => Settlement}
 * @throws {RuleError} if the facts make more than LIMIT cases
 */
export function settling(asked, outcomes, axioms) {
  if (outcomes.length > 31) throw new RuleError("There are more than 31 outcomes");
  const grid = layOut(asked, [...outcomes.map((outcome) => outcome.when), ...axioms]);
  // Of each case the outcomes it meets, one bit each; none if an axiom forbids the case.
  const answers = new Uint32Array(grid.size);
  outcomes.forEach((outcome, which) => {
    casesOf(grid, outcome.when).forEach((met, number) => (answers[number] |= met << which));
  });
  for (const axiom of axioms) {
    casesOf(grid, axiom).forEach((met, number) => (answers[number] *= met));
  }
  return (known) => {
    let numbers = [0]; // of the cases that are left
    const open = [];
    for (const axis of grid.axes) {
      if (has(known, axis.name)) {
        const skipped = cellOf(axis, known[axis.name]) * axis.stride;
        numbers = numbers.map((number) => number + skipped);
      } else {
        const cells = Array.from({ length: width(axis) }, (_, cell) => cell * axis.stride);
        open.push({ ...axis, stride: numbers.length });
        numbers = cells.flatMap((skipped) => numbers.map((number) => number + skipped));
      }
    }
    const left = Uint32Array.from(numbers, (number) => answers[number]);
    const some = left.reduce((found, one) => found | one, 0);
    const possible = outcomes
      .filter((_, which) => some & (1 << which))
      .map((outcome) => outcome.name);
    return {
      possible,
      settled: possible.length === 1 ? possible[0] : null,
      impossible: possible.length === 0,
      ask: possible.length > 1 ? asking(open, left) : [],
    };
  };
}

/**
 * Finds the facts that tell cases of different answers apart, and none that could be done
 * without.
 *
 * @param {readonly Axis[]} open  the facts that are unknown
 * @param {Uint32Array} left  of each case the answers it still has
 * @returns {string[]}
 */
function asking(open, left) {
  const needed = [];
  for (const axis of [...open].reverse()) {
    const without = widened(axis, left);
    if (without.every((one) => (one & (one - 1)) === 0)) left = without;
    else needed.unshift(axis.name);
  }
  return needed;
}

/**
 * @param {Axis} axis
 * @param {Uint32Array} left
 * @returns {Uint32Array} of each case the answers of all that differ in this fact alone
 */
function widened(axis, left) {
  const first = (/** @type {number} */ number) => number - place(axis, number) * axis.stride;
  const gathered = new Uint32Array(left.length);
  left.forEach((one, number) => (gathered[first(number)] |= one));
  return gathered.map((_, number) => gathered[first(number)]);
}

// A whole decision.

/**
 * Prepares to decide cases under every reading, and to say how the procedure stands.
 *
 * @param {Rule} rule  as readRule() gives it
 * @param {string} day  the day of the law, which chooses the axioms; it has no default
 * @returns a function that takes the facts of a case, null for unknown; it throws a
 *   RuleError if they cannot be used
 * @throws {RuleError} if it is no day, or another text is in force on it
 */
export function deciding(rule, day) {
  if (!isDay(day)) throw new RuleError(`${day} is no day`, "YYYY-MM-DD");
  if (!within(rule.days, day)) throw new RuleError(`This text is not in force on ${day}`);
  const axioms = rule.axioms
    .filter((axiom) => within(axiom.days, day))
    .map((axiom) => axiom.holds);
  const readings = rule.readings.map(({ name, outcomes }) => {
    return { name, outcomes, settle: settling(rule.facts, outcomes, axioms) };
  });
  const requirements = rule.requirements.map(({ name, by, met }) => {
    const ends = [
      { name: "met", when: met },
      { name: "not met", when: { not: met } },
    ];
    return { name, by, met, settle: settling(rule.facts, ends, axioms) };
  });
  return (/** @type {Readonly<Record<string, unknown>>} */ given) => {
    const known = checkFacts(rule.facts, given);
    return {
      readings: readings.map(({ name, outcomes, settle }) => ({
        name,
        outcomes: outcomes.map((outcome) => ({
          name: outcome.name,
          explanation: explain(outcome.when, known),
        })),
        settlement: settle(known),
      })),
      requirements: requirements.map(({ name, by, met, settle }) => ({
        name,
        by,
        explanation: explain(met, known),
        settlement: settle(known),
      })),
    };
  };
}

/**
 * @param {Days} days
 * @param {string} day
 */
function within(days, day) {
  return days.start <= day && (days.end === null || day < days.end);
}

// What comes from outside is checked once.

/**
 * Checks what of a document decides: facts, and predicates over them. That it keeps to its
 * schema in all else is for a validator to tell.
 *
 * @param {any} document  the JSON of a version, parsed
 * @returns {Rule}
 * @throws {RuleError} if it is another document, or a predicate in it is none
 */
export function readRule(document) {
  if (document?.schema !== SCHEMA) {
    throw new RuleError("This is no rule document", `its schema is ${SCHEMA}`);
  }
  const parts = ["facts", "readings", "requirements", "axioms"];
  const lost = parts.find((part) => !document[part]);
  if (lost !== undefined) throw new RuleError(`The document has no ${lost}`);
  const rule = /** @type {Rule} */ (document);
  for (const [name, fact] of Object.entries(rule.facts)) {
    if (!has(ALLOWED, fact?.kind)) throw new RuleError(`${name} is no fact of a known kind`);
    if (fact.kind === "choice" && !fact.values?.length) {
      throw new RuleError(`${name} has no values`);
    }
  }
  for (const { name, outcomes } of rule.readings) {
    for (const outcome of outcomes) {
      checkTree(rule.facts, outcome.when, `${name}, ${outcome.name}`);
    }
  }
  for (const { name, met } of rule.requirements) checkTree(rule.facts, met, name);
  for (const { name, holds } of rule.axioms) checkTree(rule.facts, holds, name);
  return rule;
}

/**
 * Checks the facts of a case.
 *
 * @param {Asked} asked
 * @param {Readonly<Record<string, unknown>>} given  null stands for unknown
 * @returns {Known}
 * @throws {RuleError} if a fact is not asked for, or has a value that it cannot have
 */
export function checkFacts(asked, given) {
  /** @type {Record<string, Constant>} */
  const known = {};
  for (const [name, value] of Object.entries(given)) {
    if (!has(asked, name)) {
      throw new RuleError(`No fact is called ${name}`, nearest(name, Object.keys(asked)));
    }
    if (value === null || value === undefined) continue;
    if (!admits(asked[name], value)) {
      throw new RuleError(`${name} cannot be ${JSON.stringify(value)}`, choices(asked[name]));
    }
    known[name] = /** @type {Constant} */ (value);
  }
  return known;
}

/**
 * @param {Fact} fact
 * @param {unknown} value
 */
function admits(fact, value) {
  switch (fact.kind) {
    case "yes-no":
      return typeof value === "boolean";
    case "choice":
      return typeof value === "string" && (fact.values ?? []).includes(value);
    case "day":
      return isDay(value);
    default:
      return Number.isSafeInteger(value) && Number(value) >= 0;
  }
}

/** @param {unknown} text */
function isDay(text) {
  if (typeof text !== "string") return false;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  const real = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
  return real && text >= "0001-01-01";
}

/** @param {Fact} fact */
function choices(fact) {
  switch (fact.kind) {
    case "yes-no":
      return "true or false";
    case "choice":
      return `one of ${(fact.values ?? []).join(", ")}`;
    case "day":
      return "a date, YYYY-MM-DD";
    default:
      return `a whole number of ${fact.unit ?? "cents"}, from 0 to 9007199254740991`;
  }
}

/**
 * Checks a predicate against the facts it may ask for.
 *
 * @param {Asked} asked
 * @param {unknown} node
 * @param {string} where  its place in the document
 * @param {number} depth
 * @throws {RuleError} if it is no predicate over these facts
 */
export function checkTree(asked, node, where = "", depth = 0) {
  if (depth > DEPTH) throw new RuleError(`${where}: nested deeper than ${DEPTH}`);
  if (typeof node !== "object" || node === null || Array.isArray(node)) {
    throw new RuleError(`${where}: no predicate`);
  }
  const tree = /** @type {Tree} */ (node);
  const words = ["fact", "all-of", "any-of", "none-of", "of", "not", "when", "define"];
  if (words.filter((word) => has(tree, word)).length !== 1) {
    throw new RuleError(`${where}: no predicate`, `one of ${words.join(", ")}`);
  }
  if (has(tree, "fact")) {
    checkCondition(asked, tree, where);
    return;
  }
  const { parts, count } = joined(tree);
  if (!Array.isArray(parts) || parts.length === 0) {
    throw new RuleError(`${where}: a joining word has no parts`);
  }
  if (!Number.isInteger(count) || count < 1 || count > parts.length) {
    throw new RuleError(`${where}: at-least ${count} of ${parts.length} decides nothing`);
  }
  parts.forEach((part, which) => checkTree(asked, part, `${where}/${which}`, depth + 1));
}

/**
 * @param {Asked} asked
 * @param {Tree} condition
 * @param {string} where
 */
function checkCondition(asked, condition, where) {
  const name = condition.fact;
  if (typeof name !== "string" || !has(asked, name)) {
    const near = nearest(String(name), Object.keys(asked));
    throw new RuleError(`${where}: no fact is called ${name}`, near);
  }
  const tests = Object.keys(TESTS).filter((test) => has(condition, test));
  const allowed = ALLOWED[asked[name].kind];
  if (tests.length !== 1 || !allowed.includes(tests[0])) {
    throw new RuleError(`${where}: ${name} is asked wrongly`, `by ${allowed.join(" or ")}`);
  }
  const constants = tests[0] === "one-of" ? condition["one-of"] : [condition[tests[0]]];
  if (!Array.isArray(constants) || constants.length === 0) {
    throw new RuleError(`${where}: one-of names no value`);
  }
  for (const constant of constants) {
    if (admits(asked[name], constant)) continue;
    const told = JSON.stringify(constant);
    throw new RuleError(`${where}: ${name} cannot be ${told}`, choices(asked[name]));
  }
}

/**
 * @param {string} name  what somebody wrote
 * @param {readonly string[]} names  what there is
 * @returns {string} a hint
 */
function nearest(name, names) {
  const pairs = (/** @type {string} */ text) =>
    new Set(Array.from(text, (_, at) => text.slice(at, at + 2)));
  const wanted = pairs(name);
  const alike = (/** @type {string} */ other) => {
    const held = pairs(other);
    const both = [...held].filter((pair) => wanted.has(pair)).length;
    return both / Math.max(held.size, wanted.size);
  };
  const [best] = [...names].sort((a, b) => alike(b) - alike(a));
  return best === undefined ? "no facts are asked for" : `perhaps ${best}`;
}

/**
 * @param {object} object
 * @param {string} key
 */
function has(object, key) {
  return Object.hasOwn(object, key);
}
