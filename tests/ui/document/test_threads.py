from hypothesis import given
from hypothesis import strategies as st

from talkreader.ui.document.threads import Threads
from tests.ui.pages import as_page, make_comment, make_deep_page


def test_a_thread_knows_its_way_up_and_down() -> None:
    threads = Threads(make_deep_page(depth=3).comments)

    assert threads.below(0) == [1, 2, 3, 4]
    assert threads.above(4) == [2, 0]
    assert [threads.depth(index) for index in range(5)] == [0, 1, 1, 2, 2]
    assert list(threads.siblings(4)) == [3, 4]
    assert threads.last_below(0) == 4
    assert threads.last_below(3) == 3


def test_threads_of_one_section_are_siblings() -> None:
    page = as_page([make_comment(0, "a"), make_comment(1, "b", parent=0), make_comment(2, "c")])

    assert list(Threads(page.comments).siblings(0)) == [0, 2]


@given(st.lists(st.integers(-1, 30), max_size=30))
def test_what_is_below_a_comment_has_it_above(parents: list[int]) -> None:
    comments = [
        make_comment(index, "x", parent=None if not 0 <= parent < index else parent)
        for index, parent in enumerate(parents)
    ]

    threads = Threads(comments)

    for index in range(len(comments)):
        below = {other for other in range(len(comments)) if index in threads.above(other)}
        assert set(threads.below(index)) == below
