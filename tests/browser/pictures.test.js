"use strict";
// A few pages look as they were kept in tests/browser/pictures, so that a layout that breaks is seen. What differs is
// written beside the screenshots, in red. GIFTBOX_WRITE_IMAGES=1 keeps them as they are now.
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { after, before, test } = require("node:test");
const { giftbox, newDatabase, runScript, serve } = require("./program.js");
const { Visitor, desk, openBrowser, paper, phone } = require("./visitor.js");

const password = "a sentence that is long enough";
const home = "/s/SAMPLE";
const kept = path.join(__dirname, "pictures");
const seen = process.env.GIFTBOX_PICTURES;
/// Of the points of a page so many may differ: a word that is written otherwise, not a column that is gone.
const mostDifferent = 0.002;

// None of them says what day it is.
const pages = {
  login: { address: "/login", role: null },
  stock: { address: `${home}/stock?category=mugs` },
  "stock-dark": { address: `${home}/stock?category=mugs`, media: { colorScheme: "dark" } },
  report: { address: `${home}/report?from=2025-09&to=2026-10` },
  "report-printed": { address: `${home}/report?from=2025-09&to=2026-10`, size: paper, media: { media: "print" } },
  "boxes-phone": { address: `${home}/boxes?month=2026-09`, size: phone },
  "list-of-a-month": { address: `${home}/select?month=2026-10` },
  "item-form": { address: `${home}/item/add` },
};

let database;
let server;
let browser;

before(async () => {
  database = newDatabase();
  runScript("data/samples/load", database.url);
  const words = ["--store", "SAMPLE", "--actor", "sample", "user", "add", "mia", "--name", "Mia", "--role"];
  giftbox(database, [...words, "administrator", "--password-stdin"], `${password}\n`);
  for (const role of ["manager", "parts-director"]) {
    giftbox(database, ["--store", "SAMPLE", "--actor", "mia", "user", "grant", "mia", role]);
  }
  server = await serve(database);
  browser = await openBrowser(["--font-render-hinting=none", "--disable-lcd-text", "--hide-scrollbars"]);
  fs.mkdirSync(seen, { recursive: true });
});

after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

/// Runs in the browser. Both pictures at half their size, where a point is the mean of four, so that the edges of
/// letters do not count.
async function compare([first, second]) {
  const draw = async (url) => {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(picture.width / 2);
    canvas.height = Math.ceil(picture.height / 2);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return { canvas, context, points: context.getImageData(0, 0, canvas.width, canvas.height) };
  };
  const [one, other] = [await draw(first), await draw(second)];
  let different = 0;
  for (let i = 0; i < one.points.data.length; i += 4) {
    const apart = [0, 1, 2].map((part) => Math.abs(one.points.data[i + part] - other.points.data[i + part]));
    if (Math.max(...apart) > 40) {
      different += 1;
      other.points.data.set([255, 0, 0, 255], i);
    }
  }
  other.context.putImageData(other.points, 0, 0);
  return { share: (4 * different) / one.points.data.length, picture: other.canvas.toDataURL() };
}

const dataUrl = (file) => `data:image/png;base64,${fs.readFileSync(file).toString("base64")}`;

for (const [name, { address, role = "mia", size = desk, media = {} }] of Object.entries(pages)) {
  test(`The page ${name} looks as it was kept`, async () => {
    const visitor = await Visitor.open(browser, server.address, { bypassCSP: true, deviceScaleFactor: 1 });
    if (role) {
      await visitor.logIn(role, password);
    }
    const { page } = visitor;
    await page.setViewportSize(size);
    await page.emulateMedia({ media: "screen", colorScheme: "light", reducedMotion: "reduce", ...media });
    await visitor.go(address);
    await page.addStyleTag({
      content: '* { font-family: "DejaVu Sans" !important; caret-color: transparent !important; }',
    });
    const file = path.join(seen, `${name}.png`);
    await page.screenshot({ path: file, animations: "disabled" });
    await visitor.close();
    const before = path.join(kept, `${name}.png`);
    if (process.env.GIFTBOX_WRITE_IMAGES) {
      fs.mkdirSync(kept, { recursive: true });
      fs.copyFileSync(file, before);
    }
    assert.ok(fs.existsSync(before), `${before} is missing`);
    const empty = await browser.newPage();
    const { share, picture } = await empty.evaluate(compare, [before, file].map(dataUrl));
    await empty.close();
    if (share > mostDifferent) {
      const shown = path.join(seen, `${name}-different.png`);
      fs.writeFileSync(shown, Buffer.from(picture.split(",")[1], "base64"));
      const how = "where that is right, GIFTBOX_WRITE_IMAGES=1 scripts/test -R Browser.Pictures keeps it";
      assert.fail(`${(100 * share).toFixed(2)} % of the page differ, see ${shown}; ${how}`);
    }
  });
}

test("No picture is kept of a page that is gone", () => {
  const names = fs.readdirSync(kept).map((file) => path.basename(file, ".png"));
  assert.deepEqual(names.sort(), Object.keys(pages).sort());
});
