"""Names in text copies, whose links are gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.parsing.dates.timestamps import TimestampFinder
from talkreader.parsing.plaintext.blocks import plaintext_blocks
from talkreader.parsing.signing.labels import strip_labels
from talkreader.parsing.signing.mentions import Mentions
from talkreader.parsing.signing.plaintext import TextSignatures
from talkreader.parsing.signing.unsigned import unsigned_author
from tests.parsing.pages import plaintext

STAMP = "10:00, 4 May 2023 (UTC)"


def authors(text: str, language: str = "en") -> list[str | None]:
    return [comment.author for comment in plaintext(text, language).comments]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("The lamp is out. --Ada Byron (talk)", "Ada Byron"),
        ("The lamp is out. Ada Byron (talk)", "Ada Byron"),
        ("The lamp is out. — Ada Byron talk", "Ada Byron"),
        ("The lamp is out. -- A.Byron (talk · contribs)", "A.Byron"),
        ("Thank you. T.Byron (talk)", "T.Byron"),
        ("The lamp is out. Ada (WMF) (talk)", "Ada (WMF)"),
        ("The lamp is out. Ada | talk", "Ada"),
        ("The lamp is out. --Ada (talk (page))", "Ada"),
        ("The lamp is out. Ada (گەپ(قسە))", "Ada"),
        ("The lamp is out. Thanks, Ada (talk)", "Ada"),
        ("The lamp is out.--Ada ☎", "Ada"),
        ("The lamp is out. Ada📞", "Ada"),
        ("The lamp is out. ~Ada~(talk)", "Ada"),
        ("The lamp is out. — Ada — ", "Ada"),
        ("The lamp is out. --Ada (talk) Keeper of lamps", "Ada"),
        ("The lamp is out. ByronTalk", "Byron"),
        ("is the lamp out Ada Byron", "Ada Byron"),
        ("The lamp is out. --Ada (smith) ", "Ada"),
        ("The lamp is out. --~2025-12345-6 (talk)", "~2025-12345-6"),
        ("The lamp is out. 2001:db8:0:0:0:0:0:42 (talk)", "2001:db8:0:0:0:0:0:42"),
        ("The lamp is out. Ada Byron; Talk to Ada; Ada's edits", "Ada Byron"),
        ("The lamp is out. Ada Read! Talk!", "Ada"),
        ("The lamp is out. AdaNapisz coś ✉", "Ada"),
        ("The lamp is out. AdaLeave a note", "Ada"),
        ("The lamp is out. Ada ~ (talk)", "Ada"),
        ("The lamp is out. [Ada] talk", "Ada"),
        ("The lamp is out. Mit freundlichen Grüßen Ada (Diskussion)", "Ada"),
        ("The lamp is out. Gruß, --Ada Disk.", "Ada"),
        ("The lamp is out. Best, Ada!", "Ada"),
        ("The lamp is out. Dr. Ada (talk)", "Dr. Ada"),
        ("The lamp is out. Daxi - 達西 (talk)", "Daxi"),
        ("Лампа погасла. --Смотритель маяка 💬", "Смотритель маяка"),
        ("灯坏了。灯塔看守·论·签·编", "灯塔看守"),
        ("灯坏了。灯塔看守Talk", "灯塔看守"),
        ("灯坏了。Ada Byron论", "Ada Byron"),
        ("灯坏了。灯塔看守 敬上", "灯塔看守"),
    ],
)
def test_a_name_is_what_stands_before_the_labels(line: str, author: str) -> None:
    assert authors(f"{line} {STAMP}[reply]") == [author]


@pytest.mark.parametrize(
    "line",
    [
        "The lamp is out.",
        "The lamp is out. --",
        "The lamp is out.  (talk)",
        "The lamp is out. -- (talk)",
        "Does anybody know why the lamp is out?",
        "The lamp is out. — Preceding unsigned comment added by  (talk)",
    ],
)
def test_no_words_are_taken_for_a_name_that_the_copy_lost(line: str) -> None:
    assert authors(f"{line} {STAMP}[]") == [None]


def test_a_label_that_several_people_share_is_no_part_of_a_name() -> None:
    text = "\n".join(
        f"Yes. --{name} Écrivez Moi 10:0{minute}, 4 May 2023 (UTC)"
        for minute, name in enumerate(("Ada", "Bo", "Cy", "Dee"))
    )

    assert authors(text) == ["Ada", "Bo", "Cy", "Dee"]


def test_a_motto_ends_where_the_page_mentions_the_name_alone() -> None:
    text = (
        f"The lamp is out. Bulbmaker Light Of My Life {STAMP}[reply]\n"
        f"I asked Bulbmaker yesterday. Cy (talk) {STAMP}[reply]\n"
        f"It is on again. Bulbmaker Light Of My Life {STAMP}[reply]"
    )

    assert authors(text) == ["Bulbmaker", "Cy", "Bulbmaker"]


def test_a_label_spelled_apart_is_the_user_whom_the_page_mentions() -> None:
    page = plaintext(
        f"Out. --Ten Lamp Posts (talk) {STAMP}[reply]\n"
        f"Thanks to TenLampPosts! Cy (talk) {STAMP}[reply]"
    )

    assert page.comments[0].author == "TenLampPosts"
    assert page.comments[0].display_name == "Ten Lamp Posts"


@pytest.mark.parametrize(
    ("label", "called", "user"),
    [
        ("Ada", "@Ada1815: thank you.", "Ada1815"),
        ("THE NEW LampLighter", "@LampLighter: thank you.", "LampLighter"),
        ("Ten Lamp Posts", "@TenLampPosts: and you, Ten Lamp Posts?", "TenLampPosts"),
        ("Ada Byron (LampLighter)", "(see @LampLighter)", "LampLighter"),
        ("Ada Byron (LampLighter)", "@Bo, LampLighter, and Dee: look.", "LampLighter"),
        ("Ada Byron (LampLighter)", "@Bo et LampLighter : look.", "LampLighter"),
        ("Ada Byron (LampLighter)", "@李四、LampLighter和王五：看。", "LampLighter"),
        (
            "Ada Byron (LampLighter)",
            "@Bo, LampLighter wrote and I know: no.",
            "Ada Byron (LampLighter)",
        ),
        ("Ada", "@Bo and Ada: yes. @Ada1815: thank you.", "Ada1815"),
        ("Ada", "Ask @Ada, or @Ada1815.", "Ada"),
        ("Ada", "@Ada1815 and @Ada1816: thank you.", "Ada"),
        ("Ada Byron", "@Byron: thank you.", "Ada Byron"),
    ],
)
def test_a_label_is_the_user_whom_others_call(label: str, called: str, user: str) -> None:
    page = f"Out. --{label} (talk) {STAMP}[reply]\n{called} --Cy (talk) {STAMP}[reply]"

    assert authors(page) == [user, "Cy"]


def test_lojban_quotes_the_name_on_both_sides() -> None:
    page = plaintext(f"ti gusni .i be'i la'o gy Ada Byron gy {STAMP}[reply]", "jbo")

    assert page.comments[0].author == "Ada Byron"
    assert page.comments[0].body.text == "ti gusni"


def test_a_signature_of_a_label_alone_has_no_name() -> None:
    # as MediaWiki signs in isiXhosa
    line = f"Out goes the lamp. --Iqonga lakho othetha kulo {STAMP}[reply]"

    assert authors(line, "xh") == [None]


def test_two_people_who_both_sign_are_not_one() -> None:
    text = (
        f"Out. --Lamp (talk) {STAMP}[reply]\n"
        f"No. --Lamp7 (talk) {STAMP}[reply]\n"
        f"@Lamp7: yes. --Cy (talk) {STAMP}[reply]"
    )

    assert authors(text) == ["Lamp", "Lamp7", "Cy"]


def test_another_name_at_the_sentences_end_is_no_part_of_the_signers() -> None:
    text = (
        f"Out. --Bo (talk) {STAMP}[reply]\n"
        f"I think the same as Bo Ada1815 (talk) {STAMP}[reply]\n"
        f"What Ada1815 says is right. --Bo (talk) {STAMP}[reply]"
    )

    assert authors(text) == ["Bo", "Ada1815", "Bo"]


def test_a_known_label_is_found_in_either_script() -> None:
    stamps = TimestampFinder("zh")
    blocks = plaintext_blocks("好。--張小燈（留言） 2023年5月4日 (四) 08:15 (UTC)", "", stamps)

    (found,) = TextSignatures(blocks, stamps, {"张小灯": "Ada Byron"}).signatures(blocks[0])

    assert (found.author, found.display_name) == ("Ada Byron", "張小燈")


def test_a_label_known_from_other_pages_gives_the_user() -> None:
    stamps = TimestampFinder("en")
    blocks = plaintext_blocks(f"Out. --The Keeper (talk) {STAMP}", "", stamps)

    (found,) = TextSignatures(blocks, stamps, {"the keeper": "Ada Byron"}).signatures(blocks[0])

    assert (found.author, found.display_name) == ("Ada Byron", "The Keeper")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Out. the lamp lighter (talk)", "Ada Byron"),
        ("Out. older ≠ wiser", "Bo"),
        ("Out. --older ≠ wiser", "Bo"),
        ("Out. Ask the lamp lighter", None),
        ("Done", None),
        ("Out. --the lamp lighter - Dit S'Cuté", "Ada Byron"),
        ("Out. -- Dit S'Cuté | older ≠ wiser", "Bo"),
    ],
)
def test_a_strange_name_is_known_from_other_pages(line: str, author: str | None) -> None:
    known = {"the lamp lighter": "Ada Byron", "older ≠ wiser": "Bo", "done": "Cy"}

    page = parse(RawPage(Form.PLAINTEXT, f"{line} {STAMP}[]", language="en"), known)

    assert [comment.author for comment in page.comments] == [author]


def test_what_the_page_itself_says_of_a_label_comes_first() -> None:
    text = f"Out. --Ada (talk) {STAMP}[]\n@Ada1815: thanks. --Cy (talk) {STAMP}[]"

    page = parse(RawPage(Form.PLAINTEXT, text, language="en"), {"ada": "Ada Lovelace"})

    assert page.comments[0].author == "Ada1815"


@pytest.mark.parametrize(
    ("words", "author"),
    [
        ("Me too. — Preceding unsigned comment added by Ada Byron (talk • contribs) ", "Ada Byron"),
        ("Moi. Le message qui précède, non signé, a été déposé par Ada (discuter), le ", "Ada"),
        ("Ik ook. De voorgaande bijdrage werd geplaatst door Ada (overleg) ", "Ada"),
        ("我也是。—以上未簽名的留言由阿明（討論・貢獻）於", "阿明"),
        ("Moi. déposé par l'IP  (discuter), le ", ""),
        ("Yo. El comentario anterior sin firmar es obra de Ada (disc. • contribs). ", "Ada"),
        ("私も。--以上の署名のないコメントは、灯台守さん（会話・投稿記録）が ", "灯台守"),
        ("저도. 이 의견을 작성하고 서명을 하지 않은 사용자는 등대지기 (토론)이며, ", "등대지기"),
        ("Tôi. Thảo luận không ký tên này là của Biển (thảo luận) vào lúc ", "Biển"),
        ("Ben de. Bu imzasız yazı Fenerci (mesaj) tarafından ", "Fenerci"),
    ],
)
def test_a_template_for_the_unsigned_names_the_author(words: str, author: str) -> None:
    found = unsigned_author(words)

    assert found is not None
    assert words[slice(*found)] == author


def test_a_date_without_the_pages_reply_link_and_without_a_name_is_prose() -> None:
    text = (
        f"The lamp is out. Ada (talk) {STAMP}[reply]\nYes. Bo (talk) {STAMP}[reply]\n"
        f"Letter of the lamps • Subscribe • Unsubscribe. {STAMP}\n"
    )
    page = plaintext(text)

    assert [comment.author for comment in page.comments] == ["Ada", "Bo"]
    assert STAMP in page.prose[-1].body.text


def test_a_name_without_the_reply_link_still_signs() -> None:
    text = f"Out. Ada (talk) {STAMP}[reply]\nYes. Bo (talk) {STAMP}[reply]\nOld. Cy (talk) {STAMP}"

    assert authors(text) == ["Ada", "Bo", "Cy"]


def test_chinese_labels_need_no_spaces_and_a_picture_stays_in_the_name() -> None:
    assert authors("好。--阿明🍊论签编 2023年5月4日 (四) 08:15 (UTC)", "zh") == ["阿明🍊"]
    assert authors("好。--阿明（留言・留名） 2023年5月4日 (四) 08:15 (UTC)", "zh") == ["阿明"]


def test_a_chinese_motto_behind_a_latin_name_is_no_part_of_it() -> None:
    assert authors("好。--Lin Wei 守燈人（留言） 2023年5月4日 (四) 08:15 (UTC)", "zh") == [
        "Lin Wei"
    ]


def test_two_signatures_on_a_line_are_one_comment_of_the_first() -> None:
    page = plaintext(
        f"Out. Ada (talk) {STAMP} and in again. Ada (talk) 10:30, 4 May 2023 (UTC)[reply]"
    )

    (comment,) = page.comments
    assert comment.author == "Ada"
    assert len(comment.signatures) == 2


def test_the_words_of_a_comment_end_before_its_name() -> None:
    (comment,) = plaintext(f"The lamp is out. -- Ada Byron (talk) {STAMP}[reply]").comments

    assert comment.body.text == "The lamp is out."


def test_a_signature_of_one_line_twice_with_a_sign_behind_the_name_begins_on_its_line() -> None:
    stamp = "10:00, 4 May 2023 (UTC)"
    page = plaintext(f"2021-21 | {stamp}\nOil.\n2021-21 | {stamp}")

    assert all(comment.span.start >= 0 for comment in page.comments)


@pytest.mark.parametrize("words", ["@Ada and Bo: yes.", "@Ada & Bo: yes.", "@Ada, and Bo: yes."])
def test_two_who_are_called_together_are_two_people(words: str) -> None:
    mentions = Mentions([words])

    assert {*mentions.counts, *mentions.listed} == {"Ada", "Bo"}


@given(st.text(max_size=60))
def test_labels_are_stripped_from_any_words(words: str) -> None:
    assert 0 <= strip_labels(words).end <= len(words)


@given(
    st.lists(st.sampled_from("Ada -- (talk) ~ @Bo: [] ( ） « 论 . ? : , x".split()), max_size=12)
)
def test_any_words_before_a_date_are_understood_without_loss(words: list[str]) -> None:
    text = f"{' '.join(words)} {STAMP}"
    page = parse(RawPage(Form.PLAINTEXT, text, language="en"))

    shown = sorted(
        [c.span for c in page.comments] + [p.span for p in page.prose], key=lambda s: s.start
    )
    assert "".join(page.text[s.start : s.end] for s in shown).strip() == page.text.strip()


@pytest.mark.parametrize(
    ("language", "label", "stamp"),
    [
        ("ksh", "Klaafe", "12:05, 4. Mai 2023 (UTC)"),
        ("pfl", "Gbabbl", "12:05, 4. Mai 2023 (UTC)"),
        ("it", "discussioni", "12:05, 4 mag 2023 (UTC)"),
    ],
)
def test_the_label_that_signatures_carry_counts_where_the_tab_is_called_otherwise(
    language: str, label: str, stamp: str
) -> None:
    text = "\n".join(f"oil keeper sea light{end} Ada Byron ({label}) {stamp}" for end in ("", "."))
    assert authors(text, language) == ["Ada Byron", "Ada Byron"]


@pytest.mark.parametrize(
    ("language", "line", "author"),
    [
        ("es", "No hay aceite. Lucía Galdósdiscusión", "Lucía Galdós"),
        ("fr", "La lampe est éteinte. Élodiediscussion", "Élodie"),
        ("ru", "Лампа погасла. Мария Петроваобсуждение", "Мария Петрова"),
        ("ar", "المصباح مطفأ. ليلىنقاش", "ليلى"),
        ("he", "הנורה כבויה. דנה לוישיחה", "דנה לוי"),
        ("fa", "چراغ خاموش است. پرستوبحث", "پرستو"),
        ("zh", "灯坏了。 –小明talk", "小明"),
        ("zh", "灯坏了 --小明talk contribs", "小明"),
        ("zh", "灯坏了。小明talk", "小明"),
        ("ko", "등불이 꺼졌습니다. 미나edits", "미나"),
        ("ar", "المصباح مطفأ. ليلىtalk", "ليلى"),
        ("ru", "Лампа погасла. Adaвклад", "Ada"),
    ],
)
def test_a_raised_label_is_glued_to_the_name_in_any_language(
    language: str, line: str, author: str
) -> None:
    assert authors(f"{line} {STAMP}", language) == [author]


@pytest.mark.parametrize(
    ("language", "line", "author"),
    [
        ("hy", "Լամպը չի վառվում։ Անի", "Անի"),
        ("sat", "ᱥᱮᱸᱜᱮᱞ ᱵᱟᱹᱱᱩᱜᱼᱟ᱾ ᱢᱟᱞᱛᱤ", "ᱢᱟᱞᱛᱤ"),
        ("bo", "སྒྲོན་མེ་བསད་ཟིན་ཏོ༎ པདྨ", "པདྨ"),
    ],
)
def test_a_sentence_ends_with_the_sign_of_its_script(language: str, line: str, author: str) -> None:
    assert authors(f"{line} (talk) {STAMP}", language) == [author]


def test_a_name_that_the_page_knows_may_stand_behind_words_without_a_space() -> None:
    text = f"ไฟดับ -- มาลี (คุย) {STAMP}\n\nไส้ไหม้หมดแล้วมาลี (คุย) {STAMP}"

    assert authors(text, "th") == ["มาลี", "มาลี"]
