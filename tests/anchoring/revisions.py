"""Invented revisions of a page, with the truth about every sentence: kept, edited or deleted."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace

PEOPLE = ["Ada", "Bo", "Cy", "Di", "Eve", "Flo", "Gus", "林小雨", "陳茶"]
ENGLISH = re.findall(
    r"\w+",
    """
    I think we all know that the guide should explain green leaves to new people before June and
    this policy never mentions how water cools while somebody waits for an answer about teapots
    nobody denies it but perhaps editors who read their own words aloud would find fewer faults
    last spring several of us asked whether a vote can be closed early because rain kept members
    away from meetings where cups were broken and blame went around until supper was served cold
    """,
)
CHINESE = (
    "我認為大家都知道這份指南應該說明綠茶的葉子怎樣泡給新來的人看在六月以前但是方針從未提到水溫會變"
    "低而有些人還等著回答關於舊茶壺的問題沒有誰否認也許編者讀自己寫過的話就能發現較少錯誤去年春天幾位"
    "朋友曾問投票可不可以提早結束因為下雨使成員不能參加聚會杯子打破了互相責怪直到晚飯上桌都涼掉"
)
STOCK = ["Thank you for your question.", "I agree.", "Best wishes,", "謝謝您的提問。", "同意。"]


@dataclass(frozen=True)
class Sentence:
    """``id`` is the same in every revision; ``edited`` when its words were changed."""

    id: int
    text: str
    edited: bool = False


@dataclass
class Said:
    """A comment: who, when, and its sentences."""

    name: str
    sentences: list[Sentence]
    joint: str = " "

    @property
    def text(self) -> str:
        return self.joint.join(each.text for each in self.sentences)

    def places(self) -> dict[int, tuple[int, int]]:
        """Return where each sentence stands in the text."""
        found = {}
        start = 0
        for each in self.sentences:
            found[each.id] = (start, start + len(each.text))
            start += len(each.text) + len(self.joint)
        return found


@dataclass
class Writer:
    """Writes pages and edits them, the same for one seed.

    ``touched`` is the share of comments that a revision edits.
    """

    seed: int
    touched: float = 1.0
    made: int = field(default=0)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)  # noqa: S311 - a page, not a secret

    def sentence(self) -> Sentence:
        self.made += 1
        if self.random.random() < 0.15:
            return Sentence(self.made, self.random.choice(STOCK))
        if self.random.random() < 0.33:
            words = self.random.choices(CHINESE, k=self.random.randint(6, 30))
            return Sentence(self.made, "".join(words) + "。")
        words = self.random.choices(ENGLISH, k=self.random.randint(4, 20))
        return Sentence(self.made, " ".join(words).capitalize() + ".")

    def page(self, comments: int) -> list[Said]:
        return [
            Said(
                f"c-{self.random.choice(PEOPLE)}-2020030109{n % 60:02}{n // 60:02}",
                self._sentences(self.random.randint(1, 9)),
                self.random.choice([" ", "\n"]),
            )
            for n in range(comments)
        ]

    def revise(self, page: list[Said]) -> list[Said]:
        """Return a later revision: comments gone and new, sentences gone, new and edited."""
        later = []
        for said in page:
            if self.random.random() < 0.1:
                continue
            if self.random.random() < self.touched:
                later.append(replace(said, sentences=self._revise_sentences(said.sentences)))
            else:
                later.append(said)
            if self.random.random() < 0.2:
                later += self.page_of_one(said)
        return [said for said in later if said.sentences]

    def page_of_one(self, near: Said) -> list[Said]:
        author = near.name.split("-")[1]
        minute = f"20200302{self.random.randint(0, 235959):06}"
        return [Said(f"c-{author}-{minute}", [self.sentence(), self.sentence()])]

    def _revise_sentences(self, sentences: list[Sentence]) -> list[Sentence]:
        later = []
        for each in sentences:
            dice = self.random.random()
            if dice < 0.1:
                continue
            if dice < 0.2:
                later.append(self._other_than(each.text))
            later.append(self._edit(each) if dice > 0.9 else each)
        return later

    def _sentences(self, count: int) -> list[Sentence]:
        said = [self.sentence()]
        while len(said) < count:
            said.append(self._other_than(said[-1].text))
        return said

    def _other_than(self, text: str) -> Sentence:
        """Return a new sentence; nobody says the same twice in a row."""
        while (new := self.sentence()).text == text:
            pass
        return new

    def _edit(self, sentence: Sentence) -> Sentence:
        """Return the sentence with one word (or two Chinese characters) replaced or put in."""
        words = sentence.text.split(" ")
        if len(words) == 1:
            place = self.random.randrange(len(sentence.text))
            text = sentence.text[:place] + "其實" + sentence.text[place + 2 :]
        else:
            words[self.random.randrange(len(words))] = self.random.choice(["really", "often", "it"])
            text = " ".join(words)
        return Sentence(sentence.id, text, edited=True)


def other_form(text: str) -> str:
    """Return the text as another form of the page would give it."""
    return text.replace(" ", "\u00a0", 1).replace(". ", ".\n").replace("，", ", ")
