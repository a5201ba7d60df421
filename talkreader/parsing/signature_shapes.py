"""What people's signatures look like on one page: learnt from what they repeat.

Somebody who signs twice leaves the same words before two dates; what stands before them differs.
The longest ending that two comments share is therefore a signature, with its labels and ornaments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from talkreader.parsing.languages import languages

LONGEST = 85
_ORNAMENT = " \u00a0\t,·•|~*_=<>«»†‡★☆♥♪✉☎✍¦/\\:;'\"“”‘’-–—―⸺−‐()[]{}（）【】「」"
_LETTERS = frozenset("t c e d u p m".split())
_BREAK = re.compile(
    r"[.!?…。！？；;]['\"”’」』)）\]]*(?:\s+|(?<=[。！？；]))|--+|[—–―⸺]+|\s[-−]\s?|~+|\n"
)
_PARTS = re.compile(r"\s[|•·*:/†⟨⁄¦»«>]+\s|\s*[|•¦]\s*")
_GROUP = re.compile(r"\s*[(（\[{]([^()（）\[\]{}]*)[)）\]}]?")
_STAFF = re.compile(r"[A-Z]{2,6}$")
# What people close a letter with, before their name; folded. Languages of the wikis we know best.
_GREETINGS = re.compile(
    r"(?:(?:(?:many|kind|best|warm|with) )*(?:thanks?|thank you|thx|regards|best|cheers|greetings|"
    r"respectfully|sincerely|yours|all the best|hth|hope this helps|okay?|hi|hello|yes|no|agreed?|"
    r"(?:met )?(?:vriendelijke )?(?:groetjes|groeten|groet)|mvg|bedankt|danke?|gruß|viele grüße|"
    r"lg|pozdrawiam|pozdro|pzdr|dziękuję|(?:bien )?cordialement|amicalement|merci|bonjour|salut|"
    r"saludos|gracias|saluti|grazie|hilsen|mvh|спасибо|с уважением)(?:[\s,.!:-]+)|"
    r"(?:谢谢|謝謝|多谢|多謝|感谢|感謝|此致|以上)[\s，。！：]+)+",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def labels() -> frozenset[str]:
    """Return the talk and contributions labels of signatures in every language, case folded."""
    found = {"talk", "contribs", "contributions", "edits", "chat", "email", "message", "messages"}
    found |= {"對話", "对话", "讨论", "討論", "留言", "贡献", "貢獻", "論", "签", "簽", "给我留言"}
    for language in languages().values():
        found |= {language.talk.casefold(), language.contribs.casefold()}
    return frozenset(label for label in found if len(label) > 1 or ord(label[:1] or " ") > 0x2E80)


def name_of(words: str, *, labelled: bool) -> str:
    """Return the name in a signature: without greetings, ornaments and labels; "" if none.

    ``labelled``: a talk label stood behind the words, so a bracket at their end is the name's own.
    """
    words = words.strip(" \u00a0\t")
    greeting = _GREETINGS.match(words)
    if greeting and words[greeting.end() :].strip(_ORNAMENT):
        words = words[greeting.end() :]
    words = _first_part(words.lstrip(_ORNAMENT), labelled=labelled)
    before = None
    while words != before:
        before = words
        words = _without_label(words.rstrip(_ORNAMENT.replace(")", "").replace("）", "")))
    words = words.strip(_ORNAMENT.replace(")", "").replace("（", "").replace("）", ""))
    if not any(char.isalnum() for char in words):
        return ""
    folded = words.casefold().strip(_ORNAMENT)
    return "" if folded in labels() or folded in _LETTERS else _balanced(words)


def _first_part(words: str, *, labelled: bool) -> str:
    """Return the part before the first separator or label: ``Name | talk | edits``."""
    for match in _GROUP.finditer(words):
        head = words[: match.start()]
        own = labelled and match.end() == len(words)
        if head.strip(_ORNAMENT) and _label_group(match[1], own=own):
            words = head
            break
    part = _PARTS.search(words)
    if part is not None and words[: part.start()].strip(_ORNAMENT):
        words = words[: part.start()]
    return words


def _label_group(inside: str, *, own: bool) -> bool:
    """Say whether a bracket holds labels: (t·c) does, (WMF) is a part of the name."""
    inside = inside.strip()
    if own and inside[:1].isalnum() and not re.search(r"[|·•/,¦]", inside):
        return inside.casefold() in labels()
    return not _STAFF.match(inside)


def _without_label(words: str) -> str:
    """Return words without a last token that is a label or an ornament."""
    while words and not (words[-1].isalnum() or words[-1] in ".!?)）"):
        words = words[:-1].rstrip()
    head, space, last = words.rpartition(" ")
    folded = last.strip(_ORNAMENT).casefold()
    if space and head.strip(_ORNAMENT) and (folded in labels() or folded in _LETTERS):
        return head
    if space and head.strip(_ORNAMENT) and not any(char.isalnum() for char in last):
        return head
    if len(folded) > 6 and folded.endswith("talk"):  # "NameTalk", the link glued to the name
        return words[:-4]
    return words


def _balanced(name: str) -> str:
    """Return a name with the bracket that stripping took from its end, or without a lone one."""
    for opening, closing in ("()", "（）"):
        if name.count(opening) > name.count(closing):
            name += closing
        elif name.count(closing) > name.count(opening):
            name = name.replace(closing, "")
    return name.strip()


def shared_endings(endings: Mapping[str, bool]) -> dict[str, str]:
    """Return for each text the name that it ends in, where another text shares that ending.

    ``endings`` tell of each text whether a talk label stood behind it. Sorting the
    reversed texts brings those with the longest common ending side by side.
    """
    ordered = sorted({ending[::-1] for ending in endings if ending.strip()})
    found: dict[str, str] = {}
    for place, text in enumerate(ordered):
        longest = 0
        for other in ordered[max(0, place - 1) : place] + ordered[place + 1 : place + 2]:
            longest = max(longest, _common(text, other))
        name = _name_in(text[::-1], longest, labelled=endings[text[::-1]])
        if name:
            found[text[::-1]] = name
    return found


def _common(first: str, second: str) -> int:
    size = 0
    for one, two in zip(first, second, strict=False):
        if one != two:
            break
        size += 1
    return size


def _name_in(text: str, size: int, *, labelled: bool) -> str:
    """Return the name in the last ``size`` characters of a text, from a word's beginning."""
    start = len(text) - size
    if start and text[start - 1].isalnum() and start < len(text) and text[start].isalnum():
        space = re.search(r"[^\w]", text[start:])
        if space is None:
            return ""
        start += space.end()
    ending = text[start:]
    cut = 0
    for match in _BREAK.finditer(ending):
        if ending[match.end() :].strip(_ORNAMENT):
            cut = match.end()
    rest = ending[cut:].lstrip()
    return "" if _STAFF.match(rest.strip("()（） ")) else name_of(rest, labelled=labelled)
