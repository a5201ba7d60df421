"""Re-anchoring on pages and edits that nothing was set on: ``heldout_anchoring.py [SEED] [PAGES]``.

Invented pages (make_dump's, other words and people for each seed) and the forms of the sample are
edited as people edit talk pages; each kind of edit is a row of its own. Truth and verdicts are
those of measure_anchoring: from the texts alone. Run it with a seed that was never used before
when a threshold was changed.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import islice, permutations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from opencc import OpenCC

from talkreader import parsing
from talkreader.domain.page import Form, PageKey, RawPage
from tests.perf.make_dump import SIGNED, PageMaker
from tests.perf.measure_anchoring import Tally, anchors, archived, pages_of

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_USER = re.compile(r"\[\[(?:User|用户):([^\]|/#]+)\|")
_LIST = re.compile(r"^([:*#]*)(.*)$", re.DOTALL)
_HAN = re.compile(r"[\u4e00-\u9fff]")

Edit = Callable[[str, random.Random], str]


def comments_of(text: str) -> list[str]:
    """Return the text in pieces, each up to a signature's end or between headings; they join."""
    pieces: list[str] = []
    for part in re.split(r"(^=.*=[ ]*\n)", text, flags=re.MULTILINE):
        place = 0
        for match in SIGNED.finditer(part):
            end = match.end() + (part[match.end() : match.end() + 1] == "\n")
            pieces.append(part[place:end])
            place = end
        pieces.append(part[place:])
    return [piece for piece in pieces if piece]


def each(change: Callable[[str, random.Random], str], share: float) -> Edit:
    """Return an edit that changes a share of the comments."""

    def edit(text: str, dice: random.Random) -> str:
        return "".join(
            change(piece, dice) if SIGNED.search(piece) and dice.random() < share else piece
            for piece in comments_of(text)
        )

    return edit


def _parted(piece: str) -> tuple[str, str]:
    match = SIGNED.search(piece)
    return (piece[: match.start()], piece[match.start() :]) if match else (piece, "")


def words_changed(piece: str, dice: random.Random) -> str:
    """One to three words of a comment corrected, put in or left out."""
    body, signed = _parted(piece)
    words = re.findall(r"[\u4e00-\u9fff]|[^\s\u4e00-\u9fff]+|\s+", body)
    plain = [n for n, word in enumerate(words) if word.isalpha()]
    # in a comment of a few words nobody could say whether it is the old one or another
    for number in dice.sample(plain, min(len(plain) // 8, dice.randint(1, 3))):
        word = words[number]
        same = [words[n] for n in plain if bool(_HAN.match(words[n])) == bool(_HAN.match(word))]
        other, space = dice.choice(same), "" if _HAN.match(word) else " "
        words[number] = dice.choice((other, f"{word}{space}{other}", "", word[::-1]))
    return "".join(words) + signed


def short_changed(piece: str, dice: random.Random) -> str:
    """One word of a comment of few words corrected, put in or left out."""
    body, signed = _parted(piece)
    words = re.findall(r"[\u4e00-\u9fff]|[^\s\u4e00-\u9fff]+|\s+", body)
    plain = [n for n, word in enumerate(words) if word.isalpha()]
    if not 3 <= len(plain) < 12:
        return piece
    number = dice.choice(plain)
    words[number] = dice.choice((words[number][::-1], "", f"{words[number]} indeed"))
    return "".join(words) + signed


def paragraph_moved(piece: str, dice: random.Random) -> str:
    """The paragraphs of a comment in another order."""
    body, signed = _parted(piece)
    parts = body.split("\n\n")
    dice.shuffle(parts)
    return "\n\n".join(parts) + signed


def deleted(piece: str, dice: random.Random) -> str:
    """The comment gone."""
    return ""


def paragraph_deleted(piece: str, dice: random.Random) -> str:
    """One of the lines of a comment gone."""
    body, signed = _parted(piece)
    lines = body.split("\n")
    if len(lines) > 1:
        del lines[dice.randrange(len(lines))]
    return "\n".join(lines) + signed


def indented(piece: str, dice: random.Random) -> str:
    """A comment set otherwise: deeper, less deep, or by another sign."""
    deeper = dice.choice((":", "::", "*", ""))
    lines = []
    for line in piece.split("\n"):
        match = _LIST.match(line)
        marks, rest = (match[1], match[2]) if match else ("", line)
        lines.append(f"{deeper}{marks.replace('*', ':')}{rest}" if rest else line)
    return "\n".join(lines)


def marked_up(piece: str, dice: random.Random) -> str:
    """Words struck, made bold or linked, as people do to what they wrote before."""
    body, signed = _parted(piece)
    words = body.split(" ")
    plain = [n for n, word in enumerate(words) if word.isalpha()]
    for number in dice.sample(plain, min(len(plain), 3)):
        form = dice.choice(("<s>{}</s>", "'''{}'''", "[[{}]]", "''{}''", "<del>{}</del>"))
        words[number] = form.format(words[number])
    return " ".join(words) + signed


def put_in(piece: str, dice: random.Random) -> str:
    """An answer below a comment, which says some of its words again."""
    body, _signed = _parted(piece)
    words = body.split()
    said = " ".join(words[: dice.randint(1, 12)])
    day = dice.randint(1, 28)
    when = f"1{dice.randint(0, 9)}:0{dice.randint(0, 9)}, {day} May 2024 (UTC)"
    return f"{piece}:{said}! [[User:Newcomer|Newcomer]] ([[User talk:Newcomer|talk]]) {when}\n"


def apart(text: str) -> str:
    """Return a page whose plain lines are paragraphs: lines that follow each other are joined.

    The truth is told by lines; so a line of the source is a line of the comment before and after.
    """
    return re.sub(r"(?m)\n(?=[^\n:*#=<{|;])", "\n\n", text)


def renamed(text: str, dice: random.Random) -> str:
    """Some people of the page have another name now, everywhere."""
    people = sorted(set(_USER.findall(text)))
    for person in dice.sample(people, len(people) // 3):
        new = (
            f"Renamed {len(person) * 31 + ord(person[0])}"
            if not _HAN.search(person)
            else f"新{person}"
        )
        # in links only: a word after the colons of an indent may be the same
        text = re.sub(rf"(?<=\w:){re.escape(person)}|(?<=\|){re.escape(person)}", new, text)
    return text


def other_script(text: str, dice: random.Random) -> str:
    """The page in the other Chinese script; names of people stay."""
    return "".join(
        piece
        if SIGNED.search(piece) is None
        else _S2T.convert(_parted(piece)[0]) + _parted(piece)[1]
        for piece in comments_of(text)
    )


_S2T = OpenCC("s2t")
EDITS: dict[str, Edit] = {
    "words changed": each(words_changed, 0.5),
    "short ones changed": each(short_changed, 0.5),
    "paragraphs moved": each(paragraph_moved, 0.5),
    "paragraphs deleted": each(paragraph_deleted, 0.5),
    "comments deleted": each(deleted, 0.25),
    "indent changed": each(indented, 0.5),
    "marked up later": each(marked_up, 0.5),
    "answers put in": each(put_in, 0.4),
    "people renamed": renamed,
    "other Chinese script": other_script,
}


def main(seed: int, count: int) -> None:
    """Measure, and print the table."""
    tally = Tally()
    dice = random.Random(seed)  # noqa: S311 - edits, not secrets
    made = (page for page in PageMaker(seed).pages() if page.namespace)
    for number, page in enumerate(islice(made, count)):
        raw = RawPage(Form.WIKITEXT, apart(page.text[:60_000]), page.title, "enwiki")
        old = parsing.parse(raw)
        for name, edit in EDITS.items():
            new = parsing.parse(replace(raw, text=edit(raw.text, dice)))
            tally.measure(name, anchors(old), anchors(new), 30, number)
        split = archived(old, dice)
        if split is not None:
            left, moved = split
            away = PageKey(raw.site, f"{raw.title}/Archive 1")
            tally.measure("archived: left behind", anchors(old), anchors(left), 30, number)
            tally.measure("archived: there", anchors(moved, raw.key), anchors(moved, away), 30, 1)
    key = PageKey("", "T")
    forms = [page for path in sorted(SEEDS.glob("lighthouse-fund.*")) for page in pages_of(path)]
    for number, (one, other) in enumerate(permutations([anchors(p, key) for p in forms], 2)):
        tally.measure("forms of the sample", one, other, 30, seed + number)
    tally.print()
    for example in tally.examples:
        print(example, file=sys.stderr)


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 20261,
        int(sys.argv[2]) if len(sys.argv) > 2 else 24,
    )
