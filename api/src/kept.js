// What the entry remembers of requests, within a bound: what was not asked for longest goes.

// Characters that are kept: twice as many at the most.
const MOST = 2_000_000;

// What an entry holds beside its texts, about.
const BESIDE = 600;

export class Kept {
  #young = new Map();
  #old = new Map();
  #size = 0;

  get(key) {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    // Its size is that of its key again: what it holds was counted when it came.
    if (old !== undefined) this.put(key, old, 0);
    return old;
  }

  /** Keeps a value, which holds so many characters. */
  put(key, value, size) {
    if (this.#size >= MOST) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = 0;
    }
    this.#young.set(key, value);
    this.#size += key.length + size + BESIDE;
  }
}
