// Documents typed by graphql-codegen's client preset.
import assert from "node:assert/strict";
import { graphql } from "./generated/gql/gql.ts";
import type { TypedDocumentString } from "./generated/gql/graphql.ts";
import { useFragment } from "./generated/gql/fragment-masking.ts";

const [url, key] = process.argv.slice(2) as [string, string];

type Answer<T> = { data?: T | null; errors?: { message: string; extensions?: { code?: string } }[] };

async function send<T, V>(document: TypedDocumentString<T, V>, ...[variables]: V extends Record<string, never> ? [] : [V]): Promise<Answer<T>> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json", Accept: "application/graphql-response+json" },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  return (await response.json()) as Answer<T>;
}

const AuthorParts = graphql(`
  fragment AuthorParts on Author {
    name
    born
  }
`);

const Books = graphql(`
  query Books($filter: BookFilter, $orderBy: [BookOrderBy!], $first: Int!, $after: Cursor) {
    bookCollection(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        title
        price
        copies
        format
        tags
        extra
        publishedAt
        author {
          ...AuthorParts
        }
        voteCollection(orderBy: [{ voter: AscNullsLast }]) {
          nodes {
            voter
            stars
          }
        }
      }
      aggregate {
        sum {
          price
        }
      }
    }
  }
`);

const books = await send(Books, { filter: { year: { gte: 1970 } }, orderBy: [{ year: "DescNullsLast" }], first: 1 });
assert.equal(books.errors, undefined, JSON.stringify(books.errors));
const page = books.data!.bookCollection;
const [book] = page.nodes;
const price: string = book!.price;
const format: "paper" | "audio" = book!.format;
const tags: ("new" | "sale" | string)[] = book!.tags;
const published: string | null | undefined = book!.publishedAt;
const author = useFragment(AuthorParts, book!.author);
assert.deepEqual(
  [page.totalCount, book!.title, price, format, tags, published, author.name, author.born],
  [2, "The Dispossessed", "9.99", "paper", ["new", "sale"], "1974-05-01T10:30:00", "Ursula", "1929-10-21"],
);
assert.deepEqual(book!.voteCollection.nodes, [
  { voter: "ann", stars: 5 },
  { voter: "bob", stars: 4 },
]);
assert.equal(page.aggregate.sum?.price, "17.49");
const rest = await send(Books, { filter: { year: { gte: 1970 } }, orderBy: [{ year: "DescNullsLast" }], first: 1, after: page.pageInfo.endCursor });
assert.deepEqual(rest.data?.bookCollection.nodes.map((node) => node.title), ["The Lathe of Heaven"]);

const Shelf = graphql(`
  query Shelf {
    shelfCollection(orderBy: [{ price: AscNullsLast }]) {
      nodes {
        authorName
      }
    }
  }
`);
assert.equal((await send(Shelf)).data?.shelfCollection.nodes[2]?.authorName, "Stanislaw");

const Add = graphql(`
  mutation Add($objects: [BookInsertInput!]!) {
    insertIntoBookCollection(objects: $objects) {
      affectedCount
      records {
        id
        inPrint
        etag
      }
    }
  }
`);
const Change = graphql(`
  mutation Change($id: Int!, $set: BookUpdateInput!, $etag: String) {
    updateBookCollection(filter: { id: { eq: $id } }, set: $set, ifMatch: $etag) {
      records {
        year
        marks
      }
    }
  }
`);
const Remove = graphql(`
  mutation Remove($filter: BookFilter!) {
    deleteFromBookCollection(filter: $filter) {
      affectedCount
    }
  }
`);

const objects = [{ authorId: 3, title: "Kindred", price: "5.00", format: "audio" as const, extra: { a: 1 }, inPrint: false }];
const added = await send(Add, { objects });
assert.equal(added.errors, undefined, JSON.stringify(added.errors));
const [record] = added.data!.insertIntoBookCollection.records;
assert.equal(record!.inPrint, false);
const changed = await send(Change, { id: record!.id, set: { year: 1979, marks: ["torn"] }, etag: record!.etag });
assert.deepEqual(changed.data?.updateBookCollection.records, [{ year: 1979, marks: ["torn"] }]);
const taken = await send(Add, { objects });
assert.equal(taken.errors?.[0]?.extensions?.code, "unique_violation");
const stale = await send(Change, { id: record!.id, set: { year: 1 }, etag: record!.etag });
assert.equal(stale.errors?.[0]?.extensions?.code, "precondition_failed");
assert.equal((await send(Remove, { filter: { title: { eq: "Kindred" } } })).data?.deleteFromBookCollection.affectedCount, 1);
