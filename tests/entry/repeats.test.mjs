// The Worker's entry over requests that come again: what was made of a reply is made again where request and reply are the same.
import assert from "node:assert/strict";
import test from "node:test";
import { entryOver } from "./over.mjs";

/** A reply as a shard seals it: what is told beside the text, and the text. */
const sealed = (told, text) => `${String.fromCharCode(0, 0, told.length)}${told}${text}`;

/** The entry over a gateway that sends `letter.now`, and a shard that answers `reply.now`. Everything asked of both is noted. */
async function entry() {
  const state = { letter: "plan 1", reply: sealed("told 1", "row"), begun: 0, sent: [] };
  const module = await entryOver(() => ({
    stackPointer: { value: 0 },
    headerNames: () => "authorization rdw",
    begin(_head, _body, _env, outbox) {
      state.begun++;
      outbox.push(false, "shop", new TextEncoder().encode(state.letter));
      return 1;
    },
    resume(_task, [reply]) {
      if (reply instanceof Error) return new Response("failed", { status: 500 });
      const text = reply.slice(3 + reply.charCodeAt(2));
      const made = { status: 200, headers: { told: reply.slice(3, 3 + reply.charCodeAt(2)) } };
      return Object.assign(new Response(text, made), { repeats: { made, text } });
    },
  }));
  const run = async (letter) => {
    state.sent.push(letter);
    if (state.reply instanceof Error) throw state.reply;
    return state.reply;
  };
  const env = { SHARDS: { idFromName: (name) => name, get: () => ({ run }) } };
  const fetched = async (key, init) => {
    const request = new Request("http://localhost/t/shop/graphql", { headers: { authorization: key }, ...init });
    const response = await module.default.fetch(request, env);
    return [response.status, response.headers.get("told"), await response.text()];
  };
  return { state, fetched };
}

test("the same request and reply need no plan, and the text is the shard's", async () => {
  const { state, fetched } = await entry();
  assert.deepEqual(await fetched("a"), [200, "told 1", "row"]);
  state.reply = sealed("told 1", "row, changed");
  assert.deepEqual(await fetched("a"), [200, "told 1", "row, changed"]);
  assert.deepEqual([state.begun, state.sent], [1, ["plan 1", "plan 1"]]);
});

test("another key, body or method is another request", async () => {
  const { state, fetched } = await entry();
  await fetched("a");
  await fetched("b");
  for (const body of ["{}", "[]", "{}"]) await fetched("a", { method: "POST", body });
  assert.equal(state.begun, 4);
});

test("another reply is made anew, and is not asked for twice", async () => {
  const { state, fetched } = await entry();
  await fetched("a");
  state.reply = sealed("told 2", "row");
  assert.deepEqual(await fetched("a"), [200, "told 2", "row"]);
  assert.deepEqual([state.begun, state.sent.length], [2, 2]);
  assert.deepEqual(await fetched("a"), [200, "told 2", "row"]);
  assert.deepEqual([state.begun, state.sent.length], [2, 3]);
});

test("another plan is sent, whatever the earlier one was answered", async () => {
  const { state, fetched } = await entry();
  await fetched("a");
  state.reply = sealed("stale", "");
  state.letter = "plan 2";
  await fetched("a");
  assert.deepEqual(state.sent, ["plan 1", "plan 1", "plan 2"]);
});

test("a shard that fails fails the request once", async () => {
  const { state, fetched } = await entry();
  await fetched("a");
  const answer = state.reply;
  const { error } = console;
  console.error = () => {};
  state.reply = new Error("gone");
  assert.deepEqual(await fetched("a"), [500, null, "failed"]);
  console.error = error;
  assert.equal(state.sent.length, 2);
  state.reply = answer;
  assert.deepEqual(await fetched("a"), [200, "told 1", "row"]);
});
