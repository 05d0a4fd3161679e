// What WorkerSQL is measured against: a Worker with a SQLite Durable Object as one writes it by hand for one schema.
// It knows its tables, has no keys, no validation and no change log, and maps rows in JavaScript.
import { DurableObject } from "cloudflare:workers";

export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/healthz") return Response.json({ status: "ok" });
    const shop = env.SHOP.get(env.SHOP.idFromName("bench"));
    const route = `${request.method} ${pathname}`;
    switch (route) {
      case "GET /book":
        return Response.json(await shop.book(Number(searchParams.get("id"))));
      case "GET /books/since":
        return Response.json(await shop.since(Number(searchParams.get("year"))));
      case "GET /authors":
        return Response.json(await shop.authors());
      case "GET /books":
        return Response.json(await shop.books());
      case "POST /reviews":
        return Response.json(await shop.addReviews(await request.json()));
      case "POST /load":
        return Response.json(await shop.load(await request.json()));
      default:
        return new Response("Not found", { status: 404 });
    }
  },
};

export class Shop extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    this.sql = ctx.storage.sql;
    this.sql.exec(`
      CREATE TABLE IF NOT EXISTS author (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT);
      CREATE TABLE IF NOT EXISTS book (id INTEGER PRIMARY KEY, title TEXT NOT NULL, year INTEGER NOT NULL,
        price TEXT NOT NULL, author_id INTEGER NOT NULL REFERENCES author (id));
      CREATE TABLE IF NOT EXISTS review (id INTEGER PRIMARY KEY, book_id INTEGER NOT NULL REFERENCES book (id),
        rating INTEGER NOT NULL, body TEXT);
      CREATE INDEX IF NOT EXISTS book_author ON book (author_id);
      CREATE INDEX IF NOT EXISTS review_book ON review (book_id);
    `);
  }

  book(id) {
    const [book] = this.sql.exec("SELECT id, title, year, price FROM book WHERE id = ?", id);
    return { data: { bookByPk: book ? bookOf(book) : null } };
  }

  since(year) {
    const books = this.sql.exec(
      "SELECT id, title, year, price FROM book WHERE year >= ? ORDER BY title, id LIMIT 50",
      year,
    );
    return { data: { bookCollection: { nodes: [...books].map(bookOf) } } };
  }

  authors() {
    const authors = [...this.sql.exec("SELECT id, name FROM author ORDER BY id LIMIT 20")];
    const nodes = authors.map(({ id, name }) => ({ id, name, bookCollection: { nodes: this.#booksOf(id) } }));
    return { data: { authorCollection: { nodes } } };
  }

  #booksOf(author) {
    const books = [...this.sql.exec("SELECT id, title FROM book WHERE author_id = ? ORDER BY id LIMIT 5", author)];
    return books.map(({ id, title }) => ({ id, title, reviewCollection: { nodes: this.#reviewsOf(id) } }));
  }

  #reviewsOf(book) {
    const reviews = this.sql.exec("SELECT id, rating FROM review WHERE book_id = ? ORDER BY id LIMIT 3", book);
    return [...reviews].map(({ id, rating }) => ({ id, rating }));
  }

  books() {
    const books = this.sql.exec("SELECT id, title, year, price FROM book ORDER BY id LIMIT 1000");
    return { data: { bookCollection: { nodes: [...books].map(bookOf) } } };
  }

  addReviews(reviews) {
    const records = this.ctx.storage.transactionSync(() =>
      reviews.map(({ bookId, rating, body }) =>
        this.sql
          .exec("INSERT INTO review (book_id, rating, body) VALUES (?, ?, ?) RETURNING id", bookId, rating, body)
          .one(),
      ),
    );
    return { data: { insertIntoReviewCollection: { affectedCount: records.length, records } } };
  }

  load({ table, columns, rows }) {
    const places = columns.map((_, at) => `value ->> ${at}`).join(", ");
    this.sql.exec(`INSERT INTO ${table} (${columns.join(", ")}) SELECT ${places} FROM json_each(?)`, JSON.stringify(rows));
    return { loaded: rows.length };
  }
}

function bookOf({ id, title, year, price }) {
  return { id, title, year, price };
}
