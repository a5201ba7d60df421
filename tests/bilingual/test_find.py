from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkreader.bilingual import Lexicon, find_pairs
from talkreader.bilingual.sides import Piece, whole
from talkreader.domain.bilingual import Pair, PairOrigin

ENGLISH = (
    "Hello everyone, the village library will close for repairs in October.",
    "During the repairs, the reading room moves to the old railway station.",
    "Volunteers have already packed three thousand books, and we thank them for their work.",
    "Please return borrowed books before 28 September 2019.",
)
SIMPLIFIED = (
    "大家好,村图书馆将于十月闭馆维修。",
    "维修期间,阅览室将搬到旧火车站。",
    "志愿者已经打包了三千本书,我们感谢他们的工作。",
    "请在2019年9月28日之前归还借阅的图书。",
)
TRADITIONAL = (
    "大家好，村圖書館將於十月閉館維修。",
    "維修期間，閱覽室將搬到舊火車站。",
    "志願者已經打包了三千本書，我們感謝他們的工作。",
    "請在2019年9月28日之前歸還借閱的圖書。",
)


def one(body: str, lexicon: Lexicon) -> tuple[Pair, ...]:
    return find_pairs([body], parents=[None], lexicon=lexicon)


def texts(pairs: tuple[Pair, ...]) -> list[tuple[str, str]]:
    return [(p.source.text, p.target.text) for p in pairs if p.source and p.target]


def test_chinese_paragraph_after_two_english_ones_is_paired_sentence_by_sentence(
    lexicon: Lexicon,
) -> None:
    body = f"{ENGLISH[0]} {ENGLISH[1]}\n\n{ENGLISH[2]} {ENGLISH[3]}\n\n{''.join(SIMPLIFIED)}"

    pairs = one(body, lexicon)

    assert texts(pairs) == list(zip(ENGLISH, SIMPLIFIED, strict=True))
    assert {p.origin for p in pairs} == {PairOrigin.SAME_POST}
    assert [p.target.language for p in pairs if p.target] == ["zh-hans"] * 4


def test_traditional_chinese_is_paired_as_well(lexicon: Lexicon) -> None:
    pairs = one(" ".join(ENGLISH) + "\n" + "".join(TRADITIONAL), lexicon)

    assert texts(pairs) == list(zip(ENGLISH, TRADITIONAL, strict=True))
    assert {p.target.language for p in pairs if p.target} == {"zh-hant"}


def test_the_language_that_comes_first_is_the_source(lexicon: Lexicon) -> None:
    pairs = one("".join(SIMPLIFIED) + "\n\n" + " ".join(ENGLISH), lexicon)

    assert texts(pairs) == list(zip(SIMPLIFIED, ENGLISH, strict=True))


def test_paragraphs_that_alternate_between_the_languages_are_paired(lexicon: Lexicon) -> None:
    lines = [line for couple in zip(ENGLISH, SIMPLIFIED, strict=True) for line in couple]

    assert texts(one("\n\n".join(lines), lexicon)) == list(zip(ENGLISH, SIMPLIFIED, strict=True))


def test_both_scripts_in_one_post_are_each_paired_with_the_english(lexicon: Lexicon) -> None:
    body = "\n\n".join((" ".join(ENGLISH), "".join(SIMPLIFIED), "".join(TRADITIONAL)))

    assert texts(one(body, lexicon)) == [
        *zip(ENGLISH, SIMPLIFIED, strict=True),
        *zip(ENGLISH, TRADITIONAL, strict=True),
    ]


def test_address_and_sign_off_of_one_side_stay_alone(lexicon: Lexicon) -> None:
    body = f"@Harbour Cat: {' '.join(ENGLISH)}\n\n{''.join(SIMPLIFIED)} 亲切问候"

    assert texts(one(body, lexicon)) == list(zip(ENGLISH, SIMPLIFIED, strict=True))


def test_chinese_address_stays_alone(lexicon: Lexicon) -> None:
    body = f"{ENGLISH[0]}\n@图书馆维修志愿者: {SIMPLIFIED[0]}"

    assert texts(one(body, lexicon)) == [(ENGLISH[0], SIMPLIFIED[0])]


def test_sentence_left_out_by_the_translator_stays_alone(lexicon: Lexicon) -> None:
    body = " ".join(ENGLISH) + "\n" + SIMPLIFIED[0] + SIMPLIFIED[2] + SIMPLIFIED[3]

    assert texts(one(body, lexicon)) == [
        (ENGLISH[0], SIMPLIFIED[0]),
        (ENGLISH[2], SIMPLIFIED[2]),
        (ENGLISH[3], SIMPLIFIED[3]),
    ]


def test_two_english_sentences_meet_the_one_chinese_sentence_that_says_both(
    lexicon: Lexicon,
) -> None:
    english = (
        "The ferry stopped last winter. The council could not pay the captain any more.",
        "We hope that the bridge will open soon.",
    )
    chinese = ("去年冬天渡轮停航了,因为议会再也付不起船长的工资。", "我们希望大桥很快开通。")

    assert texts(one(" ".join(english) + "\n" + "".join(chinese), lexicon)) == list(
        zip(english, chinese, strict=True)
    )


def test_items_of_a_list_are_paired_without_their_markers(lexicon: Lexicon) -> None:
    english = ("Repair the roof of the museum", "Buy new chairs", "Invite the school teachers")
    chinese = ("修理博物馆的屋顶", "购买新椅子", "邀请学校的老师")
    body = "\n".join(f"• {item}" for item in (*english, *chinese))

    assert texts(one(body, lexicon)) == list(zip(english, chinese, strict=True))


def test_words_in_between_keep_sentences_apart_and_numbers_of_headings_do_not() -> None:
    numbered = whole([Piece(0, "1.1. The harbour\n1.1.1. The harbour wall")], "en")
    parted = whole([Piece(0, "The harbour\n你好\nThe harbour wall")], "en")

    assert numbered is not None
    assert parted is not None
    assert (numbered.breaks(), parted.breaks()) == (frozenset(), frozenset({1}))


def test_reply_that_only_translates_is_paired_with_what_it_answers(lexicon: Lexicon) -> None:
    bodies = ["".join(SIMPLIFIED), "Good idea!", " ".join(ENGLISH)]

    pairs = find_pairs(bodies, parents=[None, 0, 0], lexicon=lexicon)

    assert texts(pairs) == list(zip(SIMPLIFIED, ENGLISH, strict=True))
    assert {p.origin for p in pairs} == {PairOrigin.REPLY}
    assert {(p.source.comment, p.target.comment) for p in pairs if p.source and p.target} == {
        (0, 2)
    }


def test_section_that_repeats_the_one_before_in_chinese_is_paired(lexicon: Lexicon) -> None:
    bodies = [" ".join(ENGLISH), "Thanks for telling us.", "".join(TRADITIONAL)]

    pairs = find_pairs(bodies, parents=[None, 0, None], sections=[1, 1, 2], lexicon=lexicon)

    assert texts(pairs) == list(zip(ENGLISH, TRADITIONAL, strict=True))
    assert {p.origin for p in pairs} == {PairOrigin.SECTION}


ANSWERS = [
    (
        "Why was the article about the village library deleted last week?",
        "图书馆条目没有可靠的来源,管理员已经处理了。如果你有来源,可以重新创建。",
    ),
    (
        "Could somebody explain when the railway station was built?",
        "火车站是1923年建成的,参见地方志第三卷。",
    ),
    (
        "I think this user is a sockpuppet and should be blocked.",
        "我不同意,没有任何证据证明该用户是马甲账号。",
    ),
    (
        "I propose to merge this page with the page about the Foundation. What do you think?",
        "反对合并。基金会的页面已经太长了,读者找不到需要的内容。",
    ),
    (
        "Please translate the new policy into Chinese. We need volunteers to help this week.",
        "我可以帮忙翻译,但是这个星期没有时间,下个月可以吗?",
    ),
    (
        "The administrators should apologise to the users who were banned by mistake.",
        "管理员是志愿者,他们没有必要道歉。真正的问题是投票规则不清楚。",
    ),
    (
        "Does the Foundation plan to publish the evidence? The community is worried.",
        "社群的确很担心,但我认为证据不应该公开,因为会伤害无辜的人。",
    ),
    (
        "Thank you for the update. How many accounts were restored?",
        "谢谢通知。请问恢复账户的标准是什么?为什么没有事先讨论?",
    ),
    (
        "Support. The photograph is sharp and the colours are good.",
        "反对,照片曝光过度,颜色不自然。",
    ),
    ("See User:Grey Heron and WP:RS, 2021.", "User:Grey Heron 在 2021 年已经看过 WP:RS 了。"),
]


@pytest.mark.parametrize(("question", "answer"), ANSWERS)
def test_chinese_answer_to_english_words_is_no_translation(
    question: str, answer: str, lexicon: Lexicon
) -> None:
    assert find_pairs([question, answer], parents=[None, 0], lexicon=lexicon) == ()
    assert one(f"{question}\n\n{answer}", lexicon) == ()


@pytest.mark.parametrize(
    "body",
    [
        "The user 维基百科忠实读者 asked me about this. I have no answer yet.",
        "He wrote 「我不会回答」 on my page, which was rude. Please ask him to stop.",
        "Hello 你好, nice to meet you all here.",
        "大家好,我想问 Visual Editor 和 Content Translation 怎么用?谢谢 Grey Heron 的帮助。",
        "I oppose. The term 汉奸 means traitor and should not be used here.",
    ],
)
def test_names_and_terms_of_the_other_language_are_no_translation(
    body: str, lexicon: Lexicon
) -> None:
    assert one(body, lexicon) == ()


def test_two_thousand_sentences_are_aligned(lexicon: Lexicon) -> None:
    english = " ".join(f"{s[:-1]} at {n}." for n in range(500) for s in ENGLISH)
    chinese = "".join(f"{s[:-1]}{n}。" for n in range(500) for s in SIMPLIFIED)

    pairs = one(english + "\n" + chinese, lexicon)

    assert len(pairs) > 1_900


PIECES = st.one_of(
    st.sampled_from(
        (*ENGLISH, *SIMPLIFIED, *TRADITIONAL, "\n", "@Cat: ", "“", "”。", "\ud800", "3.5 ")
    ),
    st.text(max_size=12),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(bodies=st.lists(st.lists(PIECES, max_size=14).map("".join), min_size=1, max_size=3))
def test_segments_are_slices_and_no_sentence_is_paired_twice(
    bodies: list[str], lexicon: Lexicon
) -> None:
    parents = [None, *range(len(bodies) - 1)]

    pairs = find_pairs(bodies, parents=parents, sections=[*range(len(bodies))], lexicon=lexicon)

    places: dict[tuple[int | None, PairOrigin, str], list[tuple[int, int]]] = {}
    for pair in pairs:
        assert pair.source
        assert pair.target
        for segment in (pair.source, pair.target):
            assert segment.comment is not None
            assert bodies[segment.comment][segment.start : segment.end] == segment.text
            assert segment.text == segment.text.strip() != ""
        key = (pair.target.comment, pair.origin, pair.target.language)
        if pair.target.language.startswith("zh"):
            places.setdefault(key, []).append((pair.target.start, pair.target.end))
    for ranges in places.values():
        ranges.sort()
        assert all(before[1] <= after[0] for before, after in pairwise(ranges))


def test_prose_in_two_languages_is_paired_and_says_where_it_stands(lexicon: Lexicon) -> None:
    prose = [(0, ENGLISH[0]), (0, ENGLISH[1]), (0, "".join(TRADITIONAL[:2]))]

    pairs = find_pairs([], parents=[], lexicon=lexicon, prose=prose)

    assert texts(pairs) == list(zip(ENGLISH[:2], TRADITIONAL[:2], strict=True))
    assert [(p.source.comment, p.source.prose) for p in pairs if p.source] == [(None, 0), (None, 1)]
    for pair in pairs:
        for side in (pair.source, pair.target):
            assert side is not None
            assert side.prose is not None
            assert prose[side.prose][1][side.start : side.end] == side.text


def test_prose_of_a_section_is_paired_with_that_of_the_next(lexicon: Lexicon) -> None:
    prose = [(1, " ".join(ENGLISH)), (2, "".join(SIMPLIFIED))]

    pairs = find_pairs([], parents=[], lexicon=lexicon, prose=prose)

    assert texts(pairs) == list(zip(ENGLISH, SIMPLIFIED, strict=True))
    assert {p.origin for p in pairs} == {PairOrigin.SECTION}


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Close library windows before evening rain", "晚上下雨之前请关闭图书馆的窗户"),
        ("The mayor doesn’t repair broken church bells", "市長不修理壞掉的教堂鐘"),
    ],
)
def test_words_that_prove_no_language_are_compared_with_the_chinese_beside_them(
    english: str, chinese: str, lexicon: Lexicon
) -> None:
    pairs = one(f"{english}\n\n{chinese}", lexicon)

    assert texts(pairs) == [(english, chinese)]
    assert [p.source.language for p in pairs if p.source] == ["en"]


@pytest.mark.parametrize("other", ["图书馆2019年10月5日关闭三天。", "图书馆2018年10月5日关闭吗？"])
def test_a_sentence_with_other_numbers_or_marks_is_no_translation(
    other: str, lexicon: Lexicon
) -> None:
    english = "The library closed on 5 October 2018."

    assert texts(one(f"{english}\n{other}", lexicon)) == []
    assert len(one(f"{english}\n图书馆2018年10月5日关闭。", lexicon)) == 1


REMARK = "By the way, who has the key of the bicycle shed?"


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("remark", [REMARK, f"{REMARK} I need it on Friday. My brother too."])
def test_a_remark_that_nobody_translated_leaves_a_translation_a_pair(
    lexicon: Lexicon, number: int, remark: str
) -> None:
    english, chinese = ENGLISH[number], SIMPLIFIED[number]

    assert texts(one(f"{english}\n\n{chinese}\n\n{remark}", lexicon)) == [(english, chinese)]
    assert texts(one(f"{chinese}\n\n{english}\n\n自行车棚的钥匙在谁那里？", lexicon)) == [
        (chinese, english)
    ]


def test_chinese_between_remarks_of_which_it_translates_neither_is_no_pair(
    lexicon: Lexicon,
) -> None:
    for before, chinese, after in ((0, 1, 2), (1, 2, 3), (2, 3, 0), (3, 0, 1)):
        assert one(f"{ENGLISH[before]}\n\n{SIMPLIFIED[chinese]}\n\n{ENGLISH[after]}", lexicon) == ()
