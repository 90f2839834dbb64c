// The form on the page of a decision. Every answer is decided by the evaluator, in the page:
// nothing is stored, nothing is sent, and no answer comes into the address.

import { deciding, explain, readRule, settling } from "./evaluator.mjs";
import { cents, dayIn, monthsAfter, whole } from "./questionnaire_typed.mjs";
import { explaining } from "./questionnaire_why.mjs";
import { cite, dayWords, either, fill, item, node, strong, tell } from "./questionnaire_words.mjs";

const part = (/** @type {string} */ id) => document.getElementById(id);
const form = part("the-questions");
const data = JSON.parse(part("the-data-of-the-rule").textContent);
const rule = readRule(data.rule);
const full = data.rule;
const questions = [...form.querySelectorAll("[data-fact]")];
const asked = new Map(questions.map((one) => [one.dataset.fact, one]));
const day = part("i--day");
const told = explaining(rule, data);
const decideAlways = deciding({ ...rule, axioms: rule.axioms.filter(throughout) }, rule.days.start);
let last = { day: "", axioms: [], decide: decideAlways };
let tried = false; // whether somebody has asked for the answer

part("without-script").hidden = true;
form.hidden = false;
part("the-answer-part").hidden = false;
form.addEventListener("input", show);
form.addEventListener("change", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  tried = true;
  const faults = show();
  (faults ? part("the-problems") : part("the-answer")).focus();
});
form.addEventListener("reset", () => {
  tried = false;
  setTimeout(() => {
    show();
    day.focus();
  });
});
part("print-answer").addEventListener("click", printAnswer);
show();

/** Reads the form, decides, and shows what came of it. */
function show() {
  const { facts, faults, given } = answers();
  tellFaults(faults);
  const status = part("the-status");
  const details = part("the-details");
  const found = forDay(given);
  const answer = found ? found.decide(facts) : null;
  const wanted = answer ? stillAsked(answer) : new Set();
  showQuestions(wanted, facts);
  if (!found) {
    tell(status, [other(given)]);
    fill(details, []);
    return faults.length;
  }
  const impossible = answer.readings.find((one) => one.settlement.impossible);
  if (impossible) {
    const axioms = contradicted(facts, found.axioms);
    tell(status, [strong("This cannot be: these answers contradict what is always so.")]);
    fill(details, [
      node("ul", {}, axioms.map((one) => item([`${one.name} `, cite(citeOf(one))]))),
      node("p", {}, ["Look at the answers again. No case can have them together."]),
      ...told(answer),
    ]);
    return faults.length;
  }
  const ask = facts === null ? [] : inOrder(wantedFor(answer));
  tell(status, summary(answer, ask));
  fill(details, [
    node("p", { class: "small" }, [
      given
        ? `By the law of ${dayWords(given)}, ${full["governed-by"] || "the day of the case"}.`
        : "No day was given: this holds for every day of this text.",
    ]),
    ...(ask.length ? [node("p", {}, ["Still to be asked:"]), questionList(ask)] : []),
    ...outcomes(answer),
    ...procedure(answer),
    ...deadlines(facts),
    ...told(answer),
  ]);
  return faults.length;
}

// What was answered.

/** Reads every answer; one that cannot be read is a fault, and counts as not known. */
function answers() {
  /** @type {Record<string, unknown>} */
  const facts = {};
  const faults = [];
  for (const [name, question] of asked) {
    const { value, fault } = answer(rule.facts[name], question);
    if (fault) faults.push({ id: name, question, says: fault, ask: rule.facts[name].ask });
    else if (value !== null) facts[name] = value;
  }
  const { value: given, fault } = dayIn(day);
  if (fault) faults.push({ id: "-day", question: part("q--day"), says: fault, ask: "Day" });
  return { facts, faults, given: given ?? "" };
}

/**
 * @param {any} fact
 * @param {HTMLElement} question
 * @returns {{ value: unknown, fault?: string }}
 */
function answer(fact, question) {
  if (fact.kind === "yes-no" || fact.kind === "choice") {
    const chosen = question.querySelector("input:checked");
    if (!chosen || chosen.value === "") return { value: null };
    if (fact.kind === "choice") return { value: fact.values[Number(chosen.value)] };
    return { value: chosen.value === "true" };
  }
  const input = question.querySelector("input");
  if (fact.kind === "day") return dayIn(input);
  const text = input.value.trim();
  if (text === "") return { value: null };
  return fact.kind === "money" ? cents(text) : whole(text, fact.unit);
}

// Which law.

/** Finds what decides for a day; null where the text of this page does not. */
function forDay(/** @type {string} */ given) {
  if (!given) return { decide: decideAlways, axioms: rule.axioms.filter(throughout) };
  if (!within(rule.days, given)) return null;
  if (last.day !== given) {
    const axioms = rule.axioms.filter((one) => within(one.days, given));
    last = { day: given, axioms, decide: deciding(rule, given) };
  }
  return last;
}

function within(/** @type {any} */ days, /** @type {string} */ given) {
  return days.start <= given && (days.end === null || given < days.end);
}

/** Tells whether an axiom holds on every day of the text. */
function throughout(/** @type {any} */ axiom) {
  const { start, end } = axiom.days;
  const last = rule.days.end;
  return start <= rule.days.start && (end === null || (last !== null && last <= end));
}

function other(/** @type {string} */ given) {
  const text = data.texts.find((/** @type {any} */ one) => within(one, given));
  const early = full.bound && given < rule.days.start;
  const stands = early ? "may have been in force or not" : "was not in force";
  const lead = `The text of this page ${stands} on ${dayWords(given)}, so it does not decide. `;
  if (!text) {
    return node("p", {}, [`${lead}${early ? "" : "No text of that day is encoded."}`]);
  }
  const link = node("a", { href: text.page }, [`the page of the text ${text.told}`]);
  return node("p", {}, [lead, "Answer on ", link, "."]);
}

/** Finds the words that an axiom rests on. */
function citeOf(/** @type {any} */ axiom) {
  return data.axioms[rule.axioms.indexOf(axiom)];
}

/** Finds a smallest set of axioms that no case with these facts meets. */
function contradicted(/** @type {any} */ facts, /** @type {any[]} */ axioms) {
  for (let count = 1; count <= axioms.length; count += 1) {
    for (const chosen of choices(axioms, count)) {
      const trees = chosen.map((one) => one.holds);
      const ends = [{ name: "so", when: trees[0] }, { name: "not", when: { not: trees[0] } }];
      const names = trees.flatMap(factsIn);
      const own = Object.entries(facts).filter(([name]) => names.includes(name));
      if (settling(rule.facts, ends, trees)(Object.fromEntries(own)).impossible) return chosen;
    }
  }
  return axioms;
}

/** @returns {Generator<any[]>} */
function* choices(/** @type {any[]} */ all, /** @type {number} */ count) {
  if (count === 0) yield [];
  for (let first = 0; count > 0 && first < all.length; first += 1) {
    for (const others of choices(all.slice(first + 1), count - 1)) yield [all[first], ...others];
  }
}

/** @returns {string[]} */
function factsIn(/** @type {any} */ tree) {
  const { node: own, parts } = explain(tree, {});
  return parts.length ? parts.flatMap((one) => factsIn(one.node)) : [own.fact];
}

// What is asked.

function wantedFor(/** @type {any} */ answer) {
  return new Set(answer.readings.flatMap((/** @type {any} */ one) => one.settlement.ask));
}

function stillAsked(/** @type {any} */ answer) {
  const wanted = wantedFor(answer);
  for (const one of answer.requirements) one.settlement.ask.forEach((name) => wanted.add(name));
  for (const one of full.deadlines) {
    one["latest-of"].forEach((/** @type {any} */ on) => on.after && wanted.add(on.after));
  }
  return wanted;
}

function inOrder(/** @type {Set<string>} */ names) {
  return Object.keys(rule.facts).filter((name) => names.has(name));
}

/** Shows what can still matter, what is answered, and what cannot be read. */
function showQuestions(/** @type {Set<string>} */ wanted, /** @type {any} */ facts) {
  part("q--day").classList.toggle("answered", Boolean(day.value));
  const all = part("show-all").checked;
  for (const [name, question] of asked) {
    const answered = Object.hasOwn(facts, name);
    const touched =
      question.querySelector("input:checked") !== null ||
      question.classList.contains("wrong") ||
      question.contains(document.activeElement);
    question.classList.toggle("answered", answered);
    question.hidden = !(all || wanted.has(name) || answered || touched);
  }
  for (const group of form.querySelectorAll(".group")) {
    group.hidden = ![...group.querySelectorAll(".question")].some((one) => !one.hidden);
  }
}

function tellFaults(/** @type {any[]} */ faults) {
  for (const question of form.querySelectorAll(".question")) {
    const fault = faults.find((one) => one.question === question);
    const says = question.querySelector(".error");
    question.classList.toggle("wrong", Boolean(fault));
    says.hidden = !fault;
    says.textContent = fault ? `Error: ${fault.says}` : "";
    const input = question.querySelector("input:not([type=radio])");
    if (input && fault) input.setAttribute("aria-invalid", "true");
    else input?.removeAttribute("aria-invalid");
  }
  const box = part("the-problems");
  box.hidden = !(tried && faults.length);
  fill(
    box.querySelector("ul"),
    faults.map((one) => item([jump(one.id, `${one.ask} ${one.says}`)])),
  );
}

// What came of it.

function summary(/** @type {any} */ answer, /** @type {string[]} */ ask) {
  const settled = answer.readings.map((one) => one.settlement.settled);
  const [first] = settled;
  if (first !== null && settled.every((one) => one === first)) {
    const outcome = rule.readings[0].outcomes.find((one) => one.name === first) ??
      rule.readings.flatMap((one) => one.outcomes).find((one) => one.name === first);
    const clear = answer.readings.every((one) =>
      one.outcomes.some(({ name, explanation }) => name === first && explanation.met));
    const whatever = clear ? "" : ", whatever the answers are that are not known";
    return [strong(`Outcome: ${first}${whatever}.`), node("p", {}, [outcome?.means ?? ""])];
  }
  if (settled.every((one) => one !== null)) {
    return [strong(`The readings differ: ${eachReading(answer)}.`)];
  }
  const names = rule.readings.flatMap((one) => one.outcomes.map(({ name }) => name));
  const possible = [...new Set(names)].filter((name) =>
    answer.readings.some((one) => one.settlement.possible.includes(name)));
  const one = ask.length === 1;
  const because = one ? "one answer is not known" : `${ask.length} answers are not known`;
  return [
    strong(`Cannot tell yet, because ${because}.`),
    node("p", {}, [`Still possible: ${either(possible)}.`]),
  ];
}

function eachReading(/** @type {any} */ answer) {
  return answer.readings
    .map((/** @type {any} */ one) => `${one.name} gives ${one.settlement.settled}`)
    .join(", ");
}

/** Lists every outcome by name, under every reading. */
function outcomes(/** @type {any} */ answer) {
  return answer.readings.flatMap((/** @type {any} */ read, /** @type {number} */ which) => {
    const { possible, settled, ask } = read.settlement;
    const lines = rule.readings[which].outcomes.map((outcome, place) => {
      const open = possible.includes(outcome.name) ? "still possible" : "no";
      const stands = settled === outcome.name ? "yes" : open;
      const follows = stands === "yes" ? data.follows[which][place] : [];
      const then = follows.map(([says, from]) => item([`${says} `, cite(from)]));
      return item(
        [`${outcome.name}: `, strong(stands, "strong"), ...(then.length ? [node("ul", {}, then)] : [])],
        { "data-outcome": outcome.name, "data-stands": stands },
      );
    });
    const many = answer.readings.length > 1;
    const names = inOrder(new Set(ask)).map((name) => name.replaceAll("_", " "));
    return [
      ...(many ? [node("p", {}, [`Reading “${read.name}”:`])] : []),
      node("ul", { "data-reading": read.name, "data-ask": ask.join(" ") }, lines),
      ...(many && names.length
        ? [node("p", { class: "small" }, [`Still to be asked under it: ${names.join(", ")}.`])]
        : []),
    ];
  });
}

function procedure(/** @type {any} */ answer) {
  if (!answer.requirements.length) return [];
  const lines = answer.requirements.map((/** @type {any} */ one) => {
    const { settled, impossible } = one.settlement;
    const stands = impossible ? "impossible record" : (settled ?? "not known");
    return item(
      [`${one.name}, by the ${one.by}: `, strong(stands, "strong")],
      { "data-step": one.name, "data-stands": stands },
    );
  });
  return [node("p", {}, ["Procedure, which is no part of the outcome:"]), node("ul", {}, lines)];
}

function deadlines(/** @type {any} */ facts) {
  if (!full.deadlines.length) return [];
  const lines = full.deadlines.map((/** @type {any} */ one) => {
    const days = one["latest-of"].map((/** @type {any} */ on) => dayOf(on, facts));
    const known = days.filter((on) => on !== null).sort();
    const last = known.at(-1);
    const least = last ? `not known; ${dayWords(last)} or later` : "not known";
    const says = days.includes(null) ? least : `by ${dayWords(last)}`;
    return item([`${one.name}: `, strong(says, "strong")], { "data-deadline": one.name });
  });
  return [node("p", {}, ["Deadlines:"]), node("ul", {}, lines)];
}

/** Finds a day that a deadline names; null while it is not known. */
function dayOf(/** @type {any} */ on, /** @type {any} */ facts) {
  if (typeof on === "string") return on;
  return Object.hasOwn(facts, on.after) ? monthsAfter(facts[on.after], on.months) : null;
}

function questionList(/** @type {string[]} */ names) {
  return node("ol", { id: "still-to-ask" }, names.map((name) => {
    const { ask, judgement } = rule.facts[name];
    return item([jump(name, ask), judgement ? " Only a court finds this." : ""], { "data-ask": name });
  }));
}

/** Makes a button that leads to a question: a link would put it into the address. */
function jump(/** @type {string} */ name, /** @type {string} */ says) {
  const made = node("button", { type: "button", class: "jump" }, [says]);
  made.addEventListener("click", () => {
    const question = part(`q-${name}`);
    question.hidden = false;
    (question.querySelector("input:checked") ?? question.querySelector("input")).focus();
  });
  return made;
}

function printAnswer() {
  const root = form.closest(".as-code");
  const closed = [...part("the-details").querySelectorAll("details:not([open])")];
  root.classList.add("printing-answer");
  closed.forEach((one) => (one.open = true));
  print();
  closed.forEach((one) => (one.open = false));
  root.classList.remove("printing-answer");
}
