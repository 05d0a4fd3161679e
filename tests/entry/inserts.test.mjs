// The Worker's entry over inserts of forms that come again: it sends and answers what the gateway does (`tests/tests/inserts.rs`), and
// asks the gateway for all that is not plainly of a form that it knows.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { entryOver } from "./over.mjs";

const recorded = JSON.parse(readFileSync(new URL("inserts.json", import.meta.url), "utf8"));

const sealed = ({ told, text }) => String.fromCharCode(told.length >> 16, (told.length >> 8) & 255, told.length & 255) + told + text;

const characters = (bytes) => (typeof bytes === "string" ? bytes : String.fromCharCode(...bytes));

/** The entry over a gateway and a shard that do with `now.sent` what was recorded of it. What they are asked is noted. */
async function entryOf({ path, prefer, form, template }) {
  const now = { sent: undefined, begun: 0, letters: [] };
  const answered = ({ status, headers, answer, letter, text }) => {
    const made = { status, headers };
    const response = new Response(answer || null, made);
    return status < 300 && letter !== null ? Object.assign(response, { repeats: { made, text } }) : response;
  };
  const module = await entryOver(() => ({
    stackPointer: { value: 0 },
    headerNames: () => "authorization rdw\0prefer rdw\0if-match rw",
    begin(_head, _body, _env, outbox) {
      now.begun++;
      if (now.sent.letter === null) return answered(now.sent);
      outbox.push(false, "shop", Uint8Array.from(now.sent.letter, (byte) => byte.charCodeAt(0)));
      return 1;
    },
    resume: () => answered(now.sent),
    insertTemplateOf: (_head, holed) => (holed === form && template) || undefined,
  }));
  const run = async (letter) => {
    now.letters.push(characters(letter));
    if (letter === now.stale) return sealed({ told: "\x01\x00", text: "" });
    if (now.reply !== undefined) return now.reply;
    return sealed(now.sent);
  };
  const env = { SHARDS: { idFromName: (name) => name, get: () => ({ run }) } };
  const fetched = async (sent) => {
    Object.assign(now, { sent, begun: 0, letters: [] });
    const headers = { authorization: "key", ...(prefer && { prefer }) };
    const request = new Request(`http://localhost/t/shop${path}`, { method: "POST", headers, body: sent.body });
    const response = await module.default.fetch(request, env);
    return { status: response.status, headers: Object.fromEntries(response.headers), answer: await response.text() };
  };
  return { now, fetched };
}

const asRecorded = ({ status, headers, answer }) => ({ status, headers: Object.fromEntries(new Headers(headers)), answer });

/** Sends all that was recorded of a form, behind its first two, and says which the gateway had no work with. */
async function sentAgain(form) {
  const { now, fetched } = await entryOf(form);
  for (const sent of form.sent.slice(0, 2)) await fetched(sent);
  const alone = [];
  for (const sent of form.sent) {
    assert.deepEqual(await fetched(sent), asRecorded(sent), sent.body);
    assert.deepEqual(now.letters, sent.letter === null ? [] : [sent.letter], sent.body);
    if (now.begun === 0) alone.push(JSON.parse(sent.body));
  }
  return alone;
}

for (const form of recorded) {
  const { path, prefer, template, sent } = form;
  test(`${path} ${prefer ?? ""} ${sent[0].body.slice(0, 60)} is sent and answered as the gateway does`, async () => {
    const alone = await sentAgain(form);
    if (template === null) assert.equal(alone.length, 0);
    else assert.ok(alone.length >= 2, `${alone.length}`);
  });
}

test("what stands in a row as it comes needs no gateway, whatever it is", async () => {
  const alone = await sentAgain(recorded[0]);
  const names = ["Ursula", "Octavia", "", 'a"b\\c/d', "\b\t\n\f\r", "\u001f\u007f", "Zoë", "名前名前", "twelve chars"];
  assert.deepEqual(alone.map(({ name }) => name), [...names, "Ursula"]);
});

test("a failure is the gateway's to tell, and is not sent twice", async () => {
  const [form] = recorded;
  const { now, fetched } = await entryOf(form);
  const [first] = form.sent;
  for (let time = 0; time < 3; time++) await fetched(first);
  const refused = { ...first, status: 409, answer: "taken", told: "\x01\x05", text: "" };
  assert.deepEqual(await fetched(refused), asRecorded(refused));
  assert.deepEqual([now.begun, now.letters.length], [1, 1]);
  const { error } = console;
  console.error = () => {};
  now.reply = Promise.reject(new Error("the object is gone"));
  const failed = { ...first, status: 500, answer: "failed" };
  assert.equal((await fetched(failed)).status, 500);
  console.error = error;
  assert.deepEqual([now.begun, now.letters.length], [1, 1]);
});

test("another catalog, and so another letter, is noted anew", async () => {
  const [form] = recorded;
  const { now, fetched } = await entryOf(form);
  const [first, second] = form.sent;
  for (let time = 0; time < 3; time++) await fetched(first);
  assert.equal(now.begun, 0);
  const moved = (sent) => ({ ...sent, letter: `\x01\x02${sent.letter.slice(2)}` });
  now.stale = first.letter;
  await fetched(moved(first));
  assert.deepEqual([now.begun, now.letters], [1, [first.letter, moved(first).letter]]);
  await fetched(moved(second));
  assert.deepEqual([now.begun, now.letters], [0, [moved(second).letter]]);
});

test("another key, preference or order of members is another form", async () => {
  const form = recorded.find(({ sent }) => sent[0].body.startsWith('[{"author_id":1,"line":1'));
  const { now, fetched } = await entryOf(form);
  for (let time = 0; time < 3; time++) await fetched(form.sent[0]);
  assert.equal(now.begun, 0);
  for (const body of ['[{"line":1,"author_id":1,"text":"one"},{"text":"two","line":2,"author_id":1}]', ` ${form.sent[0].body}`, '[{"author_id":1,"line":1,"text":null},{"text":"two","line":2,"author_id":1}]']) {
    await fetched({ ...form.sent[0], body });
    assert.equal(now.begun, 1, body);
  }
});

test("what is no JSON, or nests as deep as it can, is the gateway's", async () => {
  const [form] = recorded;
  const { now, fetched } = await entryOf(form);
  const bodies = ["", "{", "7", "[".repeat(2048) + "]".repeat(2048), '{"name":"\xff"}', new Uint8Array([0x22, 0xff, 0x22]), '{"__proto__":"x"}', "\ufeff{}"];
  for (const body of bodies) {
    const refused = { ...form.sent[0], body, status: 400, answer: "bad", letter: null };
    for (let time = 0; time < 3; time++) assert.deepEqual(await fetched(refused), asRecorded(refused));
    assert.equal(now.begun, 1);
  }
});
