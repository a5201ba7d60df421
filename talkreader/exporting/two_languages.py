"""A discussion in two languages: a row for each sentence, and who says that one is the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from talkreader.domain.bilingual import Pair, PairOrigin, Segment, prose_key, translated_headings
from talkreader.domain.thread import Comment, Prose
from talkreader.exporting.format_list import FormatId
from talkreader.exporting.html_page import element, html_page, wrapped
from talkreader.exporting.labels import ENGLISH, Labels
from talkreader.exporting.odt import Heading, Paragraph, Table, odt
from talkreader.exporting.outline import Part, Threads, outline
from talkreader.exporting.plain_threads import byline
from talkreader.exporting.table import table
from talkreader.exporting.threads_json import minute


class Bilingual(Threads, Protocol):
    """A page with its translations: `ReadingPage`."""

    @property
    def pairs(self) -> Sequence[Pair]:
        """The pairs, those of a comment in the order of its words."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a text and their translation; ``pair`` None: nothing translates them."""

    text: str
    translation: str = ""
    pair: Pair | None = None


def lines_of(text: str, key: int, pairs: Sequence[Pair]) -> list[Line]:
    """Return a text's words line by line: each of them once, translations beside them.

    ``key`` is the `Segment.key` of the comment or prose whose text it is.
    """
    places: list[tuple[int, int, Line | None]] = []
    for pair in pairs:
        mine = [side for side in (pair.source, pair.target) if side and side.key == key]
        if not mine or any(_within(side, places) for side in mine):
            continue
        source, target = pair.source, pair.target
        line = Line(source.text if source else "", target.text if target else "", pair)
        places.append((mine[0].start, mine[0].end, line))
        places += [(side.start, side.end, None) for side in mine[1:]]
    found: list[Line] = []
    at = 0
    for start, end, known in [
        *sorted(places, key=lambda place: place[0]),
        (len(text),) * 2 + (None,),
    ]:
        found += [Line(words.strip()) for words in text[at:start].split("\n") if words.strip()]
        if known is not None:
            found.append(known)
        at = max(at, end)
    return found


def _within(side: Segment, places: Sequence[tuple[int, int, Line | None]]) -> bool:
    return any(side.start < end and side.end > start for start, end, _line in places)


def export_bilingual(
    page: Bilingual, format_id: FormatId, title: str = "", labels: Labels = ENGLISH
) -> str | bytes:
    """Return a discussion with its translations; bytes for ODT, else text.

    Raises ValueError: the format does not hold two languages.
    """
    match format_id:
        case FormatId.CSV:
            return _csv(page)
        case FormatId.HTML:
            return _html(page, title or labels.discussion, labels)
        case FormatId.ODT:
            return _odt(page, title or labels.discussion, labels)
    raise ValueError(f"{format_id} does not hold two languages")


def _entries(page: Bilingual) -> Iterator[tuple[Part, Comment | Prose, list[Line]]]:
    """Yield every comment and every text that is none with its lines, section by section."""
    homes: dict[int, list[Pair]] = {}
    for pair in page.pairs:
        side = pair.source if pair.source and pair.source.key is not None else pair.target
        if side is not None and side.key is not None:
            homes.setdefault(side.key, []).append(pair)
    numbers = {id(prose): number for number, prose in enumerate(page.prose)}
    for part in outline(page):
        for entry in part.entries:
            item = entry.item
            key = item.index if isinstance(item, Comment) else prose_key(numbers[id(item)])
            yield part, item, lines_of(item.body.text, key, homes.get(key, ()))


def _said_by(item: Comment | Prose, labels: Labels) -> str:
    """Return who said it and when, or that nobody signed it."""
    return byline(item, labels) if isinstance(item, Comment) else labels.unsigned


def _csv(page: Bilingual) -> str:
    """Return a table with a row for each line; ``origin`` is a `PairOrigin`, ``score`` 0 to 1.

    ``machine`` names what drafted the words.
    """
    head = [
        *("section", "comment", "author", "timestamp", "source_language", "source"),
        *("target_language", "target", "origin", "score", "machine"),
    ]
    rows = [
        [
            *(part.section.heading, *_signed(item)),
            line.pair.source.language if line.pair and line.pair.source else "",
            line.text,
            line.pair.target.language if line.pair and line.pair.target else "",
            line.translation,
            line.pair.origin.value if line.pair else "",
            line.pair.score if line.pair else "",
            line.pair.machine if line.pair else "",
        ]
        for part, item, lines in _entries(page)
        for line in lines
    ]
    return table(head, rows)


def _signed(item: Comment | Prose) -> tuple[str, str | None, str | None]:
    """Return a comment's name, author and minute; nothing for text that nobody signed."""
    if isinstance(item, Comment):
        return item.name, item.author, minute(item.timestamp)
    return "", None, None


def _html(page: Bilingual, title: str, labels: Labels) -> str:
    pieces = [element("h1", title)]
    headings = translated_headings(page.pairs)
    shown = -1
    for part, item, lines in _entries(page):
        if part.section.index != shown:
            shown = part.section.index
            pieces.append(element("h2", _heading(part, headings, labels)))
        rows = "".join(_row(line, labels) for line in lines)
        by = element("p", _said_by(item, labels), class_="by")
        pieces.append(wrapped("article", by + wrapped("table", rows, class_="two")))
    return html_page(title, "\n".join(pieces), labels.language)


def _row(line: Line, labels: Labels) -> str:
    if line.pair is None:
        return wrapped("tr", element("td", line.text, colspan="2"))
    source, target = line.pair.source, line.pair.target
    origin = element("span", f" [{_origin(line.pair, labels)}]", class_="by")
    return wrapped(
        "tr",
        element("td", line.text, lang=_tag(source))
        + wrapped("td", element("span", line.translation, lang=_tag(target)) + origin),
    )


def _odt(page: Bilingual, title: str, labels: Labels) -> bytes:
    parts: list[Heading | Paragraph | Table] = [Heading(title, 1)]
    headings = translated_headings(page.pairs)
    shown = -1
    for part, item, lines in _entries(page):
        if part.section.index != shown:
            shown = part.section.index
            parts.append(Heading(_heading(part, headings, labels), 2))
        parts.append(Paragraph(_said_by(item, labels), bold=True))
        rows = [
            (line.text, f"{line.translation} [{_origin(line.pair, labels)}]" if line.pair else "")
            for line in lines
        ]
        parts.append(Table(rows))
    return odt(title, parts)


def _heading(part: Part, headings: Mapping[int, str], labels: Labels) -> str:
    """Return a section's heading, and what translates it."""
    heading, other = part.section.heading, headings.get(part.section.index)
    own = labels.before_first_heading if heading is None else heading
    return f"{own} / {other}" if other else own


def _origin(pair: Pair, labels: Labels) -> str:
    word = labels.origins.get(pair.origin.value, pair.origin.value)
    word = f"{word} {pair.score:.0%}" if pair.origin is PairOrigin.MEMORY else word
    return f"{word} · {pair.machine}" if pair.machine else word


def _tag(segment: Segment | None) -> str:
    """Return the BCP 47 tag of a segment."""
    return {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}.get(
        language := segment.language if segment else "", language
    )
