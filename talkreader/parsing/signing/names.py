"""The names of a text copy's page: learnt from its signatures and mentions, then told apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from talkreader.parsing.blocks.blocks import Block
from talkreader.parsing.language.letters import is_letter
from talkreader.parsing.language.scripts import one_script
from talkreader.parsing.signing import shapes
from talkreader.parsing.signing.labels import ORNAMENT
from talkreader.parsing.signing.mentions import Mentions, fold
from talkreader.parsing.signing.repeats import shared_endings, word_counts
from talkreader.parsing.signing.tails import Tail
from talkreader.parsing.wikitext.templates import vote_words

_CAMEL = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ])|(?<=[?!])(?=\w)|(?<=[A-Z])(?=[A-Z][a-z])")
_LABEL_TOKENS = 3
_COMMON = 3  # a word that stands more often in small letters is no beginning of a name
_OWN = 45  # characters before a date that are hardly running text


class PageNames:
    """Knows the names that a page shows, and cuts them out of the words before a date.

    ``certain`` are the names that stand behind a dash with a label, or sign more than once.
    """

    def __init__(
        self, blocks: Sequence[Block], tails: dict[int, list[Tail]], known: Mapping[str, str]
    ) -> None:
        self._known = known
        self._tails = [tail for group in tails.values() for tail in group]
        self._learn_labels()
        self._page = word_counts(block.text for block in blocks)
        self._page.subtract(word_counts(_own(tail) for tail in self._tails))
        self._names: Counter[str] = Counter()
        self._shared = shared_endings([tail.core for tail in self._tails])
        self.certain: set[str] = set()
        self._mentions = Mentions(block.text for block in blocks)
        self._sizes: defaultdict[str, set[int]] = defaultdict(set)
        """How long the names are that end in a character."""
        for name, count in (self._mentions.counts + self._mentions.listed).items():
            self._name(name, count)
        self._learn_signatures()
        self._folded = {
            fold(word): word
            for word, count in self._page.items()
            if count > 0 and len(word) > 4 and word[0].isupper() and " " not in word
        }

    def _learn_labels(self) -> None:
        """Teach the tails the last words that stand behind several people's names."""
        before: defaultdict[str, set[str]] = defaultdict(set)
        for tail in self._tails:
            dash = shapes.last_dash(tail.core)
            if dash is None:
                continue
            tokens = tail.core[dash:].split()
            for size in range(1, min(_LABEL_TOKENS, len(tokens) - 1) + 1):
                before[" ".join(tokens[-size:]).casefold()].add(" ".join(tokens[:-size]))
        learnt = {ending for ending, names in before.items() if len(names) > 2}
        if learnt:
            for tail in self._tails:
                tail.learn(frozenset(learnt))

    def _learn_signatures(self) -> None:
        """Count the names that a dash, a second signature or a label shows without doubt."""
        alone = []
        for tail in self._tails:
            core = _without_signs(tail.core)
            dash = shapes.last_dash(core)
            if dash is not None:
                if tail.marked or tail.label.labelled:
                    self._count(core[dash:], tail)
            elif tail.label.certain and tail.floor == 0 and len(core) == len(tail.core):
                alone.append((core, tail))
            shared = self._shared.get(tail.core)
            if shared and (name := self._shared_name(shared, tail)):
                self._take(name, certain=tail.label.certain)
        for core, tail in alone:
            if self._known_suffix(core) is None:
                self._count(core, tail)

    def _count(self, region: str, tail: Tail) -> None:
        if len(region) > 40 or shapes.BREAK.search(region.rstrip()):
            return
        name = self.name_in(region, labelled=tail.label.labelled)
        if name and shapes.is_name(name) and not shapes.is_final(name):
            self._take(name, certain=tail.label.certain)

    def _take(self, name: str, *, certain: bool) -> None:
        self._name(name, 1)
        if certain or self._names[name] > 1:
            self.certain.add(name)

    def _name(self, name: str, count: int) -> None:
        self._names[name] += count
        if 1 < len(name) <= shapes.LONGEST:
            self._sizes[name[-1]].add(len(name))

    def canonical(self, name: str) -> str:
        """Return the user name that a label spells in another way, if the page mentions it.

        "Ten Gallon Hat" is TenGallonHat where people write so, and nobody the label itself.
        """
        called = self._mentions.user_of(name, self.certain)
        if called is not None:
            return called
        user = self._folded.get(fold(name))
        if user is None or user in name or self._page[name] > 0:
            return name
        return user

    def signature(self, tail: Tail) -> tuple[int, str | None]:
        """Return where a signature begins in a tail's words, and its name if there is evidence."""
        core = _without_signs(tail.core)
        if (tail.lost and not is_letter(core[-1:])) or not core.strip(ORNAMENT):
            return len(core), None
        if not tail.label.labelled and core.strip().casefold() in vote_words():
            return len(core), None  # "Done" and nothing else
        for region, name in self._readings(tail, core):
            if name:
                place = core.rfind(name)
                return max(place, region), name
            if name == "":
                return shapes.before_dash(core, region), None
        return len(core), None

    def _readings(self, tail: Tail, core: str) -> Iterator[tuple[int, str | None]]:
        """Yield where a name may begin, and the name, best evidence first; "" says it was lost."""
        address = shapes.IP.search(core)
        if address:
            yield address.start(), address[0]
        place = shapes.last_break(core.rstrip("!?."))
        if tail.label.labelled or " " in core[place:].strip():  # "Done" alone is a word, too
            yield place, self._label(core[place:])
        dash = shapes.last_dash(core)
        known = self._known_suffix(core)
        if known is not None and (dash is None or known < dash):
            yield known, core[known:]
        if dash is not None:
            region = core[dash:]
            yield dash, self._label(region)
            if not region.strip(ORNAMENT):
                yield self._between_signs(core, dash)
            if not shapes.BREAK.search(shapes.before_labels(region)):
                yield dash, self._plausible(region, tail)
        if known is not None:
            yield known, core[known:]
        shared = self._shared.get(tail.core)
        if shared:
            yield max(0, len(core) - len(shared)), self._shared_name(shared, tail)
        yield from self._last_sentence(tail, core)

    def _last_sentence(self, tail: Tail, core: str) -> Iterator[tuple[int, str | None]]:
        closed = shapes.after_closing(core)
        if closed is not None:
            name = self.name_in(core[closed:].rstrip(".!?: "), labelled=True)
            yield closed, name if shapes.is_name(name) and name[0].isupper() else None
        if shapes.is_final(core):
            return
        place = shapes.last_break(core)
        yield place, self._plausible(core[place:], tail)
        if tail.marked or tail.label.certain or place == 0:
            run = shapes.capitals(core[place:])
            yield len(core) - len(run), self._rare(run)

    def _label(self, words: str) -> str | None:
        """Return the label in words that other pages of the library know as somebody's, whole."""
        for part in (words, *shapes.parts(words)):
            label = part.strip(ORNAMENT)
            if label and one_script(label) in self._known:
                return label
        return None

    def _between_signs(self, core: str, dash: int) -> tuple[int, str]:
        """Return the name before a closing sign: "Ada ~", "←Ada→"; "" where the name was lost."""
        end = shapes.before_dash(core, dash)
        if core[end:dash].strip(" -–—―⸺"):
            begin = shapes.last_break(core[:end])
            name = self.name_in(core[begin:end], labelled=False)
            if name and len(name.split()) < 3 and name[0].isupper() and shapes.is_name(name):
                return begin, name
        return dash, ""

    def _shared_name(self, shared: str, tail: Tail) -> str | None:
        """Return the name in the words that two signatures share."""
        words = shared[shapes.last_break(shared.rstrip(".!?")) :]
        dash = shapes.last_dash(words)
        if dash is not None and words[dash:].strip(ORNAMENT):
            words = words[dash:]
        name = self.name_in(words, labelled=tail.label.labelled)
        if not name or not shapes.is_name(name):
            return None
        if name[0].islower() and not self._clean(tail, name):
            return None
        if shapes.is_final(name) and not tail.label.labelled:
            return None
        return name if name[0].isupper() or self._strange(name) else None

    @staticmethod
    def _clean(tail: Tail, name: str) -> bool:
        """Say whether a name stands at the beginning of a line, behind a dash or a sentence."""
        before = tail.core[: max(0, tail.core.rfind(name))].rstrip("\u200e\u200f ")
        return not before or not is_letter(before[-1])

    def _strange(self, name: str) -> bool:
        """Say whether a name's last word is hardly used by the page's sentences."""
        token = name.rpartition(" ")[2]
        return self._page[token] <= 1 or not token.isalpha()

    def _rare(self, run: str) -> str | None:
        """Return a run of capitalised words, unless the page's sentences use it, too."""
        if not run:
            return None
        first, _, rest = run.partition(" ")
        if rest and first in self.certain and (rest in self._names or self._page[rest] > 0):
            run = rest  # "as Bo wrote Ada1815": another person's name ends the sentence
        name = self.name_in(run, labelled=True)
        return name if name and self._page[name] <= 1 else None

    def _plausible(self, region: str, tail: Tail) -> str | None:
        """Return the name in a sentence's tail if it is short and no sentence itself."""
        name = self.name_in(region, labelled=tail.label.labelled)
        if not name or not shapes.is_name(name) or shapes.is_final(name):
            return None
        tokens = name.split()
        lower = sum(token[0].islower() for token in tokens)
        if name in self._names or (tail.label.certain and not tail.lost):
            return name if lower < 3 else None
        if _announces(tail.core):
            return None
        if not tail.marked and lower == len(tokens) > 1:
            return None
        if len(tokens) > 3 or (len(tokens) > 1 and lower >= len(tokens) - 1):
            return None
        return name if self._strange(name) or not lower else None

    def _known_suffix(self, core: str) -> int | None:
        """Return where the longest known name begins that the words end in."""
        text = core.rstrip(ORNAMENT)
        for size in sorted(self._sizes.get(text[-1:], ()), reverse=True):
            start = len(text) - size
            if start >= 0 and text[start:] in self._names and _boundary(text, start):
                return start if len(text) == len(core) else None
        return None

    def name_in(self, words: str, *, labelled: bool) -> str:
        """Return the name in the words of a signature: without greetings, labels, ornaments."""
        words = shapes.without_greeting(words.strip(ORNAMENT))
        words = shapes.before_labels(words)
        staff = shapes.has_staff_mark(words)
        words = shapes.last_part(words) if labelled or staff else shapes.first_part(words)
        words = shapes.without_small_words(shapes.trimmed(_without_signs(words)))
        words = shapes.unwrapped(shapes.latin_part(words))
        if not words or labelled or staff or words in self._names:
            return words
        cut = self._mentioned_part(words)
        if cut:
            return cut
        return shapes.own_words(words)

    def _mentioned_part(self, words: str) -> str | None:
        """Return the beginning of the words that the page names by itself elsewhere, if any."""
        tokens = words.split()
        if self._page[" ".join(tokens[:3])] > 0 and len(tokens) < 4:
            return None
        for size in range(min(3, len(tokens) - 1), 0, -1):
            part = " ".join(tokens[:size]).rstrip(",")
            if part in self._names or (self._page[part] > 0 and self._proper(part)):
                return part
        for match in _CAMEL.finditer(tokens[0]):
            part = tokens[0][: match.start()]
            named = part in self._names or self._page[part] > 0
            if len(part) > 3 and named and self._page[tokens[0]] <= 0 and self._proper(part):
                return part
            rest = tokens[0][match.start() :]
            common = part.islower() and len(part) > 2 and self._page[part] > _COMMON
            known = self._page[rest] > 0 or (common and self._page[tokens[0]] <= 0)
            if len(rest) > 3 and len(tokens) == 1 and part.islower() and known:
                return rest  # a lost space: "and thanksAda"
        return None

    def _proper(self, part: str) -> bool:
        """Say whether words are used as a name only, never in small letters."""
        if part.islower():
            return any(char.isdigit() for char in part)
        return len(part) > 2 and (part != part.lower()) and self._page[part.lower()] <= 0


def _own(tail: Tail) -> str:
    """Return the words before a date that are hardly running text: its last sentence's."""
    words = tail.words[shapes.last_break(tail.core.rstrip(".!?。！？ ")) :]
    return words[-_OWN:]


def _announces(core: str) -> bool:
    """Say whether words announce more: "opened before: 10:00, …" is no signature."""
    return core.rstrip()[-1:] in (":", "：", "(")


def _boundary(text: str, start: int) -> bool:
    if not start:
        return True
    before, first = text[start - 1], text[start]
    if not is_letter(before) or not is_letter(first):
        return True
    return shapes.is_unspaced(first) or shapes.is_unspaced(before)


def _without_signs(words: str) -> str:
    """Return words without the last tokens that hold no letter and no figure: "Ada =^.^="."""
    words = words.rstrip()
    while words:
        head, space, last = words.rpartition(" ")
        if not space or any(char.isalnum() for char in last) or not head.strip(ORNAMENT):
            break
        if shapes.last_dash(words) == len(words):
            break
        words = head.rstrip()
    return words
