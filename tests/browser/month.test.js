"use strict";
// A month of four people and an administrator, each at a browser of their own: from an empty database to the closed
// month, with nothing but what the pages offer. The month is the last one, since only a month that is over can be closed.
const assert = require("node:assert/strict");
const { after, before, test: nodeTest } = require("node:test");
const { giftbox, newDatabase, serve } = require("./program.js");
const { Visitor, openBrowser } = require("./visitor.js");

const password = "a sentence that is long enough";
const home = "/s/NORTH";
const month = lastMonth();
const isPictured = process.env.GIFTBOX_ENGINE === "sqlite"; // the pages are the same on both engines

const items = [
  { SKU: "BOX-M", Name: "Rigid gift box", Kind: "packaging" },
  { SKU: "CARD", Name: "Note card", Kind: "packaging" },
  { SKU: "HAT", Name: "Cap, navy", Kind: "contents", Category: "hats", Barcode: "2000000000015" },
  { SKU: "KEY", Name: "Key chain", Kind: "contents", Category: "keys" },
  { SKU: "PEN", Name: "Pen, engraved", Kind: "contents", Category: "pens" },
  { SKU: "MUG", Name: "Travel mug", Kind: "contents", Category: "mugs", "Reorder point": "4", "Par level": "12" },
];
const receipts = {
  "BOX-M": ["10", "30.00"],
  CARD: ["20", "10.00"],
  HAT: ["6", "43.99"],
  KEY: ["12", "20.00"],
  MUG: ["6", "51.00"],
  PEN: ["12", "25.00"],
};
const recipients = { "C-1": "Ines Example", "C-2": "Oran Example", "C-3": "Peregrine Example Fleet" };

let database;
let server;
let browser;
const people = {};

function lastMonth() {
  const today = new Date();
  const year = today.getFullYear();
  return today.getMonth() === 0 ? `${year - 1}-12` : `${year}-${String(today.getMonth()).padStart(2, "0")}`;
}

const day = (number) => `${month}-${String(number).padStart(2, "0")}`;

/// A step of the story: what follows one that failed says nothing more.
let hasFailed = false;
function test(name, optionsOrWork, work = optionsOrWork) {
  const options = work === optionsOrWork ? {} : optionsOrWork;
  nodeTest(name, options, async (t) => {
    if (hasFailed) {
      t.skip("a step before it failed");
      return;
    }
    hasFailed = true;
    await work(t);
    hasFailed = false;
  });
}

before(async () => {
  database = newDatabase();
  server = await serve(database);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

async function arrive(role) {
  people[role] = await Visitor.open(browser, server.address);
  return people[role];
}

/// Spent, committed and room of the month, as the budget page shows them.
async function budget() {
  const { page } = people.manager;
  await people.manager.go(`${home}/budget?month=${month}`);
  const section = page.locator("section").filter({ hasText: "Boxes of" });
  const figures = {};
  for (const name of ["Spent", "Committed", "Remaining"]) {
    const fact = section.locator("dl.figures > div").filter({ has: page.getByText(name, { exact: true }) });
    figures[name] = await fact.locator("dd").innerText();
  }
  const width = (kind) => section.locator(`rect.${kind}`).evaluate((bar) => Number(bar.getAttribute("width")));
  return { ...figures, bar: [await width("spent"), await width("committed")] };
}

const boxesOfMonth = () =>
  JSON.parse(giftbox(database, ["-O", "json", "box", "list", "--month", month])).filter((box) => box.state !== "cancelled");

test("The link on standard error makes the store and its administrator", async () => {
  const administrator = await arrive("administrator");
  await administrator.page.goto(server.setupLink);
  await administrator.fill({ "Store code": "NORTH", "Store name": "North Motors", Currency: "USD" });
  await administrator.fill({ Login: "ada", "Your name": "Ada Admin", Password: password });
  await administrator.press("Make the first user");
  await administrator.page.waitForURL(`**${home}`);
  await administrator.page.goto(server.setupLink);
  assert.match(await administrator.text(), /link was used/);
});

for (const role of ["parts-director", "manager", "accounting", "adviser"]) {
  test(`The administrator adds the ${role}, who logs in`, async () => {
    const user = { Login: role, Name: `The ${role}`, Role: role, "First password": password };
    assert.equal(await people.administrator.send(`${home}/users/add`, user, "Add"), "Added.");
    const visitor = await arrive(role);
    await visitor.logIn(role, password);
    assert.equal(new URL(visitor.page.url()).pathname, home);
  });
}

test("What is empty says so, and what to do next", { skip: !isPictured }, async () => {
  const seen = new Set();
  for (const [role, visitor] of Object.entries(people)) {
    await visitor.go(home);
    await visitor.look(`empty/home-${role}`);
    for (const href of await visitor.page.$$eval("nav a", (links) => links.map((link) => link.href))) {
      if (!seen.has(href)) {
        seen.add(href);
        await visitor.page.goto(href);
        await visitor.look(`empty/${new URL(href).pathname.split("/").at(-1)}`);
      }
    }
  }
});

test("The parts director adds items, receives and counts them", async () => {
  const director = people["parts-director"];
  for (const item of items) {
    assert.match(await director.send(`${home}/item/add`, item, "Add"), /is in the catalog/);
  }
  for (const [sku, [units, cost]] of Object.entries(receipts)) {
    const receipt = { Item: sku, Units: units, "Total cost": cost, Day: day(2) };
    assert.match(await director.send(`${home}/receive`, receipt, "Receive"), new RegExp(`${units} units of item ${sku} for ${cost} USD`));
  }
  const count = { Item: "CARD", "Units on the shelf": "19", "Why it was counted": "One was torn", Day: day(3) };
  assert.match(await director.send(`${home}/count`, count, "Count"), /CARD: -?1 units.*19 on the shelf/);
});

test("The parts director adds recipients", async () => {
  for (const [code, name] of Object.entries(recipients)) {
    assert.equal(await people["parts-director"].send(`${home}/recipients/add`, { Recipient: code, Name: name }, "Add"), "Added.");
  }
});

test("The adviser nominates", async () => {
  for (const code of Object.keys(recipients)) {
    const words = { Recipient: code, "Why they would love one": `Everybody smiles when ${code} comes in`, "Your department": "service", Month: month };
    assert.equal(await people.adviser.send(`${home}/nominations/add`, words, "Nominate"), `Nominated for ${month}: ${code}.`);
  }
  assert.match(await people.adviser.text(), /Oran Example/);
});

test("The manager sets caps, chooses and approves", async () => {
  const { manager } = people;
  for (const [cap, amount] of [["month.program", "80.00"], ["box.total", "35.00"]]) {
    const words = { Cap: cap, "The most it may come to": amount, From: month, Why: "Agreed for the first year" };
    assert.match(await manager.send(`${home}/budget/set`, words, "Set"), new RegExp(`${cap} is ${amount} USD`));
  }
  for (const code of ["C-1", "C-2"]) {
    await manager.go(`${home}/select?month=${month}`);
    await manager.follow("Select", code);
    await manager.press("Select");
    assert.equal(await manager.notice(), `${code} is on the list.`);
  }
  await manager.follow("Approve the list (2)");
  await manager.press("Approve");
  assert.match(await manager.notice(), /Approved 2; 2 on the list/);
  assert.deepEqual((await budget()).bar, [0, 0]);
});

test("The manager plans boxes for the list and sees room before it is saved", async () => {
  const { manager } = people;
  await manager.go(`${home}/plan?month=${month}`);
  await manager.follow("Propose boxes");
  await manager.press("Propose");
  await manager.page.getByRole("link", { name: "Accept the 2 boxes" }).waitFor();
  assert.equal((await budget()).Committed, "0.00"); // a proposal commits nothing
  await manager.go(`${home}/plan?month=${month}`);
  await manager.page.getByRole("link", { name: "Accept the 2 boxes" }).click();
  await manager.press("Plan these boxes");
  assert.match(await manager.notice(), /^Planned 2 boxes/);
  const now = await budget();
  assert.ok(now.bar[0] === 0 && now.bar[1] > 0, "what is planned is committed");
});

test("Notes are worded, approved, written and signed", async () => {
  const director = people["parts-director"];
  const words = { Wording: "Dear {recipient},\n\nthank you for coming in.", "Who signs": "Parts director" };
  assert.match(await director.send(`${home}/notes/set`, words, "Keep as a new version"), /version 1/);
  assert.equal(await people.manager.send(`${home}/notes/approve`, { Version: "1" }, "Approve"), "Approved.");
  assert.match(await director.send(`${home}/notes/write?month=${month}`, {}, "Write"), /^Written: 2/);
  for (const { box } of boxesOfMonth()) {
    const signed = await director.send(`${home}/boxes/${box}/note/sign`, { Who: "Parts director" }, "Mark as signed");
    assert.equal(signed, "Signed by 1 of 1.");
    const pdf = await director.context.request.get(director.at(`${home}/boxes/${box}/note.pdf`));
    assert.match((await pdf.body()).subarray(0, 5).toString(), /%PDF-/);
  }
});

test("The parts director packs and gives, and the bar of the month moves", async () => {
  const director = people["parts-director"];
  const [first, second] = boxesOfMonth().map((box) => `${home}/boxes/${box.box}`);
  for (const box of [first, second]) {
    assert.match(await director.send(`${box}/pack`, { "Packed on": day(10) }, "Pack"), /^Packed as box/);
  }
  const packed = await budget();
  assert.match(await director.send(`${first}/give`, { "Given on": day(12) }, "Give"), /^Given\./);
  const given = await budget();
  assert.deepEqual([packed.Spent, packed.Room], ["0.00", given.Room]); // giving moves cost, room stays
  assert.ok(given.bar[0] > 0 && given.bar[1] > 0);
  assert.match(await director.send(`${second}/give`, { "Given on": day(12) }, "Give"), /^Given\./);
  assert.equal((await budget()).Committed, "0.00");
});

test("The report is the command line's, byte for byte", async () => {
  const { manager } = people;
  await manager.go(`${home}/report?from=${month}&to=${month}`);
  for (const [format, name] of [["csv", "CSV"], ["json", "JSON"]]) {
    const href = await manager.page.getByRole("link", { name, exact: true }).getAttribute("href");
    const answer = await manager.context.request.get(manager.at(href));
    const printed = giftbox(database, ["-O", format, "report", "month", month]);
    assert.deepEqual((await answer.body()).toString(), printed.toString());
  }
  assert.match(await manager.text(), /for 2 boxes/);
});

test("Accounting fetches its files and closes the month", async () => {
  const { accounting } = people;
  await accounting.go(`${home}/accounting`);
  const files = await accounting.page.$$eval("dl.files a", (links) => links.map((link) => link.href));
  assert.ok(files.length >= 6);
  for (const file of files) {
    const answer = await accounting.context.request.get(file);
    assert.match(answer.headers()["content-type"], /^text\/csv/);
    assert.ok((await answer.text()).split("\n").length > 2, file);
  }
  assert.match(await accounting.send(`${home}/close`, { Month: month }, "Close for good"), new RegExp(`^${month} is closed`));
  const director = people["parts-director"];
  const late = { Item: "HAT", Units: "1", "Total cost": "7.00", Day: day(20) };
  await director.go(`${home}/receive`);
  await director.fill(late);
  await director.press("Receive");
  assert.match(await director.refusal(), /closed/);
});

test("The audit has it all, and the books hold", async () => {
  const { manager } = people;
  await manager.go(`${home}/audit`);
  const words = await manager.text();
  for (const action of ["month.close", "box.give", "box.pack", "choice.approve", "budget.set"]) {
    assert.ok(words.includes(action.split(".")[0]), `${action} is not in the audit`);
  }
  giftbox(database, ["verify"]);
});

test("Everybody logs out, and nothing was complained of", async () => {
  for (const visitor of Object.values(people)) {
    await visitor.page.getByRole("button", { name: "Log out" }).click();
    await visitor.page.waitForURL("**/login");
    await visitor.go(home);
    assert.match(visitor.page.url(), /\/login/);
    await visitor.close();
  }
});
