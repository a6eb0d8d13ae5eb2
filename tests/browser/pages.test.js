"use strict";
// Every page that a role can reach, on the sample store: followed from link to link, so that a page without a link, a
// link that leads nowhere, and a route that nobody visits fail the test.
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { after, before, test } = require("node:test");
const { giftbox, newDatabase, runScript, serve, source } = require("./program.js");
const { Visitor, openBrowser } = require("./visitor.js");

const password = "a sentence that is long enough";
// Who sees most comes first: the first to reach a page takes its pictures.
const roles = ["manager", "parts-director", "accounting", "administrator", "adviser"];
const home = "/s/SAMPLE";

/// The routes of web/router.cpp that show something.
function routes() {
  const table = fs.readFileSync(path.join(source, "web", "router.cpp"), "utf8");
  const found = [...table.matchAll(/^ {4}\{(Get|GetAndPost), "([^"]+)"/gm)].map((match) => match[2]);
  assert.ok(found.length > 30, "the table of routes is not as this test reads it");
  return found;
}

const patterns = routes();
const visited = new Set();
let database;
let server;
let browser;

function patternOf(pathname) {
  const found = patterns.find((one) => new RegExp(`^${one.replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname));
  assert.ok(found, `no route is like ${pathname}`);
  return found;
}

const pictureName = (pattern) => pattern.replace("/s/{store}", "store").replace(/[/{}]+/g, "-").replace(/^-|-$/g, "");

/// What the sample store does not have: a list to approve, boxes planned and cancelled.
function makeStates() {
  const today = new Date();
  const month = new Date(today.getFullYear(), today.getMonth(), 15).toISOString().slice(0, 7);
  const manager = (...words) => giftbox(database, ["--store", "SAMPLE", "--actor", "manager", ...words]);
  manager("nominate", "C036", "--month", month, "--by", "adviser", "--department", "service", "--reason", "Brought cake for the whole workshop");
  manager("nominate", "C037", "--month", month, "--by", "adviser", "--department", "service", "--reason", "Always early, always in a good mood");
  manager("choose", "add", "C036", "--month", month);
  const plan = ["box", "plan", "--month", month, "--item", "MUG-TRAVEL", "--item", "BOX-M", "--item", "NOTE-CARD"];
  manager(...plan, "--for", "C036");
  manager(...plan, "--for", "C041");
  const planned = JSON.parse(manager("-O", "json", "box", "list", "--state", "planned"));
  manager("box", "cancel", String(planned.at(-1).box), "--reason", "Is away until spring");
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

/// Opens the page, or fetches the file, and says which links it has.
async function visit(visitor, href) {
  const pattern = patternOf(new URL(href).pathname);
  if (/\.(csv|json|pdf|yaml)$|\{file\}$/.test(pattern)) {
    const response = await visitor.context.request.get(href);
    assert.equal(response.status(), 200, href);
    visited.add(pattern);
    return [];
  }
  const response = await visitor.page.goto(href);
  assert.equal(response.status(), 200, href);
  if (!visited.has(pattern)) {
    visited.add(pattern);
    await visitor.look(pictureName(pattern));
  }
  return visitor.page.$$eval("a[href]", (links) => links.map((link) => link.href.replace(/#.*/, "")));
}

test("The first user is made by the link that the server prints", async () => {
  const visitor = await Visitor.open(browser, server.address);
  await visitor.page.goto(server.setupLink);
  await visitor.look("setup");
  await visitor.fill({ Login: "administrator", "Your name": "Ada (administrator)", Password: password });
  await visitor.press("Make the first user");
  await visitor.page.waitForURL(`**${home}`);
  visited.add("/setup");
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

for (const role of roles) {
  test(`Every page that the ${role} is led to`, async () => {
    const visitor = await loggedIn(role);
    await visitor.go(home);
    await visitor.look(`home-${role}`);
    visited.add("/s/{store}");
    const reached = new Set(["/"]);
    const waiting = [visitor.at(home), visitor.at("/password")];
    while (waiting.length > 0) {
      const href = waiting.shift();
      const pattern = patternOf(new URL(href).pathname);
      if (!reached.has(pattern)) {
        reached.add(pattern);
        waiting.push(...(await visit(visitor, href)));
      }
    }
    await visitor.close();
  });
}

test("Pages in a state that the links above do not show", async () => {
  const visitor = await loggedIn("manager");
  const words = ["--store", "SAMPLE", "-O", "json", "box", "list", "--state"];
  for (const state of ["planned", "cancelled", "packed", "given"]) {
    const boxes = JSON.parse(giftbox(database, [...words, state]));
    await visitor.go(`${home}/boxes/${boxes.at(-1).box}`);
    await visitor.look(`box-${state}`);
  }
  const others = {
    "item-with-history": `${home}/item?sku=BOTTLE-STEEL`,
    "boxes-of-a-month": `${home}/boxes?month=2026-10`,
    "choose-of-a-month": `${home}/choose?month=2026-10`,
    "stock-nothing-found": `${home}/stock?q=there+is+no+such+item`,
    "not-found": `${home}/boxes/999999`,
    "not-allowed": `${home}/users`,
  };
  for (const [name, address] of Object.entries(others)) {
    await visitor.go(address);
    await visitor.look(name);
  }
  await visitor.close();
});

test("The monthly cost report prints on one page", async () => {
  const visitor = await loggedIn("manager");
  await visitor.go(`${home}/report`);
  const pdf = await visitor.page.pdf({ format: "A4", preferCSSPageSize: true });
  assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1);
  await visitor.close();
});

test("Every page of the router was visited", () => {
  assert.deepEqual(
    patterns.filter((one) => !visited.has(one)),
    [],
  );
});
