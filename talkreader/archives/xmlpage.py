"""One page of an XML export, put together from its elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit

from talkreader.archives.document import Document, FoldMaker, RevisionFold
from talkreader.archives.packed.limits import MIB
from talkreader.domain.page import BOARD, CUT_SHORT, Form, RawPage, Revision

MAX_PAGE = 16 * MIB
"""Characters of one page's text; MediaWiki's own limit is 2 MiB, and the column in which it keeps
texts (a MEDIUMBLOB) holds 16 MiB."""


def moment(text: str) -> datetime | None:
    """The moment that an ISO time (``2021-09-14T20:16:00Z``) names, None when it names none."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def host_of(address: str) -> tuple[str, str]:
    """The host and the base address (``https://host``) of a URL, two "" when it has none.

    The host of a mobile site is given as that of its desktop site.
    """
    try:
        parts = urlsplit(address if "//" in address else "")
    except ValueError:  # "http://[…": not an address
        return "", ""
    if not parts.netloc or "@" in parts.netloc:
        return "", ""
    host = parts.netloc.lower().replace(".m.", ".", 1)
    return host, f"{parts.scheme or 'https'}://{host}"


@dataclass(slots=True)
class SiteInfo:
    """What the file says about the wiki before its first page."""

    language: str = ""
    dbname: str = ""
    host: str = ""
    base_url: str = ""
    key: str = ""
    namespaces: dict[str, int] = field(default_factory=dict)

    @property
    def site(self) -> str:
        """The wiki's database name, else its host."""
        return self.dbname or self.host

    def end(self, name: str, text: str) -> None:
        """Take an element of ``<siteinfo>``."""
        if name == "dbname":
            self.dbname = text.strip()
        elif name == "base":
            self.host, self.base_url = host_of(text.strip())
        elif name == "namespace" and self.key.lstrip("-").isdecimal():
            self.namespaces[text.strip()] = int(self.key)

    def namespace_of(self, title: str) -> int | None:
        """The namespace that a title's prefix names; None when the site names none."""
        if not self.namespaces:
            return None
        prefix, colon, _ = title.partition(":")
        return self.namespaces.get(prefix, 0) if colon else 0


@dataclass(slots=True)
class _Version:
    """One ``<revision>``."""

    id: int | None = None
    timestamp: str = ""
    contributor: str = ""
    comment: str = ""
    model: str = ""
    text: str = ""
    stub: bool = False
    deleted: bool = False

    @property
    def has_text(self) -> bool:
        """True when the wikitext of the revision is in the file."""
        return not (self.stub or self.deleted) and self.model in {"", "wikitext"}

    @property
    def revision(self) -> Revision:
        """What the revision says of itself."""
        return Revision(self.id, moment(self.timestamp), self.contributor, self.comment)

    @property
    def rank(self) -> tuple[bool, str]:
        """Orders revisions: those with a text first, then by ISO time."""
        return (not (self.stub or self.deleted), self.timestamp)


class PageBuilder:
    """A ``<page>`` that is being read; keeps one revision at a time."""

    def __init__(
        self, site: SiteInfo, offset: int, line: int, make_fold: FoldMaker | None = None
    ) -> None:
        self._site = site
        self._make_fold = make_fold
        self._fold: RevisionFold | None = None
        self._first: _Version | None = None
        self._folded = ""
        self._offset = offset
        self._line = line
        self._title = ""
        self._namespace: int | None = None
        self._id: int | None = None
        self._version = _Version()
        self._best: _Version | None = None
        self._newest = ""
        self._warnings: list[str] = []

    @property
    def title(self) -> str:
        """The page's title, "" as long as it was not read."""
        return self._title

    @property
    def is_stub(self) -> bool:
        """True when the export left the text out."""
        return self._best is not None and self._best.stub

    @property
    def is_board(self) -> bool:
        """True for a Structured Discussions board, whose text lies in another database."""
        return self._best is not None and self._best.model == "flow-board"

    def warn(self, sentence: str) -> None:
        """Add a warning."""
        self._warnings.append(sentence)

    def start(self, path: list[str], attributes: dict[str, str]) -> None:
        """Take the beginning of an element inside the page."""
        if path[-1] in {"revision", "upload"}:
            self._version = _Version()
        elif path[-2:] == ["revision", "text"]:
            self._version.deleted = "deleted" in attributes
            # a stub's <text> says how long the text is, or where, but has none
            self._version.stub = (
                attributes.get("bytes", "0") != "0"
                or "id" in attributes
                or "location" in attributes
            )

    def end(self, path: list[str], text: str) -> None:
        """Take the end of an element inside the page."""
        name, parent = path[-1], path[-2]
        if parent == "page":
            self._end_of_page(name, text)
        elif parent == "revision":
            self._end_of_revision(name, text)
        elif parent == "contributor" and name in {"username", "ip"}:
            self._version.contributor = text

    def _end_of_page(self, name: str, text: str) -> None:
        """Take an element that stands directly in the page."""
        if name == "title":
            self._title = text
        elif name == "ns":
            self._namespace = int(text) if text.strip().lstrip("-").isdecimal() else None
        elif name == "id":
            self._id = int(text) if text.strip().isdecimal() else None
        elif name == "revision":
            self._end_revision()

    def _end_revision(self) -> None:
        """Keep the revision when it is the latest so far."""
        self._newest = max(self._newest, self._version.timestamp)
        if self._make_fold is not None and self._version.has_text:
            self._fold_in(self._version, self._make_fold)
        if self._best is None or self._version.rank >= self._best.rank:
            self._best = self._version

    def _fold_in(self, version: _Version, make_fold: FoldMaker) -> None:
        """Fold a revision into the history; the first one waits until there is a second."""
        if version.timestamp < self._folded:
            sentence = "Some revisions do not stand in their order; what they changed is left out"
            if sentence not in self._warnings:
                self.warn(sentence)
            return
        self._folded = version.timestamp
        if self._first is None:
            self._first = version
            return
        if self._fold is None:
            self._fold = make_fold(self._title, self._site.language, self._site.namespaces)
            self._fold.add(self._first.revision, self._first.text)
            self._first.text = ""
        self._fold.add(version.revision, version.text)

    def _end_of_revision(self, name: str, text: str) -> None:
        """Take an element that stands directly in a revision."""
        version = self._version
        if name == "text":
            version.text = text
            version.stub = version.stub and not text and not version.deleted
        elif name == "id":
            version.id = int(text) if text.strip().isdecimal() else None
        elif name == "timestamp":
            version.timestamp = text.strip()
        elif name == "comment":
            version.comment = text
        elif name == "model":
            version.model = text.strip()

    def end_early(self, path: list[str], text: str) -> bool:
        """Take what there is of a page whose end is missing: its whole revisions, else ``text``.

        ``path`` is the element that breaks off. False: there is nothing to read.
        """
        if self._best is None or not self._best.has_text:
            if path[-2:] == ["revision", "text"]:
                self._end_of_revision("text", text)
            begun = self._version if "revision" in path else _Version()
            if not begun.has_text or not begun.text.strip():
                return False
            self._end_revision()
        self.warn(CUT_SHORT)
        return True

    def build(self, document: Document) -> RawPage:
        """The page, as its latest revision has it."""
        version = self._best or _Version()
        form, text = Form.WIKITEXT, version.text
        if version.deleted:
            self.warn("The text of this page was removed from public view on the wiki")
        elif version.timestamp < self._newest:
            self.warn("The latest text was removed from public view; an older one is shown")
        if self.is_board:
            text = ""
            self.warn(BOARD)
        elif version.model not in {"", "wikitext"}:
            form = Form.PLAINTEXT
            self.warn(f"The text of this page is not wikitext but {version.model}")
        namespace = self._namespace
        if namespace is None:
            namespace = self._site.namespace_of(self._title)
        return document.page(
            form,
            text,
            offset=self._offset,
            line=self._line,
            title=self._title,
            site=self._site.site,
            base_url=self._site.base_url,
            namespace=namespace,
            page_id=self._id,
            language=self._site.language,
            revision=version.revision,
            namespaces=self._site.namespaces,
            warnings=tuple(self._warnings),
            changes=self._fold.changes() if self._fold is not None else (),
        )
