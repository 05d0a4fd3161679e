// urql with Graphcache, which knows the schema by what introspection answers.
import assert from "node:assert/strict";
import { Client, fetchExchange, gql } from "@urql/core";
import { type Data, cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { minifyIntrospectionQuery } from "@urql/introspection";
import { type IntrospectionQuery, getIntrospectionQuery } from "graphql";

const [url, key] = process.argv.slice(2) as [string, string];
const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
const answer = await fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query: getIntrospectionQuery() }) });
const introspected = (await answer.json()) as { data: IntrospectionQuery };

const warnings: string[] = [];
const nodeId = (data: Data): string | null => (typeof data["nodeId"] === "string" ? data["nodeId"] : null);
const names = introspected.data.__schema.types.flatMap((type) => (type.kind === "OBJECT" && !type.name.startsWith("__") ? [type.name] : []));
const client = new Client({
  url: `${url}/graphql`,
  preferGetMethod: false,
  fetchOptions: { headers: { Authorization: `Bearer ${key}` } },
  exchanges: [
    cacheExchange({
      schema: minifyIntrospectionQuery(introspected.data),
      keys: Object.fromEntries(names.map((name) => [name, nodeId])),
      resolvers: { Query: { authorCollection: relayPagination() } },
      updates: { Mutation: { insertIntoAuthorCollection: (_result, _args, cache) => cache.invalidate("Query", "authorCollection") } },
      logger: (severity, message) => {
        if (severity !== "debug") warnings.push(message);
      },
    }),
    fetchExchange,
  ],
});

type Authors = { authorCollection: { edges: { node: { nodeId: string; name: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } };
const AUTHORS = gql<Authors, { first: number; after?: string | null; filter?: object }>`
  query Authors($first: Int!, $after: Cursor, $filter: AuthorFilter) {
    authorCollection(first: $first, after: $after, filter: $filter, orderBy: [{ id: AscNullsLast }]) {
      edges {
        node {
          nodeId
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const first = await client.query(AUTHORS, { first: 2 });
assert.equal(first.error, undefined, String(first.error));
assert.equal(first.data?.authorCollection.edges.length, 2);
const second = await client.query(AUTHORS, { first: 2, after: first.data!.authorCollection.pageInfo.endCursor });
assert.deepEqual(second.data?.authorCollection.edges.map((edge) => edge.node.name), ["Ursula", "Stanislaw", "Octavia"]);
const from = await client.query(AUTHORS, { first: 2, filter: { country: { eq: "PL" } } });
assert.deepEqual(from.data?.authorCollection.edges.map((edge) => edge.node.name), ["Stanislaw"]);

const id = second.data!.authorCollection.edges[2]!.node.nodeId;
const NODE = gql<{ node: { __typename: string; name?: string } | null }, { id: string }>`
  query Node($id: ID!) {
    node(nodeId: $id) {
      nodeId
      ... on Author {
        name
        bookCollection {
          nodes {
            nodeId
            title
          }
        }
      }
    }
  }
`;
assert.equal((await client.query(NODE, { id })).data?.node?.name, "Octavia");

type Renamed = { updateAuthorCollection: { records: { nodeId: string; name: string }[] } };
const RENAME = gql<Renamed, { id: number; name: string }>`
  mutation Rename($id: Int!, $name: String!) {
    updateAuthorCollection(filter: { id: { eq: $id } }, set: { name: $name }) {
      records {
        nodeId
        name
      }
    }
  }
`;
assert.equal((await client.mutation(RENAME, { id: 3, name: "O. Butler" })).error, undefined);
const cached = client.readQuery(AUTHORS, { first: 2 });
assert.equal(cached?.data?.authorCollection.edges[2]?.node.name, "O. Butler");

const ADD = gql<{ insertIntoAuthorCollection: { affectedCount: number } }, { objects: object[] }>`
  mutation Add($objects: [AuthorInsertInput!]!) {
    insertIntoAuthorCollection(objects: $objects) {
      affectedCount
    }
  }
`;
assert.equal((await client.mutation(ADD, { objects: [{ id: 9, name: "Joanna" }] })).data?.insertIntoAuthorCollection.affectedCount, 1);
const refused = await client.mutation(ADD, { objects: [{ id: 9, name: "Joanna" }] });
assert.equal(refused.error?.graphQLErrors[0]?.extensions["code"], "unique_violation");
const REMOVE = gql<{ deleteFromAuthorCollection: { affectedCount: number } }>`
  mutation {
    deleteFromAuthorCollection(filter: { id: { eq: 9 } }) {
      affectedCount
    }
  }
`;
assert.equal((await client.mutation(REMOVE, {})).data?.deleteFromAuthorCollection.affectedCount, 1);
assert.deepEqual(warnings, []);
