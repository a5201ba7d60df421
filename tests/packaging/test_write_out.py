"""What is written out for the compiler does the same as the source it comes from."""

from __future__ import annotations

import copy
import dataclasses
import importlib.util
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = '''"""Nouns."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import NamedTuple

from talkreader.domain.records import dataclass

LIMIT = 3
NAMES: tuple[str, ...] = ("a", "ä", "字")
Pair = tuple[int, str]
_count = 0


class Place(NamedTuple):
    """A tuple."""

    start: int
    end: int


class Range(Place):
    """A tuple with methods."""

    __slots__ = ()

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Word:
    """A record, 字."""

    text: str
    place: Range = Range(0, 0)
    kinds: dict[str, int] = field(
        default_factory=dict,
    )
    id: int = field(default=0, compare=False, repr=False)
    """Nobody compares it."""

    def __post_init__(self) -> None:
        if len(self.text) > LIMIT:
            raise ValueError(self.text)

    @property
    def loud(self) -> str:
        """In capitals."""
        return self.text.upper()


@dataclass(slots=True)
class Box:
    """A record that changes."""

    words: list[Word]


@dataclass(slots=True, eq=False)
class Thing:
    """A record that is like no other."""

    name: str = "字"


class Lazy:
    """Something that works a value out once."""

    @cached_property
    def value(self) -> int:
        """The value."""
        return 1


class Signer:
    """Something whose parts have names that C has, too."""

    __slots__ = ("_signed",)

    def __init__(self) -> None:
        self._signed = "字"

    def _inline(self) -> str:
        return self._signed

    def shown(self) -> str:
        """Both."""
        return f"{self._inline()} {self._signed}"


def count() -> int:
    """Count."""
    global _count
    _count += 1
    return _count
'''


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


write_out = loaded(ROOT / "packaging" / "write_out.py")


@pytest.fixture(params=["as it is", "written out"])
def nouns(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ModuleType]:
    """The source, as Python has it, and as it is written out: the same."""
    text = SOURCE if request.param == "as it is" else write_out.written_out(SOURCE)
    (tmp_path / "nouns.py").write_text(text, encoding="utf-8")
    yield loaded(tmp_path / "nouns.py")
    del sys.modules["nouns"]


def test_records_are_made_shown_and_compared(nouns: ModuleType) -> None:
    word = nouns.Word("字", nouns.Range(1, 2), {"a": 1}, id=7)

    assert repr(word) == "Word(text='字', place=Range(start=1, end=2), kinds={'a': 1})"
    assert word == nouns.Word("字", nouns.Range(1, 2), {"a": 1}, id=8)
    assert word != nouns.Word("字", nouns.Range(1, 3), {"a": 1}, id=7)
    assert word != "字"
    assert (word.id, word.loud) == (7, "字")
    assert len(word.place) == 1


def test_records_have_their_defaults_and_no_common_ones(nouns: ModuleType) -> None:
    one, other = nouns.Word("a"), nouns.Word("a")

    assert (one.place, one.kinds, one.id) == ((0, 0), {}, 0)
    assert one.kinds is not other.kinds
    assert nouns.Thing().name == "字"


def test_records_that_do_not_change_have_a_hash_and_others_none(nouns: ModuleType) -> None:
    class Hashable(dict):
        def __hash__(self) -> int:
            return 0

    assert hash(nouns.Word("a", kinds=Hashable())) == hash(nouns.Word("a", kinds=Hashable()))
    with pytest.raises(TypeError, match="unhashable type: 'Box'"):
        hash(nouns.Box([]))
    thing = nouns.Thing()
    assert {thing: 1}[thing] == 1
    assert thing != nouns.Thing()


def test_records_are_dataclasses(nouns: ModuleType) -> None:
    word = nouns.Word("a", id=3)

    assert dataclasses.replace(word, text="b") == nouns.Word("b")
    assert dataclasses.replace(word, text="b").id == 3
    assert dataclasses.asdict(nouns.Box([word])) == {
        "words": [{"text": "a", "place": (0, 0), "kinds": {}, "id": 3}]
    }
    assert [field.name for field in dataclasses.fields(nouns.Box)] == ["words"]


def test_records_are_checked_when_they_are_made(nouns: ModuleType) -> None:
    with pytest.raises(ValueError, match="long"):
        nouns.Word("long")
    with pytest.raises(ValueError, match="long"):
        dataclasses.replace(nouns.Word("a"), text="long")
    with pytest.raises(TypeError):
        nouns.Word()


def test_records_can_be_copied_and_pickled(nouns: ModuleType) -> None:
    box = nouns.Box([nouns.Word("a", nouns.Range(1, 2), id=5)])

    for other in (pickle.loads(pickle.dumps(box)), copy.deepcopy(box)):  # noqa: S301 - our own
        assert other == box
        assert other.words[0].id == 5


def test_what_is_no_record_stays_as_it_is(nouns: ModuleType) -> None:
    lazy = nouns.Lazy()

    assert (lazy.value, lazy.value) == (1, 1)
    assert [nouns.count(), nouns.count()] == [1, 2]
    assert nouns.Signer().shown() == "字 字"
    assert nouns.NAMES == ("a", "ä", "字")
    assert nouns.Pair == tuple[int, str]


def test_no_part_has_a_name_that_c_has() -> None:
    text = write_out.written_out(SOURCE)

    assert "self._signed_ = " in text
    assert "def _inline_(self)" in text
    assert text.count("self._inline_()") == text.count("self._signed_}") == 1


def test_only_what_is_given_once_is_said_to_be_final() -> None:
    text = write_out.written_out(SOURCE)

    assert "LIMIT: _Final = 3" in text
    assert "NAMES: _Final[tuple[str, ...]] = " in text
    assert "Pair = tuple[int, str]" in text
    assert "\n_count = 0" in text


def test_only_what_cannot_be_a_struct_is_said_to_be_none() -> None:
    text = write_out.written_out(SOURCE)
    not_native = "@_mypyc_attr(native_class=False)\nclass "

    assert [one.partition("(")[0].partition(":")[0] for one in text.split(not_native)[1:]] == [
        "Range",
        "Lazy",
    ]
