// Rows of tables of any kind: what a delete takes along, columns of odd names, documents with large numbers, nulls.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ADMIN, addressOf, call, cell, drop, filter, inBrowser, makeTenant, rows, SERVER, shown } from "./stage.mjs";

const scenario = inBrowser();

const status = (page, text) => page.getByRole("status").getByText(text, { exact: true }).waitFor();
const undone = (page, what) => page.getByText(`Undone: ${what}`).first().waitFor();

const SHOP = `CREATE TABLE customer (id INT AUTO_INCREMENT PRIMARY KEY, email VARCHAR(80), sponsor_id INT, FOREIGN KEY (sponsor_id) REFERENCES customer (id) ON DELETE CASCADE);
CREATE TABLE purchase (id INT AUTO_INCREMENT PRIMARY KEY, customer_id INT NOT NULL, doc JSON, total DECIMAL(8,2) NOT NULL DEFAULT 0,
  doubled DECIMAL(9,2) GENERATED ALWAYS AS (total * 2), FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE);
CREATE TABLE line (purchase_id INT NOT NULL, place INT NOT NULL, note VARCHAR(20), PRIMARY KEY (purchase_id, place), FOREIGN KEY (purchase_id) REFERENCES purchase (id) ON DELETE CASCADE);
CREATE TABLE note (id INT AUTO_INCREMENT PRIMARY KEY, purchase_id INT, body TEXT, FOREIGN KEY (purchase_id) REFERENCES purchase (id) ON DELETE SET NULL);`;

scenario("see what a delete takes along, and bring all of it back", { token: ADMIN }, async (page) => {
  await makeTenant("cascades", SHOP);
  await rows("cascades", "customer", [{ email: "a@x" }, { email: "b@x" }, { email: "c@x", sponsorId: 1 }]);
  await call("/t/cascades/rest/purchase", {
    method: "POST",
    body: '[{"customer_id":1,"total":1,"doc":{"n":12345678901234567890,"f":1.0,"s":"$0.a"}},{"customer_id":3,"total":2},{"customer_id":2,"total":3}]',
  });
  await rows("cascades", "line", [{ purchaseId: 1, place: 1, note: "$one" }, { purchaseId: 1, place: 2 }, { purchaseId: 3, place: 1 }]);
  await rows("cascades", "note", [{ purchaseId: 1, body: "n1" }, { purchaseId: 2, body: "n2" }, { purchaseId: 3, body: "n3" }]);
  const all = () => Promise.all(["customer", "purchase", "line", "note"].map((table) => fetch(`${SERVER}/t/cascades/rest/${table}?order=id`.replace("line?order=id", "line"), { headers: { authorization: `Bearer ${ADMIN}` } }).then((answer) => answer.text())));
  const before = await all();
  await page.goto(addressOf("cascades", "customer"));
  await shown(page);
  await page.locator('.ag-row[row-index="0"] input[type="checkbox"]').click();
  await page.getByRole("button", { name: "Delete 1" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete 1 row of customer?" });
  for (const line of ["1 row of customer deleted", "2 rows of purchase deleted", "2 rows of line deleted", "purchase_id emptied in 2 rows of note"]) {
    await dialog.getByText(line, { exact: true }).waitFor();
  }
  await dialog.getByRole("button", { name: "Keep them" }).click();
  await dialog.waitFor({ state: "detached" });
  assert.deepEqual(await all(), before, "nothing goes before it was seen");
  await page.getByRole("button", { name: "Delete 1" }).click();
  await dialog.getByRole("button", { name: "Delete all of it" }).click();
  await page.getByRole("gridcell", { name: "c@x" }).waitFor({ state: "detached" });
  assert.equal((await call("/t/cascades/rest/purchase")).length, 1);
  await page.getByRole("button", { name: "Undo" }).click();
  await undone(page, "1 deleted");
  assert.deepEqual(await all(), before, "all is as it was");
});

scenario("say that a delete is final where its rows cannot be found again", { token: ADMIN }, async (page) => {
  await makeTenant("final", "CREATE TABLE a (id INT PRIMARY KEY); CREATE TABLE b (a_id INT, FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE SET NULL);");
  await rows("final", "a", [{ id: 1 }, { id: 2 }]);
  await rows("final", "b", [{ aId: 1 }]);
  await page.goto(addressOf("final", "a"));
  await shown(page);
  await page.locator('.ag-row[row-index="0"] input[type="checkbox"]').click();
  await page.getByRole("button", { name: "Delete 1" }).click();
  await page.getByText("This cannot be undone here: rows of b have no key by which to find them again.").waitFor();
  await page.getByRole("button", { name: "Delete all of it" }).click();
  await status(page, "1 row");
  assert.equal(await page.getByRole("button", { name: "Undo" }).getAttribute("aria-disabled"), "true");
});

scenario("filter by, sort by and edit columns of any name", { token: ADMIN }, async (page) => {
  await makeTenant(
    "odd",
    `CREATE TABLE entry (\`limit\` INT NOT NULL, \`order\` VARCHAR(20) NOT NULL, \`select\` VARCHAR(20), \`and\` INT, \`order details\` VARCHAR(40), \`a"b, (c).d\` VARCHAR(20), note VARCHAR(20), PRIMARY KEY (\`limit\`, \`order\`));`,
  );
  await rows("odd", "entry", [
    { limit: 1, order: "a", select: "s1", orderDetails: "box, big", note: "u/a%20b" },
    { limit: 2, order: 'b"\\,)', select: "s2", and2: 4, note: "100%de%" },
  ]);
  await page.goto(addressOf("odd", "entry"));
  await status(page, "2 rows");
  for (const [column, condition, value, label] of [
    ["limit", "is at least", "2", "limit is at least 2"],
    ["select", "is one of", "s1, s3", "select is one of s1, s3"],
    ["and", "is empty", undefined, "and is empty"],
    ["order details", "contains", "X, B", "order details contains X, B"],
    ["order", "is", 'b"\\,)', 'order is b"\\,)'],
    ["note", "contains", "%de%", "note contains %de%"],
    ["note", "is", "u/a%20b", "note is u/a%20b"],
  ]) {
    await filter(page, column, condition, value);
    await status(page, "1 row");
    await page.getByRole("button", { name: `Remove the filter ${label}` }).click();
    await status(page, "2 rows");
  }
  // Loaded anew, so that no answer to a filter ends the editing.
  await page.goto(addressOf("odd", "entry"));
  await status(page, "2 rows");
  for (const [row, note] of [[0, "first"], [1, "second"]]) {
    await cell(page, row, "note").dblclick();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(note);
    await page.keyboard.press("Enter");
    await page.getByRole("gridcell", { name: note }).waitFor();
  }
  assert.deepEqual((await call("/t/odd/rest/entry")).map(({ note }) => note), ["first", "second"]);
  await page.getByRole("columnheader", { name: "order", exact: true }).click();
  await page.waitForURL("**&s=order");
  // An order that Back takes away is no new one: Forward brings it again.
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes("s="));
  await page.locator('.ag-header-cell[col-id="order"][aria-sort="none"]').waitFor();
  await page.goForward();
  await page.waitForURL("**&s=order");
});

scenario("keep documents as they are stored, and set cells to null by clicking", { token: ADMIN }, async (page) => {
  await makeTenant(
    "exact",
    `CREATE TABLE team (code CHAR(3) PRIMARY KEY);
    CREATE TABLE thing (id INT PRIMARY KEY, doc JSON, team_code CHAR(3) NULL, label VARCHAR(20) NULL, long_text TEXT, marks SET('old', 'red') NULL, bytes BLOB, FOREIGN KEY (team_code) REFERENCES team (code));`,
  );
  await rows("exact", "team", [{ code: "ABC" }]);
  const stored = '{"n":12345678901234567890,"f":1.0,"m":5}';
  await call("/t/exact/rest/thing", { method: "POST", body: `[{"id":1,"doc":${stored},"team_code":"ABC","label":"text","long_text":"much","marks":["red"],"bytes":"AAEC"}]` });
  const doc = async () => (await call("/t/exact/rest/thing?select=doc::text"))[0].doc;
  await page.goto(addressOf("exact", "thing"));
  await page.getByRole("gridcell", { name: stored }).waitFor();
  await cell(page, 0, "doc").dblclick();
  const editor = page.getByRole("textbox", { name: "doc" });
  await editor.fill((await editor.inputValue()).replace("5", "6"));
  await page.keyboard.press("Control+Enter");
  await page.getByRole("gridcell", { name: stored.replace("5", "6") }).waitFor();
  assert.equal(await doc(), stored.replace("5", "6"));
  for (const column of ["team_code", "label", "long_text", "marks", "bytes"]) {
    await cell(page, 0, column).dblclick();
    await page.getByRole("button", { name: `Set ${column} to null` }).click();
    await cell(page, 0, column).getByText("null", { exact: true }).waitFor();
  }
  const [thing] = await call("/t/exact/rest/thing");
  assert.deepEqual([thing.teamCode, thing.label, thing.longText, thing.marks, thing.bytes], [null, null, null, null, null]);
  // Pressed faster than the server answers, each undoes the step before.
  for (let steps = 0; steps < 6; steps++) await page.keyboard.press("Control+z");
  await undone(page, "doc changed");
  assert.equal(await doc(), stored);
  assert.equal((await call("/t/exact/rest/thing"))[0].label, "text");
  assert.equal(await page.getByText("Not undone").count(), 0);
});

scenario("be offered only conditions that hold for a column", { token: ADMIN }, async (page) => {
  await makeTenant("conditions", "CREATE TABLE thing (id INT PRIMARY KEY, label VARCHAR(20), marks SET('old', 'rare', 'red') NOT NULL, lent BOOL NOT NULL DEFAULT 0);");
  await rows("conditions", "thing", [{ id: 1, label: "x", marks: ["old", "red"] }, { id: 2, marks: ["rare"] }]);
  await page.goto(addressOf("conditions", "thing"));
  await status(page, "2 rows");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const pick = async (label, name) => {
    await page.getByRole("combobox", { name: label }).click();
    await page.getByRole("option", { name, exact: true }).click();
  };
  const condition = page.getByRole("combobox", { name: "Condition" });
  await pick("Column", "label");
  await pick("Condition", "contains");
  await pick("Column", "lent");
  assert.equal(await condition.inputValue(), "is");
  await page.getByRole("button", { name: "Add the filter" }).click();
  await page.getByText("Say with what to compare").waitFor();
  await pick("Column", "marks");
  assert.equal(await condition.inputValue(), "includes");
  await page.locator(".mantine-MultiSelect-input").click();
  await page.getByRole("option", { name: "old", exact: true }).click();
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Add the filter" }).click();
  await status(page, "1 row");
});

scenario("export a table, and import what was exported", { token: ADMIN, acceptDownloads: true }, async (page) => {
  await makeTenant("again", "CREATE TABLE thing (id INT PRIMARY KEY, full_name VARCHAR(20), `and` INT, marks SET('old', 'red') NOT NULL, doc JSON, length INT GENERATED ALWAYS AS (id + 1));");
  await rows("again", "thing", [{ id: 1, fullName: "x", and2: 3, marks: ["old", "red"], doc: { a: 1 } }, { id: 2, marks: [] }]);
  const before = await call("/t/again/rest/thing");
  await page.goto(addressOf("again", "thing"));
  await status(page, "2 rows");
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "CSV" }).click()]);
  const csv = readFileSync(await download.path(), "utf8");
  await call("/t/again/rest/thing?id=gt.0", { method: "DELETE" });
  await drop(page, "again.csv", "text/csv", csv);
  await page.getByText("all 2 rows fit").waitFor();
  await page.getByRole("button", { name: "Add 2 rows" }).click();
  await page.getByText("2 rows were added").waitFor();
  assert.deepEqual(await call("/t/again/rest/thing"), before);
  for (const [text, said] of [
    ["", "The file is empty"],
    ["id,full_name\n", "The file holds names and no rows"],
    ['id,full_name\n5,"open\nnext\n', /quoted field/],
    ["id,full_name\n5,x,y\n", "Row 1 has 3 cells, and there are 2 names"],
    ["id,full_name\n7,x\n8,y\n", "marks: a value is required, the column has no default (row 1 of the file)"],
  ]) {
    await drop(page, "odd.csv", "text/csv", text);
    await page.getByRole("dialog").getByRole("alert").getByText(said).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  assert.deepEqual(await call("/t/again/rest/thing"), before);
});

scenario("follow by the keyboard, come back, and undo what was done there", { token: ADMIN }, async (page) => {
  await makeTenant("followed", "CREATE TABLE a (id INT PRIMARY KEY, label VARCHAR(9)); CREATE TABLE b (id INT PRIMARY KEY, a_id INT, note VARCHAR(9), FOREIGN KEY (a_id) REFERENCES a (id));");
  await rows("followed", "a", [{ id: 1, label: "one" }]);
  await rows("followed", "b", [{ id: 1, aId: 1, note: "old" }]);
  await page.goto(addressOf("followed", "b"));
  await shown(page);
  await cell(page, 0, "note").dblclick();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("new");
  await page.keyboard.press("Enter");
  await page.getByRole("gridcell", { name: "new" }).waitFor();
  await cell(page, 0, "a_id").click({ position: { x: 4, y: 4 } });
  await page.keyboard.press("Control+Enter");
  await page.getByRole("gridcell", { name: "one" }).waitFor();
  await page.goBack();
  await page.getByRole("gridcell", { name: "new" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await undone(page, "note changed");
  await page.getByRole("gridcell", { name: "old" }).waitFor();
});
