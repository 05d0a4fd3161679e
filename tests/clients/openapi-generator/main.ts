// The client that openapi-generator's `typescript-fetch` makes of the document.
import assert from "node:assert/strict";
import {
  AuthorApi,
  BatchApi,
  type Book,
  BookApi,
  BookFormatEnum,
  BookOrderBy,
  type BookInsertInput,
  Configuration,
  ResponseError,
  ShelfApi,
  VoteApi,
} from "./generated/typescript/index.ts";

const [url, key] = process.argv.slice(2) as [string, string];
const configuration = new Configuration({ basePath: url, accessToken: key });
const authors = new AuthorApi(configuration);
const books = new BookApi(configuration);
const votes = new VoteApi(configuration);

type Is<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const typed = <T extends true>(): T | undefined => undefined;
typed<Is<Book["price"], string | undefined>>();
typed<Is<Book["year"], number | null | undefined>>();
typed<Is<Book["format"], "paper" | "audio" | undefined>>();
typed<Is<BookInsertInput["title"], string>>();

const read = await books.bookCollectionRaw({
  yearGte: 1970,
  formatIn: [BookFormatEnum.Paper, BookFormatEnum.Audio],
  select: "title,copies,changedAt,author(name,born),voteCollection(voter,stars)",
  order: [BookOrderBy.YearDescNullslast],
  prefer: "count=exact",
});
assert.equal(read.raw.headers.get("content-range"), "0-1/2");
const [book] = await read.value();
assert.deepEqual([book?.title, book?.copies, book?.author?.name], ["The Dispossessed", "9007199254740993", "Ursula"]);
assert.deepEqual([book?.changedAt, book?.author?.born], [new Date("2024-05-01T10:30:00Z"), new Date("1929-10-21")]);
assert.deepEqual(book?.voteCollection?.map((vote) => vote.stars), [5, 4]);
const shelf = await new ShelfApi(configuration).shelfCollection({ priceLt: "10.00" });
assert.equal(shelf[0]?.authorName, "Ursula");
const found = await books.bookCollection({ titleWfts: "solaris" });
assert.equal(found.length, 1);

const first = await authors.authorCollectionRaw({ limit: 2 });
const after = /after=([0-9A-F]+)/.exec(first.raw.headers.get("link") ?? "")?.[1];
const all = [...(await first.value()), ...(await authors.authorCollection({ limit: 2, after }))];
assert.deepEqual(all.map((row) => row.id), [1, 2, 3]);
const old = await authors.authorCollection({ bornLt: new Date("1925-01-01") });
assert.deepEqual(old.map((row) => row.name), ["Stanislaw"]);

const page = await books.queryBookRows({
  queryBookRowsRequest: { first: 1, totalCount: true, filter: { year: { gt: 1970 } }, orderBy: [{ price: "DescNullsLast" }] },
});
assert.deepEqual([page.totalCount, page.rows[0]?.title], [2, "The Dispossessed"]);

const [added] = await books.insertIntoBookCollection({
  bookInsertInput: [{ authorId: 3, title: "Parable", price: "1.50", tags: ["new"], marks: null, changedAt: new Date("2024-02-29T12:00:00Z") }],
  prefer: "return=representation",
});
assert.deepEqual([added?.price, added?.changedAt, added?.tags], ["1.50", new Date("2024-02-29T12:00:00Z"), ["new"]]);
const id = added!.id!;
const changed = await books.updateBookRow({ id, bookUpdateInput: { year: null, extra: [1] }, prefer: "return=representation" });
assert.deepEqual([changed?.year, changed?.extra], [null, [1]]);
await votes.insertIntoVoteCollection({ voteInsertInput: [{ bookId: id, voter: "ann", stars: 1 }], prefer: "return=representation" });
assert.equal((await votes.voteByPk({ bookId: id, voter: "ann" })).stars, 1);

const refused = await books
  .insertIntoBookCollection({ bookInsertInput: [{ authorId: 3, title: "Parable" }] })
  .then(() => undefined, (error: unknown) => error);
assert(refused instanceof ResponseError && refused.response.status === 409);
assert.equal((await refused.response.json()).code, "unique_violation");

const answers = await new BatchApi(configuration).batch({ batchOperation: [{ method: "GET", path: "/author/1?select=name" }] });
assert.deepEqual(answers[0]?.body, { name: "Ursula" });
const removed = await books.deleteFromBookCollection({ titleEq: "Parable", prefer: "return=representation" });
assert.equal(removed?.length, 1);
