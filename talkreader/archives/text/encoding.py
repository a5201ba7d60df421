"""Bytes to text: which encoding a file is in, and what could not be read.

Order: a byte order mark; UTF-8 that is without a fault (other encodings hardly ever look so, while
tools that save pages as UTF-8 leave the old ``<meta charset>`` standing); what the file declares;
UTF-16 and UTF-32 without a mark; the East Asian encodings, told apart by how common the characters
are that each would give; charset-normalizer; Windows-1252.
"""

from __future__ import annotations

import codecs
from collections import Counter
from dataclasses import replace

from talkreader.domain.records import dataclass

SAMPLE = 64 * 1024
"""Bytes that the guess looks at."""

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What pages call themselves, and what browsers therefore read (https://encoding.spec.whatwg.org)
_REALLY = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    # a declaration that could be read is in an encoding that ASCII fits in
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}

_EAST_ASIAN = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949")

# The characters that running Chinese is made of, in both scripts, with the words of talk pages;
# and what Japanese and Korean are made of. Text of its language has a quarter of its characters
# from here, the same bytes in another encoding have one in fifty.
_COMMON = frozenset(
    "的一是不了在人有我他这個个们來来到时時大地为為子中你说說生国國年着就那和要她出也得里後后自以会會"
    "家可下而过過天去能对對小多然于於心学學么麼之都好看起发發当當没沒成只如事把还還用第样樣道想作种種"
    "开開美总總从從无無情己面最女但现現前些所同日手又行意动動方期它头頭经經长長儿兒回位分爱愛老因很给給"
    "名法间間知世什两兩次使身者被高已亲親其进進此话話常与與活正感页頁编編辑輯条條目维維基百科讨討论論"
    "留言删刪除改问問题題请請谢謝见見意见見内內容关關月支持反对對用户戶字应應该該"
    "，。、：；！？（）「」“”"
)
_COMMON_KOREAN = frozenset(
    "이다는을를에의고하가은지기로도한사들대해있그것니인어나서자시일리정스라아제수부전보만여장주으습요세까상"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was in (Python's name), and how many places could not be read."""

    text: str
    encoding: str
    replaced: int = 0

    @property
    def warnings(self) -> tuple[str, ...]:
        """A sentence about what could not be read, if anything."""
        if not self.replaced:
            return ()
        return (f"Places that are not {self.encoding}, shown as \ufffd: {self.replaced}",)


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of ``data``; never raises.

    ``declared`` is the encoding that the file or its envelope names, "" for none. Lines that end
    as on an old Mac, with a carriage return alone, end with a line feed.
    """
    found = _decoded(data, declared)
    if "\n" in found.text or "\r" not in found.text:
        return found
    return replace(found, text=found.text.replace("\r", "\n"))


def _decoded(data: bytes, declared: str) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lenient(data, name)
    try:
        if b"\0" not in data[:SAMPLE]:
            return Decoded(data.decode("utf-8"), "utf-8")
        if _has_few_zeros(data):
            return _without_zeros(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    name = _known(declared)
    if name:
        try:
            return Decoded(data.decode(name), name)
        except UnicodeDecodeError:
            pass
    return _lenient(data, _guess(data) or name or "cp1252")


def _known(declared: str) -> str:
    """Python's name for a declared encoding, "" when there is no such thing."""
    name = _REALLY.get(declared.strip().lower(), declared.strip().lower())
    try:
        # "rot13" and "zip" are codecs too, but not of text
        return name if name and "x".encode(name) else ""
    except (LookupError, UnicodeError, TypeError):
        return ""


def _lenient(data: bytes, name: str) -> Decoded:
    """The text with a replacement character for each place that cannot be read."""
    text = data.decode(name, errors="replace")
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return Decoded(text, name.removesuffix("-sig"), text.count("\N{REPLACEMENT CHARACTER}"))
    return Decoded(text, name.removesuffix("-sig"))


def _has_few_zeros(data: bytes) -> bool:
    """Say whether zero bytes are damage, as a disk leaves it, and not every other byte.

    A file whose room was given out before it was written ends with any number of them.
    """
    sample = data[:SAMPLE].rstrip(b"\0")
    # the other half of a letter beyond Latin is such a byte too: U+0431 is "1" and 4
    return len(sample) - len(sample.translate(None, _NO_TEXT)) < len(sample) / 10


_NO_TEXT = bytes((*range(9), *range(14, 32)))


def _without_zeros(text: str) -> Decoded:
    """The text with a replacement character for each zero in it, and none for those at its end."""
    kept = text.rstrip("\0")
    found = kept.count("\0") + (kept != text)
    return Decoded(kept.replace("\0", "\N{REPLACEMENT CHARACTER}"), "utf-8", found)


def _guess(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8, "" when nothing fits."""
    sample = data[:SAMPLE]
    if b"\0" in sample:
        few = _has_few_zeros(data)
        return (_damaged_utf8(sample) if few else "") or _wide(sample)
    return _damaged_utf8(sample) or _east_asian(sample) or _other(sample)


def _wide(sample: bytes) -> str:
    """UTF-16 or UTF-32, whose two orders give ASCII in one and nonsense in the other."""
    best, best_score = "", 0.5
    for name, unit in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        text = sample[: len(sample) // unit * unit].decode(name, errors="replace")
        if not text:
            continue
        good = sum(1 for char in text if _is_of_text(char))
        bad = sum(1 for char in text if char in "\N{REPLACEMENT CHARACTER}\0")
        score = (good - 4 * bad) / len(text)
        if score > best_score:
            best, best_score = name, score
    return best


def _is_of_text(char: str) -> bool:
    """True for a character that text is made of.

    Never for one whose low byte is 0: an ASCII letter read in the wrong order is such a one.
    """
    if char < "\x7f":
        return char >= " " or char in "\t\r\n"
    return ord(char) & 0xFF != 0 and (
        "\xa0" <= char <= "\u06ff"  # the alphabets of Europe and of the Near East
        or "\u3001" <= char <= "\u30ff"  # CJK punctuation and kana
        or "\u4e00" <= char <= "\u9fff"
        or "\uac00" <= char <= "\ud7a3"
        or "\uff01" <= char <= "\uff5e"
    )


def _damaged_utf8(sample: bytes) -> str:
    """UTF-8 when all but a few of the places that are not ASCII are sound UTF-8."""
    text = sample.decode("utf-8", errors="replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    good = sum(1 for char in text if char > "\x7f") - bad
    return "utf-8" if good > 10 * bad else ""


def _east_asian(sample: bytes) -> str:
    """The East Asian encoding whose characters are the commonest, "" when none are."""
    best, best_score = "", 0.08
    for name in _EAST_ASIAN:
        score = _commonness(sample.decode(name, errors="replace"), name)
        if score > best_score:
            best, best_score = name, score
    return best


def decode_names(names: list[bytes]) -> list[str] | None:
    """Return the names of files that an old packer wrote in an encoding it does not tell.

    They are in one encoding together, which is the one whose characters names are made of: a single
    name is too short to tell. None: they are in none that is known here.
    """
    best: list[str] | None = None
    best_score = -1.0
    for encoding in ("utf-8", *_EAST_ASIAN):
        try:
            texts = [name.decode(encoding) for name in names]
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8":
            return texts
        score = _commonness_of_names("".join(texts), encoding)
        if score > best_score:
            best, best_score = texts, score
    return best


def _commonness_of_names(text: str, name: str) -> float:
    """The share of the characters beyond ASCII that names in the language of ``name`` have."""
    chars = [char for char in text if char > "\x7f" and char not in "：－（）　"]
    if name in {"cp932", "euc_jp"}:
        good = sum("\u3041" <= char <= "\u30fc" for char in chars)
    elif name == "cp949":
        good = sum("\uac00" <= char <= "\ud7a3" for char in chars)
    else:
        good = sum(char in _COMMON for char in chars)
    return good / max(1, len(chars))


def _commonness(text: str, name: str) -> float:
    """The share of the characters beyond ASCII that its language is full of, less the unreadable.

    ``name`` says which language: kana count for the Japanese encodings, hangul for the Korean one.
    """
    counts = Counter(char for char in text if char > "\x7f")
    total = counts.total()
    if not total:
        return 0.0
    good = sum(count for char, count in counts.items() if _is_common(char, name))
    bad = counts["\N{REPLACEMENT CHARACTER}"]
    # private use and halfwidth katakana are what wrong encodings give
    bad += sum(
        count
        for char, count in counts.items()
        if "\ue000" <= char <= "\uf8ff" or "\uff61" <= char <= "\uff9f"
    )
    return (good - 3 * bad) / total


def _is_common(char: str, name: str) -> bool:
    """True when running text in the language of encoding ``name`` is full of ``char``."""
    if name in {"cp932", "euc_jp"}:
        return "\u3041" <= char <= "\u3096" or char in "、。「」"
    if name == "cp949":
        return char in _COMMON_KOREAN
    return char in _COMMON


def _other(sample: bytes) -> str:
    """What charset-normalizer finds, "" when it finds nothing."""
    from charset_normalizer import from_bytes

    match = from_bytes(sample, threshold=0.3).best()
    if match is None:
        return ""
    # its answers for Western European text are many; Windows-1252 is the one that is in use
    western = {"cp1250", "cp1254", "cp1257", "cp1258", "latin_1", "iso8859_15", "cp437", "cp850"}
    return (
        "cp1252"
        if match.encoding in western | {"mac_roman", "cp858", "hp_roman8"}
        else (match.encoding)
    )
