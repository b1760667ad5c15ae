// node clients.mjs URL HASH: what released clients make of the endpoint, as JSON: {"<check>": "ok" or what failed}.
// HASH is the SHA-256 of a registered document with the variable $locale.
import { createHash } from "node:crypto";
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { BatchHttpLink } from "@apollo/client/link/batch-http";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { Client, fetchExchange } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";
import { GraphQLClient } from "graphql-request";
import relay from "relay-runtime";

const [url, hash] = process.argv.slice(2);
const SITE = "query SiteName { site(locale: TR) { hostname } }";
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const found = {};
let methods = [];

const spy = (address, options = {}) => {
  methods.push(options.method ?? "GET");
  return fetch(address, options);
};
const http = (options = {}) => new HttpLink({ uri: url, fetch: spy, ...options });
const apollo = (...links) => new ApolloClient({ link: ApolloLink.from(links), cache: new InMemoryCache() });
const urql = (options, ...exchanges) =>
  new Client({ url, fetch: spy, exchanges: [...exchanges, fetchExchange], ...options });
const post = (contentType, body) => fetch(url, { method: "POST", headers: { "content-type": contentType }, body });

function expect(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

async function check(name, act) {
  methods = [];
  try {
    await act();
    found[name] = "ok";
  } catch (error) {
    found[name] = `${error.name}: ${error.message}`;
  }
}

async function apolloAsks(sent, ...links) {
  const { data } = await apollo(...links).query({ query: gql(SITE) });
  expect(typeof data.site.hostname === "string", `data is ${JSON.stringify(data)}`);
  expect(methods.join() === sent, `sent ${methods}`);
}

async function urqlAsks(sent, client) {
  const { data, error } = await client.query(SITE, {}).toPromise();
  if (error) throw error;
  expect(typeof data.site.hostname === "string", `data is ${JSON.stringify(data)}`);
  expect(methods.join() === sent, `sent ${methods}`);
}

await check("Apollo Client", () => apolloAsks("POST", http()));
await check("Apollo Client by GET", () => apolloAsks("GET", http({ useGETForQueries: true })));
await check("Apollo Client reads errors", async () => {
  const error = await apollo(http()).query({ query: gql("{ nope }") }).catch((reason) => reason);
  expect(CombinedGraphQLErrors.is(error), `was ${error?.name}`);
  expect(error.errors[0].extensions.code === "GRAPHQL_VALIDATION_FAILED", JSON.stringify(error.errors));
});
await check("Apollo Client sends a hash first", () => apolloAsks("POST,POST", new PersistedQueryLink({ sha256 }), http()));
await check("Apollo Client sends a hash first, by GET", () =>
  apolloAsks("GET,POST", new PersistedQueryLink({ sha256, useGETForHashedQueries: true }), http()));
await check("Apollo Client’s batches are refused", async () => {
  const client = apollo(new BatchHttpLink({ uri: url, fetch: spy, batchInterval: 5 }));
  const asked = [SITE, "query Other { site(locale: EN) { hostname } }"].map((query) => client.query({ query: gql(query) }));
  const results = await Promise.allSettled(asked);
  expect(results.every(({ status }) => status === "rejected"), JSON.stringify(results));
});
await check("urql", () => urqlAsks("POST", urql({ preferGetMethod: false })));
await check("urql by GET", () => urqlAsks("GET", urql({ preferGetMethod: "force" })));
await check("urql sends a hash first", () =>
  urqlAsks("GET,GET", urql({ preferGetMethod: false }, persistedExchange({ preferGetForPersistedQueries: true, generateHash: async (query) => sha256(query) }))));
await check("graphql-request", async () => {
  const data = await new GraphQLClient(url, { fetch: spy }).request(SITE);
  expect(typeof data.site.hostname === "string", JSON.stringify(data));
});

const selection = [
  {
    kind: "LinkedField", name: "site", alias: null, concreteType: "Site", plural: false,
    args: [{ kind: "Literal", name: "locale", value: "TR" }], storageKey: 'site(locale:"TR")',
    selections: [{ kind: "ScalarField", name: "hostname", alias: null, args: null, storageKey: null }],
  },
];
const compiled = {
  kind: "Request",
  fragment: { kind: "Fragment", name: "SiteName", type: "Query", argumentDefinitions: [], metadata: null, abstractKey: null, selections: selection },
  operation: { kind: "Operation", name: "SiteName", argumentDefinitions: [], selections: selection },
  params: { cacheID: "SiteName", id: null, metadata: {}, name: "SiteName", operationKind: "query", text: SITE },
};
await check("Relay", async () => {
  const ask = async ({ text, name }) => (await post("application/json", JSON.stringify({ query: text, operationName: name }))).json();
  const environment = new relay.Environment({ network: relay.Network.create(ask), store: new relay.Store(new relay.RecordSource()) });
  const data = await relay.fetchQuery(environment, compiled, {}).toPromise();
  expect(typeof data.site.hostname === "string", JSON.stringify(data));
});

await check("documentId by GET", async () => {
  const parameters = new URLSearchParams({ documentId: `sha256:${hash}`, variables: '{"locale":"TR"}' });
  const answer = await (await fetch(`${url}?${parameters}`)).json();
  expect(answer.data, JSON.stringify(answer));
});
for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
  await check(`${type} is refused`, async () => {
    const { status } = await post(type, JSON.stringify({ query: "{ __typename }" }));
    expect(status === 415, `status ${status}`);
  });
}
await check("an anonymous GET can be cached", async () => {
  const { headers } = await fetch(`${url}?query={__typename}`);
  expect(!headers.has("set-cookie") && !/cookie/i.test(headers.get("vary")), JSON.stringify([...headers]));
  expect(headers.get("cache-control").startsWith("public") && headers.has("etag"), JSON.stringify([...headers]));
});
console.log(JSON.stringify(found));
