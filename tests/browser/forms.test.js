"use strict";
// Behavior of forms: sent once, kept when refused, usable by keyboard and scanner, safe when two people edit.
const assert = require("node:assert/strict");
const { after, before, test } = require("node:test");
const { giftbox, newDatabase, runScript, serve } = require("./program.js");
const { Visitor, openBrowser } = require("./visitor.js");

const password = "a sentence that is long enough";
const home = "/s/SAMPLE";
const users = { ada: "administrator", dora: "parts-director", max: "manager", mia: "manager", avi: "adviser" };

let database;
let server;
let browser;

before(async () => {
  database = newDatabase();
  runScript("data/samples/load", database.url);
  for (const [login, role] of Object.entries(users)) {
    const words = ["--store", "SAMPLE", "--actor", "ada", "user", "add", login, "--name", login, "--role", role];
    giftbox(database, [...words, "--password-stdin"], `${password}\n`);
  }
  server = await serve(database);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

async function loggedIn(login) {
  const visitor = await Visitor.open(browser, server.address);
  await visitor.logIn(login, password);
  return visitor;
}

const receiptsWith = (reference) =>
  giftbox(database, ["export", "receipts", "-O", "csv"])
    .toString()
    .split("\n")
    .filter((line) => line.includes(reference)).length;
const focused = (page) => page.evaluate(() => document.activeElement.id);
const receipt = (reference) => ({ Item: "HAT-NAVY", Units: "6", "Total cost": "43.80", Reference: reference });

test("A double click sends a form once; going back and reloading sends nothing", async () => {
  const dora = await loggedIn("dora");
  await dora.go(`${home}/receive`);
  await dora.fill(receipt("TWICE-1"));
  await dora.page.locator("main").getByRole("button", { name: "Receive" }).dblclick();
  assert.match(await dora.notice(), /^Received \d+ units? of /);
  assert.equal(receiptsWith("TWICE-1"), 1);
  await dora.page.goBack();
  await dora.page.goForward();
  await dora.page.reload();
  assert.equal(await dora.page.getByRole("status").count(), 0); // the notice appears once
  assert.equal(receiptsWith("TWICE-1"), 1);
  await dora.close();
});

test("The same form sent twice at once, without script, does its work once", async () => {
  const dora = await loggedIn("dora");
  await dora.go(`${home}/receive`);
  await dora.fill(receipt("TWICE-2"));
  const answers = await dora.page.evaluate(async () => {
    const form = document.querySelector("form.sheet");
    const send = () => fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    return (await Promise.all([send(), send(), send()])).map((answer) => answer.status);
  });
  assert.deepEqual(answers, [200, 200, 200]);
  assert.equal(receiptsWith("TWICE-2"), 1);
  await dora.close();
});

test("A refused form keeps what was typed, and its field has the focus and says why", async () => {
  const dora = await loggedIn("dora");
  await dora.go(`${home}/receive`);
  await dora.fill({ ...receipt("KEPT-1"), Item: "HAT-NAVI" });
  await dora.press("Receive");
  assert.equal(await dora.refusal(), "There is no item HAT-NAVI."); // without commands
  await dora.look("receive-refused");
  const { page } = dora;
  assert.equal(await focused(page), "f-sku");
  assert.equal(await page.locator("#f-sku").getAttribute("aria-describedby"), "e-sku");
  for (const [name, value] of [["sku", "HAT-NAVI"], ["units", "6"], ["cost", "43.80"], ["reference", "KEPT-1"]]) {
    assert.equal(await page.locator(`#f-${name}`).inputValue(), value);
  }
  await dora.fill({ Item: "HAT-NAVY" });
  await dora.press("Receive");
  await dora.notice();
  assert.equal(receiptsWith("KEPT-1"), 1);
  await dora.close();
});

test("A line of the restock list is received, and going back leads through its form to the list", async () => {
  const dora = await loggedIn("dora");
  const { page } = dora;
  const list = dora.at(`${home}/restock`);
  await page.goto(list);
  const rows = await page.getByRole("row").count();
  await page.getByRole("main").getByRole("link", { name: "Receive" }).first().click();
  await page.locator("#f-sku").waitFor();
  assert.notEqual(await page.locator(".found").textContent(), ""); // the name of the item
  const form = page.url();
  await dora.fill({ "Total cost": "much" });
  await dora.press("Receive");
  await dora.refusal();
  await dora.fill({ "Total cost": "50.00" });
  await dora.press("Receive");
  assert.match(await dora.notice(), /^Received \d+ units? of /);
  assert.equal(page.url(), list);
  assert.equal(await page.getByRole("row").count(), rows - 1);
  while (page.url() === list) {
    await page.goBack();
  }
  assert.equal(page.url(), form);
  // a new form, without the browser's question to resend the old one
  assert.equal(await page.locator("#f-cost").inputValue(), "");
  await dora.close();
});

test("An item is found by a part of its name", async () => {
  const dora = await loggedIn("dora");
  const { page } = dora;
  await dora.go(`${home}/count`);
  await page.locator("#f-sku:focus").waitFor();
  await page.keyboard.type("no such thing");
  await page.getByText("No matches.").waitFor();
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "f-sku"); // and the count is not sent
  await page.locator("#f-sku").fill("navy");
  await dora.look("count-found");
  await page.locator("#f-sku").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#f-sku").inputValue(), "HAT-NAVY");
  assert.equal(await focused(page), "f-units");
  await dora.close();
});

test("A form sent after the session ended is shown again, as it was typed, after the login", async () => {
  const dora = await loggedIn("dora");
  await dora.go(`${home}/receive`);
  await dora.fill(receipt("LATE-1"));
  await dora.context.clearCookies();
  await dora.press("Receive");
  await dora.fill({ Login: "dora", Password: password });
  await dora.press("Log in");
  await dora.page.locator("#f-reference").waitFor();
  assert.equal(await dora.page.locator("#f-reference").inputValue(), "LATE-1");
  assert.equal(receiptsWith("LATE-1"), 0);
  await dora.press("Receive");
  assert.match(await dora.notice(), /^Received \d+ units? of /);
  await dora.close();
});

test("Two managers give the same box: the second is refused and told why", async () => {
  const [max, mia] = [await loggedIn("max"), await loggedIn("mia")];
  const [box] = JSON.parse(giftbox(database, ["-O", "json", "box", "list", "--state", "packed"]));
  for (const visitor of [max, mia]) {
    await visitor.go(`${home}/boxes/${box.box}/give`);
  }
  await max.press("Hand over");
  assert.match(await max.notice(), /^Box \d+ handed over to/);
  await mia.press("Hand over");
  assert.match(await mia.refusal(), new RegExp(`Box ${box.box}`));
  await max.close();
  await mia.close();
});

test("On a phone, three boxes are handed over with at most four taps", async () => {
  const pack = (who) =>
    giftbox(database, ["--store", "SAMPLE", "box", "pack", "--for", who, "--item", "HAT-NAVY", "--item", "BOX-M"]);
  for (const who of ["C001", "C002", "C003"]) {
    pack(who);
  }
  const dora = await loggedIn("dora");
  await dora.page.setViewportSize({ width: 390, height: 844 });
  await dora.go(`${home}/boxes?state=packed`);
  const all = dora.page.locator("form.many").getByLabel("All");
  await all.check();
  assert.equal(await dora.page.locator("input.pick:checked").count(), 3);
  await all.uncheck();
  let taps = 0;
  const tap = async (target) => {
    taps += 1;
    await target.click();
  };
  const picks = dora.page.locator("input.pick");
  for (const row of [0, 1, 2]) {
    await tap(picks.nth(row));
  }
  assert.match(await dora.page.locator("form.many").innerText(), /3 checked/);
  assert.deepEqual(await dora.findings(), []);
  await tap(dora.page.getByRole("button", { name: "Hand over", exact: true }));
  assert.equal(await dora.notice(), "3 boxes handed over.");
  assert.ok(taps <= 4, `${taps} taps`);
  assert.match(dora.page.url(), /boxes\?state=packed$/);
  await dora.close();
});

test("An adviser nominates with the keyboard alone, in fewer keys than twenty seconds take", async () => {
  const avi = await loggedIn("avi");
  const { page } = avi;
  let keys = 0;
  const press = async (key) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const type = async (text) => {
    keys += text.length;
    await page.keyboard.type(text);
  };
  const isOn = (name) => page.evaluate((text) => document.activeElement.textContent.trim() === text, name);
  while (!(await isOn("Nominate"))) {
    assert.ok(keys < 20, "the way to Nominate is long");
    await press("Tab");
  }
  await press("Enter");
  await page.locator("#f-recipient:focus").waitFor();
  await type("C037");
  await press("Tab");
  await press("Tab"); // past Somebody new
  await type("Brings cake for all");
  await press("Tab");
  await type("service");
  await press("Enter");
  assert.match(await avi.notice(), / nominated for /);
  await avi.go(`${home}/nominations/add`);
  await page.locator("#f-department").waitFor();
  assert.equal(await page.locator("#f-department").inputValue(), "service"); // remembered
  assert.ok(keys <= 60, `${keys} keys`);
  await avi.close();
});

test("An adviser finds the recipient by a part of the name: with the keyboard, a tap, and without script", async () => {
  const avi = await loggedIn("avi");
  const { page } = avi;
  const [known] = JSON.parse(giftbox(database, ["-O", "json", "recipient", "list"])).slice(40);
  const part = known.name.slice(2, 12).toLowerCase();
  const row = page.getByRole("option").filter({ hasText: `${known.name}` });
  await avi.go(`${home}/nominations/add`);
  await page.keyboard.type(part);
  await row.waitFor();
  await avi.look("nominate-found");
  await page.locator("#f-recipient").focus();
  const count = await page.getByRole("option").count();
  for (let i = 0; i < count && (await row.getAttribute("aria-selected")) !== "true"; ++i) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#f-recipient").inputValue(), known.recipient);
  assert.ok((await page.locator(".found").textContent()).startsWith(known.name));
  await page.locator("#f-recipient").fill(part);
  await row.click();
  assert.equal(await page.locator("#f-recipient").inputValue(), known.recipient);
  await page.locator("#f-recipient").fill("nobody is called so");
  await page.getByText("No matches.").waitFor();
  await avi.fill({ Recipient: part, Reason: "Sings at the counter", "Your department": "parts" });
  await page.keyboard.press("Tab");
  await avi.press("Nominate"); // as without script
  assert.match(await avi.refusal(), /^No recipient has the code/);
  await avi.look("nominate-which");
  await page.getByRole("radio", { name: new RegExp(`· ${known.recipient}$`) }).check();
  await avi.press("Nominate");
  assert.match(await avi.notice(), / nominated for /);
  await avi.close();
});

test("A scanner fills the lines of a box one after the other", async () => {
  const dora = await loggedIn("dora");
  const { page } = dora;
  await dora.go(`${home}/boxes/pack?recipient=C037`);
  await page.locator("#l-1").focus();
  await page.keyboard.type("2000000000015\n");
  await page.keyboard.type("beanie\n");
  await page.keyboard.type("2999999999999\n");
  assert.equal(await page.locator("#l-1").inputValue(), "HAT-NAVY");
  assert.equal(await page.locator("#l-2").inputValue(), "BEANIE");
  assert.equal(await focused(page), "l-3"); // an unknown code stays, and the box is not packed
  await dora.look("pack-scanned");
  await page.locator("#l-3").fill("");
  await dora.press("Pack the box");
  assert.match(await dora.notice(), /^Box \d+ packed/);
  await dora.close();
});

test("A scanner that types and presses Enter leads to the item, from wherever one is", async () => {
  const dora = await loggedIn("dora");
  for (const from of ["/stock", "/item?sku=BEANIE", "/boxes", ""]) {
    await dora.go(`${home}${from}`);
    await dora.page.keyboard.type("2000000000015");
    await dora.page.keyboard.press("Enter");
    await dora.page.waitForURL("**/item?sku=HAT-NAVY");
  }
  await dora.close();
});
