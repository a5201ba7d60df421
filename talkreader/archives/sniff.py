"""What a file is, from its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum

from talkreader.archives.hints import Hints
from talkreader.archives.text.encoding import decode
from talkreader.archives.text.frontmatter import front_matter
from talkreader.domain.errors import NotAnArchive
from talkreader.domain.page import Form
from talkreader.domain.records import dataclass


class Kind(StrEnum):
    """What kind of archive a file is; each has a reader (`talkreader.archives.readers`)."""

    XML_EXPORT = "xml-export"
    API_XML = "api-xml"
    API_JSON = "api-json"
    HTML = "html"
    WIKITEXT = "wikitext"
    PLAINTEXT = "plaintext"
    MARKDOWN = "markdown"
    ZIP = "zip"
    WARC = "warc"
    MHTML = "mhtml"
    JSON_LINES = "json-lines"
    FLOW_DUMP = "flow-dump"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file is. ``sure`` is False where a person may know better (text without marks)."""

    kind: Kind
    sure: bool = True


_KIND_OF_FORM = {
    Form.HTML: Kind.HTML,
    Form.WIKITEXT: Kind.WIKITEXT,
    Form.PLAINTEXT: Kind.PLAINTEXT,
    Form.MARKDOWN: Kind.MARKDOWN,
}

# What people open by mistake: the first bytes (at an offset), and its name for people.
_STRANGERS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF8", "a GIF picture"),
    (8, b"WEBP", "a WebP picture"),
    (0, b"BM", "a BMP picture"),
    (0, b"II*\0", "a TIFF picture"),
    (0, b"MM\0*", "a TIFF picture"),
    (0, b"%PDF-", "a PDF document"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"PK\x05\x06", "an empty zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\xd0\xcf\x11\xe0", "an old Office document"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"ZIM\x04", "a ZIM file"),
    (0, b"OggS", "a sound or video"),
    (0, b"ID3", "a sound"),
    (0, b"fLaC", "a sound"),
    (0, b"RIFF", "a sound or video"),
    (4, b"ftyp", "a video"),
    (0, b"\x1aE\xdf\xa3", "a video"),
)

_MHTML = re.compile(rb"\A(?:[A-Za-z-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){1,40}", re.ASCII)


_RECORD = re.compile(rb"\r\n\r\nWARC/[01]\.\d+\r\n(?:[\w-]+:[^\r\n]*\r\n)*?WARC-Type:")
"""So goes on a web archive whose beginning is missing."""


def settle(sniffed: Sniffed, hints: Hints) -> Sniffed:
    """What the person says, where the contents are open to doubt."""
    if sniffed.sure or hints.form is None:
        return sniffed
    return Sniffed(_KIND_OF_FORM[hints.form])


def sniff(head: bytes, name: str) -> Sniffed:
    """What the file that begins with ``head`` is.

    ``name`` is for the message. Raises: NotAnArchive: nothing that has a discussion in it.
    """
    _refuse_strangers(head, name)
    container = _container(head)
    if container is not None:
        return Sniffed(container)
    if not head.strip(b"\0"):
        raise NotAnArchive(
            "{path} holds nothing but zero bytes; copy or download the file again", path=name
        )
    text = decode(head).text
    if not text.strip():
        raise NotAnArchive("{path} holds nothing but blanks; copy the page again", path=name)
    _refuse_binary(text, name)
    if _INDEX.match(text):
        raise NotAnArchive(
            "{path} is the index of a dump, a list of titles; open the dump itself, the large file"
            " with “multistream” and without “index” in its name",
            path=name,
        )
    return sniff_text(text)


def is_strange(head: bytes) -> str:
    """What a file is by its first bytes that is no archive; "" for none of these."""
    for offset, magic, what in _STRANGERS:
        # "BM" and "MZ" may begin a text; a program or picture has zero bytes
        if head.startswith(magic, offset) and (len(magic) > 2 or b"\0" in head[:64]):
            return what
    return ""


def _refuse_strangers(head: bytes, name: str) -> None:
    """Raise NotAnArchive for the kinds of file that are known by their first bytes."""
    if what := is_strange(head):
        raise NotAnArchive(
            "{path} is {what}, not a talk page; save the page itself as a web page or as text",
            path=name,
            what=what,
        )


def _container(head: bytes) -> Kind | None:
    """The kind of a file that holds other files; None when it is none."""
    if head.startswith(b"PK\x03\x04"):
        return Kind.ZIP
    if head.startswith(b"WARC/") or _RECORD.search(head):
        return Kind.WARC
    found = _MHTML.match(head[:8192])
    return Kind.MHTML if found and b"multipart/related" in found[0].lower() else None


_ZEROS = re.compile("[\0\N{REPLACEMENT CHARACTER}]{64,}")


def _refuse_binary(text: str, name: str) -> None:
    """Raise NotAnArchive when too much of the text is control characters."""
    sample = _ZEROS.sub("", text[:65536])  # a part that was never written is damage
    odd = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\v\x1b")
    odd += sum(1 for char in sample if char == "\N{REPLACEMENT CHARACTER}")
    if odd > len(sample) * 0.05:
        raise NotAnArchive(
            "{path} is not text; save the talk page as a web page, as text or as an XML export",
            path=name,
        )


_INDEX = re.compile(r"\A(?:\d+:\d+:[^\n]+\n){1,5}(?:\Z|\d+:\d*)")

_ROOT = re.compile(r"<([A-Za-z]\w*)")
_PAGE = re.compile(r"<page>\s*<title>[^<]+</title>\s*<(?:ns|id)>")
"""So begins a part of an export, such as a stream of a multistream dump."""
_PAGES = re.compile(r"</page>\s*<page>\s*<title>[^<]+</title>\s*<(?:ns|id)>")
"""So goes on a part that begins anywhere, such as the second piece of a file that was split."""
_PROLOGUE_ENDS = {"<?": "?>", "<!--": "-->", "<!": ">"}
_KIND_OF_ROOT = {"html": Kind.HTML, "mediawiki": Kind.XML_EXPORT, "api": Kind.API_XML}
_FRAGMENT_ROOT = re.compile(r'\A\s*<\w+[^>]*\bclass=["\'][^"\']*\bmw-parser-output\b')

# A tag that MediaWiki's wikitext cannot hold, so that it comes from rendered pages only
_RENDERED = re.compile(
    r"<a\s[^>]*\bhref=|<body\b|<section\b[^>]*data-mw|<script\b|<link\s[^>]*rel=", re.IGNORECASE
)
_BLOCK_TAG = re.compile(r"<(?:p|div|h[1-6]|ul|ol|dl|li|dd|section|table)\b", re.IGNORECASE)

# Markdown keeps the tags it has no marks for, but never those of its own paragraphs and headings
_PARAGRAPH_TAG = re.compile(r"<(?:p|h[1-6]|dd)\b", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"\[[^\[\]\n]{1,200}\]\((?:<[^<>\n]{1,500}>|[^\s<>]{1,500}[ )])")

_ANSWER = re.compile(
    r'\{\s*"(?:batchcomplete|continue|curtimestamp|discussiontoolspageinfo|errors?|flow|limits|parse'
    r'|query|requestid|warnings)"\s*:'
)
"""So begins an answer of the API; several may follow each other."""
_RECORD_FIELD = re.compile(r'"(?:conversation_id|page_namespace|reply_to|replyTo_id)"\s*:')
_WIKILINK = re.compile(r"\[\[[^\[\]\n]+\]\]")
_TEMPLATE = re.compile(r"\{\{[^{}\n]+(?:\}\}|\||$)", re.MULTILINE)
_HEADING = re.compile(r"^(={1,6})[^=\n].*?\1[ \t]*(?:<!--.*-->)?\s*$", re.MULTILINE)
_INLINE_HEADING = re.compile(r"(?:^|\s)(={2,4}) [^=\n]{1,120} \1(?:\s|$)", re.MULTILINE)
_QUOTES = re.compile(r"'''?[^'\n]+'''?")
_TAG = re.compile(r"<(?:span|div|small|sup|sub|font|nowiki|ref|br|references|u|s|del)\b[^<>]*>")
_INDENT = re.compile(r"^[:*#;]+ ?\S", re.MULTILINE)


def sniff_text(text: str) -> Sniffed:
    """What a text is; never refuses."""
    text = front_matter(text).body.lstrip("\ufeff \t\r\n")
    if text[:1] in "{[" and _looks_json(text):
        records = text.startswith("{") and not _ANSWER.match(text) and _is_record(text)
        return Sniffed(Kind.JSON_LINES if records else Kind.API_JSON)
    if _goes_on_in_records(text):
        return Sniffed(Kind.JSON_LINES)
    kind = _of_root(text)
    if kind is not None:
        return Sniffed(kind)
    if _FRAGMENT_ROOT.match(text) and not _is_markdown(text):
        return Sniffed(Kind.HTML)
    if "<page>" in text and _PAGES.search(text):
        return Sniffed(Kind.XML_EXPORT, sure=False)
    return Sniffed(_sniff_marks(text), sure=False)


def _of_root(text: str) -> Kind | None:
    """The kind that the first element or the document type names, None when neither does.

    Walks over what may stand before: a regular expression would go back and forth over comments.
    """
    while text.startswith("<"):
        if text[:14].lower() == "<!doctype html":
            return Kind.HTML
        end = _PROLOGUE_ENDS.get(text[:2] if text[:4] != "<!--" else "<!--")
        if end is None:
            if _PAGE.match(text):
                return Kind.XML_EXPORT
            root = _ROOT.match(text)
            kind = _KIND_OF_ROOT.get(root[1].lower()) if root else None
            flow = kind is Kind.XML_EXPORT and "/xml/flow-" in text[: text.find(">") + 1]
            return Kind.FLOW_DUMP if flow else kind
        if text[:9].upper() == "<!DOCTYPE" and "[" in text[: text.find(">") + 1]:
            end = "]>"
        _, found, text = text.partition(end)
        text = text.lstrip()
        if not found:
            return None
    return None


def _looks_json(text: str) -> bool:
    """True for the beginning of a JSON object or list; wikitext may begin with ``{{`` or ``[[``."""
    return bool(re.match(r'\{\s*(?:"|\}\s*\Z)|\[\s*(?:\{\s*"|")', text))


def _is_record(text: str) -> bool:
    """True when each line is a JSON object of its own: a list of what people said or changed."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    if not first.endswith("}"):
        # the beginning of one line of many megabytes is told by its first field
        return not rest and bool(_RECORD_FIELD.search(first))
    return rest.lstrip()[:1] == "{" or (not rest.strip() and bool(_RECORD_FIELD.search(first)))


def _goes_on_in_records(text: str) -> bool:
    """True when the first line is the end of a record, and all others are records."""
    first, _, rest = text.partition("\n")
    if not first.rstrip().endswith("}") or not rest.startswith('{"'):
        return False
    lines = [line for line in rest.split("\n") if line.strip()]
    return all(line.startswith('{"') for line in lines) and bool(_RECORD_FIELD.search(rest))


def _sniff_marks(text: str) -> Kind:
    """Which of the texts that people write or copy it is, by each one's share of marks."""
    links = len(_WIKILINK.findall(text))
    if _is_markdown(text):
        return Kind.MARKDOWN
    rendered = len(_RENDERED.findall(text))
    if rendered + (len(_BLOCK_TAG.findall(text)) if rendered else 0) > 2 * links:
        return Kind.HTML
    if not links and _is_markup(text):
        return Kind.HTML
    lines = sum(1 for line in text.splitlines() if line.strip())
    marks = (
        3 * len(_HEADING.findall(text))
        + 2 * len(_INLINE_HEADING.findall(text))
        + 2 * links
        + 2 * len(_TEMPLATE.findall(text))
        + len(_QUOTES.findall(text))
        + len(_INDENT.findall(text))
        + len(_TAG.findall(text))
    )
    # measured on the reference pages: wikitext has 0.6 or more per line, copies 0.1 or less
    return Kind.WIKITEXT if marks > 0.3 * lines else Kind.PLAINTEXT


def _is_markdown(text: str) -> bool:
    """True when links are written as Markdown writes them, and no paragraph is in tags."""
    links = len(_MARKDOWN_LINK.findall(text))
    return links > max(2, 2 * len(_WIKILINK.findall(text))) and not _PARAGRAPH_TAG.search(text)


def _is_markup(text: str) -> bool:
    """True when the text begins with a block's tag and has no wikitext heading or list."""
    return bool(_BLOCK_TAG.match(text)) and not _HEADING.search(text) and "</" in text
