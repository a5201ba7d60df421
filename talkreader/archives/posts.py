"""What people said, kept as records (one post each), as the wikitext of a talk page.

The records know who wrote what, when, and in answer to whom; a page of wikitext says the same with
signatures and indentation, so that everything after this treats them like any other page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

_EARLY = datetime(1, 1, 1, tzinfo=UTC)
_HEADING = re.compile(r"\A\s*(={1,6})[ \t]*(.*?)[ \t]*\1\s*\Z", re.DOTALL)
_RULE = re.compile(r"\A(?:\s*-{4,}\s*\n)+")
_ADDRESS = re.compile(r"\A(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:]*)\Z")
_SIGNED = re.compile(r"\d{1,2}:\d{2}.{0,40}\d{4}.{0,12}\(\w+\)\s*\Z|\(UTC\)\s*\Z")
_DEEPEST = 40
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True, slots=True)
class Post:
    """One post: ``parent`` is the id of the post it answers ("" none), ``topic`` what it is under.

    ``heading`` is the topic's heading, "" when it has none. ``text`` is wikitext.
    """

    id: str
    author: str
    moment: datetime | None
    text: str
    parent: str = ""
    topic: str = ""
    heading: str = ""


def wikitext_of(posts: Sequence[Post]) -> str:
    """The talk page that the posts make: topics in the order they were begun, answers below."""
    known = {post.id: post for post in posts}
    answers: dict[str, list[Post]] = defaultdict(list)
    topics: dict[str, list[Post]] = defaultdict(list)
    for post in sorted(posts, key=lambda one: one.moment or _EARLY):
        if post.parent in known and _leads_to_top(post, known):
            answers[post.parent].append(post)
        else:
            topics[post.topic].append(post)
    lines: list[str] = []
    for roots in topics.values():
        heading = next((post.heading for post in roots if post.heading), "")
        if heading:
            lines += ["", f"== {heading} =="]
        for root in roots:
            _write(root, answers, lines)
    return "\n".join(lines).strip() + "\n"


def _leads_to_top(post: Post, known: dict[str, Post]) -> bool:
    """False when a post answers itself in the end, which only a broken list does."""
    seen = {post.id}
    parent = post.parent
    while parent in known:
        if parent in seen:
            return False
        seen.add(parent)
        parent = known[parent].parent
    return True


def _write(root: Post, answers: dict[str, list[Post]], lines: list[str]) -> None:
    """Add a post and what answers it, depth first; without recursion, as threads can be long."""
    waiting = [(root, 0)]
    while waiting:
        post, depth = waiting.pop()
        lines += _lines(post, min(depth, _DEEPEST))
        below = depth if _HEADING.match(post.text) else depth + 1
        waiting += [(answer, below) for answer in reversed(answers[post.id])]


def _lines(post: Post, depth: int) -> Iterable[str]:
    heading = _HEADING.match(post.text)
    if heading:
        return ["", f"{heading[1]} {' '.join(heading[2].split())} {heading[1]}"]
    text = _RULE.sub("", post.text).strip("\n ")
    if not text:
        return []
    if not _SIGNED.search(text):
        text = f"{text} {_signature(post)}"
    if not depth:
        return ["", text]
    mark = ":" * depth
    return [mark + line for line in text.split("\n") if line.strip()]


def _signature(post: Post) -> str:
    name = " ".join(post.author.replace("_", " ").split())
    if not name:
        who = ""
    elif _ADDRESS.match(name):
        who = f"[[Special:Contributions/{name}|{name}]]"
    else:
        who = f"[[User:{name}|{name}]]"
    if post.moment is None:
        return who
    moment = post.moment.astimezone(UTC)
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{who} {moment:%H:%M}, {day} (UTC)".strip()
