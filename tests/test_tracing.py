"""The versions of comments, from a full history and from copies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from talkreader import ingest, reading, tracing
from talkreader.domain.page import ChangeKind, CommentChange, Form, PageInfo, RawPage, Revision
from talkreader.domain.versions import CommentHistory, fold_versions
from talkreader.parsing import parse
from talkreader.store import Library, open_library
from tests.parsing.test_history import said
from tests.test_import_history import KEY, TEXTS, dump

FIRST, EDITED = ChangeKind.FIRST, ChangeKind.EDITED
REMOVED, RESTORED = ChangeKind.REMOVED, ChangeKind.RESTORED


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def keep(library: Library, *comments: str) -> PageInfo:
    text = "\n".join(comments) + "\n"
    return library.pages.save(
        parse(RawPage(Form.WIKITEXT, text, title="Talk:Boats", site="harbour"))
    )


def told(history: CommentHistory) -> list[tuple[ChangeKind, str | None, str | None]]:
    return [(one.kind, one.before, one.text) for one in history.versions]


def change(kind: ChangeKind, text: str | None = None) -> CommentChange:
    return CommentChange("c-Ada-20230504100100", 0, kind, Revision(1), text)


def test_words_before_and_after_each_change_are_known() -> None:
    changes = [change(FIRST), change(EDITED, "one"), change(REMOVED, "two")]

    versions = fold_versions(changes, None)

    assert [(v.before, v.text) for v in versions] == [
        (None, "one"),
        ("one", "two"),
        ("two", None),
    ]


def test_comment_put_back_as_it_was_keeps_its_words_once_and_tells_them_each_time() -> None:
    changes = [change(FIRST), change(REMOVED), change(RESTORED), change(EDITED, "one")]

    versions = fold_versions(changes, "two")

    assert [(v.before, v.text) for v in versions] == [
        (None, "one"),
        ("one", None),
        ("one", "one"),
        ("one", "two"),
    ]


def test_comment_put_back_with_other_words_tells_both() -> None:
    changes = [change(FIRST), change(REMOVED, "one"), change(RESTORED)]

    assert fold_versions(changes, "two")[-1].before == "one"
    assert fold_versions(changes, "two")[-1].text == "two"


def test_full_history_tells_of_comments_that_are_there_and_of_those_gone(
    library: Library, tmp_path: Path
) -> None:
    (info,) = ingest.import_files([dump(tmp_path, TEXTS)], library).pages
    page = reading.open_page(library, info.id)

    stays, gone = tracing.histories_of(library, page)

    assert info.key == KEY
    assert told(stays) == [(FIRST, None, "Out."), (EDITED, "Out.", "Out!")]
    assert stays.versions[1].revision.contributor == "Ida Holm"
    assert (gone.index, told(gone)) == (
        None,
        [(FIRST, None, "Lit."), (REMOVED, "Lit.", None)],
    )


def test_without_a_history_the_copies_tell_what_they_can(library: Library) -> None:
    keep(library, said("Out."), said("Lit.", "Bo"))
    keep(library, said("Out!"))
    page = reading.open_page(library, keep(library, said("Out!"), said("Lit.", "Bo")).id)

    ada, bo = tracing.histories_of(library, page)

    assert told(ada) == [(FIRST, None, "Out."), (EDITED, "Out.", "Out!")]
    assert told(bo) == [(FIRST, None, "Lit."), (REMOVED, "Lit.", None), (RESTORED, "Lit.", "Lit.")]


def test_one_copy_alone_has_one_version_of_each_comment(library: Library) -> None:
    page = reading.open_page(library, keep(library, said("Out.")).id)

    assert [told(one) for one in tracing.histories_of(library, page)] == [[(FIRST, None, "Out.")]]
