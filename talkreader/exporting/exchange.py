"""Translations for other programs (by the Translate Toolkit), and theirs for us: TMX and XLIFF.

In TMX a unit's identity, origin and place travel as properties, so that our own file comes back as
it was; what another program made, and all of XLIFF, comes in as `TranslationOrigin.IMPORTED`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from talkreader.domain.errors import ExportError
from talkreader.domain.incoming import Incoming, Reason, Refused
from talkreader.domain.page import shown_site
from talkreader.domain.translation import Translation, TranslationOrigin
from talkreader.exporting.strictxml import NotWellFormed, local_name, strict_root
from talkreader.exporting.xmltext import xml_text

_PLACE = ("site", "title", "comment", "occurrence", "start", "end", "machine", "origin")
_DIGITS = 12  # no page is so long; what a file claims must fit into the library
_MIXED = "*all*"  # the header's word for units that each say their own language
_PROPERTY = "x-talkreader-{}"
_TIME = "%Y%m%dT%H%M%SZ"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TO_BCP47 = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut", ""})
_OTHER_TAGS = {"zh-cn": "zh-hans", "zh-sg": "zh-hans", "zh-tw": "zh-hant", "zh-hk": "zh-hant"}


def translations_to_tmx(units: Sequence[Translation]) -> bytes:
    """Return the units as TMX 1.4 (level 2, though without inline markup: our texts have none)."""
    from lxml import etree
    from translate.storage import tmx

    languages = {unit.source_language for unit in units} or {"en"}
    store = tmx.tmxfile(sourcelanguage=_tag(languages.pop()) if len(languages) == 1 else _MIXED)
    header = store.document.getroot().find("header")
    header.set("creationtool", "talkreader")
    header.set("creationtoolversion", "1")
    for unit in units:
        made = store.addsourceunit(xml_text(unit.source), _tag(unit.source_language))
        made.settarget(xml_text(unit.target), _tag(unit.target_language), append=True)
        element = made.xmlelement
        element.set("tuid", unit.id)
        element.set("srclang", _tag(unit.source_language))
        element.set("creationdate", unit.created.astimezone(UTC).strftime(_TIME))
        element.set("changedate", unit.modified.astimezone(UTC).strftime(_TIME))
        for place, (name, value) in enumerate(_properties(unit)):
            prop = etree.Element("prop", type=_PROPERTY.format(name))
            prop.text = xml_text(value)
            element.insert(place, prop)
    return bytes(store)


def translations_to_xliff(units: Sequence[Translation]) -> bytes:
    """Return the units as XLIFF 1.1, a ``file`` for each page and pair of languages."""
    from translate.storage import xliff

    store = xliff.xlifffile()
    for unit in units:
        name = f"{unit.title or 'memory'} {unit.source_language}-{unit.target_language}"
        name = xml_text(name).replace("\x04", "")
        if store.getfilenode(name) is None:
            node = store.createfilenode(
                name, _tag(unit.source_language), _tag(unit.target_language), "plaintext"
            )
            store.document.getroot().append(node)
        made = store.addsourceunit(xml_text(unit.source), filename=name)
        made.target = xml_text(unit.target)
        made.xmlelement.set("id", unit.id)
        made.markapproved(unit.origin is not TranslationOrigin.IMPORTED)
        where = " › ".join(filter(None, (shown_site(unit.site), unit.title, unit.comment)))
        if where:
            made.addnote(xml_text(where), origin="developer")
    store.removedefaultfile()
    return bytes(store)


def translations_from(data: bytes, now: datetime) -> Incoming[Translation]:
    """Return the units of a TMX or XLIFF file, and which of them cannot be used.

    ``now``: when a unit that does not say its own time was made. Raises ExportError: it is neither,
    or damaged.
    """
    try:
        root = strict_root(data)
    except NotWellFormed as error:
        start = data[:4096].lower()
        if b"<xliff" not in start and b"<tmx" not in start:
            raise _other_file() from error
        raise ExportError(
            "These translations cannot be read ({reason}); the file may be cut off.",
            reason=str(error),
        ) from error
    kinds = {"xliff": _from_xliff, "tmx": _from_tmx}
    if local_name(root) not in kinds:
        raise _other_file()
    return Incoming.of(kinds[local_name(root)](root, now))


def _other_file() -> ExportError:
    return ExportError("This is no file of translations that can be read: use TMX or XLIFF.")


def _from_tmx(root: Any, now: datetime) -> Iterator[Translation | Refused]:
    header = next((node for node in root.iter() if local_name(node) == "header"), None)
    default = "" if header is None else header.get("srclang") or ""
    units = (node for node in root.iter() if local_name(node) == "tu")
    for number, element in enumerate(units, 1):
        nodes = [node for node in element if local_name(node) == "tuv"]
        texts = [
            (_code(node.get(_LANG) or node.get("lang") or ""), _segment(node)) for node in nodes
        ]
        first = _code(element.get("srclang") or default)
        source = next((each for each in texts if each[0] == first), texts[0] if texts else None)
        facts = {
            (node.get("type") or "").removeprefix(_PROPERTY.format("")): node.text or ""
            for node in element
            if local_name(node) == "prop"
        }
        created = _moment(element.get("creationdate"), now)
        times = created, _moment(element.get("changedate"), created)
        others = [other for other in texts if other is not source]
        if source is None or not others:
            yield Refused(number, Reason.ONE_LANGUAGE, _begin(source[1] if source else ""))
            continue
        name = element.get("tuid") or ""
        for other in others:
            reason = _unusable(source, other)
            # the identity is that of the first translation; others follow from their words
            named = name if other is others[0] else ""
            yield (
                Refused(number, reason, _begin(source[1]))
                if reason
                else _made(named, source, other, times, facts)
            )


def _from_xliff(root: Any, now: datetime) -> Iterator[Translation | Refused]:
    """Yield the units of XLIFF 1 (``trans-unit`` in a ``file``) and 2 (``segment``)."""
    number = 0
    for node in root.iter():
        if local_name(node) != "file":
            continue
        languages = (
            _code(node.get("source-language") or root.get("srcLang") or ""),
            _code(node.get("target-language") or root.get("trgLang") or ""),
        )
        for unit in node.iter():
            if local_name(unit) not in ("trans-unit", "segment"):
                continue
            number += 1
            texts = {local_name(part): _words(part) for part in unit}
            source = languages[0], texts.get("source", "")
            target = languages[1], texts.get("target", "")
            reason = _unusable(source, target)
            yield (
                Refused(number, reason, _begin(source[1]))
                if reason
                else _made(unit.get("id") or "", source, target, (now, now), {})
            )


def _unusable(source: tuple[str, str], target: tuple[str, str]) -> Reason | None:
    """Return why two sides make no unit; None when they do."""
    if not source[1].strip() or not target[1].strip():
        return Reason.NO_WORDS
    if not source[0] or not target[0]:
        return Reason.NO_LANGUAGE
    return Reason.ONE_LANGUAGE if source[0] == target[0] else None


def _begin(text: str) -> str:
    return " ".join(text.split())[:60]


def _made(
    name: str,
    source: tuple[str, str],
    target: tuple[str, str],
    times: tuple[datetime, datetime],
    facts: dict[str, str],
) -> Translation:
    """Return a unit; one that is not ours gets an id that follows from its words."""
    ours = "origin" in facts
    origin = TranslationOrigin.IMPORTED
    with suppress(ValueError):
        origin = TranslationOrigin(facts.get("origin", ""))
    try:
        identity = str(UUID(name))
    except ValueError:
        identity = str(
            uuid5(NAMESPACE_URL, "\0".join((*source, *target)).encode(errors="replace").decode())
        )
    return Translation(
        id=identity,
        source=source[1],
        target=target[1],
        source_language=source[0],
        target_language=target[0],
        origin=origin,
        created=times[0],
        modified=times[1],
        site=facts.get("site", "") if ours else "",
        title=facts.get("title", "") if ours else "",
        comment=facts.get("comment", "") if ours else "",
        occurrence=_number(facts.get("occurrence")),
        start=_number(facts.get("start")),
        end=_number(facts.get("end")),
        machine=facts.get("machine", ""),
    )


def _properties(unit: Translation) -> list[tuple[str, str]]:
    values = ((name, getattr(unit, name)) for name in _PLACE)
    return [(name, str(value)) for name, value in values if value or name == "origin"]


def _segment(node: Any) -> str:
    """Return the words of a variant's segment."""
    return "".join(_words(part) for part in node if local_name(part) == "seg")


def _words(node: Any) -> str:
    """Return the words of a segment; what inline elements hold of another format's codes is none.

    TMX 1.4 (4.5) and XLIFF 1.2 (2.4): ``bpt``, ``ept``, ``ph``, ``it`` and ``ut`` hold codes.
    """
    parts = [node.text or ""]
    for part in node:
        if local_name(part) not in _CODES:
            parts.append(_words(part))
        parts.append(part.tail or "")
    return "".join(parts)


def _number(text: str | None) -> int:
    if not text or len(text) > _DIGITS or not (text.isascii() and text.isdigit()):
        return 0
    return int(text)


def _moment(text: str | None, otherwise: datetime) -> datetime:
    try:
        return datetime.strptime(text or "", _TIME).replace(tzinfo=UTC)
    except ValueError:
        return otherwise


def _tag(code: str) -> str:
    """Return the BCP 47 tag of a MediaWiki code."""
    return _TO_BCP47.get(code, code) or "und"


def _code(tag: str) -> str:
    """Return the MediaWiki code of a BCP 47 tag; regions that tell the script become scripts."""
    code = tag.lower().replace("_", "-")
    if code.startswith("en-"):
        return "en"
    return _OTHER_TAGS.get(code, code)
