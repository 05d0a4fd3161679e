// Inserts of forms that come again: their letters are put together here, and so is the response. Requests of one form differ in the
// integers and texts of the rows that they add. The gateway says of a form where these go in the rows' text and what their columns take
// (`template/insert.rs`); anything that is not plainly so, a failure among it, is the gateway's own, as ever.
import { varint, varintAt } from "./postcard.js";

// In place of a value in a form.
const HOLE = "\x02";

// A form that came once: others may never come. And one that the gateway has no template for.
const ONCE = "once";
const NEVER = "never";

// `wire::Request::Write`.
const WRITE = "\x01";

const NOT_ASCII = /[^\x00-\x7f]/;
// What no text in a letter has as it stands.
const ESCAPED = /[\0\x01]/;

/**
 * A request as one of a form. `body` is its body, one character a byte, which has to be JSON as `JSON.stringify` writes it: that is what
 * tells that nothing of it is lost. In a GraphQL document's (`documents`) only the variables differ.
 */
export function insertOf(head, body, documents) {
  const form = new Form();
  try {
    const text = NOT_ASCII.test(body) ? decoded(body) : body;
    const value = JSON.parse(text);
    if (documents) form.addDocument(value);
    else form.add(value);
    if (form.whole !== text || form.values.length === 0) return undefined;
  } catch {
    // No JSON, no UTF-8, or nested too deep.
    return undefined;
  }
  return { key: `${head}\0${form.holed}`, holed: form.holed, values: form.values, written: form.written };
}

class Form {
  /** All of it, and the same with holes. */
  whole = "";
  holed = "";
  /** What stands in the holes, and how JSON writes it. */
  values = [];
  written = [];

  add(value) {
    if (typeof value === "string") this.#open(value, JSON.stringify(value), `"${HOLE}"`);
    else if (Number.isSafeInteger(value)) this.#open(value, String(value), HOLE);
    else if (typeof value !== "object" || value === null) this.#close(JSON.stringify(value));
    else if (Array.isArray(value)) this.#list(value);
    else this.#members(value, (member) => this.add(member));
  }

  /** A GraphQL request: an object whose only values that differ are the variables'. */
  addDocument(value) {
    if (typeof value !== "object" || value === null) return;
    this.#members(value, (member, name) => (name === "variables" ? this.add(member) : this.#close(JSON.stringify(member))));
  }

  #open(value, written, hole) {
    this.whole += written;
    this.holed += hole;
    this.values.push(value);
    this.written.push(written);
  }

  #close(text) {
    this.whole += text;
    this.holed += text;
  }

  #list(values) {
    let before = "[";
    for (const value of values) {
      this.#close(before);
      this.add(value);
      before = ",";
    }
    this.#close(values.length === 0 ? "[]" : "]");
  }

  #members(object, add) {
    let before = "{";
    for (const name of Object.keys(object)) {
      this.#close(`${before}${JSON.stringify(name)}:`);
      add(object[name], name);
      before = ",";
    }
    this.#close(before === "{" ? "{}" : "}");
  }
}

/** Forms of inserts; those that did not come for longest go. */
export class Inserts {
  #kept;

  constructor(kept) {
    this.#kept = kept;
  }

  /** What is known of a request: `name` and `letter` are what it sends, and `response` makes what is answered of the reply, if it can. */
  get(asked) {
    const form = this.#kept.get(asked.key);
    const letter = typeof form === "object" ? letterOf(form, asked) : undefined;
    return letter && { name: form.name, letter, response: (reply) => responseOf(form, reply) };
  }

  /**
   * Notes what was made of a reply. `letter` is what was sent for it, to the object of that `name`; `made` is the response's status and
   * headers, and `text` its body, which is all of the reply's second half. `insertTemplateOf` asks the gateway for the template of a form.
   */
  note(asked, exchange, { insertTemplateOf }) {
    const known = this.#kept.get(asked.key);
    if (known === NEVER) return;
    // A value may be for the gateway, where others are not.
    if (typeof known === "object" && [undefined, exchange.letter].includes(letterOf(known, asked))) return;
    const form = known === undefined ? ONCE : formOf(asked, exchange, insertTemplateOf(asked.holed));
    this.#kept.put(asked.key, form, typeof form === "object" ? sizeOf(form) : 0);
  }
}

const sizeOf = ({ before, behind, texts }) => before.length + behind.length + texts.join("").length;

/** A form whose letters and responses are made here, as this letter and this response were made; or what is known of it instead. */
function formOf(asked, { name, letter, reply, made, text }, described) {
  if (described === undefined || typeof letter !== "string" || letter[0] !== WRITE) return NEVER;
  const { behind, ...template } = templateOf(described, asked.values);
  const open = { name, made, ...template, behind: letter.slice(letter.length - behind), empty: text === "" };
  const rows = rowsOf(open, asked);
  if (rows === undefined) return ONCE;
  const { location } = made.headers;
  const form = {
    ...open,
    before: letter.slice(0, letter.length - behind - rows.length),
    base: location?.slice(0, location.lastIndexOf("/") + 1),
  };
  const told = toldOf(form, reply);
  const same = told !== undefined && reply.slice(told.end) === text && JSON.stringify(told.headers) === JSON.stringify(made.headers);
  return same && letterOf(form, asked) === letter ? form : NEVER;
}

/** A template as the gateway describes it. */
function templateOf(described, values) {
  const [behind, ...fields] = described.split("\0");
  const holes = values.map((value, at) => {
    const [first, second] = fields.slice(2 * at);
    return typeof value === "string" ? { longest: Number(first), fixed: second === "fixed" } : { least: Number(first), most: Number(second) };
  });
  const parts = fields.slice(2 * values.length);
  const texts = parts.filter((_, at) => at % 2 === 0);
  const order = parts.filter((_, at) => at % 2 === 1).map(Number);
  return { behind: Number(behind), holes, texts, order };
}

/** The letter of a request of that form; undefined where a value is not plainly one of its column's. */
function letterOf(form, asked) {
  const rows = rowsOf(form, asked);
  return rows === undefined ? undefined : form.before + rows + form.behind;
}

/** The rows as they stand in a letter. */
function rowsOf({ texts, order, holes }, { values, written }) {
  for (let at = 0; at < holes.length; at++) if (!isTaken(values[at], holes[at])) return undefined;
  let rows = texts[0];
  for (let at = 0; at < order.length; at++) rows += written[order[at]] + texts[at + 1];
  if (NOT_ASCII.test(rows)) rows = encoded(rows);
  return varint(rows.length) + rows;
}

function isTaken(value, { least, most, longest, fixed }) {
  if (longest === undefined) return value >= least && value <= most;
  // A character is three bytes at the most for each of its units here.
  if (value.length > longest || ESCAPED.test(value) || (fixed && value.endsWith(" "))) return false;
  return !NOT_ASCII.test(value) || (value.length * 3 <= longest && value.isWellFormed());
}

/** The response to a reply; undefined where it is another one than that of rows that were added. */
function responseOf(form, reply) {
  const told = toldOf(form, reply);
  if (told === undefined) return undefined;
  return new Response(form.empty ? null : reply.slice(told.end), { status: form.made.status, headers: told.headers });
}

/** What a reply tells beside its text (`wire::Reply`), as headers, and where the text begins. */
function toldOf({ made, base }, reply) {
  if (typeof reply !== "string") return undefined;
  const end = 3 + (reply.charCodeAt(0) << 16) + (reply.charCodeAt(1) << 8) + reply.charCodeAt(2);
  if (reply.charCodeAt(3) !== 0) return undefined;
  const from = { text: reply, at: 4 };
  const version = varintAt(from);
  const read = varintAt(from);
  const written = varintAt(from);
  // Of one operation.
  if (reply.charCodeAt(from.at) !== 0 || reply.charCodeAt(from.at + 1) !== 1) return undefined;
  from.at += 2;
  varintAt(from);
  if (reply.charCodeAt(from.at++) !== 0) return undefined;
  let key;
  if (reply.charCodeAt(from.at++) === 1) {
    const length = varintAt(from);
    key = reply.slice(from.at, from.at + length);
    from.at += length;
  }
  // Neither whether it was there, nor its state.
  if (from.at + 2 !== end || reply.charCodeAt(from.at) !== 0 || reply.charCodeAt(from.at + 1) !== 0) return undefined;
  const headers = { ...made.headers, "workersql-version": String(version), "workersql-rows-read": String(read), "workersql-rows-written": String(written) };
  if (base !== undefined) {
    // One integer.
    const digits = key && /^\[(\d+)\]$/.exec(key)?.[1];
    if (digits === undefined) return undefined;
    headers.location = base + digits;
  }
  return { headers, end };
}

const decoded = (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));

const encoded = (text) => String.fromCharCode(...new TextEncoder().encode(text));
