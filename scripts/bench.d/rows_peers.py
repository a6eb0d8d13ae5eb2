"""Common bookkeeping tools on the same events: hledger, ledger and beancount compared with Giftbox."""
import os
import shutil
import subprocess

from measure import Failed, run
from rows_sqlite import size_of
from table import Row, median, number, seconds
from workload import ALL_MONTHS

EXPENSES = "^Expenses:Gifts"
UNCACHED = {"BEANCOUNT_DISABLE_LOAD_CACHE": "1"}


def peers(workload):
    """(work, program, description, command)"""
    journal, beans = workload.file("books.journal"), workload.file("books.beancount")
    month = ("SELECT year, month, account, sum(position) WHERE account ~ '%s' GROUP BY year, month, account"
             " ORDER BY year, month, account" % EXPENSES)
    lines = "SELECT date, payee, narration, account, number, currency, cost(position) AS amount"
    return [
        ("report", "hledger", "bal -M --budget",
         ["hledger", "-f", journal, "bal", "-M", "--budget", "Expenses:Gifts", "-O", "csv", "--layout", "bare"]),
        ("report", "ledger", "reg -M", ["ledger", "-f", journal, "reg", "-M", EXPENSES, "-F",
                                        '%(format_date(date,"%Y-%m")),%(account),%(quantity(amount))\n']),
        ("report", "beancount", "bean-query by month", ["bean-query", "-f", "csv", beans, month]),
        ("export", "hledger", "print -O csv", ["hledger", "-f", journal, "print", "-O", "csv"]),
        ("export", "ledger", "csv", ["ledger", "-f", journal, "csv"]),
        ("export", "beancount", "bean-query of every line", ["bean-query", "-f", "csv", beans, lines]),
        ("verify", "hledger", "check, balanced only", ["hledger", "-f", journal, "check"]),
        ("verify", "ledger", "bal, balanced only", ["ledger", "-f", journal, "bal", "^Assets:Inventory"]),
        ("verify", "beancount", "bean-check, FIFO and counts", ["bean-check", beans]),
    ]


def ours(programs, workload):
    out = programs.path("ours.csv")
    db, _ = workload.gift_db()
    return {"report": lambda: programs.gift(db, "-O", "csv", "report", "month", *ALL_MONTHS, out=out),
            "export": lambda: programs.gift(db, "-O", "csv", "export", "movements", out=out),
            "verify": lambda: programs.gift(db, "verify", out=out)}


def versions():
    found = {}
    for name in ("hledger", "ledger", "bean-check"):
        if shutil.which(name):
            said = subprocess.run([name, "--version"], capture_output=True, text=True)
            found[name] = (said.stdout or said.stderr).splitlines()[0][:60]
    return found


def rows(programs, workload):
    mine, why = {}, ""
    try:
        jobs = ours(programs, workload)
    except Failed as failure:
        jobs, why = {}, str(failure)
    for work, program, what, command in peers(workload):
        row = Row("%s beside %s (%s), %s, CPU" % (work, program, what, size_of(workload)), must=10, higher=True)
        try:
            if not shutil.which(command[0]):
                row.skipped = program + " is not installed"
            else:
                measure(programs, row, jobs.get(work), mine.setdefault(work, []), command, why)
        except Failed as failure:
            row.failed = str(failure)
        yield row


def measure(programs, row, job, mine, command, why):
    theirs = []
    while len(theirs) < (3 if not theirs or theirs[0]["wall"] < 20 else 1):
        if job:
            mine.append(job())
        theirs.append(run(command, out=programs.path("peer.out"), env=UNCACHED, timeout=1800))
    cpu = median([r["cpu"] for r in theirs])
    row.plain, row.figures = seconds(cpu), {"peer": theirs, "giftbox": mine}
    if not job:
        raise Failed(why)
    own = median([r["cpu"] for r in mine])
    row.giftbox, row.value = seconds(own), cpu / own
    row.shown = number(row.value, "x") + " faster"
