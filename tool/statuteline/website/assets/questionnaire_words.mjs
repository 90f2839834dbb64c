// Words and elements of the form of a decision. Elements are made one by one: no word of an
// answer or of a rule can become markup.

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** What a clause can be, as it is told. */
export const VERDICTS = new Map([[true, "met"], [false, "not met"], [null, "not known"]]);

export function valueWords(/** @type {any} */ fact, /** @type {any} */ value) {
  switch (fact.kind) {
    case "yes-no":
      return value ? "yes" : "no";
    case "money": {
      const digits = String(value).padStart(3, "0");
      return `$${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",")}.${digits.slice(-2)}`;
    }
    case "whole":
      return `${value} ${value === 1 ? fact.unit.replace(/s$/, "") : fact.unit}`;
    case "day":
      return dayWords(value);
    default:
      return value;
  }
}

export function dayWords(/** @type {string} */ iso) {
  const [year, month, number] = iso.split("-").map(Number);
  return `${number} ${MONTHS[month - 1]} ${year}`;
}

export function either(/** @type {string[]} */ names) {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}` : names.join();
}

export function cite(/** @type {[string, string, string]} */ [place, quoted, page]) {
  const where = page ? node("a", { href: page }, [place]) : place;
  return node("span", {}, [where, ...(quoted ? [" ", node("q", {}, [quoted])] : [])]);
}

export function strong(/** @type {string} */ says, tag = "p") {
  return tag === "p" ? node("p", {}, [node("strong", {}, [says])]) : node(tag, {}, [says]);
}

/**
 * @param {(Node | string)[]} children
 * @param {Record<string, string>} attributes
 */
export function item(children, attributes = {}) {
  return node("li", attributes, children);
}

/** Says something aloud, but only what was not said last. */
export function tell(/** @type {Element} */ element, /** @type {any[]} */ children) {
  const next = node("div", {}, children);
  if (next.textContent !== element.textContent) element.replaceChildren(...next.childNodes);
}

export function fill(/** @type {Element} */ element, /** @type {any[]} */ children) {
  element.replaceChildren(...children);
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
export function node(tag, attributes, children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
