/**
 * Rebuilds vendor/ from the npm registry: `node vendor.mjs` in this directory. The README says what it takes and why.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PACKAGES = ["graphiql@4.1.2", "graphql@16.11.0", "react@18.3.1", "react-dom@18.3.1"];
// Inside GraphiQL's bundle, but no longer installed with it: wanted for their licence texts alone.
const BUNDLED_ONLY = ["@radix-ui/react-use-escape-keydown@1.1.0", "@react-aria/utils@3.28.2", "graphql-ws@5.16.2"];
const LICENCE_FILE = /^(licen[cs]e|notice|copying)/i;

const target = join(import.meta.dirname, "vendor");
const workplace = mkdtempSync(join(tmpdir(), "graphiql-"));
const modules = join(workplace, "node_modules");

writeFileSync(join(workplace, "package.json"), "{}");
execFileSync("npm", ["install", "--ignore-scripts", "--silent", ...PACKAGES, ...BUNDLED_ONLY], { cwd: workplace });
vendor("react/umd/react.production.min.js");
vendor("react-dom/umd/react-dom.production.min.js");
// Django's manifest storage refuses a source map comment whose file is missing.
vendor("graphiql/graphiql.min.js", (text) => text.replace(/^\/\/# sourceMappingURL=.*\n/m, ""));
vendor("graphiql/graphiql.min.css", (text) => text.replace(/@font-face\s*\{.*?\}\s*/gs, ""));
writeFileSync(join(target, "LICENCES.txt"), licences());
rmSync(workplace, { recursive: true });

function vendor(path, change = (text) => text) {
  const text = readFileSync(join(modules, path), "utf8");
  writeFileSync(join(target, path.split("/").at(-1)), change(text));
}

/** The licence of every package inside the bundle, each text once, below the names of the packages it is for. */
function licences() {
  const holders = new Map();
  for (const name of bundledPackages()) {
    const text = licenceOf(name);
    holders.set(text, [...(holders.get(text) ?? []), name]);
  }
  const sections = [...holders].map(([text, names]) => `${names.join(", ")}\n\n${text}\n`);
  return sections.join(`\n${"-".repeat(80)}\n\n`);
}

/** Names of the packages whose sources GraphiQL's source map lists, and of React's, in alphabetical order. */
function bundledPackages() {
  const { sources } = JSON.parse(readFileSync(join(modules, "graphiql/graphiql.min.js.map"), "utf8"));
  const names = sources.map((source) => source.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? "graphiql");
  return [...new Set([...names, "react", "react-dom"])].sort();
}

/** The package's licence file, or what its package.json declares when it has none. */
function licenceOf(name) {
  const directory = join(modules, name);
  const file = readdirSync(directory).find((entry) => LICENCE_FILE.test(entry));
  if (file) return readFileSync(join(directory, file), "utf8").trim();

  const { license, author } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  return `Declared in package.json: ${license}${author ? `, ${author.name ?? author}` : ""}.`;
}
