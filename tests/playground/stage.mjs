// A browser over a running server, and what scenarios need of both.
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

const require = createRequire(new URL("../../playground/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const AXE = require.resolve("axe-core/axe.min.js");

export const SERVER = process.env.PLAYGROUND_SERVER ?? "http://127.0.0.1:8787";
export const ADMIN = process.env.WORKERSQL_ADMIN_TOKEN ?? "workersql-dev";
export const OUTPUT = new URL("../output/playground/", import.meta.url).pathname;

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? BROWSERS.find((path) => existsSync(path));
  if (!executablePath) throw new Error("Chromium is not installed: install the package chromium, or name another in CHROMIUM");
  mkdirSync(OUTPUT, { recursive: true });
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A tab. Whatever the page's policy refuses or its scripts throw is noted in `faults`. */
export async function openPage(browser, { scheme = "light", phone = false, token, ...options } = {}) {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 800 } : { width: 1280, height: 800 },
    colorScheme: scheme,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !text.startsWith("Failed to load resource")) page.faults.push(text);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(SERVER) && !/^(data|blob):/.test(url)) page.faults.push(`asked for ${url}`);
  });
  if (token) {
    const tenant = /^wsql_([a-z0-9-]+)_/.exec(token)?.[1];
    await page.addInitScript(
      (text) => sessionStorage.getItem("workersql.credential") ?? sessionStorage.setItem("workersql.credential", text),
      JSON.stringify({ token, tenant }),
    );
  }
  return page;
}

export async function call(path, { method = "GET", token = ADMIN, type = "application/json", body, headers } = {}) {
  const response = await fetch(SERVER + path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": type, ...headers },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

/** A tenant of its own for a scenario; an earlier run's goes. Answers its key. */
export async function makeTenant(name, sql) {
  await call(`/admin/tenants/${name}`, { method: "DELETE" }).catch(() => undefined);
  const { key } = await call("/admin/tenants", { method: "POST", body: JSON.stringify({ name }) });
  if (sql) await call(`/t/${name}/schema`, { method: "PUT", type: "application/sql", body: sql });
  return key;
}

export const rows = (tenant, table, list) => call(`/t/${tenant}/rest/${table}`, { method: "POST", body: JSON.stringify(list) });

/** What axe finds, in words. */
export async function violations(page) {
  // The policy lets no script be written into the page; the browser's own tools may.
  await page.evaluate(require("node:fs").readFileSync(AXE, "utf8"));
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 4).map((node) => `${id}: ${node.target.join(" ")} ${node.html.slice(0, 160)} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ""}`),
  );
}

export const shot = (page, name) => page.screenshot({ path: `${OUTPUT}${name}.png` });

/** Drops a file on the page, as from another window. */
export async function drop(page, name, type, text) {
  const transfer = await page.evaluateHandle(
    ([fileName, fileType, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName, { type: fileType }));
      return data;
    },
    [name, type, text],
  );
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
  const zone = page.locator(".mantine-Dropzone-root").last();
  await zone.waitFor();
  await zone.dispatchEvent("dragenter", { dataTransfer: transfer });
  await zone.dispatchEvent("drop", { dataTransfer: transfer });
}

/** What runs scenarios, each in a tab of its own, in which nothing may have gone wrong unseen. */
export function inBrowser() {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser?.close());
  return (name, options, work) =>
    test(name, { timeout: 60_000 }, async () => {
      const page = await openPage(browser, options);
      try {
        await work(page);
        assert.deepEqual(page.faults, []);
      } catch (error) {
        await shot(page, `failed-${name.replace(/[^a-z]+/gi, "-").slice(0, 40)}`);
        throw error;
      } finally {
        await page.context().close();
      }
    });
}

/** A cell of the grid. */
/** Waits for the first row of a table: what is done to a row that is not there yet is gone when it comes. */
export const shown = (page) => page.locator('.ag-row[row-index="0"] input[type="checkbox"]:enabled').first().waitFor();

export const cell = (page, row, column) => page.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`);

/** A view of the page Data as its address holds it: filters as `[column, operator, value]`, columns to sort by. */
export function addressOf(tenant, table, filters = [], sort = []) {
  const params = new URLSearchParams({ table });
  for (const filter of filters) params.append("f", JSON.stringify(filter));
  for (const term of sort) params.append("s", term);
  return `${SERVER}/t/${tenant}/playground/data?${params}`;
}

/** Adds a filter by clicking. */
export async function filter(page, column, condition, value) {
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const pick = async (label, name) => {
    await page.getByRole("combobox", { name: label }).click();
    await page.getByRole("option", { name, exact: true }).click();
  };
  await pick("Column", column);
  await pick("Condition", condition);
  if (value !== undefined) await page.getByRole("textbox", { name: "Value" }).fill(value);
  await page.getByRole("button", { name: "Add the filter" }).click();
}
