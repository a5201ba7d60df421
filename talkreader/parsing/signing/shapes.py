"""The shape of a signature in a text copy: where its name begins, and where the name ends."""

from __future__ import annotations

import re
from functools import lru_cache

from talkreader.parsing.language.letters import SENTENCE_ENDS
from talkreader.parsing.signing.labels import ORNAMENT, is_label

LONGEST = 85
_MOST_TOKENS = 5
_UNSPACED = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_EASTERN = 0x2E80  # from here on: the scripts of East Asia
# Each alternative begins with a plain character, so that the engine skips to one of them.
_DASH = re.compile(
    r"(?:--+|[—–―⸺]+|~(?<!\w~)~{0,4}(?!\d{4}-\d)|~{1,5}(?!\w)|[-−‐‑]{2,}"
    r"|[-−‑⇒→](?<=[\s.!?…。！？।۔؟)）\"”].)(?=\s|\w)|[⇒→▸]+)[\s~\-‑\u200e\u200f▸]*"
)
_AT_SIGN = (
    rf"[{SENTENCE_ENDS}；](?<!\b[A-Z].)(?<!\b[DMJS][rst].)(?<!\bMrs.)(?<!\bProf.)[\"'”’」』)）\]]*"
    r"(?:\s+|(?<=[。！？；]))|[:：](?:\s+|$)|[)）\"”」』\]]\s+(?=\S)|\n|[:;][-']?[)(DP]\s+"
)
_BREAK_AT_SIGN = re.compile(_AT_SIGN)
BREAK = re.compile(rf"{_AT_SIGN}|\b[a-zà-ÿ]+[.!?](?=[A-Z])")
_GLUED = re.compile(r"[.!?](?<=[a-zà-ÿ].)(?=[A-Z])")  # without which the last one cannot match
_ADDRESS = re.compile(r"[:#]\w|//|^/")
IP = re.compile(
    r"(?:(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}|(?<![\w:])(?:[0-9A-Fa-f]{1,4}::?){2,7}[0-9A-Fa-f]{1,4})$"
)
_TEMPORARY = re.compile(r"20\d\d-\d+(?:-\d+)*")  # a temporary account's name without its "~"
_FINAL = SENTENCE_ENDS
_PARTS = re.compile(
    r"\s[|｜•·*:/†⟨⁄¦»«>▪◊♦—–-]+\s|\s*[｜•¦▪⎆—]\s*|\s+[|]\s*|(?<=\w)[|](?=[\s\w])|;\s"
    r"|(?<=\w)-\s+"
)
_SEPARATOR = re.compile(r"[|｜•·*:/†⟨⁄¦»«>▪◊♦—–\-⎆;]")  # one of them stands in each
_USER_TEMPLATE = re.compile(r"\{\{\s*\w+\s*\|([^{}|]+)\}\}")
_OPENING = re.compile(r"[(（\[{]")
_LATER_GROUP = re.compile(r"\s*[(（\[{]([^()（）\[\]{}]*)[)）\]}]")
# What people close a letter with, before their name. Languages of the wikis we know best.
_GREETING = re.compile(
    r"(?:thanks for your (?:understanding|help)[\s,.!]+|thanks in advance[\s,.!]+|"
    r"(?:(?:many|kind|best|warm|with|thanks and|thank you and) )*(?:thanks?|thank you|thx|"
    r"regards|best|cheers|greetings|respectfully|sincerely|yours|all the best|hth|hope this helps|"
    r"enjoy|okay?|hi|hello|yes|no|agreed?|done|"
    r"(?:met )?(?:vriendelijke |collegiale )?(?:groetjes|groeten|groet)|mvg|bedankt|proficiat|"
    r"danke?|(?:mit |viele |beste |liebe |schöne )?(?:freundlich\w+ )?(?:gruß|grüße|grüßen)|"
    r"lg|vg|mfg|"
    r"(?:med )?(?:vänlig |venlig |vennlig )?hälsning(?:ar)?|(?:med )?(?:venlig|vennlig) hilsen|"
    r"cumprimentos|atenciosamente|un abrazo|s pozdravem|(?:lep|lijep) pozdrav|pozdrav|terveisin|"
    r"iyi çalışmalar|saygılarımla|kolay gelsin|salutări|trân trọng|"
    r"pozdrawiam|pozdro|pzdr|dziękuję|"
    r"(?:bien )?cordialement|amicalement|merci|bonjour|salut|saludos|un saludo|gracias|saluti|"
    r"grazie|ciao|hilsen|mvh|üdv|üdvözlettel|köszönöm|abraço|obrigado|"
    r"спасибо|с уважением|поздрав|تحياتي|تحيات|شكرا|شكرًا|تحيَّاتي)"
    r"[\s,.!:،-]+|"
    r"(?:谢谢|謝謝|多谢|多謝|感谢|感謝|此致|以上)[\s，。！：、]*)+",
    re.IGNORECASE,
)

# With these a letter ends: what follows is the name, whatever it looks like.
_CLOSING_FORMULA = re.compile(
    r"\b(?:(?:(?:many|kind|best|warm|with) )*(?:regards|cheers|sincerely|respectfully)|best"
    r"|(?:vriendelijke |collegiale )?(?:groetjes|groeten|groet)|mvg|mfg"
    r"|(?:freundlich\w+ )?(?:gruß|grüße|grüßen)|(?:bien )?cordialement|amicalement|saludos|saluti"
    r"|pozdrawiam|hilsen|hälsningar|cumprimentos|üdvözlettel|с уважением)[,!.]?[ \u00a0]+",
    re.IGNORECASE,
)
# The same where a line break was lost between greeting and name.
_GLUED_GREETING = re.compile(
    r"(?i:mvg|groeten|groet|done|thanks|regards|cheers|(?:bien )?cordialement|amicalement|merci|"
    r"pozdrawiam|saludos|saluti|hilsen|gruß|grüße|спасибо)(?=[A-ZÀ-ÞА-Я])"
)


@lru_cache(maxsize=2000)
def last_dash(words: str) -> int | None:
    """Return where the words after the last dash begin; None without a dash near the end."""
    found = before = None
    low = max(0, len(words) - LONGEST - 10)
    for match in _DASH.finditer(words, low):
        if match.end() == len(words) and before is not None:
            between = words[before : match.start()]
            if 0 < len(between.split()) < 4 and not is_final(between.strip(" ?:")):
                return before  # "— Ada —": a name between dashes
        found = before = match.end()
    return None if found is None else _in_two_scripts(words, found)


def _in_two_scripts(words: str, dash: int) -> int:
    """Return where a name begins that a dash gives in another script: "Daxi - 達西"."""
    if dash >= len(words) or ord(words[dash]) < _EASTERN:
        return dash
    end = before_dash(words, dash)
    begin = max(last_break(words[:end]), (last_dash(words[:end]) or 0) if end else 0)
    latin = words[begin:end].split()
    fits = 0 < len(latin) < 3 and all(_capital(word) and word.isascii() for word in latin)
    return begin if fits else dash


def before_dash(words: str, place: int) -> int:
    """Return where the dashes and signs before a place begin."""
    return len(words[:place].rstrip("-–—―⸺~−‐‑\u00a0 \t⇒→▸\u200e\u200f"))


@lru_cache(maxsize=2000)
def last_break(words: str) -> int:
    """Return where the last sentence's words begin; the end when they close with a full stop."""
    if words[-1:] in _FINAL:
        return len(words)
    found = 0
    breaks = BREAK if _GLUED.search(words) else _BREAK_AT_SIGN
    for match in breaks.finditer(words):
        if match.end() < len(words) and not _closes_labels(words, match):
            found = match.end()
    return found


def _closes_labels(words: str, match: re.Match[str]) -> bool:
    """Say whether a break is the bracket behind a name's labels: "Ada (talk) and a motto"."""
    if match[0][0] not in ")）]":
        return False
    opening = max(words.rfind(char, 0, match.start()) for char in "(（[")
    return opening >= 0 and is_label(words[opening + 1 : match.start()])


def is_unspaced(char: str) -> bool:
    """Say whether a character is of a script that sets no spaces between words."""
    return ord(char) > _EASTERN or _UNSPACED.match(char) is not None


def without_greeting(words: str) -> str:
    """Return words without what a letter closes with; words that are only that stay."""
    match = _GREETING.match(words) or _GLUED_GREETING.match(words)
    if match and words[match.end() :].strip(ORNAMENT):
        words = words[match.end() :]
    before, space, name = words.rstrip().rpartition(" ")
    if space and before.strip() and _UNSPACED.match(before.rstrip()[-1]):
        return name  # no spaces inside a sentence of this script: 谢谢 Name（留言）
    return words


def after_closing(words: str) -> int | None:
    """Return where the name begins behind a letter's closing formula at the end; None without."""
    found = None
    for match in _CLOSING_FORMULA.finditer(words, max(0, len(words) - LONGEST)):
        found = match.end()
    if found is None or not 0 < len(words[found:].split()) < 4:
        return None
    return found


def unwrapped(name: str) -> str:
    """Return a name without the square brackets around all of it."""
    return name[1:-1].strip() if name[:1] == "[" and name[-1:] == "]" else name


def without_small_words(words: str) -> str:
    """Return words from the first capital on: "aaa Ada Lovelace" opens with a remark."""
    tokens = words.split()
    small = 0
    while small < len(tokens) and tokens[small].islower() and tokens[small].isalpha():
        small += 1
    if 0 < small < len(tokens) and all(_capital(token) for token in tokens[small:]):
        return " ".join(tokens[small:])
    return words


def is_name(words: str) -> bool:
    """Say whether words can be a user's name: some letters, not many words, no address."""
    if not any(char.isalnum() for char in words) or len(words) > LONGEST:
        return False
    if len(words) < 2 and words.isascii():
        return False
    return len(words.split()) <= _MOST_TOKENS and not _ADDRESS.search(words)


def capitals(words: str) -> str:
    """Return the run of capitalised words at the end, unless it begins the sentence; "" if none.

    "hello Ada Lovelace" gives "Ada Lovelace".
    """
    tokens = words.split()
    count = 0
    while count < min(4, len(tokens)) and _capital(tokens[-1 - count]):
        count += 1
    if not count or (count == len(tokens) and count > 1):
        return ""
    return " ".join(tokens[-count:])


def _capital(token: str) -> bool:
    return token[0].isupper() and token[-1] not in _FINAL + ",;:" and token.upper() != "I"


def trimmed(words: str) -> str:
    """Return words without the ornaments around them; brackets stay balanced."""
    words = words.strip(ORNAMENT + "\u200e\u200f")
    while words and not (words[-1].isalnum() or words[-1] in ".!?)）]"):
        if _mark_of_script(words[-1]):
            break
        words = words[:-1].rstrip(ORNAMENT)
    while words and words[0] in ")）]}":
        words = words[1:].lstrip(ORNAMENT)
    if _TEMPORARY.fullmatch(words):
        return f"~{words}"
    return _balanced(words)


def _mark_of_script(char: str) -> bool:
    """Say whether a sign belongs to a script or is a picture."""
    if ord(char) >= 0x1F000:
        return True
    return ord(char) > 0x2FF and not 0x2000 <= ord(char) < 0x2E80 and ord(char) < 0x1F000


def _balanced(name: str) -> str:
    for opening, closing in ("()", "（）", "[]"):
        if name.startswith(opening) and closing not in name:
            name = name[1:]
        elif name.count(opening) > name.count(closing):
            head, _, tail = name.rpartition(opening)
            name = head.rstrip() if not tail.strip() else name
        elif name.count(closing) > name.count(opening):
            name = name.replace(closing, "")
    return name.strip()


def latin_part(words: str) -> str:
    """Return the Latin words before Chinese ones: a motto follows the name in another script."""
    tokens = words.split()
    latin = [token for token in tokens if token[0].isascii()]
    count = len(latin)
    if 0 < count < len(tokens) and tokens[:count] == latin and ord(tokens[count][0]) >= _EASTERN:
        return " ".join(latin)
    return words


def parts(words: str) -> list[str]:
    """Return the parts between separators, if there are several: ``Name | talk | edits``."""
    if _SEPARATOR.search(words) is None:
        return []
    found = [part for part in _PARTS.split(words) if part.strip(ORNAMENT)]
    return found if len(found) > 1 else []


def first_part(words: str) -> str:
    """Return the part before the first separator: ``Name | talk | edits``."""
    if _SEPARATOR.search(words) is None:
        return words
    for match in _PARTS.finditer(words):
        if words[: match.start()].strip(ORNAMENT):
            return words[: match.start()]
    return words


def last_part(words: str) -> str:
    """Return the part after the last separator: ``Read more · Unsubscribe · Name``.

    A Latin name before the same in another script stays: ``Daxi - 達西``.
    """
    if _SEPARATOR.search(words) is None:
        return words
    parts = [part for part in _PARTS.split(words) if part.strip(ORNAMENT)]
    if not parts:
        return words
    last = parts[-1].strip(ORNAMENT)
    if len(parts) == 2 and ord(last[0]) >= _EASTERN and parts[0].strip().isascii():
        return f"{parts[0].strip()} {last}"
    return parts[-1]


def before_labels(words: str) -> str:
    """Return what stands before the first bracket of labels: ``Name (talk) and a motto``."""
    template = _USER_TEMPLATE.match(words)
    if template:
        return template[1]
    if _OPENING.search(words) is None:
        return words
    for match in _LATER_GROUP.finditer(words):
        if words[: match.start()].strip(ORNAMENT) and match[1].strip() and is_label(match[1]):
            return words[: match.start()]
    return words


def has_staff_mark(words: str) -> bool:
    """Say whether words end in an organisation's mark: "Ada Lovelace (WMF)"."""
    return words.endswith(")") and re.search(r"\w \([A-Z]{2,6}\)$", words) is not None


def is_final(words: str) -> bool:
    """Say whether words close a sentence."""
    return words[-1:] in _FINAL


def own_words(words: str) -> str:
    """Return the first word where those behind it are set in another way: "Adamo napisz słowo".

    A label that is a user's own invention stands in small letters or capitals behind a name that
    is not; otherwise all the words are the name.
    """
    tokens = words.split()
    if not 1 < len(tokens) < _MOST_TOKENS - 1:
        return words
    first, rest = tokens[0], tokens[1:]
    if first[:1].isupper() and all(token.islower() for token in rest):
        return first
    if rest[-1].isupper() and len(rest[-1]) > 2 and not words.isupper():
        return " ".join(tokens[:-1])
    if len(tokens) == 2 and rest[0].casefold() in ("t", "c", "d", "talk") and len(first) > 3:
        return first
    return words
