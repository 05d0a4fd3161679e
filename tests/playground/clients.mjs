// Runs the page's snippets as they are pasted. Of the clients that are not installed here, what they send is sent by a stand-in.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { ADMIN, OUTPUT, SERVER } from "./stage.mjs";

const ROOT = new URL("../../", import.meta.url).pathname;
const environment = { env: { ...process.env, KEY: ADMIN }, encoding: "utf8" };

/** A snippet's body with its imports given, and what it leaves in a variable. */
function evaluated(code, given, answer) {
  const body = code.replace(/^import .*$/gm, "");
  const run = new Function("key", ...Object.keys(given), `return (async () => { ${body}\nreturn ${answer}; })();`);
  return run(ADMIN, ...Object.values(given));
}

async function posted(url, headers, query, variables) {
  const response = await fetch(url, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return { data };
}

const gql = (parts) => parts[0];

class HttpLink {
  constructor({ uri, headers }) {
    Object.assign(this, { uri, headers });
  }
}
class InMemoryCache {}
class ApolloClient {
  constructor({ link }) {
    this.link = link;
  }
  query = ({ query, variables }) => posted(this.link.uri, this.link.headers, query, variables);
}
class Client {
  constructor({ url, fetchOptions }) {
    Object.assign(this, { url, headers: fetchOptions.headers });
  }
  query = (query, variables) => ({ toPromise: () => posted(this.url, this.headers, query, variables) });
}

/** Writes parameters as postgrest-js documents its calls. */
class PostgrestClient {
  constructor(url, { headers }) {
    Object.assign(this, { url, headers });
  }
  from = (table) => new PostgrestQuery(`${this.url}/${table}`, this.headers);
}
class PostgrestQuery {
  constructor(url, headers) {
    Object.assign(this, { url: new URL(url), headers });
    for (const operator of ["eq", "neq", "gt", "gte", "lt", "lte"]) this[operator] = (name, value) => this.filter(name, operator, value);
  }
  with(name, value) {
    this.url.searchParams.append(name, value);
    return this;
  }
  select = (columns) => this.with("select", columns);
  filter = (name, operator, value) => this.with(name, `${operator}.${value}`);
  is = (name, value) => this.filter(name, "is", value);
  not = (name, operator, value) => this.with(name, `not.${operator}.${value}`);
  in = (name, values) => this.filter(name, "in", `(${values.map((value) => (/[,()]/.test(value) ? `"${value}"` : value)).join(",")})`);
  contains = (name, values) => this.filter(name, "cs", `{${values.join(",")}}`);
  or = (conditions) => this.with("or", `(${conditions})`);
  limit = (count) => this.with("limit", count);
  order(name, { ascending }) {
    const before = this.url.searchParams.get("order");
    this.url.searchParams.set("order", `${before ? `${before},` : ""}${name}.${ascending ? "asc" : "desc"}`);
    return this;
  }
  // biome-ignore lint/suspicious/noThenProperty: a query is sent once it is awaited
  async then(resolve, reject) {
    const response = await fetch(this.url, { headers: this.headers });
    const answer = await response.json();
    if (response.ok) resolve({ data: answer });
    else reject(new Error(answer.detail));
  }
}

/** The tenant's own client, compiled as a project would. */
async function ownClient(tenant) {
  const folder = `${OUTPUT}sdk-${tenant}/`;
  mkdirSync(folder, { recursive: true });
  const answer = await fetch(`${SERVER}/t/${tenant}/sdk/typescript`, { headers: { authorization: `Bearer ${ADMIN}` } });
  writeFileSync(`${folder}api.ts`, await answer.text());
  execFileSync(`${ROOT}node_modules/.bin/esbuild`, [`${folder}api.ts`, "--format=esm", "--log-level=error", `--outfile=${folder}api.mjs`]);
  const client = await import(`file://${folder}api.mjs`);
  rmSync(folder, { recursive: true });
  return client;
}

/** What runs the snippet of a tab, and answers the rows that it read. */
export async function runners(tenant) {
  const { createClient } = await ownClient(tenant);
  const nodes = ({ data }) => Object.values(data)[0].nodes;
  return {
    curl: (code) => JSON.parse(execFileSync("bash", ["-c", code], environment)),
    fetch: (code) => evaluated(code, {}, "rows"),
    "TypeScript SDK": (code) => evaluated(code, { createClient }, "rows"),
    Apollo: async (code) => nodes(await evaluated(code, { ApolloClient, HttpLink, InMemoryCache, gql }, "{ data }")),
    urql: async (code) => nodes(await evaluated(code, { Client, cacheExchange: {}, fetchExchange: {}, gql }, "{ data }")),
    "postgrest-js": (code) => evaluated(code, { PostgrestClient }, "data"),
    Python: (code) => JSON.parse(execFileSync("python3", ["-c", `${code}\nprint(json.dumps(rows))`], environment)),
  };
}
