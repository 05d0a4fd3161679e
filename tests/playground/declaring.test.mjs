// The page Schema: what completes a declaration in JSON, dumps of any size, and what a change of language would lose.
import assert from "node:assert/strict";
import { ADMIN, call, drop, inBrowser, makeTenant, SERVER } from "./stage.mjs";

const scenario = inBrowser();

const DECLARED = `{ "tables": [{ "name": "author", "columns": [{ "name": "id", "type": { "int": { "width": "int" } } }], "primaryKey": ["id"] }, { "name": "book", "columns": [{ "name": "id", "type": "boolean" }, { "name": "author_id", "type": "date" }], "foreignKeys": [{ "name": "of", "columns": ["@"], "references": "@", "referencedColumns": ["@"] }] }] }`;

scenario("complete a declaration in JSON, wherever one types", { token: ADMIN }, async (page) => {
  await makeTenant("completed");
  await page.goto(`${SERVER}/t/completed/playground/schema`);
  await page.getByText("JSON", { exact: true }).click();
  const editor = page.getByRole("textbox", { name: "The declaration, in JSON" });
  const options = page.locator(".cm-tooltip-autocomplete").getByRole("option");
  // The text with the caret at the mark.
  for (const [text, expected] of [
    ['{ "|" }', "views"],
    ['{ "tables": [{ "name": "t", "|" }] }', "columns"],
    ['{ "tables": [{ "name": "t", "columns": [{ "name": "id", "|" }] }] }', "autoIncrement"],
    ['{ "tables": [{ "name": "t", "columns": [{ "name": "id", "type": "|" }] }] }', "varchar"],
    ['{ "tables": [{ "name": "t", "columns": [{ "name": "id", "type": { "int": { "width": "|" } } }] }] }', "medium"],
    [DECLARED.replace('"columns": ["@"]', '"columns": ["|"]'), "author_id"],
    [DECLARED.replace('"references": "@"', '"references": "|"'), "author"],
    [DECLARED.replace('"references": "@"', '"references": "author"').replace('"referencedColumns": ["@"]', '"referencedColumns": ["|"]'), "id"],
  ]) {
    await editor.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(text.replace("|", ""));
    await page.keyboard.press("Control+Home");
    for (let at = 0; at < text.indexOf("|"); at++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+Space");
    await options.filter({ hasText: new RegExp(`^${expected}$`) }).first().waitFor();
    await page.keyboard.press("Escape");
  }
  await editor.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText('{ "tables": [] }');
  await page.keyboard.press("Control+Home");
  for (let at = 0; at < 14; at++) await page.keyboard.press("ArrowRight");
  await page.keyboard.type(', "vi');
  await options.filter({ hasText: /^views$/ }).first().waitFor();
});

scenario("open a dump of many megabytes, and push it", { token: ADMIN }, async (page) => {
  await makeTenant("large");
  await page.goto(`${SERVER}/t/large/playground/schema`);
  await page.getByRole("button", { name: "Start from" }).waitFor();
  const line = `INSERT INTO note VALUES ${Array.from({ length: 100 }, () => `('${"text ".repeat(180)}')`).join(",")};\n`;
  const dump = `CREATE TABLE note (body TEXT);\n${line.repeat(70)}`;
  assert.ok(dump.length > 6_000_000);
  await drop(page, "large.sql", "application/sql", dump);
  await page.getByRole("status").getByText("1 table, 7,000 rows; too long to be kept over a reload").waitFor();
  await page.getByRole("button", { name: "Push", exact: true }).click();
  await page.getByText("7,000 rows of the script are imported, all or none").waitFor();
  await page.getByRole("button", { name: "Push it" }).click();
  await page.getByText("The API answers by the new declaration").waitFor();
  assert.equal((await call("/t/large/rest/note?select=count()"))[0].count, 7000);
});

scenario("leave SQL only with what JSON holds, and say what of a push was done", { token: ADMIN }, async (page) => {
  await makeTenant("spoken");
  await page.goto(`${SERVER}/t/spoken/playground/schema`);
  const editor = page.getByRole("textbox", { name: "The declaration, in SQL" });
  await editor.click();
  await page.keyboard.insertText("CREATE TABLE good (id INT PRIMARY KEY);\nCREATE TABLE bad (id INTT);");
  await page.getByRole("status").getByText("1 problem").waitFor();
  await page.getByText("JSON", { exact: true }).click();
  await page.getByText("Not while the text has problems").waitFor();
  await editor.getByText("INTT").waitFor();
  await page.keyboard.press("Control+a");
  await drop(page, "rows.sql", "application/sql", "-- kept\nCREATE TABLE t (id INT PRIMARY KEY);\nINSERT INTO t VALUES (1), (1);\n");
  await page.getByRole("status").getByText("1 table, 2 rows").waitFor();
  await page.getByText("JSON", { exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "JSON holds less than this script" });
  await dialog.getByText("2 rows that the script inserts").waitFor();
  await dialog.getByRole("button", { name: "Stay with SQL" }).click();
  await dialog.waitFor({ state: "detached" });
  await editor.getByText("-- kept").waitFor();
  await page.getByRole("button", { name: "Push", exact: true }).click();
  await page.getByRole("button", { name: "Push it" }).click();
  await page.getByText("The tables are pushed, the rows are not").waitFor();
  assert.equal((await call("/t/spoken/schema")).tables.length, 1);
});
