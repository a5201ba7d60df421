"""The reports of imports, kept in the library."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from talkreader.domain.errors import TalkreaderError
from talkreader.domain.importing import FileFate, ImportReport, Notice, RunState, Skip
from talkreader.store.files.connections import Connections
from talkreader.store.values.rows import row_to_info, to_json

_MOST = 200
"""So many reports are kept."""
_COUNTED = (
    "new_pages changed_pages known_pages aside_pages comments new edited gone files known_files"
    " histories losses more_warnings more_files"
).split()


_REASONS = frozenset(Skip)
"""A newer version may have more."""


class Imports:
    """What became of each import, the latest first."""

    def __init__(self, archive: Connections) -> None:
        self._archive = archive

    def begin(self, report: ImportReport) -> int:
        """Return the number of an import that has begun; until it is finished it counts as cut."""
        with self._archive.writing() as connection:
            cursor = connection.execute(
                "INSERT INTO import (started, state, report) VALUES (?, ?, ?)",
                (report.started.isoformat(), report.state, _to_text(report)),
            )
            connection.execute(
                "DELETE FROM import WHERE id NOT IN"
                " (SELECT id FROM import ORDER BY id DESC LIMIT ?)",
                (_MOST,),
            )
        return int(cursor.lastrowid or 0)

    def finish(self, number: int, report: ImportReport) -> None:
        """Write down how an import ended."""
        with self._archive.writing() as connection:
            connection.execute(
                "UPDATE import SET state = ?, report = ? WHERE id = ?",
                (report.state, _to_text(report), number),
            )

    def all(self) -> list[ImportReport]:
        """Return the reports, the latest first; ``pages`` are those that are still stored."""
        with self._archive.reading() as connection:
            rows = connection.execute(
                "SELECT id, started, state, report FROM import ORDER BY id DESC"
            ).fetchall()
        return [_to_report(*row) for row in rows]

    def get(self, number: int) -> ImportReport:
        """Return one report with its pages. Raises KeyError when there is none of this number."""
        with self._archive.reading() as connection:
            row = connection.execute(
                "SELECT id, started, state, report FROM import WHERE id = ?", (number,)
            ).fetchone()
            if row is None:
                raise KeyError(number)
            wanted = json.loads(row[3])["pages"]
            pages = connection.execute(
                "SELECT * FROM page_info WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(wanted),),
            ).fetchall()
        return replace(_to_report(*row), pages=tuple(map(row_to_info, pages)))


def _to_text(report: ImportReport) -> str:
    return to_json(
        {
            "paths": report.paths,
            "description": report.description,
            "pages": [info.id for info in report.pages],
            "skipped": report.skipped,
            "damage": None if report.damage is None else _error(report.damage),
            "warnings": [
                [w.file, w.title, w.line, w.template, dict(w.params)] for w in report.warnings
            ],
            "fates": [
                [fate.file, fate.pages, fate.comments, fate.why, fate.error and _error(fate.error)]
                for fate in report.fates
            ],
            "seconds": round(report.seconds, 3),
            **{name: getattr(report, name) for name in _COUNTED},
        }
    )


def _error(error: TalkreaderError) -> list[object]:
    return [error.template, {name: _plain(value) for name, value in error.params.items()}]


def _plain(value: object) -> object:
    return value if isinstance(value, int) else str(value)


def _fate(
    file: str, pages: int, comments: int, why: str | None, error: list[Any] | None
) -> FileFate:
    trouble = None if error is None else TalkreaderError(error[0], **error[1])
    return FileFate(file, pages, comments, Skip(why) if why in _REASONS else None, trouble)


def _to_report(number: int, started: str, state: str, text: str) -> ImportReport:
    kept: dict[str, Any] = json.loads(text)
    damage = kept["damage"]
    return ImportReport(
        paths=tuple(kept["paths"]),
        description=kept["description"],
        skipped={Skip(why): count for why, count in kept["skipped"].items() if why in _REASONS},
        damage=None if damage is None else TalkreaderError(damage[0], **damage[1]),
        warnings=tuple(Notice(*parts) for parts in kept["warnings"]),
        fates=tuple(_fate(*parts) for parts in kept.get("fates", ())),
        state=RunState(state),
        started=datetime.fromisoformat(started),
        seconds=kept["seconds"],
        id=number,
        **{name: kept.get(name, 0) for name in _COUNTED},
    )
