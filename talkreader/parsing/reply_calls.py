"""Whom a comment speaks to: names it calls, and thanks it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talkreader.domain.thread import Comment

_CALL = 60  # characters at a comment's beginning in which a name is a call
_NEAR = 5  # words behind a thank that may say what it is for
_STAFF = re.compile(r"\s*\([^()]*\)$")
_THANKS = re.compile(
    r"\b(?:thank|thanks|merci|dank|bedankt|danke|dziękuję|dzięki|gracias|grazie|obrigado|спасибо|"
    r"شكرا)\b|谢谢|謝謝|感谢|感謝|ありがとう|감사"
)
_GREETING = re.compile(
    r"(?:\(edit conflict\) )?(?:hi|hello|hey|dear|thanks?|thank you|sorry|bonjour|merci|salut|"
    r"hallo|hoi|dank|cześć|witaj|dzięki|dziękuję|hola|gracias|ciao|grazie|olá|hej|ahoj|привет|спасибо|"
    r"здравствуйте|مرحبا|أهلا|شكرا|שלום|تشکر|سلام|您好|你好|谢谢|謝謝)[\s,.!，！]*@?"
)


def thanks_for(heading: str | None, comment: Comment) -> bool:
    """Say whether a comment thanks for what the heading names: the section's opener gave it."""
    names = {
        word.casefold()
        for word in re.findall(r"\w{3,}", heading or "")
        if word.isupper() or len(word) > 6
    }
    opening = comment.body.text.strip().casefold()[:_CALL]
    thanked = _THANKS.search(opening)
    if thanked is None:
        return False
    return not names.isdisjoint(re.findall(r"\w+", opening[thanked.end() :])[:_NEAR])


def called(comment: Comment, path: list[Comment]) -> int | None:
    """Return the place in the path of the person whom the comment calls by name, if any."""
    head = comment.body.text.lstrip(" \u00a0•*")[:_CALL].casefold()
    for place in range(len(path) - 1, -1, -1):
        above = path[place]
        if above.author is None or above.author == comment.author:
            continue
        if any(_calls(head, name) for name in _names(above)):
            return place
    return None


def _names(comment: Comment) -> Iterator[str]:
    """Yield how others call who wrote a comment: the user, the label, the first name."""
    author, label = comment.author or "", comment.signatures[0].display_name or ""
    for name in (author, label):
        if name:
            yield name.casefold()
        words = _STAFF.sub("", name).casefold().split()
        if len(words) > 1:
            if len(words[0]) > 3:
                yield words[0]
            yield words[0][0] + words[-1]  # "Maggie Dennis" is often Mdennis


def _calls(head: str, name: str) -> bool:
    """Say whether a comment begins with a name, bare, after "@" or after a greeting.

    A longer name that begins so is another person's.
    """
    place = head.find(f"@{name}")
    if place >= 0:
        place += 1
    else:
        greeting = _GREETING.match(head)
        starts = [0, greeting.end()] if greeting else [0]
        bare = len(name) > 2 or not name.isascii()  # "So" is a word as well
        place = next((s for s in starts if bare and head.startswith(name, s)), -1)
    after = head[place + len(name) : place + len(name) + 1]
    return place >= 0 and not after.isalnum()
