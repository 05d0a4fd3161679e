// The page Schema: texts of any size, the way to JSON and back, the diagram, completion, and pushes that others go before.
import assert from "node:assert/strict";
import { ADMIN, call, drop, inBrowser, makeTenant, SERVER } from "./stage.mjs";

const scenario = inBrowser();

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

scenario("go to JSON only with what it holds", { token: ADMIN }, async (page) => {
  await open(page, "spoken", NOTES);
  await write(page, "CREATE TABLE good (id INT PRIMARY KEY);\nCREATE TABLE bad (id INTT PRIMARY KEY);");
  await standing(page).getByText("1 problem").waitFor();
  await language(page, "JSON").click();
  await page.getByText("Not while the text has problems").waitFor();
  await page.getByRole("textbox", { name: "The declaration, in SQL" }).waitFor();
  await write(page, `${NOTES}\nINSERT INTO note VALUES (1, 'kept');`);
  await standing(page).getByText("1 table, 1 row", { exact: false }).waitFor();
  await language(page, "JSON").click();
  const dialog = page.getByRole("dialog", { name: "JSON holds less than this script" });
  await dialog.getByText("1 row that the script inserts").waitFor();
  await dialog.getByRole("button", { name: "Stay with SQL" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("textbox", { name: "The declaration, in SQL" }).getByText("kept").waitFor();
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

scenario("complete JSON in tables, columns, types and keys", { token: ADMIN }, async (page) => {
  await open(page, "completed", NOTES);
  await language(page, "JSON").click();
  const offered = async (text, option) => {
    const at = text.indexOf("|");
    await write(page, text.replace("|", ""));
    await page.keyboard.press("Control+Home");
    for (let step = 0; step < at; step += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+Space");
    await page.getByRole("option", { name: option }).first().waitFor();
    await page.keyboard.press("Escape");
  };
  await offered(`{"tables":[{"|"}]}`, /^columns/);
  await offered(`{"tables":[{"columns":[{"|"}]}]}`, /^nullable/);
  await offered(`{"tables":[{"columns":[{"type":"|"}]}]}`, /^json/);
  await offered(`{"tables":[{"columns":[{"type":{"int":{"width":"|"}}}]}]}`, /^big/);
  await offered(`{"tables":[{"columns":[{"name":"isbn"}],"primaryKey":["|"]}]}`, /^isbn/);
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

scenario("tell that the tables are pushed where the rows are refused", { token: ADMIN }, async (page) => {
  await open(page, "halved");
  await write(page, "CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(9));\nINSERT INTO t VALUES (1,'ok'),(1,'dup');");
  await standing(page).getByText("1 table, 2 rows", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Push", exact: true }).click();
  await page.getByRole("button", { name: "Push it" }).click();
  await page.getByText("The tables are pushed, the rows are not").waitFor();
});
