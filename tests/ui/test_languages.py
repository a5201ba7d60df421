"""The window speaks three languages, all of it."""

from __future__ import annotations

import importlib.util
import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from talkreader.archives import readers, sniff
from talkreader.archives.sniff import Kind
from talkreader.archives.text.encoding import Decoded
from talkreader.domain.errors import ArchiveError, NotAnArchive
from talkreader.domain.importing import ImportReport, Notice
from talkreader.domain.page import BOARD, CUT_SHORT, OF_THE_FORM
from talkreader.ui import words
from talkreader.ui.archive_words import archive_note, kind_of_source
from talkreader.ui.dialogs.reports import ReportsDialog
from talkreader.ui.languages import Interpreter, closest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
CHINESE = ("zh_CN", "zh_TW")


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    path = ROOT / "packaging" / "make_translations.py"
    spec = importlib.util.spec_from_file_location("make_translations", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(path: Path) -> dict[tuple[str, str], list[str]]:
    """Return translations by (context, source); an unfinished one is an empty list."""
    found = {}
    root = ET.parse(path).getroot()  # noqa: S314 - our own file
    for context in root.findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")]
            texts = forms or [translation.text or ""]
            done = translation.get("type") != "unfinished" and all(texts)
            source = message.findtext("source")
            found[context.findtext("name"), source] = texts if done else []
    return found


@pytest.mark.parametrize("language", [*CHINESE, "en"])
def test_every_word_of_the_program_is_translated(
    language: str, maker: ModuleType, tmp_path: Path
) -> None:
    maker.collect(tmp_path)

    wanted = messages(tmp_path / f"talkreader_{language}.ts").keys()
    known = messages(FOLDER / f"talkreader_{language}.ts")

    assert [key for key in wanted if not known.get(key)] == []


@pytest.mark.parametrize("language", CHINESE)
def test_translation_keeps_the_fields(language: str) -> None:
    for (context, source), texts in messages(FOLDER / f"talkreader_{language}.ts").items():
        for text in texts:
            fields = sorted(re.findall(r"\{\w*\}|%n", source))
            # %Ln is the number as people of the language write it: 5,015
            kept = re.findall(r"\{\w*\}|%n", text.replace("%Ln", "%n"))
            assert sorted(kept) == fields, (context, source)


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_sentences_have_chinese_punctuation(language: str) -> None:
    # a colon behind Latin letters is one that a person types: from:Name
    narrow = re.compile("[\u4e00-\u9fff][,;:?!]|[,;?!] ?[\u4e00-\u9fff]|:[\u4e00-\u9fff{]")
    typed = re.compile(r"[a-z]+:")
    for (context, source), texts in messages(FOLDER / f"talkreader_{language}.ts").items():
        for text in texts:
            plain = re.sub(r"\{\w+\}:", "", typed.sub("", text))  # an operator, shown as typed
            assert not narrow.search(plain), (context, source, text)


@pytest.mark.parametrize("language", [*CHINESE, "en"])
def test_compiled_translations_are_those_of_the_source(
    language: str, maker: ModuleType, tmp_path: Path
) -> None:
    name = f"talkreader_{language}"
    (tmp_path / f"{name}.ts").write_bytes((FOLDER / f"{name}.ts").read_bytes())
    for other in {*CHINESE, "en"} - {language}:
        source = FOLDER / f"talkreader_{other}.ts"
        (tmp_path / source.name).write_bytes(source.read_bytes())

    maker.compile_all(tmp_path)

    assert (tmp_path / f"{name}.qm").read_bytes() == (FOLDER / f"{name}.qm").read_bytes()


def test_traditional_and_simplified_are_not_mixed_up() -> None:
    import opencc

    to_simplified = opencc.OpenCC("t2s")
    for key, texts in messages(FOLDER / "talkreader_zh_CN.ts").items():
        for text in texts:
            assert to_simplified.convert(text) == text or "繁體" in text, key


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["zh-HK"], "zh_TW"),
        (["zh-Hant-MO"], "zh_TW"),
        (["zh-SG"], "zh_CN"),
        (["zh-Hans-TW"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["de-DE", "zh-TW"], "zh_TW"),
        (["en-GB", "zh-TW"], "en"),
        (["de-DE"], "en"),
        ([], "en"),
    ],
)
def test_language_closest_to_what_a_person_reads(wanted: list[str], code: str) -> None:
    assert closest(wanted) == code


def test_error_is_said_in_the_language_of_the_window(qapp: QApplication) -> None:
    interpreter = Interpreter(qapp)
    error = NotAnArchive("{path} is empty; copy the page again", path="a.txt")

    said = {}
    for code in ("zh_TW", "en"):
        interpreter.use(code)
        said[code] = words.sentence(error)

    assert said["en"] == "a.txt is empty; copy the page again."
    assert said["zh_TW"].startswith("a.txt ")
    assert "空" in said["zh_TW"]


def test_numbers_have_their_plurals(qapp: QApplication) -> None:
    interpreter = Interpreter(qapp)

    interpreter.use("en")
    english = [words.comments(1), words.comments(2)]
    interpreter.use("zh_CN")
    chinese = words.comments(2)
    interpreter.use("en")

    assert english == ["1 comment", "2 comments"]
    assert chinese == "2 条留言"


@pytest.mark.parametrize(
    ("code", "said"), [("en", "1 May 2024"), ("zh_CN", "2024年5月1日"), ("zh_TW", "2024年5月1日")]
)
def test_a_day_is_written_as_the_language_does(qapp: QApplication, code: str, said: str) -> None:
    interpreter = Interpreter(qapp)
    interpreter.use(code)
    written = words.day(date(2024, 5, 1))
    last = words.day(date(2024, 12, 31))
    interpreter.use("en")

    assert written == said
    assert "12" in last or "December" in last


def test_qt_own_words_are_translated_too(qapp: QApplication) -> None:
    interpreter = Interpreter(qapp)

    interpreter.use("zh_CN")
    cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
    interpreter.use("zh_TW")
    files = QFileDialog()
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    labels = [label.text() for label in files.findChildren(QLabel)]
    folder = QCoreApplication.translate("QAbstractFileIconProvider", "Folder")
    files.deleteLater()
    interpreter.use("en")

    assert cancel == "取消"
    assert folder == "資料夾"
    assert len(labels) == 3
    assert not any(label.isascii() for label in labels)


@pytest.mark.parametrize("code", ["zh_CN", "zh_TW"])
def test_keys_are_written_as_they_stand_on_a_keyboard(qapp: QApplication, code: str) -> None:
    interpreter = Interpreter(qapp)
    interpreter.use(code)
    native = QKeySequence.SequenceFormat.NativeText
    written = [QKeySequence(key).toString(native) for key in ("Alt+Left", "Del", "Ctrl+Return")]
    interpreter.use("en")

    assert written == ["Alt+←", "Del", "Ctrl+Enter"]


def test_the_reason_within_an_error_is_translated_too(qapp: QApplication) -> None:
    interpreter = Interpreter(qapp)
    sentence = (
        "{path} is damaged after {bytes} bytes of its contents ({reason}); get the file again"
    )
    error = ArchiveError(
        sentence, path="a.7z", bytes=0, reason="its table of contents cannot be read"
    )

    interpreter.use("zh_CN")
    known = words.sentence(error)
    other = words.sentence(ArchiveError(sentence, path="a.gz", bytes=9, reason="Error -3"))
    interpreter.use("en")

    assert "table" not in known
    assert "Error -3" in other


def test_the_warnings_of_a_report_are_in_the_windows_language(qapp: QApplication) -> None:
    sentences = ("This line is no JSON object and was left out", CUT_SHORT)
    broken = "The export is broken here ({reason}, byte {offset}); the page was left out"
    report = ImportReport(
        warnings=(
            *(Notice("a.xml", "", 3, sentence) for sentence in sentences),
            Notice("a.xml", "", 4, broken, {"reason": "a page has no end", "offset": 9}),
        )
    )
    interpreter = Interpreter(qapp)
    interpreter.use("zh_CN")
    try:
        dialog = ReportsDialog([report])
        rows = [dialog.warnings.topLevelItem(row) for row in range(3)]
        said = [row.text(2) for row in rows if row is not None]
    finally:
        interpreter.use("en")

    assert len(said) == 3
    assert not any(re.search("[a-z]{4}", sentence) for sentence in said)


def test_what_a_file_is_that_is_no_page_is_said_in_the_windows_language(
    qapp: QApplication,
) -> None:
    interpreter = Interpreter(qapp)
    for *_bytes, what in sniff._STRANGERS:
        interpreter.use("zh_CN")
        error = ArchiveError("{path} is {what}", path="a.png", what=what)
        said = words.sentence(error)
        interpreter.use("en")
        assert what not in said


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (Decoded("x", "gb18030", 3).warnings[0], ["gb18030", "3"]),
        *((sentence, []) for sentence in sorted(OF_THE_FORM)),
        (BOARD, []),
        ("Line 12 of the file is no JSON object and was left out", ["12"]),
        ("The text of this page is not wikitext but javascript", ["javascript"]),
    ],
)
def test_what_an_archive_said_when_it_was_read_is_told_in_the_windows_language(
    qapp: QApplication, sentence: str, kept: list[str]
) -> None:
    interpreter = Interpreter(qapp)
    interpreter.use("zh_CN")
    try:
        said = archive_note(sentence)
    finally:
        interpreter.use("en")

    assert any("\u4e00" <= sign <= "\u9fff" for sign in said)
    assert all(value in said for value in kept)
    assert archive_note(sentence) == sentence


@pytest.mark.parametrize("language", CHINESE)
@pytest.mark.parametrize("kind", [kind for kind in readers.WORDS if kind is not Kind.MARKDOWN])
def test_every_kind_of_file_has_its_words_in_chinese(
    qapp: QApplication, language: str, kind: Kind
) -> None:
    interpreter = Interpreter(qapp)
    interpreter.use(language)
    try:
        said = kind_of_source(f"{readers.WORDS[kind]}, gzip, in zip archive")
    finally:
        interpreter.use("en")

    inner, outer = said.removesuffix("、gzip").split("中的")
    for part in (inner, outer):
        assert any("\u4e00" <= sign <= "\u9fff" for sign in part)


def test_a_kind_of_file_keeps_its_version_and_how_it_is_packed() -> None:
    assert kind_of_source("MediaWiki XML export 0.11, bzip2") == "MediaWiki XML export 0.11, bzip2"
    assert kind_of_source("saved web page, in zip archive") == "saved web page, in zip archive"
    assert kind_of_source("something new") == "something new"


def test_unknown_words_of_an_archive_stay_as_they_are() -> None:
    assert archive_note("Something {new} happened") == "Something {new} happened"


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_large_numbers_are_grouped(qapp: QApplication, language: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    interpreter = Interpreter(qapp)
    interpreter.use(language)
    said = words.comments(5015)
    interpreter.use("en")
    QLocale.setDefault(before)

    assert "5,015" in said


@pytest.mark.parametrize(("language", "end"), [("en", "."), ("zh_CN", "。"), ("zh_TW", "。")])
def test_what_went_wrong_is_said_in_a_whole_sentence(
    qapp: QApplication, language: str, end: str
) -> None:
    interpreter = Interpreter(qapp)
    interpreter.use(language)
    said = words.sentence(NotAnArchive("{path} is empty; copy the page again", path="a.txt"))
    whole = words.sentence(NotAnArchive("This parenthesis is not closed."))
    interpreter.use("en")

    assert said.endswith(end)
    assert whole.endswith(end)
    assert not whole.endswith(end * 2)


@pytest.mark.parametrize(
    ("code", "said"), [("en", "Ada: {no}"), ("zh_CN", "Ada：{no}"), ("zh_TW", "Ada：{no}")]
)
def test_a_colon_between_two_pieces_is_the_languages_own(
    qapp: QApplication, code: str, said: str
) -> None:
    interpreter = Interpreter(qapp)
    interpreter.use(code)
    found = words.with_colon("Ada", "{no}")
    interpreter.use("en")

    assert found == said
