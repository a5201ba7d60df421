"""Invented pages to read: what the window's tests show. All people and topics are made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from talkreader.domain.bilingual import Pair, PairOrigin, Segment
from talkreader.domain.body import BlockKind, BlockSpan, Body, Mark, MarkKind, Span
from talkreader.domain.note import AnchorState, Color, Note, Placed, Target
from talkreader.domain.page import Form, Origin, PageInfo, PageKey, Revision
from talkreader.domain.thread import (
    Comment,
    Evidence,
    PageWarning,
    Prose,
    Section,
    Signature,
    WarningKind,
)
from talkreader.reading import ReadingPage

START = datetime(2023, 3, 4, 9, 30, tzinfo=UTC)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def signed(moment: datetime) -> str:
    """Return a time as an English wiki writes it; strftime writes as the system does."""
    return f"{moment:%H:%M, %d} {MONTHS[moment.month - 1]} {moment:%Y} (UTC)"


PEOPLE = ("Ada Fenwick", "林知夏", "Tomasz Wolny", "Old Harbour", "程雨桐", "Mirela K.", "沈默")
ENGLISH = (
    "I would rather keep the lighthouse photographs in one gallery than spread them over three.",
    "The harbour map is from 1911, so the coast line no longer matches what visitors see today.",
    "Thank you, that answers my question about the ferry timetable.",
    "Could somebody with access to the county archive check the spelling of the keeper's name?",
)
CHINESE = (
    "我觉得灯塔的照片应该放在同一个图库里,不要分成三处。",
    "港口地图是1911年的,海岸线和现在看到的已经不一样了。",
    "谢谢,这就回答了我关于渡轮时刻表的问题。",
    "有没有人能到县档案馆查一下守塔人名字的写法?",
)
PAIRED = (
    ("The gallery will move on Monday.", "图库将在星期一迁移。"),
    ("Nothing will be deleted.", "不会删除任何内容。"),
    ("Please write to us if a picture is missing!", "如果缺少图片,请写信给我们!"),
)


def make_comment(
    index: int,
    text: str | Body,
    *,
    section: int = 0,
    parent: int | None = None,
    level: int = 1,
    author: str | None = "Ada Fenwick",
    evidence: Evidence = Evidence.MARKUP,
    warnings: tuple[PageWarning, ...] = (),
    trailing: str = "",
) -> Comment:
    """Return a comment, half an hour after the one before it."""
    moment = START + timedelta(minutes=30 * index)
    span = Span(index * 1000 + 100, index * 1000 + 900)
    return Comment(
        index=index,
        section=section,
        parent=parent,
        level=level,
        level_evidence=evidence,
        signatures=(Signature(author, moment, signed(moment), span),),
        body=text if isinstance(text, Body) else Body(text),
        span=span,
        trailing=trailing,
        warnings=warnings,
    )


def make_info(comments: int = 0, sections: int = 1, page_id: int = 1) -> PageInfo:
    """Return what a library would know of the page."""
    return PageInfo(
        id=page_id,
        key=PageKey("harbourwiki", "Talk:Lighthouse gallery"),
        namespace=1,
        language="en",
        form=Form.WIKITEXT,
        origin=Origin(path="lighthouse.txt", container="wikitext"),
        revision=Revision(),
        imported=START,
        version=1,
        current=True,
        sections=sections,
        comments=comments,
        people=len(PEOPLE),
        first=START,
        last=START + timedelta(minutes=30 * comments),
    )


def as_page(
    comments: list[Comment], sections: list[Section] | None = None, prose: tuple[Prose, ...] = ()
) -> ReadingPage:
    """Return a page of these comments, with one heading when no sections are given."""
    if sections is None:
        sections = [
            Section(0, None, 0, None, Span(0, 0)),
            Section(1, "Moving", 2, None, Span(1, 9)),
        ]
        comments = [replace(comment, section=1) for comment in comments]
    info = make_info(len(comments), len(sections))
    return ReadingPage(info, tuple(sections), tuple(comments), prose, "source text")


def make_page(comments: int = 12, *, chinese: float = 0.35, per_section: int = 40) -> ReadingPage:
    """Return a page with threads up to five levels deep, ``chinese`` of its comments in Chinese.

    The first comment of each section starts a thread; every section but the lead has a heading,
    some of them sub-headings, and a line of prose.
    """
    made: list[Comment] = []
    sections = [Section(0, None, 0, None, Span(0, 0))]
    prose = [Prose(0, Body("This page is about the gallery, not the lighthouse."), Span(0, 50))]
    stack: list[int] = []
    for index in range(comments):
        if index % per_section == 0:
            number = len(sections)
            place = index * 1000 + 50
            level, above = (3, number - 1) if number % 3 == 0 else (2, None)
            heading = f"第{number}节 图库" if number % 2 == 0 else f"Gallery question {number}"
            sections.append(Section(number, heading, level, above, Span(place, place + 20)))
            if number % 4 == 2:
                words = Body("An unsigned remark that nobody claims.")
                prose.append(Prose(number, words, Span(place + 25, place + 45)))
            stack = []
        depth = (index * 7 % 11) % (min(len(stack), 4) + 1)
        del stack[depth:]
        made.append(_numbered(index, len(sections) - 1, stack, chinese))
        stack.append(index)
    return as_page(made, sections, tuple(prose))


def _numbered(index: int, section: int, stack: list[int], chinese: float) -> Comment:
    is_chinese = (index * 37 % 100) < chinese * 100
    lines = CHINESE if is_chinese else ENGLISH
    count = 1 + index % 3
    text = "\n".join(lines[(index + step) % len(lines)] for step in range(count))
    inferred = index % 5 == 4
    lost = index % 11 == 10
    return make_comment(
        index,
        text,
        section=section,
        parent=stack[-1] if stack else None,
        level=len(stack) + 1,
        author=None if lost else PEOPLE[index * 5 % len(PEOPLE)],
        evidence=Evidence.INFERRED if inferred else Evidence.MARKUP,
        warnings=(PageWarning(WarningKind.NAME_NOT_KEPT),) if lost else (),
    )


def make_deep_page(depth: int = 12, siblings: int = 2) -> ReadingPage:
    """Return one thread: each comment has ``siblings`` answers, only the last goes deeper."""
    made = [make_comment(0, ENGLISH[0], author=PEOPLE[0])]
    last = 0
    for level in range(2, depth + 1):
        parent = last
        for turn in range(siblings):
            last = len(made)
            author = PEOPLE[last % len(PEOPLE)]
            text = f"{ENGLISH[turn % 4]} ({level}.{turn + 1})"
            made.append(make_comment(last, text, parent=parent, level=level, author=author))
    return as_page(made)


def make_long_thread(replies: int = 2000, comments: int = 5000) -> ReadingPage:
    """Return a page of ``comments`` whose second comment has ``replies`` answers below it."""
    page = make_page(comments, per_section=comments)
    made = []
    for comment in page.comments:
        if 1 < comment.index <= 1 + replies:
            level = 2 + comment.index % 4 if comment.index > 5 else comment.index
            parent = 1 if level == 2 else comment.index - 1
            made.append(replace(comment, level=level, parent=parent))
        else:
            made.append(replace(comment, level=1, parent=None))
    return replace(page, comments=tuple(made))


def make_bilingual_page() -> ReadingPage:
    """Return three comments; the first says everything in English and again in Chinese."""
    english = " ".join(pair[0] for pair in PAIRED)
    chinese = "".join(pair[1] for pair in PAIRED)
    text = f"A word before.\n{english}\n中文版:\n{chinese}\nSo much for today."
    pairs = []
    for source, target in PAIRED:
        pairs.append(
            Pair(
                _segment(0, text, source, "en"),
                _segment(0, text, target, "zh-hans"),
                PairOrigin.SAME_POST,
                0.9,
            )
        )
    comments = [
        make_comment(0, text, author="Old Harbour"),
        make_comment(1, CHINESE[2], parent=0, level=2, author="林知夏"),
        make_comment(2, ENGLISH[3], parent=0, level=2, author="Mirela K."),
    ]
    return replace(as_page(comments), pairs=tuple(pairs))


def _segment(comment: int, text: str, words: str, language: str) -> Segment:
    start = text.index(words)
    return Segment(comment, start, start + len(words), language, words)


def make_rich_page() -> ReadingPage:
    """Return a page whose second comment has every kind of block and mark."""
    parts: list[tuple[str, BlockKind, int, int, int]] = [
        ("Bold words, italic words, struck words and code_words.", BlockKind.PARAGRAPH, 0, 0, 0),
        ("See Harbour/Map and example.org/ferry for more.", BlockKind.PARAGRAPH, 0, 0, 0),
        ("first thing", BlockKind.BULLET, 1, 0, 0),
        ("a thing below it", BlockKind.BULLET, 2, 0, 0),
        ("step one", BlockKind.NUMBER, 1, 0, 0),
        ("step two", BlockKind.NUMBER, 1, 0, 0),
        ("The keeper wrote this down in 1911.", BlockKind.QUOTE, 0, 0, 0),
        ("{{gallery|width=200}}", BlockKind.CODE, 0, 0, 0),
        ("Year", BlockKind.CELL, 0, 0, 0),
        ("Ships", BlockKind.CELL, 0, 0, 1),
        ("1911", BlockKind.CELL, 0, 1, 0),
        ("twelve, and a ferry", BlockKind.CELL, 0, 1, 1),
        ("后面还有一段中文。", BlockKind.PARAGRAPH, 0, 0, 0),
    ]
    text, blocks = "", []
    for words, kind, depth, row, column in parts:
        start = len(text)
        blocks.append(BlockSpan(start, start + len(words), kind, depth, row, column))
        text += words + "\n"
    text = text[:-1]
    marked = (
        ("Bold words", MarkKind.BOLD, ""),
        ("italic words", MarkKind.ITALIC, ""),
        ("struck words", MarkKind.STRUCK, ""),
        ("code_words", MarkKind.CODE, ""),
        ("Harbour/Map", MarkKind.LINK, "Harbour/Map#Coast"),
        ("example.org/ferry", MarkKind.EXTERNAL, "https://example.org/ferry"),
    )
    marks = [
        Mark(text.index(words), text.index(words) + len(words), kind, target)
        for words, kind, target in marked
    ]
    comments = [
        make_comment(0, ENGLISH[0]),
        make_comment(
            1,
            Body(text, tuple(blocks), tuple(marks)),
            parent=0,
            level=2,
            author="程雨桐",
            trailing="(corrected 5 March)",
        ),
        make_comment(
            2,
            ENGLISH[2],
            author=None,
            evidence=Evidence.INFERRED,
            warnings=(PageWarning(WarningKind.NAME_NOT_KEPT),),
        ),
    ]
    return as_page(comments, prose=(Prose(1, Body("{{closed}}"), Span(20, 30)),))


def make_note(
    comment: int, start: int, end: int, color: Color | None = Color.YELLOW, text: str = ""
) -> Placed:
    """Return a note that stands at these offsets of the comment's body."""
    target = Target("harbourwiki", "Talk:Lighthouse gallery", start=start, end=end)
    note = Note(f"note-{comment}-{start}-{end}-{color}", (target,), color, text, (), START, START)
    return Placed(note, 0, AnchorState.EXACT, comment, start, end)
