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
    before: int          # siblings before and after it
    after: int
    children: int


@dataclasses.dataclass
class Row:
    """A record of a table whose cells stand on lines of their own, or between tabs or bars."""
    number: str
    lines: dict          # "task", "lead_units", … to the lines (from 0) that hold the cell
    task: dict


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
        for part in self.notice["parts"]:
            self._add_headings(part["sections"], found)
        return found

    def _add_headings(self, sections, found):
        for at, section in enumerate(sections):
            line = section["span"]["line"] - 1
            if "cell" not in section["span"]:
                found.append(Heading(line, section["label"], section["number"], section["level"], section["title"], at,
                                     len(sections) - at - 1, len(section["children"])))
            self._add_headings(section["children"], found)

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
    run = subprocess.run([gongwen, "parse", "-"], input=text, capture_output=True, check=True)
    return Sample(path.rsplit("/", 1)[-1], text.decode().replace("\r\n", "\n"), json.loads(run.stdout))
