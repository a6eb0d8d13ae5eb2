#!/usr/bin/env python3
"""Compares Giftbox with a plain C program on the sqlite3 API, with one function on PostgreSQL, and with hledger,
ledger and beancount; prints a table of ratios and writes it, with every figure as JSON, into the scratch folder.

The two programs run in turn and medians are compared, so a machine whose speed drifts is fair to both. Giftbox is the
Release build. The workload generator and the real year's data come from the folder in GIFTBOX_SHARED (default:
../shared beside the repository); without it most rows are skipped. Exit status 1 if a row fails, differs or misses
its limit.
"""
import argparse
import glob
import os
import platform
import shutil
import signal
import subprocess
import sys
import time

import postgresql
import real_year
import rows_dealership
import rows_peers
import rows_postgresql
import rows_sqlite
import rows_web
from measure import Failed
from table import Row, markdown, write_json
from workload import Programs, generated, log, real_year as real_year_files

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NAMES = ("startup", "real", "import", "packing", "postgresql", "report", "export", "verify", "memory", "web",
         "dealership", "peers")


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,1000000",
                        help="boxes of history, smallest first (default: %(default)s)")
    parser.add_argument("--peers-size", type=int, default=100000,
                        help="boxes for hledger, ledger and beancount (default: %(default)s)")
    parser.add_argument("--quick", action="store_true", help="10,000 boxes only, for the peers too")
    parser.add_argument("--only", action="append", choices=NAMES, help="only these rows; may be repeated")
    parser.add_argument("--scratch", default=os.path.join(ROOT, "build", "bench"),
                        help="kept between runs (default: build/bench)")
    parser.add_argument("--build", default=os.path.join(ROOT, "build", "release"),
                        help="the Release build (default: build/release)")
    parser.add_argument("--boxes", type=int, default=1000, help="boxes packed durably per run (default: %(default)s)")
    parser.add_argument("--seconds", type=int, default=3, help="length of a run on PostgreSQL (default: %(default)s)")
    parser.add_argument("--minutes", type=int, default=10,
                        help="minutes to watch the web app's memory (default: %(default)s)")
    chosen = parser.parse_args()
    chosen.sizes = [10000] if chosen.quick else sorted(int(s) for s in chosen.sizes.split(","))
    chosen.peers_size = 10000 if chosen.quick else chosen.peers_size
    chosen.only = chosen.only or NAMES
    return chosen


def executable(pattern):
    found = [f for f in glob.glob(pattern, recursive=True) if os.access(f, os.X_OK) and os.path.isfile(f)]
    return found[0] if found else ""


def loud(text):
    print("\n" + "!" * 100 + "\n!! " + text + "\n" + "!" * 100 + "\n", file=sys.stderr, flush=True)


def set_up(chosen):
    for name in ("GIFTBOX_DB", "GIFTBOX_STORE", *[n for n in os.environ if n.startswith("PG") and n != "PG_BIN"]):
        os.environ.pop(name, None)
    os.makedirs(chosen.scratch, exist_ok=True)
    os.environ.update(BENCH_SCRATCH=os.path.abspath(chosen.scratch), GIFTBOX_ACTOR="bench")
    shared = os.path.abspath(os.environ.get("GIFTBOX_SHARED", os.path.join(ROOT, "..", "shared")))
    programs = Programs(ROOT, os.path.abspath(chosen.scratch), shared,
                        executable(os.path.join(chosen.build, "cli", "giftbox")),
                        executable(os.path.join(chosen.build, "**", "pack_bench")))
    if not programs.giftbox:
        loud("build/release/cli/giftbox is missing: only the other programs are measured")
    if not programs.pack_bench:
        loud("pack_bench is not built: packing is not measured")
    programs.build_plain()
    return programs


class Table:
    """Collects rows; a part that fails becomes one failed row, and the others go on."""

    def __init__(self):
        self.rows = []

    def add(self, work, make):
        try:
            for row in make():
                self.rows.append(row)
                log("%-78s %s" % (row.work, row.verdict or row.giftbox))
        except (Failed, OSError, KeyError, subprocess.CalledProcessError) as why:
            text = "%s: %s" % (type(why).__name__, why) if not isinstance(why, Failed) else str(why)
            self.rows.append(Row(work, failed=text))
            log("%s: FAILED: %s" % (work, text))

    def skip(self, work, why):
        self.rows.append(Row(work, skipped=why))


def fill(table, programs, chosen):
    wants = lambda *names: any(n in chosen.only for n in names)
    if wants("startup"):
        table.add("start-up", lambda: rows_sqlite.start_up(programs))
    if wants("dealership"):
        table.add("a dealership on SQLite", lambda: rows_dealership.on_sqlite(programs))
    has_data = os.path.isdir(os.path.join(programs.shared, "data", "online-retail", "program"))
    has_generator = os.path.isfile(os.path.join(programs.shared, "bench", "gen_workload.py"))
    real = real_year_files(programs) if has_data and wants("real", "import", "postgresql") else None
    if not has_data and wants("real", "import"):
        loud("the real year's data is not in %s (GIFTBOX_SHARED): its rows are skipped" % programs.shared)
        table.skip("the real year", "GIFTBOX_SHARED has no data/online-retail/program")
    if real and wants("import"):
        table.add("import of the whole year's boxes", lambda: rows_sqlite.import_boxes(programs, real))
    if real and wants("real"):
        table.add("the whole real year on SQLite", lambda: real_year.on_sqlite(programs, real))
    if not has_generator:
        loud("the workload generator is not in %s (GIFTBOX_SHARED): its rows are skipped" % programs.shared)
        table.skip("everything on generated workloads", "GIFTBOX_SHARED has no bench/gen_workload.py")
    on_server(table, programs, chosen, real, has_generator)
    if not has_generator:
        return
    if wants("packing", "report", "export", "verify", "memory", "web"):
        workloads = [generated(programs, n, n == chosen.peers_size) for n in chosen.sizes]
        if wants("report"):
            table.add("monthly report", lambda: rows_sqlite.report(programs, workloads))
        if wants("export"):
            table.add("movement export", lambda: rows_sqlite.export(programs, workloads))
        if wants("verify"):
            table.add("verify", lambda: rows_sqlite.verify(programs, workloads))
        if wants("packing"):
            table.add("packing one box, durable", lambda: rows_sqlite.packing(programs, workloads, chosen.boxes, 5))
        if wants("memory"):
            table.add("peak memory", lambda: rows_sqlite.memory(programs, workloads[-1]))
        if wants("web"):
            table.add("the web app on SQLite",
                      lambda: rows_web.on_sqlite(programs, workloads[-1], chosen.seconds, chosen.minutes))
    if wants("peers"):
        table.add("the peers", lambda: rows_peers.rows(programs, generated(programs, chosen.peers_size, True)))


def on_server(table, programs, chosen, real, has_generator):
    real = real if "real" in chosen.only else None
    boxes = "postgresql" in chosen.only and has_generator
    web = "web" in chosen.only and has_generator
    dealership = "dealership" in chosen.only
    if not real and not boxes and not web and not dealership:
        return
    if not postgresql.binaries():
        loud("PostgreSQL's server is not installed: its rows are skipped")
        table.skip("everything on PostgreSQL", "PostgreSQL's server is not installed")
        return
    try:
        with postgresql.Server() as server:
            if boxes:
                workload = generated(programs, 10000, chosen.peers_size == 10000)
                table.add("packing one box on PostgreSQL",
                          lambda: rows_postgresql.rows(programs, workload, server, chosen.seconds, 3))
            if web:
                # a million boxes take long to import
                fewer = generated(programs, min(chosen.sizes[-1], 100000), False)
                table.add("the web app on PostgreSQL",
                          lambda: rows_web.on_postgresql(programs, fewer, server, chosen.seconds))
            if dealership:
                table.add("a dealership on PostgreSQL", lambda: rows_dealership.on_postgresql(programs, server))
            if real:
                table.add("the whole real year on PostgreSQL",
                          lambda: real_year.on_postgresql(programs, real, server.create("real_year")))
    except Failed as why:
        table.rows.append(Row("PostgreSQL", failed=str(why)))


def about(programs, took):
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"],
                            capture_output=True, text=True).stdout.strip()
    with open("/proc/cpuinfo") as f:
        cpu = next((line.split(":")[1].strip() for line in f if line.startswith("model name")), platform.machine())
    facts = {
        "date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "commit": commit,
        "cpu": "%d x %s" % (os.cpu_count(), cpu),
        "took": "%d s" % took,
        "giftbox": os.path.relpath(programs.giftbox, ROOT) if programs.giftbox else "absent",
    }
    return dict(facts, **rows_peers.versions())


def main():
    chosen = options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began = time.monotonic()
    programs = set_up(chosen)
    table = Table()
    fill(table, programs, chosen)
    facts = about(programs, time.monotonic() - began)
    text = markdown("Giftbox compared with the plain program", table.rows,
                    ["%s: %s  " % (k, v) for k, v in facts.items()])
    print(text)
    with open(programs.path("results.md"), "w") as f:
        f.write(text)
    write_json(programs.path("results.json"), table.rows, facts)
    for name in glob.glob(programs.path("*.stderr")):
        os.unlink(name)
    log("written: %s and results.json" % programs.path("results.md"))
    return 1 if any(row.bad for row in table.rows) else 0


if __name__ == "__main__":
    sys.exit(main())
