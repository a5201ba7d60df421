"""What the command line says of a search that is, or may be, a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli import library_with, run


@pytest.fixture
def library(tmp_path: Path, seeds: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The words that name a library with the sample in it."""
    return library_with(seeds / "lighthouse-fund.xml", tmp_path / "library", capsys)


def test_a_mistake_in_a_search_is_told_and_the_status_is_1(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "search", "foro:Ada", *library)

    assert (status, out) == (1, "")
    assert "from" in err


def test_a_mistake_in_a_search_is_pointed_at(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    _, _, err = run(capsys, "search", "基金", "foro:Ada", "oil", *library)

    assert err.splitlines()[1:] == ["    基金 foro:Ada oil", "         ^^^^^"]


def test_a_word_that_may_be_a_mistyped_field_is_pointed_at_and_searched_for(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(capsys, "search", "基金", "Form:Ada", *library)

    assert status == 0
    assert "did you mean from:" in err
    assert err.splitlines()[1:] == ["    基金 Form:Ada", "         ^^^^^"]

    _, _, err = run(capsys, "export", "notes", "--scope", "search:Form:Ada", *library)
    assert "did you mean from:" in err
