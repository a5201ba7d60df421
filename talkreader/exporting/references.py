"""A source as reference managers read it: BibTeX and CSL-JSON.

A comment is CSL's "post": "a post on an online forum"; the page it stands on is the container.
Source: CSL 1.0.2, appendix III (types) and csl-data.json; BibTeX's @misc, which every style knows.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import UTC

from talkreader.exporting.citations import Source, copy_cited, permalink, when
from talkreader.exporting.labels import ENGLISH, Labels

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}#$%&_"},
}
# BibTeX counts braces, also escaped ones: a lone one would end the entry, or never
_LONE = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # strftime has the system's
_NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9]+")


def bibliography(sources: Sequence[Source], labels: Labels = ENGLISH) -> str:
    """Return a BibTeX entry for each source, each with a key of its own."""
    return "\n".join(
        bibtex(source, labels, key) for source, key in zip(sources, _keys(sources), strict=True)
    )


def bibtex(source: Source, labels: Labels = ENGLISH, key: str = "") -> str:
    """Return a BibTeX entry, in Unicode; fields that are not known are left out."""
    fields = {
        "author": "{" + _escaped(source.author) + "}" if source.author else "",
        "title": "{" + _escaped(_title(source)) + "}",
        "howpublished": _escaped(", ".join(filter(None, (_page(source), source.site)))),
    }
    if source.timestamp is not None:
        moment = source.timestamp.astimezone(UTC)
        fields |= {
            "date": f"{moment:%Y-%m-%d}",
            "year": f"{moment:%Y}",
            "month": _MONTHS[moment.month - 1],
            "day": str(moment.day),
        }
    # an address in a url field is verbatim for biblatex and \usepackage{url}: it stays as it is
    fields |= {"url": permalink(source), "note": _escaped(_remark(source, labels))}
    lines = []
    for name, value in fields.items():
        if value:
            lines.append(f"  {name} = {value if name == 'month' else '{' + value + '}'},")
    return "\n".join([f"@misc{{{key or reference_key(source)},", *lines, "}"]) + "\n"


def csl_json(sources: Sequence[Source], labels: Labels = ENGLISH) -> str:
    """Return a CSL-JSON array with an item for each source, as Zotero and pandoc import it."""
    items = [
        _csl_item(source, labels, key) for source, key in zip(sources, _keys(sources), strict=True)
    ]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _csl_item(source: Source, labels: Labels, key: str) -> dict[str, object]:
    item: dict[str, object] = {
        "id": key,
        "type": "post" if source.comment else "webpage",
        "title": _title(source),
    }
    if source.author:
        item["author"] = [{"literal": source.author}]
    if source.timestamp is not None:
        moment = source.timestamp.astimezone(UTC)
        item["issued"] = {"date-parts": [[moment.year, moment.month, moment.day]]}
    known = {
        "container-title": _page(source),
        "publisher": source.site,
        "URL": permalink(source),
        "note": _remark(source, labels),
    }
    return item | {name: value for name, value in known.items() if value}


def _keys(sources: Sequence[Source]) -> list[str]:
    """Return a key for each source; where two would have the same, the later ones are counted."""
    counted: Counter[str] = Counter()
    keys = []
    for source in sources:
        key = reference_key(source)
        counted[key] += 1
        keys.append(key if counted[key] == 1 else f"{key}-{counted[key]}")
    return keys


def reference_key(source: Source) -> str:
    """Return the key of a reference: ASCII letters, digits and hyphens, the same for every copy.

    It is made of the comment's name, or of page and section; letters that have no ASCII form are
    told apart by their numbers.
    """
    name = source.comment or "-".join(filter(None, (source.title, source.section))) or "page"
    plain = unicodedata.normalize("NFKD", name.removeprefix("c-"))
    ascii_ = "".join(
        letter if letter.isascii() else f"u{ord(letter):x}" if letter.isalnum() else ""
        for letter in plain
    )
    return _NOT_IN_KEYS.sub("-", ascii_).strip("-") or "page"


def _title(source: Source) -> str:
    return source.section or source.title or source.site


def _page(source: Source) -> str:
    """Return the title of the page, where the title of the reference is its section."""
    return source.title if source.section else ""


def _remark(source: Source, labels: Labels) -> str:
    """Return the minute, and which copy: what no field of a reference holds."""
    parts = []
    if source.comment and source.author is None:
        parts.append(labels.name_not_kept)
    if source.timestamp is not None:
        parts.append(when(source.timestamp, labels))
    return ", ".join(filter(None, [*parts, copy_cited(source, labels)]))


def _escaped(text: str | None) -> str:
    """Return words as TeX takes them, on one line."""
    words = " ".join((text or "").split())
    signs = _SPECIAL if _is_balanced(words) else _SPECIAL | _LONE
    return "".join(signs.get(sign, sign) for sign in words)


def _is_balanced(words: str) -> bool:
    """Return whether every brace that is opened is closed after it, and no other."""
    depth = 0
    for sign in words:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return not depth
