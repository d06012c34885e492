"""Defects of headings: numbers, labels, levels, empty sections, references."""
import re

from .kinds import Mutated, kind, with_line

WHOLE = r"[^.]+|\d+\."   # 1.3 behind 1.1, or 1.1 again, is not read as a heading at all: it may be a quantity
HAN = "〇一二三四五六七八九"


def han(number):
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else HAN[tens] + "十") + (HAN[ones] if ones else "")


def numbered(label, number):
    """The label with another number in it: （二） for （三）."""
    if re.search(r"\d", label):
        return re.sub(r"\d+(?=\D*$)", str(number), label)
    return re.sub(r"[一二三四五六七八九十]+", han(number), label)


def style_of(label):
    return re.sub(r"\d+|[一二三四五六七八九十]+", "1", label)


def relabelled(sample, changes):
    """The lines with other labels: {heading's line: label}. None where a label is not typed as it is read."""
    lines = list(sample.lines)
    for heading, label in changes:
        end = sample.label_at(heading)
        if end is None:
            return None
        lines[heading.line] = lines[heading.line][:end - len(heading.label)] + label + lines[heading.line][end:]
    return lines


def runs(sample, least):
    """Headings beside each other that count from 1, one group a list; not those whose numbers run on in the next group."""
    groups = {id(heading.siblings): heading.siblings for heading in sample.headings()}.values()
    runs_on = {(style_of(group[0].label), group[0].number) for group in groups}
    return [group for group in groups if len(group) >= least and [one.number for one in group] == list(range(1, len(group) + 1))
            and (style_of(group[0].label), len(group) + 1) not in runs_on]


def pick(sample, random, least, styles=None):
    groups = [group for group in runs(sample, least) if styles is None or re.fullmatch(styles, group[0].label)]
    return random.choice(groups) if groups else None


def changed(sample, changes, heading):
    lines = relabelled(sample, changes)
    return lines and Mutated(lines, heading.line)


@kind("number left out", "heading-number-gap")
def gap(sample, random):
    group = pick(sample, random, 2, WHOLE)
    if not group:
        return None
    first, by = random.randrange(1, len(group)), random.randint(1, 2)
    return changed(sample, [(one, numbered(one.label, one.number + by)) for one in group[first:]], group[first])


@kind("number given twice", "heading-number-repeated")
def repeated(sample, random):
    group = pick(sample, random, 3, WHOLE)
    if not group:
        return None
    at = random.randrange(1, len(group))
    return changed(sample, [(group[at], numbered(group[at].label, at))], group[at])


@kind("number far out of order", "heading-number-order")
def out_of_order(sample, random):
    group = pick(sample, random, 4, WHOLE)
    if not group:
        return None
    at = random.randrange(1, len(group) - 1)
    return changed(sample, [(group[at], numbered(group[at].label, len(group) + random.randint(3, 9)))], group[at])


@kind("label of another style", "heading-label-style", also=["heading-label-form"])
def other_style(sample, random):
    group = pick(sample, random, 4, "[一二三四五六七八九十]+、")
    if not group:
        return None
    one = random.choice(group[:-1])   # the last one might as well begin a list under the one before
    return changed(sample, [(one, f"{one.number}、")], one)


def other_form(styles, form):
    def mutate(sample, random):
        group = pick(sample, random, 2, styles)
        if not group:
            return None
        one = random.choice(group)
        return changed(sample, [(one, form(one, random))], one)
    return mutate


kind("label with a mark too many", "heading-label-form")(other_form("（.+）", lambda one, random: one.label + "、"))
kind("label in half-width brackets", "heading-label-form")(
    other_form("（.+）", lambda one, random: one.label.replace("（", "(").replace("）", ")")))
kind("label in full-width digits", "heading-label-form")(
    other_form(r"\d+\.|（\d+）", lambda one, random: one.label.translate({48 + n: 0xFF10 + n for n in range(10)})))
kind("label with a point for its 、", "heading-label-form")(
    other_form("[一二三四五六七八九十]+、", lambda one, random: one.label[:-1] + random.choice(".．，")))


@kind("numbers that go on in a new part", "heading-number-carried-on")
def carried_on(sample, random):
    tops = {}
    for heading in sample.headings():
        if heading.level == 1 and re.fullmatch("[一二三四五六七八九十]+、", heading.label):
            tops.setdefault(heading.part, heading.siblings)
    parts = [part for part in tops if part > 0 and part - 1 in tops]
    if not parts:
        return None
    part = random.choice(parts)
    last = tops[part - 1][-1].number
    return changed(sample, [(one, numbered(one.label, one.number + last)) for one in tops[part]], tops[part][0])


@kind("section without its text", "heading-empty-section")
def emptied(sample, random):
    headings = sorted(sample.headings(), key=lambda heading: heading.line)
    places = []
    for heading, following in zip(headings, headings[1:]):
        beside = [one for one in heading.siblings if one is not heading and one.section["paragraphs"]]
        outline = (sample.notice["parts"][heading.part]["title"] or "").endswith("提纲")   # its titles are to be filled in
        alone = sample.lines[heading.line].strip().endswith(heading.title)
        if heading.title and alone and len(beside) > 1 and not outline and heading.part == following.part and heading.section["paragraphs"] and not heading.section["children"]:
            places.append((heading, following))
    if not places:
        return None
    heading, following = random.choice(places)
    return Mutated(sample.lines[:heading.line + 1] + sample.lines[following.line:], heading.line)


@kind("reference to no section", "cross-reference-missing")
def lost_reference(sample, random):
    kinds = {"letter": "本通知", "document": "本方案"}
    tops = [heading for heading in sample.headings() if heading.level == 1 and re.fullmatch("[一二三四五六七八九十]+、", heading.label)]
    title = sample.metadata["title"] or ""
    names = [(heading.part, "本方案" if heading.part else "本通知") for heading in tops
             if (heading.part == 0 and title.endswith("通知")) or (sample.notice["parts"][heading.part]["title"] or "").endswith("方案")]
    if not names:
        return None
    part, name = random.choice(names)
    last = max(heading.number for heading in tops if heading.part == part)
    begin = min(heading.line for heading in tops if heading.part == part)
    end = max(heading.line for heading in sample.headings() if heading.part == part)
    lines = [i for i in sample.body_lines() if begin < i < end]
    if not lines:
        return None
    at = random.choice(lines)
    return with_line(sample, at, sample.lines[at].rstrip()[:-1] + f"，具体按照{name}第{han(last + random.randint(1, 9))}部分的要求执行。")


@kind("heading without a title", "heading-without-title")
def no_title(sample, random):
    headings = sorted(sample.headings(), key=lambda heading: heading.line)
    # With headings below it: a text below would be read as its title.
    places = [one for one, following in zip(headings, headings[1:]) if 0 < one.at < len(one.siblings) - 1 and one.section["children"] and
              following.level == one.level + 1 and not one.section["paragraphs"] and sample.label_at(one)
              and sample.lines[one.line].strip().endswith(one.title) and one.label[0] not in "0123456789第"]   # 2. alone may be a page number
    if not places:
        return None
    one = random.choice(places)
    return with_line(sample, one.line, sample.lines[one.line][:sample.label_at(one)])


@kind("level left out", "heading-level-skipped")
def skipped(sample, random):
    headings = sample.headings()
    nested = {one.part for one in headings if style_of(one.label) == "（1）" and any(style_of(below["label"]) == "1." for below in one.section["children"])}
    groups = {id(one.siblings): one.siblings for one in headings if one.part in nested and one.level == 2}.values()
    groups = [group for group in groups if re.fullmatch("（[一二三四五六七八九十]+）", group[0].label) and len(group) > 1
              and not any(one.section["children"] for one in group) and group[0].number == 1]
    group = random.choice(groups) if groups else None
    return group and changed(sample, [(one, f"{one.number}.") for one in group], group[0])
