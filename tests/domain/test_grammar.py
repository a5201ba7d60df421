"""How a typed search is understood."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.errors import QueryError
from talkreader.domain.grammar import first_moment, parse_query
from talkreader.domain.mistyped import meant
from talkreader.domain.query import (
    FIELDS,
    AllOf,
    AnyOf,
    Filter,
    Not,
    Order,
    Phrase,
    Regex,
    Word,
)


def root(text: str):
    return parse_query(text).root


def test_an_empty_search_asks_for_everything():
    assert root("  \u3000") == AllOf()


def test_words_are_all_wanted():
    assert root("lamp 基金") == AllOf((Word("lamp"), Word("基金")))


def test_and_between_words_changes_nothing():
    assert root("lamp AND oil") == root("lamp oil")


@pytest.mark.parametrize("text", ['"oil lamp"', "“oil lamp”", "「oil lamp」", "＂oil lamp＂"])
def test_a_phrase_may_stand_in_any_quotation_marks(text):
    assert root(text) == Phrase("oil lamp")


@pytest.mark.parametrize("sign", ["OR", "|", "｜"])
def test_or_binds_less_than_what_stands_together(sign):
    expected = AnyOf((AllOf((Word("a"), Word("b"))), Word("c")))

    assert root(f"a b {sign} c") == expected


def test_a_word_that_begins_with_or_is_a_word():
    assert root("a ORDER b") == AllOf((Word("a"), Word("ORDER"), Word("b")))


def test_a_minus_excludes_a_word_a_phrase_a_field_or_a_group():
    assert root('-a -"b c" －from:D -(e f)') == AllOf(
        (
            Not(Word("a")),
            Not(Phrase("b c")),
            Not(Filter("from", "D")),
            Not(AllOf((Word("e"), Word("f")))),
        )
    )


def test_a_row_of_dashes_before_a_word_is_no_deep_search():
    assert parse_query("-" * 3001 + "oil").root == Not(Word("oil"))
    assert parse_query("-" * 3000 + "oil").root == Word("oil")


def test_a_minus_inside_a_word_is_part_of_it():
    assert root("SCP-2000") == Word("SCP-2000")


def test_parentheses_group_also_when_they_are_full_width():
    assert root("（a OR b）c") == AllOf((AnyOf((Word("a"), Word("b"))), Word("c")))


def test_parentheses_inside_a_title_belong_to_it():
    assert root("in:Lamp_(disambiguation)") == Filter("in", "Lamp_(disambiguation)")


def test_a_star_at_the_end_asks_for_the_beginning():
    assert root("bann*") == Word("bann", prefix=True)


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_known(name):
    value = {"after": "2021", "before": "2021", "has": "note", "lang": "zh"}.get(name, "x")

    assert root(f"{name}:{value}") == Filter(name, value)


def test_a_field_takes_a_full_width_colon_capitals_and_a_quoted_value():
    assert root("From：“Yair rand”") == Filter("from", "Yair rand")


def test_slashes_hold_a_regular_expression():
    assert root(r"/ba(n|r)s?\b/ x") == AllOf((Regex(r"ba(n|r)s?\b"), Word("x")))


@pytest.mark.parametrize(
    "text",
    ["http://example.org/a", "12:30", "WP:OA2021", "User:X", "user:x", "zh:首页", "声明：我们"],
)
def test_an_address_a_time_and_a_title_are_words(text):
    assert root(text) == Word(text)


@pytest.mark.parametrize(
    ("text", "start", "end", "says"),
    [
        ("a foro:X", 2, 7, "did you mean from:"),
        ("a xyzzy:X", 2, 8, "quotation marks"),
        ("a from:", 2, 7, "needs a value"),
        ('a "', 2, 3, "not closed"),
        ('a from:" ', 7, 8, "not closed"),
        ("a (b", 2, 3, "not closed"),
        ("a b)", 3, 4, "closes nothing"),
        ("a ()", 2, 4, "nothing in these"),
        ('a ""', 2, 4, "nothing between"),
        ("after:2021-02-31", 6, 16, "no date"),
        ("before:yesterday", 7, 16, "no date"),
        ("has:picture", 4, 11, "only “note”"),
        ("lang:!", 5, 6, "no language code"),
        ("a OR", 2, 4, "nothing to search for"),
        ("OR a", 0, 1, "nothing to search for"),
        ("a AND", 2, 5, "nothing after AND"),
        ("/a(/", 2, 4, "regular expression"),
        ("a " * 250 + "bc", 500, 502, "250 words and fields at most"),
        ("(" * 11 + "a" + ")" * 11, 10, 11, "Too many parentheses"),
    ],
)
def test_a_mistake_is_told_with_its_place(text, start, end, says):
    with pytest.raises(QueryError) as caught:
        parse_query(text)

    assert says in str(caught.value)
    assert (caught.value.start, caught.value.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "node", "place"),
    [
        ('a "b c', AllOf((Word("a"), Phrase("b c"))), 2),
        ("“灯塔 基金", Phrase("灯塔 基金"), 0),
        ('from:"Ada Lo', Filter("from", "Ada Lo"), 5),
        ('27" lamp', AllOf((Word("27"), Phrase("lamp"))), 2),
    ],
)
def test_what_stands_behind_an_open_quotation_mark_is_a_phrase_and_that_is_told(text, node, place):
    query = parse_query(text)

    assert query.root == node
    (hint,) = query.hints
    assert "not closed" in str(hint)
    assert (hint.start, hint.end) == (place, place + 1)


@pytest.mark.parametrize(
    ("text", "start", "end", "other"),
    [
        ("a Form:Ada", 2, 7, "from"),
        ("-Fron:Ada b", 1, 6, "from"),
        ("Author:Ada", 0, 7, "from"),
        ("by:Ada", 0, 3, "from"),
        ("im:Lamp", 0, 3, "in"),
        ("a ni:Lamp", 2, 5, "in"),
        ("Befor:2021", 0, 6, "before"),
        ("Replyto:Ada", 0, 8, "reply-to"),
        ("Sit：enwiki", 0, 4, "site"),
    ],
)
def test_a_title_that_is_next_to_a_field_is_searched_for_with_a_hint(text, start, end, other):
    query = parse_query(text)

    (hint,) = query.hints
    assert (hint.start, hint.end, hint.params["other"]) == (start, end, other)
    assert not any(chip.field for chip in query.chips)


@pytest.mark.parametrize(
    "text",
    [
        "http://example.org/a", "12:30", "3:1", "WP:OA2021", "WP:NPOV", "User:Ada", "user:Ada",
        "it:Lampada", "no:Lampe", "zh:首页", "Wikipedia:Lamp", "MOS:DASH", "UTRS:1", "Q:", "Form:",
        "Form: Ada", "Ada", "from:Ada", "From:Ada", '"Form:Ada"', "e:mail", "C:drive", "Page:Lamp",
    ],
)  # fmt: skip
def test_a_word_with_a_colon_has_no_hint_of_its_own_accord(text):
    assert parse_query(text).hints == ()


@pytest.mark.parametrize(
    ("text", "other"), [("auther:Ada", "from"), ("form:Ada", "from"), ("section:Oil", "in")]
)
def test_another_name_of_a_field_leads_to_it(text, other):
    with pytest.raises(QueryError, match=f"did you mean {other}:"):
        parse_query(text)


@given(name=st.sampled_from([name for name in FIELDS if len(name) > 2]), data=st.data())
def test_one_slip_in_a_field_is_seen(name, data):
    place = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    slip = data.draw(
        st.sampled_from(
            [
                name[:place] + letter + name[place + 1 :],
                name[:place] + letter + name[place:],
                name[:place] + name[place + 1 :],
                name[:place] + name[place : place + 2][::-1] + name[place + 2 :],
            ]
        )
    )

    assert meant(slip) is not None or len(slip) <= 2 or slip in FIELDS
    assert meant(slip) in (*FIELDS, None)


def test_chips_say_what_was_understood_and_where():
    text = 'lamp -from:"Yair rand"'

    chips = parse_query(text).chips

    assert [(c.field, c.value, c.negated) for c in chips] == [
        ("", "lamp", False),
        ("from", "Yair rand", True),
    ]
    assert [text[c.span.start : c.span.end] for c in chips] == ["lamp", 'from:"Yair rand"']


def test_order_page_and_limit_are_handed_on():
    query = parse_query("a", order=Order.PAGE, page=7, limit=3, offset=9)

    assert (query.order, query.page, query.limit, query.offset) == (Order.PAGE, 7, 3, 9)
    assert query.text == "a"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021", (2021, 1, 1)),
        ("2021-09", (2021, 9, 1)),
        ("2021/9/14", (2021, 9, 14)),
        ("20210914", (2021, 9, 14)),
        ("2021年9月14日", (2021, 9, 14)),
    ],
)
def test_a_date_is_its_first_moment(value, expected):
    assert first_moment(value) == datetime(*expected, tzinfo=UTC)


@given(st.text(alphabet='ab基：:()（）"“”「」-|OR*/ \\from[', max_size=20))
def test_any_text_is_understood_or_its_mistake_has_a_place(text):
    mistake = None
    try:
        spans = [(c.span.start, c.span.end) for c in parse_query(text).chips]
    except QueryError as error:
        mistake = error

    if mistake is not None:
        assert 0 <= mistake.start < mistake.end <= len(text)
        assert str(mistake)
    else:
        assert spans == sorted(spans)
        assert all(text[start:end].strip() for start, end in spans)


@given(st.lists(st.text(alphabet="abc基金会", min_size=1, max_size=4), min_size=2, max_size=5))
def test_plain_words_come_out_as_they_went_in(words):
    assert root(" ".join(words)) == AllOf(tuple(map(Word, words)))
