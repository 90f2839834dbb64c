// Keys that go from change to change, and words about each for those who do not see it.

import { element } from "./redline-drawing.mjs";

/**
 * Offer the keys n and p, and say which change one has come to, by whatever way.
 *
 * @param {Element} redline what holds the redline; its changes may come and go
 */
export function walk(redline) {
  const announced = redline.querySelector("[data-announced]");
  const keys = redline.querySelector("[data-keys]");
  const box = element("input", { type: "checkbox" });
  box.checked = true;
  const words = element("span", {}, "Keys ", element("kbd", {}, "n"), " and ");
  words.append(element("kbd", {}, "p"), " go to the next and the previous change");
  keys.append(element("label", { class: "choice" }, box, words));

  const places = () => [...redline.querySelectorAll(".own[id]")];
  const here = () => decodeURIComponent(location.hash.slice(1));

  document.addEventListener("keydown", (event) => {
    if (!box.checked || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key !== "n" && event.key !== "p") return;
    if (takesLetters(event.target)) return;
    const all = places();
    if (!all.length) return;
    const at = all.findIndex((place) => place.id === here());
    const to = event.key === "n" ? at + 1 : at - 1;
    if (at < 0 && event.key === "p") return;
    event.preventDefault();
    if (to < 0 || to >= all.length) {
      announced.textContent = to < 0 ? "This is the first change." : "This is the last change.";
      return;
    }
    location.replace(`#${all[to].id}`);
  });

  addEventListener("hashchange", () => {
    const all = places();
    const at = all.findIndex((place) => place.id === here());
    if (at < 0) return;
    all[at].tabIndex = -1;
    all[at].focus({ preventScroll: true });
    announced.textContent = `Change ${at + 1} of ${all.length}. ${sentences(all[at])}`.trim();
  });
}

function takesLetters(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio"].includes(target.type);
  return target.isContentEditable || target.matches("select, textarea");
}

/** Give the sentences of the list that lead to where a change is. */
function sentences(place) {
  const provision = place.closest(".provision[id]");
  if (!provision) return "";
  const links = [...document.querySelectorAll(".changes a")];
  const about = links.filter((link) => link.getAttribute("href") === `#${provision.id}`);
  return about.map((link) => link.textContent).join(" ");
}
