"""The rows measured on SQLite, Giftbox compared with the plain program, runs in turn (A B A B)."""
import csv
import glob
import json
import os
import re
import shutil
import subprocess

from measure import Failed, run
from table import Row, median, number, seconds
from workload import ALL_MONTHS, FIRST_MONTH, LAST_DAY, LAST_MONTH, LAST_YEAR, STORE, copy, remove


def in_turn(runs, *jobs):
    """Runs the jobs in turn, `runs` times; returns the results of each."""
    results = [[] for _ in jobs]
    for _ in range(runs):
        for job, kept in zip(jobs, results):
            kept.append(job())
    return results


def runs_for(first_wall):
    return 5 if first_wall < 5 else 3 if first_wall < 60 else 1


def medians(results, key):
    return median([r[key] for r in results])


def size_of(workload):
    return "{:,} boxes".format(int(workload.name[1:]))


# ---- import

def import_boxes(programs, real):
    """The whole year's boxes, one transaction, CPU; the plain program's share for the boxes, including its commit and
    close."""
    stocked, _ = real.stocked_db()
    db, plain_db = programs.path("import.db"), programs.path("import-plain.db")
    items, _, receipts, boxes = real.imports()

    def ours():
        copy(stocked, db)
        return programs.gift(db, "import", "boxes", boxes)

    a, b = in_turn(3, ours, lambda: programs.plain_run("load", plain_db, items, receipts, boxes))
    mine, plain = medians(a, "cpu"), medians(b, "cpu_boxes")
    remove(db)
    remove(plain_db)
    yield Row("import of the whole year's boxes, one transaction, CPU", seconds(mine), seconds(plain), mine / plain,
              must=4, aim=2, figures={"giftbox": a, "plain": b})


# ---- packing

def stock_file(programs, workload, units):
    """Writes a file of receipts, `units` of every item, to import; returns its path."""
    path = programs.path("stock.csv")
    with open(workload.file("items.csv"), newline="") as f, open(path, "w", newline="") as g:
        rows = csv.writer(g)
        rows.writerow(["received_on", "sku", "units", "total_cost", "reference"])
        for n, item in enumerate(csv.DictReader(f)):
            rows.writerow([LAST_DAY, item["sku"], units, "%d.01" % (units * 5), "STOCK-%d" % n])
    return path


def pack_arguments(programs, workload, db):
    return [programs.pack_bench, "--db", db, "--store", STORE, "--items", workload.file("items.csv"),
            "--recipients", workload.file("recipients.csv"), "--on", LAST_DAY]


def pack_run(programs, workload, db, *more):
    out = programs.path("pack.out")
    run([*pack_arguments(programs, workload, db), *map(str, more)], out=out)
    with open(out) as f:
        return json.load(f)


def packing(programs, workloads, boxes, runs):
    """One durable box of 5 lines and packaging, with short and with long history; all in turn."""
    if not programs.pack_bench:
        raise Failed("pack_bench is not built")
    jobs, ours, plains = [], [], []
    for w in workloads:
        ours.append(copy(w.gift_db()[0], programs.path(w.name + "-pack.db")))
        plains.append(copy(w.plain_db()[0], programs.path(w.name + "-pack-plain.db")))
        programs.gift(ours[-1], "import", "receipts", stock_file(programs, w, 3 * boxes * (runs + 1) + 100))
        jobs.append(lambda w=w, db=ours[-1]: pack_run(programs, w, db, "--boxes", boxes, "--seed", os.getpid()))
        jobs.append(lambda db=plains[-1]: programs.plain_run("durable", db, boxes))
    results = in_turn(runs, *jobs)
    walls = []
    for i, w in enumerate(workloads):
        a, b = results[2 * i], results[2 * i + 1]
        mine, plain = medians(a, "wall_ms"), medians(b, "wall_ms")
        walls.append(mine)
        cpu = medians(a, "cpu_ms") / medians(b, "cpu_ms")
        yield Row("packing one box, durable, %s of history, time" % size_of(w),
                  "%.3f ms (CPU %.3f)" % (mine, medians(a, "cpu_ms")),
                  "%.3f ms (CPU %.3f)" % (plain, medians(b, "cpu_ms")),
                  mine / plain, must=2, aim=1.25, figures={"giftbox": a, "plain": b},
                  shown="%s (CPU %s)" % (number(mine / plain, "x"), number(cpu, "x")))
    if len(workloads) > 1:
        yield Row("the same, longest history compared with shortest", "%.3f ms" % walls[-1], "%.3f ms" % walls[0],
                  walls[-1] / walls[0], must=1.2, aim=1.05)
    yield syncs(programs, workloads[0], ours[0], plains[0])
    for db in ours + plains:
        remove(db)


def syncs(programs, workload, db, plain_db):
    """Calls of fdatasync and fsync per box. A checkpoint of the log, every 1,000 pages, adds a few to either."""
    row = Row("the same, syncs per box", must=1.1, aim=1.05, unit="")
    if not shutil.which("strace"):
        row.skipped = "strace is not installed"
        return row

    said = programs.path("strace.txt")

    def count(command, boxes):
        done = subprocess.run(["strace", "-f", "-c", "-o", said, "-e", "trace=fdatasync,fsync", *command],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            raise Failed("strace: " + done.stderr.strip())
        with open(said) as f:
            calls = re.findall(r"(?m)^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s.*f(?:data)?sync$", f.read())
            return sum(int(n) for n in calls) / boxes

    try:
        row.value = count([*pack_arguments(programs, workload, db), "--boxes", "300"], 300)
        plain = count([programs.plain, "durable", plain_db, "300"], 300)
        row.giftbox, row.plain = number(row.value, ""), number(plain, "")
        if row.value < 1:
            row.failed = "boxes were reported packed before they were on disk"
    except Failed as why:
        row.failed = str(why)
    return row


# ---- reading

def report(programs, workloads):
    """The monthly report of the last twelve months, the whole process, at every size in turn."""
    def job(db):
        return lambda: programs.gift(db, "-O", "csv", "report", "month", *LAST_YEAR, out=programs.path("report.csv"))

    results = in_turn(21, *[job(w.gift_db()[0]) for w in workloads])
    cpus = [medians(r, "cpu") * 1e3 for r in results]
    for w, r, cpu in zip(workloads, results, cpus):
        yield Row("monthly report over 12 months, whole process, %s, CPU" % size_of(w), "%.1f ms" % cpu, value=cpu,
                  must=30, aim=15, unit="ms", figures={"giftbox": r})
    if len(workloads) > 1:
        noise = max(1.0, *[quartile_range([x["cpu"] * 1e3 for x in r]) for r in (results[0], results[-1])])
        yield Row("the same, longest history compared with shortest", "%.1f ms" % cpus[-1], "%.1f ms" % cpus[0],
                  abs(cpus[-1] - cpus[0]), must=noise, unit="ms",
                  shown="%+.1f ms, noise %.1f ms" % (cpus[-1] - cpus[0], noise))


def quartile_range(values):
    values = sorted(values)
    return values[len(values) * 3 // 4] - values[len(values) // 4]


def export(programs, workloads):
    """Every movement as CSV, CPU of the whole process; memory with few and with many rows."""
    memory = []
    for w in workloads:
        out, plain_out = programs.path("movements.csv"), programs.path("movements-plain.csv")
        db, plain_db = w.gift_db()[0], w.plain_db()[0]

        def ours():
            return programs.gift(db, "-O", "csv", "-o", out, "export", "movements")

        first = ours()
        a, b = in_turn(runs_for(first["wall"]), ours, lambda: programs.plain_run("export", plain_db, plain_out))
        rows = lines_of(out) - 1
        mine, plain = medians(a, "cpu"), median([x["process"]["cpu"] for x in b])
        memory.append((rows, max(x["rss_mib"] for x in a)))
        last = w is workloads[-1]
        note = "" if rows == b[0]["rows"] else " (%+d rows)" % (rows - b[0]["rows"])
        yield Row("movement export, {:,} rows, CPU".format(rows) + note, seconds(mine), seconds(plain), mine / plain,
                  must=3.5 if last else None, aim=1.5 if last else None, figures={"giftbox": a, "plain": b})
        os.unlink(out)
        os.unlink(plain_out)
    if len(memory) > 1:
        (few, small), (many, large) = memory[0], memory[-1]
        yield Row("the same, memory added by {:,} more rows".format(many - few), "%.0f MiB" % large, "%.0f MiB" % small,
                  large - small, must=16, aim=8, unit="MiB")


def lines_of(path):
    with open(path, "rb") as f:
        return sum(block.count(b"\n") for block in iter(lambda: f.read(1 << 20), b""))


def verify(programs, workloads):
    """The books recomputed, CPU of the whole process, compared with the plain program's replay."""
    for w in workloads:
        db, plain_db = w.gift_db()[0], w.plain_db()[0]
        first = programs.gift(db, "verify", timeout=3600)
        a, b = in_turn(runs_for(first["wall"]), lambda: programs.gift(db, "verify", timeout=3600),
                       lambda: programs.plain_run("verify", plain_db))
        mine, plain = medians(a, "cpu"), median([x["process"]["cpu"] for x in b])
        last = w is workloads[-1]
        yield Row("verify, %s, CPU" % size_of(w), seconds(mine), seconds(plain), mine / plain, must=4 if last else None,
                  aim=1.5 if last else None, figures={"giftbox": a, "plain": b})


# ---- memory and start-up

def memory(programs, workload):
    """The peak of every command at the largest size, including the imports that made the database."""
    db, made = workload.gift_db()
    peaks = {"import " + name: figures["rss_mib"] for name, figures in made.items()}
    away, box = programs.path("memory.out"), "1"
    commands = [
        ["import", "boxes", workload.file("boxes.csv"), "--dry-run"], ["import", "boxes", workload.file("boxes.csv")],
        ["stock"], ["stock", "--as-of", "2025-06-30"], ["stock", "--low"], ["restock"], ["item", "list"],
        ["recipient", "list"], ["box", "show", box], ["box", "list"], ["-O", "csv", "box", "list"],
        ["-O", "json", "box", "list", "--month", LAST_MONTH], ["budget", "show"], ["report", "month", *ALL_MONTHS],
        ["-O", "csv", "export", "movements"], ["-O", "csv", "export", "boxes"], ["-O", "csv", "export", "stock"],
        ["verify"], ["backup", programs.path("memory.backup")],
    ]
    changing = [["box", "pack", "--for", "R000001", "--item", "ITM00001:1", "--on", LAST_DAY],
                ["receive", "ITM00001", "5", "--cost", "10.00", "--on", LAST_DAY], ["close", FIRST_MONTH]]
    failed = {}
    target = db
    for command in commands + changing:
        if command is changing[0]:
            target = copy(db, programs.path("memory.db"))
        remove(programs.path("memory.backup"))
        name = " ".join(os.path.basename(c) for c in command)
        try:
            peaks[name] = programs.gift(target, *command, out=away, timeout=3600)["rss_mib"]
        except Failed as why:
            failed[name] = str(why)
    for path in [programs.path("memory.db")] + glob.glob(programs.path("memory.backup*")) + glob.glob(away + "*"):
        remove(path)
    most = max(peaks, key=peaks.get)
    yield Row("peak memory of any command, %s" % size_of(workload), "%.0f MiB (%s)" % (peaks[most], most),
              value=peaks[most], must=128, aim=64, unit="MiB", figures={"peaks": peaks, "failed": failed})
    if failed:
        yield Row("commands that failed while their memory was measured", failed="; ".join(failed), figures=failed)


def start_up(programs):
    """The cost of a command before it does anything."""
    db = programs.path("empty.db")
    remove(db)
    programs.gift(db, "init", "--store", STORE, "--name", "Benchmark", "--currency", "USD")
    version, stock = in_turn(31, lambda: run([programs.giftbox, "--version"]), lambda: programs.gift(db, "stock"))
    for name, results, must, aim in (("--version", version, 15, 5), ("stock, an empty store", stock, 40, 10)):
        cpu = medians(results, "cpu") * 1e3
        yield Row("start-up: giftbox %s, CPU" % name, "%.1f ms" % cpu, value=cpu, must=must, aim=aim, unit="ms",
                  figures={"giftbox": results})
    remove(db)
