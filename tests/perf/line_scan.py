"""The least that finds comments in wikitext: ``python tests/perf/line_scan.py FILE`` prints them.

A floor to measure by, and not a part of talkreader: line by line, dates of English and of Chinese
only, the links to users before them, and a text from which links, templates, tags and quotes are
cut by one expression each. `bench_import.py` says what it costs over the same dump; what it prints
is what ``talkreader threads --format json`` prints, so that both can be scored alike.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TypedDict

_DATE = re.compile(
    r"(\d\d:\d\d), (\d{1,2}) (\w+) (\d{4}) \(UTC\)"
    r"|(\d{4})年(\d{1,2})月(\d{1,2})日 \(.\) (\d\d:\d\d) \(UTC\)"
)
_USER = re.compile(
    r"\[\[(?:User|User talk|Special:Contributions|用户|用戶)[:/]([^\]|/#]+)", re.IGNORECASE
)
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_ADDRESS = re.compile(r"\[https?://\S+ ([^\]]*)\]")
_TEMPLATE = re.compile(r"\{\{[^{}]*\}\}")
_TAG = re.compile(r"<[^<>]*>")
_BEFORE = 300  # characters before a date in which a signature begins


class Comment(TypedDict):
    """A comment."""

    author: str
    timestamp: str
    level: int
    text: str
    replies: list[Comment]


class Section(TypedDict):
    """A heading and the comments below it."""

    heading: str | None
    level: int
    comments: list[Comment]


def plain(text: str) -> str:
    """Return text without its commonest markup."""
    if "[" in text:
        text = _ADDRESS.sub(r"\1", _LINK.sub(r"\1", text))
    if "{" in text:
        text = _TEMPLATE.sub("", text)
    if "<" in text:
        text = _TAG.sub("", text)
    return text.replace("'''", "").replace("''", "").strip()


def scan(text: str) -> list[Section]:
    """Return the sections of a page with their comments."""
    sections: list[Section] = [{"heading": None, "level": 0, "comments": []}]
    above: list[Comment] = []
    words: list[str] = []
    for line in filter(None, text.split("\n")):
        if line[0] == "=" and line.rstrip()[-1] == "=":
            title = line.strip()
            level = len(title) - len(title.lstrip("="))
            sections.append({"heading": title.strip("= "), "level": level, "comments": []})
            above, words = [], []
            continue
        said = line.lstrip(":*#")
        depth = len(line) - len(said)
        comment = _signed(line, depth, words) if "(UTC)" in line else None
        if comment is None:
            words.append(said)
            continue
        words = []
        while above and above[-1]["level"] > depth:
            above.pop()
        (above[-1]["replies"] if above else sections[-1]["comments"]).append(comment)
        above.append(comment)
    return sections


def _signed(line: str, depth: int, before: list[str]) -> Comment | None:
    """Return the comment that a line ends; None when no signature is seen."""
    dates = [*_DATE.finditer(line)]
    if not dates:
        return None
    date = dates[-1]
    users = [*_USER.finditer(line, max(0, date.start() - _BEFORE), date.start())]
    if not users:
        return None
    text = "\n".join([*before, line[depth : users[0].start()]])
    if date[1]:
        month = _MONTHS.index(date[3]) + 1 if date[3] in _MONTHS else 1
        moment = f"{date[4]}-{month:02}-{int(date[2]):02}T{date[1]}:00Z"
    else:
        moment = f"{date[5]}-{int(date[6]):02}-{int(date[7]):02}T{date[8]}:00Z"
    return {
        "author": users[-1][1].strip(),
        "timestamp": moment,
        "level": depth + 1,
        "text": plain(text).rstrip("-– "),
        "replies": [],
    }


if __name__ == "__main__":
    print(json.dumps(scan(Path(sys.argv[1]).read_text(encoding="utf-8"))))
