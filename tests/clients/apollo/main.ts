// Apollo Client: automatic persisted documents, pages of connections merged in its cache, mutations that change it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { relayStylePagination } from "@apollo/client/utilities";
import { filter, firstValueFrom } from "rxjs";

const [url, key] = process.argv.slice(2) as [string, string];
const sent: { persisted: boolean; whole: boolean; method: string }[] = [];
const http = new HttpLink({
  uri: `${url}/graphql`,
  headers: { Authorization: `Bearer ${key}` },
  fetch: (to, options) => {
    const method = options?.method ?? "GET";
    const text = method === "GET" ? decodeURIComponent(String(to)) : String(options?.body);
    sent.push({ persisted: text.includes("sha256Hash"), whole: /"query"|[?&]query=/.test(text), method });
    return fetch(to, options);
  },
});
const persisted = new PersistedQueryLink({
  sha256: (text: string) => createHash("sha256").update(text).digest("hex"),
  useGETForHashedQueries: true,
});
const client = new ApolloClient({
  link: ApolloLink.from([persisted, http]),
  cache: new InMemoryCache({
    dataIdFromObject: (object) => (typeof object["nodeId"] === "string" ? object["nodeId"] : undefined),
    typePolicies: { Query: { fields: { authorCollection: relayStylePagination(["filter", "orderBy"]) } } },
  }),
});

const AUTHORS = gql`
  query Authors($first: Int!, $after: Cursor) {
    authorCollection(first: $first, after: $after, orderBy: [{ id: AscNullsLast }]) {
      edges {
        cursor
        node {
          nodeId
          name
          bookCollection(first: 5) {
            edges {
              node {
                nodeId
                title
              }
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
type Authors = {
  authorCollection: {
    edges: { cursor: string; node: { nodeId: string; name: string; bookCollection: { edges: { node: { nodeId: string; title: string } }[] } } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

const watched = client.watchQuery<Authors, { first: number; after?: string | null }>({ query: AUTHORS, variables: { first: 2 } });
const seen: number[] = [];
const watching = watched.subscribe(({ data }) => {
  const edges = (data as Authors | undefined)?.authorCollection?.edges;
  if (edges !== undefined) seen.push(edges.length);
});
const first = await firstValueFrom(watched.pipe(filter((result) => !result.loading)));
const page = (first.data as Authors).authorCollection;
assert.deepEqual(page.edges.map((edge) => edge.node.name), ["Ursula", "Stanislaw"]);
assert.equal(page.pageInfo.hasNextPage, true);
// The hash alone was not known, so that the document followed it; then the hash is enough.
assert.deepEqual(sent.map((request) => [request.persisted, request.whole]), [[true, false], [true, true]]);
await watched.fetchMore({ variables: { after: page.pageInfo.endCursor } });
const isWhole = (data: unknown): data is Authors => (data as Authors | undefined)?.authorCollection?.edges?.length === 3;
const merged = (await firstValueFrom(watched.pipe(filter((result) => isWhole(result.data))))).data as Authors;
assert.deepEqual(merged.authorCollection.edges.map((edge) => edge.node.name), ["Ursula", "Stanislaw", "Octavia"]);
assert.equal(merged.authorCollection.pageInfo.hasNextPage, false);
assert.deepEqual(sent[2], { persisted: true, whole: false, method: "GET" });
watching.unsubscribe();
assert.equal(seen.at(-1), 3);

const RENAME = gql`
  mutation Rename($id: Int!, $name: String!) {
    updateAuthorCollection(filter: { id: { eq: $id } }, set: { name: $name }) {
      records {
        nodeId
        name
      }
    }
  }
`;
await client.mutate({ mutation: RENAME, variables: { id: 3, name: "Octavia E. Butler" } });
const cached = client.readQuery<Authors>({ query: AUTHORS, variables: { first: 2 } });
assert.equal(cached?.authorCollection.edges[2]?.node.name, "Octavia E. Butler");

const node = await client.query<{ node: { __typename: string; nodeId: string } | null }>({
  query: gql`
    query Node($id: ID!) {
      node(nodeId: $id) {
        __typename
        nodeId
        ... on Author {
          country
        }
      }
    }
  `,
  variables: { id: page.edges[0]!.node.nodeId },
});
assert.equal(node.data?.node?.__typename, "Author");

const ADD = gql`
  mutation Add($objects: [BookInsertInput!]!) {
    insertIntoBookCollection(objects: $objects) {
      records {
        nodeId
        id
        title
      }
    }
  }
`;
type Added = { insertIntoBookCollection: { records: { nodeId: string; id: number }[] } };
const variables = { objects: [{ authorId: 3, title: "Kindred" }] };
const added = await client.mutate<Added>({ mutation: ADD, variables });
assert.equal(added.data?.insertIntoBookCollection.records.length, 1);
const refused: unknown = await client.mutate<Added>({ mutation: ADD, variables }).catch((error: unknown) => error);
assert(CombinedGraphQLErrors.is(refused), String(refused));
assert.equal(refused.errors[0]?.extensions?.["code"], "unique_violation");
const removed = await client.mutate<{ deleteFromBookCollection: { affectedCount: number } }>({
  mutation: gql`
    mutation {
      deleteFromBookCollection(filter: { title: { eq: "Kindred" } }) {
        affectedCount
      }
    }
  `,
});
assert.equal(removed.data?.deleteFromBookCollection.affectedCount, 1);
client.stop();
