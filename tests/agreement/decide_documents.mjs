// Decides cases by whole documents: node decide_documents.mjs FILE
//
// The file holds a JSON list of documents, each with a day and with cases. Prints for each
// what test_javascript.py writes of the answers of the Python engines.

import { readFileSync } from "node:fs";
import { deciding, readRule } from "../../tool/statuteline/rules/evaluator.mjs";

const verdict = (met) => (met === null ? "unknown" : met ? "met" : "not met");
const clauses = ({ met, value, parts }) => [verdict(met), value, parts.map(clauses)];
const left = ({ possible, ask }) => [possible, ask];

const told = JSON.parse(readFileSync(process.argv[2], "utf8")).map((one) => {
  const decide = deciding(readRule(one.document), one.day);
  return one.cases.map((given) => {
    const { readings, requirements } = decide(given);
    return [
      readings.map(({ name, outcomes, settlement }) => [
        name,
        outcomes.map(({ explanation }) => clauses(explanation)),
        left(settlement),
      ]),
      requirements.map(({ name, explanation, settlement }) => [
        name,
        clauses(explanation),
        left(settlement),
      ]),
    ];
  });
});
console.log(JSON.stringify(told));
