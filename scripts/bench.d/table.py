"""The rows of the result, their verdicts, and their output."""
import json
import statistics
from dataclasses import asdict, dataclass, field
from typing import Optional

median = statistics.median


@dataclass
class Row:
    """One line of the table. `value` is compared with `must` and `aim`; lower is better unless `higher`."""
    work: str
    giftbox: str = ""
    plain: str = ""
    value: Optional[float] = None
    shown: str = ""
    must: Optional[float] = None
    aim: Optional[float] = None
    unit: str = "x"
    higher: bool = False
    agrees: Optional[bool] = None
    skipped: str = ""
    failed: str = ""
    figures: dict = field(default_factory=dict)

    def reaches(self, limit):
        return self.value >= limit if self.higher else self.value <= limit

    @property
    def verdict(self):
        if self.skipped:
            return "skipped: " + self.skipped
        if self.failed:
            return "FAILED: " + self.failed
        if self.agrees is not None:
            return "agrees" if self.agrees else "DIFFERS"
        if self.must is None:
            return ""
        if not self.reaches(self.must):
            return "MISSED"
        return "goal" if self.aim is not None and self.reaches(self.aim) else "limit"

    @property
    def bad(self):
        return self.verdict.startswith(("FAILED", "DIFFERS", "MISSED"))


def number(value, unit):
    if value is None:
        return ""
    text = "%.0f" % value if value >= 100 else "%.1f" % value if value >= 10 else "%.2f" % value
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text + (" x" if unit == "x" else " " + unit if unit else "")


def seconds(value):
    return "%.2f s" % value if value >= 1 else "%.1f ms" % (value * 1e3) if value >= 0.01 else "%.3f ms" % (value * 1e3)


def cells(row):
    sign = "at least " if row.higher else ""
    limits = [sign + number(v, row.unit) if v is not None else "" for v in (row.must, row.aim)]
    return [row.work, row.giftbox, row.plain, row.shown or number(row.value, row.unit), *limits, row.verdict]


def markdown(title, rows, about):
    head = ["work", "Giftbox", "compared with", "measured", "limit", "goal", "verdict"]
    table = [head] + [[c.replace("|", "\\|").replace("\n", " ") for c in cells(r)] for r in rows]
    wide = [max(len(r[i]) for r in table) for i in range(len(head))]
    lines = ["| " + " | ".join(c.ljust(w) for c, w in zip(r, wide)) + " |" for r in table]
    lines.insert(1, "| " + " | ".join("-" * w for w in wide) + " |")
    return "\n".join(["# " + title, "", *lines, "", *about, ""])


def write_json(path, rows, about):
    with open(path, "w") as f:
        json.dump({"about": about, "rows": [dict(asdict(r), verdict=r.verdict) for r in rows]}, f, indent=1)
        f.write("\n")
