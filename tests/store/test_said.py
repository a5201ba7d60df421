"""Who said what when, over the whole library."""

from __future__ import annotations

from pathlib import Path

from talkreader import ingest, reading
from talkreader.domain.progress import Progress
from talkreader.store import open_library


def test_the_library_says_the_same_of_a_page_as_the_page_itself(
    tmp_path: Path, seeds: Path
) -> None:
    with open_library(tmp_path / "library") as library:
        report = ingest.import_path(seeds / "lighthouse-fund.wiki", library, Progress())
        page = reading.open_page(library, report.pages[0].id)

        said = library.said(None, lambda: None)

    assert len(said) == len(page.comments) > 5
    assert tuple(said) == reading.said_on(page)
