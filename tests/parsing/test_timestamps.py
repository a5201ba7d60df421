from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.thread import WarningKind
from talkreader.parsing.timestamps import TimestampFinder


def instant(text: str, language: str = "en") -> datetime | None:
    stamps = list(TimestampFinder(language).find(text))
    return stamps[0].instant if stamps else None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("20:16, 14 September 2021 (UTC)", "en", (2021, 9, 14, 20, 16)),
        ("2021年9月16日 (四) 21:45 (UTC)", "zh", (2021, 9, 16, 21, 45)),
        ("14:52 2004年8月10日 (UTC)", "zh", (2004, 8, 10, 14, 52)),
        ("2003年4月20日 10:05 (UTC)", "zh", (2003, 4, 20, 10, 5)),
        ("5 mars 2006 à 16:54 (CET)", "fr", (2006, 3, 5, 15, 54)),
        ("14:50, 20. Sep. 2021 (CEST)", "de", (2021, 9, 20, 12, 50)),
        ("12:34، 14 فبراير 2006 (ت ع م)", "ar", (2006, 2, 14, 12, 34)),
        ("08:09, 17 เมษายน 2553 (UTC)", "th", (2010, 4, 17, 8, 9)),
    ],
)
def test_a_date_in_its_own_language_is_read(
    text: str, language: str, expected: tuple[int, ...]
) -> None:
    assert instant(text, language) == datetime(*expected, tzinfo=UTC)  # type: ignore[misc, arg-type]


def test_a_date_of_another_language_is_read_on_any_page() -> None:
    assert instant("2021年9月16日 (四) 21:45 (UTC)", "pl") == datetime(
        2021, 9, 16, 21, 45, tzinfo=UTC
    )
    assert instant("20:16, 14 September 2021 (UTC)", "zh") == datetime(
        2021, 9, 14, 20, 16, tzinfo=UTC
    )


def test_invisible_direction_marks_do_not_hide_a_date() -> None:
    assert instant("20:16, 14\u200e September 2021\u200f (UTC)") == datetime(
        2021, 9, 14, 20, 16, tzinfo=UTC
    )


def test_china_standard_time_is_meant_on_a_chinese_page_and_central_elsewhere() -> None:
    assert instant("2021年9月16日 (四) 21:45 (CST)", "zh") == datetime(
        2021, 9, 16, 13, 45, tzinfo=UTC
    )
    assert instant("20:16, 14 September 2021 (CST)", "en") == datetime(
        2021, 9, 15, 2, 16, tzinfo=UTC
    )


def test_a_date_no_calendar_has_is_a_warning() -> None:
    (stamp,) = TimestampFinder("en").find("20:16, 31 February 2021 (UTC)")

    assert stamp.instant is None
    assert stamp.impossible


def test_a_weekday_that_disagrees_is_a_warning() -> None:
    (stamp,) = TimestampFinder("zh").find("2021年9月16日 (一) 21:45 (UTC)")

    assert stamp.instant == datetime(2021, 9, 16, 21, 45, tzinfo=UTC)
    assert [warning.kind for warning in stamp.warnings] == [WarningKind.WEEKDAY_DISAGREES]


def test_winter_time_typed_in_july_keeps_the_wall_clock_and_warns() -> None:
    (stamp,) = TimestampFinder("pl").find("12:00, 1 lip 2018 (CET)")

    assert stamp.instant == datetime(2018, 7, 1, 10, 0, tzinfo=UTC)
    assert [warning.kind for warning in stamp.warnings] == [WarningKind.AMBIGUOUS_TIME]


def test_the_repeated_hour_is_settled_by_the_abbreviation() -> None:
    assert instant("02:30, 28 paź 2018 (CEST)", "pl") == datetime(2018, 10, 28, 0, 30, tzinfo=UTC)
    assert instant("02:30, 28 paź 2018 (CET)", "pl") == datetime(2018, 10, 28, 1, 30, tzinfo=UTC)


def test_words_in_brackets_are_no_zone() -> None:
    assert instant("Maggie (WMF) said so in 2021 (UTC)") is None


def test_the_extent_of_a_date_is_the_date() -> None:
    text = "I agree. 20:16, 14 September 2021 (UTC) and more"
    (stamp,) = TimestampFinder("en").find(text)

    assert text[stamp.start : stamp.end] == "20:16, 14 September 2021 (UTC)"


@given(st.text(max_size=200), st.sampled_from(["en", "zh", "ar", "lzh", "xx"]))
def test_no_text_makes_the_finder_raise(text: str, language: str) -> None:
    for stamp in TimestampFinder(language).find(f"{text} (UTC) {text}"):
        assert stamp.start < stamp.end


def test_the_dates_that_mediawiki_wrote_are_read(shared: Path) -> None:
    lines = (shared / "conformance" / "timestamps.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    finders = {row["lang"]: TimestampFinder(row["lang"]) for row in rows}

    wrong = []
    for row in rows:
        found = next(iter(finders[row["lang"]].find(row["text"])), None)
        expected = datetime.fromisoformat(row["utc"])
        if found is None or found.instant != expected:
            wrong.append((row["lang"], row["text"]))

    assert len(rows) == 6324
    assert len(wrong) <= 42, wrong[:20]
