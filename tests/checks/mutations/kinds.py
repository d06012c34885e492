"""What a mutation is. A kind is one function decorated with @kind: it gets a sample and a random.Random, and gives what it made of
the sample, or None where the sample has no place for it. With word=True the sample is a .docx (word.py)."""
import dataclasses

ALL = []


@dataclasses.dataclass
class Mutated:
    lines: list          # of the whole text
    line: int            # from 0: where the rule must fire


@dataclasses.dataclass
class Kind:
    name: str
    rules: tuple         # the rule that must fire, or those of which one must
    also: frozenset      # rules that the defect itself sets off, too, anywhere
    mutate: object
    word: bool = False   # of a .docx
    files: object = None   # from the clean samples to what lies beside the mutated ones: {".gongwen.toml": …}


def kind(name, rule, also=(), word=False, files=None):
    def add(mutate):
        rules = (rule,) if isinstance(rule, str) else tuple(rule)
        ALL.append(Kind(name, rules, frozenset(also) | frozenset(rules[1:]), mutate, word, files))
        return mutate
    return add


def with_line(sample, at, text, line=None):
    """The sample with one line in place of another."""
    lines = list(sample.lines)
    lines[at] = text
    return Mutated(lines, at if line is None else line)


def replaced(sample, at, old, new):
    """The sample with `old` in a line replaced once; None if it does not stand there."""
    return with_line(sample, at, sample.lines[at].replace(old, new, 1)) if old in sample.lines[at] else None


def without(sample, first, last, line):
    """The sample without lines[first:last]; `line` counts in the text before."""
    lines = sample.lines[:first] + sample.lines[last:]
    return Mutated(lines, line if line < first else line - (last - first))


def with_span(sample, begin, end, words):
    """The sample with words in place of text[begin:end]; pointed at where they begin."""
    text = sample.text()
    return Mutated((text[:begin] + words + text[end:]).split("\n"), sample.line_of(begin))
