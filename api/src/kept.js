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
    if (young !== undefined) return young.value;
    const old = this.#old.get(key);
    if (old !== undefined) this.put(key, old.value, old.size);
    return old?.value;
  }

  /** Keeps a value, which holds so many characters. */
  put(key, value, size) {
    if (this.#size >= MOST) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = 0;
    }
    this.#young.set(key, { value, size });
    this.#size += key.length + size + BESIDE;
  }
}
