// What to paste into a program for a request.
import { type AtHand, restPath, type Sent } from "../api/at-hand";
import type { Table } from "../api/model";
import { argumentsOf, literal, type ViewArguments } from "./arguments";
import { isMutation, single } from "./document";
import type { Names } from "./names";
import { postgrest } from "./postgrest";

export type Target = "curl" | "fetch" | "sdk" | "apollo" | "urql" | "postgrest" | "python";

export const TARGETS: { id: Target; label: string; language: "shell" | "typescript" | "python" }[] = [
  { id: "curl", label: "curl", language: "shell" },
  { id: "fetch", label: "fetch", language: "typescript" },
  { id: "sdk", label: "TypeScript SDK", language: "typescript" },
  { id: "apollo", label: "Apollo", language: "typescript" },
  { id: "urql", label: "urql", language: "typescript" },
  { id: "postgrest", label: "postgrest-js", language: "typescript" },
  { id: "python", label: "Python", language: "python" },
];

type Graphql = Extract<AtHand, { protocol: "graphql" }>;

export interface Place {
  /** The tenant's address, such as `http://127.0.0.1:8787/t/shop`. */
  url: string;
  /** The table of a view. */
  table?: Table;
  names: Names;
}

const json = (value: unknown) => JSON.stringify(value);
const nothing = "// The API has no such table any more: look at another, or write a query.\n";
const shell = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const template = (text: string) => `\`${text.replace(/[\\`]|\$\{/g, "\\$&").trim()}\``;
const indented = (text: string) => text.replaceAll("\n", "\n  ");

function variablesOf(request: Graphql): unknown {
  try {
    return request.variables?.trim() ? JSON.parse(request.variables) : undefined;
  } catch {
    return undefined;
  }
}

/** The text for a target, or why there is none. */
export function snippet(target: Target, asked: AtHand, place: Place): string {
  const request = asked.protocol === "graphql" ? { ...asked, query: single(asked.query, asked.operationName) } : asked;
  if (target === "curl") return curl(request, place);
  if (target === "fetch") return fetching(request, place);
  if (target === "python") return python(request, place);
  if (request.protocol === "sent") return "// curl, fetch and Python send this request as it is.\n// For a client's own calls, look at a table on the page Data, or write a query.\n";
  if (target === "postgrest") return postgrest(request, place);
  const view = request.protocol === "rest" ? argumentsOf(request.view, place.names) : undefined;
  if (request.protocol === "rest" && view === undefined) return nothing;
  if (target === "sdk") return view ? sdkView(view, request, place) : sdkDocument(request as Graphql, place);
  const document = view ? { protocol: "graphql" as const, query: documentOf(view, request) } : (request as Graphql);
  return target === "apollo" ? apollo(document, place) : urql(document, place);
}

/** What is sent beside the key: nothing for a view. */
const sentBy = (request: Exclude<AtHand, Graphql>): Pick<Sent, "method" | "headers" | "body"> =>
  request.protocol === "sent" ? request : { method: "GET", headers: {} };

function curl(request: AtHand, { url }: Place): string {
  const key = `-H "Authorization: Bearer $KEY"`;
  if (request.protocol === "graphql") {
    const body = json({ query: request.query.trim(), variables: variablesOf(request) });
    return `curl -s ${shell(`${url}/graphql`)} \\\n  ${key} -H 'Content-Type: application/json' \\\n  -d ${shell(body)}\n`;
  }
  const { method, headers, body } = sentBy(request);
  const others = Object.entries(headers).map(([name, value]) => ` -H ${shell(`${name}: ${value}`)}`);
  const verb = method === "GET" ? "" : `-X ${method} `;
  return `curl -s ${verb}${shell(url + restPath(request))} \\\n  ${key}${others.join("")}${body === undefined ? "" : ` \\\n  --data-raw ${shell(body)}`}\n`;
}

function fetching(request: AtHand, { url }: Place): string {
  if (request.protocol !== "graphql") {
    const { method, headers, body } = sentBy(request);
    const others = Object.entries(headers).map(([name, value]) => `, ${json(name)}: ${json(value)}`);
    return `const response = await fetch(${json(url + restPath(request))}, {
${method === "GET" ? "" : `  method: ${json(method)},\n`}  headers: { Authorization: \`Bearer \${key}\`${others.join("")} },
${body === undefined ? "" : `  body: ${json(body)},\n`}});
if (!response.ok) throw new Error((await response.json()).detail);
const rows = await response.${method === "GET" ? "json()" : "text()"};
`;
  }
  return `const response = await fetch(${json(`${url}/graphql`)}, {
  method: "POST",
  headers: { Authorization: \`Bearer \${key}\`, "Content-Type": "application/json" },
  body: JSON.stringify({
    query: ${indented(template(request.query))},
    variables: ${json(variablesOf(request) ?? {})},
  }),
});
const { data, errors } = await response.json();
if (errors) throw new Error(errors[0].message);
`;
}

const client = ({ url }: Place) => `// curl -s "${url}/sdk/typescript" -H "Authorization: Bearer $KEY" -o api.ts
import { createClient } from "./api.ts";

const db = createClient({ url: ${json(url)}, key });
`;

function sdkDocument(request: Graphql, place: Place): string {
  return `${client(place)}const data = await db.$graphql(${template(request.query)}, ${json(variablesOf(request) ?? {})});\n`;
}

const limitOf = (request: AtHand) => (request.protocol === "rest" ? request.limit : 20);

function sdkView({ table, filter, orderBy }: ViewArguments, request: AtHand, place: Place): string {
  const lines = [
    filter ? `  filter: ${literal(filter, json)},\n` : "",
    orderBy.length > 0 ? `  orderBy: ${literal(orderBy, json)},\n` : "",
    `  limit: ${limitOf(request)},\n`,
  ];
  return `${client(place)}const rows = await db.${table.client}.findMany({\n${lines.join("")}});\n`;
}

/** The members of the schema's enumeration that order as REST and the SDK do. */
const DIRECTIONS = { asc: "AscNullsLast", desc: "DescNullsFirst" };

/** A view as a document: what reads it by GraphQL. */
function documentOf({ table, fields, filter, orderBy }: ViewArguments, request: AtHand): string {
  const terms = orderBy.map((term) => Object.entries(term).map(([name, direction]) => `{ ${name}: ${DIRECTIONS[direction]} }`)[0]);
  const args = [
    `first: ${limitOf(request)}`,
    filter ? `filter: ${literal(filter, (name) => name)}` : "",
    terms.length > 0 ? `orderBy: [${terms.join(", ")}]` : "",
  ].filter(Boolean);
  return `{\n  ${table.collection}(${args.join(", ")}) {\n    nodes {\n      ${fields.join("\n      ")}\n    }\n  }\n}`;
}

function apollo(request: Graphql, { url }: Place): string {
  const mutates = isMutation(request.query);
  return `import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";

const client = new ApolloClient({
  link: new HttpLink({ uri: ${json(`${url}/graphql`)}, headers: { Authorization: \`Bearer \${key}\` } }),
  cache: new InMemoryCache(),
});
const { data } = await client.${mutates ? "mutate" : "query"}({
  ${mutates ? "mutation" : "query"}: gql${indented(template(request.query))},
  variables: ${json(variablesOf(request) ?? {})},
});
`;
}

function urql(request: Graphql, { url }: Place): string {
  const mutates = isMutation(request.query);
  return `import { Client, cacheExchange, fetchExchange, gql } from "@urql/core";

const client = new Client({
  url: ${json(`${url}/graphql`)},
  exchanges: [cacheExchange, fetchExchange],
  fetchOptions: { headers: { Authorization: \`Bearer \${key}\` } },
});
const { data, error } = await client
  .${mutates ? "mutation" : "query"}(gql${indented(template(request.query))}, ${json(variablesOf(request) ?? {})})
  .toPromise();
`;
}

function python(request: AtHand, { url }: Place): string {
  const head = "import json\nimport os\nfrom urllib.request import Request, urlopen\n\n";
  const key = `{"Authorization": f"Bearer {os.environ['KEY']}"`;
  if (request.protocol !== "graphql") {
    const { method, headers, body } = sentBy(request);
    const others = Object.entries(headers).map(([name, value]) => `, ${json(name)}: ${json(value)}`);
    const data = body === undefined ? "" : `    data=${json(body)}.encode(),\n`;
    return `${head}request = Request(
    ${json(url + restPath(request))},
${data}    headers=${key}${others.join("")}},
${method === "GET" ? "" : `    method=${json(method)},\n`})
with urlopen(request) as response:
    rows = ${method === "GET" ? "json.load(response)" : "response.read().decode()"}
`;
  }
  return `${head}query = """
${request.query.replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"').trim()}
"""
variables = json.loads(${json(json(variablesOf(request) ?? {}))})
request = Request(
    ${json(`${url}/graphql`)},
    data=json.dumps({"query": query, "variables": variables}).encode(),
    headers=${key}, "Content-Type": "application/json"},
)
with urlopen(request) as response:
    data = json.load(response)["data"]
`;
}
