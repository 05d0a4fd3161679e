// Runs that an object does without its wasm: a call into it, and what that calls in turn, takes 10 µs beside a read of one row, and ten
// times that until V8 has optimised it. What a letter and a reply look like is `wire.rs`'s, what a run is `plain.rs`'s, and how it is done
// and answered `run.rs`'s; a shape is only run here once wasm has answered a letter of it in the very same way (see `runs.js`).
import { harvest, rows, transaction } from "./glue.js";

/** A shape's run, as `plain.rs` describes it. */
export const plainRun = (storage, described) => new PlainRun(storage, JSON.parse(described));

// That the column behind the lists is a key, in the flags of `harvest`.
const KEYS = 2;

// Thrown out of a transaction that is to leave nothing behind.
const UNDONE = Symbol("undone");

class PlainRun {
  #storage;
  #sql;
  #plain;
  #flags;

  constructor(storage, plain) {
    const { head, keys, reverse, gathered, texts } = plain.harvest;
    this.#storage = storage;
    this.#sql = storage.sql;
    this.#plain = plain;
    this.#flags = Number(head) | (keys && KEYS) | (reverse << 2) | (gathered << 3) | (texts << 4);
  }

  /**
   * The reply to a letter of the shape, whose values begin at that place; undefined where the shard has to make it. `core` tells its
   * version and a row's state, and hears of the run.
   */
  reply(core, letter, at) {
    const run = this.#run(core, letter, at, (work) => transaction(this.#storage, work));
    if (run !== undefined) core.countRun(run.version, run.numbers[3], run.numbers[4]);
    return run?.reply;
  }

  /** What the reply would be, where nothing is changed. */
  tried(core, letter, at) {
    const undone = (work) => {
      try {
        transaction(this.#storage, () => {
          work();
          throw UNDONE;
        });
      } catch (error) {
        if (error !== UNDONE) throw error;
      }
    };
    return this.#run(core, letter, at, undone)?.reply;
  }

  #run(core, letter, at, within) {
    const values = valuesAt(letter, at);
    if (values === undefined) return undefined;
    let done;
    try {
      if (this.#plain.writes === null) done = this.#done(core, values);
      else within(() => (done = this.#done(core, values)));
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error;
      // Wasm knows what to say of it, and all is undone.
      return undefined;
    }
    return done;
  }

  #done(core, values) {
    const numbers = [0, 0, 0, 0, 0];
    const texts = this.#harvested(values, numbers);
    const version = this.#plain.writes === null ? core.version() : this.#sealed(core.version(), values, numbers);
    const place = this.#place(values, numbers, texts);
    const reply = sealed(this.#told(core, version, numbers, texts, place), this.#answer(values, numbers, texts));
    return { version, numbers, reply };
  }

  #harvested(values, numbers) {
    const { sql, params, harvest: taking, keep } = this.#plain;
    const most = typeof values[keep] === "number" ? values[keep] : Infinity;
    return harvest(this.#sql, sql, bound(params, values), taking.lists, this.#flags, most, numbers);
  }

  /** Ends a transaction and answers the version behind it. */
  #sealed(before, values, numbers) {
    const { harvest: taking, writes } = this.#plain;
    if (taking.lists === 0 && !taking.keys) numbers[0] = this.#number("SELECT changes()", []);
    if (numbers[0] > (values[writes.at_most] ?? Infinity)) throw UNDONE;
    return this.#number(writes.seal, [before]) ?? before;
  }

  #number(sql, params) {
    return rows(this.#sql, sql, params, [0])[0];
  }

  /** Where a page came full, the place behind which rows follow, if they do. */
  #place(values, numbers, texts) {
    const { harvest: taking, next, tagged } = this.#plain;
    if (taking.keys && !tagged) return texts[taking.lists + taking.texts];
    if (next === null || values[next.limit] !== numbers[0]) return undefined;
    const looked = [0, 0, 0, 0, 0];
    const ends = harvest(this.#sql, next.sql, bound(next.params, values), 0, KEYS, Infinity, looked);
    numbers[3] += looked[3];
    return looked[0] > 1 ? ends[0] : undefined;
  }

  /** What is told beside the answer: `wire::Reply`, of one operation. */
  #told(core, version, [rows, , total, read, written], texts, placed) {
    const { harvest: taking, tagged } = this.#plain;
    const image = taking.keys && tagged ? texts[taking.lists + taking.texts] : undefined;
    const place = typeof placed === "string" ? some(placed) : "\0";
    const state = typeof image === "string" ? stateOf(core, image) : "\0";
    const found = total < 0 ? "\0" : "\x01" + varint(total);
    return "\0" + varint(version) + varint(read) + varint(written) + "\0\x01" + varint(rows) + found + place + "\0" + state;
  }

  #answer(values, numbers, texts) {
    let answer = "";
    for (const piece of this.#plain.pieces) answer += pieceOf(piece, this.#plain.harvest.lists, values, numbers, texts);
    return answer;
  }
}

function pieceOf(piece, lists, values, [rows, more, total], texts) {
  if (piece === "One") return rows === 0 ? "null" : texts[0];
  const { Of: chunk, Skipped: skipped } = piece;
  if (skipped !== undefined) return values[skipped] > 0 ? "true" : "false";
  if (chunk === "More") return more > 0 ? "true" : "false";
  if (chunk === "Total") return String(Math.max(total, 0));
  if (chunk === "Count") return String(rows);
  if (chunk.Text !== undefined) return chunk.Text;
  if (chunk.List !== undefined) return texts[chunk.List];
  return texts[lists + chunk.Head];
}

const bound = (params, values) => params.map((slot) => values[slot] ?? null);

/** The values of a letter as SQLite takes them; undefined where one is no matter of JavaScript. */
function valuesAt(letter, at) {
  const from = { letter, at };
  const values = [];
  for (let left = number(from); left > 0; left--) {
    const value = valueOf(from);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** A `schema::stored::Value`. */
function valueOf(from) {
  switch (number(from)) {
    case 0:
      return null;
    case 1: {
      const zigzag = number(from);
      if (zigzag > Number.MAX_SAFE_INTEGER) return undefined;
      return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    }
    case 2:
      return new DataView(bytesOf(taken(from, 8)).buffer).getFloat64(0, true);
    case 3: {
      const bytes = taken(from, number(from));
      return isAscii(bytes) ? bytes : new TextDecoder().decode(bytesOf(bytes));
    }
    default:
      return undefined;
  }
}

function number(from) {
  let number = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = from.letter.charCodeAt(from.at++);
    number += (byte & 127) * factor;
    if (!(byte & 128)) return number;
  }
}

function taken(from, length) {
  const start = from.at;
  from.at += length;
  return from.letter.slice(start, from.at);
}

const isAscii = (text) => !/[^\x00-\x7f]/.test(text);

function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function varint(number) {
  let text = "";
  let rest = number;
  for (; rest >= 128; rest = Math.floor(rest / 128)) text += String.fromCharCode((rest % 128) + 128);
  return text + String.fromCharCode(rest);
}

// Digits of a state.
const STATE = 24;

/** `Some` of the state of a row that has this image. */
function stateOf(core, image) {
  const digits = new Uint8Array(STATE);
  core.stateOf(isAscii(image) ? bytesOf(image) : new TextEncoder().encode(image), digits);
  return "\x01" + String.fromCharCode(STATE) + String.fromCharCode.apply(null, digits);
}

/** `Some` of a text. */
function some(text) {
  const bytes = isAscii(text) ? text : String.fromCharCode(...new TextEncoder().encode(text));
  return "\x01" + varint(bytes.length) + bytes;
}

/** See `seal` in the glue. */
function sealed(told, text) {
  const size = told.length;
  return String.fromCharCode(size >> 16, (size >> 8) & 255, size & 255) + told + text;
}
