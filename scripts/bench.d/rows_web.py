"""The web app: pages with long history, requests per second compared with a handler that does nothing, parallel
packing, memory use."""
import shutil
import time

from measure import Failed
from rows_sqlite import size_of, stock_file
from table import Row, median
from web_server import NOTHING, Packers, WebServer
from workload import FILES, FIRST_MONTH, LAST_MONTH, STORE, copy, log, remove

PLENTY = 100000000  # units of every item, so that stock lasts at any number of boxes per second
CONNECTIONS = (1, 8, 64)
MOST_MS = 100
WRITERS = (8, 32)
UNDER_LOAD = (("home", "/s/%s" % STORE), ("stock", "/s/%s/stock" % STORE), ("report", "/s/%s/report" % STORE))


def pages():
    """The pages as the menu opens them."""
    base = "/s/%s/" % STORE
    return [("home", base[:-1]), ("stock", base + "stock"), ("an item", base + "item?sku=ITM00001"),
            ("a lot", base + "lots/1"), ("movements", base + "movements"), ("restock list", base + "restock"),
            ("boxes", base + "boxes"), ("a box", base + "boxes/5000"), ("pack a box", base + "boxes/pack"),
            ("budget", base + "budget"), ("cost report", base + "report?from=%s&to=%s" % (FIRST_MONTH, LAST_MONTH)),
            ("audit", base + "audit"), ("nominations", base + "nominations"), ("select", base + "select"),
            ("recipients", base + "recipients"), ("recipients, search", base + "recipients?q=customer+4999"),
            ("recipients, a word without a match", base + "recipients.json?q=nobody+of+that+name"),
            ("a recipient", base + "recipients/show?code=R000001"), ("plan", base + "plan"),
            ("notes", base + "notes"), ("accounting", base + "accounting"), ("settings", base + "settings"),
            ("users", base + "users")]


def full_month():
    """Pages of a month in which a large part of all boxes count: more than a dealership gives."""
    base = "/s/%s/" % STORE
    return [("%s of a full month" % name, base + name + "?month=" + LAST_MONTH)
            for name in ("boxes", "budget", "select")]


def on_sqlite(programs, workload, seconds, minutes):
    db = copy(workload.gift_db()[0], programs.path(workload.name + "-web.db"))
    try:
        yield from rows(programs, workload, db, "SQLite", seconds, minutes)
    finally:
        remove(db)


def on_postgresql(programs, workload, server, seconds):
    url = server.create("web")
    programs.init(url, workload.currency, workload.since)
    for name in FILES:
        programs.gift(url, "import", name, workload.file(name + ".csv"), timeout=7200)
    server.psql("web", "VACUUM ANALYZE")
    yield from rows(programs, workload, url, "PostgreSQL", seconds, 0)


def rows(programs, workload, db, engine, seconds, minutes):
    if not shutil.which("wrk"):
        raise Failed("wrk is not installed (Debian package wrk)")
    programs.gift(db, "import", "receipts", stock_file(programs, workload, PLENTY))
    with WebServer(programs, db) as server:
        name = "%s, %s" % (engine, size_of(workload))
        for page, path in pages():
            yield page_row(server, "page %s, %s" % (page, name), path, MOST_MS)
        for page, path in full_month():
            yield page_row(server, "page %s, %s" % (page, name), path, None)
        yield from load(server, name, seconds)
        yield from packing(server, workload, name, max(seconds, 10))
        if minutes:
            yield memory(server, workload, name, minutes)
    if engine == "SQLite":
        for people in WRITERS:
            yield from writers(programs, workload, db, people, name, max(seconds, 10))
    status = programs.gift(db, "verify", out=programs.path("verify.out"), expect=None, timeout=3600)
    if status["status"]:
        raise Failed("verify after packing through the web: status %d" % status["status"])


def page_row(server, work, path, must):
    """The server's CPU counts, since other work on the machine only adds to the wait of a browser; PostgreSQL's CPU is
    left out."""
    server.page_ms(path, 2)
    before = server.cpu_ms()
    took = server.page_ms(path)
    cpu = (server.cpu_ms() - before) / len(took)
    return Row(work, "CPU %.1f ms, time %.1f ms, at least %.1f ms" % (cpu, median(took), min(took)), value=cpu,
               must=must, unit="ms", figures={"ms": took, "cpu_ms": cpu})


def load(server, name, seconds):
    """The pages and the handler that does nothing in turn, medians of three."""
    for connections in CONNECTIONS:
        runs = [[server.wrk(path, connections, seconds) for _, path in (("nothing", NOTHING), *UNDER_LOAD)]
                for _ in range(3)]
        at = lambda n, key: median([run[n][key] for run in runs])
        shown = lambda n: "%.0f/s, p99 %.1f ms" % (at(n, "a_second"), at(n, "p99_ms"))
        for n, (page, _) in enumerate(UNDER_LOAD, 1):
            yield Row("%s, %d connection%s, %s" % (page, connections, "s" * (connections > 1), name), shown(n),
                      shown(0), median([run[n]["a_second"] / run[0]["a_second"] for run in runs]), higher=True,
                      figures={"page": [run[n] for run in runs], "nothing": [run[0] for run in runs]})


def packing(server, workload, name, seconds):
    """8 clients read home while 8 others pack, compared with the same without packing."""
    alone = server.wrk(UNDER_LOAD[0][1], 8, seconds)
    with Packers(server, workload, 8) as packers:
        beside = server.wrk(UNDER_LOAD[0][1], 8, seconds)
    if packers.refused:
        raise Failed("packing through the web: %d refused: %s" % (len(packers.refused), packers.refused[0][-500:]))
    took = sorted(packers.took_ms)
    shown = lambda run: "%.0f/s, p99 %.1f ms" % (run["a_second"], run["p99_ms"])
    yield Row("home, 8 connections, while 8 pack, %s" % name, shown(beside), shown(alone),
              beside["a_second"] / alone["a_second"], higher=True)
    yield Row("8 pack at once, 8 read home, %s" % name, "%.0f boxes/s, median %.0f ms, p99 %.0f ms"
              % (len(took) / packers.seconds, median(took), took[len(took) * 99 // 100]), figures={"ms": took})


def writers(programs, workload, db, people, name, seconds):
    """`people` clients pack through a server with default workers, compared with one worker, where no one can
    overtake."""
    runs = {None: [], 1: []}
    for _ in range(3):
        for workers, figures in runs.items():
            with WebServer(programs, db, workers) as server:
                with Packers(server, workload, people) as packers:
                    time.sleep(seconds)
            if packers.refused:
                raise Failed("packing by %d: %d refused: %s"
                             % (people, len(packers.refused), packers.refused[0][-500:]))
            took = sorted(packers.took_ms)
            figures.append({
                "a_second": len(took) / packers.seconds, "p99_ms": took[len(took) * 99 // 100], "longest_ms": took[-1]
            })
    at = lambda workers, key: median([run[key] for run in runs[workers]])
    shown = lambda workers: "%.0f boxes/s, p99 %.0f ms, longest %.0f ms" % tuple(
        at(workers, key) for key in ("a_second", "p99_ms", "longest_ms"))
    figures = {"by_itself": runs[None], "one_worker": runs[1]}
    yield Row("%d pack at once: p99 compared with one worker, %s" % (people, name), shown(None), shown(1),
              at(None, "p99_ms") / at(1, "p99_ms"), must=2, figures=figures)
    yield Row("%d pack at once: boxes per second compared with one worker, %s" % (people, name), shown(None), shown(1),
              at(None, "a_second") / at(1, "a_second"), must=1, higher=True, figures=figures)


def memory(server, workload, name, minutes):
    """The server's memory each minute, while 8 clients pack and 8 read one page after another."""
    held = []
    with Packers(server, workload, 8) as packers:
        for minute in range(1, minutes + 1):
            for _, path in UNDER_LOAD:
                server.wrk(path, 8, 60 // len(UNDER_LOAD))
            held.append(server.rss_mib())
            log("minute %d: %.1f MiB, %d boxes packed" % (minute, held[-1], len(packers.took_ms)))
    if packers.refused:
        raise Failed("packing through the web: %d refused: %s" % (len(packers.refused), packers.refused[0][-500:]))
    return Row("memory of the server, %d minutes of mixed load, %s" % (minutes, name), "%.1f MiB" % held[-1],
               "%.1f MiB at first" % held[0], held[-1] / held[0], must=1.1,
               figures={"mib": held, "boxes": len(packers.took_ms)})
