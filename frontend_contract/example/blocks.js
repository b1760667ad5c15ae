/**
 * How each block is drawn. A block that is not listed is drawn as a notice, never as a gap:
 * the server may learn new blocks before this page does.
 */

import { tagOf, words } from "./words.js";

const drawings = {
  HeadingBlock: (block) => h(`h${block.level}`, {}, block.text),
  TextBlock: (block, language) => h("div", { class: "text" }, richText(block.richText.json.children, language)),
  QuoteBlock: (block) =>
    h("figure", { class: "quote" }, h("blockquote", {}, h("p", {}, block.text)), caption(block.attribution)),
  ImageBlock: (block) => block.image && h("figure", {}, picture(block.image), caption(block.caption)),
  DocumentListBlock: (block, language) =>
    titledList(block, block.documents.map((document) => documentEntry(document, language))),
  LinkListBlock: (block, language) => titledList(block, block.links.map((link) => drawLink(link, language))),
  CallToActionBlock: (block, language) =>
    h("p", { class: "call" }, block.text !== block.link.text && `${block.text} `, drawLink(block.link, language)),
  TableBlock: table,
  EmbedBlock: (block, language) =>
    h("p", { class: "embed" }, h("a", { href: block.url, rel: "external" }, block.title), ` (${words[language].elsewhere})`),
};

/** Returns the drawn block, whatever it is. A block of a plugin is known once its `details` have been asked for. */
export function drawBlock(block, language, plugins) {
  const ofPlugin = block.details && ((_, reader) => plugins[block.blockType].draw(block.details, reader));
  const draw = drawings[block.__typename] ?? ofPlugin ?? unknown;
  const drawn = draw(block, language) || h("div", { hidden: true });
  drawn.id = `${language}-${block.anchor}`;
  return drawn;
}

function unknown(block, language) {
  return h("p", { class: "unknown" }, words[language].unknownBlock(block.blockType));
}

/** Returns an element. Attributes that are null or false are left out, and so are such children. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.flat(2).filter((child) => child || child === 0));
  return element;
}

/** Returns the address of a path of the site within this example. */
export function addressOf(path) {
  return `?path=${encodeURI(path)}`;
}

/** Returns a link of the schema, or its words alone when what it leads to is not public. */
export function drawLink(link, language) {
  if (link.isAvailable === false) return h("span", { class: "unavailable" }, `${link.text} ${words[language].unavailable}`);
  if (link.path) {
    const foreign = tagOf(link.locale) !== language && tagOf(link.locale);
    return h("a", { href: addressOf(link.path), hreflang: foreign }, link.text);
  }
  if (link.url) return h("a", { href: link.url, rel: "external" }, link.text);
  const { document, isFallback } = link.document.bestFor;
  return h("span", {}, h("a", { href: document.url, hreflang: isFallback && tagOf(document.locale) }, link.text), notice(link.document));
}

/** Returns a document with its file’s language, format and size, and what its reader must be told. */
function documentEntry(entry, language) {
  const { document, isFallback } = entry.bestFor;
  const foreign = isFallback && tagOf(document.locale);
  const others = entry.availableIn.filter((edition) => edition.url !== document.url && edition.locale);
  return h(
    "span",
    { class: "document" },
    h("a", { href: document.url, lang: foreign, hreflang: foreign }, entry.title),
    " ",
    h("span", { class: "meta file" }, `${formatOf(document)}, ${sizeOf(document, language)}`),
    notice(entry),
    others.length > 0 && h("span", { class: "meta editions" }, `${words[language].alsoIn} `, others.map(editionLink)),
  );
}

function editionLink({ locale, title, url }) {
  const tag = tagOf(locale);
  return h("a", { href: url, lang: tag, hreflang: tag, title }, words[tag]?.name ?? tag);
}

function notice(entry) {
  return entry.notice && h("strong", { class: "notice" }, entry.notice);
}

function formatOf(document) {
  return new URL(document.url).pathname.split(".").pop().toUpperCase();
}

function sizeOf({ size }, language) {
  const kilobytes = Math.max(1, Math.round(size / 1000));
  return new Intl.NumberFormat(language, { style: "unit", unit: "kilobyte" }).format(kilobytes);
}

function picture(image) {
  const { url, width, height, srcSet } = image.rendition;
  const sizes = `(min-width: ${width}px) ${width}px, 100vw`;
  return h("img", { src: url, srcset: srcSet, sizes, alt: image.alt, width, height, loading: "lazy" });
}

function caption(text) {
  return text && h("figcaption", {}, text);
}

export function titledList({ title }, entries) {
  return h(
    "div",
    { class: "list" },
    title && h("p", { class: "list-title" }, title),
    h("ul", { "aria-label": title || false }, entries.map((entry) => h("li", {}, entry))),
  );
}

function table(block) {
  const heads = block.header.map((text) => h("th", { scope: "col" }, text));
  const rows = block.rows.map((cells) =>
    h("tr", {}, cells.map((text, index) => (block.firstColumnIsHeader && index === 0 ? h("th", { scope: "row" }, text) : h("td", {}, text)))),
  );
  const drawn = h("table", {}, h("caption", {}, block.caption), h("thead", {}, h("tr", {}, heads)), h("tbody", {}, rows));
  return h("div", { class: "wide", tabindex: 0, role: "group", "aria-label": block.caption }, drawn);
}

const nodes = { paragraph: "p", bulletList: "ul", orderedList: "ol", listItem: "li", quote: "blockquote", lineBreak: "br" };
const marks = { bold: "strong", italic: "em", subscript: "sub", superscript: "sup" };

/** Returns the nodes of a rich text tree. A node of an unknown type is replaced by what is in it. */
function richText(tree, language) {
  return tree.map((node) => {
    if (node.type === "text") return marked(node.text, node.marks ?? []);
    const children = richText(node.children ?? [], language);
    if (node.type === "heading") return h(`h${node.level}`, {}, children);
    if (node.type === "link") return textLink(node, children);
    return nodes[node.type] ? h(nodes[node.type], {}, children) : children;
  });
}

function textLink({ href, hreflang }, children) {
  const isOurs = href?.startsWith("/");
  return h("a", { href: isOurs ? addressOf(href) : href, hreflang, rel: !isOurs && "external" }, children);
}

function marked(text, names) {
  return names.reduceRight((inner, name) => (marks[name] ? h(marks[name], {}, inner) : inner), text);
}
