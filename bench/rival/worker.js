// What WorkerSQL is measured against: a Worker with a SQLite Durable Object as one writes it by hand for one schema.
// It knows its tables, has no keys, no validation and no change log. It does everything twice: mapping rows in JavaScript,
// and, under /json, letting SQLite write the JSON, which is more than most would do by hand.
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
      case "GET /counts":
        return Response.json(await shop.counts(Number(searchParams.get("author"))));
      case "GET /json/book":
        return text(await shop.jsonBook(Number(searchParams.get("id"))));
      case "GET /json/books/since":
        return text(await shop.jsonSince(Number(searchParams.get("year"))));
      case "GET /json/authors":
        return text(await shop.jsonAuthors());
      case "GET /json/books":
        return text(await shop.jsonBooks());
      case "GET /json/counts":
        return text(await shop.jsonCounts(Number(searchParams.get("author"))));
      case "POST /json/reviews":
        return text(await shop.jsonAddReviews(await request.text()));
      case "POST /load":
        return Response.json(await shop.load(await request.json()));
      default:
        return new Response("Not found", { status: 404 });
    }
  },
};

const text = (json) => new Response(json, { headers: { "content-type": "application/json" } });

const BOOK = "json_object('id', id, 'title', title, 'year', year, 'price', price)";

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

  counts(author) {
    const counts = this.sql.exec(
      "SELECT b.id, b.title, count(r.id) AS count, avg(r.rating) AS average FROM book b LEFT JOIN review r ON r.book_id = b.id " +
        "WHERE b.author_id = ? GROUP BY b.id ORDER BY b.id",
      author,
    );
    const nodeOf = ({ id, title, count, average }) => ({
      id,
      title,
      reviewCollection: { aggregate: { count, avg: { rating: average } } },
    });
    return { data: { bookCollection: { nodes: [...counts].map(nodeOf) } } };
  }

  jsonBook(id) {
    const [row] = this.sql.exec(`SELECT ${BOOK} AS json FROM book WHERE id = ?`, id);
    return `{"data":{"bookByPk":${row ? row.json : null}}}`;
  }

  jsonSince(year) {
    const { json } = this.sql
      .exec(
        `SELECT json_group_array(${BOOK}) AS json FROM ` +
          "(SELECT id, title, year, price FROM book WHERE year >= ? ORDER BY title, id LIMIT 50)",
        year,
      )
      .one();
    return `{"data":{"bookCollection":{"nodes":${json}}}}`;
  }

  jsonAuthors() {
    const { json } = this.sql
      .exec(
        `SELECT json_group_array(json_object('id', id, 'name', name, 'bookCollection', json_object('nodes', (
           SELECT json_group_array(json_object('id', id, 'title', title, 'reviewCollection', json_object('nodes', (
             SELECT json_group_array(json_object('id', id, 'rating', rating))
             FROM (SELECT id, rating FROM review WHERE book_id = b.id ORDER BY id LIMIT 3)))))
           FROM (SELECT id, title FROM book WHERE author_id = a.id ORDER BY id LIMIT 5) b)))) AS json
         FROM (SELECT id, name FROM author ORDER BY id LIMIT 20) a`,
      )
      .one();
    return `{"data":{"authorCollection":{"nodes":${json}}}}`;
  }

  jsonBooks() {
    const { json } = this.sql
      .exec(
        `SELECT json_group_array(${BOOK}) AS json FROM (SELECT id, title, year, price FROM book ORDER BY id LIMIT 1000)`,
      )
      .one();
    return `{"data":{"bookCollection":{"nodes":${json}}}}`;
  }

  jsonCounts(author) {
    const { json } = this.sql
      .exec(
        `SELECT json_group_array(json_object('id', id, 'title', title, 'reviewCollection',
           json_object('aggregate', json_object('count', count, 'avg', json_object('rating', average))))) AS json
         FROM (SELECT b.id, b.title, count(r.id) AS count, avg(r.rating) AS average
           FROM book b LEFT JOIN review r ON r.book_id = b.id WHERE b.author_id = ? GROUP BY b.id ORDER BY b.id)`,
        author,
      )
      .one();
    return `{"data":{"bookCollection":{"nodes":${json}}}}`;
  }

  jsonAddReviews(reviews) {
    const rows = this.sql
      .exec(
        "INSERT INTO review (book_id, rating, body) SELECT value ->> 'bookId', value ->> 'rating', value ->> 'body' " +
          "FROM json_each(?) RETURNING json_object('id', id)",
        reviews,
      )
      .raw()
      .toArray();
    const records = rows.join(",");
    return `{"data":{"insertIntoReviewCollection":{"affectedCount":${rows.length},"records":[${records}]}}}`;
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
