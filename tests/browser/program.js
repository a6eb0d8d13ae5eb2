"use strict";
// The program under test: databases, the command line, and a server that runs while a test does.
const { execFileSync, spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const program = process.env.GIFTBOX_PROGRAM;
const source = path.join(__dirname, "..", "..");

// The caller's own databases must not reach the tests.
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(PG|GIFTBOX_(DB|STORE|ACTOR)$)/.test(name)),
);

function psql(sql) {
  execFileSync("psql", ["-q", "-X", "-d", process.env.GIFTBOX_TEST_POSTGRESQL, "-c", sql], { env: environment });
}

/// A separate empty database: { url, folder, drop() }.
function newDatabase() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "giftbox-browser-"));
  const removeFolder = () => fs.rmSync(folder, { recursive: true });
  if (process.env.GIFTBOX_ENGINE !== "postgresql") {
    return { url: path.join(folder, "store.db"), folder, drop: removeFolder };
  }
  const name = `browser_${process.pid}_${Date.now()}`;
  psql(`CREATE DATABASE ${name}`);
  const url = process.env.GIFTBOX_TEST_POSTGRESQL.replace(/\/[^/?]*(?=\?|$)/, `/${name}`);
  const drop = () => {
    psql(`DROP DATABASE ${name}`);
    removeFolder();
  };
  return { url, folder, drop };
}

/// The output of the command line.
function giftbox(database, words, input = "") {
  return execFileSync(program, ["--db", database.url, ...words], { env: environment, input });
}

function runScript(name, ...words) {
  execFileSync(path.join(source, name), [program, ...words], { env: environment, stdio: ["ignore", "ignore", "pipe"] });
}

/// Starts `giftbox serve`: { address, setupLink, stop() }; stop() fails unless it ends cleanly.
async function serve(database) {
  const child = spawn(program, ["--db", database.url, "serve", "--listen", "127.0.0.1:0"], {
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  await new Promise((resolve, reject) => {
    child.stderr.on("data", (bytes) => {
      said += bytes;
      if (/serving at /.test(said)) {
        resolve();
      }
    });
    ended.then((code) => reject(new Error(`giftbox serve ended with ${code}: ${said}`)));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const code = await ended;
    if (code !== 0 || /program\.failed|database\.failed/.test(said)) {
      throw new Error(`giftbox serve ended with ${code}: ${said}`);
    }
  };
  return { address: /serving at (\S+)\//.exec(said)[1], setupLink: /\S+\/setup\?token=\S+/.exec(said)?.[0], stop };
}

module.exports = { giftbox, newDatabase, runScript, serve, source };
