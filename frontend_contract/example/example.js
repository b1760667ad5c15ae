/**
 * Shows the two language versions of a path of the site side by side: ?path=/tr/program/
 * Asks with the contract’s own operations, one request for each; keeps nothing and sends no cookie.
 */

import { addressOf, drawBlock, h } from "./blocks.js";
import { drawClaims } from "./claims.js";
import { plugins } from "./plugins.js";
import { languages, tagOf, words } from "./words.js";

const endpoint = document.documentElement.dataset.endpoint;
const main = document.getElementById("versions");

class Refusal extends Error {}

show(new URLSearchParams(location.search).get("path") ?? homeOf(preferred())).catch((error) =>
  tell(error instanceof Refusal ? "refused" : "down", error.message),
);

/** Asks for everything that the path needs, and draws it. */
async function show(path) {
  const first = languageOf(path) ?? preferred();
  const order = [first, ...languages.filter((language) => language !== first)];
  speak(first);
  const [frames, answer] = await Promise.all([Promise.all(order.map(frameIn)), routeAt(path)]);
  drawFrames(order, frames, answer?.page?.translations ?? [], path);
  if (!answer) return tell("missing", path);
  if (answer.__typename === "RouteGone") return tell("gone", path);
  if (answer.__typename === "RouteRedirect") return follow(answer.location);
  const pages = await Promise.all(order.map((language) => versionIn(language, answer.page)));
  document.title = [answer.page.title, frames[0].site?.name].filter(Boolean).join(" – ");
  drawVersions(order, pages);
}

/** Returns the answer to one of the contract’s operations. Throws a Refusal when there are errors in it. */
async function ask(operation, variables) {
  const file = await fetch(`operations/${operation}.graphql`);
  if (!file.ok) throw new Refusal(`operations/${operation}.graphql: ${file.status}`);
  const query = await file.text();
  const response = await fetch(endpoint, {
    method: "POST",
    credentials: "omit",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Refusal(`${errors[0].extensions?.code}: ${errors[0].message}`);
  return data;
}

async function routeAt(path) {
  const { route } = await ask("PageByPath", { path });
  if (route?.page) await addDetails(route.page, path);
  return route;
}

/** Asks for what belongs to plugins, if the page has any of it. A plugin that fails leaves the page as it is. */
async function addDetails(page, path) {
  const things = [page, ...(page.body ?? [])];
  const kinds = new Set(things.map(kindOf).filter((kind) => plugins[kind]));
  await Promise.all(
    [...kinds].map(async (kind) => {
      const answer = await ask(plugins[kind].operation, { path, first: 100 }).catch(() => null);
      const found = answer?.route?.page;
      if (!found) return;
      const details = new Map([...(found.body ?? []).map((block) => [block.id, block]), [page.id, found]]);
      for (const thing of things) if (kindOf(thing) === kind) thing.details = details.get(thing.id);
    }),
  );
}

function kindOf(thing) {
  return thing.blockType ?? thing.__typename;
}

async function frameIn(language) {
  return ask("SiteFrame", { locale: localeOf(language) });
}

/** Returns the page’s version in a language; null where there is none. */
async function versionIn(language, page) {
  if (tagOf(page.locale) === language) return page;
  const translation = page.translations.find((other) => tagOf(other.locale) === language);
  return translation?.path ? (await routeAt(translation.path)).page : null;
}

function follow(place) {
  if (place.startsWith("/")) location.replace(addressOf(place));
  else tell("moved", place, h("a", { href: place, rel: "external" }, place));
}

/* What surrounds the page. */

function speak(language) {
  document.documentElement.lang = language;
  document.querySelector(".skip").textContent = words[language].skip;
  main.append(h("p", { role: "status", class: "state" }, words[language].loading));
}

function drawFrames(order, frames, translations, path) {
  frames.forEach(({ site, main: menu, footer }, index) => {
    const language = order[index];
    const home = site?.homePage?.path ?? homeOf(language);
    document.getElementById("site").append(
      h(
        "div",
        { lang: language },
        h("p", { class: "site-name" }, h("a", { href: addressOf(home) }, site?.name ?? "Dilmaç")),
        site?.tagline && h("p", { class: "tagline" }, site.tagline),
        navigation(menu, [path, ...translations.map((translation) => translation.path)]),
      ),
    );
    document.getElementById("end").append(h("div", { lang: language }, navigation(footer, [path]), h("p", {}, site?.footerText)));
  });
}

function navigation(menu, current) {
  if (!menu) return null;
  const entries = menu.entries.map(({ label, path, url }) =>
    h("li", {}, h("a", { href: path ? addressOf(path) : url, rel: !path && "external", "aria-current": current.includes(path) && "page" }, label)),
  );
  return h("nav", { "aria-label": menu.title }, h("ul", {}, entries));
}

/* The two versions. */

function drawVersions(order, pages) {
  const drawn = order.map((language, index) => (pages[index] ? version(pages, index, language) : absence(language)));
  const versions = h("div", { class: areParallel(pages) ? "pair versions parallel" : "pair versions" }, drawn);
  versions.style.setProperty("--rows", Math.max(...drawn.map((article) => article.childElementCount)));
  const claims = drawClaims(order, pages);
  main.replaceChildren(jumps(order, claims), versions, claims ?? "");
}

function jumps(order, claims) {
  const targets = order.map((language) => [`version-${language}`, words[language].name, language]);
  if (claims) targets.push(["claims", claims.querySelector("h2").textContent, null]);
  return h("nav", { class: "jump", "aria-label": words[order[0]].versions }, targets.map(([id, text, lang]) => h("a", { href: `#${id}`, lang }, text)));
}

/** Whether the blocks stand in pairs: a translation keeps the ids of the blocks that it translates. */
function areParallel(pages) {
  const [one, other] = pages.map((page) => page?.body?.map(({ id, blockType }) => `${id} ${blockType}`).join());
  return one !== undefined && one === other;
}

function version(pages, index, language) {
  const page = pages[index];
  const head = [
    h("p", { class: "language" }, words[language].name, statusOf(page, pages) && ` · ${words[language].status[statusOf(page, pages)]}`),
    breadcrumb(page, language),
    h("h1", {}, page.title),
    h("p", { class: "intro" }, page.intro),
    otherVersion(page, language),
  ];
  const body = page.body?.map((block) => drawBlock(block, language, plugins)) ?? [
    h("p", { class: "unknown" }, words[language].unknownPage(page.__typename)),
  ];
  const more = page.details && plugins[page.__typename].draw(page.details, language);
  return h("article", { lang: language, id: `version-${language}` }, head, body, more);
}

/** Returns how far the page can be trusted. Each page says it of the others, not of itself. */
function statusOf(page, pages) {
  const others = pages.filter((other) => other && other !== page);
  return others.flatMap((other) => other.translations).find(({ locale }) => locale === page.locale)?.status;
}

function breadcrumb(page, language) {
  const above = page.ancestors.map(({ title, path }) => h("li", {}, h("a", { href: addressOf(path) }, title)));
  return above.length > 0 ? h("nav", { class: "breadcrumb", "aria-label": words[language].breadcrumb }, h("ol", {}, above)) : h("div");
}

function otherVersion(page, language) {
  const links = page.translations
    .filter(({ path }) => path)
    .map(({ locale, title, path }) => h("a", { href: addressOf(path), hreflang: tagOf(locale), lang: tagOf(locale) }, title));
  return h("p", { class: "other" }, links.length > 0 && [`${words[language].otherVersion}: `, links]);
}

function absence(language) {
  return h(
    "article",
    { lang: language, id: `version-${language}` },
    h("p", { class: "language" }, words[language].name),
    h("p", { class: "state" }, words[language].noVersion),
    h("p", {}, h("a", { href: addressOf(homeOf(language)) }, words[language].home)),
  );
}

/** Says in both languages why there is no page to show. */
function tell(state, detail, shown = h("code", {}, detail)) {
  const sections = languages.map((language) => {
    const [title, text] = words[language].states[state];
    const home = h("p", {}, h("a", { href: addressOf(homeOf(language)) }, words[language].home));
    return h("section", { lang: language, class: "state" }, h("h1", {}, title), h("p", {}, text), h("p", {}, shown.cloneNode(true)), home);
  });
  document.title = words[document.documentElement.lang].states[state][0];
  main.replaceChildren(h("div", { class: "pair", role: "alert" }, sections));
}

/* Languages and paths. */

function preferred() {
  return navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => languages.includes(tag)) ?? languages[0];
}

function languageOf(path) {
  return languages.find((language) => path.startsWith(`/${language}/`));
}

function homeOf(language) {
  return `/${language}/`;
}

function localeOf(language) {
  return language.toUpperCase();
}
