"use strict";
// Every page that a role can reach in the sample store, from link to link. A page without a link, a dead link, or an
// unvisited route fails the test.
const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { after, before, test } = require("node:test");
const { giftbox, newDatabase, runScript, serve, source } = require("./program.js");
const { Visitor, openBrowser } = require("./visitor.js");

const password = "a sentence that is long enough";
// The role that sees most comes first: the first to reach a page takes its pictures.
const roles = ["manager", "parts-director", "accounting", "administrator", "adviser"];
const home = "/s/SAMPLE";

/// The routes with a page, as web/router.h has them.
function routes() {
  const found = execFileSync(process.env.GIFTBOX_ROUTES, { encoding: "utf8" }).trim().split("\n");
  assert.ok(found.length > 30, "the routes are not as this test reads them");
  return found;
}

const patterns = routes();
const visited = new Set();
const titles = new Set();
let database;
let server;
let browser;

function patternOf(pathname) {
  const found = patterns.find((one) => new RegExp(`^${one.replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname));
  assert.ok(found, `no route is like ${pathname}`);
  return found;
}

const pictureName = (pattern) => pattern.replace("/s/{store}", "store").replace(/[/{}]+/g, "-").replace(/^-|-$/g, "");

/// `count` months after this one.
function monthAfter(count) {
  const day = new Date();
  day.setDate(1);
  day.setMonth(day.getMonth() + count);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}`;
}

/// A bill and freight, a reason of the store's own, and the accounts of the journal with a batch.
function makeBooks(manager, month, delivery) {
  manager("entity", "add", "HARBOR-US", "--name", "Harbor Motors Inc.", "--country", "US", "--limit-us-gift", "warn");
  const no = `${delivery}`;
  manager("bill", "record", "70.80", "--supplier", "Harbor Promo (invented)", "--reference", "88-1", "--delivery", no);
  manager("delivery", "freight", no, "9.00", "--reference", "F-1", "--supplier", "Speedy Freight (invented)");
  manager("reason", "add", "given to a club");
  const accounts = JSON.parse(manager("-O", "json", "account", "list"));
  const mapped = accounts.flatMap(({ role }) => [`--${role}`, `Assets:${role}`]);
  manager("account", "map", ...mapped, "--from", month);
  manager("account", "set", "gift-expense", "Assets:service", "--from", month, "--department", "service");
  manager("account", "department", "sales", "--from", month);
  manager("--confirm", "journal", "batch", month);
  manager("close", "2025-09");
}

/// Adds what the sample store lacks: lists to approve, to plan, and planned, boxes planned and canceled, a template to
/// approve.
function makeStates() {
  const manager = (...words) => giftbox(database, ["--store", "SAMPLE", "--actor", "manager", ...words]);
  const choose = (recipient, month) => {
    const reason = "Brought cake for the whole workshop";
    manager("nominate", recipient, "--month", month, "--by", "adviser", "--department", "service", "--reason", reason);
    manager("select", "add", recipient, "--month", month, "--exception-reason", "It was very good cake");
  };
  const [now, next, later] = [0, 1, 2].map(monthAfter);
  manager("nominate", "C037", "--month", now, "--by", "adviser", "--department", "parts", "--reason", "Always early");
  choose("C036", now);
  for (const month of [next, later]) {
    choose("C038", month);
    manager("select", "approve", month);
  }
  manager("plan", next, "--recipe", "Thank-you box");
  const plan = ["box", "plan", "--month", now, "--item", "NOTEBOOK", "--item", "BOX-M", "--item", "NOTE-CARD"];
  manager(...plan, "--for", "C039");
  manager("note", "write", "--month", now); // not signed; the next box has no note
  manager(...plan, "--for", "C042");
  manager(...plan, "--for", "C041");
  const planned = JSON.parse(manager("-O", "json", "box", "list", "--state", "planned"));
  manager("box", "cancel", String(planned.at(-1).box), "--reason", "Is away until spring");
  manager("box", "pack", "--item", "NOTEBOOK", "--item", "BOX-M", "--for", "C043");
  manager("nominate", "C044", "--month", now, "--by", "adviser", "--department", "parts", "--reason", "Sings");
  const declined = JSON.parse(manager("-O", "json", "nomination", "list", "--month", now, "--recipient", "C044"));
  manager("nomination", "decline", String(declined[0].nomination), "--reason", "Next month");
  manager("count", "start", "--category", "hats");
  const lines = ["--line", "HAT-NAVY:6:43.80", "--line", "KEY-STEEL:12:27.00"];
  const received = manager("-O", "json", "delivery", "receive", ...lines, "--supplier", "Harbor Promo (invented)");
  manager("receipt", "return", String(JSON.parse(received)[0].lot), "1", "--reason", "Wrong color");
  // The sample has an order that is received; these are a draft, one that is approved, and one of which some has come.
  for (const steps of [[], ["approve"], ["approve", "place"]]) {
    const [order] = JSON.parse(manager("-O", "json", "order", "add", "HARBOR", "--item", "KEY-STEEL:12"));
    for (const step of steps) {
      manager("order", step, String(order.no));
    }
  }
  manager("delivery", "receive", "--order", "4", "--line", "KEY-STEEL:5");
  makeBooks(manager, now, JSON.parse(received)[0].delivery);
  manager("template", "set", path.join(source, "data/samples/note.txt"), "--signer", "Service manager (invented)");
}

before(async () => {
  database = newDatabase();
  runScript("data/samples/load", database.url);
  runScript("data/samples/month", database.url, database.folder);
  makeStates();
  server = await serve(database);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

async function loggedIn(role) {
  const visitor = await Visitor.open(browser, server.address);
  await visitor.logIn(role, password);
  return visitor;
}

/// Opens the page, or fetches the file, and returns its links.
async function visit(visitor, href) {
  if (new URL(href).pathname.startsWith("/api/")) {
    assert.equal((await visitor.context.request.get(href)).status(), 200, href); // other tests cover it
    return [];
  }
  const pattern = patternOf(new URL(href).pathname);
  if (/\.(csv|json|pdf|png|xlsx)$|\{file\}$|\/file$/.test(pattern)) {
    const response = await visitor.context.request.get(href);
    assert.equal(response.status(), 200, href);
    visited.add(pattern);
    return [];
  }
  const response = await visitor.page.goto(href);
  assert.equal(response.status(), 200, href);
  if (!visited.has(pattern)) {
    visited.add(pattern);
    const title = await visitor.page.title();
    assert.ok(!titles.has(title), `${href} has the title of another page: ${title}`);
    titles.add(title);
    await visitor.look(pictureName(pattern));
  }
  const pictures = await visitor.page.$$eval("main img", (all) =>
    Promise.all(
      all.map(async (one) => {
        one.loading = "eager";
        await one.decode().catch(() => {});
        return [one.src, one.naturalWidth];
      }),
    ),
  );
  for (const picture of pictures) {
    assert.ok(picture[1] > 0, `${picture[0]} on ${href} is no picture`);
    visited.add(patternOf(new URL(picture[0]).pathname));
  }
  return visitor.page.$$eval("a[href]", (links) => links.map((link) => link.href.replace(/#.*/, "")));
}

test("The first user is made by the link that the server prints", async () => {
  const visitor = await Visitor.open(browser, server.address);
  await visitor.page.goto(server.setupLink);
  await visitor.look("setup");
  await visitor.fill({ Login: "administrator", "Your name": "Ada (administrator)", Password: password });
  await visitor.press("Create the administrator");
  await visitor.page.waitForURL(`**${home}`);
  visited.add("/setup");
  await visitor.go(`${home}/tokens/create`);
  await visitor.fill({ Label: "till at the counter" });
  await visitor.page.getByLabel("Role: Administrator").check();
  await visitor.press("Create the token");
  await visitor.look("token-made");
  await visitor.close();
  for (const role of roles.filter((one) => one !== "administrator")) {
    const words = ["--store", "SAMPLE", "--actor", "administrator", "user", "add", role];
    giftbox(database, [...words, "--name", `A ${role}`, "--role", role, "--password-stdin"], `${password}\n`);
  }
});

test("The page to log in", async () => {
  const visitor = await Visitor.open(browser, server.address);
  await visitor.go("/");
  assert.match(visitor.page.url(), /\/login$/);
  await visitor.look("login");
  visited.add("/login").add("/");
  await visitor.close();
});

test("An item gets a picture, which is made smaller before it is sent", async () => {
  const visitor = await loggedIn("parts-director");
  const item = visitor.at(`${home}/item?sku=BLANKET`);
  await visitor.page.goto(item);
  await visitor.follow("Add a picture");
  await visit(visitor, visitor.page.url());
  const photo = await visitor.page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 1200 });
    const draw = canvas.getContext("2d");
    const dots = draw.createImageData(2400, 1200);
    dots.data.forEach((_, i) => (dots.data[i] = i % 4 === 3 ? 255 : (i * 7919) % 251));
    draw.putImageData(dots, 0, 0);
    return canvas.toDataURL("image/jpeg", 1).split(",")[1];
  });
  const buffer = Buffer.from(photo, "base64");
  assert.ok(buffer.length > 600_000);
  await visitor.page.locator("#f-file").setInputFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer });
  await visitor.page.locator("canvas.preview").waitFor();
  await visitor.press("Keep the picture");
  assert.equal(await visitor.notice(), "Fleece blanket has a new picture.");
  const kept = visitor.page.locator(".pictured img");
  await kept.evaluate((one) => one.decode());
  assert.deepEqual(await kept.evaluate((one) => [one.naturalWidth, one.naturalHeight]), [800, 400]);
  const links = await visit(visitor, item);
  const source = new URL(await kept.getAttribute("src"), visitor.page.url());
  const bytes = await (await visitor.context.request.get(source.href)).body();
  await visit(visitor, links.find((link) => link.includes("/remove-picture")));
  await visitor.press("Remove");
  assert.equal(await visitor.notice(), "Fleece blanket has no picture now.");
  giftbox(database, ["--store", "SAMPLE", "--actor", "manager", "item", "picture", "BLANKET", "-"], bytes);
  await visitor.go(`${home}/stock`);
  await visitor.look("stock-with-a-picture");
  await visitor.close();
});

for (const role of roles) {
  test(`Every page that the ${role} is led to`, async () => {
    const visitor = await loggedIn(role);
    await visitor.go(home);
    await visitor.look(`home-${role}`);
    if (role === "adviser") {
      await visit(visitor, visitor.at(`${home}/recipients.json?q=an`));
    }
    visited.add("/s/{store}");
    const reached = new Set(["/"]);
    // with and without a proposal
    const plans = [1, 2].map((count) => visitor.at(`${home}/plan?month=${monthAfter(count)}`));
    const waiting = role === "manager" ? [visitor.at(home), ...plans] : [visitor.at(home)];
    while (waiting.length > 0) {
      const href = waiting.shift();
      const pattern = href.includes("/api/") ? href : patternOf(new URL(href).pathname);
      if (!reached.has(pattern) || (plans.includes(href) && !reached.has(href))) {
        reached.add(pattern).add(href);
        waiting.push(...(await visit(visitor, href)));
      }
    }
    await visitor.close();
  });
}

test("A file with a bad row is shown with its place, and a good one is imported", async () => {
  const visitor = await loggedIn("parts-director");
  const send = async (rows) => {
    await visitor.go(`${home}/import`);
    await visitor.fill({ "Kind of file": "recipients" });
    const buffer = Buffer.from(`recipient,name,group\n${rows}`);
    await visitor.page.locator("#f-file").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer });
    await visitor.press("Check the file");
    await visitor.page.waitForURL("**/import/*");
  };
  await send("N-1,Nia Example,service\nN-2,,service\n");
  await visitor.page.getByRole("link", { name: "Download CSV", exact: true }).waitFor();
  await visitor.look("import-refused");
  await visit(
    visitor,
    await visitor.page.getByRole("link", { name: "Download CSV", exact: true }).evaluate((link) => link.href),
  );
  await send("N-1,Nia Example,service\n");
  await visitor.page.getByRole("button", { name: /^Import 1/ }).waitFor();
  await visitor.look("import-checked");
  visited.add(patternOf(new URL(visitor.page.url()).pathname));
  await visitor.page.getByRole("button", { name: /^Import 1/ }).click();
  await visitor.page.getByText(/^Added 1/).waitFor();
  await visitor.look("import-done");
  await visitor.close();
});

test("An item is retired and reactivated", async () => {
  const visitor = await loggedIn("parts-director");
  await visitor.go(`${home}/item?sku=BLANKET`);
  await visitor.follow("Retire");
  await visitor.press("Retire");
  assert.equal(await visitor.notice(), "Fleece blanket is retired.");
  await visitor.look("item-retired");
  for (const [link, said] of [["Reactivate", /active again/], ["Undo", /^Undone/], ["Undo", /^Undone/]]) {
    await visit(visitor, await visitor.page.getByRole("link", { name: link }).evaluate((one) => one.href));
    await visitor.press(link);
    assert.match(await visitor.notice(), said);
  }
  await visitor.close();
});

test("What was a mistake is taken back, and somebody new is confirmed", async () => {
  const director = (...words) =>
    JSON.parse(giftbox(database, ["--store", "SAMPLE", "--actor", "parts-director", "-O", "json", ...words]));
  const [lot] = director("--confirm", "receive", "BLANKET", "4", "--cost", "40.00");
  const [lost] = director("write-off", "BLANKET", "1", "--reason", "Torn");
  const [counted] = director("count", "BLANKET", String(lost.units_now - 1), "--reason", "Monthly count");
  const [packed] = director("box", "list", "--state", "packed");
  director("box", "give", String(packed.box));
  const whom = ["--new-name", "Pat New (invented)", "--month", monthAfter(0)];
  director("nominate", ...whom, "--by", "adviser", "--department", "parts", "--reason", "Sings");
  giftbox(database, ["--actor", "administrator", "user", "disable", "accounting"]);
  const take = async (role, place, button, said) => {
    const visitor = await loggedIn(role);
    await visit(visitor, visitor.at(`${home}/${place}`));
    await visitor.fill(/take-back|reverse/.test(place) ? { Reason: "A mistake" } : {});
    await visitor.press(button);
    assert.match(await visitor.notice(), said);
    await visitor.close();
  };
  await take("parts-director", `count/${counted.movement}/reverse`, "Reverse the count", /^Count reversed/);
  await take("parts-director", `write-off/${lost.movement}/reverse`, "Reverse the write-off", /^Write-off reversed/);
  await take("parts-director", `lots/${lot.lot}/reverse`, "Reverse", /^Receipt .* reversed/);
  await take("manager", `boxes/${packed.box}/take-back`, "Take back", /is packed again/);
  await take("administrator", "users/enable?login=accounting", "Enable", /accounting/);
  const visitor = await loggedIn("parts-director");
  await visitor.go(`${home}/recipients`);
  const links = await visitor.page.$$eval("a[href]", (all) => all.map((link) => link.href));
  await visit(visitor, links.find((link) => new URL(link).pathname.endsWith("/recipients/confirm")));
  await visitor.close();
});

test("The search shows the best finds as one types, and a view of a list is kept", async () => {
  const visitor = await loggedIn("parts-director");
  await visitor.go(home);
  const answered = visitor.page.waitForResponse((response) => response.url().includes("/find.json"));
  await visitor.page.locator("#find").pressSequentially("mug");
  visited.add(patternOf(new URL((await answered).url()).pathname));
  await visitor.page.getByRole("option", { name: /Travel mug/ }).waitFor();
  await visitor.page.getByRole("option", { name: /found$/ }).click();
  await visitor.page.waitForURL("**/find?q=mug");
  await visit(visitor, visitor.page.url());
  await visitor.go(`${home}/stock?low=yes&sort=-units`);
  const address = (name) => visitor.page.getByRole("link", { name }).evaluate((link) => link.href);
  await visit(visitor, await address("Save this view"));
  await visitor.fill({ "Name of the view": "Low first" });
  await visitor.press("Save");
  assert.equal(await visitor.notice(), "View saved.");
  await visitor.look("stock-with-a-view");
  await visit(visitor, await address("Remove the view Low first"));
  await visitor.press("Remove");
  assert.equal(await visitor.notice(), "View removed.");
  await visitor.close();
});

test("Pages in a state that the links above do not show", async () => {
  const visitor = await loggedIn("manager");
  const words = ["--store", "SAMPLE", "-O", "json", "box", "list", "--state"];
  for (const state of ["planned", "cancelled", "packed", "given"]) {
    const boxes = JSON.parse(giftbox(database, [...words, state]));
    await visitor.go(`${home}/boxes/${boxes.at(-1).box}`);
    await visitor.look(`box-${state}`);
  }
  const forms = { 2: ["line", "edit", "approve", "cancel"], 3: ["place"], 4: ["close-short"] };
  for (const [order, steps] of Object.entries(forms)) {
    await visit(visitor, visitor.at(`${home}/orders/${order}`));
    for (const step of steps) {
      await visit(visitor, visitor.at(`${home}/orders/${order}/${step}`));
    }
  }
  const director = await loggedIn("parts-director");
  await visit(director, director.at(`${home}/freight/1/reverse`));
  await director.close();
  await visit(visitor, visitor.at(`${home}/journal/1/file?layout=neutral&detail=fact`));
  const follow = async (from, part) => (await visit(visitor, from)).find((link) => link.includes(part));
  const account = await follow(visitor.at(`${home}/reports/explain-journal?no=1`), "account=");
  const entry = await follow(account, "/explain-entry?");
  const files = (await visit(visitor, entry)).filter((link) => link.includes("/explain-entry."));
  await Promise.all(files.map((file) => visit(visitor, file)));
  const [planned] = JSON.parse(giftbox(database, [...words, "planned"]));
  const links = await visit(visitor, visitor.at(`${home}/boxes/${planned.box}/note`));
  await visit(visitor, links.find((link) => new URL(link).pathname.endsWith("/note/sign")));
  const others = {
    "item-with-history": `${home}/item?sku=BOTTLE-STEEL`,
    "boxes-of-a-month": `${home}/boxes?month=2026-10`,
    "select-of-a-month": `${home}/select?month=2026-10`,
    "stock-nothing-found": `${home}/stock?q=there+is+no+such+item`,
    "plan-proposed": `${home}/plan?month=${monthAfter(1)}`,
    "boxes-none": `${home}/boxes?month=2020-01`,
    "nominations-none": `${home}/nominations?month=2020-01`,
    "plan-nobody-waits": `${home}/plan?month=2020-01`,
    "no-page": `${home}/there/is/none`,
    "not-found": `${home}/boxes/999999`,
    "not-allowed": `${home}/users`,
  };
  for (const [name, address] of Object.entries(others)) {
    await visitor.go(address);
    await visitor.look(name);
  }
  await visitor.close();
});

test("Forms that are refused, and a store that is new", async () => {
  const visitor = await loggedIn("manager");
  await visitor.go(`${home}/boxes/pack`);
  await visitor.fill({ Recipient: "C999" });
  await visitor.page.locator("input[name=sku]").first().fill("NOTE-CARD");
  await visitor.press("Pack the box");
  await visitor.page.getByRole("alert").waitFor();
  await visitor.look("pack-refused");
  await visitor.close();
  const facts = ["--name", "New Motors", "--currency", "JPY", "--labor-rate", "2000", "--labor-minutes", "20"];
  giftbox(database, ["--store", "NEW", "--actor", "administrator", "init", ...facts]);
  giftbox(database, ["--store", "NEW", "--actor", "administrator", "user", "grant", "manager", "manager"]);
  const first = await loggedIn("manager");
  for (const page of ["", "stock", "boxes", "notes", "recipients", "budget", "report", "restock", "recipes"]) {
    await first.go(`/s/NEW/${page}`.replace(/\/$/, ""));
    await first.look(`new-store-${page || "home"}`);
  }
  await visit(first, first.at("/stores"));
  await first.close();
});

test("The monthly cost report prints on one page", async () => {
  const visitor = await loggedIn("manager");
  await visitor.go(`${home}/report`);
  const pdf = await visitor.page.pdf({ format: "A4", preferCSSPageSize: true });
  assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1);
  await visitor.close();
});

test("The pictures of docs/web.md are of these pages", { skip: !process.env.GIFTBOX_WRITE_IMAGES }, async () => {
  const pictures = {
    manager: { report: `${home}/report`, room: home },
    "parts-director": { stock: `${home}/stock?category=mugs`, phone: `${home}/boxes?month=2026-10` },
    accounting: { accounting: `${home}/accounting` },
    adviser: { nominate: `${home}/nominations/add` },
  };
  for (const [role, pages] of Object.entries(pictures)) {
    const visitor = await loggedIn(role);
    for (const [name, address] of Object.entries(pages)) {
      await visitor.page.setViewportSize(name === "phone" ? { width: 360, height: 640 } : { width: 1000, height: 640 });
      await visitor.go(address);
      await visitor.page.screenshot({ path: path.join(source, "docs/images", `${name}.png`) });
    }
    await visitor.close();
  }
});

test("Every page of the router was visited", () => {
  assert.deepEqual(
    patterns.filter((one) => !visited.has(one)),
    [],
  );
});
