// postgrest-js as its users call it, with the tables' types as Supabase's generator writes them.
import assert from "node:assert/strict";
import { PostgrestClient } from "@supabase/postgrest-js";

type Table<Row, Insert> = { Row: Row; Insert: Insert; Update: Partial<Insert>; Relationships: Relation[] };
type Relation = { foreignKeyName: string; columns: string[]; isOneToOne: boolean; referencedRelation: string; referencedColumns: string[] };
type Author = { id: number; name: string; country: string | null; born: string | null; mentor_id: number | null };
type Book = { id: number; author_id: number; title: string; year: number | null; price: string; tags: ("new" | "sale")[] };
type Vote = { book_id: number; voter: string; stars: number };
type BookAuthor = {
  foreignKeyName: "book_author";
  columns: ["author_id"];
  isOneToOne: false;
  referencedRelation: "author";
  referencedColumns: ["id"];
};
type VoteBook = { foreignKeyName: "vote_book"; columns: ["book_id"]; isOneToOne: false; referencedRelation: "book"; referencedColumns: ["id"] };
type Database = {
  public: {
    Tables: {
      author: Table<Author, Partial<Author> & { name: string }>;
      book: Omit<Table<Book, Partial<Book> & { author_id: number; title: string }>, "Relationships"> & { Relationships: [BookAuthor] };
      vote: Omit<Table<Vote, Vote>, "Relationships"> & { Relationships: [VoteBook] };
      log_line: Table<{ line: string | null; at: string | null }, { line?: string | null; at?: string | null }>;
    };
    Views: { shelf: { Row: { id: number; title: string; author_name: string; price: string }; Relationships: [] } };
    Functions: Record<string, never>;
  };
};

const [url, key] = process.argv.slice(2) as [string, string];
const db = new PostgrestClient<Database>(`${url}/rest`, { headers: { Authorization: `Bearer ${key}` } });

async function reads(): Promise<void> {
  const all = await db.from("book").select();
  assert.equal(all.status, 200);
  assert.equal(all.data?.length, 3);
  const some = await db
    .from("book")
    .select("title, price, author!inner(name), vote(voter, stars)")
    .gte("year", 1970)
    .eq("author.name", "Ursula")
    .order("year", { ascending: false, nullsFirst: false })
    .order("voter", { referencedTable: "vote", ascending: false })
    .limit(1, { referencedTable: "vote" })
    .throwOnError();
  assert.deepEqual(some.data[0], {
    title: "The Dispossessed",
    price: "9.99",
    author: { name: "Ursula" },
    vote: [{ voter: "bob", stars: 4 }],
  });
  const name: string = some.data[0]!.author.name;
  assert.equal(name, "Ursula");

  const either = await db.from("book").select("id").or("year.lt.1965,and(price.gt.9,price.lt.10)").order("id");
  assert.deepEqual(either.data, [{ id: 1 }, { id: 3 }]);
  const filtered = db.from("book").select("id").order("id");
  assert.deepEqual((await filtered.in("title", ["Solaris", "The Dispossessed"])).data, [{ id: 1 }, { id: 3 }]);
  for (const [found, ids] of [
    [await db.from("book").select("id").like("title", "The%").order("id"), [1, 2]],
    [await db.from("book").select("id").ilike("title", "%LATHE%"), [2]],
    [await db.from("book").select("id").not("title", "like", "The%"), [3]],
    [await db.from("book").select("id").neq("id", 1).lte("id", 2), [2]],
    [await db.from("book").select("id").match({ author_id: 1, year: 1974 }), [1]],
    [await db.from("book").select("id").is("published_at", null), [3]],
    [await db.from("book").select("id").contains("tags", ["new"]), [1]],
    [await db.from("book").select("id").overlaps("tags", ["new", "sale"]).order("id"), [1, 3]],
    [await db.from("book").select("id").filter("price", "gte", "12"), [3]],
    [await db.from("book").select("id").contains("extra", { pages: 341 }), [1]],
    [await db.from("book").select("id").textSearch("title", "lathe | solaris").order("id"), [2, 3]],
    [await db.from("book").select("id").textSearch("title", "the dispossessed", { type: "phrase" }), [1]],
    [await db.from("book").select("id").textSearch("title", "solaris", { type: "websearch" }), [3]],
  ] as const) {
    assert.equal(found.error, null, JSON.stringify(found.error));
    assert.deepEqual(found.data.map((row) => row.id), ids);
  }

  const counted = await db.from("book").select("*", { count: "exact", head: true });
  assert.deepEqual([counted.count, counted.data], [3, null]);
  const ranged = await db.from("author").select("id", { count: "exact" }).order("id").range(1, 2);
  assert.deepEqual([ranged.data, ranged.count, ranged.status], [[{ id: 2 }, { id: 3 }], 3, 206]);
  const beyond = await db.from("author").select("id", { count: "exact" }).range(10, 12);
  assert.equal(beyond.error === null ? beyond.data?.length : beyond.status, beyond.error === null ? 0 : 416);

  const one = await db.from("author").select("name").eq("id", 2).single();
  assert.equal(one.data?.name, "Stanislaw");
  const many = await db.from("author").select("name").single();
  assert.deepEqual([many.status, many.error?.code, many.data], [406, "not_acceptable", null]);
  const maybe = await db.from("author").select("name").eq("id", 99).maybeSingle();
  assert.deepEqual([maybe.data, maybe.error], [null, null]);
  const csv = await db.from("author").select("id,name").lt("id", 3).order("id").csv();
  assert.equal(csv.data?.trim(), "id,name\r\n1,Ursula\r\n2,Stanislaw");
  const shelf = await db.from("shelf").select("title, author_name").lt("price", 8).returns<{ title: string; author_name: string }[]>();
  assert.deepEqual(shelf.data, [{ title: "The Lathe of Heaven", author_name: "Ursula" }]);
  const sums = await db.from("book").select("author(name), price.sum()" as "*").order("author_id").limit(2);
  assert.equal(sums.error, null, JSON.stringify(sums.error));
  const missing = await db.from("book").select("nothing" as "*");
  assert.deepEqual([missing.status, missing.error !== null], [400, true]);
}

async function writes(): Promise<void> {
  const quiet = await db.from("author").insert({ id: 10, name: "Octavia B." });
  assert.deepEqual([quiet.status, quiet.data, quiet.error], [201, null, null]);
  const added = await db
    .from("book")
    .insert([{ author_id: 10, title: "Kindred", price: "5.00", tags: ["new"] }, { author_id: 10, title: "Dawn" }])
    .select("id, title, price, author(name)");
  assert.equal(added.error, null, JSON.stringify(added.error));
  assert.deepEqual(added.data.map((row) => [row.title, row.price, row.author.name]), [["Kindred", "5.00", "Octavia B."], ["Dawn", "0.00", "Octavia B."]]);
  const single = await db.from("vote").insert({ book_id: added.data[0]!.id, voter: "ann", stars: 1 }).select().single();
  assert.equal(single.data?.stars, 1);
  const taken = await db.from("author").insert({ id: 10, name: "again" });
  assert.deepEqual([taken.status, taken.error?.code], [409, "unique_violation"]);
  const upserted = await db.from("vote").upsert({ book_id: added.data[0]!.id, voter: "ann", stars: 5 }).select();
  assert.equal(upserted.data?.[0]?.stars, 5);
  const ignored = await db
    .from("book")
    .upsert({ author_id: 10, title: "Dawn", price: "9.00" }, { onConflict: "author_id,title", ignoreDuplicates: true })
    .select();
  assert.deepEqual(ignored.data, []);
  const merged = await db.from("book").upsert({ author_id: 10, title: "Dawn", price: "9.00" }, { onConflict: "author_id,title" }).select("price");
  assert.deepEqual(merged.data, [{ price: "9.00" }]);
  const defaults = await db.from("book").insert([{ author_id: 10, title: "Imago" }, { author_id: 10, title: "Clay's Ark", year: 1984 }], { defaultToNull: false }).select("price");
  assert.deepEqual(defaults.data, [{ price: "0.00" }, { price: "0.00" }]);
  const updated = await db.from("book").update({ year: 1979 }, { count: "exact" }).eq("title", "Kindred").select("year").single();
  assert.deepEqual([updated.data, updated.count], [{ year: 1979 }, 1]);
  const nothing = await db.from("book").update({ year: 1 }).eq("title", "none").select();
  assert.deepEqual([nothing.data, nothing.error], [[], null]);
  const undone = await db.from("book").delete().eq("title", "Dawn").select("title").rollback();
  assert.deepEqual(undone.data, [{ title: "Dawn" }]);
  const removed = await db.from("book").delete({ count: "exact" }).eq("author_id", 10);
  assert.deepEqual([removed.status, removed.count, removed.data], [204, 4, null]);
  const gone = await db.from("author").delete().eq("id", 10).select();
  assert.equal(gone.data?.length, 1);
  const referred = await db.from("author").delete().eq("id", 1);
  assert.deepEqual([referred.status, referred.error?.code], [409, "foreign_key_violation"]);
}

await reads();
await writes();
