/**
 * Starts GraphiQL on this page: asks our endpoint, opens the examples as tabs, answers the examples menu.
 * Its settings are in the page: data attributes of #graphiql and #message, and the JSON of #graphiql-examples.
 */

const { createElement, useEffect, useRef } = window.React;
const { useEditorContext } = window.GraphiQL.React;

const root = document.getElementById("graphiql");
const menu = document.getElementById("examples-menu");
const message = document.getElementById("message");
const examples = readExamples();

window.ReactDOM.createRoot(root).render(
  createElement(
    window.GraphiQL,
    {
      fetcher: ask,
      defaultTabs: examples.length > 0 ? examples : undefined,
      defaultQuery: "",
      defaultEditorToolsVisibility: "variables",
      isHeadersEditorEnabled: true,
      // A token typed into the header editor must not outlive the page.
      shouldPersistHeaders: false,
    },
    createElement(Bridge),
  ),
);

/** The examples of the page, with their variables as the text that GraphiQL's editor shows. */
function readExamples() {
  const listed = JSON.parse(document.getElementById("graphiql-examples").textContent);
  return listed.map(({ query, variables }) => ({ query, variables: asText(variables) }));
}

function asText(variables) {
  const isEmpty = !variables || Object.keys(variables).length === 0;
  return isEmpty ? "" : JSON.stringify(variables, null, 2);
}

/** Sends one request without cookies and returns the endpoint's answer, or what the page has to say instead. */
async function ask(request, { headers } = {}) {
  const response = await send(request, headers).catch((error) => error);
  if (response instanceof Error) return complaint("unreachable", response.message);

  const answer = await response.json().catch(() => null);
  if (answer === null) return complaint("unreadable", response.status);

  const isSchemaRefused = request.operationName === "IntrospectionQuery" && !answer.data;
  if (isSchemaRefused) return complaint("refused", answer.errors?.[0]?.message ?? response.status);

  message.textContent = "";
  return answer;
}

function send(request, headers) {
  return fetch(root.dataset.endpoint, {
    method: "POST",
    credentials: "omit",
    headers: {
      Accept: "application/graphql-response+json, application/json",
      "Content-Type": "application/json",
      ...headers,
    },
    body: JSON.stringify(request),
  });
}

/** Shows one of the page's own messages, in the page's language, and returns it as a GraphQL answer. */
function complaint(kind, reason) {
  message.textContent = message.dataset[kind].replace("{reason}", () => reason);
  return { errors: [{ message: message.textContent }] };
}

/** Draws nothing: joins the page to what only a component inside GraphiQL can reach, its tabs and its editors. */
function Bridge() {
  const editors = useEditorContext();
  useExamplesMenu(editors);
  useEditorLabels(editors);
  return null;
}

/** Opens the example chosen in the menu: in the tab that still holds it unchanged, or else in a new one. */
function useExamplesMenu({ addTab, changeTab, tabs, activeTabIndex, queryEditor, variableEditor }) {
  const awaited = useRef(tabs[activeTabIndex]);

  useEffect(() => {
    const open = (event) => {
      const button = event.target.closest("[data-example]");
      if (!button) return;
      const example = examples[Number(button.dataset.example)];
      const index = tabs.findIndex((tab) => isUnchanged(tab, example));
      if (index < 0) {
        awaited.current = example;
        addTab();
      } else {
        changeTab(index);
      }
      menu.hidePopover();
      queryEditor?.focus();
    };
    menu.addEventListener("click", open);
    return () => menu.removeEventListener("click", open);
  });

  // A new tab begins empty, and GraphiQL leaves the first tab's variables out: both are filled here.
  useEffect(() => {
    if (!awaited.current || !queryEditor || !variableEditor) return;
    queryEditor.setValue(awaited.current.query ?? "");
    variableEditor.setValue(awaited.current.variables ?? "");
    awaited.current = null;
  }, [tabs.length, queryEditor, variableEditor]);
}

function isUnchanged(tab, example) {
  return tab.query === example.query && (tab.variables ?? "") === example.variables;
}

/** Names the editors for screen readers, in English like the rest of GraphiQL. */
function useEditorLabels({ queryEditor, variableEditor, headerEditor, responseEditor }) {
  useEffect(() => {
    queryEditor?.setOption("screenReaderLabel", "Query");
    variableEditor?.setOption("screenReaderLabel", "Variables");
    headerEditor?.setOption("screenReaderLabel", "Headers");
    responseEditor?.setOption("screenReaderLabel", "Response");
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
}
