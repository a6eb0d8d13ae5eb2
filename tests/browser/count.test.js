"use strict";
// A shelf of twelve items is counted on a phone.
const assert = require("node:assert/strict");
const { after, before, test } = require("node:test");
const { giftbox, newDatabase, runScript, serve } = require("./program.js");
const { Visitor, openBrowser } = require("./visitor.js");

const password = "a sentence that is long enough";
const home = "/s/SAMPLE";
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const items = 12;

let database;
let server;
let browser;
let shelf;

const asAda = (...words) => giftbox(database, ["--store", "SAMPLE", "--actor", "ada", ...words]).toString();
const json = (...words) => JSON.parse(asAda("-O", "json", ...words));

before(async () => {
  database = newDatabase();
  runScript("data/samples/load", database.url);
  giftbox(
    database,
    ["--store", "SAMPLE", "--actor", "ada", "user", "add", "dora", "--name", "Dora", "--role", "parts-director"].concat(
      "--password-stdin",
    ),
    `${password}\n`,
  );
  shelf = json("stock").filter((one) => one.units > 1).slice(0, items);
  for (const one of shelf) {
    asAda("item", "edit", one.sku, "--bin", "A-1");
  }
  server = await serve(database);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

/// A person on a phone whose taps are counted; what is typed on the keypad is not.
async function onPhone(options = {}) {
  const visitor = await Visitor.open(browser, server.address, { ...phone, ...options });
  await visitor.logIn("dora", password);
  visitor.taps = 0;
  visitor.tap = async (role, name) => {
    visitor.taps += 1;
    await visitor.page.getByRole(role, { name, exact: true }).first().tap();
  };
  return visitor;
}

test("A count of twelve items takes at most 20 taps, and fits a phone", async () => {
  const dora = await onPhone();
  const { page } = dora;
  await dora.go(home);
  dora.taps += 1;
  await page.getByText("More", { exact: true }).tap();
  await dora.tap("link", "Counts");
  await dora.tap("link", "Start a count");
  dora.taps += 1;
  await page.getByLabel("Bin").selectOption("A-1");
  await dora.tap("button", "Start the count");
  for (let i = 1; i <= items; i += 1) {
    await page.getByText(`Item ${i} of ${items} in count 1.`).waitFor();
    const sku = new URL(page.url()).searchParams.get("sku") || (await page.locator("[name=item]").inputValue());
    const units = shelf.find((one) => one.sku === sku).units;
    assert.equal(await page.evaluate(() => document.activeElement.id), "f-units");
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= phone.viewport.width, `it is ${width} wide`);
    if (i === 2) {
      await dora.tap("button", "Not there");
      continue;
    }
    await page.keyboard.type(String(i === 1 ? units - 1 : units));
    await dora.tap("button", "Next");
  }
  await page.getByText("All items are counted.").waitFor();
  await dora.tap("link", "Post the count");
  dora.taps += 1;
  await page.getByLabel("Reason").selectOption("miscount");
  await dora.tap("button", "Post the count");
  assert.match(await dora.notice(), /^Count 1 posted: 12 items counted, 0 units over/);
  assert.ok(dora.taps <= 20, `${dora.taps} taps`);
  assert.equal(await page.getByText("83 percent").count(), 1);
  await dora.close();
});

test("The keypad, +1, and a scanner count the same", async () => {
  const [first, second] = shelf;
  asAda("count", "start", "--bin", "A-1");
  const dora = await onPhone();
  const { page } = dora;
  const codeOf = (one) => json("item", "list").find((item) => item.sku === one.sku).barcode;
  const scan = async (one) => {
    await page.keyboard.type(codeOf(one));
    await page.keyboard.press("Enter");
  };
  await dora.go(`${home}/counts/2/line?sku=${first.sku}`);
  const value = () => page.locator("#f-units").inputValue();
  await dora.tap("button", "+1");
  await dora.tap("button", "+1");
  assert.equal(await value(), "2");
  await dora.look("count-line");
  await page.locator("#f-units").selectText();
  await scan(first);
  await page.locator("#f-units").waitFor();
  await page.waitForFunction(() => document.querySelector("#f-units").value === "3");
  await scan(second);
  await page.waitForURL((url) => url.searchParams.get("sku") === second.sku);
  assert.equal(await value(), "1");
  const line = json("count", "show", "2").find((one) => one.sku === first.sku);
  assert.equal(line.counted, 3);
  await dora.close();
});

test("Without script, +1 and Next do the same", async () => {
  const [, , third] = shelf;
  const dora = await onPhone({ javaScriptEnabled: false });
  const { page } = dora;
  await dora.go(`${home}/counts/2/line?sku=${third.sku}`);
  for (const units of ["1", "2"]) {
    await dora.tap("button", "+1");
    await page.locator(`#f-units[value="${units}"]`).waitFor();
  }
  await page.locator("#f-units").press("Enter");
  await page.waitForURL((url) => url.searchParams.get("sku") !== third.sku);
  assert.equal(json("count", "show", "2").find((one) => one.sku === third.sku).counted, 2);
  await dora.close();
});
