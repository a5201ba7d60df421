"""Which tags a person means who looks for one.

A tag is looked for by its own name, as a codebook shows it: ``round`` finds ``round``,
``process/round`` and all that stands below either. ``=round`` means the one at the top only, as
``in:=`` means a whole title.
"""

from __future__ import annotations

from collections.abc import Iterable

from talkreader.store.index.compiling import Sql
from talkreader.store.values.folding import fold_name

# tags that came from elsewhere may have their hash
_ANYWHERE = "SELECT note FROM tag WHERE instr(replace('/' || folded || '/', '/#', '/'), ?)"
_AT_THE_TOP = (
    "SELECT note FROM tag WHERE substr(replace('/' || folded || '/', '/#', '/'), 1, length(?)) = ?"
)


def tagged(wanted: str) -> Sql:
    """Return what selects the ids of the notes that have a tag that is meant."""
    name, at_the_top = _meant(wanted)
    return (_AT_THE_TOP, (name, name)) if at_the_top else (_ANYWHERE, (name,))


def is_tagged(tags: Iterable[str], wanted: str) -> bool:
    """Return whether one of these folded tags is meant."""
    name, at_the_top = _meant(wanted)
    padded = (f"/{tag}/".replace("/#", "/") for tag in tags)
    return any(tag.startswith(name) if at_the_top else name in tag for tag in padded)


def _meant(wanted: str) -> tuple[str, bool]:
    """Return what is looked for, between slashes, and whether at the top only."""
    folded = fold_name(wanted)
    at_the_top = folded.startswith("=") and len(folded) > 1
    return f"/{folded.removeprefix('=' if at_the_top else '').strip('# /')}/", at_the_top
