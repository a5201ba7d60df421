"""A note's place in a text, and finding it again after the text changed."""

from talkreader.anchoring.compare import compare, compare_words
from talkreader.anchoring.describe import describe, make_target
from talkreader.anchoring.page import AnchorComment, AnchorPage, anchor_page
from talkreader.anchoring.place import FOUND_SECTION, place

__all__ = [
    "FOUND_SECTION",
    "AnchorComment",
    "AnchorPage",
    "anchor_page",
    "compare",
    "compare_words",
    "describe",
    "make_target",
    "place",
]
