"""Files and folders that are dropped on the window, as a file manager drops them."""

from __future__ import annotations

import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.importing import Choice
from talkreader.ui.dialogs.reports import ReportsDialog
from tests.test_ingest import dump
from tests.ui import dragging

HTML = (
    '<html><body><p>Hello. <a href="/wiki/User:Ada" title="User:Ada">Ada</a>'
    " 10:01, 1 May 2024 (UTC)</p></body></html>"
)
TEXT = "Hello {n}. [[User:Ada]] 10:0{n}, 1 May 2024 (UTC)\n"


def drop(program: Program, *paths: Path) -> None:
    assert dragging.drop(program.window, paths)


def settled(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)


def two_copies(tmp_path: Path) -> Path:
    """Return a folder with two copies of a page, the newer one behind."""
    for number in (1, 2):
        folder = tmp_path / "in" / str(number)
        folder.mkdir(parents=True)
        said = [TEXT.format(n=n) for n in range(1, number + 1)]
        (folder / "Talk_Boats.wiki").write_text("\n".join(said))
    return tmp_path / "in"


def test_a_folder_with_odd_files_opens_its_first_page_and_says_once_what_was_left(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "saved"
    (folder / "a_files").mkdir(parents=True)
    (folder / "a.html").write_text(HTML)
    (folder / "a_files" / "frame.html").write_text("<html><body>buy</body></html>")
    (folder / "b.wiki").write_text(TEXT.format(n=2))
    (folder / "empty.wiki").touch()
    (folder / "gone.wiki").symlink_to("nowhere")

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        drop(program, folder)
    settled(program, qtbot)

    assert "Imported 2 pages" in program.window.message.text()
    assert "2 files could not be read" in program.window.message.text()
    assert len(program.session.library.pages.all()) == 2
    assert program.session.pages.page is not None
    program.importing.show_reports()
    (dialog,) = program.window.findChildren(ReportsDialog)
    rows = [dialog.files.topLevelItem(row) for row in range(dialog.files.topLevelItemCount())]
    assert {row.text(0) for row in rows[:2]} == {"empty.wiki", "gone.wiki"}
    assert [row.text(2) for row in rows[-1:]] == ["No page (picture, script, part of a page)"]
    assert not dialog.warnings.isVisible()
    dialog.files.setCurrentItem(rows[0])
    assert str(folder) in dialog.whole.text()
    dialog.reject()


def test_of_several_copies_of_one_page_in_a_folder_the_newest_is_read(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        drop(program, two_copies(tmp_path))
    settled(program, qtbot)
    qtbot.waitUntil(lambda: program.session.pages.page.info.comments == 2, timeout=20_000)

    page = program.session.pages.page.info
    assert (page.version, page.current) == (2, True)
    qtbot.waitUntil(lambda: list(program.window.library.listed.ids) == [page.id])


def test_the_first_page_with_comments_is_read_though_others_come_before_it(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    texts = {"Talk:Boats": "Nobody has said anything yet.", "Talk:Ferries": TEXT.format(n=1)}
    (folder / "dump.xml").write_text(dump(texts))

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        drop(program, folder)
    settled(program, qtbot)

    qtbot.waitUntil(lambda: program.session.pages.page is not None, timeout=20_000)
    assert program.session.pages.page.info.comments == 1


def test_an_import_after_one_without_a_page_leaves_the_page_that_is_read(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "article.txt").write_text("Ferries are ships.\n")
    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        drop(program, tmp_path / "in")
    settled(program, qtbot)
    (tmp_path / "read.wiki").write_text(TEXT.format(n=1))
    with qtbot.waitSignal(program.session.pages.page_opened, timeout=20_000):
        program.session.pages.open_files([tmp_path / "read.wiki"])
    settled(program, qtbot)
    here = program.session.pages.page.info.id
    (tmp_path / "other.wiki").write_text(TEXT.format(n=2))

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        program.session.imports.start([tmp_path / "other.wiki"], Choice())
    settled(program, qtbot)

    assert program.session.pages.page.info.id == here


def test_a_page_that_is_removed_before_its_import_ends_is_no_fault(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.wiki").write_text(TEXT.format(n=1))
    imports, pages = program.session.imports, program.session.library.pages
    imports.first_stored.connect(lambda _job, _page: program.session.pages.close_page())
    imports.first_stored.connect(lambda _job, page: pages.forget(page))

    with qtbot.waitSignal(imports.finished, timeout=20_000):
        drop(program, tmp_path / "in")
    settled(program, qtbot)

    assert pages.all() == []


def test_a_folder_without_a_discussion_says_so(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "article.txt").write_text("Ferries are ships.\n")

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        drop(program, tmp_path / "in")
    settled(program, qtbot)

    assert program.window.message.text() == "No discussion was found in in."
    assert program.session.pages.page is None


def test_a_dropped_file_of_which_a_part_was_left_out_says_so(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    import zipfile

    file = tmp_path / "box.zip"
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("a.wiki", TEXT.format(n=1))
        made.writestr("empty.wiki", "")

    with qtbot.waitSignal(program.session.pages.import_finished, timeout=20_000):
        drop(program, file)
    settled(program, qtbot)

    assert "1 file could not be read" in program.window.message.text()


def test_a_dropped_file_of_which_records_were_left_out_says_so_and_shows_which(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "records.jsonl"
    said = {"text": "Hello", "speaker": "Ada", "timestamp": 1714557660, "reply_to": None}
    lines = [json.dumps({"id": f"{n}", "conversation_id": "0", **said}) for n in range(3)]
    file.write_text("\n".join([*lines[:2], '{"id": ', lines[2]]) + "\n")

    with qtbot.waitSignal(program.session.pages.import_finished, timeout=20_000):
        drop(program, file)
    settled(program, qtbot)
    program.window.message.action.click()

    (dialog,) = program.window.findChildren(ReportsDialog)
    row = dialog.warnings.topLevelItem(0)
    assert row is not None
    assert (row.text(0), row.text(1)) == ("records.jsonl", "3")


def test_a_damaged_container_in_a_folder_is_named_when_nothing_could_be_read_of_it(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "a.wiki").write_text(TEXT.format(n=1))
    (folder / "box.zip").write_bytes(b"PK\x03\x04nothing")

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        program.session.imports.start([folder], Choice(), ("", "", ""))
    settled(program, qtbot)

    assert "1 file could not be read: box.zip." in program.window.message.text()


def three_files(tmp_path: Path) -> list[Path]:
    """Return a page and two files that cannot be read."""
    (tmp_path / "a.wiki").write_text(TEXT.format(n=1))
    (tmp_path / "empty.wiki").touch()
    return [tmp_path / "empty.wiki", tmp_path / "a.wiki", tmp_path / "gone.wiki"]


def test_of_several_files_the_first_that_can_be_read_opens_and_all_others_are_named(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    files = three_files(tmp_path)

    with qtbot.waitSignal(program.session.pages.import_finished, timeout=20_000):
        drop(program, *files)
    settled(program, qtbot)

    said = program.window.message.text()
    assert program.session.pages.page.info.origin.path == str(files[1])
    assert "2 files could not be read: empty.wiki, gone.wiki." in said
    program.window.message.action.click()
    (dialog,) = program.window.findChildren(ReportsDialog)
    rows = [dialog.files.topLevelItem(row) for row in range(dialog.files.topLevelItemCount())]
    assert [row.text(0) for row in rows] == ["empty.wiki", "gone.wiki", "a.wiki"]
    dialog.reject()


def test_all_of_several_files_that_cannot_be_read_are_named(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    files = three_files(tmp_path)

    with qtbot.waitSignal(program.session.pages.import_finished, timeout=20_000):
        drop(program, files[0], files[2])
    settled(program, qtbot)

    said = program.window.message.text()
    assert said == "2 files could not be read: empty.wiki, gone.wiki."
    assert program.session.pages.page is None
    assert program.window.empty.isVisible()


def test_a_page_without_comments_that_is_one_of_several_files_is_kept(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.wiki").write_text(TEXT.format(n=1))
    (tmp_path / "letter.txt").write_text("Dear reader, nobody signed this.\n")

    with qtbot.waitSignal(program.session.pages.import_finished, timeout=20_000):
        drop(program, tmp_path / "a.wiki", tmp_path / "letter.txt")
    settled(program, qtbot)

    assert len(program.session.library.pages.all()) == 2
    assert not program.window.message.isVisible()


def test_what_is_damaged_among_several_files_is_told(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    text = dump({"Talk:Ferries": TEXT.format(n=1), "Talk:Boats": TEXT.format(n=2)})
    (tmp_path / "a.xml").write_text(text[: text.rindex("<text>")])
    (tmp_path / "b.wiki").write_text(TEXT.format(n=3))

    with qtbot.waitSignal(program.session.pages.import_finished, timeout=20_000):
        drop(program, tmp_path / "a.xml", tmp_path / "b.wiki")
    settled(program, qtbot)

    assert "a.xml is cut off or broken" in program.window.message.text()
    assert len(program.session.library.pages.all()) == 2

    (tmp_path / "c.wiki").touch()
    with qtbot.waitSignal(program.session.pages.import_finished, timeout=20_000):
        drop(program, *(tmp_path / name for name in ("c.wiki", "a.xml", "b.wiki")))
    settled(program, qtbot)

    said = program.window.message.text()
    told = "1 file could not be read: c.wiki. 1 file could be read in part only: a.xml."
    assert said == f"Nothing new: 2 pages as stored before. {told}"
