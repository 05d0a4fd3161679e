// The Worker's entry, over wasm instances that stand for real ones: a panic fails one request, and no other.
import assert from "node:assert/strict";
import test from "node:test";
import { entryOver } from "./over.mjs";

const BEGUN = 7;

/** An instance that answers its name, waits for a shard where the path says so, and traps where it says so. */
function instanceNamed(name) {
  const trapAt = (text, stackPointer) => {
    stackPointer.value = 1;
    if (text.includes("trap")) throw new WebAssembly.RuntimeError("unreachable");
    stackPointer.value = 100;
  };
  const stackPointer = { value: 100 };
  class Core {
    run(bytes) {
      const request = String.fromCharCode(...bytes);
      trapAt(request, stackPointer);
      return `${name} ran ${request}`;
    }
  }
  return {
    name,
    stackPointer,
    shardCore: () => new Core(),
    DirectoryCore: Core,
    headerNames: () => "accept rdw",
    begin(head, _body, _env, outbox) {
      trapAt(head, stackPointer);
      if (!head.includes("wait")) return new Response(name);
      outbox.push(false, "shop", new TextEncoder().encode("read"));
      return BEGUN;
    },
    resume(task, replies) {
      trapAt(String(replies[0]), stackPointer);
      assert.equal(task, BEGUN);
      return replies[0] === "gone" ? undefined : new Response(`${name} got ${replies[0]}`);
    },
  };
}

async function entry() {
  const made = [];
  const module = await entryOver(() => {
    made.push(instanceNamed(`instance ${made.length + 1}`));
    return made.at(-1);
  });
  const fetched = async (path, shard) => {
    const env = { SHARDS: { idFromName: (name) => name, get: () => ({ run: shard }) } };
    return module.default.fetch(new Request(`http://localhost/${path}`), env);
  };
  return { module, made, fetched };
}

console.error = () => {};

test("a panic fails its request, and new work goes to a fresh instance", async () => {
  const { made, fetched } = await entry();
  assert.equal(await (await fetched("a")).text(), "instance 1");
  const failed = await fetched("trap");
  assert.equal(failed.status, 500);
  assert.equal(failed.headers.get("workersql-rows-read"), "0");
  assert.equal((await failed.json()).code, "internal");
  assert.equal(await (await fetched("b")).text(), "instance 2");
  assert.equal(made.length, 2);
});

test("what waits in an instance ends there, on a stack that is whole", async () => {
  const { made, fetched } = await entry();
  let deliver;
  const waiting = fetched("wait", () => new Promise((resolve) => (deliver = resolve)));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal((await fetched("trap")).status, 500);
  assert.equal(made[0].stackPointer.value, 100);
  deliver("a reply");
  assert.equal(await (await waiting).text(), "instance 1 got a reply");
});

test("a panic behind a reply makes a fresh instance once", async () => {
  const { made, fetched } = await entry();
  const failed = await Promise.all([fetched("wait", async () => "trap"), fetched("wait", async () => "trap")]);
  assert.deepEqual(failed.map((response) => response.status), [500, 500]);
  assert.equal(made.length, 2);
});

test("a task that is gone fails its request alone", async () => {
  const { made, fetched } = await entry();
  assert.equal((await fetched("wait", async () => "gone")).status, 500);
  assert.equal(made.length, 1);
});

test("an object starts afresh in the instance that new work goes to", async () => {
  const { module, made } = await entry();
  const [one, other] = [new module.Shard(), new module.Shard()];
  one.ctx = other.ctx = { storage: {}, id: "shop" };
  assert.equal(one.run("a"), "instance 1 ran a");
  assert.equal(other.run("a"), "instance 1 ran a");
  assert.throws(() => one.run("trap"), WebAssembly.RuntimeError);
  assert.equal(one.run("b"), "instance 2 ran b");
  assert.equal(other.run("b"), "instance 2 ran b");
  assert.equal(made.length, 2);
});
