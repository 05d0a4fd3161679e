// The Worker's entry under more requests than a shard can do: those beyond a bound are refused at once.
import assert from "node:assert/strict";
import test from "node:test";
import { setImmediate as started } from "node:timers/promises";
import { entryOver } from "./over.mjs";

/** The entry over an instance whose answers wait until they are let go. */
async function entry() {
  const held = [];
  const module = await entryOver(() => ({
    stackPointer: { value: 0 },
    headerNames: () => "accept rdw",
    begin(_head, _body, _env, outbox) {
      outbox.push(false, "shop", new TextEncoder().encode("read"));
      return 1;
    },
    resume: (_task, replies) => new Response(replies[0]),
  }));
  const run = () => new Promise((resolve) => held.push(resolve));
  const env = { SHARDS: { idFromName: (name) => name, get: () => ({ run }) } };
  const fetched = (path) => module.default.fetch(new Request(`http://localhost${path}`), env);
  const release = (count) => held.splice(0, count).forEach((resolve) => resolve("row"));
  return { fetched, release };
}

test("what is beyond the bound is refused at once, and other tenants are served", async () => {
  const { fetched, release } = await entry();
  const waiting = Array.from({ length: 256 }, () => fetched("/t/shop/rest/book"));
  const refused = await fetched("/t/shop/rest/book");
  assert.equal(refused.status, 503);
  assert.equal(refused.headers.get("retry-after"), "1");
  assert.equal((await refused.json()).code, "unavailable");

  const other = fetched("/t/bank/rest/book");
  await started();
  release(257);
  assert.equal((await other).status, 200);
  for (const response of await Promise.all(waiting)) assert.equal(response.status, 200);
});

test("a place is free again as soon as an answer is there", async () => {
  const { fetched, release } = await entry();
  const waiting = Array.from({ length: 256 }, () => fetched("/t/shop/graphql"));
  await started();
  assert.equal((await fetched("/t/shop/graphql")).status, 503);
  release(1);
  assert.equal((await waiting[0]).status, 200);
  const next = fetched("/t/shop/graphql");
  await started();
  release(256);
  assert.equal((await next).status, 200);
  await Promise.all(waiting);
});
