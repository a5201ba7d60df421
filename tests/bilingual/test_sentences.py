from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.bilingual import sentences


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One sentence. Another one!  A third?", ["One sentence.", "Another one!", "A third?"]),
        ("我们来了。他们走了!谁在说话?", ["我们来了。", "他们走了!", "谁在说话?"]),
        ("他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]),
        ("她問：「真的嗎？」沒有人回答。", ["她問：「真的嗎？」", "沒有人回答。"]),
        ('He said: "No." Then he left.', ['He said: "No."', "Then he left."]),
        ("It is true.[12] It is known.", ["It is true.[12]", "It is known."]),
        ("It grew by 3.5 km. Nobody saw it.", ["It grew by 3.5 km.", "Nobody saw it."]),
        ("增长了3.5公里。没有人看见。", ["增长了3.5公里。", "没有人看见。"]),
        ("Dr. Heron met J. R. Crane.", ["Dr. Heron met J. R. Crane."]),
        (
            "Use a list, e.g. Bird names, or No. 5 of it.",
            ["Use a list, e.g. Bird names, or No. 5 of it."],
        ),
        (
            "Mail ca@ or see www.example.org. Then wait.",
            ["Mail ca@ or see www.example.org.", "Then wait."],
        ),
        ("我们来了. 他走了", ["我们来了.", "他走了"]),
        ("我想…也许吧", ["我想…也许吧"]),
        ("first line\nsecond line", ["first line", "second line"]),
        ("• first item\n* second item", ["first item", "second item"]),
        ("2. Second item of a list", ["2. Second item of a list"]),
        ("@Grey Heron: Thank you.", ["@Grey Heron:", "Thank you."]),
        ("Thanks. 谢谢。", ["Thanks.", "谢谢。"]),
    ],
)
def test_text_is_cut_where_a_reader_would_cut_it(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_only_the_asked_range_is_cut() -> None:
    text = "One. Two. Three."

    assert [text[s.start : s.end] for s in sentences(text, 5, 9)] == ["Two."]


MARKERS = "•·‣◦*#:;-–—"


@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("。.!? \n”\"'A中@:1")), max_size=60)
)
def test_sentences_cover_the_text_in_order_but_for_space_and_list_markers(text: str) -> None:
    spans = sentences(text)

    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        assert all(char.isspace() or char in MARKERS for char in text[at : span.start])
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        at = span.end
    assert all(char.isspace() or char in MARKERS for char in text[at:])
