"""Two languages side by side: language, script, dictionary, and the translations in an archive."""

from __future__ import annotations

from talkreader.bilingual.between import Passage, align_texts
from talkreader.bilingual.find import find_pairs
from talkreader.bilingual.glossary import Glossary, own_terms
from talkreader.bilingual.headings import headings_between
from talkreader.bilingual.languages import LanguageRun, runs
from talkreader.bilingual.lexicon import CREDIT, Entry, Lexicon, Match, open_lexicon
from talkreader.bilingual.lookup import (
    Dictionary,
    Gloss,
    LookUp,
    is_traditional,
    measure_words,
    same_script,
    sense_words,
    tone_marks,
)
from talkreader.bilingual.places import decision_of, place_of, place_of_unit
from talkreader.bilingual.recall import TranslationMemory
from talkreader.bilingual.script import convert_in_place
from talkreader.bilingual.sentences import sentences
from talkreader.bilingual.settling import recalled_pairs, settle
from talkreader.bilingual.sides import Piece, sentences_of

__all__ = [
    "CREDIT",
    "Dictionary",
    "Entry",
    "Gloss",
    "Glossary",
    "LanguageRun",
    "Lexicon",
    "LookUp",
    "Match",
    "Passage",
    "Piece",
    "TranslationMemory",
    "align_texts",
    "convert_in_place",
    "decision_of",
    "find_pairs",
    "headings_between",
    "is_traditional",
    "measure_words",
    "open_lexicon",
    "own_terms",
    "place_of",
    "place_of_unit",
    "recalled_pairs",
    "runs",
    "same_script",
    "sense_words",
    "sentences",
    "sentences_of",
    "settle",
    "tone_marks",
]
