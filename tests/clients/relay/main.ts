// relay-runtime over what relay-compiler writes: refetchable fragments with connections, as usePaginationFragment runs them.
import assert from "node:assert/strict";
import {
  type ConcreteRequest,
  Environment,
  type GraphQLResponse,
  type GraphQLTaggedNode,
  type MutationParameters,
  Network,
  type OperationType,
  type ReaderFragment,
  RecordSource,
  Store,
  commitMutation,
  createOperationDescriptor,
  fetchQuery,
  getRequest,
  getSingularSelector,
} from "relay-runtime";
import AddMutation, { type documentsAddMutation } from "./generated/artifacts/documentsAddMutation.graphql.ts";
import AuthorsNextQuery, { type documentsAuthorsNextQuery } from "./generated/artifacts/documentsAuthorsNextQuery.graphql.ts";
import AuthorsQuery, { type documentsAuthorsQuery } from "./generated/artifacts/documentsAuthorsQuery.graphql.ts";
import NextQuery, { type documentsNextQuery } from "./generated/artifacts/documentsNextQuery.graphql.ts";
import Query, { type documentsQuery } from "./generated/artifacts/documentsQuery.graphql.ts";
import RemoveMutation, { type documentsRemoveMutation } from "./generated/artifacts/documentsRemoveMutation.graphql.ts";
import Author, { type documents_author$data } from "./generated/artifacts/documents_author.graphql.ts";
import Authors, { type documents_authors$data } from "./generated/artifacts/documents_authors.graphql.ts";

const [url, key] = process.argv.slice(2) as [string, string];

const environment = new Environment({
  network: Network.create(async (request, variables): Promise<GraphQLResponse> => {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: JSON.stringify({ query: request.text, variables }),
    });
    return (await response.json()) as GraphQLResponse;
  }),
  store: new Store(new RecordSource()),
  getDataID: (row) => row["nodeId"] as string,
});

async function load<T extends OperationType>(query: ConcreteRequest, variables: T["variables"]): Promise<T["response"]> {
  const answer = await fetchQuery<T>(environment, query as unknown as GraphQLTaggedNode, variables).toPromise();
  assert(answer !== undefined);
  // A component that shows it keeps it.
  environment.retain(createOperationDescriptor(getRequest(query as unknown as GraphQLTaggedNode), variables));
  return answer;
}

/** What `usePaginationFragment` reads. */
function read<Data>(fragment: ReaderFragment, from: unknown): Data {
  const selector = getSingularSelector(fragment, from);
  assert(selector !== null && selector !== undefined);
  const found = environment.lookup(selector);
  assert.equal(found.isMissingData, false);
  return found.data as Data;
}

function commit<T extends MutationParameters>(mutation: ConcreteRequest, variables: T["variables"]): Promise<T["response"]> {
  return new Promise((resolve, reject) => {
    commitMutation<T>(environment, {
      mutation: mutation as unknown as GraphQLTaggedNode,
      variables,
      onCompleted: (response, errors) => (errors == null || errors.length === 0 ? resolve(response) : reject(errors[0])),
      onError: reject,
    });
  });
}

async function nodeIdOf(name: string): Promise<string> {
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
  const query = "query ($name: String) { authorCollection(filter: {name: {eq: $name}}) { nodes { nodeId } } }";
  const response = await fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables: { name } }) });
  const answer = (await response.json()) as { data: { authorCollection: { nodes: { nodeId: string }[] } } };
  return answer.data.authorCollection.nodes[0]!.nodeId;
}

const id = await nodeIdOf("Ursula");
const first = await load<documentsQuery>(Query, { id, count: 1 });
assert.equal(first.node?.__typename, "Author");
const author = (): documents_author$data => read(Author, first.node?.author);
const titles = (): string[] => author().bookCollection.edges.map((edge) => edge.node.title);
assert.deepEqual([author().name, author().born, titles()], ["Ursula", "1929-10-21", ["The Dispossessed"]]);
const price: string = author().bookCollection.edges[0]!.node.price;
assert.equal(price, "9.99");

// The next page joins the connection.
const { pageInfo } = author().bookCollection as unknown as { pageInfo: { endCursor: string; hasNextPage: boolean } };
assert.equal(pageInfo.hasNextPage, true);
await load<documentsNextQuery>(NextQuery, { nodeId: id, count: 1, cursor: pageInfo.endCursor });
assert.deepEqual(titles(), ["The Dispossessed", "The Lathe of Heaven"]);

const connections = [author().bookCollection.__id];
const added = await commit<documentsAddMutation>(AddMutation, { objects: [{ authorId: 1, title: "Tehanu", format: "audio" }], connections });
assert.equal(added.insertIntoBookCollection.affectedCount, 1);
assert.deepEqual(titles(), ["The Dispossessed", "The Lathe of Heaven", "Tehanu"]);
const refused: unknown = await commit<documentsAddMutation>(AddMutation, { objects: [{ authorId: 1, title: "Tehanu" }], connections }).catch((error: unknown) => error);
assert.match(String((refused as Error).message), /unique|taken|title/i);
await commit<documentsRemoveMutation>(RemoveMutation, { filter: { title: { eq: "Tehanu" } }, connections });
assert.deepEqual(titles(), ["The Dispossessed", "The Lathe of Heaven"]);

const all = await load<documentsAuthorsQuery>(AuthorsQuery, { count: 2 });
const names = (): string[] => read<documents_authors$data>(Authors, all).authorCollection.edges.map((edge) => edge.node.name);
assert.deepEqual(names(), ["Ursula", "Stanislaw"]);
const end = (read(Authors, all) as { authorCollection: { pageInfo: { endCursor: string } } }).authorCollection.pageInfo.endCursor;
await load<documentsAuthorsNextQuery>(AuthorsNextQuery, { count: 2, cursor: end });
assert.deepEqual(names(), ["Ursula", "Stanislaw", "Octavia"]);
