// What an object does again and again: reads of shapes that it knows, without a call into its wasm (`plain.js` in the shard).

// Shapes of an object that are known; all go when there are more.
const MOST = 512;

// Of shapes that came once, and others may never come; and of those that are for wasm.
const ONCE = "once";
const NEVER = "never";

export class Reads {
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
    const reply = core.run(bytes(letter));
    if (known === undefined) this.#note(head, ONCE);
    if (known === ONCE && isDone(reply)) this.#note(head, this.#learnt(core, letter, head, bytes, reply));
    return reply;
  }

  /** What does a shape's read from now on: only what replies to this letter as the shard did. */
  #learnt(core, letter, head, bytes, reply) {
    const read = core.plain(bytes(letter));
    const uncounted = { version: () => core.version(), stateOf: (image, digits) => core.stateOf(image, digits), countRead() {} };
    return read?.reply(uncounted, letter, head.length) === reply ? read : NEVER;
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

/** The catalog's version and the shape of a run (`wire::Request::Run`), as they stand before its values; undefined of all else. */
function headOf(letter) {
  if (typeof letter !== "string" || letter.charCodeAt(0) !== 0) return undefined;
  let at = 1;
  while (letter.charCodeAt(at++) & 128);
  let length = 0;
  for (let shift = 0, more = true; more; shift += 7) {
    const byte = letter.charCodeAt(at++);
    length |= (byte & 127) << shift;
    more = (byte & 128) !== 0;
  }
  return letter.slice(0, at + length);
}

/** Whether a reply is no error: the first of what is told, behind three characters that say how long that is. */
const isDone = (reply) => reply.charCodeAt(3) === 0;
