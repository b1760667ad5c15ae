/**
 * Blocks and pages of plugins, by block type or by the name of the page’s type: which of the contract’s operations
 * to ask with, and how the answer is drawn. Lists are asked for with the largest page there is. They are asked for only where a page has one, because a document
 * that names a type of a plugin that is switched off is refused as a whole.
 */

import { addressOf, h, titledList } from "./blocks.js";
import { tagOf, words } from "./words.js";

export const plugins = {
  networks_listing: { operation: "networks/NetworksBlocksAtPath", draw: listing },
  NetworksListingPage: { operation: "networks/NetworksListingPage", draw: listingPage },
  timelines_timeline: { operation: "timelines/TimelinesBlocksAtPath", draw: timeline },
  TimelinesTimelinePage: { operation: "timelines/TimelinesTimelinePage", draw: (page) => activities(page.activities.nodes) },
  ConsultationPage: { operation: "consultation/ConsultationPageAtPath", draw: consultation },
};

function listing({ title, organisations }, language) {
  return titledList({ title }, organisations.map((organisation) => entry(organisation, organisation.name, language)));
}

function listingPage({ entries }, language) {
  return titledList({}, entries.nodes.map(({ name, organisation }) => entry(organisation, name, language)));
}

function entry(organisation, name, language) {
  const { acronym, summary, website } = organisation;
  const foreign = tagOf(name.language) !== language && tagOf(name.language);
  const title = h("strong", { lang: foreign }, name.text);
  return h(
    "div",
    {},
    website && website.status !== "DEAD" ? h("a", { href: website.url, rel: "external" }, title) : title,
    acronym && acronym.text !== name.text && h("span", {}, ` (${acronym.text})`),
    name.notice && h("span", { class: "notice" }, name.notice),
    summary && h("p", { class: "summary" }, summary),
  );
}

function timeline({ title, timeline }, language) {
  return h(
    "div",
    {},
    title && h("p", { class: "list-title" }, title),
    timeline && activities(timeline.activities.nodes),
    timeline && h("p", { class: "meta" }, h("a", { href: addressOf(timeline.path) }, `${words[language].plugins.more}: ${timeline.title}`)),
  );
}

function activities(nodes) {
  return h("ol", { class: "timeline" }, nodes.map(activity));
}

function activity({ date, title, summary, page }) {
  return h(
    "li",
    {},
    h("p", { class: "date" }, date.label, date.asOf && ` (${date.asOf.label})`),
    h("p", {}, page ? h("a", { href: addressOf(page.path) }, title) : title),
    summary && h("p", { class: "summary" }, summary),
  );
}

function consultation({ state, currentRound, knownOnlyAs, howToRespond, draft }, language) {
  const said = words[language].plugins;
  const facts = [
    [said.state, state?.label],
    [said.deadline, currentRound?.closingText],
    [said.known, knownOnlyAs?.text],
    [said.respond, howToRespond],
    [said.draft, draft && draftEntry(draft.document, language)],
  ];
  return h(
    "dl",
    { class: "facts" },
    facts.filter(([, value]) => value).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
  );
}

function draftEntry({ title, notice, availableIn }, language) {
  const links = availableIn.map(({ locale, url }) => {
    const tag = tagOf(locale);
    const foreign = tag !== language && tag;
    return h("a", { href: url, hreflang: foreign, lang: foreign }, availableIn.length === 1 ? title : words[tag].name);
  });
  return h("span", {}, links.flatMap((link) => [link, " "]), notice && h("strong", { class: "notice" }, notice));
}
