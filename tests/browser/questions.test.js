"use strict";
// Each question of docs/accounting.md is answered with two clicks from the home page, in the sample store.
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { after, before, test } = require("node:test");
const { giftbox, newDatabase, runScript, serve } = require("./program.js");
const { Visitor, desk, openBrowser } = require("./visitor.js");

const password = "a sentence that is long enough";
const home = "/s/SAMPLE";
const document = fs.readFileSync(path.join(__dirname, "../../docs/accounting.md"), "utf8");
const questions = [...document.matchAll(/^\| ([^|]+\?) \| `/gm)].map(([, question]) => question);

let database;
let server;
let browser;

before(async () => {
  database = newDatabase();
  runScript("data/samples/load", database.url);
  const words = ["--store", "SAMPLE", "user", "add", "carl", "--name", "Carl", "--role", "accounting"];
  giftbox(database, [...words, "--password-stdin"], `${password}\n`);
  server = await serve(database);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

test("Fifteen questions are answered with two clicks each", async () => {
  assert.equal(questions.length, 15);
  const visitor = await Visitor.open(browser, server.address, { viewport: desk });
  await visitor.logIn("carl", password);
  for (const question of questions) {
    await visitor.go(home);
    const menu = visitor.page.getByRole("navigation", { name: "Pages", exact: true });
    await menu.getByRole("link", { name: "Reports", exact: true }).click();
    const answer = visitor.page.waitForResponse((response) => response.request().isNavigationRequest());
    await visitor.page.locator("main").getByRole("link", { name: question, exact: true }).click();
    assert.equal((await answer).status(), 200, question);
    await visitor.page.waitForLoadState();
    const page = await visitor.page.locator("main").innerText();
    assert.ok(/\d/.test(page), `${question}: ${page}`);
  }
  await visitor.close();
});
