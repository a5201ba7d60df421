"""A coded discussion for QualCoder, NVivo, ATLAS.ti, MAXQDA and others: REFI-QDA projects.

A ``.qdpx`` file is a zip of ``project.qde`` (XML) and the texts it speaks about. Source: REFI-QDA
Standard 1.5, Project Exchange (qdasoftware.org); positions count Unicode characters from 0, the end
is exclusive.
"""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from talkreader.domain.code import HIGHLIGHTS, Code
from talkreader.domain.note import Color, Note, Placed
from talkreader.domain.page import shown_site
from talkreader.exporting.coded_text import CodedPage, CodedText, coded_text
from talkreader.exporting.labels import ENGLISH, Labels
from talkreader.exporting.refi import code_elements, code_guid, element, guid_of
from talkreader.exporting.xmltext import xml_text

NAMESPACE = "urn:QDA-XML:project:1.0"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip's first day: the same notes give the same file


def qdpx(
    pages: Sequence[CodedPage], codes: Sequence[Code] = (), user: str = "", labels: Labels = ENGLISH
) -> bytes:
    """Return a project with a text for each page, a code for each tag and highlight colour.

    Every note is in it: its words coded with its tags and colour, its remark as a memo on them. A
    note whose place is lost is a memo that quotes the words it was about. Identifiers follow from
    pages, tags and notes, so that the same notes give the same project again.
    """
    return _project(pages, codes, user, labels).packed()


def project_xml(
    pages: Sequence[CodedPage], codes: Sequence[Code] = (), user: str = "", labels: Labels = ENGLISH
) -> str:
    """Return the XML of the project that `qdpx` packs, for looking at."""
    root = _project(pages, codes, user, labels).root()
    ET.indent(root)
    return ET.tostring(root, encoding="unicode")


def _project(
    pages: Sequence[CodedPage], codes: Sequence[Code], user: str, labels: Labels
) -> _Project:
    project = _Project(codes, user or "talkreader", labels)
    for page in pages:
        project.add(page)
    return project


@dataclass(slots=True)
class _Project:
    """A project as it grows."""

    codes: Sequence[Code]
    user: str
    labels: Labels
    _texts: dict[str, str] = field(default_factory=dict)
    _sources: list[ET.Element] = field(default_factory=list)
    _notes: dict[str, ET.Element] = field(default_factory=dict)
    _tags: dict[str, None] = field(default_factory=dict)
    _colors: set[Color] = field(default_factory=set)
    _last: datetime = datetime(1980, 1, 1, tzinfo=UTC)

    def add(self, page: CodedPage) -> None:
        """Add a page with its notes."""
        text = coded_text(page.threads, self.labels)
        guid = guid_of("source", *page.key)
        self._texts[guid] = text.text
        source = element(
            "TextSource",
            guid=guid,
            name=" · ".join(filter(None, (page.key.title or page.copy, shown_site(page.key.site))))
            or guid,
            plainTextPath=f"internal://{guid}.txt",
            creatingUser=self._user(),
        )
        for place in page.placed:
            self._place(source, text, place)
        self._sources.append(source)

    def _place(self, source: ET.Element, text: CodedText, place: Placed) -> None:
        note, span = place.note, text.span_of(place)
        self._last = max(self._last, note.modified)
        if span is None or not len(span):
            self._memo(note, quoted=note.targets[place.target].exact)
            return
        guid = guid_of("selection", note.id, str(place.target), source.attrib["guid"])
        selection = ET.SubElement(
            source,
            "PlainTextSelection",
            guid=guid,
            name=xml_text(text.text[span.start : span.end])[:60],
            startPosition=str(span.start),
            endPosition=str(span.end),
            creatingUser=self._user(),
            creationDateTime=_moment(note.created),
            modifiedDateTime=_moment(note.modified),
        )
        for code in self._coded_with(note):
            coding = ET.SubElement(
                selection,
                "Coding",
                guid=guid_of("coding", guid, code),
                creatingUser=self._user(),
                creationDateTime=_moment(note.created),
            )
            ET.SubElement(coding, "CodeRef", targetGUID=code)
        if note.text.strip():
            ET.SubElement(selection, "NoteRef", targetGUID=self._memo(note))

    def _coded_with(self, note: Note) -> list[str]:
        self._tags.update(dict.fromkeys(note.tags))
        codes = [code_guid(tag) for tag in note.tags]
        if note.color is not None:
            self._colors.add(note.color)
            codes.append(_color_guid(note.color))
        return codes

    def _memo(self, note: Note, quoted: str = "") -> str:
        """Return the id of the memo that holds a note's remark, and words that were not found."""
        guid = guid_of("memo", note.id)
        if guid not in self._notes or quoted:
            parts = [self.labels.quote.format(words=quoted)] if quoted else []
            if quoted:
                parts.append(self.labels.lost)
                parts += [f"#{tag}" for tag in note.tags]
            memo = element(
                "Note",
                guid=guid,
                name=xml_text(note.text.strip() or quoted)[:60] or guid,
                creatingUser=self._user(),
                creationDateTime=_moment(note.created),
                modifiedDateTime=_moment(note.modified),
            )
            content = ET.SubElement(memo, "PlainTextContent")
            content.text = xml_text("\n\n".join(filter(None, [*parts, note.text])))
            self._notes[guid] = memo
        return guid

    def packed(self) -> bytes:
        """Return the project as a file."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            xml = ET.tostring(self.root(), encoding="utf-8", xml_declaration=True)
            archive.writestr(zipfile.ZipInfo("project.qde", _EPOCH), xml)
            for guid, text in self._texts.items():
                entry = zipfile.ZipInfo(f"Sources/{guid}.txt", _EPOCH)
                archive.writestr(entry, text.encode("utf-8", errors="replace"))
        return buffer.getvalue()

    def root(self) -> ET.Element:
        """Return the project's XML."""
        root = element(
            "Project",
            name=self.labels.notes,
            origin="talkreader",
            creatingUserGUID=self._user(),
            creationDateTime=_moment(self._last),
        )
        root.set("xmlns", NAMESPACE)
        users = ET.SubElement(root, "Users")
        users.append(element("User", guid=self._user(), name=self.user))
        codes = [*code_elements(self.codes, self._tags), *self._highlights()]
        if codes:
            book = ET.SubElement(ET.SubElement(root, "CodeBook"), "Codes")
            book.extend(codes)
        for name, elements in (("Sources", self._sources), ("Notes", list(self._notes.values()))):
            if elements:
                ET.SubElement(root, name).extend(elements)
        return root

    def _highlights(self) -> Iterable[ET.Element]:
        if not self._colors:
            return
        group = element(
            "Code",
            guid=guid_of("colors"),
            name=self.labels.highlight,
            isCodable="false",
        )
        for color in Color:
            if color in self._colors:
                name = self.labels.colors.get(color.value, color.value)
                ET.SubElement(
                    group,
                    "Code",
                    guid=_color_guid(color),
                    name=name,
                    isCodable="true",
                    color=HIGHLIGHTS[color],
                )
        yield group

    def _user(self) -> str:
        return guid_of("user", self.user)


def _color_guid(color: Color) -> str:
    return guid_of("color", color.value)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
