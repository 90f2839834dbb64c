// What the JavaScript evaluator refuses, and what it decides of a whole document.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DEPTH,
  RuleError,
  checkFacts,
  checkTree,
  deciding,
  explain,
  readRule,
  settling,
} from "../../tool/statuteline/rules/evaluator.mjs";

const asked = {
  wet: { kind: "yes-no", ask: "Is it wet?" },
  colour: { kind: "choice", ask: "Which?", values: ["red", "green"] },
  years: { kind: "whole", ask: "How long?", unit: "years" },
  fine: { kind: "money", ask: "How much?", unit: "cents" },
  begun: { kind: "day", ask: "When?" },
};
const wet = { fact: "wet", is: true };
const long = { fact: "years", "at-least": 10 };
const refused = (action, words) =>
  assert.throws(action, (error) => error instanceof RuleError && words.test(error.message));

test("facts that can be are taken as they are, and null is unknown", () => {
  const given = { wet: false, colour: "red", years: 0, fine: 200_000, begun: "2024-02-29" };
  assert.deepEqual(checkFacts(asked, { begun: "0001-01-01" }), { begun: "0001-01-01" });
  assert.deepEqual(checkFacts(asked, { ...given, wet: null }), {
    colour: "red",
    years: 0,
    fine: 200_000,
    begun: "2024-02-29",
  });
});

test("a fact that nobody asks for is refused, with the nearest name", () => {
  refused(() => checkFacts(asked, { colours: "red" }), /called colours \(perhaps colour\)/);
  refused(() => checkFacts(asked, { constructor: true }), /called constructor/);
  refused(() => checkFacts(asked, JSON.parse('{"__proto__": true}')), /called __proto__/);
});

for (const [name, value, hint] of [
  ["wet", 1, /true or false/],
  ["wet", "true", /true or false/],
  ["colour", "blue", /one of red, green/],
  ["years", -1, /whole number of years/],
  ["years", 1.5, /whole number/],
  ["years", "10", /whole number/],
  ["years", 2 ** 53, /9007199254740991/],
  ["years", Number.NaN, /whole number/],
  ["fine", true, /whole number of cents/],
  ["begun", "2021-02-29", /YYYY-MM-DD/],
  ["begun", "2021-2-3", /YYYY-MM-DD/],
  ["begun", "0000-01-01", /YYYY-MM-DD/],
  ["begun", 20211001, /YYYY-MM-DD/],
]) {
  test(`${name} cannot be ${JSON.stringify(value)}`, () => {
    refused(() => checkFacts(asked, { [name]: value }), hint);
  });
}

for (const [what, tree] of [
  ["nothing", null],
  ["a list", [wet]],
  ["no word", { cites: [] }],
  ["an unknown word", { "some-of": [wet] }],
  ["two words", { "all-of": [wet], "any-of": [wet] }],
  ["no parts", { "all-of": [] }],
  ["parts that are nothing", { "all-of": null }],
  ["parts that are no list", { "any-of": { 0: wet } }],
  ["a count too high", { "at-least": 2, of: [wet] }],
  ["a count of nought", { "at-least": 0, of: [wet] }],
  ["a count that is none", { of: [wet] }],
  ["half of a when", { when: wet }],
  ["an unknown fact", { fact: "wett", is: true }],
  ["a name that every object has", { fact: "constructor", is: true }],
  ["no test", { fact: "wet" }],
  ["two tests", { fact: "years", "at-least": 1, below: 3 }],
  ["a test of another kind", { fact: "wet", "at-least": 1 }],
  ["a value of another kind", { fact: "years", "at-least": "10" }],
  ["a list of no values", { fact: "colour", "one-of": [] }],
  ["a fault below", { not: { "any-of": [wet, { fact: "colour", is: "blue" }] } }],
]) {
  test(`${what} is no predicate`, () => refused(() => checkTree(asked, tree, "here"), /here/));
}

test("what is nested too deeply is refused before it is followed", () => {
  const nested = (depth) => (depth === 0 ? wet : { not: nested(depth - 1) });
  checkTree(asked, nested(DEPTH));
  refused(() => checkTree(asked, nested(DEPTH + 1)), /deeper/);
});

test("a grid that is too great is refused", () => {
  const names = Array.from({ length: 23 }, (_, number) => `fact_${number}`);
  const facts = Object.fromEntries(names.map((name) => [name, { kind: "yes-no" }]));
  const when = { "any-of": names.map((fact) => ({ fact, is: true })) };
  refused(() => settling(facts, [{ name: "met", when }], []), /8388608 cases/);
});

test("numbers are compared exactly up to the greatest", () => {
  const greatest = { fact: "years", "at-most": Number.MAX_SAFE_INTEGER - 1 };
  const settle = settling(
    asked,
    [
      { name: "below", when: greatest },
      { name: "at it", when: { not: greatest } },
    ],
    [],
  );
  assert.equal(settle({ years: Number.MAX_SAFE_INTEGER - 1 }).settled, "below");
  assert.equal(settle({ years: Number.MAX_SAFE_INTEGER }).settled, "at it");
});

test("an explanation has a verdict and the value at every clause", () => {
  const { met, parts } = explain({ when: wet, then: { not: long } }, { years: 12 });
  assert.equal(met, null);
  assert.deepEqual(
    parts.map((part) => [part.met, part.value]),
    [
      [null, null],
      [false, null],
    ],
  );
  assert.equal(parts[1].parts[0].value, 12);
});

const rule = {
  schema: "statuteline/rule/1",
  facts: asked,
  days: { start: "2021-10-01", end: "2023-01-01" },
  readings: [
    {
      name: "plain",
      outcomes: [
        { name: "shall", means: "It must.", when: { "all-of": [wet, long] } },
        { name: "no", means: "It need not.", when: { not: { "all-of": [wet, long] } } },
      ],
    },
  ],
  requirements: [{ name: "colour told", by: "owner", met: { fact: "colour", is: "red" } }],
  axioms: [
    {
      name: "what is wet is new",
      holds: { when: wet, then: { fact: "years", below: 10 } },
      days: { start: "2022-01-01", end: null },
    },
  ],
};

test("a whole document decides, and an axiom counts on its own days", () => {
  const before = deciding(readRule(rule), "2021-10-01");
  const after = deciding(readRule(rule), "2022-05-01");
  const [open] = before({ wet: true }).readings;
  assert.deepEqual(open.settlement, {
    possible: ["shall", "no"],
    settled: null,
    impossible: false,
    ask: ["years"],
  });
  assert.deepEqual(open.outcomes.map((one) => one.explanation.met), [null, null]);
  assert.equal(after({ wet: true }).readings[0].settlement.settled, "no");
  assert.ok(after({ wet: true, years: 12 }).readings[0].settlement.impossible);
  const [told] = after({ colour: "green" }).requirements;
  assert.equal(told.settlement.settled, "not met");
  refused(() => after({ hue: "green" }), /hue/);
});

test("the day has no default, and the text must be in force on it", () => {
  refused(() => deciding(readRule(rule)), /undefined is no day/);
  refused(() => deciding(readRule(rule), "2023-01-01"), /not in force on 2023-01-01/);
  refused(() => deciding(readRule(rule), "2022-13-01"), /no day/);
});

test("another document is refused", () => {
  refused(() => readRule({ schema: "statuteline/act/1" }), /statuteline\/rule\/1/);
  refused(() => readRule(null), /rule document/);
  refused(() => readRule({ ...rule, axioms: undefined }), /has no axioms/);
  refused(() => readRule({ ...rule, facts: { wet: { kind: "perhaps" } } }), /wet is no fact/);
  refused(() => readRule({ ...rule, facts: { wet: { kind: "choice" } } }), /has no values/);
  const holds = { fact: "damp", is: true };
  const wrong = { ...rule, axioms: [{ ...rule.axioms[0], holds }] };
  refused(() => readRule(wrong), /what is wet is new: no fact is called damp/);
});
