// node audits.mjs URL: prints what each audit of GraphQL over HTTP says, as JSON: {"<level and rule>": "ok" or why not}.
import { serverAudits } from "graphql-http";

const [url] = process.argv.slice(2);
const found = {};
for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const result = await audit.fn();
  found[`${audit.id} ${audit.name}`] = result.status === "ok" ? "ok" : `${result.status}: ${result.reason}`;
}
console.log(JSON.stringify(found));
