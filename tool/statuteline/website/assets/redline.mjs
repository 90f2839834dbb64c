// A page with a redline: keys go from change to change.

import { walk } from "./redline-walking.mjs";

for (const redline of document.querySelectorAll("[data-redline]")) walk(redline);
