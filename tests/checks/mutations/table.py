"""Defects of task tables, and of the units and deadlines in them. Cells are changed where they stand, between tabs or bars: other layouts
show no empty cells. An empty cell of leads is a merged one in a text, so that word.py has the row without a lead."""
import re

from .kinds import Mutated, kind, with_span


def columns(sample, task):
    """The fields of the columns of the table that a record stands in."""
    number = task["evidence"]["task"]["cell"]["table"] if task["evidence"]["task"] and task["evidence"]["task"].get("cell") else None
    table = next((t for t in sample.notice["tables"] if t["id"] == f"table{number}"), None)
    return [column["field"] for column in table["columns"]] if table else []


def cell_of(sample, task, field):
    """(begin, end) of a cell in a line of cells between tabs or bars, or None."""
    evidence = task["evidence"][field]
    span = (evidence[0] if evidence else None) if isinstance(evidence, list) else evidence
    if not span or "cell" not in span:
        return None
    text, begin = sample.text(), span["begin"]
    line_begin, line_end = text.rfind("\n", 0, begin) + 1, text.find("\n", begin)
    line_end = len(text) if line_end < 0 else line_end
    mark = next((mark for mark in "\t|" if mark in text[line_begin:line_end]), None)
    if mark is None:
        return None
    left, right = text.rfind(mark, line_begin, begin) + 1, text.find(mark, begin, line_end)
    return (left or line_begin, line_end if right < 0 else right)


def own_cell(sample, task, field):
    """The same, of a cell that no other record shares: one that stands in the record's own line."""
    cell, own = cell_of(sample, task, field), cell_of(sample, task, "task")
    same = cell and own and sample.line_of(cell[0]) == sample.line_of(own[0])
    return cell if same else None


def pick(sample, random, field, suits=lambda task: True):
    places = [(task, cell) for task in sample.rows() if suits(task) and (cell := own_cell(sample, task, field))]
    return random.choice(places) if places else (None, None)


def kept(sample, cell, words):
    """A cell's new words with the spaces that stood around it."""
    old = sample.text()[cell[0]:cell[1]]
    return old[:len(old) - len(old.lstrip(" "))] + words + (" " if old.endswith(" ") else "")


def filled(sample, field, random, words, suits=lambda task: True):
    task, cell = pick(sample, random, field, suits)
    return task and with_span(sample, *cell, kept(sample, cell, words(task) if callable(words) else words))


def stands_alone(sample, task):
    """Whether an empty cell of this row cannot be part of a merged one: the row has a number of its own, where rows are numbered."""
    if "number" not in columns(sample, task):
        return True
    span = task["evidence"]["number"]
    return bool(span) and sample.line_of(span["begin"]) == sample.line_of(task["evidence"]["task"]["begin"])


def has(sample, task, *fields):
    return len(sample.rows()) > 5 and all(field in columns(sample, task) for field in fields)


@kind("row without responsible units", "responsible-missing")
def no_responsible(sample, random):
    return filled(sample, "responsible_units", random, "", lambda task: task["lead_units"] and stands_alone(sample, task) and
                  has(sample, task, "lead_units", "responsible_units"))


@kind("row without a deadline", "table-row-without-deadline")
def no_deadline(sample, random):
    return filled(sample, "deadline", random, "", lambda task: is_in_column(task) and stands_alone(sample, task) and has(sample, task, "deadline"))


@kind("row without a task", "table-row-without-task")
def no_task(sample, random):
    # Behind a group of its own the group is the task.
    return filled(sample, "task", random, "", lambda task: stands_alone(sample, task) and "path" not in columns(sample, task) and
                  "number" in columns(sample, task))


def is_in_column(task):
    return bool(task["deadline"]) and task["deadline"]["from"] == "column"


@kind("deadline on a day that does not exist", "deadline-impossible-date")
def impossible(sample, random):
    return filled(sample, "deadline", random, random.choice(["2月30日前", "4月31日前", "11月31日前", "6月31日前完成"]), is_in_column)


@kind("deadline that says nothing", "deadline-not-understood")
def unclear(sample, random):
    return filled(sample, "deadline", random, random.choice(["另见说明", "待议", "同前款", "由牵头方掌握"]), is_in_column)


@kind("deadline before the notice", "deadline-before-notice")
def passed(sample, random):
    year = int(sample.metadata["issued_on"][:4])
    return filled(sample, "deadline", random, f"{year - random.randint(1, 2)}年{random.randint(1, 12)}月底前", is_in_column)


# Where the first unit leads, it leads and is named again.
@kind("unit named twice", ["unit-repeated", "unit-in-two-roles"])
def unit_twice(sample, random):
    field = random.choice(["responsible_units", "lead_units"])
    task, cell = pick(sample, random, field, lambda task: task[field])
    return task and with_span(sample, cell[0], cell[1], kept(sample, cell, sample.text()[cell[0]:cell[1]].strip(" ") + "、" + task[field][0]))


@kind("lead among the responsible units", "unit-in-two-roles")
def two_roles(sample, random):
    task, cell = pick(sample, random, "responsible_units", lambda task: task["lead_units"] and task["responsible_units"])
    return task and with_span(sample, cell[0], cell[1], kept(sample, cell, sample.text()[cell[0]:cell[1]].strip(" ") + "、" + task["lead_units"][0]))


def numbered(sample, random):
    """The records with a number of their own, and the place of one that follows another without a new group between them."""
    rows = [task for task in sample.rows() if re.fullmatch(r"\d+", task["number"] or "") and own_cell(sample, task, "number")]
    places = [at for at in range(1, len(rows)) if rows[at]["path"] == rows[at - 1]["path"] and
              sample.line_of(rows[at]["evidence"]["number"]["begin"]) == sample.line_of(rows[at - 1]["evidence"]["number"]["begin"]) + 1]
    return (random.choice(places), rows) if places else (None, rows)


def renumbered(sample, rows, by):
    text, shift, line = sample.text(), 0, None
    for task in sorted(rows, key=lambda task: task["evidence"]["number"]["begin"]):
        span = task["evidence"]["number"]
        words = str(int(task["number"]) + by)
        line = text.count("\n", 0, span["begin"] + shift) if line is None else line
        text = text[:span["begin"] + shift] + words + text[span["end"] + shift:]
        shift += len(words) - (span["end"] - span["begin"])
    return Mutated(text.split("\n"), line)


@kind("serial number left out", "table-serial-gap")
def serial_gap(sample, random):
    at, rows = numbered(sample, random)
    return at and renumbered(sample, rows[at:], random.randint(1, 3))


@kind("serial number given twice", "table-serial-repeated", also=["table-serial-gap"])
def serial_repeated(sample, random):
    at, rows = numbered(sample, random)
    return at and renumbered(sample, rows[at:at + 1] if random.random() < 0.5 else rows[at:], -1)


def whole_rows(sample):
    """The lines of records whose cells all stand in one line, none of them empty."""
    found = []
    for task in sample.rows():
        cell = own_cell(sample, task, "task")
        at = sample.line_of(cell[0]) if cell else None
        cells = sample.lines[at].split("\t") if at is not None else []
        if len(cells) == len(columns(sample, task)) and all(words.strip() for words in cells):
            found.append(at)
    return found


@kind("row given twice", "table-task-repeated", also=["table-serial-repeated"])
def row_twice(sample, random):
    rows = whole_rows(sample)
    at = random.choice(rows) if rows else None
    return at and Mutated(sample.lines[:at + 1] + sample.lines[at:], at + 1)


# What it is that the row lacks is said where it can be told.
@kind("row short of cells", ["table-row-short", "table-row-without-deadline", "responsible-missing"])
def short_row(sample, random):
    rows = whole_rows(sample)
    task = sample.rows()[0] if rows else None   # a remark or a unit that supports may be wanting
    at = random.choice(rows) if task and columns(sample, task)[-1] in ("deadline", "responsible_units") else None
    return at and Mutated(sample.lines[:at] + [sample.lines[at].rpartition("\t")[0]] + sample.lines[at + 1:], at)


SHORT = {"发展和改革委员会": "发改委", "发展改革委": "发改委", "发展改革局": "发改局", "住房和城乡建设局": "住建局", "住房城乡建设局": "住建局",
         "人力资源和社会保障局": "人社局", "人力资源社会保障局": "人社局", "市场监督管理局": "市场监管局", "卫生健康局": "卫健局"}


@kind("unit in another writing", "unit-written-two-ways")
def two_ways(sample, random):
    uses = [(name, span) for task in sample.rows() for field in ("lead_units", "responsible_units", "supporting_units")
            for name, span in zip(task[field], task["evidence"][field])]
    places = []
    for name, span in uses:
        ending = next((long for long in SHORT if name.endswith(long)), None)
        same = [other["begin"] for again, other in uses if again == name]
        # Of two writings that stand once each, the later is pointed at.
        if ending and len(same) > 1 and span["begin"] == max(same) and sample.text()[span["begin"]:span["end"]] == name:
            places.append((span, name[:-len(ending)] + SHORT[ending]))
    if not places:
        return None
    span, short = random.choice(places)
    return with_span(sample, span["begin"], span["end"], short)


@kind("row without units", "table-row-without-units")
def no_units(sample, random):
    # Of a row that was broken over two lines nobody knows which cell is empty.
    return filled(sample, "responsible_units", random, "", lambda task: stands_alone(sample, task) and has(sample, task, "responsible_units") and
                  (cell := own_cell(sample, task, "task")) and sample.line_of(cell[0]) in whole_rows(sample) and not set(columns(sample, task)) & {"lead_units", "supporting_units"})


@kind("deadline of another year that is not said", "deadline-year-unstated")
def year_unstated(sample, random):
    month = int(sample.metadata["issued_on"][5:7])
    return filled(sample, "deadline", random, f"{random.randint(1, month - 7)}月底前", is_in_column) if month > 7 else None


FORMS = "进度|统计|情况|进展"   # 进度安排表: a form to be filled in may be empty


def task_table(sample):
    """The first and the last line of the only task table, if nothing but white space stands between the last record and its end."""
    tables = [table for table in sample.notice["tables"] if table["role"] == "tasks"]
    if len(tables) != 1:
        return None
    return sample.line_of(tables[0]["span"]["begin"]), sample.line_of(tables[0]["span"]["end"] - 1)


@kind("announced table absent", "table-not-found")
def no_table(sample, random):
    place = task_table(sample)
    part = next((part for part in reversed(sample.notice["parts"]) if re.search("分工表|分解表|任务表", part["title"] or "")), None)
    title = part and sample.find_whole(part["title"], next(i for i in range(len(sample.lines)) if part["kind"] != "letter"))
    while title and (again := sample.find_whole(part["title"], title.stop)):
        title = again
    if not place or not title or title.stop > place[0] or re.search(FORMS, part["title"]):
        return None
    rest = random.choice([[], [""], ["（单位：个）"]])
    if part["kind"] == "document" and not any(line.strip() for line in rest + sample.lines[place[1] + 1:]):
        return None   # a title that is the end of the file begins no part: on a web page it is a link
    return Mutated(sample.lines[:place[0]] + rest + sample.lines[place[1] + 1:], title.start)


REQUIRED = {".gongwen.toml": 'required_columns = ["deadline"]\n'}


@kind("required column taken out", "table-column-missing", files=lambda clean: REQUIRED)
def no_column(sample, random):
    place = task_table(sample)
    rows = sample.rows()
    if not place or not rows or columns(sample, rows[0])[-1] != "deadline" or any(not is_in_column(task) for task in rows):
        return None
    count = len(columns(sample, rows[0])) - 1
    lines = sample.lines[place[0]:place[1] + 1]
    if any(line.count("\t") != count for line in lines):
        return None
    return Mutated(sample.lines[:place[0]] + [line.rpartition("\t")[0] for line in lines] + sample.lines[place[1] + 1:], place[0])


def known_units(clean):
    units = {unit for one in clean for task in one.notice["tasks"] for role in ("lead_units", "responsible_units", "supporting_units") for unit in task[role]}
    return {".gongwen.toml": 'known_units = "units.txt"\n', "units.txt": "\n".join(sorted(units)) + "\n"}


@kind("unit that is not on the list", "unit-unknown", files=known_units)
def unknown_unit(sample, random):
    task, cell = pick(sample, random, "responsible_units", lambda task: task["responsible_units"])
    other = random.choice(["县档案馆", "市地震局", "白石镇人民政府", "省粮食和储备局"])
    return task and with_span(sample, cell[0], cell[1], kept(sample, cell, sample.text()[cell[0]:cell[1]].strip(" ") + "、" + other))
