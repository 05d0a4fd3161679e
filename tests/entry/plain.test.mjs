// An object's runs without wasm, over those that a shard described and answered (`tests/tests/plain.rs`).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { Runs } from "../../api/src/runs.js";
import { plainRun } from "../../shard/src/plain.js";

const recorded = JSON.parse(readFileSync(new URL("plain.json", import.meta.url), "utf8"));

const sealed = ({ told, text }) => String.fromCharCode(told.length >> 16, (told.length >> 8) & 255, told.length & 255) + told + text;

/**
 * A core that answers as the shard did, over a database that has just those rows. Everything that it does is noted: what its wasm ran,
 * what it heard of, and how many transactions were committed and undone.
 */
function coreOf(record) {
  const done = { runs: 0, counted: [], committed: 0, undone: 0 };
  const found = (sql) => {
    if (sql === record.described.next?.sql) return record.next;
    if (sql === record.described.writes?.seal) return record.version === record.before ? [] : [[record.version]];
    return sql === "SELECT changes()" ? [[record.changed]] : record.rows;
  };
  const storage = {
    sql: { exec: (sql) => ({ raw: () => ({ toArray: () => found(sql) }), rowsRead: record.read, rowsWritten: record.written }) },
    transactionSync(work) {
      try {
        work();
        done.committed++;
      } catch (error) {
        done.undone++;
        throw error;
      }
    },
  };
  const core = {
    run: () => (done.runs++, sealed(record)),
    plain: () => plainRun(storage, JSON.stringify(record.described)),
    catalog: () => 1,
    version: () => record.before,
    stateOf: (_image, digits) => digits.set(new TextEncoder().encode(record.state)),
    countRun: (version, read, written) => done.counted.push([version, read, written]),
  };
  return { core, done, storage };
}

const bytes = (letter) => letter;

const reads = recorded.filter(({ described }) => described.writes === null);
const writes = recorded.filter(({ described }) => described.writes !== null);

for (const record of recorded) {
  test(`${record.request} is done without wasm from the third time on`, () => {
    const { core, done } = coreOf(record);
    const runs = new Runs();
    for (let time = 0; time < 5; time++) assert.equal(runs.run(core, record.letter, bytes), sealed(record));
    const counted = [record.version, record.read, record.written];
    const transactions = record.described.writes === null ? { committed: 0, undone: 0 } : { committed: 3, undone: 1 };
    assert.deepEqual(done, { runs: 2, counted: [counted, counted, counted], ...transactions });
  });
}

test("what would be answered otherwise than wasm does is left to it", () => {
  for (const record of [reads[0], writes[1]]) {
    const { core, done, storage } = coreOf(record);
    storage.sql.exec = () => ({ raw: () => ({ toArray: () => [] }), rowsRead: 0, rowsWritten: 0 });
    const runs = new Runs();
    for (let time = 0; time < 4; time++) assert.equal(runs.run(core, record.letter, bytes), sealed(record));
    assert.deepEqual([done.runs, done.committed], [4, 0]);
  }
});

test("another catalog makes all shapes new, and so does no other request", () => {
  const [record] = reads;
  const { core, done } = coreOf(record);
  const runs = new Runs();
  const read = (times) => {
    for (let time = 0; time < times; time++) runs.run(core, record.letter, bytes);
  };
  runs.run(core, "\x02", bytes);
  read(3);
  runs.run(core, "\x02", bytes);
  read(1);
  assert.equal(done.runs, 4);
  core.catalog = () => 2;
  runs.run(core, "\x02", bytes);
  read(3);
  assert.equal(done.runs, 7);
});

test("a statement that fails is wasm's to explain, and what it did is undone", () => {
  for (const record of [reads[0], writes[0], writes[3]]) {
    const { core, done, storage } = coreOf(record);
    const { exec } = storage.sql;
    let broken;
    storage.sql.exec = (sql) => {
      if (broken?.(sql)) throw new Error("disk I/O error");
      return exec(sql);
    };
    const runs = new Runs();
    for (let time = 0; time < 3; time++) runs.run(core, record.letter, bytes);
    const failures = [(sql) => sql === record.described.sql];
    if (record.described.writes !== null) failures.push((sql) => sql === record.described.writes.seal);
    const { committed } = done;
    for (broken of failures) assert.equal(runs.run(core, record.letter, bytes), sealed(record));
    assert.deepEqual([done.runs, done.counted.length, done.committed], [2 + failures.length, 1, committed]);
  }
});

test("a shape whose first run takes many rows is not done twice to learn it", () => {
  for (const record of [reads[0], writes[0]]) {
    const { core, done } = coreOf(record);
    // 2^20 of them, read or written.
    const many = "\x80\x80\x40";
    for (const rows of [`${many}\0`, `\0${many}`]) {
      const runs = new Runs();
      const told = `\0\x05${rows}${record.told.slice(4)}`;
      Object.assign(done, { runs: 0, undone: 0 });
      core.run = () => (done.runs++, sealed({ ...record, told }));
      for (let time = 0; time < 3; time++) runs.run(core, record.letter, bytes);
      assert.deepEqual([done.runs, done.undone], [3, 0]);
    }
  }
});

test("a shape of which wasm fails is not learnt from that", () => {
  const [record] = writes;
  const { core, done } = coreOf(record);
  const { run } = core;
  const runs = new Runs();
  core.run = () => (done.runs++, "\0\0\x01\x01");
  for (let time = 0; time < 3; time++) runs.run(core, record.letter, bytes);
  core.run = run;
  for (let time = 0; time < 2; time++) assert.equal(runs.run(core, record.letter, bytes), sealed(record));
  assert.deepEqual([done.runs, done.committed], [4, 1]);
});

test("more rows than a write may change are wasm's to refuse", () => {
  const record = writes.find(({ described }) => described.writes.at_most !== null);
  const { core, done } = coreOf(record);
  const runs = new Runs();
  for (let time = 0; time < 3; time++) runs.run(core, record.letter, bytes);
  assert.deepEqual([done.runs, done.committed], [2, 1]);
  record.changed += 1_000_000;
  runs.run(core, record.letter, bytes);
  assert.deepEqual([done.runs, done.committed], [3, 1]);
  record.changed -= 1_000_000;
});

test("a panic in a run goes on to the entry", () => {
  const record = recorded.find(({ state }) => state !== null);
  const { core } = coreOf(record);
  const runs = new Runs();
  for (let time = 0; time < 3; time++) runs.run(core, record.letter, bytes);
  core.stateOf = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  assert.throws(() => runs.run(core, record.letter, bytes), WebAssembly.RuntimeError);
});

test("letters that come as bytes, and errors, are not looked at", () => {
  const [record] = reads;
  const { core, done } = coreOf(record);
  const runs = new Runs();
  for (let time = 0; time < 3; time++) runs.run(core, new Uint8Array([0, 1]), bytes);
  core.run = () => (done.runs++, "\0\0\x01\x01");
  for (let time = 0; time < 3; time++) runs.run(core, record.letter, bytes);
  assert.equal(done.runs, 6);
});
