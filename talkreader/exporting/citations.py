"""Saying where words come from, so that somebody else finds them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from urllib.parse import quote, urlsplit

from talkreader.domain.note import AnchorState, Target
from talkreader.domain.page import shown_site
from talkreader.domain.thread import Comment, author_and_time, comment_name
from talkreader.exporting.labels import ENGLISH, Labels
from talkreader.exporting.markdown import one_line

SHORT_HASH = 12  # hexadecimal digits: enough to tell the copies of one page apart


class CitationStyle(StrEnum):
    """How a citation is written."""

    TEXT = "text"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Source:
    """Where words stand, as far as it is known.

    ``comment`` is the comment's name, "" for a page or section. ``author`` None: name not kept.
    ``base_url``: any address on the wiki, "" when the copy does not say. ``sha256`` (hex) is of the
    copy, ``copy`` the name of its file. ``state``: how well a note's place was found; None when
    that was not asked. ``moved_from``: the title of the page where the note was written, when it is
    another.
    """

    site: str
    title: str
    section: str = ""
    comment: str = ""
    author: str | None = None
    timestamp: datetime | None = None
    base_url: str = ""
    sha256: str = ""
    state: AnchorState | None = None
    moved_from: str = ""
    copy: str = ""


def source_of_target(target: Target) -> Source:
    """Return what a note's target itself says of its source: the name holds author and minute."""
    author, moment = author_and_time(target.comment)
    return Source(
        site=shown_site(target.site),
        title=target.title,
        section=target.section,
        comment=target.comment,
        author=author or None,
        timestamp=moment,
    )


def source_of_comment(comment: Comment, page: Source) -> Source:
    """Return the source of a comment; ``page`` says the rest (its comment fields are not used)."""
    return Source(
        site=page.site,
        title=page.title,
        section=page.section,
        comment=comment.name,
        author=comment.author,
        timestamp=comment.timestamp,
        base_url=page.base_url,
        sha256=page.sha256,
        copy=page.copy,
    )


def permalink(source: Source) -> str:
    """Return the comment's address on the live wiki, "" when it has none or it is not known.

    Source: DiscussionTools' Special:GoToComment finds a comment by its name, on whatever page it is
    today. A name without author or minute does not say which comment.
    """
    host = _host(source.base_url)
    whole = source.author and source.timestamp
    if not host or not whole or source.comment != comment_name(source.author, source.timestamp):
        return ""
    return f"https://{host}/wiki/Special:GoToComment/{quote(source.comment, safe='-_.~!*():@,;')}"


def citation(
    source: Source, style: CitationStyle = CitationStyle.TEXT, labels: Labels = ENGLISH
) -> str:
    """Return one line: author, time, section, page, site, address, copy; what is known of them."""
    markdown = style is CitationStyle.MARKDOWN
    link = permalink(source)
    parts = []
    if source.comment:
        parts.append(labels.name_not_kept if source.author is None else source.author)
        parts.append(when(source.timestamp, labels))
    if source.section:
        parts.append(labels.section.format(heading=source.section))
    parts += [part for part in (source.title, source.site) if part]
    copied = copy_cited(source, labels)
    if markdown:
        line = one_line(", ".join(parts))
        return ", ".join(filter(None, [f"[{line}]({link})" if link else line, one_line(copied)]))
    return " ".join(", ".join(filter(None, [*parts, link, copied])).split())


def copy_cited(source: Source, labels: Labels) -> str:
    """Return which copy it was: its hash, shortened, and the name of its file; "" not known."""
    if not source.sha256:
        return ""
    hashed = labels.copy_hash.format(sha256=source.sha256[:SHORT_HASH])
    return f"{hashed} ({source.copy})" if source.copy else hashed


def how_found(source: Source, labels: Labels) -> str:
    """Return how a place was found, in brackets; nothing when it is where it was."""
    state = source.state
    if source.moved_from:
        moved = labels.moved_from.format(page=source.moved_from)
        return f" ({moved}, {labels.guessed})" if state is AnchorState.GUESSED else f" ({moved})"
    names = {
        AnchorState.MOVED: labels.moved,
        AnchorState.GUESSED: labels.guessed,
        AnchorState.LOST: labels.lost,
    }
    return f" ({names[state]})" if state in names else ""


def when(timestamp: datetime | None, labels: Labels = ENGLISH) -> str:
    """Return a time for people, in UTC and to the minute."""
    if timestamp is None:
        return labels.time_unknown
    return timestamp.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


def _host(base_url: str) -> str:
    """Return the host of a web address, "" for anything else."""
    try:
        parts = urlsplit(base_url)
    except ValueError:
        return ""
    harmless = parts.scheme in {"http", "https", ""} and "@" not in parts.netloc
    clean = all(each.isalnum() or each in "-.:" for each in parts.netloc)
    return parts.netloc if harmless and clean else ""
