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

/** A plan with an integer in it, as postcard writes one. */
const numbered = (number) => {
  const bytes = [80, 1];
  let rest = number * 2;
  for (; rest >= 128; rest >>>= 7) bytes.push((rest & 127) | 128);
  return String.fromCharCode(...bytes, rest, 7);
};

/** The entry over a gateway that puts the row's key into its letter, and says that this is a template, or is not. */
async function templated(template) {
  const state = { told: "told 1 ", begun: 0, asked: 0, sent: [] };
  const digitsOf = (head, body) => /(\d+)(?="?(?:\?|\0|\}|$))/.exec(body === undefined ? head.split("\0")[1] : new TextDecoder().decode(body))[1];
  const module = await entryOver(() => ({
    stackPointer: { value: 0 },
    headerNames: () => "authorization rdw",
    begin(head, body, _env, outbox) {
      state.begun++;
      outbox.push(false, "shop", Uint8Array.from(numbered(Number(digitsOf(head, body))), (letter) => letter.charCodeAt(0)));
      return 1;
    },
    resume(_task, [reply]) {
      const text = reply.slice(3 + reply.charCodeAt(2));
      const told = reply.slice(3, 3 + reply.charCodeAt(2));
      const made = { status: 200, headers: { told: told.slice(0, 6), etag: `"${told.slice(7)}-shown"` } };
      return Object.assign(new Response(text, made), { repeats: { made, text } });
    },
    templateOf() {
      state.asked++;
      return template;
    },
  }));
  const run = async (letter) => {
    state.sent.push(letter);
    return sealed(`${state.told}${String(letter.length).padStart(4, "s")}`, `row of ${letter.length}`);
  };
  const env = { SHARDS: { idFromName: (name) => name, get: () => ({ run }) } };
  const fetched = async (path, init) => {
    const response = await module.default.fetch(new Request(`http://localhost/t/shop/${path}`, init), env);
    return [response.headers.get("told"), response.headers.get("etag"), await response.text()];
  };
  return { state, fetched };
}

test("another key of a row goes into the letter, and its state into the tag", async () => {
  const { state, fetched } = await templated(1);
  for (const key of [5, 300, 7, 123_456_789, 300]) {
    const size = numbered(key).length;
    assert.deepEqual(await fetched(`rest/book/${key}?select=id`), ["told 1", `"${String(size).padStart(4, "s")}-shown"`, `row of ${size}`]);
  }
  assert.deepEqual(state.sent, [5, 300, 7, 123_456_789, 300].map(numbered));
  assert.deepEqual([state.begun, state.asked], [2, 1]);
});

test("another variable goes into the letter, until the shard tells something else", async () => {
  const { state, fetched } = await templated(1);
  const post = (id) => fetched("graphql", { method: "POST", body: `{"query":"…","variables":{"id":${id}}}` });
  for (const id of [1, 2, 3]) await post(id);
  state.told = "told 2 ";
  assert.equal((await post(4))[0], "told 2");
  assert.deepEqual([state.begun, state.sent.length], [3, 4]);
  assert.equal((await post(5))[0], "told 2");
  assert.deepEqual([state.begun, state.asked], [3, 1]);
});

test("an integer may be written as a text, if no other is there", async () => {
  const { state, fetched } = await templated(1);
  const post = (variables) => fetched("graphql", { method: "POST", body: `{"query":"…","variables":${variables}}` });
  for (const id of [5, 300, 7]) assert.equal((await post(`{"id":"${id}"}`))[2], `row of ${numbered(id).length}`);
  assert.deepEqual(state.sent, [5, 300, 7].map(numbered));
  assert.deepEqual([state.begun, state.asked], [2, 1]);
  for (const id of [1, 2, 3]) await post(`{"id":"9","of":{"n":${id}}}`);
  assert.deepEqual([state.begun, state.asked], [4, 2]);
  for (const id of ["05", "1000000000", "0", "5 ", "-5", "5e1", "5\\u0022"]) await post(`{"id":"${id}"}`);
  assert.deepEqual([state.begun, state.asked], [11, 2]);
});

test("where the letter is no template, each is planned, and it is not asked about again", async () => {
  for (const template of [undefined, 0]) {
    const { state, fetched } = await templated(template);
    for (const key of [1, 2, 3, 3]) await fetched(`rest/book/${key}`);
    assert.deepEqual([state.begun, state.asked], [3, 1]);
  }
});

test("what is no key of a row, and no integer from 1 to 999999999, is no hole", async () => {
  const { state, fetched } = await templated(1);
  for (const path of ["rest/book?limit=1", "rest/book?limit=2", "rest/book/0", "rest/book/01", "rest/book/1000000000", "rest/book/5/6"]) {
    await fetched(path);
    await fetched(path);
  }
  assert.deepEqual([state.begun, state.asked], [6, 0]);
});
