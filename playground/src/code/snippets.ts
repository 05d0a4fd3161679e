// What to paste into a program for a request.
import { type AtHand, restPath } from "../api/at-hand";
import { camel } from "./names";

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

type Rest = Extract<AtHand, { protocol: "rest" }>;
type Graphql = Extract<AtHand, { protocol: "graphql" }>;

interface Place {
  /** The tenant's address, such as `http://127.0.0.1:8787/t/shop`. */
  url: string;
}

const json = (value: unknown) => JSON.stringify(value);
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
export function snippet(target: Target, request: AtHand, place: Place): string {
  switch (target) {
    case "curl":
      return curl(request, place);
    case "fetch":
      return fetching(request, place);
    case "sdk":
      return sdk(request, place);
    case "apollo":
      return apollo(asGraphql(request), place);
    case "urql":
      return urql(asGraphql(request), place);
    case "postgrest":
      return postgrest(request, place);
    case "python":
      return python(request, place);
  }
}

function curl(request: AtHand, { url }: Place): string {
  const key = `-H "Authorization: Bearer $KEY"`;
  if (request.protocol === "rest") return `curl -s ${shell(url + restPath(request))} \\\n  ${key}\n`;
  const body = json({ query: request.query.trim(), variables: variablesOf(request) });
  return `curl -s ${shell(`${url}/graphql`)} \\\n  ${key} -H 'Content-Type: application/json' \\\n  -d ${shell(body)}\n`;
}

function fetching(request: AtHand, { url }: Place): string {
  if (request.protocol === "rest") {
    return `const response = await fetch(${json(url + restPath(request))}, {
  headers: { Authorization: \`Bearer \${key}\` },
});
if (!response.ok) throw new Error((await response.json()).detail);
const rows = await response.json();
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

/** A condition of a view, taken apart. */
interface Condition {
  column: string;
  operator: string;
  value: unknown;
}

const scalar = (text: string): unknown => (/^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : text === "true" ? true : text === "false" ? false : text);

function conditionsOf(request: Rest): Condition[] {
  return request.params
    .filter(([name]) => !["select", "order", "limit", "offset"].includes(name))
    .map(([name, text]) => {
      const column = name.replace(/^"|"$/g, "");
      if (text === "is.null" || text === "not.is.null") return { column, operator: "is", value: text === "is.null" ? "NULL" : "NOT_NULL" };
      const at = text.indexOf(".");
      const [operator, value] = [text.slice(0, at), text.slice(at + 1)];
      if (operator === "in") {
        const values = value.slice(1, -1).split(",").map((part) => scalar(part.replace(/^"|"$/g, "")));
        return { column, operator, value: values };
      }
      return { column, operator, value: operator === "ilike" ? value : scalar(value) };
    });
}

const param = (request: Rest, name: string) => request.params.find(([other]) => other === name)?.[1];

const ordersOf = (request: Rest) =>
  (param(request, "order") ?? "").split(",").filter(Boolean).map((term) => {
    const [column = "", direction = "asc"] = term.replaceAll('"', "").split(".");
    return { column, direction };
  });

/** GraphQL's and the client's arguments for a view. */
function argumentsOf(request: Rest) {
  const filter = Object.fromEntries(
    conditionsOf(request).map(({ column, operator, value }) => [camel(column), operator === "is" ? { isNull: value === "NULL" } : { [operator]: value }]),
  );
  const orderBy = ordersOf(request).map(({ column, direction }) => ({ [camel(column)]: direction }));
  return { filter, orderBy, limit: Number(param(request, "limit") ?? 20) };
}

function sdk(request: AtHand, { url }: Place): string {
  const head = `// curl -s "${url}/sdk/typescript" -H "Authorization: Bearer $KEY" -o api.ts
import { createClient } from "./api.ts";

const db = createClient({ url: ${json(url)}, key });
`;
  if (request.protocol === "graphql") {
    return `${head}const data = await db.$graphql(${template(request.query)}, ${json(variablesOf(request) ?? {})});\n`;
  }
  const { filter, orderBy, limit } = argumentsOf(request);
  const lines = [
    Object.keys(filter).length > 0 ? `  filter: ${literal(filter)},\n` : "",
    orderBy.length > 0 ? `  orderBy: ${literal(orderBy)},\n` : "",
    `  limit: ${limit},\n`,
  ];
  return `${head}const rows = await db.${camel(request.table)}.findMany({\n${lines.join("")}});\n`;
}

/** A value as JavaScript writes it, with plain names. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.entries(value).map(([name, member]) => `${/^[A-Za-z_]\w*$/.test(name) ? name : json(name)}: ${literal(member)}`);
    return `{ ${members.join(", ")} }`;
  }
  return json(value);
}

/** A view as a document: what reads it by GraphQL. */
function asGraphql(request: AtHand): Graphql {
  if (request.protocol === "graphql") return request;
  const { filter, orderBy, limit } = argumentsOf(request);
  const orders = orderBy.map((term) => `{ ${Object.entries(term).map(([name, direction]) => `${name}: ${direction}`)[0]} }`);
  const args = [
    `first: ${limit}`,
    Object.keys(filter).length > 0 ? `filter: ${literal(filter)}` : "",
    orders.length > 0 ? `orderBy: [${orders.join(", ")}]` : "",
  ].filter(Boolean);
  const columns = (param(request, "select") ?? "").split(",").filter(Boolean).map((name) => camel(name.replaceAll('"', "")));
  const fields = columns.length > 0 ? columns.join("\n      ") : "__typename";
  return { protocol: "graphql", query: `{\n  ${camel(request.table)}Collection(${args.join(", ")}) {\n    nodes {\n      ${fields}\n    }\n  }\n}` };
}

function apollo(request: Graphql, { url }: Place): string {
  const isMutation = /^\s*mutation\b/m.test(request.query);
  return `import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";

const client = new ApolloClient({
  link: new HttpLink({ uri: ${json(`${url}/graphql`)}, headers: { Authorization: \`Bearer \${key}\` } }),
  cache: new InMemoryCache(),
});
const { data } = await client.${isMutation ? "mutate" : "query"}({
  ${isMutation ? "mutation" : "query"}: gql${indented(template(request.query))},
  variables: ${json(variablesOf(request) ?? {})},
});
`;
}

function urql(request: Graphql, { url }: Place): string {
  const isMutation = /^\s*mutation\b/m.test(request.query);
  return `import { Client, cacheExchange, fetchExchange, gql } from "@urql/core";

const client = new Client({
  url: ${json(`${url}/graphql`)},
  exchanges: [cacheExchange, fetchExchange],
  fetchOptions: { headers: { Authorization: \`Bearer \${key}\` } },
});
const { data, error } = await client
  .${isMutation ? "mutation" : "query"}(gql${indented(template(request.query))}, ${json(variablesOf(request) ?? {})})
  .toPromise();
`;
}

function postgrest(request: AtHand, { url }: Place): string {
  if (request.protocol === "graphql") {
    return "// postgrest-js speaks REST, and the request at hand is GraphQL.\n// Open a table on the page Data: its view is what this shows then.\n";
  }
  const calls = conditionsOf(request).map(({ column, operator, value }) => {
    if (operator === "is") return value === "NULL" ? `.is(${json(column)}, null)` : `.not(${json(column)}, "is", null)`;
    return `.${operator}(${json(column)}, ${json(value)})`;
  });
  for (const { column, direction } of ordersOf(request)) calls.push(`.order(${json(column)}, { ascending: ${direction === "asc"} })`);
  calls.push(`.limit(${Number(param(request, "limit") ?? 20)})`);
  const select = param(request, "select")?.replaceAll('"', "") ?? "*";
  return `import { PostgrestClient } from "@supabase/postgrest-js";

const db = new PostgrestClient(${json(`${url}/rest`)}, {
  headers: { Authorization: \`Bearer \${key}\` },
});
const { data, error } = await db
  .from(${json(request.table)})
  .select(${json(select)})
  ${calls.join("\n  ")};
`;
}

function python(request: AtHand, { url }: Place): string {
  const head = "import json\nimport os\nfrom urllib.request import Request, urlopen\n\n";
  const key = `{"Authorization": f"Bearer {os.environ['KEY']}"`;
  if (request.protocol === "rest") {
    return `${head}request = Request(
    ${json(url + restPath(request)).replaceAll("%22", "%22")},
    headers=${key}},
)
with urlopen(request) as response:
    rows = json.load(response)
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
