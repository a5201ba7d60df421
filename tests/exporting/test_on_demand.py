"""A format is imported when something of it is asked for, and no sooner."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest

from talkreader import exporting

EXPORT = """
from talkreader.exporting import FormatId, export_discussion
from talkreader.reading import ReadingPage
export_discussion(ReadingPage(None, (), (), (), ""), FormatId.TEXT)
"""


@pytest.mark.parametrize(
    ("asked", "room"),
    [
        ("from talkreader.exporting import threads", "threads_json"),
        ("from talkreader.exporting import quotation", "quotations"),
        ("from talkreader.exporting import FormatId, formats", "format_list"),
        (EXPORT, "plain_threads"),
    ],
)
def test_what_is_asked_for_brings_no_other_format(asked: str, room: str) -> None:
    program = f"import sys\n{asked}\nprint(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()

    assert f"talkreader.exporting.{room}" in loaded
    others = ("odt", "qda_project", "jsonld", "html_page", "exchange", "termbase")
    assert not {f"talkreader.exporting.{other}" for other in others} & set(loaded)
    assert "zipfile" not in loaded


@pytest.mark.parametrize("name", exporting.__all__)
def test_what_the_package_offers_is_there_and_no_module_of_that_name(name: str) -> None:
    assert not isinstance(getattr(exporting, name), ModuleType)


def test_what_the_package_does_not_have_is_no_attribute_of_it() -> None:
    assert not hasattr(exporting, "poem")
