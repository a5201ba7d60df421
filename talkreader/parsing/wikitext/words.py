"""The words by which wikitext's links, tags and templates are told apart."""

from __future__ import annotations

import json

from talkreader.domain.resources import resource

_LINKS = json.loads(resource("link_words.json").read_text(encoding="utf-8"))

FILE_WORDS = frozenset(_LINKS["file"])
"""The namespace of files in all languages; a link to it shows the file."""

CATEGORY_WORDS = frozenset(_LINKS["category"])
"""The namespace of categories; a link to it shows nothing."""

BLOCK_TAGS = frozenset(
    "blockquote center dd dir div dl dt hr li ol p pre section table tbody td tfoot th thead tr ul "
    "caption syntaxhighlight source".split()
)
"""Tags that part paragraphs."""

VERBATIM_TAGS = frozenset({"pre", "syntaxhighlight", "source"})
"""Those of them whose lines are shown as they stand."""

BOX_WORDS = ("result", "reason", "status", "1", "title", "理由", "结果", "結果")
"""Parameters that say why a box was closed, or what it holds."""

TIME_WORDS = ("time", "date", "时间", "時間", "datum", "fecha", "data")
"""Parameters with the date of an unsigned comment."""

TRAIL = "a-zà-öø-ÿа-яё"
"""Letters that belong to the link before them."""

ENTITY = r"&(?:[a-zA-Z]+|#[0-9]+|#[xX][0-9a-fA-F]+);"
"""A character's name or number."""
