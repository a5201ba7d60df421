"""The forms in which people hold a page: saved HTML, copied text, XML export, API answer."""

from __future__ import annotations

import hashlib
import html
import json
import re
from typing import Any
from urllib.parse import quote

from lxml import etree
from lxml import html as lxml_html

SITE, SITE_NAME = "examplewiki", "Example Wiki"
BASE = "https://wiki.example.org"
PAGE_ID, REVISION, PARENT = 417, 20931, 20925
SAVED, SAVED_BY = "2023-05-21T19:58:20Z", "Ana Brook"
NAMESPACES = {
    -2: "Media",
    -1: "Special",
    0: "",
    1: "Talk",
    2: "User",
    3: "User talk",
    4: "Project",
    5: "Project talk",
    6: "File",
    7: "File talk",
    8: "MediaWiki",
    9: "MediaWiki talk",
    10: "Template",
    11: "Template talk",
    12: "Help",
    13: "Help talk",
    14: "Category",
    15: "Category talk",
}


def saved_page(title: str, content: str) -> str:
    """A page as a browser saves it: the Vector skin around the content."""
    name = title.replace(" ", "_")
    config = {
        "wgPageName": name,
        "wgNamespaceNumber": 1,
        "wgTitle": title.partition(":")[2],
        "wgCurRevisionId": REVISION,
        "wgRevisionId": REVISION,
        "wgArticleId": PAGE_ID,
        "wgAction": "view",
        "wgPageContentLanguage": "en",
        "wgPageContentModel": "wikitext",
        "wgDBname": SITE,
        "wgDefaultDateFormat": "dmy",
    }
    script = json.dumps(config, ensure_ascii=False, separators=(",", ":"))
    return f"""<!DOCTYPE html>
<html class="client-nojs" lang="en" dir="ltr">
<head>
<meta charset="UTF-8"/>
<title>{title} - {SITE_NAME}</title>
<script>document.documentElement.className="client-js";RLCONF={script};
RLSTATE={{"site.styles":"ready"}};RLPAGEMODULES=["site","mediawiki.page.ready"];</script>
<meta name="generator" content="MediaWiki 1.44.0"/>
<link rel="canonical" href="{BASE}/wiki/{quote(name, safe=":/")}"/>
</head>
<body class="skin-vector-legacy mediawiki ltr sitedir-ltr ns-1 ns-talk action-view">
<div id="content" class="mw-body" role="main">
<h1 id="firstHeading" class="firstHeading mw-first-heading">
<span class="mw-page-title-namespace">Talk</span><span class="mw-page-title-separator">:</span>\
<span class="mw-page-title-main">{title.partition(":")[2]}</span></h1>
<div id="bodyContent" class="vector-body">
<div id="siteSub" class="noprint">From {SITE_NAME}</div>
<div id="jump-to-nav"></div>
<a class="mw-jump-link" href="#mw-head">Jump to navigation</a>
<a class="mw-jump-link" href="#searchInput">Jump to search</a>
<div id="mw-content-text" class="mw-body-content">\
<div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr">
{with_contents(content)}
</div>
<div class="printfooter" data-nosnippet="">Retrieved from \
"{BASE}/wiki/{html.escape(name)}"</div></div>
</div>
</div>
<div id="mw-navigation">
<h2>Navigation menu</h2>
<nav id="p-navigation" class="mw-portlet" aria-labelledby="p-navigation-label">
<h3 id="p-navigation-label">Navigation</h3>
<ul><li><a href="/wiki/Main_Page">Main page</a></li>\
<li><a href="/wiki/Special:RecentChanges">Recent changes</a></li></ul>
</nav>
</div>
<footer id="footer" class="mw-footer" role="contentinfo">
<ul id="footer-info"><li id="footer-info-lastmod"> This page was last edited on 21 May 2023, at \
19:58.</li></ul>
</footer>
</body>
</html>
"""


def with_contents(content: str) -> str:
    """The content with its table of contents before the first heading."""
    entries = re.findall(r'<h(\d) id="([^"]*)">(.*?)</h\d>', content)
    items = "\n".join(
        f'<li class="toclevel-{int(level) - 1}"><a href="#{anchor}"><span class="tocnumber">'
        f'{number}</span> <span class="toctext">{words}</span></a></li>'
        for number, (level, anchor, words) in enumerate(entries, start=1)
    )
    box = (
        '<div id="toc" class="toc" role="navigation" aria-labelledby="mw-toc-heading">'
        '<div class="toctitle" lang="en" dir="ltr"><h2 id="mw-toc-heading">Contents</h2></div>\n'
        f"<ul>\n{items}\n</ul>\n</div>\n"
    )
    lead, heading, rest = content.partition('<div class="mw-heading')
    return lead + box + heading + rest


def copied_text(title: str, content: str) -> str:
    """A page as it comes out of the clipboard on a phone: no indentation, "Edit" at headings."""
    lines: list[str] = []
    for element in lxml_html.fragment_fromstring(content, create_parent="div"):
        copy_block(element, lines)
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    tail = f'Return to "{title.partition(":")[2]}" page.'
    return f"{title}\n\nActive discussions\n\n{body}\n\n{tail}\n"


def copy_block(element: etree._Element, lines: list[str]) -> None:
    """Add the lines that a block copies as."""
    words = " ".join("".join(element.itertext()).split())
    if element.get("class", "").startswith("mw-heading"):
        lines += ["", words.removesuffix("[edit]") + "Edit", ""]
    elif element.tag in ("p", "blockquote"):
        lines += ["", words, ""]
    else:
        for item in element:
            copy_item(item, lines)


def copy_item(item: etree._Element, lines: list[str]) -> None:
    """Add the lines of a list item; the copy keeps bullets and loses the depth."""
    nested = [child for child in item if child.tag in ("dl", "ul", "ol")]
    copies = lxml_html.fromstring(etree.tostring(item, encoding="unicode", with_tail=False))
    for child in list(copies):
        if child.tag in ("dl", "ul", "ol"):
            copies.remove(child)
    words = " ".join("".join(copies.itertext()).split())
    lines.append(("  • " if item.tag == "li" else "") + words)
    for child in nested:
        copy_block(child, lines)


def xml_export(title: str, source: str) -> str:
    """The page as Special:Export writes it, schema 0.11."""
    schema = "http://www.mediawiki.org/xml/export-0.11"
    spaces = "\n".join(
        f'      <namespace key="{key}" case="first-letter"'
        + (f">{name}</namespace>" if name else " />")
        for key, name in NAMESPACES.items()
    )
    return f"""<mediawiki xmlns="{schema}/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="{schema}/ {schema}.xsd" version="0.11" xml:lang="en">
  <siteinfo>
    <sitename>{SITE_NAME}</sitename>
    <dbname>{SITE}</dbname>
    <base>{BASE}/wiki/Main_Page</base>
    <generator>MediaWiki 1.44.0</generator>
    <case>first-letter</case>
    <namespaces>
{spaces}
    </namespaces>
  </siteinfo>
  <page>
    <title>{title}</title>
    <ns>1</ns>
    <id>{PAGE_ID}</id>
    <revision>
      <id>{REVISION}</id>
      <parentid>{PARENT}</parentid>
      <timestamp>{SAVED}</timestamp>
      <contributor>
        <username>{SAVED_BY}</username>
        <id>58</id>
      </contributor>
      <comment>/* 感谢 / Thanks */ reply</comment>
      <origin>{REVISION}</origin>
      <model>wikitext</model>
      <format>text/x-wiki</format>
      <text bytes="{len(source.encode())}" sha1="{sha1_base36(source)}" xml:space="preserve">\
{html.escape(source, quote=False)}</text>
      <sha1>{sha1_base36(source)}</sha1>
    </revision>
  </page>
</mediawiki>
"""


def sha1_base36(source: str) -> str:
    """The digest as MediaWiki writes it: base 36, 31 digits."""
    number = int.from_bytes(hashlib.sha1(source.encode(), usedforsecurity=False).digest())
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits.rjust(31, "0")


def api_answer(title: str, source: str) -> str:
    """The page as api.php answers action=query, formatversion=2, with the site's facts."""
    revision: dict[str, Any] = {
        "revid": REVISION,
        "parentid": PARENT,
        "user": SAVED_BY,
        "timestamp": SAVED,
        "slots": {
            "main": {
                "contentmodel": "wikitext",
                "contentformat": "text/x-wiki",
                "content": source,
            }
        },
    }
    general = {
        "sitename": SITE_NAME,
        "base": f"{BASE}/wiki/Main_Page",
        "generator": "MediaWiki 1.44.0",
        "lang": "en",
        "wikiid": SITE,
    }
    spaces = {
        str(key): {"id": key, "case": "first-letter", "name": name}
        for key, name in NAMESPACES.items()
    }
    page = {"pageid": PAGE_ID, "ns": 1, "title": title, "revisions": [revision]}
    answer = {
        "batchcomplete": True,
        "query": {"general": general, "namespaces": spaces, "pages": [page]},
    }
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n"
