"use strict";
// The week of each person on a phone, in the sample store: the taps are counted. What is typed or scanned is no tap.
const assert = require("node:assert/strict");
const { after, before, test } = require("node:test");
const { giftbox, newDatabase, serve } = require("./program.js");
const { Visitor, openBrowser } = require("./visitor.js");

const password = "a sentence that is long enough";
const home = "/s/SAMPLE";
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const users = { ada: "administrator", dora: "parts-director", mia: "manager", carl: "accounting", avi: "adviser" };

const newcomers = { "N-1": "Newcomer One (invented)", "N-2": "Newcomer Two (invented)" };

let database;
let server;
let browser;

const inSample = (...words) => giftbox(database, ["--store", "SAMPLE", "--actor", "ada", ...words]);
const json = (...words) => JSON.parse(inSample("-O", "json", ...words));
const thisMonth = new Date().toISOString().slice(0, 7);
const boxes = (state) => json("box", "list", "--month", thisMonth, "--state", state);

before(async () => {
  database = newDatabase();
  giftbox(database, ["init", "--store", "NORTH", "--name", "North Motors", "--currency", "USD"]);
  giftbox(database, ["sample", "add"]);
  for (const [code, name] of Object.entries(newcomers)) {
    inSample("recipient", "add", code, "--name", name);
  }
  for (const [login, role] of Object.entries(users)) {
    const words = ["--store", "SAMPLE", "user", "add", login, "--name", login, "--role", role, "--password-stdin"];
    giftbox(database, words, `${password}\n`);
  }
  server = await serve(database);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

/// The week of one person, who may tap `most` times; it begins on the home page.
function week(name, login, most, work) {
  test(`${name}, in at most ${most} taps`, async () => {
    const visitor = await Visitor.open(browser, server.address, phone);
    await visitor.logIn(login, password);
    await visitor.go(home);
    let taps = 0;
    const tap = async (role, label, within = visitor.page) => {
      taps += 1;
      const target = typeof role === "string" ? within.getByRole(role, { name: label, exact: true }).first() : role;
      await target.tap();
      await visitor.page.waitForLoadState();
    };
    await work(visitor, tap);
    console.log(`${name}: ${taps} taps`);
    assert.ok(taps <= most, `${taps} taps`);
    await visitor.close();
  });
}

week("An adviser nominates two people and looks at what became of them", "avi", 5, async (avi, tap) => {
  for (const code of Object.keys(newcomers)) {
    await tap("link", "Nominate");
    await avi.fill({ Recipient: code, Reason: "Always has time for a word", "Your department": "service" });
    await tap("button", "Nominate", avi.page.locator("main"));
    assert.match(await avi.notice(), /nominated/);
  }
  await tap("link", "Nominations");
  assert.match(await avi.text(), /Newcomer Two/);
});

week("A manager selects two people, approves the list, and signs all notes", "mia", 10, async (mia, tap) => {
  await tap("link", "Selection");
  for (const who of Object.values(newcomers)) {
    await tap(mia.page.locator("tr, li").filter({ hasText: who }).locator("input.pick"));
  }
  await tap("button", "Select", mia.page.locator("form.many"));
  await tap(mia.page.getByRole("link", { name: /^Approve the list/ }));
  await tap(mia.page.locator("main form").getByRole("button", { name: /^Approve/ }));
  assert.match(await mia.notice(), /recipients approved/);
  await tap("link", "Home");
  await tap("link", "Notes", mia.page.locator("main"));
  await tap(mia.page.locator("form.many").getByLabel("All"));
  await tap("button", "Sign for Service manager (invented)", mia.page.locator("form.many"));
  await mia.page.waitForURL("**/sign-checked");
  assert.match(await mia.text(), /3 notes signed by/); // the fourth was signed before, and the page says so
});

week("A parts director packs the planned boxes and hands over the packed ones", "dora", 4, async (dora, tap) => {
  const planned = boxes("planned").length;
  assert.ok(planned >= 2);
  await dora.go(`${home}/boxes?state=planned`);
  await tap(dora.page.locator("form.many").getByLabel("All"));
  await tap("button", "Pack", dora.page.locator("form.many"));
  assert.equal(await dora.notice(), `${planned} boxes packed.`);
  assert.equal(boxes("planned").length, 0);
  await dora.go(`${home}/boxes?state=packed`);
  await tap(dora.page.locator("form.many").getByLabel("All"));
  await tap("button", "Hand over", dora.page.locator("form.many"));
  assert.match(await dora.notice(), /boxes handed over/);
  assert.equal(boxes("packed").length, 0);
});

week("Accounting takes the files of last month and closes it", "carl", 4, async (carl, tap) => {
  await tap("link", "Accounting");
  const waited = carl.page.waitForEvent("download");
  await tap("link", "movements.csv");
  await waited;
  await tap(carl.page.getByRole("link", { name: /^Close/ }));
  await tap(carl.page.locator("main form").getByRole("button", { name: /^Close/ }));
  assert.match(await carl.notice(), /closed/i);
});

week("An administrator adds a user", "ada", 4, async (ada, tap) => {
  await tap(ada.page.getByText("More", { exact: true }).first());
  await tap("link", "Users");
  await tap("link", "Add a user");
  await ada.fill({ Login: "ben", Name: "Ben", Role: "adviser", "First password": password });
  await tap("button", "Add the user");
  assert.equal(await ada.notice(), "ben added.");
});

week("A parts director orders what is low, and receives it", "dora", 11, async (dora, tap) => {
  const main = dora.page.locator("main");
  const fits = async (address) => {
    await dora.page.waitForURL(`**${home}/${address}`);
    assert.equal(await dora.page.evaluate(() => document.documentElement.scrollWidth), 390);
  };
  const drafts = () => json("order", "list", "--state", "draft").map((one) => one.no);
  const stock = () => Object.fromEntries(json("stock").map((one) => [one.sku, one.units]));
  inSample("store", "set", "--order-approval-limit", "500.00", "--from", thisMonth, "--reason", "as agreed");
  inSample("supplier", "add", "QUARRY", "--name", "Quarry Drinkware (invented)");
  const before = drafts();
  await tap(dora.page.getByRole("link", { name: /^Restock list/ }));
  await fits("restock");
  await tap("link", "Draft orders", main);
  await tap("button", "Draft orders", main);
  assert.match(await dora.notice(), /drafts? made\./);
  await fits("orders");
  const number = drafts().find((one) => !before.includes(one));
  const lines = json("order", "lines", String(number));
  const shelf = stock();
  await tap("link", `PO-${number}`, main);
  await fits(`orders/${number}`);
  await tap("link", "Approve", main);
  await tap("button", "Approve", main);
  assert.match(await dora.notice(), new RegExp(`^PO-${number} approved`));
  await tap("link", "Mark as ordered", main);
  await tap("button", "Mark as ordered", main);
  await tap("link", "Receive", main);
  await dora.fill({ Reference: "INV-9100" });
  await fits(`deliveries/receive?order=${number}`);
  await tap("button", "Receive", main);
  assert.match(await dora.notice(), /^Delivery \d+ received/);
  const now = stock();
  for (const line of lines) {
    assert.equal(now[line.sku], shelf[line.sku] + line.units, line.sku);
  }
  assert.equal(json("order", "list", "--state", "received").some((one) => one.no === number), true);
  await tap("link", "Stock");
  assert.ok((await dora.text()).includes(lines[0].name));
});
