"""Defects of front and back matter: the document number, the date, addressees, title, attachments, signature."""
import re

from .kinds import Mutated, kind, replaced, with_line, without
from .sample import squeezed


def number_parts(sample):
    """The line of the document number, and its 〔year〕 and serial as they stand there."""
    at = sample.number_line()
    found = re.search(r"〔(\d{4})〕(\d+)号", sample.lines[at]) if at is not None else None
    return (at, found.group(1), found.group(2)) if found else (None, None, None)


def bracketed(*pairs):
    def mutate(sample, random):
        at, year, _ = number_parts(sample)
        left, right = random.choice(pairs)
        return at is not None and replaced(sample, at, f"〔{year}〕", f"{left}{year}{right}") or None
    return mutate


kind("number in square brackets", "document-number-brackets")(bracketed("[]", "［］"))
kind("number in round brackets", "document-number-brackets")(bracketed("()", "（）"))
kind("number in thick brackets", "document-number-brackets")(bracketed("【】"))


@kind("第 in the number", "document-number-ordinal")
def add_ordinal(sample, random):
    at, _, serial = number_parts(sample)
    return at is not None and replaced(sample, at, f"〕{serial}号", f"〕第{serial}号") or None


@kind("leading zero in the number", "document-number-leading-zero")
def add_zero(sample, random):
    at, _, serial = number_parts(sample)
    return at is not None and replaced(sample, at, f"〕{serial}号", f"〕{'0' * random.randint(1, 2)}{serial}号") or None


@kind("number of another year", "document-number-year")
def other_year(sample, random):
    at, year, _ = number_parts(sample)
    return at is not None and replaced(sample, at, f"〔{year}〕", f"〔{int(year) + random.choice([-3, -2, -1, 1, 2])}〕") or None


@kind("number missing", "document-number-missing")
def no_number(sample, random):
    at, year, serial = number_parts(sample)
    title = sample.title_lines()
    if at is None or title is None or not sample.metadata["addressees"] or sample.is_web_page():
        return None   # of a saved page the number may stand in a table that was not saved
    rest = re.sub(r"\S*〔\d{4}〕\d+号", "", sample.lines[at])
    return with_line(sample, at, rest, title.start) if rest.strip() else without(sample, at, at + 1, title.start)


def dated(forms):
    def mutate(sample, random):
        at = sample.date_line()
        if at is None:
            return None
        year, month, day = (int(part) for part in sample.metadata["issued_on"].split("-"))
        text = random.choice(forms)(year, month, day)
        return None if text is None or text == squeezed(sample.lines[at]) else with_line(sample, at, text)
    return mutate


def han(number):
    digits = "〇一二三四五六七八九"
    if number >= 1000:
        return "".join(digits[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")


kind("date with points or dashes", "date-form")(dated([
    lambda y, m, d: f"{y}.{m}.{d}", lambda y, m, d: f"{y}-{m:02}-{d:02}", lambda y, m, d: f"{y}/{m}/{d}"]))
kind("date in Chinese numerals", "date-form")(dated([lambda y, m, d: f"{han(y)}年{han(m)}月{han(d)}日"]))
kind("date with leading zeros", "date-form")(dated([
    lambda y, m, d: f"{y}年{m:02}月{d:02}日" if m < 10 or d < 10 else None]))
kind("date not in full", "date-form")(dated([
    lambda y, m, d: f"{y % 100:02}年{m}月{d}日", lambda y, m, d: f"{y}年{m}月", lambda y, m, d: f"{y}年　月　日"]))
kind("date that does not exist", "date-impossible")(dated([
    lambda y, m, d: f"{y}年2月30日", lambda y, m, d: f"{y}年{m}月32日", lambda y, m, d: f"{y}年13月{d}日"]))


@kind("date missing", "date-missing")
def no_date(sample, random):
    at, signature = sample.date_line(), sample.signature_line()
    return None if at is None or signature is None else without(sample, at, at + 1, signature)


@kind("addressees without their colon", "addressee-colon")
def no_colon(sample, random):
    title = sample.title_lines()
    for at in range(title.stop, min(title.stop + 8, len(sample.lines))) if title else ():
        if sample.lines[at].endswith("："):
            return with_line(sample, at, sample.lines[at][:-1] + random.choice(["", "", "，", "；"]))
    return None


@kind("title with a final stop", "title-final-stop")
def final_stop(sample, random):
    title = sample.title_lines()
    return title and with_line(sample, title.stop - 1, sample.lines[title.stop - 1].rstrip() + random.choice("。。，；"))


@kind("title without its type", "title-without-type")
def no_type(sample, random):
    title = sample.title_lines()
    last = title and sample.lines[title.stop - 1].rstrip()
    for ending in ("的实施意见", "的通知"):
        if title and last.endswith(ending) and len(last) > len(ending):
            matter = next((i for i in title if "关于" in sample.lines[i]), None)
            matter = matter if matter is not None else next(i for i in title if "印发" in sample.lines[i])
            return with_line(sample, title.stop - 1, last[:-len(ending)], matter)
    return None


def attachment_heads(sample):
    """Where each attachment begins (附件, 附件1), its title's lines, and its announced entry."""
    found = []
    for entry in sample.metadata["attachments"]:
        announced = sample.find(entry["title"])
        title = announced is not None and sample.find_whole(entry["title"], announced + 1)
        if not title:
            continue
        mark = next((i for i in range(title.start - 1, announced, -1) if sample.lines[i].strip()), None)
        if mark is not None and re.fullmatch(r"附件\d*", squeezed(sample.lines[mark])):
            found.append((mark, title, announced))
    return found


@kind("announced attachment absent", "attachment-missing", also=["table-not-found", "cross-reference-missing"])
def no_attachment(sample, random):
    heads = attachment_heads(sample)
    if not heads:
        return None
    mark, _, announced = heads[-1]   # the last: all below it goes
    return without(sample, mark, len(sample.lines), announced)


@kind("attachment not announced", "attachment-not-announced")
def not_announced(sample, random):
    heads = attachment_heads(sample)
    if len(heads) != 1 or len(sample.metadata["attachments"]) != 1:
        return None
    mark, title, announced = heads[0]
    rest = sample.lines[:announced] + sample.lines[announced + 1:mark]
    if any(word in line for line in rest for word in ("附件", "附表")):
        return None
    return without(sample, announced, announced + 1, title.start)


@kind("attachment under another title", "attachment-title-differs")
def renamed(sample, random):
    heads = attachment_heads(sample)
    if not heads:
        return None
    _, title, announced = random.choice(heads)
    line = sample.lines[title.start]
    word = random.choice(["重点", "全市", "有关", "2018年"])
    place = random.randint(0, 2)
    if random.random() < 0.5:
        return with_line(sample, title.start, line[:place] + word + line[place:])
    entry = next(e["title"] for e in sample.metadata["attachments"] if squeezed(e["title"]) in squeezed(sample.lines[announced]))
    at = sample.lines[announced].index(entry[:2])
    return with_line(sample, announced, sample.lines[announced][:at + place] + word + sample.lines[announced][at + place:], title.start)


@kind("signed by another office", "signature-differs")
def other_office(sample, random):
    at = sample.signature_line()
    title = sample.metadata["title"] or ""
    office = title.split("关于")[0].split("印发")[0]
    if at is None or len(office) < 4:
        return None
    signed = squeezed(sample.lines[at])
    others = ["禾丰县档案局", "长宁镇人民政府", "白石区应急管理局"]
    if signed.endswith("政府办公室"):
        others.append(signed[:-3])
    first = at
    while squeezed(sample.lines[first - 1]) and squeezed(sample.lines[first - 1]) in squeezed(title):
        first -= 1   # of a joint notice the first office is pointed at
    return with_line(sample, at, random.choice(others), first)
