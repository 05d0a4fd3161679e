// Every page in both themes and on a phone: what axe finds, how it looks, and that a tenant's own text is only text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ADMIN, makeTenant, openBrowser, openPage, rows, SERVER, shot, violations } from "./stage.mjs";

const HOSTILE = `<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>\${hacked}{{constructor.constructor('hacked=1')()}}[x](javascript:hacked=1)`;

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

// Markdown, HTML and templates where a tenant's text is shown: names, comments, members of enums, cells.
const SCHEMA = `CREATE TABLE author (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(300) NOT NULL COMMENT ${quoted(HOSTILE)}, born DATE)
  COMMENT=${quoted(HOSTILE)};
CREATE TABLE book (id INT AUTO_INCREMENT PRIMARY KEY, author_id INT NOT NULL, title VARCHAR(300) NOT NULL,
  mood ENUM(${quoted("<b onclick=hacked=1>x</b>")}, 'calm') NULL, notes JSON, price DECIMAL(8,2),
  CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id));
CREATE TABLE \`<img src=x onerror=hacked=1>\` (\`<i onmouseover=hacked=1>\` INT PRIMARY KEY, other TEXT);`;

const READY = {
  schema: (page) => page.getByRole("region", { name: "Diagram" }).getByRole("button", { name: /^author/ }).waitFor(),
  data: (page) => page.locator('.ag-row[row-index="0"] [col-id="title"]').filter({ hasText: "<img" }).waitFor(),
  graphql: async (page) => {
    await page.locator(".graphiql-query-editor .view-line").getByText("nodes").first().waitFor();
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: /Execute query/ }).click();
    await page.locator(".graphiql-response").getByText("nodes").first().waitFor({ state: "attached" });
  },
  rest: (page) => page.locator(".reference").getByText("A key of the tenant").first().waitFor(),
  code: (page) => page.getByRole("textbox", { name: "Code for curl" }).waitFor(),
  explain: (page) => page.getByRole("textbox", { name: "SQL" }).getByText("SELECT").first().waitFor(),
  tenant: (page) => page.getByRole("img", { name: /requests/ }).waitFor(),
};

let browser;
before(async () => {
  browser = await openBrowser();
  await makeTenant("hostile", SCHEMA);
  await rows("hostile", "author", [{ name: HOSTILE, born: "1929-10-21" }, { name: "Octavia Butler" }]);
  await rows("hostile", "book", [
    { authorId: 1, title: HOSTILE, mood: "<b onclick=hacked=1>x</b>", notes: { "<b>": HOSTILE }, price: "9.99" },
    { authorId: 2, title: "Kindred", mood: "calm" },
  ]);
});
after(() => browser?.close());

const address = (name) => `${SERVER}/t/hostile/playground/${name}${name === "data" ? "?table=book" : ""}`;

for (const [scheme, phone] of [["light", false], ["dark", false], ["light", true], ["dark", true]]) {
  const look = `${scheme}${phone ? "-phone" : ""}`;
  test(`every page in ${look}`, { timeout: 90_000 }, async () => {
    const page = await openPage(browser, { scheme, phone, token: ADMIN });
    page.on("dialog", () => page.faults.push("a dialog opened"));
    const found = [];
    const look_at = async (name) => {
      await shot(page, `${name}-${look}`);
      // What is told by a phone's layout is told by the desktop's, but for what stands out of it.
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 1) found.push(`${name}: ${wide} pixels too wide`);
      if (!phone) found.push(...(await violations(page)).map((one) => `${name}: ${one}`));
    };
    await page.goto(`${SERVER}/playground`);
    await page.getByRole("heading", { name: "Tenants" }).waitFor();
    await look_at("tenants");
    for (const [name, ready] of Object.entries(READY)) {
      await page.goto(address(name));
      await ready(page);
      await page.waitForTimeout(300);
      await look_at(name);
      assert.equal(await page.evaluate(() => globalThis.hacked), undefined, `${name} ran a tenant's text`);
    }
    if (!phone) {
      await page.keyboard.press("Control+k");
      await page.getByRole("textbox", { name: /Find a page/ }).waitFor();
      await look_at("palette");
    }
    await page.context().close();
    const stranger = await openPage(browser, { scheme, phone });
    await stranger.goto(`${SERVER}/playground`);
    await stranger.getByLabel("Admin token or key").waitFor();
    await shot(stranger, `sign-in-${look}`);
    if (!phone) found.push(...(await violations(stranger)).map((one) => `sign-in: ${one}`));
    await stranger.context().close();
    assert.deepEqual([...found, ...page.faults], []);
  });
}
