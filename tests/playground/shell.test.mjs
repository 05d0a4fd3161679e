// What goes around the pages: tenants, keys, the palette, and requests that go from page to page.
import assert from "node:assert/strict";
import { ADMIN, call, inBrowser, makeTenant, rows, SERVER } from "./stage.mjs";

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
