"""Defects between the body and a table that says the same. No sample says all twice: the table is made from the annotations of one that
has none, and hung on as its attachment."""
import re

from .kinds import Mutated, kind

HEADER = ["序号", "工作任务", "牵头单位", "责任单位", "完成时限"]
OTHERS = ["县档案馆", "市地震局", "省粮食和储备局"]


def rows_of(sample):
    """A row for each annotation: task, leads, responsible units, deadline."""
    found = []
    for task in sample.notice["tasks"]:
        units = [task["lead_units"], task["responsible_units"]]
        deadline = task["deadline"]
        found.append([task["task"].replace("\n", ""), "、".join(units[0]) or "/", "、".join(units[1]) or "/",
                      deadline["text"] if deadline and deadline["date"] and not deadline["recurrence"] else "/"])
    return found


def pair(sample, random):
    """The rows of a sample that can be said twice, or None."""
    if any(task["origin"] != "annotation" for task in sample.notice["tasks"]) or len(sample.notice["tasks"]) < 5 or sample.is_web_page():
        return None
    if sample.metadata["attachments"] or sample.signature_line() is None or len(sample.notice["parts"]) > 1:
        return None
    return rows_of(sample)


def with_table(sample, rows, at):
    """The sample with the table as its attachment; pointed at row `at` of it, or at line -at of the body."""
    signature = sample.signature_line()
    while signature > 0 and sample.lines[signature - 1].strip() and not sample.lines[signature - 1].endswith("。"):
        signature -= 1
    end = len(sample.lines)
    lines = sample.lines[:signature] + ["附件：重点任务分工表", ""] + sample.lines[signature:end] + ["", "附件", "", "重点任务分工表", ""]
    first = len(lines) + 1
    lines += ["\t".join(HEADER)] + ["\t".join([str(i + 1)] + row) for i, row in enumerate(rows)] + [""]
    return Mutated(lines, first + at if at >= 0 else -at)


def changed(field, words):
    def mutate(sample, random):
        rows = pair(sample, random)
        places = [i for i, row in enumerate(rows) if row[field] != "/"] if rows else None
        if not places:
            return None
        at = random.choice(places)
        rows[at] = rows[at][:field] + [words(rows[at][field], random)] + rows[at][field + 1:]
        return with_table(sample, rows, at)
    return mutate


def later(deadline, random):
    return f"{random.randint(2031, 2039)}年{random.randint(1, 12)}月底前"


kind("table led by another unit", "body-lead-differs")(changed(1, lambda units, random: random.choice(OTHERS)))
kind("table with another deadline", "body-deadline-differs")(changed(3, later))


@kind("row that the body does not have", "body-task-missing")
def row_too_many(sample, random):
    rows = pair(sample, random)
    if not rows:
        return None
    at = random.randint(0, len(rows))
    task = random.choice(["编印档案工作手册500册。", "完成农贸市场地面修缮3处。", "举办全民健身运动会一届。"])
    return with_table(sample, rows[:at] + [[task, random.choice(OTHERS), "/", "/"]] + rows[at:], at)


@kind("task that the table does not have", "table-task-missing")
def row_too_few(sample, random):
    rows = pair(sample, random)
    if not rows:
        return None
    at = random.randrange(len(rows))
    return with_table(sample, rows[:at] + rows[at + 1:], -sample.line_of(sample.notice["tasks"][at]["evidence"]["task"]["begin"]))
