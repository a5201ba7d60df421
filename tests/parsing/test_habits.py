"""What people do on talk pages beside signing with four tildes, in each form that shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import ParsedPage, WarningKind
from talkreader.parsing import parse
from tests.parsing.pages import html, plaintext, sign, wikitext

ADA, BO, CY = (sign(name, f"10:0{minute}, 4 May 2023 (UTC)") for minute, name in
               enumerate(("Ada", "Bo", "Cy")))  # fmt: skip


def link(name: str, minute: int) -> str:
    """Return a signature as a saved page has it."""
    return (
        f'<a href="/wiki/User:{name}">{name}</a> (<a href="/wiki/User_talk:{name}">talk</a>)'
        f" 10:0{minute}, 4 May 2023 (UTC)"
    )


HADA, HBO, HCY = (link(name, minute) for minute, name in enumerate(("Ada", "Bo", "Cy")))


def said(page: ParsedPage) -> list[tuple[str | None, int, str]]:
    return [(c.author, c.level, " ".join(c.body.text.split())) for c in page.comments]


# Boxes


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (wikitext, f"{{{{hat|reason=Off topic}}}}\nOut. {ADA}\n:No. {BO}\n{{{{hab}}}}\nOn. {CY}"),
        (wikitext, f"{{{{cot|title=Off topic}}}}\nOut. {ADA}\n:No. {BO}\n{{{{cob}}}}\nOn. {CY}"),
        (
            wikitext,
            (
                '{| class="wikitable mw-collapsible"\n! Off topic\n|-\n|\n'
                f"Out. {ADA}\n:No. {BO}\n|}}\nOn. {CY}"
            ),
        ),
        (
            html,
            (
                '<div class="NavFrame"><div class="NavHead">Off topic</div><div class="NavContent">'
                f"<p>Out. {HADA}</p><dl><dd>No. {HBO}</dd></dl></div></div><p>On. {HCY}</p>"
            ),
        ),
        (
            html,
            (
                '<table class="mw-collapsible"><tr><th>Off topic</th></tr><tr><td>'
                f"<p>Out. {HADA}</p><dl><dd>No. {HBO}</dd></dl></td></tr></table><p>On. {HCY}</p>"
            ),
        ),
        (
            html,
            (
                '<div class="mw-collapsible"><div>Off topic</div>'
                '<div class="mw-collapsible-content">'
                f"<p>Out. {HADA}</p><dl><dd>No. {HBO}</dd></dl></div></div><p>On. {HCY}</p>"
            ),
        ),
        (
            html,
            (
                "<details><summary>Off topic</summary>"
                f"<p>Out. {HADA}</p><dl><dd>No. {HBO}</dd></dl></details><p>On. {HCY}</p>"
            ),
        ),
    ],
)
def test_a_collapsed_box_is_known_and_its_title_is_nobodys_words(
    read: Callable[[str], ParsedPage], text: str
) -> None:
    page = read(text)

    assert said(page) == [("Ada", 1, "Out."), ("Bo", 2, "No."), ("Cy", 1, "On.")]
    assert [comment.box for comment in page.comments] == ["Off topic", "Off topic", ""]
    assert [prose.body.text for prose in page.prose] == ["Off topic"]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (
            wikitext,
            f"{{{{archive top|result=Kept. {CY}}}}}\nOut. {ADA}\n{{{{archive bottom}}}}\nOn. {BO}",
        ),
        (
            wikitext,
            (
                f'<div class="boilerplate">\nKept. {CY}\n\nOut. {ADA}\n\n'
                f"All this is kept.\n</div>\nOn. {BO}"
            ),
        ),
        (
            html,
            (
                f'<div class="boilerplate"><p>Kept. {HCY}</p><p>Out. {HADA}</p>'
                f"<p>All this is kept.</p></div><p>On. {HBO}</p>"
            ),
        ),
    ],
)
def test_a_closed_discussion_has_its_closers_verdict_and_ends_with_its_box(
    read: Callable[[str], ParsedPage], text: str
) -> None:
    page = read(text)

    assert said(page) == [("Cy", 1, "Kept."), ("Ada", 1, "Out."), ("Bo", 1, "On.")]
    verdict = "Kept. Cy (talk) 10:02, 4 May 2023 (UTC)"
    assert [comment.box for comment in page.comments] == [verdict, verdict, ""]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (wikitext, f"See:\n{{{{cot|title=Log}}}}\n* one\n{{{{cob}}}}\nThat. {ADA}"),
        (wikitext, f"{{{{cot|title=See: Log}}}}\n* one\n{{{{cob}}}}\nThat. {ADA}"),
        (
            html,
            (
                "<p>See:</p><details><summary>Log</summary><ul><li>one</li></ul></details>"
                f"<p>That. {HADA}</p>"
            ),
        ),
    ],
)
def test_a_box_inside_a_comment_is_part_of_it(read: Callable[[str], ParsedPage], text: str) -> None:
    assert said(read(text)) == [("Ada", 1, "See: Log one That.")]


def test_a_box_that_nobody_closed_ends_with_its_section() -> None:
    page = wikitext(
        f"== A ==\n{{{{hat|Off topic}}}}\nOut. {ADA}\n=== B ===\nNo. {BO}\n== C ==\nOn. {CY}"
    )

    assert [comment.box for comment in page.comments] == ["Off topic", "Off topic", ""]


def test_a_chinese_archive_box_is_known_in_both_scripts() -> None:
    for top, bottom in (("存檔頂部", "存檔底部"), ("存档顶部", "存档底部")):
        page = wikitext(f"{{{{{top}|結果=保留}}}}\n好。{ADA}\n{{{{{bottom}}}}}\n好。{BO}", "zh")

        assert [comment.box for comment in page.comments] == ["保留", ""]


# Those who forgot to sign


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (wikitext, "Out. {{unsigned|Ada|10:00, 4 May 2023}}"),
        (wikitext, "Out. {{unsigned2|10:00, 4 May 2023 (UTC)|Ada}}"),
        (wikitext, "Out. {{未簽名|Ada|time=2023年5月4日 (四) 10:00}}"),
        (wikitext, "Out. {{未签名2|2023年5月4日 (四) 10:00|Ada}}"),
        (wikitext, "Out. {{nadie firmó|Ada|10:00, 4 May 2023 (UTC)}}"),
        (wikitext, "Out. {{allkirjata|1=Ada|2=10:00, 4 May 2023 (UTC)}}"),
        (wikitext, "Out. {{Unsigned|[[User:Ada|Ada]] ([[User talk:Ada|t]])|10:00, 4 May 2023}}"),
        (
            wikitext,
            (
                'Out. <small class="autosigned">— Preceding unsigned comment added by '
                "[[User:Ada|Ada]] ([[User talk:Ada|talk]]) 10:00, 4 May 2023 (UTC)</small>"
            ),
        ),
        (
            html,
            (
                '<p>Out. <small class="autosigned">— Preceding unsigned comment added by '
                f"{HADA}</small></p>"
            ),
        ),
    ],
)
def test_a_note_by_others_signs_for_who_did_not(
    read: Callable[[str], ParsedPage], text: str
) -> None:
    page = read(text)

    assert said(page) == [("Ada", 1, "Out.")]
    assert page.comments[0].timestamp == wikitext(ADA).comments[0].timestamp
    assert [warning.kind for warning in page.comments[0].warnings] == [WarningKind.UNSIGNED]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (wikitext, f"Out. {{{{unsigned|Ada}}}}\n\nOn. {BO}"),
        (
            html,
            (
                '<p>Out. <small class="autosigned">— Preceding unsigned comment added by <a '
                f'href="/wiki/User:Ada">Ada</a></small></p><p>On. {HBO}</p>'
            ),
        ),
    ],
)
def test_a_note_without_a_date_still_tells_whose_words_they_are(
    read: Callable[[str], ParsedPage], text: str
) -> None:
    page = read(text)

    assert said(page) == [("Ada", 1, "Out."), ("Bo", 1, "On.")]
    assert page.comments[0].timestamp is None


def test_the_sentence_of_a_substituted_note_is_understood_in_chinese() -> None:
    page = wikitext(
        "坏了。<small>—以上[[Wikipedia:签名|未簽名]]的留言由[[User:甲|甲]]（[[User talk:甲|討論]]・"
        "[[Special:Contributions/甲|貢獻]]）於2023年5月4日 (四) 08:15 (UTC)加入。</small>",
        "zh",
    )

    assert [comment.author for comment in page.comments] == ["甲"]


# Words of others


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (wikitext, f"So: {{{{tq|Out. {BO}}}}} I agree. {ADA}"),
        (wikitext, f"So: <blockquote>Out. {BO}</blockquote> I agree. {ADA}"),
        (wikitext, f"So: <q>Out. {BO}</q> I agree. {ADA}"),
        (html, f'<p>So: <span class="inline-quote-talk">Out. {HBO}</span> I agree. {HADA}</p>'),
        (html, f"<p>So:</p><blockquote><p>Out. {HBO}</p></blockquote><p>I agree. {HADA}</p>"),
    ],
)
def test_a_quoted_signature_signs_nothing(read: Callable[[str], ParsedPage], text: str) -> None:
    quoted = "So: Out. Bo (talk) 10:01, 4 May 2023 (UTC) I agree."

    assert said(read(text)) == [("Ada", 1, quoted)]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (wikitext, f"Out.<!-- {BO} --> {ADA}\n<!--\n{BO}\n-->"),
        (html, f"<p>Out.<!-- {HBO} --> {HADA}</p><!-- {HBO} -->"),
        (html, f'<p>Out. {HADA}</p><ol class="references"><li>He said. {HBO}</li></ol>'),
    ],
)
def test_hidden_words_and_references_sign_nothing(
    read: Callable[[str], ParsedPage], text: str
) -> None:
    assert said(read(text)) == [("Ada", 1, "Out.")]


def test_a_signature_in_a_table_is_a_comment_as_the_reference_has_it() -> None:
    page = html(f'<table class="wikitable"><tr><td>Out. {HBO}</td></tr></table><p>On. {HADA}</p>')

    assert said(page) == [("Bo", 1, "Out."), ("Ada", 1, "On.")]


# Lists, votes, outdents


def test_votes_are_answered_below_themselves() -> None:
    page = wikitext(f"# Support. {ADA}\n#: Why? {BO}\n# Oppose. {CY}")

    assert [(c.author, c.level, c.parent) for c in page.comments] == [
        ("Ada", 2, None),
        ("Bo", 3, 0),
        ("Cy", 2, None),
    ]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (wikitext, f":::Out. {ADA}\n{{{{outdent|3}}}}\nNo. {BO}\n:On. {CY}"),
        (
            html,
            (
                f"<dl><dd><dl><dd><dl><dd>Out. {HADA}</dd></dl></dd></dl></dd></dl>"
                f'<p><b class="outdent-template">┌──┘</b>No. {HBO}</p><dl><dd>On. {HCY}</dd></dl>'
            ),
        ),
    ],
)
def test_after_an_outdent_the_levels_begin_anew(
    read: Callable[[str], ParsedPage], text: str
) -> None:
    assert [(a, level) for a, level, _ in said(read(text))] == [("Ada", 4), ("Bo", 1), ("Cy", 2)]


def test_a_page_inside_one_div_is_read_as_if_there_were_none() -> None:
    bare, boxed = (
        wikitext(f"{before}== A ==\nOut. {ADA}\n:No. {BO}{after}")
        for before, after in (("", ""), ('<div style="color:red">\n', "\n</div>"))
    )
    page = html(f"<div><div><h2>A</h2><p>Out. {HADA}</p><dl><dd>No. {HBO}</dd></dl></div></div>")

    assert said(bare) == said(boxed) == said(page) == [("Ada", 1, "Out."), ("Bo", 2, "No.")]
    assert bare.sections[1].heading == boxed.sections[1].heading == page.sections[1].heading == "A"


# Who has no account


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("~2024-12345", "~2024-12345"),
        ("~2025-1234-56", "~2025-1234-56"),
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8::42", "2001:DB8::42"),
    ],
)
def test_people_without_an_account_have_their_number_as_a_name(name: str, author: str) -> None:
    stamp = "10:00, 4 May 2023 (UTC)"
    pages = [
        wikitext(
            f"Out. [[Special:Contributions/{name}|{name}]] ([[User talk:{name}|talk]]) {stamp}"
        ),
        html(
            f'<p>Out. <a href="/wiki/Special:Contributions/{name}"><bdi>{name}</bdi></a>'
            f" {stamp}</p>"
        ),
    ]

    comments = [comment for page in pages for comment in page.comments]
    assert [comment.author for comment in comments] == [author, author]
    assert [comment.display_name for comment in comments] == [None, None]  # shown as it is
    (copied,) = plaintext(f"Out. {name} (talk) {stamp}").comments
    assert copied.author is not None
    assert copied.author.casefold() == author.casefold()


def test_pings_and_done_are_words_of_the_comment() -> None:
    page = wikitext(f"{{{{ping|Bo}}}} please. {ADA}\n:{{{{ec}}}} {{{{done}}}} {BO}")

    assert [words for _, _, words in said(page)] == ["@Bo: please.", "(edit conflict) Done"]


@pytest.mark.parametrize("detail", [True, False])
@pytest.mark.parametrize(
    ("call", "text"),
    [
        ("{{Settled|1=%s}}", ""),
        ("{{Settled|what|2=Lit again. %s}}", "what Lit again."),
        ("{{Card|colour=red|text=Lit again.<br>%s\n}}", "Lit again."),
        ("{{Card|colour=red|text='''%s'''|shape=round}}", ""),
    ],
)
def test_who_signs_in_a_parameter_with_a_name_signs(call: str, text: str, detail: bool) -> None:
    source = f"Out.\n{call % BO}\n:Good. {ADA}"
    page = parse(RawPage(Form.WIKITEXT, source, language="en"), detail=detail)

    assert [(c.author, " ".join(c.body.text.split())) for c in page.comments] == [
        ("Bo", f"Out. {text}".strip()),
        ("Ada", "Good."),
    ]
    assert "red" not in page.text
    assert "round" not in page.text


def test_numbered_parameters_are_shown_in_their_order() -> None:
    assert said(wikitext(f"{{{{Card|2=two|1=one|shape=round}}}} and. {ADA}")) == [
        ("Ada", 1, "one two and.")
    ]


@pytest.mark.parametrize(
    ("vote", "shown"),
    [
        ("{{За}}", "За"),
        ("{{против}} слишком темно", "Против слишком темно"),
        ("{{pro}} zu dunkel", "Pro zu dunkel"),
        ("{{a favor}}", "A favor"),
        ("{{賛成}} 暗い", "賛成 暗い"),
        ("{{찬성}}", "찬성"),
        ("{{(-)反對}}", "(-)反对"),
        ("{{مع}}", "مع"),
        ("{{destek}}", "Destek"),
    ],
)
def test_votes_that_templates_show_are_words_in_many_languages(vote: str, shown: str) -> None:
    assert said(wikitext(f"# {vote} {ADA}")) == [("Ada", 2, shown)]


@pytest.mark.parametrize("detail", [True, False])
@pytest.mark.parametrize("name", ["Talk:Oil", "Lamp: a study"])
def test_a_template_that_names_a_page_and_a_date_signs_for_nobody(name: str, detail: bool) -> None:
    source = f"Out. {{{{Moved from|{name}|10:00, 4 May 2023 (UTC)}}}}\n:Good. {ADA}"
    page = parse(RawPage(Form.WIKITEXT, source, language="en"), detail=detail)

    assert [comment.author for comment in page.comments] == ["Ada"]
