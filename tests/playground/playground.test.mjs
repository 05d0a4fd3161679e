// The playground in a real browser, over the built Worker on workerd: `cargo xtask test` starts both.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ADMIN, call, cell, drop, inBrowser, makeTenant, rows, SERVER, shot, shown } from "./stage.mjs";

const BOOKSHOP = `CREATE TABLE author (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(100) NOT NULL) COMMENT='Who wrote a book';
CREATE TABLE book (id INT AUTO_INCREMENT PRIMARY KEY, author_id INT NOT NULL, title VARCHAR(200) NOT NULL, published DATE,
  format ENUM('paperback', 'hardcover') NOT NULL DEFAULT 'paperback', price DECIMAL(8,2) NOT NULL DEFAULT 0, notes JSON, cover BLOB,
  CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id));`;

const scenario = inBrowser();

scenario("sign in with the admin token, make a tenant, sign in with its key", {}, async (page) => {
  await call("/admin/tenants/from-nothing", { method: "DELETE" }).catch(() => undefined);
  let scripts = 0;
  page.on("response", async (response) => {
    if (/\.js$/.test(new URL(response.url()).pathname)) scripts += Number(response.headers()["content-length"] ?? 0) || (await response.body()).length;
  });
  await page.goto(`${SERVER}/playground`);
  await page.getByLabel("Admin token or key").fill("not-a-token");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("The server does not know this token or key").waitFor();
  await page.getByLabel("Admin token or key").fill(ADMIN);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Tenants" }).waitFor();
  assert.ok(scripts > 0 && scripts < 300 * 1024, `the first view takes ${scripts} bytes of script`);
  await page.getByRole("button", { name: /New tenant|Make a tenant/ }).first().click();
  await page.getByLabel("Name").fill("from-nothing");
  await page.getByRole("button", { name: "Make it" }).click();
  const key = (await page.locator(".mantine-Code-root", { hasText: "wsql_from-nothing_" }).textContent()).trim();
  // Another one can be made at once, and the palette is there too.
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "New tenant" }).click();
  await page.getByLabel("Name").fill("from-nothing");
  await page.getByRole("button", { name: "Make it" }).click();
  await page.getByText(/exists|taken/).first().waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await find(page, "from-nothing", "Tenant");
  await page.waitForURL("**/t/from-nothing/playground/schema");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Admin token or key").fill(key);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Data" }).click();
  await page.getByText("No table yet").waitFor();
  // The key is revoked while the page is open: the next request asks to sign in again.
  const { keys } = await call("/admin/tenants/from-nothing");
  await call(`/admin/tenants/from-nothing/keys/${keys[0].id}`, { method: "DELETE" });
  await page.getByRole("link", { name: "Tenant" }).click();
  await page.getByText("The key no longer holds").waitFor();
});

scenario("declare tables as one types, see them drawn, and push what is shown first", { token: ADMIN }, async (page) => {
  await makeTenant("typed");
  await page.goto(`${SERVER}/t/typed/playground/schema`);
  await page.getByRole("button", { name: "Start from" }).click();
  await page.getByRole("menuitem", { name: "Bookshop" }).click();
  const diagram = page.getByRole("region", { name: "Diagram" });
  await diagram.getByRole("button", { name: "review" }).waitFor();
  const editor = page.getByRole("textbox", { name: "The declaration, in SQL" });
  await diagram.getByRole("button", { name: "review" }).click();
  assert.match(await page.evaluate(() => getSelection().toString()), /CREATE TABLE review/);
  // What is typed is completed, checked where it stands, and drawn.
  await editor.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("CREATE TABLE shelf (id INT PRIMARY KEY, book_id INTT, FOREIGN KEY (book_id) REFERENCES ");
  await page.keyboard.type("bo");
  await page.locator(".cm-tooltip-autocomplete").getByRole("option", { name: "book", exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.insertText("ok (id));");
  await page.locator(".cm-lint-marker-error").waitFor();
  await page.getByRole("status").getByText("problem").waitFor();
  assert.equal(await page.getByRole("button", { name: "Push", exact: true }).isDisabled(), true);
  await page.getByRole("button", { name: "Start from" }).click();
  await page.getByRole("menuitem", { name: "Bookshop" }).click();
  await editor.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\nCREATE TABLE shelf (id INT PRIMARY KEY, book_id INT, FOREIGN KEY (book_id) REFERENCES book (id));");
  await diagram.getByRole("button", { name: "shelf" }).waitFor();
  await page.getByRole("button", { name: "Push", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("cell", { name: "shelf", exact: true }).waitFor();
  assert.equal((await call("/t/typed/schema")).tables.length, 0, "nothing is pushed before it is confirmed");
  await shot(page, "push");
  await dialog.getByRole("button", { name: "Push it" }).click();
  await page.getByText("The API answers by the new declaration").waitFor();
  assert.equal((await call("/t/typed/schema")).tables.length, 4);
  // As JSON, completed by its schema; then a dump, whose rows come too.
  await page.getByText("JSON", { exact: true }).click();
  await page.getByRole("textbox", { name: "The declaration, in JSON" }).getByText('"tables"').waitFor();
  await drop(page, "dump.sql", "application/sql", "CREATE TABLE `country` (`code` char(2) NOT NULL, PRIMARY KEY (`code`));\nINSERT INTO `country` VALUES ('IS'),('NO');\n");
  await page.getByRole("status").getByText("1 table, 2 rows").waitFor();
  await page.getByRole("button", { name: "Push", exact: true }).click();
  await dialog.getByText("would be refused").waitFor();
});

scenario("browse, edit, follow, add, delete, undo, import and export rows", { token: ADMIN, acceptDownloads: true }, async (page) => {
  await makeTenant("rows", BOOKSHOP);
  await rows("rows", "author", [{ name: "Ursula" }, { name: "Octavia" }]);
  await rows("rows", "book", [
    { authorId: 1, title: "The Dispossessed", price: "9.99", notes: { a: 1 } },
    { authorId: 2, title: "Kindred", published: "1979-06-01" },
    { authorId: 2, title: "Dawn" },
  ]);
  await page.goto(`${SERVER}/t/rows/playground/data?table=book`);
  await page.getByRole("gridcell", { name: "Kindred" }).waitFor();
  // Edited in place, by the column's type.
  await cell(page, 2, "title").dblclick();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Imago");
  await page.keyboard.press("Enter");
  await page.getByRole("gridcell", { name: "Imago" }).waitFor();
  await cell(page, 1, "format").dblclick();
  await page.locator(".ag-cell-inline-editing .ag-picker-field-wrapper").click();
  await page.getByRole("option", { name: "hardcover" }).click();
  await page.getByRole("gridcell", { name: "hardcover" }).waitFor();
  await cell(page, 0, "notes").dblclick();
  await page.getByRole("textbox", { name: "notes" }).fill('{"b": [2]}');
  await page.keyboard.press("Control+Enter");
  await page.getByRole("gridcell", { name: '{"b":[2]}' }).waitFor();
  await cell(page, 2, "price").dblclick();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("much");
  await page.keyboard.press("Enter");
  await page.getByText("price was not changed").waitFor();
  const [, second, third] = await call("/t/rows/rest/book?order=id");
  assert.deepEqual([second.format, third.title], ["hardcover", "Imago"]);
  // Undone, last first.
  for (const what of ["notes changed", "format changed", "title changed"]) {
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText(`Undone: ${what}`).waitFor();
  }
  await page.getByRole("gridcell", { name: "Dawn" }).waitFor();
  // Sorted and filtered by clicking.
  await page.getByRole("columnheader", { name: "title" }).click();
  await page.locator('.ag-row[row-index="0"]').getByText("Dawn").waitFor();
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("combobox", { name: "Column" }).fill("title");
  await page.getByRole("option", { name: "title" }).click();
  await page.getByRole("combobox", { name: "Condition" }).click();
  await page.getByRole("option", { name: "contains" }).click();
  await page.getByRole("textbox", { name: "Value" }).fill("DISP");
  await page.getByRole("button", { name: "Add the filter" }).click();
  await page.getByRole("status").getByText("1 row", { exact: true }).waitFor();
  // A foreign key followed by clicking.
  await page.getByRole("link", { name: "Follow author_id 1" }).click();
  await page.getByRole("gridcell", { name: "Ursula" }).waitFor();
  await page.getByRole("status").getByText("1 row", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Remove the filter id is 1" }).click();
  await page.getByRole("gridcell", { name: "Octavia" }).waitFor();
  // Added by the form, deleted, brought back.
  await page.getByRole("button", { name: "Add a row" }).click();
  await page.getByRole("dialog").getByLabel("name").fill("Vonda");
  await page.getByRole("button", { name: "Add the row" }).click();
  await page.getByRole("gridcell", { name: "Vonda" }).waitFor();
  await page.locator('.ag-row[row-index="2"] input[type="checkbox"]').click();
  await page.getByRole("button", { name: "Delete 1" }).click();
  await page.getByRole("gridcell", { name: "Vonda" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("gridcell", { name: "Vonda" }).waitFor();
  // A file dropped on the page: seen, tried, added.
  await drop(page, "people.csv", "text/csv", "name,shoe size\nSamuel,44\nJoanna,39\n");
  await page.getByText("all 2 rows fit").waitFor();
  await shot(page, "import");
  await page.getByRole("button", { name: "Add 2 rows" }).click();
  await page.getByRole("gridcell", { name: "Joanna" }).waitFor();
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "CSV" }).click()]);
  const csv = readFileSync(await download.path(), "utf8");
  assert.equal(csv.trim().split("\n").length, 6, csv);
});

scenario("edit moments, sets, bytes and truths, and follow a key of two columns", { token: ADMIN }, async (page) => {
  await makeTenant(
    "kinds",
    `CREATE TABLE shelf (room VARCHAR(9) NOT NULL, place INT NOT NULL, label VARCHAR(20), PRIMARY KEY (room, place));
    CREATE TABLE thing (id INT PRIMARY KEY, room VARCHAR(9), place INT, made DATETIME, seen TIMESTAMP NULL, marks SET('old', 'rare', 'red') NOT NULL DEFAULT '',
      picture BLOB, lent BOOL NOT NULL DEFAULT 0, FOREIGN KEY (room, place) REFERENCES shelf (room, place));`,
  );
  await rows("kinds", "shelf", [{ room: "hall", place: 1, label: "by the door" }, { room: "hall", place: 2, label: "by the stairs" }]);
  await rows("kinds", "thing", [{ id: 1, room: "hall", place: 2, made: "2020-01-02T03:04:05" }]);
  await page.goto(`${SERVER}/t/kinds/playground/data?table=thing`);
  await shown(page);
  await cell(page, 0, "made").dblclick();
  await page.getByRole("textbox", { name: "made" }).or(page.getByLabel("made")).first().fill("1999-12-31T23:59:58");
  await page.keyboard.press("Enter");
  await page.getByRole("gridcell", { name: /1999-12-31.23:59:58/ }).waitFor();
  await cell(page, 0, "marks").dblclick();
  await page.getByRole("checkbox", { name: "rare" }).check();
  await page.getByRole("checkbox", { name: "red" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("gridcell", { name: "rare, red" }).waitFor();
  await cell(page, 0, "picture").dblclick();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Replace by a file" }).click()]);
  await chooser.setFiles({ name: "dot.png", mimeType: "image/png", buffer: Buffer.from([0, 1, 2, 250, 255]) });
  await page.getByRole("gridcell", { name: "5 bytes" }).waitFor();
  await cell(page, 0, "lent").dblclick();
  await page.locator(".ag-cell-inline-editing .ag-picker-field-wrapper").click();
  await page.getByRole("option", { name: "true" }).click();
  await page.getByRole("gridcell", { name: "true" }).waitFor();
  const [thing] = await call("/t/kinds/rest/thing");
  assert.deepEqual([thing.made, thing.marks, thing.picture, thing.lent], ["1999-12-31T23:59:58", ["rare", "red"], "AAEC+v8=", true]);
  // Both columns of the key find the row, also where rows are removed.
  await page.getByRole("link", { name: "Follow place 2" }).click();
  await page.getByRole("gridcell", { name: "by the stairs" }).waitFor();
  await page.getByRole("status").getByText("1 row", { exact: true }).waitFor();
  await rows("kinds", "shelf", [{ room: '$0.a "b"', place: 1, label: "odd" }]);
  await page.goto(`${SERVER}/t/kinds/playground/data?table=shelf&f=${encodeURIComponent('["label","eq","odd"]')}`);
  await page.getByRole("gridcell", { name: "odd", exact: true }).waitFor();
  await page.locator('.ag-row[row-index="0"] input[type="checkbox"]').click();
  await page.getByRole("button", { name: "Delete 1" }).click();
  await page.getByText("No row fits").waitFor();
  assert.equal((await call("/t/kinds/rest/shelf")).length, 2, "no other row is gone");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("gridcell", { name: "odd", exact: true }).waitFor();
});

scenario("import more rows than a request takes, and take them back", { token: ADMIN }, async (page) => {
  await makeTenant("bulk", "CREATE TABLE person (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(30) NOT NULL, member BOOL NOT NULL);");
  const lines = Array.from({ length: 12_000 }, (_, at) => `${at === 7 ? "$1.name" : `person ${at}`},${at % 2 ? "yes" : "FALSE"}`);
  await page.goto(`${SERVER}/t/bulk/playground/data?table=person`);
  await page.getByText("No rows yet").waitFor();
  await drop(page, "wrong.csv", "text/csv", `name,member\n${lines.join("\n")}\nlast,perhaps\n`);
  await page.getByRole("alert").getByText('row 12001: member takes true or false, and "perhaps" is neither').waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await drop(page, "people.csv", "text/csv", `name,member\n${lines.join("\n")}\n`);
  await page.getByText("all 12000 rows fit").waitFor();
  assert.equal((await call("/t/bulk/rest/person?limit=1")).length, 0, "a trial adds nothing");
  await page.getByRole("button", { name: "Add 12000 rows" }).click();
  await page.getByText("12000 rows were added").waitFor();
  assert.deepEqual(await call("/t/bulk/rest/person?select=name,member&id=in.(8,12000)"), [
    { name: "$1.name", member: true },
    { name: "person 11999", member: true },
  ]);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Undone: 12000 rows imported").waitFor();
  assert.equal((await call("/t/bulk/rest/person?limit=1")).length, 0, "all are gone again");
});

scenario("scroll through a million rows by keyset pages", { token: ADMIN }, async (page) => {
  await makeTenant("many", "CREATE TABLE reading (id INT AUTO_INCREMENT PRIMARY KEY, value DOUBLE NOT NULL);");
  for (let batch = 0; batch < 100; batch++) {
    await rows("many", "reading", Array.from({ length: 10_000 }, (_, index) => ({ value: batch * 10_000 + index + 0.5 })));
  }
  const asked = [];
  page.on("request", (request) => request.url().includes("/rest/reading") && asked.push(new URL(request.url()).searchParams));
  await page.goto(`${SERVER}/t/many/playground/data?table=reading`);
  await page.getByRole("gridcell", { name: "0.5", exact: true }).waitFor();
  const isPlaced = () => asked.filter((params) => params.has("after")).length > 1;
  await cell(page, 3, "value").hover();
  for (let turns = 0; turns < 100 && !isPlaced(); turns++) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(50);
  }
  assert.ok(isPlaced(), "pages are asked for by the place where the last one ended");
  assert.ok(!asked.some((params) => params.has("offset")), "no rows are counted on the way");
  await page.locator(".ag-cell[col-id=value]").first().click();
  await page.keyboard.press("Control+End");
  await page.getByRole("gridcell", { name: "999999.5", exact: true }).waitFor();
  assert.ok((await page.locator(".ag-row").count()) < 200, "only rows in view are in the page");
});

scenario("query with GraphiQL, save a query and share it", { token: ADMIN }, async (page) => {
  await makeTenant("graphs", BOOKSHOP);
  await rows("graphs", "author", [{ name: "Ursula" }]);
  await page.goto(`${SERVER}/t/graphs/playground/graphql`);
  await page.getByRole("button", { name: /Execute query/ }).click();
  await page.locator(".graphiql-response").getByText("Ursula").waitFor();
  await page.getByRole("tab", { name: "Headers" }).or(page.getByRole("button", { name: "Headers" })).first().click();
  await page.locator(".graphiql-editor-tool").getByText("Authorization").waitFor();
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await page.getByText("authorCollection").first().waitFor();
  await page.getByRole("button", { name: "Show GraphiQL Explorer" }).click();
  await page.locator(".docExplorerWrap, .graphiql-explorer-root").first().waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("all authors");
  await page.getByRole("button", { name: "Save it" }).click();
  await page.getByRole("button", { name: "Saved queries" }).click();
  await page.getByRole("menuitem", { name: "all authors", exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Share" }).click();
  const link = new URL(page.url());
  assert.match(link.searchParams.get("query"), /authorCollection/);
  assert.ok(!link.href.includes(ADMIN), "no key is in a link");
  // What a reload restores is what is saved and shared.
  await page.goto(`${SERVER}/t/graphs/playground/graphql`);
  const editor = page.locator(".graphiql-query-editor");
  await editor.locator(".view-line").first().click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("query Mine { bookCollection { totalCount } }");
  await page.waitForFunction(() => Object.entries(localStorage).some(([name, value]) => name.includes("graphiql") && value.includes("query Mine")));
  await page.reload();
  await editor.getByText("Mine").waitFor();
  await page.getByRole("button", { name: "Share" }).click();
  await page.waitForURL(/query\+Mine/);
});

scenario("send a real request from the REST reference", { token: ADMIN }, async (page) => {
  await makeTenant("reference", BOOKSHOP);
  await rows("reference", "author", [{ name: "Ursula" }]);
  await page.goto(`${SERVER}/t/reference/playground/rest`);
  await page.getByRole("link", { name: "Read rows of author" }).first().click();
  await page.getByRole("button", { name: /Test Request \(get \/rest\/author\)/ }).first().click();
  const answered = page.waitForResponse((response) => response.url().includes("/t/reference/rest/author"));
  await page.getByRole("button", { name: /^Send/ }).first().click();
  const answer = await answered;
  assert.equal(answer.status(), 200);
  assert.equal((await answer.json())[0]?.name, "Ursula", answer.url());
  // It is what Explain and Code are about from then on.
  await page.keyboard.press("Escape");
  await page.goto(`${SERVER}/t/reference/playground/explain`);
  await page.getByRole("region", { name: "The request" }).getByText("GET /rest/author").waitFor();
  await page.getByRole("textbox", { name: "SQL" }).getByText("SELECT").first().waitFor();
});

scenario("explain what the page Data wrote, and change nothing by it", { token: ADMIN }, async (page) => {
  await makeTenant("written", BOOKSHOP);
  await rows("written", "author", [{ name: "Ursula" }]);
  await page.goto(`${SERVER}/t/written/playground/data?table=author`);
  await shown(page);
  await cell(page, 0, "name").dblclick();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Octavia");
  await page.keyboard.press("Enter");
  await page.getByRole("gridcell", { name: "Octavia" }).waitFor();
  await call("/t/written/rest/author?id=eq.1", { method: "PATCH", body: '{"name":"Vonda"}' });
  await page.getByRole("link", { name: "Explain" }).click();
  await page.getByRole("combobox", { name: "Request" }).click();
  await page.getByRole("option", { name: "PATCH /rest/author" }).click();
  await page.getByRole("textbox", { name: "SQL" }).getByText("UPDATE").first().waitFor();
  assert.equal((await call("/t/written/rest/author"))[0].name, "Vonda");
  await page.getByRole("link", { name: "Code" }).click();
  await page.getByRole("textbox", { name: "Code for curl" }).getByText("-X PATCH").waitFor();
});

scenario("explain the view at hand", { token: ADMIN }, async (page) => {
  await makeTenant("explained", BOOKSHOP);
  await rows("explained", "author", [{ name: "Ursula" }, { name: "Octavia" }]);
  const filter = encodeURIComponent(JSON.stringify(["name", "eq", "Octavia"]));
  await page.goto(`${SERVER}/t/explained/playground/data?table=author&f=${filter}`);
  await page.getByRole("gridcell", { name: "Octavia" }).waitFor();
  await page.getByRole("link", { name: "Explain" }).click();
  await page.getByRole("textbox", { name: "SQL" }).getByText("SELECT").first().waitFor();
  await page.getByRole("tree", { name: "SQLite's query plan" }).getByText(/SCAN|SEARCH/).first().waitFor();
  await page.getByText("Rows read").first().waitFor();
});

scenario("make and revoke keys, and see what the tenant was asked", { token: ADMIN }, async (page) => {
  await makeTenant("keyed", BOOKSHOP);
  await rows("keyed", "author", [{ name: "Ursula" }]);
  await assert.rejects(call("/t/keyed/rest/author?nom=eq.Ursula"));
  await page.goto(`${SERVER}/t/keyed/playground/tenant`);
  await page.getByLabel("Name of a new key").fill("the app");
  await page.getByRole("button", { name: "Make a key" }).click();
  const key = (await page.locator(".mantine-Code-root", { hasText: "wsql_keyed_" }).textContent()).trim();
  assert.equal((await call("/t/keyed/rest/author", { token: key })).length, 1);
  await page.getByRole("button", { name: "Revoke the app" }).click();
  await page.getByRole("button", { name: "Revoke it" }).click();
  await page.getByRole("cell", { name: "the app", exact: true }).waitFor({ state: "detached" });
  await assert.rejects(call("/t/keyed/rest/author", { token: key }));
  await page.getByRole("img", { name: /Rows by table: author 1, book 0/ }).waitFor();
  await page.getByRole("img", { name: /[1-9]\d* requests, 1 refused/ }).waitFor();
});

/** Finds something by the palette, with keys alone, and goes there: each key waits for what the one before it did. */
async function find(page, name, shown) {
  await page.keyboard.press("Control+k");
  const box = page.getByRole("textbox", { name: "Find a page, a table or a tenant" });
  await box.and(page.locator(":focus")).waitFor();
  await page.keyboard.type(name);
  const found = page.getByRole("dialog", { name: "Command palette" }).getByRole("button");
  await found.filter({ hasText: shown }).waitFor();
  await found.filter({ hasNotText: shown }).first().waitFor({ state: "detached" });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

scenario("go anywhere by the keyboard", { token: ADMIN }, async (page) => {
  await makeTenant("keyboard", BOOKSHOP);
  await page.goto(`${SERVER}/t/keyboard/playground/schema`);
  await page.getByRole("link", { name: "Data" }).waitFor();
  await find(page, "book", "Its rows");
  await page.waitForURL("**/data?table=book");
  await page.getByText("No rows yet").waitFor();
  // From an editor too, which has its own use for keys.
  await page.goto(`${SERVER}/t/keyboard/playground/schema`);
  await page.getByRole("textbox", { name: "The declaration, in SQL" }).click();
  await find(page, "theme", "Change the theme");
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
});

scenario("say what to do when offline, and where the server fails", { token: ADMIN }, async (page) => {
  await makeTenant("offline", BOOKSHOP);
  await page.goto(`${SERVER}/t/offline/playground/data?table=book`);
  await page.getByText("No rows yet").waitFor();
  await page.context().setOffline(true);
  await page.getByText("The server does not answer").first().waitFor();
  await page.context().setOffline(false);
  await page.getByText("The server does not answer").first().waitFor({ state: "detached" });
  await page.route("**/t/offline/usage", (route) => route.fulfill({ status: 500, contentType: "application/problem+json", body: '{"title":"The server failed","detail":"the server failed; nothing was changed","code":"internal"}' }));
  await page.getByRole("link", { name: "Tenant" }).click();
  await page.getByText("the server failed; nothing was changed").waitFor();
  await page.getByRole("button", { name: "Try again" }).first().waitFor();
});
