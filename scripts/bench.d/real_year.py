"""The real year, imported on an engine, compared with figures computed independently of Giftbox."""
import csv
import json
from decimal import Decimal

from measure import Failed
from table import Row
from workload import FILES, copy, log, remove


def differences(programs, real, db):
    """Differences from the expected files, as sentences."""
    wrong = []
    with open(real.file("expected-monthly.csv"), newline="") as f:
        want = list(csv.DictReader(f))
    got = {
        r["month"]: r
        for r in programs.gift_rows(db, "report", "month", "--from", want[0]["month"], "--to", want[-1]["month"])
    }
    for month in want:
        row = got.pop(month["month"], {})
        wrong += [
            "%s %s: %s, expected %s" % (month["month"], k, row.get(k, "nothing"), v)
            for k, v in month.items() if row.get(k) != v
        ]
    wrong += ["%s: not expected" % month for month in got]
    with open(real.file("expected-summary.json")) as f:
        summary = json.load(f)
    stock = programs.gift_rows(db, "stock")
    units, cost = sum(int(r["units"]) for r in stock), sum(Decimal(r["cost"]) for r in stock)
    if units != summary["closing_units"]:
        wrong.append("closing units: %d, expected %d" % (units, summary["closing_units"]))
    if cost != Decimal(summary["closing_cost"]):
        wrong.append("closing cost: %s, expected %s" % (cost, summary["closing_cost"]))
    said = programs.path("verify.out")
    figures = programs.gift(db, "verify", out=said, expect=None)
    with open(said) as f:
        text = (f.read() + figures["stderr"]).strip()
    if figures["status"] or text:
        wrong.append("verify: status %d %s" % (figures["status"], text[:200]))
    return wrong


def row(engine, wrong, wall):
    for line in wrong:
        log("real year, %s: %s" % (engine, line))
    return Row("the whole real year on %s: months, closing stock, verify" % engine, "%.1f s to import" % wall,
               "%d differences" % len(wrong) if wrong else "", agrees=not wrong, figures={"differences": wrong})


def on_sqlite(programs, real):
    db, made = real.gift_db()
    yield row("SQLite", differences(programs, real, db), sum(f["wall"] for f in made.values()))


def on_postgresql(programs, real, url):
    programs.init(url, real.currency, real.since)
    wall = sum(programs.gift(url, "import", n, real.file(n + ".csv"), timeout=3600)["wall"] for n in FILES)
    yield row("PostgreSQL", differences(programs, real, url), wall)
