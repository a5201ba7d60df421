"""Translations for other programs, and theirs for us: TMX and XLIFF, by the Translate Toolkit.

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
from talkreader.domain.translation import Translation, TranslationOrigin
from talkreader.exporting.xmltext import xml_text

_PLACE = ("site", "title", "comment", "occurrence", "start", "end", "machine", "origin")
_PROPERTY = "x-talkreader-{}"
_TIME = "%Y%m%dT%H%M%SZ"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TO_BCP47 = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
_OTHER_TAGS = {"zh-cn": "zh-hans", "zh-sg": "zh-hans", "zh-tw": "zh-hant", "zh-hk": "zh-hant"}


def translations_to_tmx(units: Sequence[Translation]) -> bytes:
    """Return the units as TMX 1.4 (level 2, though without inline markup: our texts have none)."""
    from lxml import etree
    from translate.storage import tmx

    source_language = units[0].source_language if units else "en"
    store = tmx.tmxfile(sourcelanguage=_tag(source_language))
    header = store.document.getroot().find("header")
    header.set("creationtool", "talkreader")
    header.set("creationtoolversion", "1")
    for unit in units:
        made = store.addsourceunit(xml_text(unit.source), _tag(unit.source_language))
        made.settarget(xml_text(unit.target), _tag(unit.target_language), append=True)
        element = made.xmlelement
        element.set("tuid", unit.id)
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
        where = " › ".join(filter(None, (unit.site, unit.title, unit.comment)))
        if where:
            made.addnote(xml_text(where), origin="developer")
    store.removedefaultfile()
    return bytes(store)


def translations_from(data: bytes, now: datetime) -> list[Translation]:
    """Return the units of a TMX or XLIFF file; units without words on both sides are left out.

    ``now``: when a unit that does not say its own time was made. Raises ExportError: it is neither,
    or damaged.
    """
    from lxml.etree import LxmlError
    from translate.storage import tmx, xliff

    start = data[:4096].lower()
    try:
        if b"<xliff" in start:
            return list(_from_xliff(xliff.xlifffile.parsestring(data), now))
        if b"<tmx" in start:
            return list(_from_tmx(tmx.tmxfile.parsestring(data), now))
    except (LxmlError, ValueError, AssertionError, AttributeError, KeyError, TypeError) as error:
        raise ExportError(
            "These translations cannot be read ({reason}); the file may be cut off.",
            reason=str(error) or type(error).__name__,
        ) from error
    raise ExportError("This is no file of translations that can be read: use TMX or XLIFF.")


def _from_tmx(store: Any, now: datetime) -> Iterator[Translation]:
    for unit in store.units:
        element = unit.xmlelement
        nodes = [node for node in element if _name(node) == "tuv"]
        texts = [(_code(node.get(_LANG) or node.get("lang") or ""), _text(node)) for node in nodes]
        first = _code(element.get("srclang") or store.sourcelanguage or "")
        source = next((each for each in texts if each[0] == first), texts[0] if texts else None)
        if source is None:
            continue
        facts = {
            (node.get("type") or "").removeprefix(_PROPERTY.format("")): node.text or ""
            for node in element
            if _name(node) == "prop"
        }
        created = _moment(element.get("creationdate"), now)
        modified = _moment(element.get("changedate"), created)
        for other in texts:
            if other is not source and source[1].strip() and other[1].strip():
                yield _made(element.get("tuid") or "", source, other, (created, modified), facts)


def _from_xliff(store: Any, now: datetime) -> Iterator[Translation]:
    for node in store.document.getroot().iter():
        if _name(node) != "file":
            continue
        languages = (
            _code(node.get("source-language") or ""),
            _code(node.get("target-language") or ""),
        )
        for unit in node.iter():
            if _name(unit) != "trans-unit":
                continue
            texts = {_name(part): "".join(part.itertext()) for part in unit}
            source, target = texts.get("source", ""), texts.get("target", "")
            if source.strip() and target.strip():
                yield _made(
                    unit.get("id") or "", (languages[0], source), (languages[1], target),
                    (now, now), {},
                )  # fmt: skip


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


def _name(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _text(node: Any) -> str:
    """Return the words of a segment, inline markup left out."""
    return "".join("".join(part.itertext()) for part in node if _name(part) == "seg")


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0


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
    return _OTHER_TAGS.get(code, code)
