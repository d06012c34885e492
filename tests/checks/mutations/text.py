"""Defects of characters and marks in running text."""
import re

from .kinds import kind, with_line

# An assignment in brackets that loses one is no assignment any more, and what it said is missing where a table says it.
LOST = ["body-task-missing", "table-task-missing", "body-lead-differs", "body-deadline-differs", "annotation-without-task"]


def somewhere(sample, random, pattern):
    """A line of running text and a match of the pattern in it."""
    found = [(i, match) for i in sample.body_lines() for match in re.finditer(pattern, sample.lines[i])]
    return random.choice(found) if found else (None, None)


def put(sample, at, begin, end, words):
    line = sample.lines[at]
    return with_line(sample, at, line[:begin] + words + line[end:])


def replacing(pattern, words):
    def mutate(sample, random):
        at, match = somewhere(sample, random, pattern)
        return match and put(sample, at, match.start(), match.end(), random.choice(words))
    return mutate


def inserting(characters):
    def mutate(sample, random):
        at, match = somewhere(sample, random, r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
        return match and put(sample, at, match.start(), match.start(), random.choice(characters))
    return mutate


@kind("straight quotation marks", "text-quotes-straight")
def straight_quotes(sample, random):
    at, match = somewhere(sample, random, "“([^“”]+)”")
    return match and put(sample, at, match.start(), match.end(), f'"{match[1]}"')


kind("bracket missing", "text-bracket-unbalanced", also=LOST)(replacing(r"(?<=\S{8})[（）《》]", [""]))   # not those of a label
kind("quotation mark missing", "text-bracket-unbalanced")(replacing("[“”]", [""]))
kind("half-width comma", "text-punctuation-halfwidth")(replacing("(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])", [",", ", "]))
kind("half-width colon or semicolon", "text-punctuation-halfwidth")(replacing("(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])", [";", ":"]))
kind("half-width stop", "text-full-stop-halfwidth")(replacing("(?<=[\u4e00-\u9fff])。$", ["."]))
kind("character without width", "text-zero-width")(inserting("\u200b\u200c\ufeff"))
kind("control character", "text-control-characters")(inserting("\x01\x07\x08"))
kind("character that was lost", "text-replacement-character")(inserting("\ufffd"))
kind("hyphen in a range", "text-range-hyphen")(replacing("。$", ["，每组安排3-5人。", "，2021-2025年持续实施。"]))
kind("dash and wave for one kind of range", "text-range-mixed")(replacing("。$", ["，每班3～5人，每组2～4人，每队6—8人。"]))
kind("byte that is no UTF-8", "encoding-replacement", also=["text-replacement-character"])(inserting("\udcff\udcfe\udc80"))
