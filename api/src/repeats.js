// Requests that come again: what they send to a shard, and what was made of its reply. Planning is pure and the catalog's version
// goes along, so the same request sends the same letter for as long as the catalog is the same, and a shard refuses it afterwards.
// Where the first half of the reply is the same again, too, so are status and headers: wasm has nothing to do. Where it is not,
// the gateway is asked as ever, and finds its letter answered already. No answer is kept: its text is always the shard's.

// Keys, letters and headers that are kept, in characters: twice as many at the most.
const MOST = 2_000_000;

// What a repeat holds beside its texts, about.
const HEADERS = 600;

/** Repeats by request; those that did not come for longest go. */
export class Repeats {
  #young = new Map();
  #old = new Map();
  #size = 0;

  get(key) {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.#put(key, old);
    return old;
  }

  /**
   * Notes what was made of a reply. `letter` is what was sent for it, to the object of that `name`; `made` is the response's status
   * and headers, and `text` its body, which is the reply's second half.
   */
  note(key, { name, letter, reply, made, text }) {
    if (typeof letter !== "string" || !reply.endsWith(text)) return;
    this.#put(key, { name, letter, made, meta: reply.slice(0, reply.length - text.length) });
  }

  #put(key, repeat) {
    if (this.#size >= MOST) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = 0;
    }
    this.#young.set(key, repeat);
    this.#size += key.length + repeat.letter.length + repeat.meta.length + HEADERS;
  }
}

/** The response to a reply, if it is to be the one that was made before. */
export function repeated({ meta, made }, reply) {
  if (typeof reply !== "string" || !reply.startsWith(meta)) return undefined;
  return new Response(reply.slice(meta.length), made);
}
