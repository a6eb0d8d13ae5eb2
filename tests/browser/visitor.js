"use strict";
// A person with their own browser, and the checks for every page.
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const axe = require("axe-core");
const { chromium } = require("playwright-core");

const waitMs = 60_000; // for a busy machine; normally nothing takes this long
const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const largePhone = { width: 390, height: 844 };
const tablet = { width: 820, height: 1180 };
const paper = { width: 720, height: 1000 };
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const openBrowser = (args = []) => chromium.launch({ executablePath: "/usr/bin/chromium", timeout: waitMs, args });

class Visitor {
  /// A browser context of their own: cookies are nobody else's.
  static async open(browser, address, options = {}) {
    const visitor = new Visitor();
    visitor.address = address;
    visitor.complaints = [];
    visitor.context = await browser.newContext({ viewport: desk, locale: "en-US", ...options });
    visitor.context.setDefaultTimeout(waitMs);
    visitor.page = await visitor.newPage();
    return visitor;
  }

  async newPage() {
    const page = await this.context.newPage();
    page.on("console", (message) => {
      // Chromium reports a refused form as a failed resource: the answer to the page itself, with its status.
      const isAnswer = message.location().url === page.url() && /status of (403|404|422)/.test(message.text());
      if (!isAnswer) {
        this.complaints.push(`console, ${page.url()}: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => this.complaints.push(`script, ${page.url()}: ${error}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(`${this.address}/`)) {
        this.complaints.push(`another host: ${request.url()}`);
      }
    });
    return page;
  }

  at(rest = "") {
    return `${this.address}${rest}`;
  }

  async go(rest) {
    return this.page.goto(this.at(rest));
  }

  /// Fills the fields whose labels start with these texts; a <select> takes the value.
  async fill(fields) {
    for (const [label, value] of Object.entries(fields)) {
      const field = this.page.locator("main").getByLabel(new RegExp(`^${label.replace(/[().]/g, "\\$&")}`)).first();
      const isSelect = await field.evaluate((element) => element.tagName === "SELECT");
      await (isSelect ? field.selectOption(value) : field.fill(value));
    }
  }

  async press(name) {
    await this.page.locator("main").getByRole("button", { name, exact: true }).click();
  }

  async follow(name, row) {
    const within = row ? this.page.getByRole("row").filter({ hasText: row }) : this.page;
    await within.getByRole("link", { name, exact: true }).first().click();
  }

  /// Sends the form of a page and returns the notice.
  async send(rest, fields, button) {
    await this.go(rest);
    await this.fill(fields);
    await this.press(button);
    return this.notice();
  }

  /// What the notice says, without the way back that may stand behind it.
  async notice() {
    const said = (await this.page.locator('p.notice[role="status"]').textContent()).trim();
    return said.replace(/\s+Undo$/, "");
  }

  /// The sentence of a refusal.
  async refusal() {
    return (await this.page.getByRole("alert").textContent()).trim();
  }

  async text() {
    return this.page.locator("main").innerText();
  }

  async logIn(login, password) {
    await this.go("/login");
    await this.fill({ Login: login, Password: password });
    await this.press("Log in");
    await this.page.waitForURL((url) => url.pathname !== "/login");
  }

  /// The findings of axe on the current page, which gets its script once.
  async findings() {
    if (!(await this.page.evaluate(() => "axe" in globalThis))) {
      await this.page.evaluate(axe.source);
    }
    const options = { runOnly: rules, resultTypes: ["violations"], preload: false };
    const { violations } = await this.page.evaluate((given) => globalThis.axe.run(given), options);
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`);
  }

  /// Checks the page in light, dark, on two phones, a tablet, and printed, with a screenshot of each where
  /// GIFTBOX_SCREENSHOTS names a folder for them.
  async look(name) {
    const { page } = this;
    const url = page.url();
    const look = async (kind, size, media) => {
      await page.emulateMedia({ media: "screen", colorScheme: "light", ...media });
      await page.setViewportSize(size);
      if (kind !== "print") {
        // At the end of the page nothing is under the bar of a phone, or under the button of a form; elsewhere, at its
        // beginning nothing is half under the headings of a table.
        const atEnd = size.width < 640;
        await page.waitForFunction(
          ([height, isEnd]) => {
            const end = document.documentElement.scrollHeight - innerHeight;
            scrollTo(0, isEnd ? end : 0);
            return innerHeight === height && (isEnd ? scrollY >= end - 1 : scrollY === 0);
          },
          [size.height, atEnd],
        );
        assert.deepEqual(await this.findings(), [], `axe, ${kind}: ${url}`);
      }
      if (process.env.GIFTBOX_SCREENSHOTS) {
        const file = path.join(process.env.GIFTBOX_SCREENSHOTS, process.env.GIFTBOX_ENGINE, `${name}-${kind}.png`);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        await page.screenshot({ path: file, fullPage: true });
      }
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= size.width, `${url} is ${width} wide on ${size.width} (${kind})`);
      if (kind === "print") {
        const cut = await page.$$eval("main table", (all) =>
          all.map((one) => Math.floor(one.getBoundingClientRect().right)).filter((right) => right > innerWidth),
        );
        assert.deepEqual(cut, [], `tables cut off on paper: ${url}`);
      }
    };
    await look("light", desk, {});
    await look("dark", desk, { colorScheme: "dark" });
    await look("phone", phone, {});
    await look("large-phone", largePhone, {});
    await look("tablet", tablet, { colorScheme: "dark" });
    await look("print", paper, { media: "print" });
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
    await page.setViewportSize(desk);
  }

  async close() {
    await this.context.close();
    assert.deepEqual(this.complaints, []);
  }
}

module.exports = { Visitor, desk, openBrowser, paper, phone, waitMs };
