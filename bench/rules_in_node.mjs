// Times the JavaScript evaluator: node rules_in_node.mjs FILE SPAN
//
// The file holds a document, a day and cases by name. Prints processor seconds of one call
// for each case: every outcome clause by clause, explained, and settled.

import { readFileSync } from "node:fs";
import { explain, readRule, settling, truth } from "../tool/statuteline/rules/evaluator.mjs";

const { document, axioms, cases } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const span = Number(process.argv[3]);
const { facts, readings } = readRule(document);
const [{ outcomes }] = readings;
const settle = settling(facts, outcomes, axioms);

function taken(work, calls) {
  const start = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function seconds(work) {
  let calls = 1;
  while (taken(work, calls) < span) calls *= 2;
  const rounds = Array.from({ length: 5 }, () => taken(work, calls) / calls);
  return rounds.sort((a, b) => a - b)[2];
}

const told = Object.entries(cases).map(([name, known]) => [
  name,
  {
    clauses: seconds(() => outcomes.map(({ when }) => truth(when, known))),
    explained: seconds(() => outcomes.map(({ when }) => explain(when, known))),
    settled: seconds(() => settle(known)),
  },
]);
console.log(JSON.stringify(Object.fromEntries(told)));
