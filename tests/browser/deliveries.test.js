"use strict";
// Receiving a delivery on a phone: the taps are counted, scanning and typing are not taps.
const assert = require("node:assert/strict");
const { after, before, test } = require("node:test");
const { giftbox, newDatabase, runScript, serve } = require("./program.js");
const { Visitor, openBrowser } = require("./visitor.js");

const password = "a sentence that is long enough";
const home = "/s/SAMPLE";
const mostTaps = 14;
// What is scanned or typed for the item, its units, and its total cost.
const lines = [
  ["2000000000015", "12", "87.60"],
  ["2000000000022", "6", "43.80"],
  ["2000000000039", "6", "51.00"],
  ["SHIRT-S", "2", "17.00"],
  ["SHIRT-M", "2", "17.00"],
  ["2000000000060", "4", "34.00"],
  ["key chain", "12", "27.00"],
  ["UMBRELLA", "5", "60.00"],
];

let database;
let server;
let browser;

before(async () => {
  database = newDatabase();
  runScript("data/samples/load", database.url);
  const words = ["--store", "SAMPLE", "--actor", "ada", "user", "add", "dora", "--name", "dora"];
  giftbox(database, [...words, "--role", "parts-director", "--password-stdin"], `${password}\n`);
  server = await serve(database);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

test("A delivery of eight lines on a phone takes few taps", async () => {
  const size = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const dora = await Visitor.open(browser, server.address, size);
  await dora.logIn("dora", password);
  const { page } = dora;
  let taps = 0;
  const tap = async (one) => {
    taps += 1;
    await one.first().tap();
  };
  await tap(page.getByRole("navigation").getByRole("link", { name: "Stock", exact: true }).locator("visible=true"));
  await tap(page.getByRole("link", { name: "Receive a delivery", exact: true }));
  await page.locator("#f-supplier:focus").waitFor();
  for (const typed of ["Harbor Promo (invented)", "INV-9001", "337.40"]) {
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
  }
  await tap(page.locator("#l-1"));
  for (const line of lines) {
    for (const typed of line) {
      await page.keyboard.type(typed);
      await page.keyboard.press("Enter");
    }
  }
  assert.match(await page.locator(".sum").textContent(), /^Sum: 337\.40, as on paper$/);
  assert.equal(await page.locator(".line.costs").count(), 9); // the next row is there by itself
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await tap(page.getByRole("main").getByRole("button", { name: "Receive", exact: true }));
  for (const box of await page.getByLabel(/cost is correct/).all()) {
    await tap(box);
    await tap(page.getByRole("main").getByRole("button", { name: "Receive", exact: true }));
  }
  assert.match(await dora.notice(), /^Delivery \d+ received: 8 lines, 49 units, 337\.40 USD\./);
  assert.ok(taps <= mostTaps, `${taps} taps`);
  console.log(`${taps} taps for a delivery of ${lines.length} lines`);
  await dora.close();
});

test("A delivery is received in packs and at a price, without script too", async () => {
  const dora = await Visitor.open(browser, server.address, { javaScriptEnabled: false });
  await dora.logIn("dora", password);
  await dora.go(`${home}/deliveries/receive`);
  await dora.fill({ Supplier: "Harbor Promo (invented)", Reference: "INV-9002" });
  await dora.press("More rows");
  assert.equal(await dora.page.locator(".line.costs").count(), 16);
  await dora.fill({
    "Item 16": "KEY-STEEL",
    "Packs of item 16": "2",
    "Price of one unit of item 16": "2.25",
  });
  await dora.press("Receive");
  assert.match(await dora.notice(), /^Delivery \d+ received: 1 line, 24 units, 54\.00 USD\./);
  await dora.close();
});

test("What a row comes to is shown while it is typed", async () => {
  const dora = await Visitor.open(browser, server.address);
  await dora.logIn("dora", password);
  await dora.go(`${home}/deliveries/receive`);
  await dora.fill({ "Item 1": "KEY-STEEL", "Packs of item 1": "2", "Price of one unit of item 1": "2.25" });
  const row = dora.page.locator(".line.costs").first();
  assert.equal(await row.locator("output").textContent(), "24 units, 54.00 in all");
  await dora.fill({ "Pack size of item 1": "10", "Price of one unit of item 1": "", "Total cost of item 1": "50" });
  assert.equal(await row.locator("output").textContent(), "20 units, 2.50 each");
  await dora.fill({ "Total on paper": "49.00" });
  assert.equal(await dora.page.locator(".sum").textContent(), "Sum: 50.00, 1.00 more than on paper");
  await dora.look("delivery-form");
  await dora.close();
});
