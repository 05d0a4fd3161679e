// What a shard needs of its host, in as few and as small crossings as can be. Large texts stay JavaScript strings.

// A bound value is pushed onto a list, since a list of numbers and texts cannot cross as one.
export const pushNull = (list) => list.push(null);
export const pushNumber = (list, number) => list.push(number);
export const pushText = (list, text) => list.push(text);
// A slice, since a Rust slice is a view of the whole wasm memory.
export const pushBlob = (list, bytes) => list.push(bytes.slice().buffer);

/**
 * Runs one statement and joins its text columns over the rows. Above its four bits, `flags` holds how many texts stand
 * behind the head. `numbers` receives: rows taken, whether there were more, the head's integer (-1 without one), rows
 * read, rows written. Answers the lists, the texts, then the first and the last key.
 */
export function harvest(sql, text, params, lists, flags, keep, numbers) {
  const cursor = sql.exec(text, ...params);
  const rows = cursor.raw().toArray();
  if (flags & 8) return gathered(rows[0], lists, flags, cursor, numbers);
  const first = flags & 1;
  const end = Math.min(rows.length, first + keep);
  numbers[0] = Math.max(end - first, 0);
  numbers[1] = rows.length > end ? 1 : 0;
  numbers[2] = first && rows.length ? rows[0][0] : -1;
  numbers[3] = cursor.rowsRead;
  numbers[4] = cursor.rowsWritten;
  const taken = flags & 4 ? rows.slice(first, end).reverse() : first || rows.length > end ? rows.slice(first, end) : rows;
  const texts = [];
  for (let column = 0; column < lists; column++) texts.push(joined(taken, column));
  if (flags >> 4) texts.push(...rows[0].slice(1, (flags >> 4) + 1));
  if (flags & 2 && taken.length) texts.push(taken[0][lists], taken[taken.length - 1][lists]);
  return texts;
}

/** The only row of a statement in which SQLite has joined the rows: their number, the lists, the head and its texts, the key. */
function gathered(row, lists, flags, cursor, numbers) {
  numbers[0] = row[0];
  numbers[1] = 0;
  numbers[2] = flags & 1 ? row[lists + 1] : -1;
  numbers[3] = cursor.rowsRead;
  numbers[4] = cursor.rowsWritten;
  const texts = row.slice(1, lists + 1).map((text) => text ?? "");
  if (flags >> 4) texts.push(...row.slice(lists + 2, lists + 2 + (flags >> 4)));
  if (flags & 2) texts.push(row[row.length - 1], row[row.length - 1]);
  return texts;
}

function joined(rows, column) {
  if (!rows.length) return "";
  let text = rows[0][column];
  for (let at = 1; at < rows.length; at++) text += "," + rows[at][column];
  return text;
}

/** Runs one statement and answers its rows as one flat list; `size` receives their number. */
export function rows(sql, text, params, size) {
  const all = sql.exec(text, ...params).raw().toArray();
  size[0] = all.length;
  return all.flat();
}

/** Runs a statement; `numbers` receives the rows read and written. */
export function execute(sql, text, numbers) {
  const cursor = sql.exec(text);
  cursor.toArray();
  numbers[0] = cursor.rowsRead;
  numbers[1] = cursor.rowsWritten;
}

export const transaction = (storage, work) => storage.transactionSync(work);

/** See `Sql::deferring`. What put them off would last until the larger transaction is over, in which other requests write, too. */
export function deferring(storage, work) {
  try {
    storage.transactionSync(() => {
      storage.sql.exec("PRAGMA defer_foreign_keys = ON");
      work();
    });
  } finally {
    storage.sql.exec("PRAGMA defer_foreign_keys = OFF");
  }
}

export const sizeOf = (sql) => sql.databaseSize;

export const sqlOf = (storage) => storage.sql;

/** The kinds of a value out of SQL: 0 null, 1 number, 2 text, 3 blob. */
export function kind(value) {
  if (value === null) return 0;
  return typeof value === "number" ? 1 : typeof value === "string" ? 2 : 3;
}

/** Two texts as one. */
export const joinedTexts = (first, second) => first + second;

/**
 * One text of both halves of a reply: three characters hold the length of the first, which has one character a byte.
 * A single string crosses from object to gateway at the least cost.
 */
export function seal(meta, text) {
  const size = meta.length;
  let sealed = String.fromCharCode(size >> 16, (size >> 8) & 255, size & 255);
  // A call takes a bounded number of arguments.
  for (let at = 0; at < size; at += 4096) sealed += String.fromCharCode.apply(null, meta.subarray(at, at + 4096));
  return sealed + text;
}
