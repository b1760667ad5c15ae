/** What two versions assert, subject by subject, with the differences named in words. */

import { h } from "./blocks.js";
import { tagOf, words } from "./words.js";

/** Returns the comparison in the first of the two languages; null when there is nothing to compare. */
export function drawClaims(order, pages) {
  if (pages.includes(null)) return null;
  const subjects = compared(order, pages);
  if (subjects.length === 0) return null;
  const said = words[order[0]].claims;
  const divergent = subjects.filter(({ difference }) => difference);
  const shared = subjects.filter(({ difference }) => !difference);
  return h(
    "section",
    { class: "claims", "aria-labelledby": "claims" },
    h("h2", { id: "claims" }, said.title),
    divergent.length > 0 && comparison(said.divergent(divergent.length), divergent, order),
    shared.length > 0 && h("details", { open: divergent.length === 0 }, h("summary", {}, said.shared(shared.length)), comparison("", shared, order)),
  );
}

/** Returns each subject once: what either version says about it, and how the two relate. */
function compared(order, pages) {
  const [own, others] = pages.map((page) => page?.claims ?? []);
  const foreign = new Map(others.map((claim) => [claim.key, claim]));
  const mine = new Set(own.map((claim) => claim.key));
  return [
    ...own.map((claim) => subject(claim.key, [claim, foreign.get(claim.key)], claim, order)),
    ...others.filter((claim) => !mine.has(claim.key)).map((claim) => subject(claim.key, [null, claim], claim, order)),
  ];
}

function subject(key, claims, teller, order) {
  const divergence = teller.divergences.find(({ locale }) => order.includes(tagOf(locale)));
  return { key, claims, difference: divergence?.difference, reason: divergence?.reason };
}

function comparison(caption, subjects, order) {
  const said = words[order[0]].claims;
  const heads = [said.key, ...order.map((language) => words[language].name), said.relation];
  return h(
    "table",
    { class: "comparison" },
    caption && h("caption", {}, caption),
    h("thead", {}, h("tr", {}, heads.map((text, index) => h("th", { scope: "col", lang: index === 2 && order[1] }, text)))),
    h("tbody", {}, subjects.map((each) => row(each, order, said))),
  );
}

function row({ key, claims, difference, reason }, order, said) {
  return h(
    "tr",
    { class: difference && "divergent" },
    h("th", { scope: "row" }, h("code", {}, key)),
    claims.map((claim, index) => assertion(claim, order[index], order[0], said)),
    h("td", { "data-head": said.relation }, h("span", { class: "relation" }, difference ? `≠ ${said[difference]}` : `= ${said.same}`), reason && h("p", {}, `${said.reason} ${reason}`)),
  );
}

function assertion(claim, language, first, said) {
  const head = words[language].name;
  if (!claim) return h("td", { "data-head": head, class: "silent" }, said.silent);
  return h("td", { "data-head": head, lang: language !== first && language }, claim.value, claim.note && h("p", { class: "meta" }, claim.note));
}
