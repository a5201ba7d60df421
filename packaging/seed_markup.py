"""The little of MediaWiki's markup that the sample discussion uses, as HTML and as plain text."""

from __future__ import annotations

import html
import re
from itertools import groupby
from urllib.parse import quote

RED = {"Marrow Pike", "198.51.100.7"}  # they have no user page
LISTS = {":": ("dl", "dd"), "*": ("ul", "li"), "#": ("ol", "li")}
UNSIGNED = "—\N{NO-BREAK SPACE}Preceding unsigned comment added by "
Line = tuple[str, str]


def page_html(source: str) -> str:
    """What the parser of a wiki makes of a page."""
    out = []
    for chunk in re.split(r"\n\n+", source.strip()):
        for kind, group in groupby(chunk.splitlines(), key=kind_of):
            lines = list(group)
            if kind == "heading":
                out += map(heading, lines)
            elif kind == "list":
                out.append(list_html([split_marks(line) for line in lines], 0))
            elif kind == "quote":
                out += [f"<blockquote><p>{inline(strip_quote(x))}</p></blockquote>" for x in lines]
            else:
                out.append("<p>" + "\n".join(map(inline, lines)) + "\n</p>")
    return "\n".join(out)


def kind_of(line: str) -> str:
    """What a line of wikitext is."""
    if line.startswith("="):
        return "heading"
    if line[:1] in LISTS:
        return "list"
    return "quote" if line.startswith("<blockquote>") else "paragraph"


def strip_quote(line: str) -> str:
    """A quotation without its tags."""
    return line.removeprefix("<blockquote>").removesuffix("</blockquote>")


def split_marks(line: str) -> Line:
    """The list marks of a line, and the rest."""
    marks = re.match(r"[:*#]*", line)
    end = marks.end() if marks else 0
    return line[:end], line[end:].strip()


def list_html(lines: list[Line], depth: int) -> str:
    """Lists as MediaWiki nests them: a deeper line stands inside the item above it."""
    out = []
    for mark, group in groupby(lines, key=lambda line: line[0][depth]):
        outer, item = LISTS[mark]
        items: list[str] = []
        for deeper, inner in groupby(group, key=lambda line: len(line[0]) > depth + 1):
            if not deeper:
                items += [inline(text) for _, text in inner]
            else:
                items = items or [""]
                items[-1] += "\n" + list_html(list(inner), depth + 1)
        body = "\n".join(f"<{item}>{text}</{item}>" for text in items)
        out.append(f"<{outer}>{body}</{outer}>")
    return "\n".join(out)


def heading(line: str) -> str:
    """A heading with its edit link, as MediaWiki 1.44 writes it."""
    level = len(line) - len(line.lstrip("="))
    words = line.strip("= ")
    anchor = html.escape(words.replace(" ", "_"))
    return (
        f'<div class="mw-heading mw-heading{level}"><h{level} id="{anchor}">{html.escape(words)}'
        f'</h{level}><span class="mw-editsection"><span class="mw-editsection-bracket">[</span>'
        f'<a href="/index.php?action=edit" title="Edit section: {html.escape(words)}">'
        '<span>edit</span></a><span class="mw-editsection-bracket">]</span></span></div>'
    )


def inline(text: str) -> str:
    """A line of wikitext as HTML."""
    codes = re.split(r"(<code>.*?</code>)", text)
    return "".join(part if part.startswith("<code>") else marked(part) for part in codes)


def marked(text: str) -> str:
    """Templates, links, bold and italics as HTML."""
    text = re.sub(r"\{\{outdent\}\} ?", '<span class="outdent-template"></span>', text)
    text = re.sub(r"\{\{unsigned\|([^|}]*)\|([^|}]*)\}\}", unsigned, text)
    text = re.sub(
        r"\{\{ping\|([^|}]*)\}\}", r'<span class="template-ping">@[[User:\1|\1]]:</span>', text
    )
    text = re.sub(r"\[\[([^|\]]*)\|?([^\]]*)\]\]", link, text)
    text = re.sub(
        r"\[(https://\S+) ([^\]]*)\]",
        r'<a rel="nofollow" class="external text" href="\1">\2</a>',
        text,
    )
    text = re.sub(r"'''(.+?)'''", r"<b>\1</b>", text)
    return re.sub(r"''(.+?)''", r"<i>\1</i>", text)


def unsigned(match: re.Match[str]) -> str:
    """What {{unsigned|name|date}} stands for."""
    name, date = match.groups()
    return (
        f'<small class="autosigned">{UNSIGNED.replace(chr(0xA0), "&nbsp;")}'
        f"[[User:{name}|{name}]] ([[User talk:{name}|talk]] • "
        f"[[Special:Contributions/{name}|contribs]]) {date}</small>"
    )


def link(match: re.Match[str]) -> str:
    """An internal link; red where the page does not exist."""
    title, label = match[1], match[2] or match[1]
    name = title.partition(":")[2]
    place = quote(title.replace(" ", "_"), safe=":/()")
    if name in RED and title.startswith("User"):
        href = f"/index.php?title={place}&amp;action=edit&amp;redlink=1"
        return f'<a href="{href}" class="new" title="{title} (page does not exist)">{label}</a>'
    return f'<a href="/wiki/{place}" title="{title}">{label}</a>'


def plain(line: str) -> str:
    """A line of wikitext as a reader sees it."""
    return html.unescape(re.sub(r"<[^>]+>", "", inline(strip_quote(split_marks(line)[1]))))
