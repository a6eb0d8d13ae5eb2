"""Packing on PostgreSQL: statements per box, and boxes per second compared with one call that does it all."""
import os
import re
import shutil
import sqlite3
import tempfile

from measure import Failed
from rows_sqlite import in_turn, pack_run, stock_file
from table import Row, median
from workload import FILES, LAST_DAY

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = ("item", "recipient", "receipt", "box", "movement", "open_layer", "month_total", "month_recipient")
PLENTY = 100000000  # units of every item, so that stock lasts at any number of boxes per second
CLIENTS = (1, 2, 4, 8)
DAY = LAST_DAY.replace("-", "")


def baseline(server, workload):
    """Copies the plain program's books to a database `plain`."""
    server.create("plain")
    with open(os.path.join(HERE, "pg", "baseline.sql"), "rb") as f:
        server.psql("plain", stdin=f)
    books = sqlite3.connect(workload.plain_db()[0])
    for table in TABLES:
        with tempfile.TemporaryFile("w+") as f:
            for row in books.execute("SELECT * FROM " + table):
                f.write("\t".join("\\N" if v is None else str(v) for v in row) + "\n")
            f.seek(0)
            server.psql("plain", "COPY %s FROM STDIN" % table, stdin=f)
    books.close()
    server.psql("plain", "INSERT INTO open_layer SELECT id, %s, 1000000000, %d, %d FROM item"
                % (DAY, PLENTY, PLENTY * 500 + 1))
    server.psql("plain", "SELECT setval('movement_id', (SELECT max(id) FROM movement)), "
                "setval('box_id', (SELECT max(id) FROM box))")
    server.psql("plain", "VACUUM ANALYZE")
    sizes = server.psql("plain", "SELECT (SELECT count(*) FROM item WHERE packaging = 0), "
                        "(SELECT count(*) FROM item WHERE packaging = 1), (SELECT max(id) FROM recipient)")
    return [int(n) for n in sizes.split("|")]


def pgbench(server, sizes, clients, length):
    """Boxes per second of the function."""
    script = os.path.join(server.base, "box.sql")
    shutil.copyfile(os.path.join(HERE, "pg", "box.sql"), script)
    os.chmod(script, 0o644)
    said = server.call("pgbench", "-n", "-h", server.folder, "-U", "postgres", "-M", "prepared", "-c", str(clients),
                       "-j", str(min(clients, 2)), "-T", str(length), "-D", "k=%d" % sizes[0], "-D", "p=%d" % sizes[1],
                       "-D", "r=%d" % sizes[2], "-D", "day=" + DAY, "-f", script, "plain")
    return {"boxes_per_s": float(re.search(r"tps = ([\d.]+)", said).group(1))}


def giftbox_books(programs, server, workload):
    url = server.create("giftbox")
    programs.init(url, workload.currency, workload.since)
    for name in FILES:
        programs.gift(url, "import", name, workload.file(name + ".csv"), timeout=3600)
    programs.gift(url, "import", "receipts", stock_file(programs, workload, PLENTY))
    server.psql("giftbox", "VACUUM ANALYZE")
    return url


def on_the_wire(programs, server, workload, url, lines):
    """Statements per box as the server counts them: two runs, so that statements sent once per connection drop out."""
    server.psql("giftbox", "ALTER DATABASE giftbox SET log_statement = 'all'")
    seen = [server.sent()]
    for boxes in (20, 70):
        told = pack_run(programs, workload, url, "--boxes", boxes, "--lines", lines)
        seen.append(server.sent())
    server.psql("giftbox", "ALTER DATABASE giftbox RESET log_statement")
    wire = ((seen[2] - seen[1]) - (seen[1] - seen[0])) / 50
    if wire < 1:
        raise Failed("the server's log shows no statement of a box")
    return wire, told["statements"]


def rows(programs, workload, server, length, rounds):
    work = "packing one box on PostgreSQL"
    sizes = baseline(server, workload)
    if not (programs.giftbox and programs.pack_bench):
        for clients in CLIENTS:
            speed = median([pgbench(server, sizes, clients, length)["boxes_per_s"] for _ in range(rounds)])
            yield Row("%s, %d clients" % (work, clients), plain="%.0f boxes/s" % speed,
                      failed="giftbox or pack_bench is not built")
        return
    url = giftbox_books(programs, server, workload)
    for lines in (5, 40):
        wire, told = on_the_wire(programs, server, workload, url, lines)
        yield Row("%s, statements per box of %d lines" % (work, lines), "%.1f" % wire, value=wire, must=12, unit="",
                  shown="%.1f (its own count %.1f)" % (wire, told))
    for clients in CLIENTS:
        a, b = in_turn(rounds, lambda: pack_run(programs, workload, url, "--seconds", length, "--clients", clients),
                       lambda: pgbench(server, sizes, clients, length))
        mine, plain = (median([r["boxes_per_s"] for r in x]) for x in (a, b))
        yield Row("%s, %d client%s" % (work, clients, "s" if clients > 1 else ""), "%.0f boxes/s" % mine,
                  "%.0f boxes/s" % plain, mine / plain, must=0.5, aim=0.8, higher=True,
                  figures={"giftbox": a, "plain": b})
    said = programs.path("verify.out")
    status = programs.gift(url, "verify", out=said, expect=None, timeout=3600)
    if status["status"]:
        raise Failed("verify after packing on PostgreSQL: status %d" % status["status"])
