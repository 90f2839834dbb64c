// What somebody types into the form of a decision, read without fractions and without zones.

/** Reads dollars as cents, digit by digit: no fraction is ever computed. */
export function cents(/** @type {string} */ text) {
  const found = /^\$?\s*(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d\d))?$/.exec(text);
  const value = found ? Number(found[1].replaceAll(",", "") + (found[2] ?? "00")) : Number.NaN;
  if (Number.isSafeInteger(value)) return { value };
  return { value: null, fault: "Enter dollars, and cents in two digits, such as 1,250.00." };
}

/** Reads a whole number, not negative. */
export function whole(/** @type {string} */ text, /** @type {string} */ unit) {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value)) return { value };
  return { value: null, fault: `Enter a whole number of ${unit}, in digits.` };
}

/** Reads a day; browsers differ in what they let somebody type. */
export function dayIn(/** @type {HTMLInputElement} */ input) {
  const text = input.value;
  if (text === "" && !input.validity.badInput) return { value: null };
  const written = /^\d{4}-\d\d-\d\d$/.test(text) && text >= "0001";
  if (written && !Number.isNaN(Date.parse(text))) return { value: text };
  return { value: null, fault: "Enter a whole day." };
}

/** Counts calendar months on; where the month has no such day, its last day. */
export function monthsAfter(/** @type {string} */ from, /** @type {number} */ months) {
  const [year, month, number] = from.split("-").map(Number);
  const later = new Date(0);
  later.setUTCFullYear(year, month - 1 + months + 1, 0); // the last day of that month
  if (later.getUTCFullYear() > 9999) return null;
  const last = later.getUTCDate();
  later.setUTCDate(Math.min(number, last));
  return later.toISOString().slice(0, 10);
}
