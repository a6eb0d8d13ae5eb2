"""The web app under measurement: starts it, logs in, requests pages as a browser does, drives wrk, and packs boxes
through its form."""
import csv
import http.client
import os
import random
import re
import secrets
import subprocess
import threading
import time
import urllib.parse

from measure import Failed
from workload import STORE

ROLES = ("manager", "parts-director", "accounting", "administrator")
# 40 bytes of an icon: through sockets, parser, queue and worker like a page, but without a database query.
NOTHING = "/assets/icon.svg"


class WebServer:
    def __init__(self, programs, db, workers=None):
        self.programs, self.db, self.cookie, self.token = programs, db, "", ""
        self.options = ["--workers", str(workers)] if workers else []
        self.login = "bench-" + secrets.token_hex(4)  # another server on the same books uses its own login
        self.log = programs.path("web.log")

    def add_user(self):
        """Adds a user with every right and a password for this run."""
        self.password = secrets.token_hex(12)
        said = subprocess.run([
            self.programs.giftbox, "--db", self.db, "--store", STORE, "user", "add", self.login, "--name", "Bench",
            "--role", ROLES[0], "--password-stdin"
        ], input=self.password, text=True, capture_output=True)
        if said.returncode:
            raise Failed("user add: " + said.stderr.strip())
        for role in ROLES[1:]:
            self.programs.gift(self.db, "user", "grant", self.login, role)

    def __enter__(self):
        self.add_user()
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [self.programs.giftbox, "--db", self.db, "serve", "--listen", "127.0.0.1:0", *self.options],
                stdin=subprocess.DEVNULL, stderr=log)
        until = time.monotonic() + 60
        found = None
        while not found:
            if self.process.poll() is not None or time.monotonic() > until:
                self.__exit__()
                raise Failed("the web app did not start; see " + self.log)
            time.sleep(0.05)
            with open(self.log) as log:
                found = re.search(r"serving at http://([\d.]+):(\d+)/", log.read(100000))
        self.host, self.port = found.group(1), int(found.group(2))
        self.origin = "http://%s:%d" % (self.host, self.port)
        self.log_in()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def connect(self):
        return http.client.HTTPConnection(self.host, self.port, timeout=120)

    def log_in(self):
        """Logs in once per run: checking a password takes 64 MiB and a tenth of a second on purpose."""
        answer, _ = self.post(self.connect(), "/login", {"login": self.login, "password": self.password})
        self.cookie = (answer.getheader("Set-Cookie") or "").split(";")[0]
        if answer.status != 303 or not self.cookie:
            raise Failed("the web app refuses the login of the bench: %d" % answer.status)
        _, page = self.get(self.connect(), "/s/%s/boxes/pack" % STORE)
        self.token = re.search(r'name="form_token" value="([^"]+)"', page.decode()).group(1)

    def get(self, connection, path):
        connection.request("GET", path, headers={"Cookie": self.cookie})
        answer = connection.getresponse()
        return answer, answer.read()

    def post(self, connection, path, fields):
        connection.request(
            "POST", path, urllib.parse.urlencode(fields),
            {"Cookie": self.cookie, "Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        return answer, answer.read()

    def page_ms(self, path, times=15):
        """Times of a page on one kept connection, in milliseconds; `times` of them."""
        connection, took = self.connect(), []
        for _ in range(times):
            began = time.monotonic()
            answer, _ = self.get(connection, path)
            took.append((time.monotonic() - began) * 1e3)
            if answer.status != 200:
                raise Failed("%s answers %d" % (path, answer.status))
        return took

    def wrk(self, path, connections, seconds):
        """Requests per second, and the 99th percentile in milliseconds."""
        said = subprocess.run([
            "wrk", "-t", str(min(2, connections)), "-c", str(connections), "-d", "%ds" % seconds, "--timeout", "30s",
            "--latency", "-H", "Cookie: " + self.cookie, self.origin + path
        ], capture_output=True, text=True)
        rate = re.search(r"Requests/sec:\s*([\d.]+)", said.stdout)
        p99 = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", said.stdout)
        if said.returncode or not rate or not p99 or "Non-2xx" in said.stdout:
            raise Failed("wrk on %s: %s %s" % (path, said.stdout.strip(), said.stderr.strip()))
        self.get(self.connect(), NOTHING)  # waits for the requests that wrk left unanswered
        factor = {"us": 1e-3, "ms": 1, "s": 1e3, "m": 6e4}[p99.group(2)]
        return {"a_second": float(rate.group(1)), "p99_ms": float(p99.group(1)) * factor}

    def cpu_ms(self):
        """User and system time, in ticks of the kernel's clock."""
        with open("/proc/%d/stat" % self.process.pid) as f:
            used = f.read().rsplit(")", 1)[1].split()
        return (int(used[11]) + int(used[12])) * 1e3 / os.sysconf("SC_CLK_TCK")

    def rss_mib(self):
        with open("/proc/%d/status" % self.process.pid) as f:
            return int(re.search(r"VmRSS:\s*(\d+)", f.read()).group(1)) / 1024


class Packers:
    """`people` clients that pack boxes of five items and packaging through the form in parallel, until the end of the
    `with`."""

    def __init__(self, server, workload, people):
        def codes(name):
            with open(workload.file(name + ".csv"), newline="") as f:
                return list(csv.DictReader(f))
        items = codes("items")
        self.server, self.people = server, people
        self.contents = [i["sku"] for i in items if i["kind"] == "contents"]
        self.packaging = [i["sku"] for i in items if i["kind"] == "packaging"]
        self.recipients = [r["recipient"] for r in codes("recipients")[:1000]]
        self.took_ms, self.refused, self.ended = [], [], threading.Event()

    def __enter__(self):
        self.began = time.monotonic()
        self.threads = [threading.Thread(target=self.pack, args=(random.Random(n),)) for n in range(self.people)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        for thread in self.threads:
            thread.join()
        self.seconds = time.monotonic() - self.began

    def fields(self, choose):
        lines = [*choose.sample(self.contents, 5), choose.choice(self.packaging)]
        return [("form_token", self.server.token), ("request_key", secrets.token_urlsafe(32)),
                ("recipient", choose.choice(self.recipients)), ("minutes", ""), ("on", time.strftime("%Y-%m-%d")),
                ("override", ""), *[pair for sku in lines for pair in (("sku", sku), ("line_units", "1"))]]

    def pack(self, choose):
        connection = self.server.connect()
        while not self.ended.is_set():
            began = time.monotonic()
            try:
                answer, page = self.server.post(connection, "/s/%s/boxes/pack" % STORE, self.fields(choose))
            except (OSError, http.client.HTTPException) as why:
                self.refused.append(str(why))
                connection = self.server.connect()
                continue
            self.took_ms.append((time.monotonic() - began) * 1e3)
            if answer.status != 303:
                said = re.search(r'role="alert"[^>]*>(.*?)<', page.decode(errors="replace"), re.S)
                self.refused.append("%d %s" % (answer.status, said.group(1).strip() if said else ""))
