// openapi-fetch over the types that openapi-typescript makes of the document.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/schema.ts";

const [url, key] = process.argv.slice(2) as [string, string];
const client = createClient<paths>({
  baseUrl: url,
  headers: { Authorization: `Bearer ${key}` },
});

type Is<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const typed = <T extends true>(): T | undefined => undefined;
type Book = components["schemas"]["Book"];
typed<Is<Book["price"], string | undefined>>();
typed<Is<Book["year"], number | null | undefined>>();
typed<Is<Book["format"], "paper" | "audio" | undefined>>();
typed<Is<Book["size"], "A-4" | "A-5" | null | undefined>>();
typed<Is<Book["tags"], ("new" | "sale")[] | undefined>>();
typed<Is<Book["marks"], ("used" | "torn")[] | null | undefined>>();
typed<Is<Book["extra"], unknown>>();
typed<Is<Book["inPrint"], boolean | undefined>>();
typed<Is<components["schemas"]["BookInsertInput"]["title"], string>>();
typed<Is<components["schemas"]["BookInsertInput"]["size"], "A-4" | "A-5" | null | undefined>>();

const read = await client.GET("/rest/book", {
  params: {
    query: {
      "year.gte": 1970,
      "format.in": ["paper", "audio"],
      "title.startsWith": "The",
      select: "title,price,copies,tags,author(name),voteCollection(voter,stars)",
      order: ["year.desc.nullslast"],
    },
    header: { Prefer: "count=exact" },
  },
});
assert.equal(read.response.headers.get("content-range"), "0-1/2");
const rows = read.data!;
assert.deepEqual(rows[0], {
  title: "The Dispossessed",
  price: "9.99",
  copies: "9007199254740993",
  tags: ["new", "sale"],
  author: { name: "Ursula" },
  voteCollection: [
    { voter: "ann", stars: 5 },
    { voter: "bob", stars: 4 },
  ],
});
const stars: number | undefined = rows[0]!.voteCollection?.[0]?.stars;
assert.equal(stars, 5);
const name: string | undefined = rows[1]!.author?.name;
assert.equal(name, "Ursula");

const shelf = await client.GET("/rest/shelf", { params: { query: { "price.lt": "10.00", order: ["price.asc"] } } });
assert.deepEqual(shelf.data?.map((row) => row.authorName), ["Ursula", "Ursula"]);
const found = await client.GET("/rest/book", { params: { query: { "title.wfts": "lathe", select: "title,searchScore" } } });
assert.equal(found.data?.length, 1);
assert.equal(typeof found.data[0]!.searchScore, "number");

const first = await client.GET("/rest/author", { params: { query: { limit: 2 } } });
const after = /after=([0-9A-F]+)/.exec(first.response.headers.get("link") ?? "")?.[1];
const second = await client.GET("/rest/author", { params: { query: { limit: 2, after } } });
assert.deepEqual([...first.data!, ...second.data!].map((row) => row.id), [1, 2, 3]);

const page = await client.POST("/rest/book/query", {
  body: {
    first: 1,
    totalCount: true,
    select: "title",
    filter: { author: { name: { like: "U%" } }, or: [{ year: { lt: 1972 } }, { format: { eq: "paper" } }] },
    orderBy: [{ price: "AscNullsLast" }],
  },
});
assert.deepEqual([page.data?.totalCount, page.data?.pageInfo.hasNextPage], [2, true]);
assert.equal(page.data?.rows[0]?.title, "The Lathe of Heaven");

const added = await client.POST("/rest/book", {
  params: { header: { Prefer: "return=representation" } },
  body: [{ authorId: 3, title: "Kindred", price: "5.00", size: null, tags: ["new"], extra: { pages: [1] }, inPrint: false }],
});
assert.equal(added.response.status, 201);
const book = added.data![0]!;
assert.deepEqual([book.price, book.inPrint, book.extra], ["5.00", false, { pages: [1] }]);
const quiet = await client.POST("/rest/vote", { body: [{ bookId: book.id!, voter: "cid", stars: 2 }] });
assert.equal(quiet.error, undefined);

const changed = await client.PATCH("/rest/book/{id}", {
  params: { path: { id: book.id! }, header: { Prefer: "return=representation, count=exact" } },
  body: { year: 1979, publishedAt: "1979-06-01T00:00:00" },
});
assert.deepEqual([changed.data?.year, changed.data?.publishedAt], [1979, "1979-06-01T00:00:00"]);
const vote = await client.GET("/rest/vote/{bookId},{voter}", { params: { path: { bookId: book.id!, voter: "cid" } } });
assert.equal(vote.data?.stars, 2);

const taken = await client.POST("/rest/book", { body: [{ authorId: 3, title: "Kindred" }] });
assert.deepEqual([taken.response.status, taken.error?.code], [409, "unique_violation"]);
const none = await client.GET("/rest/book/{id}", { params: { path: { id: 99 } } });
assert.deepEqual([none.error?.status, none.error?.code], [404, "not_found"]);

const batch = await client.POST("/batch", {
  body: [
    { method: "PATCH", path: "/author/1", body: { country: "CA" } },
    { method: "GET", path: "/author/1?select=country" },
  ],
});
assert.deepEqual(batch.data?.map((answer) => answer.body), [null, { country: "CA" }]);
const graphql = await client.POST("/graphql", { body: { query: "{ authorCollection { totalCount } }" } });
assert.deepEqual(graphql.data?.data, { authorCollection: { totalCount: 3 } });

const removed = await client.DELETE("/rest/book", { params: { query: { "title.eq": "Kindred" }, header: { Prefer: "return=representation" } } });
assert.equal(removed.data?.length, 1);
