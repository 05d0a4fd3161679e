// An object's reads without wasm, over those that a shard described and answered (`tests/tests/reads.rs`).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { Reads } from "../../api/src/reads.js";
import { plainRead } from "../../shard/src/plain.js";

const recorded = JSON.parse(readFileSync(new URL("reads.json", import.meta.url), "utf8"));

const sealed = ({ told, text }) => String.fromCharCode(told.length >> 16, (told.length >> 8) & 255, told.length & 255) + told + text;

/** A core that answers as the shard did, over a database that has just those rows. Everything that it does is noted. */
function coreOf(record) {
  const done = { runs: 0, counted: [] };
  const exec = (sql) => {
    const rows = sql === record.described.next?.sql ? record.next : record.rows;
    return { raw: () => ({ toArray: () => rows }), rowsRead: record.read, rowsWritten: 0 };
  };
  const core = {
    run: () => (done.runs++, sealed(record)),
    plain: () => plainRead({ exec }, JSON.stringify(record.described)),
    catalog: () => 1,
    version: () => record.version,
    stateOf: (_image, digits) => digits.set(new TextEncoder().encode(record.state)),
    countRead: (rows) => done.counted.push(rows),
  };
  return { core, done };
}

const bytes = (letter) => letter;

for (const record of recorded) {
  test(`${record.request} is read without wasm from the third time on`, () => {
    const { core, done } = coreOf(record);
    const reads = new Reads();
    for (let time = 0; time < 5; time++) assert.equal(reads.run(core, record.letter, bytes), sealed(record));
    assert.deepEqual(done, { runs: 2, counted: [record.read, record.read, record.read] });
  });
}

test("what would be answered otherwise than wasm does is left to it", () => {
  const [record] = recorded;
  const { core, done } = coreOf(record);
  core.plain = () => plainRead({ exec: () => ({ raw: () => ({ toArray: () => [] }), rowsRead: 0, rowsWritten: 0 }) }, JSON.stringify(record.described));
  const reads = new Reads();
  for (let time = 0; time < 4; time++) assert.equal(reads.run(core, record.letter, bytes), sealed(record));
  assert.equal(done.runs, 4);
});

test("another catalog makes all shapes new, and so does no other request", () => {
  const [record] = recorded;
  const { core, done } = coreOf(record);
  const reads = new Reads();
  const read = (times) => {
    for (let time = 0; time < times; time++) reads.run(core, record.letter, bytes);
  };
  reads.run(core, "\x01", bytes);
  read(3);
  reads.run(core, "\x01", bytes);
  read(1);
  assert.equal(done.runs, 4);
  core.catalog = () => 2;
  reads.run(core, "\x01", bytes);
  read(3);
  assert.equal(done.runs, 7);
});

test("a statement that fails is wasm's to explain", () => {
  const [record] = recorded;
  const { core, done } = coreOf(record);
  let broken = false;
  const cursor = { raw: () => ({ toArray: () => record.rows }), rowsRead: record.read, rowsWritten: 0 };
  const exec = () => {
    if (broken) throw new Error("disk I/O error");
    return cursor;
  };
  core.plain = () => plainRead({ exec }, JSON.stringify(record.described));
  const reads = new Reads();
  for (let time = 0; time < 3; time++) reads.run(core, record.letter, bytes);
  broken = true;
  assert.equal(reads.run(core, record.letter, bytes), sealed(record));
  assert.deepEqual([done.runs, done.counted.length], [3, 1]);
});

test("letters that come as bytes, and errors, are not looked at", () => {
  const [record] = recorded;
  const { core, done } = coreOf(record);
  const reads = new Reads();
  for (let time = 0; time < 3; time++) reads.run(core, new Uint8Array([0, 1]), bytes);
  core.run = () => (done.runs++, "\0\0\x01\x01");
  for (let time = 0; time < 3; time++) reads.run(core, record.letter, bytes);
  assert.equal(done.runs, 6);
});
