"""A clean notice as the mutations see it: its lines, and what gongwen reads from it, by line."""
import dataclasses
import json
import re
import subprocess


@dataclasses.dataclass
class Heading:
    line: int            # from 0, in Sample.lines
    label: str           # as it stands in the line
    number: int
    level: int
    title: str
    part: int            # index of its part
    siblings: list       # all headings beside it, itself among them
    at: int              # its place among them
    section: dict


class Sample:
    def __init__(self, name, text, notice):
        self.name, self.lines, self.notice = name, text.split("\n"), notice
        self.metadata = notice["metadata"]

    def text(self):
        return "\n".join(self.lines)

    def find(self, wanted, start=0):
        """The first line that is or holds this text, white space aside; None if there is none."""
        bare = squeezed(wanted)
        return next((i for i in range(start, len(self.lines)) if bare in squeezed(self.lines[i])), None)

    def find_whole(self, wanted, start=0):
        """The lines, as a range, that together are this text; None if there are none."""
        bare = squeezed(wanted)
        for begin in range(start, len(self.lines)):
            joined = ""
            for end in range(begin, min(begin + 8, len(self.lines))):
                joined += squeezed(self.lines[end])
                if joined and joined == bare and squeezed(self.lines[begin]):
                    return range(begin, end + 1)
                if not bare.startswith(joined):
                    break
        return None

    def headings(self):
        found = []
        for part, one in enumerate(self.notice["parts"]):
            self._add_headings(one["sections"], part, found)
        return found

    def _add_headings(self, sections, part, found):
        siblings = []
        for at, section in enumerate(sections):
            heading = Heading(section["span"]["line"] - 1, section["label"], section["number"], section["level"], section["title"],
                              part, siblings, at, section)
            siblings.append(heading)
            found.append(heading)
            self._add_headings(section["children"], part, found)

    def label_at(self, heading):
        """Where the label ends in its line, or None where it does not stand there as gongwen gives it."""
        line = self.lines[heading.line]
        begin = len(line) - len(line.lstrip())
        return begin + len(heading.label) if line[begin:].startswith(heading.label) else None

    def body_lines(self):
        """Lines of running text: whole sentences, no table, no heading's title alone."""
        return [i for i, line in enumerate(self.lines)
                if len(line) >= 25 and line.rstrip().endswith("。") and not any(mark in line for mark in "\t│|")]

    def rows(self):
        """The records of tables, each with the spans that its cells were read from."""
        return [task for task in self.notice["tasks"] if task["origin"] == "table"]

    def line_of(self, place):
        """The line (from 0) of a place of the text, in code points."""
        return self.text().count("\n", 0, place)

    def is_web_page(self):
        return any(word in line for line in self.lines for word in ("ICP备", "当前位置", "您现在的位置"))

    def title_lines(self):
        lines = self.find_whole(self.metadata["title"])
        # A saved page shows the title above the notice, too: the last one counts.
        while lines is not None and (again := self.find_whole(self.metadata["title"], lines.stop)) is not None:
            lines = again
        return lines

    def signature_line(self):
        """The line of the last office that signs."""
        date = self.date_line()
        return None if date is None else next((i for i in range(date - 1, 0, -1) if self.lines[i].strip()), None)

    def date_line(self):
        year, month, day = (int(part) for part in self.metadata["issued_on"].split("-"))
        wanted = f"{year}年{month}月{day}日"
        return next((i for i, line in enumerate(self.lines) if squeezed(line) == wanted), None)

    def number_line(self):
        return self.find(self.metadata["document_number"]["text"])


def squeezed(text):
    return re.sub(r"[\s　\u00a0\ufeff]+", "", text)


def read(gongwen, path):
    """The sample at this path; a .docx as the text that gongwen makes of it."""
    text = subprocess.run([gongwen, "text", path], capture_output=True, check=True).stdout
    text = text.decode().replace("\r\n", "\n")
    run = subprocess.run([gongwen, "parse", "-"], input=text.encode(), capture_output=True, check=True)
    return Sample(path.rsplit("/", 1)[-1], text, json.loads(run.stdout))
