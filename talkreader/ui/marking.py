"""Marking words for the translators where they stand, before the language is known."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - for lupdate, which reads it
    """Return the text as it is; lupdate collects it. Qt's own of this name has no types."""
    return text
