// The Worker's entry, fresh, over instances that stand for those of the wasm module.
import { readFileSync } from "node:fs";
import { repeated, Repeats } from "../../api/src/repeats.js";

export async function entryOver(instantiate) {
  globalThis.entryUnderTest = { DurableObject: class {}, playground: () => undefined, instantiate, repeated, Repeats };
  const source = readFileSync(new URL("../../api/src/worker.js", import.meta.url), "utf8")
    .replace(/^import \{ ([\w, ]+) \} from .*$/gm, "const { $1 } = globalThis.entryUnderTest;")
    .concat(`\n// ${Math.random()}`);
  return import(`data:text/javascript,${encodeURIComponent(source)}`);
}
