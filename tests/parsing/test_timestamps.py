from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader import compiled
from talkreader.domain.thread import WarningKind
from talkreader.parsing.dates.timestamps import TimestampFinder


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


@pytest.mark.parametrize(
    "text",
    [
        "20:16, 14 September 2021 (utc)",
        "20:16, 14\u00a0September\u202f2021\u00a0(UTC)",
        "20:16, 14\u3000September 2021\u3000（UTC）",
        "20：16，14 September 2021（UTC）",
        "20:16 14 September 2021 (UTC)",
        "20:16:59, 14 September 2021 (UTC)",
        "8:16 pm, 14 September 2021 (UTC)",
        "08:16 P.M., 14 September 2021 (UTC)",
        "20.16, 14. September 2021 (UTC)",
        "20:16, 14th September, 2021 (UTC)",
        "20:16, September 14, 2021 (UTC)",
        "September 14, 2021 20:16 (UTC)",
        "20:16, 2021 September 14 (UTC)",
        "20:16, Tuesday, 14 September 2021 (UTC)",
        "20:16, 14 Sep. 2021 (UTC)",
        "2021-09-14 20:16 (UTC)",
        "2021-09-14T20:16:00 (UTC)",
        "20:16, 2021-09-14 (UTC)",
        "14.9.2021 20:16 (UTC)",
        "20:16, 14 September 2021 ([[UTC]])",
        '20:16, 14 September 2021 (<i lang="en">UTC</i>)',
        "20:16, 14 September 2021 (\u200eUTC\u200f )",
        "04:16, 15 September 2021 (UTC+8)",
        "04:16, 15 September 2021 (UTC +08:00)",
        "04:16, 15 September 2021 (+08)",
        "17:16, 14 September 2021 (-03)",
        "2021年9月14日 (二) 20:16 (UTC)",
        "2021年9月14日（二）20:16（UTC）",
        "2021年9月14日20:16 (UTC)",
        "２０２１年９月１４日 (二) ２０:１６ (UTC)",
        "20:16 2021年9月14日 (二) (UTC)",
        "2021年9月14日 (二) 20时16分 (UTC)",
        "二〇二一年九月一四日 （二） 二〇時一六分 (UTC)",
        "20:16, 14 ᥔᥦᥙᥱ\u200b ᥗᥦᥛᥱ ᥙᥣᥱ 2021 (UTC)",
    ],
)
@pytest.mark.parametrize("language", ["en", "zh", "xx"])
def test_the_same_moment_is_read_however_it_is_written(text: str, language: str) -> None:
    (stamp,) = TimestampFinder(language).find(f"words {text} words")

    assert stamp.instant == datetime(2021, 9, 14, 20, 16, tzinfo=UTC)
    assert stamp.warnings == ()
    assert stamp.raw == text


@pytest.mark.parametrize(
    "text",
    [
        "20:16, 31 February 2021 (UTC)",
        "20:16, 0 February 2021 (UTC)",
        "25:16, 3 February 2021 (UTC)",
        "24:01, 3 February 2021 (UTC)",
        "20:75, 3 February 2021 (UTC)",
        "20:16, 3 February 1821 (UTC)",
        "2021年13月3日 20:16 (UTC)",
    ],
)
def test_an_impossible_date_or_hour_is_a_warning(text: str) -> None:
    (stamp,) = TimestampFinder("en").find(text)

    assert stamp.instant is None
    assert stamp.impossible


def test_the_hour_twenty_four_is_the_end_of_the_day() -> None:
    assert instant("24:00, 3 February 2021 (UTC)") == datetime(2021, 2, 4, tzinfo=UTC)


def test_an_unknown_zone_keeps_the_date_and_says_so() -> None:
    (stamp,) = TimestampFinder("en").find("20:16, 14 September 2021 (QQT)")

    assert stamp.instant is None
    assert [warning.kind for warning in stamp.warnings] == [WarningKind.UNKNOWN_ZONE]


@pytest.mark.parametrize("text", ["20:16, 14 September 2021 (talk)", "20:16, 14 Foo 2021 (UTC)"])
def test_what_is_no_zone_or_no_month_makes_no_date(text: str) -> None:
    assert list(TimestampFinder("en").find(text)) == []


def test_a_weekday_in_capitals_is_no_zone() -> None:
    assert instant("2008 nièng 3 nguŏk 2 hô̤ (LB) 23:59 (UTC)", "cdo") == datetime(
        2008, 3, 2, 23, 59, tzinfo=UTC
    )


def test_a_date_alone_needs_no_zone() -> None:
    finder = TimestampFinder("en")

    stamp = finder.read("20:16, 14 September 2021")
    assert stamp is not None
    assert stamp.instant == datetime(2021, 9, 14, 20, 16, tzinfo=UTC)
    assert finder.read("in September") is None


def test_no_place_is_a_day_away_from_greenwich() -> None:
    (stamp,) = TimestampFinder("en").find("20:16, 14 September 2021 (UTC+24)")

    assert [warning.kind for warning in stamp.warnings] == [WarningKind.UNKNOWN_ZONE]


def test_numbers_far_before_a_zone_make_no_date() -> None:
    text = f"20:16, 14 September 2021 {'and so on ' * 40}1, 2, 3 and 4 (UTC)"

    assert list(TimestampFinder("en").find(text)) == []


def test_words_before_a_date_that_begins_with_its_month_are_no_month() -> None:
    text = "we met on October 14, 2021 20:16 (UTC), not on Octember 15, 2021 20:16 (UTC)"

    (stamp,) = TimestampFinder("en").find(text)

    assert stamp.raw == "October 14, 2021 20:16 (UTC)"


def test_a_month_of_seventy_letters_is_read() -> None:
    month = "M515x560S18d20495x440S1f720495x469S11a20500x487S16d20498x521S11502485x545"

    assert instant(f"words 23:59, 2 {month} 2008 (UTC)") == datetime(2008, 3, 2, 23, 59, tzinfo=UTC)


def test_a_word_that_begins_the_format_belongs_to_the_date() -> None:
    text = "x ម៉ោង20:16 ថ្ងៃអង្គារ ទី14 ខែកញ្ញា ឆ្នាំ2021 (UTC)"

    stamps = list(TimestampFinder("km").find(text))

    assert [stamp.start for stamp in stamps] == [2]


def test_two_dates_in_one_line_do_not_mix() -> None:
    text = "20:16, 14 September 2021 (UTC) 2022 (UTC) 21:17, 15 September 2021 (UTC)"

    stamps = list(TimestampFinder("en").find(text))

    assert [stamp.raw for stamp in stamps] == [text[:30], text[42:]]


def test_the_pages_language_says_what_a_name_means() -> None:
    assert instant("12:00, 9 lip 2016 (UTC)", "pl") == datetime(2016, 7, 9, 12, tzinfo=UTC)
    assert instant("20:07, 16. listopad 2021. (UTC)", "hr") == datetime(
        2021, 10, 16, 20, 7, tzinfo=UTC
    )
    assert instant("20:07, 16. listopad 2021 (UTC)", "cs") == datetime(
        2021, 11, 16, 20, 7, tzinfo=UTC
    )


def test_on_another_languages_page_a_name_means_what_signatures_write() -> None:
    # "lip" is July in Polish signatures; Croatian ones write "lipanj" for June
    assert instant("12:00, 9 lip 2016 (UTC)", "en") == datetime(2016, 7, 9, 12, tzinfo=UTC)


def test_where_two_languages_share_a_name_the_format_decides() -> None:
    assert instant("20:07, 16 Keşkelun 2021 (UTC)", "en") == datetime(
        2021, 9, 16, 20, 7, tzinfo=UTC
    )
    assert instant("20.07, 16 Keşkelun 2021 (UTC)", "en") == datetime(
        2021, 10, 16, 20, 7, tzinfo=UTC
    )


def test_where_two_languages_share_a_name_the_other_dates_of_the_page_decide() -> None:
    aymara = "03:45 5 ana 2014 (UTC) x 03:45 5 mar 2014 (UTC)"

    assert [stamp.instant for stamp in TimestampFinder("en").find(aymara)] == [
        datetime(2014, 2, 5, 3, 45, tzinfo=UTC),
        datetime(2014, 6, 5, 3, 45, tzinfo=UTC),
    ]
    assert instant("03:45 5 mar 2014 (UTC)", "en") == datetime(2014, 3, 5, 3, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "hour"), [("WET", 12), ("WEST", 12), ("CET", 13), ("MESZ", 13), ("EEST", 14)]
)
def test_european_summer_time_ends_everywhere_at_the_same_instant(zone: str, hour: int) -> None:
    summer, winter = "27 October 2018", "29 October 2018"

    assert instant(f"{hour + 1}:00, {summer} ({zone})") == datetime(2018, 10, 27, 12, tzinfo=UTC)
    assert instant(f"{hour}:00, {winter} ({zone})") == datetime(2018, 10, 29, 12, tzinfo=UTC)


@pytest.mark.skipif(bool(compiled.modules()), reason="nobody looks into compiled code")
@pytest.mark.parametrize(
    "piece", ["(UTC)", "1:1", "2021年", "2021年(UTC)", "1:1(WM)", "10...(UTC)"]
)
def test_a_long_line_of_half_dates_is_read_in_linear_time(piece: str) -> None:
    class Counting(TimestampFinder):
        """Counts the characters that are looked at for a date."""

        looked_at = 0

        def _reading(self, window: str) -> object:
            self.looked_at += len(window)
            return super()._reading(window)

    def looked_at(size: int) -> int:
        finder = Counting("zh")
        assert list(finder.find(piece * (size // len(piece)))) == []
        return finder.looked_at

    small = looked_at(5_000)

    assert small <= 130 * 5_000
    assert looked_at(40_000) <= 9 * small  # 64 times as much if it were quadratic


@pytest.fixture(scope="module")
def mediawiki_dates(shared: Path) -> list[tuple[str, str, datetime]]:
    """Language, text and instant of the dates that MediaWiki wrote."""
    lines = (shared / "conformance" / "timestamps.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [(row["lang"], row["text"], datetime.fromisoformat(row["utc"])) for row in rows]


def misread(
    rows: list[tuple[str, str, datetime]], claimed: str | None = None
) -> list[tuple[str, str]]:
    """Return the dates that are read wrongly, each language's being one page."""
    finders: dict[str, TimestampFinder] = {}
    wrong = []
    for language, text, expected in rows:
        finder = finders.setdefault(language, TimestampFinder(claimed or language))
        found = next(iter(finder.find(text)), None)
        if found is None or found.instant != expected:
            wrong.append((language, text))
    return wrong


def test_the_dates_that_mediawiki_wrote_are_read(
    mediawiki_dates: list[tuple[str, str, datetime]],
) -> None:
    assert len(mediawiki_dates) == 6324
    assert misread(mediawiki_dates) == []


@pytest.mark.parametrize("claimed", ["en", "zh", "xx"])
def test_they_are_read_whatever_language_the_page_claims_to_be(
    mediawiki_dates: list[tuple[str, str, datetime]], claimed: str
) -> None:
    wrong = misread(mediawiki_dates, claimed)

    # names that the signatures of two languages write in one format for two months:
    # Hlakola is February in Sotho and March in Northern Sotho, Mee March in Saterland Frisian
    assert wrong == [("st", "12:34, 14 Hlakola 2006 (UTC)"), ("stq", "23:59, 2. Mee 2008 (UTC)")]


def test_the_cases_of_the_end_of_summer_time_are_read(shared: Path) -> None:
    file = shared / "conformance" / "units" / "timestamp-parser-dst.json"
    cases = json.loads(file.read_text(encoding="utf-8"))

    assert cases
    for case in cases:
        assert instant(case["sample"]) == datetime.fromisoformat(case["expectedUtc"])


@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("en", "{}, 14 September 2021 (UTC)"),
        ("zh", "2021年9月14日 (二) {} (UTC)"),
        ("zh", "2021年9月14日 (一) {} (UTC)"),
        ("de", "{}, 14. Sep. 2021 (CEST)"),
        ("en", "{} PM, 14 September 2021 (UTC)"),
        ("en", "September 14, 2021 {} (UTC)"),
        ("pl", "{}, 31 lut 2021 (CET)"),
        ("pl", "{}, 28 mar 2021 (CET)"),
        ("pl", "{}, 31 paź 2021 (CEST)"),
        ("pl", "{}, 3 sie 2021 (CEST)"),
        ("zh", "2021年9月14日 {} (CST)"),
        ("en", "{}, 14 September 2021 (UTC+14)"),
    ],
)
def test_a_day_met_before_is_read_as_if_it_were_the_first(language: str, date: str) -> None:
    texts = [
        f"words {date.format(time)}"
        for time in ("10:01", "10:59", "23:59", "00:00", "02:30", "24:00", "9:05", "12:30", "10:60")
    ]
    texts += [f"1:{texts[0][6:]}", f"12 {texts[1]} {texts[2]}", f"(UTC){texts[0]}", texts[0][6:]]
    alone = [list(TimestampFinder(language).find(text)) for text in texts]
    finder = TimestampFinder(language)
    for _ in range(3):
        assert [list(finder.find(text)) for text in texts] == alone
