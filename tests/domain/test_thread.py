"""What a comment is called."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.thread import comment_name

FROM_1000 = datetime(1000, 1, 1)  # noqa: DTZ001 - hypothesis gives it its zone


@given(st.datetimes(FROM_1000, timezones=st.just(UTC)))
def test_a_name_ends_with_the_moment_as_fourteen_digits(moment: datetime) -> None:
    assert comment_name("A Wren", moment) == f"c-A_Wren-{moment.strftime('%Y%m%d%H%M%S')}"


def test_a_name_says_nothing_of_what_the_copy_lost() -> None:
    assert comment_name(None, None) == "c--"
