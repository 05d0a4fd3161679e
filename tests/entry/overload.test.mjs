// The Worker's entry under more requests than a shard can do: those beyond a bound are refused at once.
import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as after } from "node:timers/promises";
import { admissionOver, entryOver } from "./over.mjs";

/** The entry over an instance whose answers wait until they are let go, and its clock. */
async function entry() {
  const held = [];
  const clock = { now: 1_000_000 };
  const instantiate = () => ({
    stackPointer: { value: 0 },
    headerNames: () => "accept rdw",
    begin(_head, _body, _env, outbox) {
      outbox.push(false, "shop", new TextEncoder().encode("read"));
      return 1;
    },
    resume: (_task, replies) => new Response(replies[0]),
    shardCore: () => ({ run: (request) => new TextDecoder().decode(request) }),
  });
  const module = await entryOver(instantiate, clock);
  const run = () => new Promise((resolve) => held.push(resolve));
  const env = { SHARDS: { idFromName: (name) => name, get: () => ({ run }) } };
  const fetched = async (path) => module.default.fetch(new Request(`http://localhost${path}`), env);
  const release = (count) => held.splice(0, count).forEach((resolve) => resolve("row"));
  return { module, clock, fetched, release };
}

/** What waits for a timer before it begins has begun: its timer fires before this one. */
const begun = () => after(5);

test("what is beyond the bound is refused at once, and other tenants are served", async () => {
  const { fetched, release } = await entry();
  const waiting = Array.from({ length: 256 }, () => fetched("/t/shop/rest/book"));
  const refused = await fetched("/t/shop/rest/book");
  assert.equal(refused.status, 503);
  assert.equal(refused.headers.get("retry-after"), "1");
  assert.equal(refused.headers.get("workersql-rows-read"), "0");
  assert.equal(refused.headers.get("access-control-expose-headers"), "*");
  assert.equal((await refused.json()).code, "unavailable");

  const other = fetched("/t/bank/rest/book");
  await begun();
  release(257);
  assert.equal((await other).status, 200);
  for (const response of await Promise.all(waiting)) assert.equal(response.status, 200);
});

test("of those beyond it, many are refused one after the other, and all are", async () => {
  const { fetched, release } = await entry();
  const waiting = Array.from({ length: 256 }, () => fetched("/t/shop/rest/book"));
  await begun();
  const refused = await Promise.all(Array.from({ length: 300 }, () => fetched("/t/shop/rest/book")));
  assert.ok(refused.every(({ status }) => status === 503));
  release(256);
  await Promise.all(waiting);
});

test("two a millisecond are refused, some at once, and none waits for longer than a tenth of a second", async () => {
  const clock = { now: 1_000_000 };
  const { untilRefused } = await admissionOver(clock);
  const waits = (count) => Array.from({ length: count }, untilRefused);
  assert.ok(waits(32).every((wait) => wait === 0));
  const rest = waits(1000);
  assert.deepEqual(rest.slice(0, 4), [0, 0.5, 1, 1.5]);
  assert.equal(Math.max(...rest), 100);
  clock.now += 50;
  assert.equal(untilRefused(), 50);
  clock.now += 1000;
  assert.ok(waits(32).every((wait) => wait === 0));
});

test("a place is free again as soon as an answer is there", async () => {
  const { fetched, release } = await entry();
  const waiting = Array.from({ length: 256 }, () => fetched("/t/shop/graphql"));
  await begun();
  assert.equal((await fetched("/t/shop/graphql")).status, 503);
  release(1);
  assert.equal((await waiting[0]).status, 200);
  const next = fetched("/t/shop/graphql");
  await begun();
  release(256);
  assert.equal((await next).status, 200);
  await Promise.all(waiting);
});

test("of slow requests, fewer may wait", async () => {
  const { clock, fetched, release } = await entry();
  const waiting = [];
  for (let at = 0; at < 32; at++) waiting.push(fetched("/t/shop/rest/book"));
  await begun();
  // Each reply takes 20 ms more than the one before: the shard does one after the other.
  for (const answer of waiting.splice(0, 31)) {
    clock.now += 20;
    release(1);
    await answer;
  }
  for (let at = 0; at < 31; at++) waiting.push(fetched("/t/shop/rest/book"));
  await begun();
  assert.equal((await fetched("/t/shop/rest/book")).status, 503);
  release(32);
  for (const response of await Promise.all(waiting)) assert.equal(response.status, 200);
});

test("what comes when work has gone on for long waits until the sockets were looked at", async () => {
  const { clock, fetched, release } = await entry();
  const first = fetched("/t/shop/rest/book");
  await begun();
  clock.now += 51;
  const late = fetched("/t/shop/rest/book");
  release(1);
  assert.equal((await first).status, 200);
  let answered = false;
  late.then(() => (answered = true));
  while (!answered) {
    release(1);
    await begun();
  }
  assert.equal((await late).status, 200);
});

test("an object's calls keep their order, and one that fails holds up none", async () => {
  const { module, clock, fetched, release } = await entry();
  const object = new module.Shard();
  object.ctx = { storage: {}, id: "shop" };
  // Something is under way, so that the time counts.
  const other = fetched("/t/shop/rest/book");
  clock.now += 51;
  const order = [];
  const call = (name) => object.run(new TextEncoder().encode(name)).then((said) => order.push(said));
  const failing = object.run(null);
  const calls = ["a", "b", "c"].map(call);
  await assert.rejects(failing);
  await Promise.all(calls);
  assert.deepEqual(order, ["a", "b", "c"]);
  assert.equal(await object.run(new TextEncoder().encode("d")), "d");
  release(1);
  assert.equal((await other).status, 200);
});

test("calls that are joined are made in one turn, and one that fails holds up none", async () => {
  const { module } = await entry();
  const object = new module.Shard();
  object.ctx = { storage: {}, id: "shop" };
  const order = [];
  const call = (name) => object.run(new TextEncoder().encode(name), true).then((said) => order.push(said));
  const first = call("a");
  const failing = assert.rejects(object.run(null, true));
  const last = call("b");
  assert.equal(object.run(new TextEncoder().encode("alone")), "alone");
  assert.deepEqual(order, []);
  await Promise.all([first, failing, last]);
  assert.deepEqual(order, ["a", "b"]);
});

test("of several requests under way, those that write are joined; of many, all", async () => {
  const [READ, WRITE] = [0, 1];
  const expectations = [
    [WRITE, 2, true],
    [WRITE, 1, undefined],
    [READ, 8, true],
    [READ, 7, undefined],
  ];
  for (const [kind, under, expected] of expectations) {
    const calls = [];
    const instantiate = () => ({
      stackPointer: { value: 0 },
      headerNames: () => "accept rdw",
      begin(_head, _body, _env, outbox) {
        outbox.push(false, "shop", new Uint8Array([kind]));
        return 1;
      },
      resume: (_task, replies) => new Response(replies[0]),
    });
    const module = await entryOver(instantiate);
    const run = async (_letter, joined) => {
      calls.push(joined);
      return "done";
    };
    const env = { SHARDS: { idFromName: (name) => name, get: () => ({ run }) } };
    const body = "[]";
    const ask = () => module.default.fetch(new Request("http://localhost/t/shop/rest/book", { method: "POST", body }), env);
    await Promise.all(Array.from({ length: under }, ask));
    assert.deepEqual(calls, Array(under).fill(expected));
  }
});
