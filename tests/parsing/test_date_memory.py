"""A date whose like was read before says the same as one that is met for the first time."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.parsing.dates.memory import memories
from talkreader.parsing.dates.timestamps import Stamp, TimestampFinder

FORMATS = [
    ("en", "{H:02}:{i:02}, {j} March {Y} (UTC)"),
    ("en", "{H}:{i:02}, {j:02} May {Y} (UTC)"),
    ("en", "{H:02}:{i:02}, March {j}, {Y} (UTC)"),
    ("en", "{j}. Mär. {Y}, {H:02}:{i:02} (CET)"),
    ("de", "{H:02}:{i:02}, {j}. Mär. {Y} (CET)"),
    ("de", "{H:02}:{i:02}, {j}. Okt. {Y} (CEST)"),
    ("zh", "{Y}年{n}月{j}日 (四) {H:02}:{i:02} (UTC)"),
    ("zh", "{Y}年{n}月{j}日 {H:02}:{i:02} (CST)"),
    ("th", "{H:02}:{i:02}, {j} มีนาคม 2566 (+07)"),
    ("fr", "{j} mars {Y} à {H:02}:{i:02} (CET)"),
    ("pl", "{H:02}:{i:02}, {j} mar {Y} (XYZ)"),
]
figures = st.fixed_dictionaries(
    {
        "Y": st.integers(1990, 2250) | st.integers(2530, 2600),
        "n": st.integers(0, 13),
        "j": st.integers(0, 32),
        "H": st.integers(0, 25),
        "i": st.integers(0, 61),
    }
)


def day(year: int, month: int, number: int) -> dict[str, int]:
    return {"Y": year, "n": month, "j": number, "H": 10, "i": 0}


def read_first(language: str, text: str) -> list[Stamp]:
    """Read a text where nothing was read before."""
    memories.cache_clear()
    return list(TimestampFinder(language).find(text))


@given(st.sampled_from(FORMATS), st.lists(figures, min_size=2, max_size=8))
@example(FORMATS[0], [day(2023, 3, 1), day(2023, 3, 32)])
@example(FORMATS[4], [day(2023, 3, 1), day(2023, 3, 26)])
@example(FORMATS[5], [day(2023, 3, 1), day(2023, 3, 30)])
@example(FORMATS[6], [day(2023, 5, 4), day(2023, 5, 5)])
@example(FORMATS[7], [day(2023, 12, 4), day(2566, 13, 5)])
def test_a_date_reads_the_same_whatever_was_read_before(
    written: tuple[str, str], dates: list[dict[str, int]]
) -> None:
    language, date_format = written
    texts = [f"Words {date_format.format(**date)}" for date in dates]
    expected = [read_first(language, text) for text in texts]
    memories.cache_clear()
    finder = TimestampFinder(language)
    for _ in range(2):  # the day itself returns, too
        assert [list(finder.find(text)) for text in texts] == expected


def test_two_formats_that_take_turns_are_both_read() -> None:
    one, other = "10:00, 4 May 2023 (UTC)", "2023年5月4日 (四) 10:00 (UTC)"
    finder = TimestampFinder("en")
    for text in [one, one, other, other, one, other, one]:
        assert [stamp.raw for stamp in finder.find(f"Words {text}")] == [text]
    for text in [one, other, other, one]:
        stamp = next(iter(finder.find(f"Words {text}")))
        assert finder.at_end(f"Words {text}", 5) == (stamp.start, stamp.instant)


def test_a_day_met_in_another_format_does_not_hide_an_impossible_one() -> None:
    text = "".join(
        f"Words. [[User:Ana|Ana]] ([[User talk:Ana|talk]]) {date} (UTC)\n\n"
        for date in ("10:00, 4 May 2023", "2023年5月4日 (四) 10:00", "10:00, 5 May 2023")
    )
    wrong = "Words. [[User:Ana|Ana]] ([[User talk:Ana|talk]]) 10:00, 55 May 2023 (UTC)"
    page = parse(RawPage(Form.WIKITEXT, text + wrong, language="en"), detail=False)
    assert [comment.timestamp.day for comment in page.comments if comment.timestamp] == [4, 4, 5]
    assert page.text.endswith(page.prose[-1].body.text)
