// What the entry remembers: within a bound, whatever is asked for again and again.
import assert from "node:assert/strict";
import test from "node:test";
import { Kept } from "../../api/src/kept.js";

test("what was not asked for longest goes, and what is asked for again counts as ever", () => {
  const kept = new Kept();
  const size = 10_000;
  for (let key = 0; key < 1000; key++) {
    kept.put(`key ${key}`, key, size);
    for (let again = Math.max(0, key - 500); again < key; again++) kept.get(`key ${again}`);
  }
  let known = 0;
  for (let key = 0; key < 1000; key++) known += kept.get(`key ${key}`) === key;
  assert.equal(kept.get("key 999"), 999);
  assert.ok(known * size <= 4_200_000, `${known} of ${size} characters`);
});
