// The page Schema: texts of any size, the way to JSON and back, the diagram, completion, and pushes that others go before.
import assert from "node:assert/strict";
import { ADMIN, call, drop, inBrowser, makeTenant, SERVER } from "./stage.mjs";

const scenario = inBrowser();

const DECLARED = `{ "tables": [{ "name": "author", "columns": [{ "name": "id", "type": { "int": { "width": "int" } } }], "primaryKey": ["id"] }, { "name": "book", "columns": [{ "name": "id", "type": "boolean" }, { "name": "author_id", "type": "date" }], "foreignKeys": [{ "name": "of", "columns": ["@"], "references": "@", "referencedColumns": ["@"] }] }] }`;

const NOTES = "CREATE TABLE note (id INT PRIMARY KEY, body VARCHAR(40));";

async function open(page, tenant, sql) {
  await makeTenant(tenant, sql);
  await page.goto(`${SERVER}/t/${tenant}/playground/schema`);
  await page.getByRole("textbox", { name: /The declaration/ }).waitFor();
}

async function write(page, text) {
  await page.getByRole("textbox", { name: /The declaration/ }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

const standing = (page) => page.getByRole("toolbar", { name: "Schema" }).getByRole("status");
const language = (page, name) => page.getByRole("radiogroup", { name: "Language" }).getByText(name, { exact: true });

scenario("open a dump that the browser's storage does not take", { token: ADMIN }, async (page) => {
  await open(page, "huge", NOTES);
  const rows = Array.from({ length: 70_000 }, (_, id) => `(${id},'${"x".repeat(90)}')`);
  await drop(page, "dump.sql", "application/sql", `CREATE TABLE big (id INT PRIMARY KEY, v VARCHAR(100));\nINSERT INTO big VALUES ${rows.join(",")};\n`);
  await standing(page).getByText(/1 table, 70,000 rows.*too long to be kept/).waitFor();
});

scenario("open a dump of many megabytes, and push it", { token: ADMIN }, async (page) => {
  await open(page, "large");
  const line = `INSERT INTO note VALUES ${Array.from({ length: 100 }, () => `('${"text ".repeat(180)}')`).join(",")};\n`;
  const dump = `CREATE TABLE note (body TEXT);\n${line.repeat(70)}`;
  assert.ok(dump.length > 6_000_000);
  await drop(page, "large.sql", "application/sql", dump);
  await standing(page).getByText("1 table, 7,000 rows; too long to be kept over a reload").waitFor();
  await page.getByRole("button", { name: "Push", exact: true }).click();
  await page.getByText("7,000 rows of the script are imported, all or none").waitFor();
  await page.getByRole("button", { name: "Push it" }).click();
  await page.getByText("The API answers by the new declaration").waitFor();
  assert.equal((await call("/t/large/rest/note?select=count()"))[0].count, 7000);
});

scenario("see the whole diagram of each starting point", { token: ADMIN }, async (page) => {
  await open(page, "drawn");
  const diagram = page.getByRole("region", { name: "Diagram" });
  for (const [start, table] of [["Bookshop", "book"], ["IoT", "reading"], ["CRM", "contact"]]) {
    await page.getByRole("button", { name: "Start from" }).click();
    await page.getByRole("menuitem", { name: new RegExp(start) }).click();
    await diagram.getByRole("button", { name: new RegExp(`^${table}`) }).first().waitFor();
    await page.waitForFunction(() => {
      const pane = document.querySelector(".react-flow").getBoundingClientRect();
      const cards = [...document.querySelectorAll(".er-table")].map((card) => card.getBoundingClientRect());
      return cards.length > 0 && cards.every((card) => card.left >= pane.left && card.right <= pane.right && card.top >= pane.top && card.bottom <= pane.bottom);
    });
  }
});

scenario("complete a declaration in JSON, wherever one types", { token: ADMIN }, async (page) => {
  await open(page, "completed", NOTES);
  await language(page, "JSON").click();
  const options = page.locator(".cm-tooltip-autocomplete").getByRole("option");
  /** The text with the caret at the mark. */
  const place = async (text) => {
    await write(page, text.replace("|", ""));
    await page.keyboard.press("Control+Home");
    for (let at = 0; at < text.indexOf("|"); at++) await page.keyboard.press("ArrowRight");
  };
  const offered = (option) => options.filter({ hasText: new RegExp(`^${option}$`) }).first().waitFor();
  for (const [text, ...expected] of [
    ['{ "|" }', "views"],
    ['{"tables":[{"|"}]}', "columns"],
    ['{"tables":[{"columns":[{"|"}]}]}', "nullable"],
    ['{ "tables": [{ "name": "t", "columns": [{ "name": "id", "|" }] }] }', "autoIncrement"],
    ['{"tables":[{"columns":[{"type":"|"}]}]}', "json", "varchar"],
    ['{"tables":[{"columns":[{"type":{"int":{"width":"|"}}}]}]}', "big", "medium"],
    ['{"tables":[{"columns":[{"name":"isbn"}],"primaryKey":["|"]}]}', "isbn"],
    [DECLARED.replace('"columns": ["@"]', '"columns": ["|"]'), "author_id"],
    [DECLARED.replace('"references": "@"', '"references": "|"'), "author"],
    [DECLARED.replace('"references": "@"', '"references": "author"').replace('"referencedColumns": ["@"]', '"referencedColumns": ["|"]'), "id"],
  ]) {
    await place(text);
    await page.keyboard.press("Control+Space");
    for (const option of expected) await offered(option);
    await page.keyboard.press("Escape");
  }
  await place('{ "tables": []| }');
  await page.keyboard.type(', "vi');
  await offered("views");
});

scenario("compare a push with what others pushed meanwhile", { token: ADMIN }, async (page) => {
  await open(page, "stale", NOTES);
  await call("/t/stale/schema", { method: "PUT", type: "application/sql", body: `${NOTES} CREATE TABLE other (id INT PRIMARY KEY);` });
  await write(page, `${NOTES}\nCREATE TABLE mine (id INT PRIMARY KEY);`);
  await standing(page).getByText("2 tables", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Push", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "What this push changes" });
  await dialog.getByText(/other.*dropped/).waitFor();
  assert.equal(await dialog.getByRole("button", { name: "Push it" }).isDisabled(), true);
});

scenario("leave SQL only with what JSON holds, and say what of a push was done", { token: ADMIN }, async (page) => {
  await open(page, "spoken");
  const editor = page.getByRole("textbox", { name: "The declaration, in SQL" });
  const stays = async (lost, kept) => {
    await language(page, "JSON").click();
    const dialog = page.getByRole("dialog", { name: "JSON holds less than this script" });
    await dialog.getByText(lost).waitFor();
    await dialog.getByRole("button", { name: "Stay with SQL" }).click();
    await dialog.waitFor({ state: "detached" });
    await editor.getByText(kept).waitFor();
  };
  await write(page, "CREATE TABLE good (id INT PRIMARY KEY);\nCREATE TABLE bad (id INTT);");
  await standing(page).getByText("1 problem").waitFor();
  await language(page, "JSON").click();
  await page.getByText("Not while the text has problems").waitFor();
  await editor.getByText("INTT").waitFor();
  await write(page, `${NOTES}\nINSERT INTO note VALUES (1, 'kept');`);
  await standing(page).getByText("1 table, 1 row", { exact: false }).waitFor();
  await stays("1 row that the script inserts", "kept");
  await drop(page, "rows.sql", "application/sql", "-- kept\nCREATE TABLE t (id INT PRIMARY KEY);\nINSERT INTO t VALUES (1), (1);\n");
  await standing(page).getByText("1 table, 2 rows").waitFor();
  await stays("2 rows that the script inserts", "-- kept");
  await page.getByRole("button", { name: "Push", exact: true }).click();
  await page.getByRole("button", { name: "Push it" }).click();
  await page.getByText("The tables are pushed, the rows are not").waitFor();
  assert.equal((await call("/t/spoken/schema")).tables.length, 1);
});
