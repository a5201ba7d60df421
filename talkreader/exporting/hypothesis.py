"""Annotations that Hypothesis exported: its own JSON, which is near the W3C's but is not it.

Source: Hypothesis API, "Annotation" (h.readthedocs.io): ``uri``, ``text``, ``tags``, ``created``,
``updated``, ``target[].selector[]`` with a TextQuoteSelector. Its positions count in the whole web
page, so only the quote is taken: the place is looked for among the comments.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from talkreader.domain.note import Color, Note, Target

Json = dict[str, Any]


def is_hypothesis(record: Any) -> bool:
    """Tell whether an annotation is one of Hypothesis' own."""
    return isinstance(record, dict) and "uri" in record and "@context" not in record


def hypothesis_rows(data: Any) -> list[Any] | None:
    """Return the annotations of an export or an API answer; None: it is none of these."""
    if isinstance(data, dict):
        for name in ("rows", "annotations"):
            if isinstance(data.get(name), list):
                return list(data[name])
    return None


def note_of_hypothesis(record: Json) -> Note:
    """Return the note of one annotation; raises what a lookup in odd data raises."""
    site, title = page_of_address(record["uri"])
    targets = tuple(_targets(record, site, title)) or (Target(site, title),)
    quoted = any(target.exact for target in targets)
    created = _moment(record["created"])
    return Note(
        id=str(uuid5(NAMESPACE_URL, f"https://hypothes.is/a/{record['id']}")),
        targets=targets,
        color=Color.YELLOW if quoted else None,
        text=str(record.get("text") or ""),
        tags=tuple(dict.fromkeys(str(tag) for tag in record.get("tags") or ())),
        created=created,
        modified=_moment(record["updated"]) if record.get("updated") else created,
    )


def page_of_address(address: str) -> tuple[str, str]:
    """Return the host and the page's title of a wiki's address; the whole path if it says none."""
    parts = urlsplit(address)
    named = parse_qs(parts.query).get("title")
    title = named[0] if named else unquote(parts.path.partition("/wiki/")[2] or parts.path)
    return parts.netloc, title.replace("_", " ").strip("/ ")


def _targets(record: Json, site: str, title: str) -> list[Target]:
    found = []
    for target in record.get("target") or ():
        for selector in target.get("selector") or ():
            if selector.get("type") == "TextQuoteSelector":
                words = (selector["exact"], selector.get("prefix"), selector.get("suffix"))
                exact, prefix, suffix = (str(part or "") for part in words)
                found.append(Target(site, title, exact=exact, prefix=prefix, suffix=suffix))
    return found


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
