"""Time zones of wikis all over the world, by the names that signatures give them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talkreader.domain.thread import WarningKind
from talkreader.parsing.dates.timestamps import TimestampFinder


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("12:34، 14 فروری 2006ء (م ع و)", "ur", (2006, 2, 14, 12, 34)),
        ("12:34, 14 февраля 2016 (МСК)", "ru", (2016, 2, 14, 9, 34)),
        ("۱۴ فوریهٔ ۲۰۰۶، ساعت ۱۲:۳۴ (IRST)", "fa", (2006, 2, 14, 9, 4)),
        ("14 Februari 2006 12.34 (WITA)", "id", (2006, 2, 14, 4, 34)),
        ("12:34, 14 February 2006 (AMT)", "hy", (2006, 2, 14, 8, 34)),
        ("14 februari 2006 om 12:34 (CET)", "nl", (2006, 2, 14, 11, 34)),
    ],
)
def test_a_date_is_read_in_the_zone_of_its_wiki(
    text: str, language: str, expected: tuple[int, ...]
) -> None:
    (stamp,) = TimestampFinder(language).find(text)

    assert stamp.instant == datetime(*expected, tzinfo=UTC)  # type: ignore[misc, arg-type]


def test_a_zone_may_have_a_name_in_any_script_right_behind_the_date() -> None:
    (stamp,) = TimestampFinder("ru").find("20:16, 14 сентября 2021 (ЫЫЪ)")

    assert stamp.instant is None
    assert [warning.kind for warning in stamp.warnings] == [WarningKind.UNKNOWN_ZONE]
    for words in ("14 сентября 2021 (обс.)", "20:16 14 сентября 2021 (вторник)"):
        assert list(TimestampFinder("ru").find(words)) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("12:00, 3 мая 2020 (вандализм)", "ru"),
        ("12:00, 3 мая 2020 (ВАНДАЛИЗМ)", "ru"),
        ("2020年5月3日 (日) 12:00 (已撤销)", "zh"),
        ("2020年5月3日 (日) 12:00 (改)", "zh"),
        ("12:00، 3 مايو 2020 (محذوف)", "ar"),
    ],
)
def test_words_in_brackets_behind_a_date_are_no_zone(text: str, language: str) -> None:
    assert list(TimestampFinder(language).find(text)) == []
