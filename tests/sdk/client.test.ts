// Every method of the TypeScript client, once, against a running server: `node client.test.js URL KEY`, over the rows of
// `tests/cases/clients`. The types of answers are checked where this is compiled.

import {
  createClient,
  WorkerSqlError,
  type Affected,
  type Author,
  type Book,
  type JsonValue,
  type LogLine,
  type PageInfo,
  type Written,
} from "../cases/clients/sdk.ts";

declare const process: { argv: string[]; exit(code: number): never };
declare const console: { log(text: string): void; error(text: unknown): void };

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only where the value has just that type. */
function expectType<Expected>() {
  return <Actual>(_value: Actual, ..._same: Same<Expected, Actual> extends true ? [] : ["another type"]): void => {};
}

function equal(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [actual, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`${what}: ${a} is not ${b}`);
}

async function refused(call: PromiseLike<unknown>): Promise<WorkerSqlError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof WorkerSqlError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

const [url = "", key = ""] = process.argv.slice(2);
const db = createClient({ url, key });

async function reads(): Promise<void> {
  const books = await db.book.findMany({
    filter: { year: { gte: 1970 } },
    orderBy: [{ year: "desc" }],
    first: 10,
    select: { title: true, author: { select: { name: true } } },
  });
  expectType<{ title: string; author: { name: string } }[]>()(books);
  equal(
    books,
    [
      { title: "The Dispossessed", author: { name: "Ursula" } },
      { title: "The Lathe of Heaven", author: { name: "Ursula" } },
    ],
    "findMany",
  );

  const whole = await db.book.findFirst({ orderBy: { id: "asc" } });
  expectType<{ [K in keyof Book]: Book[K] } | null>()(whole);
  const extra: JsonValue | undefined = whole?.extra;
  equal(extra, { pages: 341 }, "JSON");
  equal(
    [whole?.copies, whole?.price, whole?.weight, whole?.format, whole?.size, whole?.tags, whole?.publishedAt],
    ["9007199254740993", "9.99", 0.5, "paper", "A-5", ["new", "sale"], "1974-05-01T10:30:00"],
    "findFirst",
  );
  equal(await db.book.findFirst({ filter: { id: { eq: 99 } } }), null, "findFirst without a row");

  const nested = await db.author.findMany({
    orderBy: [{ bookCollection: { count: "desc" } }, { id: "asc" }],
    select: {
      name: true,
      mentor: { select: { name: true, country: true } },
      bookCollection: {
        orderBy: { id: "asc" },
        first: 1,
        page: true,
        totalCount: true,
        aggregate: { count: true, sum: { price: true }, avg: { weight: true }, max: { format: true } },
        select: { title: true, bookText: { select: { body: true } }, voteCollection: { select: { stars: true } } },
      },
    },
  });
  expectType<
    {
      name: string;
      mentor: { name: string; country: string | null } | null;
      bookCollection: {
        nodes: { title: string; bookText: { body: string } | null; voteCollection: { stars: number }[] }[];
        pageInfo: PageInfo;
      } & { totalCount: number } & {
        aggregate: {
          count: number;
          sum: { price: string | null };
          avg: { weight: number | null };
          max: { format: "paper" | "audio" | null };
        };
      };
    }[]
  >()(nested);
  const [most] = nested;
  equal(most?.mentor, null, "a relation to no row");
  equal(most?.bookCollection.totalCount, 2, "totalCount of related rows");
  equal(most?.bookCollection.aggregate, { count: 2, sum: { price: "17.49" }, avg: { weight: 0.5 }, max: { format: "audio" } }, "aggregate");
  equal(
    most?.bookCollection.nodes,
    [{ title: "The Dispossessed", bookText: { body: "There was a wall." }, voteCollection: [{ stars: 5 }, { stars: 4 }] }],
    "nested lists",
  );
  equal(most?.bookCollection.pageInfo.hasNextPage, true, "pageInfo of related rows");

  const short = await db.author.findMany({ select: { id: true, mentor: true, bookCollection: true }, filter: { id: { eq: 2 } } });
  expectType<
    { id: number; mentor: { [K in keyof Author]: Author[K] } | null; bookCollection: { [K in keyof Book]: Book[K] }[] }[]
  >()(short);
  equal([short[0]?.mentor?.name, short[0]?.bookCollection[0]?.title], ["Ursula", "Solaris"], "relations by true");

  const vote = await db.vote.findByKey({ bookId: 1, voter: "bob" }, { select: { stars: true, book: { select: { title: true } } } });
  expectType<{ stars: number; book: { title: string } } | null>()(vote);
  equal(vote, { stars: 4, book: { title: "The Dispossessed" } }, "findByKey");
  equal(await db.book.findByKey({ id: 99 }), null, "findByKey without a row");

  const page = await db.book.findPage({ first: 2, orderBy: { title: "asc" }, select: { title: true }, totalCount: true });
  expectType<number>()(page.totalCount);
  equal([page.nodes.length, page.totalCount, page.pageInfo.hasNextPage], [2, 3, true], "findPage");
  const bare = await db.book.findPage({ first: 1, select: { id: true } });
  // @ts-expect-error It was not asked for.
  equal(bare.totalCount, undefined, "findPage without totalCount");

  const titles: string[] = [];
  for await (const row of db.book.rows({ first: 1, orderBy: { title: "asc" }, select: { title: true } })) titles.push(row.title);
  equal(titles, ["Solaris", "The Dispossessed", "The Lathe of Heaven"], "rows");
  const sizes: number[] = [];
  for await (const rows of db.book.pages({ first: 2 })) sizes.push(rows.length);
  equal(sizes, [2, 1], "pages");
  const lines = await db.logLine.findMany();
  expectType<{ [K in keyof LogLine]: LogLine[K] }[]>()(lines);
  equal(lines, [{ line: "started", at: "2024-01-01T00:00:00" }], "a table without a key");
}

async function sums(): Promise<void> {
  const count = await db.book.count({ filter: { author: { name: { startsWith: "U" } } } });
  expectType<number>()(count);
  equal(count, 2, "count");

  const all = await db.book.aggregate({
    filter: { voteCollection: { some: { stars: { gte: 3 } } } },
    select: { count: true, countDistinct: { authorId: true }, sum: { copies: true, weight: true }, min: { year: true } },
  });
  expectType<{
    count: number;
    countDistinct: { authorId: number };
    sum: { copies: string | null; weight: number | null };
    min: { year: number | null };
  }>()(all);
  equal(
    all,
    { count: 2, countDistinct: { authorId: 2 }, sum: { copies: "9007199254740995", weight: 0.75 }, min: { year: 1961 } },
    "aggregate",
  );

  const groups = await db.book.groupBy({
    by: ["authorId", "publishedAt_year"],
    having: { count: { gte: 1 } },
    orderBy: [{ keys: { publishedAt_year: "desc" } }],
    select: { count: true, max: { price: true } },
  });
  const first = groups[0];
  expectType<{ authorId: number; publishedAt_year: number | null } | undefined>()(first?.keys);
  expectType<string | null | undefined>()(first?.max.price);
  equal(
    groups.map((group) => [group.keys.authorId, group.keys.publishedAt_year, group.count, group.max.price]),
    [
      [2, null, 1, "12.00"],
      [1, 1974, 1, "9.99"],
      [1, 1971, 1, "7.50"],
    ],
    "groupBy",
  );
}

async function writes(): Promise<void> {
  const added = await db.author.insert({ name: "Iain", country: "GB" }, { select: { id: true, name: true } });
  expectType<{ id: number; name: string }>()(added);
  equal(added, { id: 4, name: "Iain" }, "insert");

  const many = await db.book.insertMany([
    { authorId: 4, title: "Excession", copies: 9007199254740995n, tags: ["new"], extra: { a: [1, null] } },
    { authorId: 4, title: "Matter", size: "A-4", year: undefined },
  ]);
  expectType<Affected>()(many);
  equal(many.affectedCount, 2, "insertMany");
  const passed = await db.book.insertMany([{ authorId: 4, title: "Matter" }], { skipDuplicates: true, select: { id: true } });
  expectType<Written<{ id: number }>>()(passed);
  equal(passed, { affectedCount: 0, records: [] }, "insertMany that skips");

  const upserted = await db.book.upsert(
    { authorId: 4, title: "Matter", price: "8.00", year: 2008 },
    { target: ["authorId", "title"], update: ["price"], select: { price: true, year: true } },
  );
  equal(upserted, { price: "8.00", year: null }, "upsert");
  equal((await db.vote.upsertMany([{ bookId: 3, voter: "ann", stars: 5 }, { bookId: 3, voter: "eve", stars: 1 }])).affectedCount, 2, "upsertMany");

  const changed = await db.book.update({ filter: { authorId: { eq: 4 } }, set: { year: 1996 }, atMost: 5, select: { year: true } });
  expectType<Written<{ year: number | null }>>()(changed);
  equal(changed, { affectedCount: 2, records: [{ year: 1996 }, { year: 1996 }] }, "update");

  const seen = await db.author.findByKey({ id: 4 }, { select: { etag: true } });
  const one = await db.author.updateByKey({ id: 4 }, { country: null }, { ifMatch: seen?.etag ?? "" });
  expectType<{ [K in keyof Author]: Author[K] } | null>()(one);
  equal(one, { id: 4, name: "Iain", country: null, mentorId: null }, "updateByKey");
  const moved = await refused(db.author.updateByKey({ id: 4 }, { country: "GB" }, { ifMatch: seen?.etag ?? "" }));
  equal([moved.code, moved.status], ["precondition_failed", 412], "ifMatch");

  const dry = await db.author.deleteByKey({ id: 4 }, { select: { name: true } }, { dryRun: true });
  equal(dry, { name: "Iain" }, "a dry run");
  equal(await db.author.count({ filter: { id: { eq: 4 } } }), 1, "what a dry run leaves");

  const both = await db.$batch([
    db.author.insert({ name: "Ann" }, { select: { id: true } }),
    db.logLine.insertMany([{ line: "a" }, { line: "b" }]),
  ]);
  expectType<[{ id: number }, Affected]>()(both);
  equal(both, [{ id: 5 }, { affectedCount: 2 }], "a batch of writes");
  const read = await db.$batch([db.author.count(), db.book.findFirst({ select: { title: true }, orderBy: { id: "desc" } })]);
  expectType<[number, { title: string } | null]>()(read);
  equal(read, [5, { title: "Matter" }], "a batch of reads");
  const half = await refused(
    db.$batch([db.author.insert({ name: "Lost" }), db.book.insert({ authorId: 99, title: "No author" })]),
  );
  equal([half.code, half.constraint], ["foreign_key_violation", "book_author"], "a batch that fails");
  equal(await db.author.count({ filter: { name: { eq: "Lost" } } }), 0, "what such a batch leaves");

  const once = { idempotencyKey: "client-test-1" };
  await db.logLine.insertMany([{ line: "once" }], {}, once);
  await db.logLine.insertMany([{ line: "once" }], {}, once);
  equal(await db.logLine.count({ filter: { line: { eq: "once" } } }), 1, "an idempotency key");

  const gone = await db.logLine.delete({ filter: { line: { in: ["a", "b"] } }, atMost: 2, select: { line: true } });
  equal(gone.affectedCount, 2, "delete");
  equal((await db.logLine.delete({ filter: { line: { eq: "once" } } })).affectedCount, 1, "delete without rows");
  equal(await db.author.deleteByKey({ id: 99 }), null, "deleteByKey without a row");
  equal(await db.$graphql<{ n: { totalCount: number } }>("query ($id: Int!) { n: authorCollection(filter: {id: {eq: $id}}) { totalCount } }", { id: 1 }), { n: { totalCount: 1 } }, "$graphql");
}

/** Columns whose names begin with words that GraphQL keeps for values. */
async function claims(): Promise<void> {
  const rows = [
    { falsehood: "a", nullable: 1, trueAt: "2024-01-31T10:00:00" },
    { falsehood: "b", nullable: 2, trueAt: "2024-02-01T10:00:00" },
    { falsehood: "c", nullable: 2, trueAt: null },
  ];
  equal((await db.claim.insertMany(rows)).affectedCount, 3, "insertMany of claims");
  const changed = await db.claim.upsert(
    { falsehood: "c", nullable: 9, trueAt: "2024-02-29T10:00:00" },
    { target: ["falsehood"], update: ["trueAt"], select: { nullable: true, trueAt: true } },
  );
  equal(changed, { nullable: 2, trueAt: "2024-02-29T10:00:00" }, "upsert by such columns");
  const groups = await db.claim.groupBy({
    by: ["nullable", "trueAt_month"],
    orderBy: [{ keys: { trueAt_month: "desc" } }, { keys: { nullable: "asc" } }, { count: "asc" }],
    select: { count: true, max: { trueAt: true, falsehood: true } },
  });
  expectType<{ nullable: number | null; trueAt_month: number | null } | undefined>()(groups[0]?.keys);
  equal(
    groups,
    [
      { keys: { nullable: 2, trueAt_month: 2 }, count: 2, max: { trueAt: "2024-02-29T10:00:00", falsehood: "c" } },
      { keys: { nullable: 1, trueAt_month: 1 }, count: 1, max: { trueAt: "2024-01-31T10:00:00", falsehood: "a" } },
    ],
    "groupBy of such columns",
  );
  const distinct = await db.claim.findMany({
    distinctOn: ["nullable"],
    orderBy: [{ nullable: "asc" }, { trueAt: "desc" }],
    select: { falsehood: true },
  });
  equal(distinct, [{ falsehood: "a" }, { falsehood: "c" }], "distinctOn such a column");
  equal((await db.claim.delete({ atMost: 3 })).affectedCount, 3, "delete of claims");
}

async function errors(): Promise<void> {
  const taken = await refused(db.book.insert({ authorId: 1, title: "The Dispossessed" }));
  equal([taken.code, taken.status, taken.constraint, taken.table], ["unique_violation", 409, "title", "book"], "unique");
  const check = await refused(db.book.insert({ authorId: 1, title: "Free", price: -1 }));
  equal([check.code, check.status, check.constraint], ["check_violation", 422, "positive"], "check");
  const value = await refused(db.book.insert({ authorId: 1, title: "Odd", year: 70000 }));
  equal([value.code, value.field], ["out_of_range", "year"], "a value out of range");
  const rows = await refused(db.book.update({ set: { year: 1 } }));
  equal([rows.code, rows.details["allowed"]], ["too_many_rows", 1], "atMost");
  const closed = await refused(createClient({ url, key: () => "wsql_no_key" }).author.count());
  equal([closed.code, closed.status], ["unauthenticated", 401], "a wrong key");
  const maybe: { id?: number } = {};
  // @ts-expect-error A filter that is undefined would find all rows.
  const open = db.book.findMany({ filter: { id: { eq: maybe.id } } });
  equal(await Promise.resolve(open).catch((error: unknown) => error instanceof TypeError), true, "an undefined filter");
}

/** What does not compile: never called. */
export function refusals(): void {
  // @ts-expect-error There is no such column.
  void db.book.findMany({ select: { titel: true } });
  // @ts-expect-error Nor in a related row, beside one that there is.
  void db.book.findMany({ select: { title: true, author: { select: { name: true, nam: true } } } });
  // @ts-expect-error Nor in a list.
  void db.author.findMany({ select: { bookCollection: { first: 1, select: { titel: true } } } });
  // @ts-expect-error No such member of an enum.
  void db.book.findMany({ filter: { format: { eq: "vinyl" } } });
  // @ts-expect-error A title is required.
  void db.book.insert({ authorId: 1 });
  // @ts-expect-error Null is no value of the column.
  void db.book.updateByKey({ id: 1 }, { title: null });
  // @ts-expect-error Texts have no sum.
  void db.book.aggregate({ select: { sum: { title: true } } });
  // @ts-expect-error Both parts of the key are needed.
  void db.vote.findByKey({ bookId: 1 });
  // @ts-expect-error The table has no key.
  void db.logLine.findByKey({});
  // @ts-expect-error Reads and writes are batches of their own.
  void db.$batch([db.author.count(), db.author.insert({ name: "x" })]);
  // @ts-expect-error No such table.
  void db.nothing;
}

async function main(): Promise<void> {
  await reads();
  await sums();
  await writes();
  await claims();
  await errors();
  console.log("every call answered as it is typed");
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
