// The code for a view, run as it is pasted: it reads the rows that the grid shows.
import assert from "node:assert/strict";
import { before } from "node:test";
import { runners } from "./clients.mjs";
import { ADMIN, addressOf, inBrowser, makeTenant, rows, SERVER } from "./stage.mjs";

const SCHEMA = `CREATE TABLE item (id INT AUTO_INCREMENT PRIMARY KEY, code VARCHAR(40) NOT NULL, \`order\` INT NOT NULL DEFAULT 0, \`and\` INT,
  \`order details\` VARCHAR(40), \`naïve 🎉\` VARCHAR(40), total DECIMAL(10,2) NOT NULL DEFAULT 0, big BIGINT, lent BOOL NOT NULL DEFAULT 0,
  state ENUM('open', 'paid') NOT NULL DEFAULT 'open', mood ENUM('so so', 'good'), marks SET('old', 'rare', 'red') NOT NULL DEFAULT '', on_day DATE, made DATETIME);`;

const ROWS = [
  { code: "12345", order: 5, orderDetails: "box, big", total: "10.50", big: "9007199254740993", marks: ["old", "red"], onDay: "2024-05-06", mood: "so so" },
  { code: "true", order: 6, and2: 1, total: "99.99", lent: true, state: "paid", made: "2020-02-29T10:11:12" },
  { code: `O'Brien "q" \\ $HOME \`id\` \${x} %41*_,`, order: 7, total: "3", marks: ["red"] },
  { code: 'quote"d', order: 8, orderDetails: "BOXES", total: "20" },
];

/** Views by their filters and order, with the rows that they show. */
const VIEWS = {
  "a range, in an order": [[["total", "gte", "5"], ["total", "lt", "50"], ["total", "neq", "20"]], ["-total", "id"], [1]],
  "the same condition twice": [[["total", "neq", "20"], ["total", "neq", "3"]], ["-order", "id"], [2, 1]],
  "empty or not": [[["on_day", "notnull", ""], ["and", "null", ""]], [], [1]],
  "digits and truths in a text": [[["code", "in", "12345,true"]], ["code"], [1, 2]],
  "digits alone": [[["code", "eq", "12345"]], [], [1]],
  "words of the API, and blanks": [[["order", "gt", "4"], ["order details", "like", "BOX"]], ["order details", "order"], [4, 1].reverse()],
  "signs of other languages": [[["naïve 🎉", "null", ""], ["order", "lte", "6"]], ["naïve 🎉", "id"], [1, 2]],
  "quotes in a list": [[["code", "in", 'quote"d, 12345']], ["id"], [1, 4]],
  "quotes, signs and wildcards": [[["code", "like", "%41*_,"], ["code", "starts", `o'brien "q" \\ $HOME \`id\` \${x}`]], [], [3]],
  "members, numbers and moments": [[["state", "in", "open"], ["mood", "eq", "so so"], ["marks", "includes", "old,red"], ["big", "eq", "9007199254740993"], ["lent", "eq", "false"]], [], [1]],
  "a moment": [[["made", "gt", "2020-01-01 00:00"], ["lent", "eq", "true"]], [], [2]],
};

let run;
before(async () => {
  await makeTenant("coded", SCHEMA);
  await rows("coded", "item", ROWS);
  run = await runners("coded");
});

const scenario = inBrowser();

async function code(page, tab) {
  await page.getByRole("tab", { name: tab, exact: true }).click();
  const lines = page.getByRole("textbox", { name: `Code for ${tab}` }).locator(".cm-line");
  await lines.first().waitFor();
  return (await lines.allTextContents()).join("\n");
}

for (const [name, [filters, sort, ids]] of Object.entries(VIEWS)) {
  scenario(`the code of a view: ${name}`, { token: ADMIN }, async (page) => {
    await page.goto(addressOf("coded", "item", filters, sort));
    await page.getByRole("status").getByText(`${ids.length} ${ids.length === 1 ? "row" : "rows"}`, { exact: true }).waitFor();
    await page.locator(`.ag-row[row-index="0"] [col-id="id"]`).getByText(String(ids[0]), { exact: true }).waitFor();
    await page.getByRole("link", { name: "Code" }).click();
    for (const [tab, runs] of Object.entries(run)) {
      const text = await code(page, tab);
      const answered = await Promise.resolve(text).then(runs).catch((error) => assert.fail(`${tab}: ${error.message}\n${text}`));
      assert.deepEqual(answered.map(({ id }) => id), ids, `${tab}\n${text}`);
      assert.ok(["code", "and2", "orderDetails", "total"].every((field) => field in answered[0]), `${tab} reads every column`);
    }
  });
}

scenario("one operation of several: run, explained, pasted", { token: ADMIN }, async (page) => {
  const query = "query First { itemCollection(first: 1) { nodes { id code } } }\nquery Second { itemCollection(first: 1, filter: { code: { like: \"%de%\" } }) { totalCount nodes { id } } }";
  await page.goto(`${SERVER}/t/coded/playground/graphql?${new URLSearchParams({ query })}`);
  const editor = page.locator(".graphiql-query-editor");
  await editor.getByText('"%de%"').waitFor();
  await page.getByRole("button", { name: "Share" }).click();
  assert.equal(new URL(page.url()).searchParams.get("query"), query, "a link holds what is shown");
  await page.getByRole("button", { name: /Execute query/ }).click();
  await page.getByRole("menuitem", { name: "Second" }).or(page.getByRole("button", { name: "Second" })).first().click();
  await page.locator(".graphiql-response").getByText("totalCount").waitFor();
  await page.getByRole("link", { name: "Explain" }).click();
  await page.getByRole("textbox", { name: "SQL" }).first().waitFor();
  await page.getByRole("link", { name: "Code" }).click();
  for (const tab of ["curl", "Apollo", "urql"]) {
    const text = await code(page, tab);
    assert.match(text, /Second/);
    assert.doesNotMatch(text, /First/);
  }
});
