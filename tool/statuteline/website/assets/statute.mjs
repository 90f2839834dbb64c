// Pages of statutes: the text of a day is found, and provisions are cited. Without this
// script the list of texts and the links at provisions do the same.

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** Write a day as the pages do: 2021-10-01 as 1 October 2021. */
export function inWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/**
 * Find the text whose days hold a day; the end of an interval is the first day after it.
 * Days are compared as words: ISO days of four-digit years sort as time does.
 */
export function textOf(day, texts) {
  return texts.find(({ start, end }) => start <= day && (!end || day < end));
}

/** Write a citation: what, of which day, where its words never change, and which file. */
export function citation({ work, part, day, address, digest }) {
  const cited = part.startsWith("(") ? work + part : part;
  return `${cited} (${day}), ${address} [SHA-256 ${digest}]`;
}

function listed(list) {
  return [...list.querySelectorAll("li[data-start]")].map((item) => ({
    start: item.dataset.start,
    end: item.dataset.end ?? "",
    current: item.classList.contains("now"),
    link: item.querySelector("a[href]"),
  }));
}

function offerDays(form, list, found) {
  const texts = listed(list);
  const day = form.querySelector("input");
  if (!texts.length) return;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = textOf(day.value, texts);
    if (text?.current) {
      found.textContent = `The text of ${inWords(day.value)} is the one on this page.`;
      document.getElementById("the-text")?.focus();
    } else if (text) {
      location.assign(text.link.href);
    } else {
      const first = texts[0].start;
      found.textContent =
        `There is no text for ${inWords(day.value)} here. ` +
        (day.value < first ? `The first text here is of ${inWords(first)}. ` : "") +
        "The timeline tells which texts there are.";
    }
  });
}

function offerCopies(law, told) {
  const { work, day, digest, address } = law.dataset;
  const bar = document.createElement("span");
  bar.className = "copy";
  let link = null;

  async function copy(words, what) {
    try {
      await navigator.clipboard.writeText(words);
      told.textContent = `${what} copied: ${words}`;
    } catch {
      told.textContent = `The browser did not let the page copy. ${what}: ${words}`;
    }
    clearTimeout(copy.timer);
    copy.timer = setTimeout(() => { told.textContent = ""; }, 12000);
  }

  function button(name, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = name;
    made.addEventListener("click", act);
    bar.append(made);
    return made;
  }

  const fragment = () => link.getAttribute("href");
  button("Copy citation", () => {
    const there = new URL(address, location.href);
    there.hash = fragment();
    const part = link.dataset.cited;
    copy(citation({ work, part, day, address: there.href, digest }), "Citation");
  });
  button("Copy link", () => copy(new URL(fragment(), location.href).href, "Link"));

  function stand(at) {
    if (!at || at === link) return;
    link = at;
    for (const one of bar.children) {
      one.setAttribute("aria-label", `${one.textContent} of ${at.dataset.cited}`);
    }
    (at.closest("h2, h3, h4, h5, h6") ?? at).after(bar);
  }

  const linkIn = (element) => element?.querySelector(".own .permalink");
  const targeted = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    return target && law.contains(target) ? linkIn(target) : null;
  };
  stand(targeted() ?? linkIn(law));
  window.addEventListener("hashchange", () => stand(targeted()));
  law.addEventListener("click", (event) => {
    const chosen = event.target.closest(".permalink");
    if (!chosen) return;
    // Following a link to a place takes the focus away; the buttons come right behind it.
    setTimeout(() => {
      stand(chosen);
      chosen.focus({ preventScroll: true });
    });
  });
}

if (typeof document !== "undefined") {
  const form = document.querySelector(".statuteline .picker");
  const list = document.querySelector(".statuteline .timeline");
  if (form && list) offerDays(form, list, document.querySelector(".statuteline .found"));
  const law = document.querySelector(".statuteline .law.cited");
  const told = document.querySelector(".statuteline .copied");
  if (law && told) offerCopies(law, told);
}
