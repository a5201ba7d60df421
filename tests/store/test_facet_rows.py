"""The small rows that searches count by stand for exactly the texts that are found."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from talkreader.domain.grammar import parse_query
from talkreader.domain.thread import Comment
from talkreader.store import Library, open_library
from talkreader.store.files.schema import ARCHIVE, Schema, migrate
from talkreader.store.values.folding import fold, index_tokens, single_characters
from talkreader.store.values.meta import MARK
from talkreader.store.values.rows import pack, pack_text
from talkreader.store.values.timekeys import minute_of
from tests.store.pages import Said, make_page

ONE = (
    Said("Who lit the lamp?", "Wren"),
    Said("I did.", "燕子", answers=0),
    Said("When?", "Wren", answers=1),
    Said("And the oil?", "Old Oak", answers=0),
)
OTHER = (Said("Nobody answers.", None, None), Said("Indeed " * 200, "Wren", answers=0))


_MARKED = re.compile(MARK)
_PLACE = re.compile(r"(?<= )(s[0-9a-f]*)(?=n|x)")


def rows(folder: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection:
        return connection.execute("SELECT * FROM facet ORDER BY id").fetchall()


def answered(folder: Path) -> list[tuple[int, int | None]]:
    """Return (comment, whom it answers) by their index, page by page."""
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection:
        return connection.execute(
            "SELECT item.idx, above.idx FROM item JOIN facet ON facet.item = item.id"
            " LEFT JOIN facet AS up ON up.id = facet.parent"
            " LEFT JOIN item AS above ON above.id = up.item WHERE item.kind = 0"
            " ORDER BY item.page, item.idx"
        ).fetchall()


def extra_of(comment: Comment) -> bytes:
    """Return what a row had of a comment until version 10."""
    signatures = [
        [s.author, s.display_name, minute_of(s.timestamp), s.raw, s.span.start, s.span.end]
        for s in comment.signatures
    ]
    level = [comment.level, comment.level_evidence, comment.confidence]
    rest = [comment.trailing, comment.source, comment.box, [], []]
    return pack([comment.parent, *level, signatures, *rest])


def make_old(folder: Path) -> None:
    """Make the library one of the first version, with the same rows in it."""
    with open_library(folder) as library:
        infos = library.pages.all(current_only=False)
        pages = [library.pages.contents(info.id) for info in infos]
    now, old = folder / "archive.sqlite", folder / "old.sqlite"
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        migrate(connection, Schema(old.name, ARCHIVE.steps[:1]))
        connection.execute("ATTACH ? AS now", (str(now),))
        for table in ("context", "page", "section", "person"):
            names = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
            connection.execute(
                f"INSERT INTO {table} SELECT {', '.join(names)} FROM now.{table}"  # noqa: S608
            )
        # the whole text stood there
        connection.executemany(
            "UPDATE page SET text = ? WHERE id = ?",
            [(pack_text(page.text), page.info.id) for page in pages],
        )
        # the texts had the keys of the index for their numbers, and older versions a table
        columns = "item.page, kind, idx, item.section, minute, item.person, start, end, text"
        connection.execute(
            f"INSERT INTO item SELECT facet.id, {columns}, meta, extra FROM now.item"  # noqa: S608
            " JOIN now.facet ON facet.item = item.id"
        )
        connection.execute(
            f"INSERT INTO old_item SELECT {columns}, extra FROM now.item"  # noqa: S608
            " WHERE id NOT IN (SELECT item FROM now.facet)"
        )
        # and each row what its page has for all of them
        for page in pages:
            extras = [(extra_of(one), page.info.id, 0, one.index) for one in page.comments]
            extras += [(b"[null,[]]", page.info.id, 2, place) for place in range(len(page.prose))]
            for table in ("item", "old_item"):
                connection.executemany(
                    f"UPDATE {table} SET extra = ?"  # noqa: S608
                    " WHERE page = ? AND kind = ? AND idx = ?",
                    extras,
                )
        # what is said of a text stood in a column of its own, its site apart from its namespace
        connection.create_function(
            "apart", 1, lambda tokens: _PLACE.sub(r"\1 ", _MARKED.sub("", tokens))
        )
        connection.execute("UPDATE item SET meta = apart(meta)")
        for table, column in (("words", "txt, meta"), ("singles", "txt")):
            for key, text, tokens in connection.execute("SELECT id, text, meta FROM item"):
                values = {"words": (index_tokens(fold(text), closed=True), tokens)}.get(
                    table, (single_characters(fold(text)),)
                )
                connection.execute(
                    f"INSERT INTO {table} (rowid, {column})"  # noqa: S608
                    f" VALUES ({key}, {', '.join('?' * len(values))})",
                    values,
                )
    for path in folder.glob("archive.sqlite*"):
        path.unlink()
    old.rename(now)


def save(library: Library) -> None:
    library.pages.save(make_page(ONE, prose="Some words before."))
    library.pages.save(make_page(OTHER, title="Talk:Oil"))


def test_every_comment_knows_the_comment_it_answers(tmp_path):
    with open_library(tmp_path) as library:
        save(library)

    assert answered(tmp_path) == [(0, None), (1, 0), (2, 1), (3, 0), (0, None), (1, 0)]


def test_a_library_of_the_first_version_gets_the_rows_it_would_have_now(tmp_path):
    with open_library(tmp_path) as library:
        save(library)
    expected = rows(tmp_path)
    make_old(tmp_path)

    open_library(tmp_path).close()

    assert [row[:5] for row in rows(tmp_path)] == [row[:5] for row in expected]
    assert expected
    assert answered(tmp_path) == [(0, None), (1, 0), (2, 1), (3, 0), (0, None), (1, 0)]


def test_who_opens_a_library_of_the_first_version_hears_of_the_work_and_only_then(tmp_path):
    heard = []
    with open_library(tmp_path, busy=lambda: heard.append(1)) as library:
        save(library)
        for number in range(60):
            library.pages.save(make_page([*ONE] * 5, title=f"Talk:{number}"), detail=False)
    assert not heard
    make_old(tmp_path)

    open_library(tmp_path, busy=lambda: heard.append(1)).close()
    assert len(heard) > 1  # at the beginning, and while it goes on

    heard.clear()
    open_library(tmp_path, busy=lambda: heard.append(1)).close()
    assert not heard


def test_a_library_of_the_first_version_finds_and_takes_in_what_it_should(tmp_path):
    lamp = make_page([*ONE, "A fifth."])
    with open_library(tmp_path) as library:
        save(library)
        library.pages.save(lamp)
    make_old(tmp_path)

    with open_library(tmp_path) as library:
        before, now = library.pages.versions(lamp.raw.key)
        assert [c.body.text for c in library.pages.contents(before.id).comments] == [
            one.text for one in ONE
        ]
        assert library.pages.contents(now.id).parsed().comments[4].body.text == "A fifth."
        assert library.count(parse_query("oil in:lighthouse")) == 1
        assert library.count(parse_query("from:wren")) == 4
        library.pages.save(make_page(["Only oil."]))
        assert library.count(parse_query("oil in:lighthouse")) == 1
        assert library.count(parse_query("from:wren")) == 2
        assert library.check() == []
        library.pages.forget(library.pages.versions(lamp.raw.key)[-1].id)
        assert library.count(parse_query("fifth")) == 1


def test_an_archive_is_brought_up_to_date_without_a_copy_of_it(tmp_path):
    for _ in range(2):
        with open_library(tmp_path) as library:
            save(library)
        make_old(tmp_path)
        open_library(tmp_path).close()

    assert not [path for path in tmp_path.rglob("archive*") if path.stem != "archive"]


@pytest.mark.parametrize("detail", [True, False])
def test_the_rows_come_and_go_with_the_texts(tmp_path, detail):
    def ids() -> tuple[list[object], list[object]]:
        with closing(sqlite3.connect(tmp_path / "archive.sqlite")) as connection:
            items = connection.execute(
                "SELECT item.id FROM item JOIN page ON page.id = item.page WHERE current"
            ).fetchall()
        return sorted(row[5] for row in rows(tmp_path)), sorted(row[0] for row in items)

    with open_library(tmp_path) as library:
        save(library)
        newer = library.pages.save(make_page([*ONE, "A fifth."]), detail=detail)
        facets, items = ids()
        assert facets == items

        library.pages.forget(newer.id)
        facets, items = ids()
        assert facets == items
        assert len(answered(tmp_path)) == 6
