"use strict";
// One month of four people and an administrator, each with their own browser: from an empty database to the closed
// month, through the pages alone. The month is the last one, because only a past month can be closed.
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

/// A step of the story. After a failed step, the rest are skipped.
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

/// The spent, committed, and remaining amounts of the month on the budget page.
async function budget() {
  const { page } = people.manager;
  await people.manager.go(`${home}/budget?month=${month}`);
  const section = page.locator("section").filter({ hasText: "Boxes in" });
  const figures = {};
  for (const name of ["Spent", "Committed", "Remaining"]) {
    const fact = section.locator("dl.figures > div").filter({ has: page.getByText(name, { exact: true }) });
    figures[name] = await fact.locator("dd").innerText();
  }
  const width = (kind) => section.locator(`rect.${kind}`).evaluate((bar) => Number(bar.getAttribute("width")));
  return { ...figures, bar: [await width("spent"), await width("committed")] };
}

const boxesOfMonth = () =>
  JSON.parse(giftbox(database, ["-O", "json", "box", "list", "--month", month])).filter(
    (box) => box.state !== "cancelled",
  );

test("The link on standard error makes the store and its administrator", async () => {
  const administrator = await arrive("administrator");
  await administrator.page.goto(server.setupLink);
  await administrator.fill({ "Store code": "NORTH", "Store name": "North Motors", Currency: "USD" });
  await administrator.fill({ "Dates and amounts": "iso", Login: "ada", "Your name": "Ada Admin", Password: password });
  await administrator.press("Create the store");
  await administrator.page.waitForURL(`**${home}`);
  await administrator.page.goto(server.setupLink);
  assert.match(await administrator.text(), /link was used/);
});

for (const role of ["parts-director", "manager", "accounting", "adviser"]) {
  test(`The administrator adds the ${role}, who logs in`, async () => {
    const user = { Login: role, Name: `The ${role}`, Role: role, "First password": password };
    assert.equal(await people.administrator.send(`${home}/users/add`, user, "Add the user"), `${role} added.`);
    const visitor = await arrive(role);
    await visitor.logIn(role, password);
    assert.equal(new URL(visitor.page.url()).pathname, home);
  });
}

test("Empty pages say so and name the next step", { skip: !isPictured }, async () => {
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
    assert.match(await director.send(`${home}/item/add`, item, "Add"), / added to the catalog\./);
  }
  for (const [sku, [units, cost]] of Object.entries(receipts)) {
    const receipt = { Item: sku, Units: units, "Total cost": cost, Day: day(2) };
    assert.match(
      await director.send(`${home}/receive`, receipt, "Receive"),
      new RegExp(`^Received ${units} units of ${sku} for ${cost} USD`),
    );
  }
  const count = { Item: "CARD", "Units on the shelf": "19", Reason: "damage", Words: "torn", Day: day(3) };
  assert.match(
    await director.send(`${home}/count`, count, "Record the count"),
    /CARD: adjusted by -1 unit, .* On hand: 19\./,
  );
});

test("The parts director adds recipients", async () => {
  for (const [code, name] of Object.entries(recipients)) {
    assert.equal(
      await people["parts-director"].send(`${home}/recipients/add`, { "Customer number": code, Name: name }, "Add"),
      "Recipient added.",
    );
  }
});

test("The adviser nominates", async () => {
  for (const code of Object.keys(recipients)) {
    const words = {
      Recipient: code,
      Reason: `Everybody smiles when ${code} comes in`,
      "Your department": "service",
      Month: month,
    };
    assert.equal(
      await people.adviser.send(`${home}/nominations/add`, words, "Nominate"),
      `${code} nominated for ${month}.`,
    );
  }
  assert.match(await people.adviser.text(), /Oran Example/);
});

test("The manager sets caps, selects, and approves", async () => {
  const { manager } = people;
  for (const [cap, title, amount] of [
    ["month.program", "Boxes per month", "80.00"],
    ["box.total", "Total per box", "35.00"],
  ]) {
    const words = { Cap: cap, Limit: amount, From: month, Reason: "Agreed for the first year" };
    assert.match(
      await manager.send(`${home}/budget/set`, words, "Set the cap"),
      new RegExp(`^${title} is ${amount} USD`),
    );
  }
  for (const code of ["C-1", "C-2"]) {
    await manager.go(`${home}/select?month=${month}`);
    await manager.follow("Select", code);
    await manager.press("Select");
    assert.equal(await manager.notice(), `${code} added to the list.`);
  }
  await manager.follow("Approve the list (2)");
  await manager.press("Approve the list");
  assert.match(await manager.notice(), /^2 recipients approved, 2 on the list/);
  assert.deepEqual((await budget()).bar, [0, 0]);
});

test("The manager plans boxes for the list and sees the budget before it is saved", async () => {
  const { manager } = people;
  await manager.go(`${home}/plan?month=${month}`);
  await manager.follow("Propose boxes");
  await manager.press("Propose boxes");
  await manager.page.getByRole("link", { name: "Accept 2 boxes" }).waitFor();
  assert.equal((await budget()).Committed, "0.00"); // a proposal commits nothing
  await manager.go(`${home}/plan?month=${month}`);
  await manager.page.getByRole("link", { name: "Accept 2 boxes" }).click();
  await manager.press("Accept the proposal");
  assert.match(await manager.notice(), /^2 boxes planned/);
  const now = await budget();
  assert.ok(now.bar[0] === 0 && now.bar[1] > 0, "what is planned is committed");
});

test("Notes are worded, approved, written and signed", async () => {
  const director = people["parts-director"];
  const words = { Wording: "Dear {recipient},\n\nthank you for coming in.", Signers: "Parts director" };
  assert.match(await director.send(`${home}/notes/set`, words, "Save as a new version"), /^Version 1 saved/);
  assert.equal(
    await people.manager.send(`${home}/notes/approve`, { Version: "1" }, "Approve"),
    "Template version 1 approved.",
  );
  assert.match(await director.send(`${home}/notes/write?month=${month}`, {}, "Write notes"), /^Notes written: 2/);
  for (const { box } of boxesOfMonth()) {
    const signed = await director.send(`${home}/boxes/${box}/note/sign`, { Signer: "Parts director" }, "Sign");
    assert.equal(signed, `Note for box ${box} has 1 of 1 signatures.`);
    const pdf = await director.context.request.get(director.at(`${home}/boxes/${box}/note.pdf`));
    assert.match((await pdf.body()).subarray(0, 5).toString(), /%PDF-/);
  }
});

test("The parts director packs and gives, and the bar of the month moves", async () => {
  const director = people["parts-director"];
  const [first, second] = boxesOfMonth().map((box) => `${home}/boxes/${box.box}`);
  for (const box of [first, second]) {
    assert.match(await director.send(`${box}/pack`, { "Packed on": day(10) }, "Pack the box"), /^Box \d+ packed/);
  }
  const packed = await budget();
  assert.match(
    await director.send(`${first}/give`, { "Handed over on": day(12) }, "Hand over"),
    /^Box \d+ handed over to/,
  );
  const given = await budget();
  assert.deepEqual([packed.Spent, packed.Remaining], ["0.00", given.Remaining]); // giving moves cost only
  assert.ok(given.bar[0] > 0 && given.bar[1] > 0);
  assert.match(
    await director.send(`${second}/give`, { "Handed over on": day(12) }, "Hand over"),
    /^Box \d+ handed over to/,
  );
  assert.equal((await budget()).Committed, "0.00");
});

test("The report is the command line's, byte for byte", async () => {
  const { manager } = people;
  await manager.go(`${home}/report?from=${month}&to=${month}`);
  for (const [format, name] of [["csv", "CSV"], ["json", "JSON"]]) {
    const href = await manager.page.getByRole("link", { name, exact: true }).getAttribute("href");
    const answer = await manager.context.request.get(manager.at(href));
    const printed = giftbox(database, ["-O", format, "report", "month", month]);
    const mark = format === "csv" ? "\uFEFF" : "";
    assert.deepEqual((await answer.body()).toString(), mark + printed.toString());
  }
  assert.match(await manager.text(), /Boxes\s+2/);
});

test("Accounting fetches its files and closes the month", async () => {
  const { accounting } = people;
  await accounting.go(`${home}/accounting`);
  const files = await accounting.page.$$eval("dl.files a", (links) => links.map((link) => link.href));
  assert.ok(files.length >= 12);
  for (const file of files) {
    const answer = await accounting.context.request.get(file);
    if (/\.xlsx\?/.test(file)) {
      assert.match(answer.headers()["content-type"], /spreadsheetml\.sheet$/);
      assert.equal((await answer.body()).subarray(0, 2).toString(), "PK");
      continue;
    }
    if (file.endsWith(".zip")) {
      assert.equal(answer.headers()["content-type"], "application/zip");
      assert.equal((await answer.body()).subarray(0, 2).toString(), "PK");
      continue;
    }
    assert.match(answer.headers()["content-type"], /^text\/csv/);
    const isEmpty = /(deliveries|freight|bills|returns)\.csv/.test(file); // nobody recorded one in this month
    assert.equal((await answer.text()).split("\n").length > 2, !isEmpty, file);
  }
  assert.match(
    await accounting.send(`${home}/close`, { Month: month }, "Close the month"),
    new RegExp(`^${month} is closed`),
  );
  const director = people["parts-director"];
  const late = { Item: "HAT", Units: "1", "Total cost": "7.00", Day: day(20) };
  await director.go(`${home}/receive`);
  await director.fill(late);
  await director.press("Receive");
  assert.match(await director.refusal(), /closed/);
});

test("The audit log is complete, and the books verify", async () => {
  const { manager } = people;
  await manager.go(`${home}/audit`);
  const words = await manager.text();
  for (const told of [`closed ${month}`, "handed over box", "packed box", "approved 2 people", "set the cap"]) {
    assert.ok(words.includes(told), `"${told}" is not in the audit log`);
  }
  giftbox(database, ["verify"]);
});

test("Everybody logs out, and there were no complaints", async () => {
  for (const visitor of Object.values(people)) {
    await visitor.page.getByRole("button", { name: "Log out" }).click();
    await visitor.page.waitForURL("**/login");
    await visitor.go(home);
    assert.match(visitor.page.url(), /\/login/);
    await visitor.close();
  }
});
