"""A dealership of 500 items, 3,000 recipients and 3,000 boxes with references, by the files that people import: a page
of each long list, its size, and the suggestions of the search while one types, on both engines."""
import csv

from measure import Failed
from table import Row, median
from web_server import WebServer
from workload import STORE, remove

ITEMS, RECIPIENTS, BOXES = 500, 3000, 3000
MOST_MS, MOST_SUGGESTED_MS, MOST_BYTES = 100, 50, 300 * 1024
KINDS = ("Cap", "Key chain", "Umbrella", "Glass", "Water bottle", "Golf balls", "Shirt", "Mug", "Bag", "Torch")
COLORS = ("red", "blue", "green", "black", "white", "silver", "navy", "orange")
NAMES = ("Anna", "Bruno", "Carla", "David", "Elena", "Felix", "Gina", "Hugo", "Ida", "Jonas", "Karla", "Luis")
FAMILIES = ("Smith", "García", "Müller", "Novák", "Okafor", "Rossi", "Jensen", "Tanaka", "Dubois", "Ortiz",
            "Kowalski")


def files(programs):
    """The files of the store, each as header and rows."""
    items = [("SKU-%04d" % i, "%s, %s, no. %d" % (KINDS[i % 10], COLORS[i % 8], i), "contents", KINDS[i % 10], "each",
              i % 20, 40) for i in range(ITEMS)]
    people = [("R%05d" % i, "%s %s" % (NAMES[i % 12], FAMILIES[i % 11]), ("service", "parts", "fleet")[i % 3])
              for i in range(RECIPIENTS)]
    stock = [("2026-01-05", "SKU-%04d" % i, 1000, "%d.00" % (2000 + i), "INV-%04d" % i) for i in range(ITEMS)]
    boxes = [("ORD-%06d" % i, "R%05d" % (i % RECIPIENTS), *["2026-%02d-10" % (i * 8 // BOXES + 2)] * 2,
              "SKU-%04d" % (i % ITEMS), 1 + i % 3) for i in range(BOXES)]
    for name, header, rows in (
            ("items", "sku,name,kind,category,unit,reorder_point,par_level", items),
            ("recipients", "recipient,name,group", people),
            ("receipts", "received_on,sku,units,total_cost,reference", stock),
            ("boxes", "box,recipient,packed_on,given_on,sku,units", boxes)):
        path = programs.path("dealership-%s.csv" % name)
        with open(path, "w", newline="", encoding="utf-8") as f:
            out = csv.writer(f)
            out.writerow(header.split(","))
            out.writerows(rows)
        yield name, path


def pages():
    base = "/s/%s/" % STORE
    return [("stock", base + "stock"), ("stock by cost", base + "stock?sort=-cost"),
            ("recipients", base + "recipients"),
            ("recipients by group", base + "recipients?sort=-group"), ("boxes", base + "boxes?month=2026-05"),
            ("boxes by total", base + "boxes?month=2026-05&sort=-total"),
            ("movements", base + "movements?month=2026-05"), ("restock list", base + "restock"),
            ("audit", base + "audit"), ("the search", base + "find?q=anna")]


def suggestions():
    base = "/s/%s/find.json?q=" % STORE
    return [(typed, base + typed) for typed in ("a", "anna", "smith+anna", "cap", "ORD-0012", "inv-0", "nothing+such")]


def on_sqlite(programs):
    db = programs.path("dealership.db")
    remove(db)
    yield from rows(programs, db, "SQLite")


def on_postgresql(programs, server):
    yield from rows(programs, server.create("dealership"), "PostgreSQL")


def rows(programs, db, engine):
    programs.gift(db, "init", "--store", STORE, "--name", "Dealership", "--currency", "USD", "--labor-rate", "24.00",
                  "--labor-minutes", "15")
    for name, path in files(programs):
        programs.gift(db, "import", name, path)
    with WebServer(programs, db) as server:
        for page, path in pages():
            yield row(server, "dealership, page %s, %s" % (page, engine), path, MOST_MS)
        for typed, path in suggestions():
            yield row(server, "dealership, suggestions for %s, %s" % (typed.replace("+", " "), engine), path,
                      MOST_SUGGESTED_MS)


def row(server, work, path, most):
    server.page_ms(path, 2)
    took = server.page_ms(path)
    _, body = server.get(server.connect(), path)
    if len(body) > MOST_BYTES:
        raise Failed("%s has %d bytes" % (work, len(body)))
    return Row(work, "%.1f ms, at least %.1f ms, %.0f KiB" % (median(took), min(took), len(body) / 1024),
               value=median(took), must=most, unit="ms", figures={"ms": took, "bytes": len(body)})

