// On the page of an act: what belongs together is lit together, for pointer and keyboard.
// Without this script the links between the items do the same.

const items = [...document.querySelectorAll(".statuteline .item[data-with]")];
const byId = new Map(items.map((item) => [item.id, item]));
let shown = null;

function together(item) {
  return item.dataset.with.split(" ").map((id) => byId.get(id)).filter(Boolean);
}

function clear() {
  for (const item of items) {
    item.classList.remove("lit", "chosen");
  }
  for (const count of document.querySelectorAll(".statuteline .column .count")) {
    count.textContent = "";
  }
}

function light(item) {
  if (item === shown) {
    return;
  }
  clear();
  shown = item;
  if (item === null) {
    return;
  }
  item.classList.add("chosen");
  const others = together(item);
  for (const other of others) {
    other.classList.add("lit");
  }
  for (const column of item.closest(".columns").querySelectorAll(".column")) {
    const inside = others.filter((other) => column.contains(other)).length;
    if (!column.contains(item)) {
      column.querySelector(".count").textContent = `${inside} belong to it`;
    }
  }
}

function itemAt(target) {
  return target instanceof Element ? target.closest(".item[data-with]") : null;
}

function named() {
  return byId.get(location.hash.slice(1)) ?? null;
}

for (const heading of document.querySelectorAll(".statuteline .column > h4")) {
  const count = document.createElement("span");
  count.className = "count";
  count.setAttribute("aria-hidden", "true");
  heading.append(" ", count);
}
for (const band of document.querySelectorAll(".statuteline .act-band")) {
  band.addEventListener("pointerover", (event) => {
    const item = itemAt(event.target);
    if (item !== null) {
      light(item);
    }
  });
  band.addEventListener("pointerleave", () => light(itemAt(document.activeElement) ?? named()));
  band.addEventListener("focusin", (event) => light(itemAt(event.target)));
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    light(null);
  }
});
window.addEventListener("hashchange", () => light(named()));
for (const hint of document.querySelectorAll(".statuteline [data-needs-script]")) {
  hint.hidden = false;
}
light(named());
