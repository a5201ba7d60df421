"""The words between name and date in a text copy: (talk), （留言）, overleg and the like."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category

from talkreader.parsing.language.languages import languages

ORNAMENT = " \u00a0\u200b\t,，、·•∙|｜~*_=<>«»‹›†‡★☆♥♪✉☎✍¦/\\:;^'\"“”‘’-–—―⸺−‐‑➤▸→⇒《》「」【】"
_SPACE = " \u00a0\u200b\t\u200e\u200f"
_PICTURES = 0x1F000
_LATIN = 0x250  # below it
_GLUE = _SPACE + "-–—|·•"
_CLOSED = frozenset(")）]}>»】")
_CLOSING = ")）]}>»】.!?…。！？"
_LONGEST_LABEL = 30
_GROUP = re.compile(r"[(（\[{<«【]([^()（）\[\]{}<>«»【】]{0,60})[)）\]}>»】]$")
_NESTED = re.compile(r"[(（]([^()（）]{1,30}[(（][^()（）]{1,30}[)）])[)）]$")
_STAFF = re.compile(r"(?=[A-Z])[A-Za-z]{2,6}(?:[- ][A-Z]{2,4})?$")
_PIECES = re.compile(r"[|｜·・•∙/,、¦\-–—\s]+")
_AROUND_WORD = "\"'“”«».?♬✉☎ "
_LETTERS = frozenset("t c e d u p m b r".split())
_GLUED = frozenset(("talk", "converse", "overleg", "discuter", "dyskusja", "diskussion", "vita"))
_CHINESE = re.compile(
    r"[\^【]?[论論](?:[·・|｜/ ]?[签簽])?(?:[·・|｜/ ]?[编編])?[】]?$|[签簽][·・|｜/ ]?[编編]$"
    r"|(?<=[A-Za-z0-9])[论論留]$"
)
_CHINESE_ENDS = frozenset("论論留签簽编編】")
# "talk to me", "Talk to Ada", "Ada's edits": English words around a name or "me".
_PHRASE = re.compile(
    r"(?:[;,|·•]\s*)?(?:\b(?:talk|speak|write|shout|chat) (?:to|2|with) \w+"
    r"|\b\w+['’]s (?:talk|edits|contribs|contributions|page))$",
    re.IGNORECASE,
)
_SPEAKING = frozenset("💬✉✍☎☏📞📧🗨✎✏🖂📣📢📝🗣")
# What people write instead of their wiki's own word. Case folded.
_CUSTOM = """
talk contribs contributions contrib edits chat email e-mail message messages msg discuss discussion
blether speak user-talk usertalk
reply ping_me converse confer parley squawk yell shout spout babble palaver drop_me_a_line
leave_a_message leave_a_note leave_me_a_message say_hello say_hi let's_talk
discuter disc discussion blabla contact répondre contacter message
dyskusja dyskutuj komentarz pisz napisz odpowiedź pogadaj wkład przedyskutuj
overleg bijdragen vragen vragen?
diskussion disk disk. beiträge diskutieren disku.
discusión disc. mensajes contribuciones discussione scrivimi msg parlami contributi discussão
обсуждение обс обс. вклад разговор razgovor обговорення внесок доприноси
vita üzenőlap szerk keskustelu muokkaukset diskuse příspěvky diskusjon bidrag
שיחה تحدث نقاش ناقش ناقشني ناقشه ناقشها راسلني مراسلة مساهمات بحث گفتگو مشارکتها لێدوان
対話 トーク 会話 投稿記録 論 토론 기여
對話 对话 讨论 討論 留言 贡献 貢獻 给我留言 給我留言 与我对话 與我對話 留名 電郵 电邮 查论编
iqonga_lakho_othetha_kulo
敬上 谨启 謹啟 敬启 敬啟 拜上 顿首 頓首
"""


@dataclass(frozen=True, slots=True)
class Stripped:
    """Words without the labels at their end: they end at ``end``.

    ``certain``: a label of a wiki or of the page stood there; ``guessed``: a bracket nobody knows.
    """

    end: int
    certain: bool = False
    guessed: bool = False

    @property
    def labelled(self) -> bool:
        """True when anything stood between the words and the date."""
        return self.certain or self.guessed


@lru_cache(maxsize=1)
def labels() -> frozenset[str]:
    """Return the talk and contributions labels of signatures in every language, case folded."""
    found = {word.replace("_", " ") for word in _CUSTOM.split()}
    for language in languages().values():
        found |= {label.casefold() for label in (*language.talk, language.contribs)}
    return frozenset(label for label in found if len(label) > 1 or ord(label[:1] or " ") > 0x2E80)


def strip_labels(words: str, learnt: Collection[str] = (), own: Collection[str] = ()) -> Stripped:
    """Return where the words end when the labels behind them are taken away.

    ``learnt`` are labels that several people of the page share, ``own`` its language's for a talk
    page, all case folded.
    """
    end, certain, guessed = len(words), False, False
    while end:
        text = without_signs(words[:end])
        nested = _NESTED.search(text) if text[-2:].strip(")）") == "" else None
        if nested and is_label(nested[1]) and text[: nested.start()].strip(ORNAMENT):
            certain, end = True, nested.start()
            continue
        group = _GROUP.search(text) if text[-1:] in _CLOSED else None
        if group and text[: group.start()].strip(ORNAMENT):
            kind = _group_kind(group[1], text[: group.start()], text[-1])
            if kind is None or (not kind and certain and not group[1].islower()):
                break  # a bracket before the labels belongs to the name: "Ada (二) (talk)"
            certain, guessed = certain or kind, guessed or not kind
            end = group.start()
            continue
        start = _bare_label(text, learnt, own)
        if start is None:
            break
        certain, end = True, _without_twin(text, start)
    if not certain:
        bare = _without_pictures(words[:end])
        guessed = guessed or not _SPEAKING.isdisjoint(words[len(bare) : end])
        end = len(bare)
    return Stripped(len(words[:end].rstrip(_SPACE)), certain, guessed)


def _without_twin(text: str, start: int) -> int:
    """Return where the words before a label end; "Read!" before "Talk!" is a label, too."""
    before = text[:start].rstrip(_GLUE)
    sign = text.rstrip()[-1:]
    if sign in "!?" and before.endswith(sign):
        head, space, _ = before.rpartition(" ")
        if space and head.strip(ORNAMENT)[-1:].isalnum():
            return len(head.rstrip(_GLUE))
    return len(before)


def _without_pictures(words: str) -> str:
    """Return words without pictures at their end: links to a talk page, as a rule."""
    bare = words.rstrip(_SPACE)
    while bare and (ord(bare[-1]) >= _PICTURES or bare[-1] == "\ufe0f"):
        bare = bare[:-1].rstrip(_SPACE)
    return bare


def without_signs(words: str) -> str:
    """Return words without the ornaments, symbols and pictures at their end."""
    end = len(words)
    while end and not words[end - 1].isalnum() and words[end - 1] not in _CLOSING:
        char = words[end - 1]
        if char not in ORNAMENT and category(char)[0] not in "SC" and char != "\ufe0f":
            break
        end -= 1
    return words[:end]


def _group_kind(inside: str, before: str, closing: str) -> bool | None:
    """Say whether a bracket is a known label; None when it belongs to the name: "Ada (WMF)"."""
    if is_label(inside):
        return True
    if closing in ">»":
        return None
    staff = _STAFF.match(inside) and before[-1:].isspace() and before.split()
    return None if staff and not inside.islower() else False


def is_label(inside: str) -> bool:
    """Say whether the words in a bracket are labels; so are signs without any letter."""
    folded, known = inside.casefold(), labels()
    if not any(char.isalnum() for char in inside):
        return True
    if folded.strip(ORNAMENT) in known or _CHINESE.match(inside):
        return True
    letters = True
    for piece in _PIECES.split(folded):
        word = piece.strip(_AROUND_WORD)
        if word in known:
            return True
        letters = letters and (not word or word in _LETTERS)
    return letters


def _bare_label(text: str, learnt: Collection[str], own: Collection[str]) -> int | None:
    """Return where a label without brackets begins at the end of a text, if there is one."""
    text = text.rstrip(")）]")
    phrase = _PHRASE.search(text) if _may_be_phrase(text) else None
    if phrase and text[: phrase.start()].strip(ORNAMENT):
        return phrase.start()
    chinese = _CHINESE.search(text) if text[-1:] in _CHINESE_ENDS else None
    if chinese and (len(chinese[0]) > 1 or text[: chinese.start()][-1:].isascii()):
        return chinese.start()
    last = text.rpartition(" ")[2]
    if not last.isascii() and len(last) < len(text) and _unpointed(last) in labels():
        return len(text) - len(last)
    end = len(text.rstrip("?!♬"))
    for size in _sizes(text[max(0, end - _LONGEST_LABEL) : end], learnt):
        start = end - size
        label = text[start:end].casefold()  # folded one by one: "İ" becomes two characters
        known = label in labels() or label in learnt
        if known and _may_begin(text, start, learnt=label in learnt):
            return start
        if label in own and _glued_to_name(text[:start]):
            return start
    glued = _glued_label(text)
    return _letters(text) if glued is None else glued


def _may_be_phrase(text: str) -> bool:
    """Say whether a text may end in an English phrase about talking to somebody."""
    words = text.rsplit(" ", 2)
    if len(words) < 2:
        return False
    return words[-2].casefold() in ("to", "2", "with") or words[-2][-2:].casefold() in ("'s", "’s")


def _sizes(text: str, learnt: Collection[str]) -> Sequence[int]:
    """Return how many characters at a text's end may be a label, the most first."""
    folded = text.casefold()
    if len(folded) != len(text):  # a character became two
        return range(len(text), 1, -1)
    last, most = folded[-1:], len(text)
    sizes = _lengths().get(last, ())
    own = {len(label) for label in learnt if label[-1:] == last}
    return [size for size in sorted({*sizes, *own}, reverse=True) if 1 < size <= most]


@lru_cache(maxsize=1)
def _lengths() -> dict[str, frozenset[int]]:
    """Return how long the labels are that end in a character."""
    found: dict[str, set[int]] = {}
    for label in labels():
        found.setdefault(label[-1], set()).add(len(label))
    return {char: frozenset(lengths) for char, lengths in found.items()}


def _glued_label(text: str) -> int | None:
    """Return where a label begins that is glued to the name and goes on: "AdaTalk to me"."""
    end = len(text)
    for _ in range(3):
        begin = text.rfind(" ", 0, end) + 1
        for place in range(end - 1, begin, -1):
            if text[place].isupper():
                fits = not text[place - 1].isupper() and text[place:end].casefold() in labels()
                return place if fits else None
        if not text[begin:end].islower() or not begin:
            return None
        end = begin - 1
    return None


def _unpointed(word: str) -> str:
    """Return an Arabic or Hebrew word without its vowel points and stretching strokes."""
    return "".join(char for char in word if category(char) != "Mn" and char != "\u0640")


def _letters(text: str) -> int | None:
    """Return where two or more single letters begin at the end: "Dirk T C", "Ada (t)"."""
    tokens = text.split()
    count = 0
    while count < len(tokens) and tokens[-1 - count].strip(ORNAMENT).casefold() in _LETTERS:
        count += 1
    if count < 2:
        return None
    start = len(text)
    for token in reversed(tokens[-count:]):
        start = text.rindex(token, 0, start)
    return start


def _may_begin(text: str, start: int, *, learnt: bool) -> bool:
    """Say whether a label can begin here: after a gap, or glued to a name ("AdaTalk")."""
    if start <= 0 or not text[:start].strip(ORNAMENT):
        return False
    before, first = text[start - 1], text[start]
    if not before.isalnum() or ord(first) > 0x2E80:
        return True
    if before.isalpha() and first.isalpha() and (ord(before) < _LATIN) != (ord(first) < _LATIN):
        return True  # the script changes: 小明talk
    if not first.isascii() and (learnt or (len(text) - start > 4 and not first.islower())):
        return True
    if (before.islower() or ord(before) > 0x2E80) and first.isupper():
        return True
    return text[start:].casefold() in _GLUED and _glued_to_name(text[:start])


def _glued_to_name(before: str) -> bool:
    """Say whether a raised label may be glued to these words: they end in a name, if any does."""
    token = before.rpartition(" ")[2]
    if token != token.lower():
        return len(token) > 2
    return len(token) > 1 and token == token.upper() and token.isalpha()
