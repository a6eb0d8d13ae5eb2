"""The workloads: generated ones of a given size, the real year, and the databases made from them.

Everything is kept in the scratch folder. A database is made again if the program that made it has changed.
"""
import csv
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time

from measure import Failed, run

STORE = "BENCH"
CAPS = (("month.program", "99999999.00"), ("box.total", "100000.00"))
# The range of generated workloads; all of it must be in the past, since future dates are refused.
MONTHS, FIRST_MONTH, LAST_MONTH, LAST_DAY = 24, "2024-01", "2025-12", "2025-12-31"
LAST_YEAR = ("--from", "2025-01", "--to", LAST_MONTH)
ALL_MONTHS = ("--from", FIRST_MONTH, "--to", LAST_MONTH)
FILES = ("items", "recipients", "receipts", "boxes")


def log(text):
    print("bench: " + text, file=sys.stderr, flush=True)


def remove(path):
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(path + suffix):
            os.unlink(path + suffix)


def copy(path, to):
    remove(to)
    for suffix in ("", "-wal"):
        if os.path.exists(path + suffix):
            shutil.copyfile(path + suffix, to + suffix)
    return to


def digest(path):
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


class Programs:
    """The two programs and their folders."""

    def __init__(self, root, scratch, shared, giftbox, pack_bench):
        self.root, self.scratch, self.shared = root, scratch, shared
        self.giftbox, self.pack_bench = giftbox, pack_bench
        self.plain = os.path.join(scratch, "plain")

    def path(self, *parts):
        return os.path.join(self.scratch, *parts)

    def build_plain(self):
        here = os.path.dirname(os.path.abspath(__file__))
        sources = [os.path.join(here, n) for n in ("plain.c", "plain_read.c")]
        made = subprocess.run([os.environ.get("CC", "cc"), "-O2", "-o", self.plain, *sources, "-lsqlite3"])
        if made.returncode:
            sys.exit("bench: the plain program does not build: "
                     "a C compiler and the sqlite3 development files are needed")

    def gift(self, db, *arguments, out=os.devnull, **more):
        if not self.giftbox:
            raise Failed("build/release/cli/giftbox is missing")
        # The dates of the workload are years back, so they need confirmation.
        return run([self.giftbox, "--db", db, "--confirm", *arguments], out=out, **more)

    def gift_rows(self, db, *arguments):
        """The rows of a command's CSV output."""
        out = self.path("rows.csv")
        self.gift(db, "-O", "csv", *arguments, out=out)
        with open(out, newline="", encoding="utf-8") as f:
            return list(csv.DictReader(f))

    def plain_run(self, *arguments, out=None):
        """The plain program's own figures, and `process` as measured from outside."""
        out = out or self.path("plain.out")
        process = run([self.plain, *map(str, arguments)], out=out)
        with open(out) as f:
            return dict(json.load(f), process=process)

    def init(self, db, currency, since):
        self.gift(db, "init", "--store", STORE, "--name", "Benchmark", "--currency", currency,
                  "--labor-rate", "24.00", "--labor-minutes", "15")
        for cap, amount in CAPS:
            self.gift(db, "budget", "set", cap, amount, "--from", since, "--action", "stop", "--reason", "benchmark")


class Workload:
    """Giftbox's import files in one folder, with `currency` and the first month."""

    def __init__(self, programs, folder, currency, since, name):
        self.programs, self.folder, self.currency, self.since, self.name = programs, folder, currency, since, name

    def file(self, name):
        return os.path.join(self.folder, name)

    def imports(self):
        return [self.file(n + ".csv") for n in FILES]

    def kept(self, db, program, make):
        """`db`, made by `make(db)` unless the same program made it before; returns (db, the result of `make`)."""
        db = self.programs.path("%s-%s.db" % (self.name, db))
        stamp, key = db + ".json", digest(program) + self.since + str(CAPS)
        if os.path.exists(stamp) and os.path.exists(db):
            with open(stamp) as f:
                was = json.load(f)
            if was["key"] == key:
                return db, was["figures"]
        remove(db)
        began = time.monotonic()
        figures = make(db)
        log("%s made in %.0f s" % (os.path.basename(db), time.monotonic() - began))
        with open(stamp, "w") as f:
            json.dump({"key": key, "figures": figures}, f)
        return db, figures

    def plain_db(self):
        items, _, receipts, boxes = self.imports()
        return self.kept("plain", self.programs.plain,
                         lambda db: self.programs.plain_run("load", db, items, receipts, boxes))

    def stocked_db(self):
        """A store with items, recipients, receipts and caps, but no box."""
        def make(db):
            self.programs.init(db, self.currency, self.since)
            return {n: self.programs.gift(db, "import", n, self.file(n + ".csv")) for n in FILES[:3]}
        return self.kept("stocked", self.programs.giftbox or "", make) if self.programs.giftbox else self.missing()

    def gift_db(self):
        """The same with all boxes."""
        def make(db):
            stocked, figures = self.stocked_db()
            copy(stocked, db)
            return dict(figures, boxes=self.programs.gift(db, "import", "boxes", self.file("boxes.csv"), timeout=7200))
        return self.kept("giftbox", self.programs.giftbox, make) if self.programs.giftbox else self.missing()

    def missing(self):
        raise Failed("build/release/cli/giftbox is missing")


def generated(programs, boxes, with_peers):
    """A generated workload of `boxes` boxes; `with_peers` also keeps the peers' files."""
    folder = programs.path("w%d" % boxes)
    peers = ("books.journal", "books.beancount")
    there = os.path.exists(os.path.join(folder, "expected.json"))
    if not there or (with_peers and not all(os.path.exists(os.path.join(folder, p)) for p in peers)):
        log("generating %d boxes" % boxes)
        command = [sys.executable, os.path.join(programs.shared, "bench", "gen_workload.py"), "--boxes", str(boxes),
                   "--months", str(MONTHS), "--out", folder, "--import-files"]
        subprocess.run(command + ([] if with_peers else ["--no-beancount"]), check=True, stdout=subprocess.DEVNULL)
        for name in ("events.csv",) if with_peers else ("events.csv", *peers):
            if os.path.exists(os.path.join(folder, name)):
                os.unlink(os.path.join(folder, name))
    return Workload(programs, folder, "USD", FIRST_MONTH, "w%d" % boxes)


def real_year(programs):
    """The gift program made from a real year's invoices, unpacked."""
    source = os.path.join(programs.shared, "data", "online-retail", "program")
    folder = programs.path("real")
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(source):
        to = os.path.join(folder, name.removesuffix(".gz"))
        if not os.path.exists(to):
            reader = gzip.open if name.endswith(".gz") else open
            with reader(os.path.join(source, name), "rb") as f, open(to + ".part", "wb") as g:
                shutil.copyfileobj(f, g)
            os.rename(to + ".part", to)
    return Workload(programs, folder, "GBP", "2010-12", "real")
