"""Archives made for the tests; the people and their words are invented."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

WIKITEXT = (
    "== Bridge opening ==\n"
    "When was the old bridge opened? [[User:Ida Holm|Ida Holm]] ([[User talk:Ida Holm|talk]])"
    " 09:12, 3 May 2020 (UTC)\n"
    ":In 1911, says the local paper. [[User:Per Lund|Per Lund]] 10:40, 3 May 2020 (UTC)\n"
)

PLAINTEXT = (
    "Talk:Old bridge\n\n"
    "Bridge opening[edit]\n\n"
    "When was the old bridge opened? Ida Holm (talk) 09:12, 3 May 2020 (UTC)[reply]\n\n"
    "In 1911, says the local paper. Per Lund (talk) 10:40, 3 May 2020 (UTC)[reply]\n"
)

TRADITIONAL = (
    "大家好，我認為這個條目的名稱應該再討論一下，因為現在的譯名在我們這裡並不常用。"
    "--林小雨（留言） 2021年9月16日 (四) 21:45 (UTC)\n"
    "支持，我也覺得原來的名稱比較好，但是請先找到可靠的來源，再把頁面移動過去。"
    "--周大山（留言） 2021年9月17日 (五) 03:12 (UTC)\n"
)

SIMPLIFIED = (
    "大家好，我认为这个条目的名称应该再讨论一下，因为现在的译名在我们这里并不常用。"
    "--林小雨（留言） 2021年9月16日 (四) 21:45 (UTC)\n"
    "支持，我也觉得原来的名称比较好，但是请先找到可靠的来源，再把页面移动过去。"
    "--周大山（留言） 2021年9月17日 (五) 03:12 (UTC)\n"
)

SITEINFO = """<siteinfo><sitename>Bridges</sitename><dbname>bridgewiki</dbname>
<base>https://bridges.example/wiki/Main_Page</base><namespaces>
<namespace key="0" case="first-letter" /><namespace key="1">Diskussion</namespace>
<namespace key="4">Broer</namespace></namespaces></siteinfo>
"""


def revision(
    text: str, number: int = 1, timestamp: str = "2020-05-03T10:40:00Z", attributes: str = ""
) -> str:
    """A ``<revision>`` by Ida Holm."""
    return (
        f"<revision><id>{number}</id><timestamp>{timestamp}</timestamp>"
        "<contributor><username>Ida Holm</username><id>7</id></contributor>"
        "<comment>more</comment><model>wikitext</model><format>text/x-wiki</format>"
        f'<text xml:space="preserve" {attributes}>{escape(text)}</text></revision>'
    )


def page(title: str, *revisions: str, namespace: int | None = 1) -> str:
    """A ``<page>``."""
    ns = "" if namespace is None else f"<ns>{namespace}</ns>"
    return f"<page><title>{escape(title)}</title>{ns}<id>5</id>{''.join(revisions)}</page>\n"


def export(pages: Iterable[str], siteinfo: str = SITEINFO, version: str = "0.11") -> bytes:
    """A MediaWiki XML export."""
    return (
        f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-{version}/" version="{version}"'
        f' xml:lang="da">{siteinfo}{"".join(pages)}</mediawiki>\n'
    ).encode()


def numbered(count: int) -> bytes:
    """An export of ``count`` pages, each with some words that do not pack away to nothing."""
    words = " ".join(f"{7919 * n % 10007:x}" for n in range(400))
    return export(page(f"Diskussion:Side {n}", revision(f"{n} {words}")) for n in range(count))
