// What an object does again and again: runs of shapes that it knows, without a call into its wasm (`plain.js` in the shard).
import { varintAt } from "./postcard.js";

// Shapes of an object that are known; all go when there are more.
const MOST = 512;

// Of shapes that came once, and others may never come; and of those that are for wasm.
const ONCE = "once";
const NEVER = "never";

// Rows that a run may read and write for its shape to be learnt, for which the next one is done twice.
const MOST_ROWS = 10_000;

// `wire::Request::Run` and `Write`.
const RUN = 0;
const WRITE = 1;

export class Runs {
  #shapes = new Map();
  #catalog;

  /** The reply to a letter. `bytes` makes it what `core` takes. */
  run(core, letter, bytes) {
    const head = headOf(letter);
    if (head === undefined) {
      const reply = core.run(bytes(letter));
      this.#forget(core);
      return reply;
    }
    const known = this.#shapes.get(head);
    const done = typeof known === "object" ? known.reply(core, letter, head.length) : undefined;
    if (done !== undefined) return done;
    if (known === ONCE) return this.#learnt(core, letter, head, bytes);
    const reply = core.run(bytes(letter));
    if (known === undefined) this.#note(head, rowsOf(reply) > MOST_ROWS ? NEVER : ONCE);
    return reply;
  }

  /** The reply to a letter. What does a run of its shape from now on is only what replies to it as the shard does. */
  #learnt(core, letter, head, bytes) {
    const run = core.plain(bytes(letter));
    const tried = run?.tried(core, letter, head.length);
    const reply = core.run(bytes(letter));
    if (isDone(reply)) this.#note(head, tried === reply ? run : NEVER);
    return reply;
  }

  #note(head, known) {
    if (this.#shapes.size >= MOST) this.#shapes.clear();
    this.#shapes.set(head, known);
  }

  /** Behind what may change the catalog: only wasm compares a letter's with its own. */
  #forget(core) {
    const catalog = core.catalog();
    if (catalog !== this.#catalog) this.#shapes.clear();
    this.#catalog = catalog;
  }
}

/** Kind, catalog and shape of a run, as they stand before its values; undefined of all else. */
function headOf(letter) {
  const kind = typeof letter === "string" ? letter.charCodeAt(0) : undefined;
  if (kind !== RUN && kind !== WRITE) return undefined;
  const from = { text: letter, at: 1 };
  varintAt(from);
  const length = varintAt(from);
  return letter.slice(0, from.at + length);
}

/** The rows that were read and written for a reply. */
function rowsOf(reply) {
  if (!isDone(reply)) return 0;
  const from = { text: reply, at: 4 };
  varintAt(from);
  return varintAt(from) + varintAt(from);
}

/** Whether a reply is no error: the first of what is told, behind three characters that say how long that is. */
const isDone = (reply) => reply.charCodeAt(3) === 0;
