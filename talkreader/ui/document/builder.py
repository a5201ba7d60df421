"""Builds the document of a page in slices, so that the first screen is there at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from talkreader.domain.bilingual import prose_key, translated_headings
from talkreader.domain.thread import Comment, Prose, Section
from talkreader.reading import ReadingPage
from talkreader.ui.direction import isolated
from talkreader.ui.document.body import BodyWriter
from talkreader.ui.document.demand import DemandWriter
from talkreader.ui.document.fonts import LATIN, script_of
from talkreader.ui.document.header import (
    Times,
    badges,
    display_name,
    inferred_notice,
    mostly_inferred,
    name_hint,
    shown_author,
    shown_name,
    shown_time,
    time_hint,
)
from talkreader.ui.document.insets import opens_box
from talkreader.ui.document.parts import TURN, Part, in_order, part_words
from talkreader.ui.document.positions import Entry, Kind, Places
from talkreader.ui.document.side_by_side import Home, Pairs, SideWriter
from talkreader.ui.document.style import Style, Words
from talkreader.ui.document.threads import Threads
from talkreader.ui.document.timeline import TimelineWriter
from talkreader.ui.document.writer import Writer
from talkreader.ui.words import listed, replies_by

SLICE = 0.008
"""Seconds of building between two turns of the event loop."""

FIRST = 6_000
"""Characters built before the first paint: more than fill a large screen."""

UNFOLD = "unfold:"
"""How the link of a folded thread's line begins; the comment's index follows."""

PERSON = "person:"
"""How the link of a name begins; the user name follows."""


class PageWriter:
    """Writes the entries of one page: headings, prose and comments."""

    def __init__(
        self,
        page: ReadingPage,
        writer: Writer,
        times: Times,
        threads: Threads,
        part: Part | None = None,
    ) -> None:
        self._page = page
        self._part = part or Part(0, 1, in_order(page))
        self._writer = writer
        self._style = writer.style
        self._times = times
        self._threads = threads
        names = dict.fromkeys(c.author for c in page.comments if c.author is not None)
        self._people = {name: number for number, name in enumerate(names)}
        self._prose_count = self._part.prose
        self._bodies = BodyWriter(writer)
        quiet = Words(color=self._style.palette.muted)
        self._asides = BodyWriter(writer, quiet)
        self._pairs = Pairs(page.comments, page.pairs, page.prose)
        self._headings = translated_headings(page.pairs)
        on_demand = writer.style.look.layout == "demand"
        kind = DemandWriter if on_demand else SideWriter
        self._sides = kind(writer, self._bodies, self._pairs)
        self._prose_sides = kind(writer, self._asides, self._pairs, quiet)
        self._told = mostly_inferred(page.comments)
        by_time = writer.style.look.by_time
        self._timeline = TimelineWriter(page, writer) if by_time else None

    def write_all(self) -> Iterator[int]:
        """Write entry by entry; yield how many characters the document has by then."""
        timeline = self._timeline
        if timeline is not None:
            self._notice(timeline.notice())
        elif self._told:
            self._notice(inferred_notice())
        part = self._part
        if part.number > 0:
            self._turn(-1)
        for item in part.items:
            if isinstance(item, Section):
                self._section(item)
            elif isinstance(item, Comment):
                self._comment(item)
            else:
                self._prose(item)
            self._writer.places.close(self._writer.document.characterCount() - 1)
            yield self._writer.document.characterCount()
        if part.number < part.count - 1:
            self._turn(1)

    def _turn(self, step: int) -> None:
        """Write the link to the part before or after this one."""
        style, writer = self._style, self._writer
        writer.block(style.block(style.gutter, above=1.2, below=0.6))
        form = QTextCharFormat(style.chars(Words(color=style.palette.link, bold=True)))
        form.setAnchor(True)
        form.setAnchorHref(writer.link(f"{TURN}{self._part.number + step}"))
        writer.words(part_words(self._part, step, self._page), form)

    def _notice(self, text: str) -> None:
        """Write words of the window, not of the page: no entry covers them."""
        style, writer = self._style, self._writer
        script = script_of(text, style.look.script)
        form = style.block(style.gutter, script=script, above=0.5, below=0.4, scale=0.9)
        writer.block(form)
        look = Words(script=script, color=style.palette.muted, scale=0.86, italic=script == LATIN)
        writer.words(text, style.chars(look))

    def _section(self, section: Section) -> None:
        text = section.heading or ""
        style, writer = self._style, self._writer
        scale = {1: 1.55, 2: 1.4, 3: 1.2}.get(section.level, 1.08)
        script = script_of(text, style.look.script)
        above = 0.6 if writer.document.isEmpty() else 1.6
        form = style.block(style.gutter, script=script, above=above, below=0.5, scale=scale)
        at = writer.block(form)
        writer.places.open(Kind.HEADING, section.index, text, at)
        writer.places.add(0, len(text), at)
        shown = writer.shown.words(text)
        writer.words(shown, style.chars(Words(script=script, scale=scale, bold=True)))
        if style.look.side_by_side and section.index in self._headings:
            other = writer.shown.words(self._headings[section.index])
            quiet = Words(
                script=script_of(other, style.look.script), scale=scale, color=style.palette.muted
            )
            writer.words(f"\u2003{other}", style.chars(quiet))

    def _prose(self, prose: Prose) -> None:
        style, writer = self._style, self._writer
        number, self._prose_count = self._prose_count, self._prose_count + 1
        if number:  # it is said once: from then on the colour says it
            at = writer.block(style.hair(0.4))
            writer.places.open(Kind.PROSE, number, prose.body.text, at)
            self._write_prose(number, prose)
            return
        at = writer.block(style.block(style.gutter, above=0.5, below=0.1))
        writer.places.open(Kind.PROSE, number, prose.body.text, at)
        label = QCoreApplication.translate("header", "Text without a signature")
        form = QTextCharFormat(style.chars(Words(color=style.palette.muted, scale=0.82)))
        form.setToolTip(
            QCoreApplication.translate(
                "header", "This text of the page carries no signature, so it is nobody's comment."
            )
        )
        writer.words(label, form)
        self._write_prose(number, prose)

    def _write_prose(self, number: int, prose: Prose) -> None:
        home = Home(prose_key(number), prose.body)
        if self._style.look.side_by_side and self._pairs.of(home.key):
            self._prose_sides.write(home, self._style.gutter)
        else:
            self._asides.write(prose.body, self._style.gutter)

    def _comment(self, comment: Comment) -> None:
        style, writer = self._style, self._writer
        left = style.left(self._threads.depth(comment.index))
        if self._timeline is not None:
            self._timeline.day(comment)
        at = writer.block(style.block(left, above=0.95, below=0.15))
        entry = writer.places.open(Kind.COMMENT, comment.index, comment.body.text, at)
        self._header(comment)
        if self._timeline is not None:
            self._timeline.answers(comment, left)
        entry.words = writer.at + 1
        if style.look.side_by_side and self._pairs.of(comment.index):
            self._sides.write(Home(comment.index, comment.body), left)
        else:
            self._bodies.write(comment.body, left)
        if comment.trailing.strip():
            self._trailing(comment.trailing, left)
        if self._threads.replies(comment.index):
            entry.summary = self._summary(comment.index, left)

    def _header(self, comment: Comment) -> None:
        style, writer = self._style, self._writer
        name = shown_author(comment)
        quiet = Words(color=style.palette.muted, scale=0.86)
        if comment.author is None:
            words = Words(color=style.palette.muted, italic=True)
        else:
            number = self._people[comment.author]
            script = script_of(name, style.look.script)
            words = Words(script=script, bold=True, color=style.person(number))
        form = QTextCharFormat(style.chars(words))
        form.setToolTip(name_hint(comment))
        if comment.author is not None:
            form.setAnchor(True)
            form.setAnchorHref(writer.link(f"{PERSON}{comment.author}"))
        writer.words(isolated(name), form)
        also = display_name(comment)
        if also:
            writer.words(f"  {also}", style.chars(quiet))
        time = QTextCharFormat(style.chars(quiet))
        time.setToolTip(time_hint(comment))
        # no dot: it would end the line where the time stands on the next one
        writer.words("\u2002\u2002", style.chars(quiet))
        # whole, or on a line of its own: "UTC" below a name says nothing
        moment = shown_time(comment.signatures[0], self._times).replace(" ", "\u00a0")
        writer.words(isolated(moment), time)
        for badge in badges(
            comment, told=self._told, opens_box=opens_box(self._page.comments, comment.index)
        ):
            color = style.palette.caution if badge.caution else style.palette.muted
            ground = "" if badge.quiet else style.palette.badge
            look = Words(color=color, scale=0.8, ground=ground)
            form = QTextCharFormat(style.chars(look))
            form.setToolTip(badge.hint)
            writer.words("\u2002", style.chars(quiet))
            writer.words(f"\u00a0{isolated(badge.word)}\u00a0", form)

    def _trailing(self, text: str, left: int) -> None:
        style = self._style
        script = script_of(text, style.look.script)
        self._writer.block(style.block(left, script=script))
        look = Words(script=script, color=style.palette.muted, scale=0.9)
        self._writer.words(text.strip(), style.chars(look))

    def _summary(self, index: int, left: int) -> int:
        """Write the line that stands for folded replies, hidden until they are folded."""
        style, writer = self._style, self._writer
        at = writer.block(style.block(left, above=0.1, below=0.2))
        form = QTextCharFormat(style.chars(Words(color=style.palette.link, scale=0.92)))
        form.setAnchor(True)
        form.setAnchorHref(writer.link(f"{UNFOLD}{index}"))
        count = len(self._threads.below(index))
        names = summary_names(self._threads.authors_below(index))
        writer.words(replies_by(count, names), form)
        writer.cursor.block().setVisible(False)
        return at


def summary_names(authors: list[str | None]) -> str:
    """Return the first two names and how many more there are: "A, B, +2"."""
    names = [isolated(shown_name(author)) for author in authors]
    rest = len(names) - 2
    return listed(names[:2] + ([f"+{rest}"] if rest > 0 else []))


class DocumentBuilder(QObject):
    """Builds one page into one document, some milliseconds at a time."""

    grown = Signal()
    """Another slice was added."""
    finished = Signal()
    """All of the page is in the document."""

    def __init__(
        self, page: ReadingPage, part: Part, document: QTextDocument, style: Style
    ) -> None:
        super().__init__(document)
        self.page = page
        self.part = part
        self.places = Places()
        self.threads = Threads(page.comments, flat=style.look.by_time)
        self.style = style
        self._document = document
        self._writer = Writer(document, style, self.places)
        self.adapt: Callable[[Sequence[Entry]], None] | None = None
        """Called with the new entries before a slice is laid out."""
        self._steps: Iterator[int] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next_slice)

    @property
    def target(self) -> Writer:
        """The pen, which knows the links."""
        return self._writer

    @property
    def building(self) -> bool:
        """True until the last slice is there."""
        return self._timer.isActive()

    def start(self, times: Times = Times.UTC) -> None:
        """Build the first screen now and the rest in slices."""
        self._steps = PageWriter(
            self.page, self._writer, times, self.threads, self.part
        ).write_all()
        self._timer.start()
        self._slice(lambda characters: characters > FIRST)

    def stop(self) -> None:
        """Leave the document as it is."""
        self._timer.stop()

    def _next_slice(self) -> None:
        began = perf_counter()
        self._slice(lambda _characters: perf_counter() - began > SLICE)

    def _slice(self, enough: Callable[[int], bool]) -> None:
        """Build until it is enough, as one change of the document: it is laid out once."""
        edit = QTextCursor(self._document)
        edit.beginEditBlock()
        before = len(self.places.entries)
        done = not any(enough(characters) for characters in self._steps)
        if self.adapt is not None:
            self.adapt(self.places.entries[before:])
        edit.endEditBlock()
        self.grown.emit()
        if done:
            self._timer.stop()
            self.finished.emit()
