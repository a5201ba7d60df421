"""Saying where a note is, so that it can be found again (W3C Web Annotation selectors)."""

from __future__ import annotations

from talkreader.anchoring.page import AnchorComment
from talkreader.domain.note import Target
from talkreader.domain.page import PageKey

CONTEXT = 32
"""Characters of context on each side of a quote; the figure of Hypothesis."""
_MOST = 256
"""Characters of context where less of it stands twice in a comment, as in the lines of a table."""


def describe(body_text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return the quote, up to 32 characters before it, and up to 32 after it.

    More of them where the same words stand twice in the text with the same around them: else
    nobody could tell, when one of the two is deleted, which it was. Raises ValueError: the range
    is not in the text.
    """
    if not 0 <= start <= end <= len(body_text):
        raise ValueError(f"{start}..{end} is not in a text of {len(body_text)} characters")
    context = CONTEXT
    while start < end and context < _MOST and _is_twice(body_text, start - context, end + context):
        context *= 2
    prefix = body_text[max(0, start - context) : start]
    return body_text[start:end], prefix, body_text[end : end + context]


def _is_twice(text: str, start: int, end: int) -> bool:
    """Tell whether the words of a range stand elsewhere in the text, too."""
    wanted = text[max(0, start) : end]
    first = text.find(wanted)
    return text.find(wanted, first + 1) >= 0


def make_target(key: PageKey, comment: AnchorComment, start: int = 0, end: int = 0) -> Target:
    """Return the target for words of a comment, or for the whole of it when the range is empty.

    The target of a whole comment keeps the comment's first words as its suffix. Raises ValueError:
    the range is not in the comment's text.
    """
    if start == end:
        start = end = 0
    exact, prefix, suffix = describe(comment.text, start, end)
    return Target(
        site=key.site,
        title=key.title,
        section=comment.section,
        comment=comment.name,
        occurrence=comment.occurrence,
        start=start,
        end=end,
        exact=exact,
        prefix=prefix,
        suffix=suffix,
    )
