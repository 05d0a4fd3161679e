// What goes around the pages: tenants, keys, the palette, and requests that go from page to page.
import assert from "node:assert/strict";
import { ADMIN, call, cell, inBrowser, makeTenant, rows, SERVER, violations } from "./stage.mjs";

const scenario = inBrowser();

const NOTES = "CREATE TABLE note (id INT AUTO_INCREMENT PRIMARY KEY, body VARCHAR(40));";

const runs = (page) => page.getByRole("button", { name: /Execute query/ });

scenario("make one tenant after the other", { token: ADMIN }, async (page) => {
  for (const name of ["made-1", "made-2"]) await call(`/admin/tenants/${name}`, { method: "DELETE" }).catch(() => undefined);
  await page.goto(`${SERVER}/playground`);
  for (const name of ["made-1", "made-2"]) {
    await page.getByRole("button", { name: "New tenant" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("button", { name: "Make it" }).click();
    const dialog = page.getByRole("dialog", { name: `${name} is ready` });
    await dialog.getByText(`wsql_${name}_`).waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await dialog.waitFor({ state: "hidden" });
  }
});

scenario("open the palette from everywhere", { token: ADMIN }, async (page) => {
  await makeTenant("reached", NOTES);
  const palette = page.getByRole("textbox", { name: /Find a page/ });
  const pressed = async () => {
    await page.keyboard.press("Control+k");
    await palette.waitFor();
    await page.keyboard.press("Escape");
    await palette.waitFor({ state: "hidden" });
  };
  await page.goto(`${SERVER}/playground`);
  await page.getByRole("button", { name: /^Go to/ }).click();
  await palette.waitFor();
  await page.keyboard.press("Escape");
  await palette.waitFor({ state: "hidden" });
  await page.goto(`${SERVER}/t/reached/playground/schema`);
  await page.getByRole("textbox", { name: /The declaration/ }).click();
  await pressed();
  await page.goto(`${SERVER}/t/reached/playground/tenant`);
  await page.getByLabel("Name of a new key").click();
  await pressed();
  await page.goto(`${SERVER}/t/reached/playground/graphql`);
  await page.locator(".graphiql-query-editor .view-line").getByText("nodes").first().click();
  await pressed();
});

scenario("save the query that is shown after a reload", { token: ADMIN }, async (page) => {
  await makeTenant("restored", NOTES);
  await page.goto(`${SERVER}/t/restored/playground/graphql`);
  const lines = page.locator(".graphiql-query-editor .view-line");
  await lines.getByText("nodes").first().click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("query Mine { __typename }");
  await lines.getByText("Mine").waitFor();
  await page.waitForFunction(() => Object.values(localStorage).some((text) => text.includes("Mine")));
  await page.reload();
  await lines.getByText("Mine").waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("mine");
  await page.getByRole("button", { name: "Save it" }).click();
  await page.waitForFunction(() => localStorage.getItem("workersql.saved.restored") !== null);
  const saved = JSON.parse(await page.evaluate(() => localStorage.getItem("workersql.saved.restored")));
  assert.match(saved[0].query, /query Mine/);
});

scenario("begin with a query that the schema has", { token: ADMIN }, async (page) => {
  await makeTenant("spelt", "CREATE TABLE `naïve 🎉` (id INT PRIMARY KEY, `and` INT, `größe` INT);");
  await rows("spelt", encodeURIComponent("naïve 🎉"), [{ id: 41 }]);
  await page.goto(`${SERVER}/t/spelt/playground/graphql`);
  await page.locator(".graphiql-query-editor .view-line").getByText("nodes").first().waitFor();
  await runs(page).click();
  await page.locator(".graphiql-response .view-line").getByText("41").first().waitFor({ state: "attached" });
});

scenario("explain what was sent by REST", { token: ADMIN }, async (page) => {
  await makeTenant("sent", NOTES);
  await page.goto(`${SERVER}/t/sent/playground/rest`);
  await page.getByRole("link", { name: /Read rows of note/ }).first().click();
  await page.getByRole("button", { name: /Test Request.*get.*note\b/i }).first().click();
  const answered = page.waitForResponse((response) => response.url().includes("/rest/note"));
  await page.getByRole("button", { name: /^Send/ }).first().click();
  await answered;
  await page.goto(`${SERVER}/t/sent/playground/explain`);
  await page.getByRole("region", { name: "The request" }).getByText("GET /rest/note").waitFor();
  await page.getByRole("textbox", { name: "SQL" }).getByText("SELECT").first().waitFor();
});

scenario("forget a key that was revoked", { token: ADMIN }, async (page) => {
  await makeTenant("forgetful", NOTES);
  await page.goto(`${SERVER}/t/forgetful/playground/tenant`);
  await page.getByLabel("Name of a new key").fill("short");
  await page.getByRole("button", { name: "Make a key" }).click();
  await page.getByText("The key short, shown this once").waitFor();
  await page.getByRole("button", { name: "Revoke short" }).click();
  await page.getByRole("button", { name: "Revoke it" }).click();
  await page.getByRole("button", { name: "Revoke short" }).waitFor({ state: "hidden" });
  await page.getByText("The key short, shown this once").waitFor({ state: "hidden" });
});

scenario("leave the editors, and follow keys, by the keyboard", { token: ADMIN }, async (page) => {
  await makeTenant("keyboard", `${NOTES} CREATE TABLE mark (id INT PRIMARY KEY, note_id INT, CONSTRAINT mark_note FOREIGN KEY (note_id) REFERENCES note (id));`);
  await rows("keyboard", "note", [{ body: "one" }]);
  await rows("keyboard", "mark", [{ id: 7, noteId: 1 }]);
  await page.goto(`${SERVER}/t/keyboard/playground/graphql`);
  await page.locator(".graphiql-query-editor .view-line").getByText("nodes").first().click();
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => !document.activeElement?.closest(".graphiql-query-editor .monaco-editor"));
  await page.goto(`${SERVER}/t/keyboard/playground/data?table=mark`);
  await cell(page, 0, "note_id").getByRole("link", { name: /^Follow/ }).waitFor();
  await cell(page, 0, "id").click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/table=note/);
  await cell(page, 0, "body").getByText("one").waitFor();
});

scenario("say what is wrong with a key, and sign out in every tab", {}, async (page) => {
  await page.goto(`${SERVER}/playground`);
  const signIn = async (token) => {
    await page.getByLabel("Admin token or key").fill(token);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await signIn("ключ");
  await page.getByText("Tokens and keys are of plain letters").waitFor();
  await page.getByLabel("Stay signed in").check();
  await signIn(ADMIN);
  await page.getByRole("heading", { name: "Tenants" }).waitFor();
  const other = await page.context().newPage();
  await other.goto(`${SERVER}/playground`);
  await other.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Admin token or key").waitFor();
});

scenario("say that the key no longer holds on GraphQL, and nothing else", {}, async (page) => {
  const key = await makeTenant("refused", NOTES);
  await page.goto(`${SERVER}/t/refused/playground/graphql`);
  await page.getByLabel("Admin token or key").fill(key);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator(".graphiql-query-editor .view-line").getByText("nodes").first().click();
  const { keys } = await call("/admin/tenants/refused");
  await call(`/admin/tenants/refused/keys/${keys[0].id}`, { method: "DELETE" });
  await page.keyboard.press("Control+Enter");
  await page.getByText("The key no longer holds").waitFor();
});

for (const scheme of ["light", "dark"]) {
  scenario(`opened menus, dialogs, panes and editors hold nothing that axe finds, in ${scheme}`, { token: ADMIN, scheme }, async (page) => {
    const tenant = `opened-${scheme}`;
    await makeTenant(tenant, "CREATE TABLE kind (id INT AUTO_INCREMENT PRIMARY KEY, mood ENUM('a','b') NULL, j JSON);");
    await rows(tenant, "kind", [{ mood: "a", j: { a: 1 } }]);
    const found = [];
    const look = async (name) => found.push(...(await violations(page)).map((one) => `${name}: ${one}`));
    const to = (name) => page.goto(`${SERVER}/t/${tenant}/playground/${name}`);
    await to("schema");
    await page.getByRole("button", { name: "Start from" }).click();
    await page.getByRole("menuitem").first().waitFor();
    await look("menu");
    await page.keyboard.press("Escape");
    await page.getByRole("textbox", { name: /The declaration/ }).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("CREATE TABLE q (id INTT);");
    await page.getByRole("status").getByText("1 problem").waitFor();
    await page.getByRole("radiogroup", { name: "Language" }).getByText("JSON", { exact: true }).click();
    await page.getByText("Not while the text has problems").waitFor();
    await look("toast");
    await to("data?table=kind");
    for (const column of ["mood", "j"]) {
      await cell(page, 0, column).filter({ hasText: "a" }).dblclick();
      await page.locator(".ag-popup-editor, .ag-cell-inline-editing").first().waitFor();
      await look(`editor of ${column}`);
      await page.keyboard.press("Escape");
    }
    await to("graphql");
    await page.locator(".graphiql-query-editor .view-line").getByText("nodes").first().waitFor();
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page.locator(".graphiql-doc-explorer-type-name").first().waitFor();
    await look("documentation");
    await page.getByRole("button", { name: "Show GraphiQL Explorer" }).click();
    await page.locator(".graphiql-explorer-root input").first().waitFor();
    await look("explorer");
    await to("tenant");
    await page.getByRole("button", { name: /^Revoke/ }).first().click();
    await page.waitForFunction(() => {
      const dialog = document.querySelector('[role="dialog"]');
      return dialog !== null && getComputedStyle(dialog).opacity === "1";
    });
    await look("dialog");
    assert.deepEqual(found, []);
  });
}
