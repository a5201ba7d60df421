"""Make resources/languages.json from a file of facts drawn from MediaWiki's messages.

The input (``langfacts.json``: one object per language code with its date format, month and
weekday names, digits, namespaces, aliases, labels) was drawn from MediaWiki's own message files,
which are GPL-2.0-or-later; the output keeps only what finds signatures and page chrome.

    python packaging/make_languages.py LANGFACTS.json
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

OUTPUT = Path(__file__).resolve().parent.parent / "resources" / "languages.json"
NOTE = (
    "Facts about the languages of MediaWiki: date formats, months, weekdays, namespaces, labels. "
    "Drawn from the message files of MediaWiki (GPL-2.0-or-later); compacted by "
    "packaging/make_languages.py."
)


def _unique(words: list[str]) -> list[str]:
    return list(dict.fromkeys(word for word in words if word))


def _alternatives(*lists: list[str]) -> list[list[str]]:
    return [_unique(list(names)) for names in zip(*lists, strict=True)]


def _aliases(facts: dict[str, Any], number: str) -> list[str]:
    aliases = facts["ns_alias"] if isinstance(facts["ns_alias"], dict) else {}
    words = [facts["ns"].get(number, ""), facts["ns_female"].get(number, "")]
    return _unique([*words, *aliases.get(number, [])])


def _signed(date_format: str) -> str:
    """Return which table of months a date format writes."""
    letters = re.sub(r'"[^"]*"|\\.', "", date_format)
    if "xg" in letters:
        return "months_gen"
    return "months_abbr" if "M" in letters else "months"


def _months(facts: dict[str, Any]) -> list[list[str]]:
    # the form that a signature writes comes first: "Me" may be March in full and May in short
    kinds = ["months", "months_gen", "months_abbr"]
    tables = [facts[kind] for kind in sorted(kinds, key=lambda k: k != _signed(facts["date"]))]
    for variant in (facts.get("variants") or {}).values():
        tables += [variant["months"], variant["months_gen"], variant["months_abbr"]]
    return _alternatives(*tables)


def _weekdays(facts: dict[str, Any]) -> list[list[str]]:
    tables = [facts["weekdays"], facts["weekdays_abbr"]]
    for variant in (facts.get("variants") or {}).values():
        tables += [variant["weekdays"], variant["weekdays_abbr"]]
    return _alternatives(*tables)


def _plain(markup: str) -> str:
    return re.sub(r"<[^>]*>|\[\[|\]\]", "", markup).strip()


def _signature_talk(signature: str) -> str:
    """Return the label of the talk page in the message "signature": often not the tab's."""
    label = re.search(r"\{\{ns:user_talk\}\}:\$1\|([^\[\]]*)\]\]", signature)
    return label[1].strip() if label else ""


def compact(facts: dict[str, Any]) -> dict[str, Any]:
    """Return what talkreader needs of one language."""
    row: dict[str, Any] = {
        "name": facts["name"],
        "fallback": facts["fallback"],
        "date": facts["date"],
        "months": _months(facts),
        "weekdays": _weekdays(facts),
        "utc": _plain(facts["utc"]),
        "user": _aliases(facts, "2"),
        "user_talk": _aliases(facts, "3"),
        "talk_ns": _aliases(facts, "1"),
        "special": _aliases(facts, "-1"),
        "contributions": _unique(facts["contributions"]),
        "talk": _unique([_plain(facts["talk"]), _signature_talk(facts["signature"])]),
        "contribs": _plain(facts["contribs"]),
        "edit": _unique([_plain(facts["edit"]), _plain(facts["editsection"])]),
        "toc": _plain(facts["toc"]),
    }
    if facts["dir"] == "rtl":
        row["rtl"] = True
    return row


def main(path: str) -> None:
    """Write resources/languages.json."""
    facts = json.loads(Path(path).read_text(encoding="utf-8"))
    table = {code: compact(row) for code, row in sorted(facts.items())}
    text = json.dumps({"note": NOTE, "languages": table}, ensure_ascii=False, separators=(",", ":"))
    # one language a line, so that a change can be read
    text = re.sub(r'},"([a-z-]+)":{"name"', r'},\n"\1":{"name"', text)
    OUTPUT.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
