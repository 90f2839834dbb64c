// Answers every vector with the JavaScript evaluator and compares: node run_vectors.mjs FILE
//
// The file holds a JSON list of questions, each with its facts, outcomes, axioms, the
// values of each fact (null: unknown), and the answers expected of all combinations, the
// last fact changing fastest; or, instead of all combinations, a list of cases.
// Prints how many were compared, and the first that differ.

import { readFileSync } from "node:fs";
import {
  checkFacts,
  checkTree,
  explain,
  settling,
  truth,
} from "../../tool/statuteline/rules/evaluator.mjs";

const SHOWN = 5;
const SIGNS = new Map([[true, "+"], [false, "-"], [null, "?"]]);

function* combinations(values) {
  if (values.length === 0) {
    yield {};
    return;
  }
  const [name, each] = values.at(-1);
  for (const rest of combinations(values.slice(0, -1))) {
    for (const value of each) yield value === null ? rest : { ...rest, [name]: value };
  }
}

function told({ outcomes }, settle, known) {
  const clauses = outcomes.map(({ when }) => {
    const met = truth(when, known);
    if (explain(when, known).met !== met) throw new Error("explained otherwise");
    return SIGNS.get(met);
  });
  const { possible, settled, impossible, ask } = settle(known);
  if ((settled !== null) !== (possible.length === 1)) throw new Error("settled otherwise");
  if (impossible !== (possible.length === 0)) throw new Error("impossible otherwise");
  return `${clauses.join("")}|${possible.join(",")}|${ask.join(",")}`;
}

let compared = 0;
const differing = [];
for (const question of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const { name, facts, outcomes, axioms, values, cases, expected } = question;
  for (const { when } of outcomes) checkTree(facts, when);
  for (const holds of axioms) checkTree(facts, holds);
  const settle = settling(facts, outcomes, axioms);
  let number = 0;
  for (const given of cases ?? combinations(values)) {
    const answer = told(question, settle, checkFacts(facts, given));
    if (answer !== expected[number]) {
      differing.push({ name, given, answer, expected: expected[number] ?? "no case" });
    }
    number += 1;
  }
  if (number !== expected.length) throw new Error(`${name}: ${number} cases`);
  compared += number;
}
console.log(JSON.stringify({ compared, differing: differing.slice(0, SHOWN) }));
