"""Structured Discussions (Flow): answers of its API, and its own dumps.

Both keep posts as records; each post's id is a time as well: base 36, milliseconds since 1970 in
the bits above the lowest 42. Source: answers and a dump of the extension for MediaWiki 1.39.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from talkreader.archives.document import Document
from talkreader.archives.packed.limits import HEAD
from talkreader.archives.posts import Post, wikitext_of
from talkreader.domain.errors import DamagedArchive, NotAnArchive
from talkreader.domain.page import FROM_BOARD, Form, RawPage

if TYPE_CHECKING:
    from lxml.etree import _Element

_TIME_BITS = 42

Json = Mapping[str, Any]


def pages_of_flow(document: Document, flow: object) -> Iterator[RawPage]:
    """The board or topic in an API answer (``action=flow``, view-topic or view-topiclist)."""
    found = False
    for answer in _mapping(flow).values():
        result = _mapping(_mapping(answer).get("result"))
        for block in (_mapping(result.get("topiclist")), _mapping(result.get("topic"))):
            if block.get("revisions"):
                found = True
                yield _page(document, _title(block), list(_posts(block)))
    if not found:
        raise NotAnArchive(
            "{path} is an answer about Structured Discussions without a topic in it; ask for"
            " view-topiclist or view-topic",
            path=document.path,
        )


def read(document: Document) -> Iterator[RawPage]:
    """The boards of a Flow dump; the dumper may repeat one for ever, which ends the reading."""
    from lxml import etree

    if b"<!DOCTYPE" in document.stream.beginning(HEAD):
        raise NotAnArchive(
            "{path} declares a document type, which no MediaWiki export does and which can be"
            " used to attack a reader; get the export again from the wiki itself",
            path=document.path,
        )
    seen: set[str] = set()
    events = etree.iterparse(
        cast("Any", document.stream),
        events=("end",),
        tag="{*}board",
        resolve_entities=False,
        no_network=True,
    )
    try:
        for _, board in events:
            if board.get("id", "") in seen:
                return
            seen.add(board.get("id", ""))
            yield _page(document, board.get("title", ""), list(_posts_of_board(board)))
            board.clear()
    except etree.XMLSyntaxError as error:
        raise DamagedArchive(
            "{path} is cut off or broken ({reason}); boards kept from before that place: {count}",
            path=document.path,
            reason=str(error),
            count=len(seen),
        ) from error
    if not seen:
        raise NotAnArchive(
            "{path} is a dump of Structured Discussions without a board in it", path=document.path
        )


def _page(document: Document, title: str, posts: list[Post]) -> RawPage:
    return document.page(Form.WIKITEXT, wikitext_of(posts), title=title, warnings=(FROM_BOARD,))


def _posts(block: Json) -> Iterator[Post]:
    """The posts in a block of an answer, the topics' titles as headings."""
    revisions = _mapping(block.get("revisions"))
    latest = {
        name: _mapping(revisions.get(numbers[0]))
        for name, numbers in _mapping(block.get("posts")).items()
        if isinstance(numbers, list) and numbers
    }
    above = {name: _text(one.get("replyToId")) for name, one in latest.items()}
    for name, one in latest.items():
        content = _mapping(one.get("content"))
        form = _text(content.get("format"))
        words = _text(content.get("plaintext")) if form.startswith("topic-title") else ""
        text = _plain(_text(content.get("content")), form)
        person = _mapping(one.get("creator")) or _mapping(one.get("author"))
        if form.startswith("topic-title"):
            heading = " ".join((words or text).split())
            yield Post(name, "", moment_of_id(name), f"== {heading} ==", topic=name)
            continue
        yield Post(
            name,
            _text(person.get("name")),
            moment_of_id(name),
            text,
            parent=above[name],
            topic=_topic(name, above),
        )


def _posts_of_board(board: _Element) -> Iterator[Post]:
    for topic in board.iter("{*}topic"):
        root = topic.get("id", "")
        for post in topic.iter("{*}post"):
            revisions = post.findall("{*}revisions/{*}revision")
            if not revisions:
                continue
            name = post.get("id", "")
            first, last = revisions[0], max(revisions, key=lambda one: one.get("id", ""))
            flags = last.get("flags", "")
            if "topic-title" in flags or name == root:
                heading = " ".join((last.text or "").split())
                yield Post(name, "", moment_of_id(name), f"== {heading} ==", topic=root)
                continue
            over = post.getparent()
            while over is not None and not str(over.tag).endswith(("}post", "}topic")):
                over = over.getparent()
            above = root if over is None else over.get("id", "")
            parent = last.get("treeparentid", "") or above
            yield Post(
                name,
                _author(first),
                moment_of_id(name),
                _plain(last.text or "", "html" if "html" in flags else "wikitext"),
                parent=parent,
                topic=root,
            )


def _author(revision: _Element) -> str:
    """Who wrote a revision; a dump may have no names, only numbers."""
    name = revision.get("username") or revision.get("userip") or ""
    number = revision.get("userid", "0")
    return name or (f"#{number}" if number != "0" else "")


def moment_of_id(name: str) -> datetime | None:
    """When a post was made, by its id; None when it is no such id."""
    try:
        number = int(name, 36) >> _TIME_BITS
        return datetime.fromtimestamp(number / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _topic(name: str, above: Mapping[str, str]) -> str:
    for _ in range(len(above)):
        if not above.get(name):
            break
        name = above[name]
    return name


def _title(block: Json) -> str:
    first: object = next(iter(_mapping(block.get("revisions")).values()), None)
    return _text(block.get("title")) or _text(_mapping(first).get("articleTitle"))


def _plain(text: str, form: str) -> str:
    """A post's words as wikitext; of HTML only the words stay, paragraph by paragraph."""
    if "html" not in form or not text.strip():
        return text
    from lxml import etree, html

    try:
        root = html.fragment_fromstring(text, create_parent="div")
    except (etree.ParserError, ValueError):
        return text
    for element in root.iter("p", "li", "br", "div", "blockquote", "pre"):
        element.tail = "\n" + (element.tail or "")
    return str(root.text_content()).strip()


def _mapping(value: object) -> Json:
    return cast("Json", value) if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
