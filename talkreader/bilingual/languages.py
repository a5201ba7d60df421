"""Which language each stretch of a text is in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from talkreader.bilingual.characters import HAN, characters
from talkreader.bilingual.sentences import BREAK, sentences

UNDECIDED = "und"
CHINESE = "zh"
OTHER_LATIN = "und-Latn"

_HAN_RUN = re.compile(f"[{HAN}]+")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+(?:['’][A-Za-z]+)*")
_ADDRESS = re.compile(r"\bhttps?://\S+|\bwww\.\S+|\S+@\S+", re.ASCII)
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30fa\u31f0-\u31ff]")),
    ("ko", re.compile("[\u1100-\u11ff\uac00-\ud7af]")),
    ("und-Cyrl", re.compile("[\u0400-\u052f]")),
    ("und-Arab", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("und-Hebr", re.compile("[\u0590-\u05ff]")),
    ("und-Grek", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("und-Deva", re.compile("[\u0900-\u097f]")),
    ("und-Thai", re.compile("[\u0e00-\u0e7f]")),
)
_ENGLISH_TEXT = """
the of and to is are was were be been has have had do does did not this that these those it its i
you he she we they my your his her our their me him us them what which who when where why how will
would can could should may might must for with from by at on about into than then there if but or
so as an any all some no yes thanks thank hello hi agree agreed support oppose done keep please
also just only more most other such very here now sorry good best regards see
"""
_ENGLISH = frozenset(_ENGLISH_TEXT.split())
_OTHERS_TEXT = """
der die das und ist nicht ein eine zu mit auf für von den dem sich auch ich wir sie es aber oder
le la les des du une est et pas que qui dans sur pour avec je vous nous il elle mais ou ce cette
el los las una y es por con para del se lo como más pero su al no o os da em um uma não com mas ao
na il gli che di per sono è nel della het een van niet voor met ik maar ook zijn och är att det
som inte på av jag har nie w się z na do jest że jak ale czy i po od của là và không có cho các
một được
"""
_OTHERS = frozenset(_OTHERS_TEXT.split()) - {"i", "no", "do", "as", "me"}


@dataclass(frozen=True, slots=True)
class LanguageRun:
    """A stretch of ``text[start:end]`` in one language, without the white space around it.

    ``language``: "en", "zh-hans", "zh-hant", "zh" (Chinese that both scripts write alike), "ja",
    "ko", "und-…" with the script for letters that do not tell the language, or "und".
    """

    start: int
    end: int
    language: str


def language_of(sentence: str) -> str:
    """Return the language of one sentence, "und" when its words prove nothing.

    A name or term of the other language inside a sentence does not change the sentence's own:
    what counts is how many words there are, a Han character being about two thirds of one.
    """
    text = _ADDRESS.sub(" ", sentence)
    han_runs = _HAN_RUN.findall(text)
    han = sum(map(len, han_runs))
    words = _LATIN_WORD.findall(text)
    for code, pattern in _SCRIPTS:
        foreign = len(pattern.findall(text))
        if foreign * 3 > han + len(words) * 3:
            return code
    if not han:
        return _latin_language(words)
    english = sum(word.lower() in _ENGLISH for word in words)
    if han >= len(words) * 1.5 and not (english >= 2 and len(han_runs) <= english):
        return _script_of(text)
    return _latin_language(words)


def _latin_language(words: list[str]) -> str:
    lowered = [word.lower().replace("’", "'") for word in words]
    english = sum(word in _ENGLISH for word in lowered)
    others = sum(word in _OTHERS or not word.isascii() for word in lowered)
    if english > others:
        return "en"
    return OTHER_LATIN if others > english else UNDECIDED


def _script_of(text: str) -> str:
    tables = characters()
    simplified = len(tables.simplified.findall(text))
    traditional = len(tables.traditional.findall(text))
    if simplified == traditional:
        return CHINESE
    return "zh-hans" if simplified > traditional else "zh-hant"


def labelled(text: str, *, fallback: str = CHINESE) -> list[LanguageRun]:
    """Return the sentences of a text, each with its language (see `runs`)."""
    pieces = [
        LanguageRun(s.start, s.end, language_of(text[s.start : s.end])) for s in sentences(text)
    ]
    counts = Counter(piece.language for piece in pieces)
    whole = _script(counts, fallback)
    latin = "en" if counts["en"] and not counts[OTHER_LATIN] else UNDECIDED
    found: list[LanguageRun] = []
    for line in _lines(text, pieces):
        chinese = _script(Counter(piece.language for piece in line), whole)
        known = next((piece.language for piece in line if piece.language != UNDECIDED), latin)
        for piece in line:
            if piece.language == UNDECIDED:
                before = found[-1].language if piece is not line[0] else UNDECIDED
                language = known if before == UNDECIDED else before
            else:
                language = piece.language
            language = chinese if language == CHINESE else language
            found.append(LanguageRun(piece.start, piece.end, language))
    return found


def runs(text: str, *, fallback: str = CHINESE) -> list[LanguageRun]:
    """Return the runs of one language, in order; a line break ends a run.

    What a sentence cannot tell by itself it inherits: the script of Chinese from its line, then
    from the whole text, else ``fallback`` (the script of the page or author); "und" words take the
    language of what stands before or after them on their line, else English when that is the only
    Latin language of the text.
    """
    merged: list[LanguageRun] = []
    for line in _lines(text, labelled(text, fallback=fallback)):
        for piece in line:
            if piece is not line[0] and merged[-1].language == piece.language:
                merged[-1] = LanguageRun(merged[-1].start, piece.end, piece.language)
            else:
                merged.append(piece)
    return merged


def _lines(text: str, pieces: list[LanguageRun]) -> list[list[LanguageRun]]:
    """Return the pieces grouped by the line that they stand on."""
    lines: list[list[LanguageRun]] = []
    for piece in pieces:
        if lines and not BREAK.search(text, lines[-1][-1].end, piece.start):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _script(counts: Counter[str], fallback: str) -> str:
    """Return what undecided Chinese is taken for: the script of the sentences that do tell."""
    simplified, traditional = counts["zh-hans"], counts["zh-hant"]
    if simplified == traditional:
        return fallback
    return "zh-hans" if simplified > traditional else "zh-hant"
