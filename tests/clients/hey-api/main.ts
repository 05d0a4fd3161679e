// The client that @hey-api/openapi-ts makes of the document.
import assert from "node:assert/strict";
import { client } from "./generated/client/client.gen.ts";
import {
  authorCollection,
  batch,
  bookByPk,
  bookCollection,
  deleteFromBookCollection,
  insertIntoBookCollection,
  queryBookRows,
  shelfCollection,
  updateBookRow,
  voteByPk,
} from "./generated/client/sdk.gen.ts";
import type { Book, BookInsertInput } from "./generated/client/types.gen.ts";

const [url, key] = process.argv.slice(2) as [string, string];
client.setConfig({ baseUrl: url, auth: () => key });

type Is<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const typed = <T extends true>(): T | undefined => undefined;
typed<Is<Book["price"], string | undefined>>();
typed<Is<Book["size"], "A-4" | "A-5" | null | undefined>>();
typed<Is<Book["tags"], Array<"new" | "sale"> | undefined>>();
typed<Is<Book["marks"], Array<"used" | "torn"> | null | undefined>>();
typed<Is<BookInsertInput["title"], string>>();

const read = await bookCollection({
  query: {
    "year.gte": 1970,
    "format.in": ["paper", "audio"],
    select: "title,copies,author(name),voteCollection(voter,stars)",
    order: ["year.desc.nullslast"],
  },
  headers: { Prefer: "count=exact" },
});
assert.equal(read.response!.headers.get("content-range"), "0-1/2");
assert.deepEqual(read.data?.[0], {
  title: "The Dispossessed",
  copies: "9007199254740993",
  author: { name: "Ursula" },
  voteCollection: [
    { voter: "ann", stars: 5 },
    { voter: "bob", stars: 4 },
  ],
});
const shelf = await shelfCollection({ query: { "price.lt": "10.00" }, throwOnError: true });
assert.equal(shelf.data.length, 2);
const found = await bookCollection({ query: { "title.plfts": "heaven lathe" }, throwOnError: true });
assert.equal(found.data.length, 1);

const first = await authorCollection({ query: { limit: 2 }, throwOnError: true });
const after = /after=([0-9A-F]+)/.exec(first.response.headers.get("link") ?? "")?.[1];
const second = await authorCollection({ query: { limit: 2, after }, throwOnError: true });
assert.deepEqual([...first.data, ...second.data].map((row) => row.id), [1, 2, 3]);

const page = await queryBookRows({
  body: { first: 1, totalCount: true, filter: { author: { country: { is: "NOT_NULL" } } }, orderBy: [{ price: "DescNullsLast" }] },
  throwOnError: true,
});
assert.deepEqual([page.data.totalCount, page.data.rows[0]?.title], [3, "Solaris"]);

const added = await insertIntoBookCollection({
  headers: { Prefer: "return=representation" },
  body: [{ authorId: 3, title: "Dawn", tags: ["sale"], voteCollection: [{ voter: "ann", stars: 4 }] }],
});
assert.equal(added.error, undefined, JSON.stringify(added.error));
const id = added.data![0]!.id!;
const changed = await updateBookRow({ path: { id }, body: { weight: 1.5, opens: "08:00:00" }, headers: { Prefer: "return=representation" } });
assert.deepEqual([changed.data?.weight, changed.data?.opens], [1.5, "08:00:00"]);
const vote = await voteByPk({ path: { bookId: id, voter: "ann" }, throwOnError: true });
assert.equal(vote.data.stars, 4);

const taken = await insertIntoBookCollection({ body: [{ authorId: 3, title: "Dawn" }] });
assert.deepEqual([taken.response!.status, taken.error?.code], [409, "unique_violation"]);
const none = await bookByPk({ path: { id: 99 } });
assert.deepEqual([none.error?.status, none.error?.code], [404, "not_found"]);

const together = await batch({ body: [{ method: "GET", path: "/author/1?select=name" }], throwOnError: true });
assert.deepEqual(together.data[0]?.body, { name: "Ursula" });
const removed = await deleteFromBookCollection({ query: { "title.eq": "Dawn" }, headers: { Prefer: "return=representation" } });
assert.equal(removed.data?.length, 1);
