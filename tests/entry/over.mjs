// The Worker's entry, fresh, over instances that stand for those of the wasm module.
import { readFileSync } from "node:fs";
import * as inserts from "../../api/src/inserts.js";
import * as kept from "../../api/src/kept.js";
import * as repeats from "../../api/src/repeats.js";

const sourceOf = (name) => readFileSync(new URL(`../../api/src/${name}`, import.meta.url), "utf8");
const fresh = (source) => import(`data:text/javascript,${encodeURIComponent(`${source}\n// ${Math.random()}`)}`);

/** All runs are wasm's. */
class Runs {
  run(core, letter, bytes) {
    return core.run(bytes(letter));
  }
}

/** Who is let in, by a clock. */
export async function admissionOver(clock) {
  globalThis.entryClock = { now: () => clock.now };
  return fresh(`const Date = globalThis.entryClock;\n${sourceOf("admission.js")}`);
}

/** The entry whose clock is `clock.now`, which stands still unless a test sets it. */
export async function entryOver(instantiate, clock = { now: 1_000_000 }) {
  const admission = await admissionOver(clock);
  globalThis.entryUnderTest = { DurableObject: class {}, playground: () => undefined, instantiate, Runs, ...inserts, ...kept, ...repeats, ...admission, Date: globalThis.entryClock };
  const source = sourceOf("worker.js").replace(/^import \{ ([\w, ]+) \} from .*$/gm, "const { $1 } = globalThis.entryUnderTest;");
  return fresh(`const { Date } = globalThis.entryUnderTest;\n${source}`);
}
