"""Where the headings of a text copy stand, and the lines that are the page's furniture.

A copy shows headings by what surrounds them: an edit link's label behind or below, the line on the
latest comment below, or the table of contents above.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from talkreader.parsing.language.languages import languages
from talkreader.parsing.language.letters import SENTENCE_ENDS
from talkreader.parsing.language.scripts import one_script
from talkreader.parsing.language.variants import choose_variant
from talkreader.parsing.plaintext.lines import Line

_LONGEST_HEADING = 400
_LONGEST_LABEL = 30
_BRACKETED = re.compile(r"\s*\[[^\[\]]{2,60}\]$")
_NUMBERED = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,5})(?:[\t ]+(?=\S)|(?=[^\d\s.,:;)]))")
_RULE = re.compile(r"-\{(.*?)\}-")
# DiscussionTools' line under a heading, in the languages of the largest wikis.
_LATEST = re.compile(
    r"(?:Latest comment|最新留言|最新的留言|Letzter Kommentar|Dernier commentaire|"
    r"Último comentari\w+|Ultimo commento|Laatste reactie|Ostatni komentarz|"
    r"Последнее сообщение|Останній коментар|Senaste kommentar|最新のコメント|آخر تعليق|"
    r"תגובה אחרונה|Poslední komentář|Utolsó hozzászólás)\s*[:：]"
)
_COUNT = re.compile(r"\d+\s?[^\d\s.,:;]+(?:\s[^\d.,:;]+)?$")
_CONTENTS_END = re.compile(r"\s*(?:\[[^\]]*\]|hide|隐藏|隱藏|移至侧栏隐藏|move to sidebar hide)$")
_LAST_ACTION = 16
_LONGEST_LATEST = 75  # the page's own line names the section, too
_LONGEST_BARE = 150
_FINAL = SENTENCE_ENDS + ",:;，：；،"
_LONGEST_CONTENTS = 3000


@dataclass
class Layout:
    """Which lines are headings (number: words and level) and which are the page's furniture."""

    headings: dict[int, tuple[str, int]] = field(default_factory=dict)
    furniture: set[int] = field(default_factory=set)


@lru_cache(maxsize=1)
def _edit_words() -> frozenset[str]:
    """Return the edit link's label in every language, and its first letter in capitals."""
    found = set()
    for language in languages().values():
        for word in language.edit:
            found |= {word, word[:1].upper() + word[1:]}
    return frozenset(word for word in found if len(word) > 1)


@lru_cache(maxsize=1)
def _edit_lengths() -> dict[str, list[int]]:
    """Return how long the edit link's labels are that end in a character, longest first."""
    found: dict[str, set[int]] = {}
    for word in _edit_words():
        if len(word) <= _LONGEST_LABEL:
            found.setdefault(word[-1], set()).add(len(word))
    return {char: sorted(lengths, reverse=True) for char, lengths in found.items()}


@lru_cache(maxsize=1)
def _contents_words() -> frozenset[str]:
    return frozenset(item.toc.casefold() for item in languages().values() if item.toc)


def find_layout(lines: Sequence[Line]) -> Layout:
    """Return the headings and the furniture of a copy."""
    layout = Layout()
    contents = _contents(lines)
    labelled = _labelled(lines)
    shown = [line for line in lines if not line.blank]
    top = _page_action(shown)
    for place, line in enumerate(shown):
        below = shown[place + 1] if place + 1 < len(shown) else None
        words = labelled.get(line.number)
        level = None
        if words is not None or not line.signed:
            level = contents.level(words if words is not None else line.text, line.number)
        if words is None and level is None:
            words = _by_line_below(line, below, top=place + 1 == top)
            if words is None:
                continue
        if line.number in layout.furniture:
            continue
        words = words if words is not None else line.text
        if place and _announces(lines, shown[place - 1], line):
            words = f"{shown[place - 1].text} {words}"  # a heading with a line break in it
            layout.furniture.add(shown[place - 1].number)
        layout.headings[line.number] = (words, level or 2)
        layout.furniture |= _below_heading(shown, place + 1)
    if not layout.headings:
        layout.headings = _bare(lines)
    return layout


def _announces(lines: Sequence[Line], above: Line, line: Line) -> bool:
    """Say whether the line above a heading is the heading's beginning: it ends in a colon."""
    if above.number != line.number - 1 or above.signed or above.text[-1] not in ":：":
        return False
    return len(above.text) < _LONGEST_BARE and lines[above.number - 1].blank


def _bare(lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """Return the lines that can only be headings, in a copy that marks none (pandoc).

    They stand alone between blank lines, open a discussion, and are no sentence.
    """
    found: dict[int, tuple[str, int]] = {}
    fresh = True
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if line.blank:
            continue
        alone = above.blank and below.blank and not line.column and not line.signed
        if alone and fresh and len(line.text) < _LONGEST_BARE and line.text[-1] not in _FINAL:
            found[line.number] = (line.text, 2)
        fresh = line.signed
    return found if len(found) > 1 else {}


def _by_line_below(line: Line, below: Line | None, *, top: bool) -> str | None:
    """Return a heading that the line below it shows: an edit label or the latest comment's."""
    if below is None or line.signed or len(line.text) > _LONGEST_HEADING:
        return None
    if line.text in _edit_words() or _LATEST.match(line.text):
        return None
    if _LATEST.match(below.text) and len(below.text) < _LONGEST_LATEST:
        return line.text
    if below.text in _edit_words() and not top and not below.mark:
        return line.text
    return None


def _page_action(shown: Sequence[Line]) -> int:
    """Return the place of the link that edits the whole page, in a menu at the top; -1 if none."""
    for place, line in enumerate(shown[:_LAST_ACTION]):
        if line.signed or len(line.text) > _LONGEST_LABEL * 4:
            break
        if line.text in _edit_words() and place > 1:
            return place
    return -1


def _below_heading(shown: Sequence[Line], place: int) -> set[int]:
    """Return the numbers of the lines below a heading that are not the discussion's words."""
    found = set()
    if place < len(shown) and shown[place].text in _edit_words():
        found.add(shown[place].number)
        place += 1
    if place < len(shown) and _LATEST.match(shown[place].text):
        found.add(shown[place].number)
        for line in shown[place + 1 : place + 3]:
            if not _COUNT.match(line.text) or len(line.text) > _LONGEST_LABEL:
                break
            found.add(line.number)
    return found


@dataclass
class _Contents:
    """The table of contents: its entries with their levels, and the line after which they count."""

    entries: dict[str, int] = field(default_factory=dict)
    end: int = 0

    @property
    def found(self) -> bool:
        return bool(self.entries)

    def level(self, text: str, number: int) -> int | None:
        """Return the level of a heading that the contents name, 2 to 6; None for other lines."""
        if not self.entries or number < self.end or len(text) > _LONGEST_HEADING:
            return None
        return self.entries.get(_key(text))


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", one_script(text)).strip()


def _contents(lines: Sequence[Line]) -> _Contents:
    """Return the table of contents; it ends where its first entry comes again, as a heading."""
    for line in lines:
        short = line.text if len(line.text) <= _LONGEST_LATEST else ""
        if _CONTENTS_END.sub("", short).casefold() in _contents_words():
            return _entries(lines, line.number + 1)
        if line.signed:
            break
    numbered = [line for line in lines[:_LONGEST_CONTENTS] if re.match(r"1\t\S", line.text)]
    return _entries(lines, numbered[0].number) if numbered else _Contents()


def _entries(lines: Sequence[Line], begin: int) -> _Contents:
    found: dict[str, int] = {}
    base: int | None = None
    closed = False
    counts = Counter(_tally(line.text) for line in lines[begin : begin + _LONGEST_CONTENTS])
    for line in lines[begin : begin + _LONGEST_CONTENTS]:
        if line.blank:
            closed = bool(found)
            continue
        heading = _ending(line.text)
        if found and _key(heading[0] if heading else line.text) in found:
            return _Contents(found, line.number)
        if line.signed:
            break
        if closed or (_tally(line.text) and counts[_tally(line.text)] > 1):
            continue
        number = _NUMBERED.match(line.text)
        base = line.column if base is None else min(base, line.column)
        deeper = min(4, (line.column - base) // 4)
        level = number[1].count(".") + 2 if number else 2 + deeper
        entry = line.text[number.end() :] if number else line.text
        for words in _variants(entry):
            found.setdefault(_key(words), min(6, level))
        if number:
            for words in _variants(line.text):
                found.setdefault(_key(words), min(6, 2 + deeper))
    return _Contents()


def _tally(text: str) -> str:
    """Return the words of a line such as "11 comments" without the number; "" for other lines."""
    return text.lstrip("0123456789 ") if _COUNT.match(text) else ""


def _variants(entry: str) -> Iterator[str]:
    """Yield an entry as each script shows it: contents keep the raw ``-{zh-hans:A;zh-hant:B}-``."""
    end = entry.rfind("}-") + 2  # behind the last none closes, and each would be looked for
    pieces = _RULE.split(entry[:end]) if end > 1 and "-{" in entry else []
    if len(pieces) < 2:
        yield entry
        return
    for code in ("zh-hans", "zh-hant", "zh-cn", "zh-tw", "zh-hk"):
        shown = [*pieces, entry[end:]]  # the odd ones are the rules
        shown[1:-1:2] = [choose_variant(rules, code) for rules in pieces[1::2]]
        yield "".join(shown)


def _labelled(lines: Sequence[Line]) -> dict[int, str]:
    """Return the headings that bear an edit link's label, by number, without it.

    The page's commonest label counts; a label apart by a space only where the line stands alone.
    """
    ends: dict[int, tuple[str, str]] = {}
    count: Counter[str] = Counter()
    for place, line in enumerate(lines):
        if line.blank or line.mark or len(line.text) > _LONGEST_HEADING:
            continue
        found = _ending(line.text)
        if (
            found is not None
            and _may_begin(lines, place, found)
            and (not line.signed or _is_label(line.text, found))
        ):
            ends[line.number] = found
            count[found[1]] += 1
    if not count:
        return {}
    label = max(count, key=lambda word: (count[word], len(word)))
    return {
        number: heading
        for number, (heading, end) in ends.items()
        if end == label and (heading == heading.rstrip() or lines[number + 1 :][:1] == [])
    } | _apart(lines, ends, label)


def _may_begin(lines: Sequence[Line], place: int, found: tuple[str, str]) -> bool:
    """Say whether a heading can stand here, seen from the line above it.

    In Latin letters nobody glues "Edit" to a word; a Chinese line may end in 编辑 by itself.
    """
    above = lines[place - 1] if place else None
    if above is None or above.blank or above.signed or found[1].startswith("["):
        return True
    glued = found[0][-1:].isalnum() and found[1][:1].isupper()
    return glued or above.text[-1] in _FINAL


def _apart(lines: Sequence[Line], ends: dict[int, tuple[str, str]], label: str) -> dict[int, str]:
    """Return the headings whose label stands apart by a space, in lines of their own."""
    return {
        number: heading.rstrip()
        for number, (heading, end) in ends.items()
        if end == label
        and heading != heading.rstrip()
        and number + 1 < len(lines)
        and lines[number + 1].blank
        and not heading.rstrip().endswith((".", "。", "!", "?"))
    }


def _is_label(text: str, found: tuple[str, str]) -> bool:
    """Say whether a signed line is a heading with a signature in it: "Ada 10:00 (UTC)[edit]"."""
    return text.endswith(found[1]) and found[1].strip("[]") != ""


def _ending(line: str) -> tuple[str, str] | None:
    """Return a line as heading and edit label; None when it ends in no edit label.

    A space between the two stays with the heading.
    """
    match = _BRACKETED.search(line) if line.endswith("]") else None
    if match:
        inside = match[0].strip()[1:-1]
        words = [*re.split(r"\s*\|\s*|\s+", inside), *re.split(r"\s*\|\s*", inside)]
        chinese = re.search(r"编辑|編輯|編集|编修", match[0])  # no spaces: [编辑源代码]
        if (chinese or any(word in _edit_words() for word in words)) and match.start():
            return line[: match.start()].rstrip(), match[0].strip()
        return None
    for size in _edit_lengths().get(line[-1:], ()):
        word = line[-size:]
        if size < len(line) and word in _edit_words() and line[:-size].strip():
            return line[:-size], word
    return None
