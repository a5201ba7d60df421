"""What templates show: families known in English and Chinese wikis, others by their parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from talkreader.parsing.wikitext_mask import BREAK


class Show(Enum):
    """How a template appears on the page."""

    NOTHING = auto()
    FIRST = auto()
    LAST = auto()
    PING = auto()
    UNSIGNED = auto()
    SEPARATOR = auto()
    QUOTE = auto()
    INLINE_QUOTE = auto()
    NAME = auto()
    TEXT = auto()
    USER = auto()
    BOX_BEGIN = auto()
    BOX_END = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Template:
    """One template call: its name as MediaWiki folds it, and its parameters as wikitext."""

    name: str
    positional: tuple[str, ...]
    named: dict[str, str]

    def get(self, place: int, default: str = "") -> str:
        """Return the parameter at a place, counted from 1, however it was written."""
        if str(place) in self.named:
            return self.named[str(place)]
        return self.positional[place - 1] if place <= len(self.positional) else default


_FAMILIES: dict[Show, str] = {
    Show.UNSIGNED: "unsigned|unsigned2|unsignedip|unsignedip2|unsigned3|undated|未签名|未簽名|未签名2"
    "|无签名|未签名ip|未簽名ip|non signé|nonsigné|nieuw niet ondertekend|niepodpisane|niepodp"
    "|unsign|nosign|unsig|unsignedanon|unsigned ip|不署名|没签名|沒簽名|xsign|preunsigned",
    Show.SEPARATOR: "outdent|od|outdent2|unindent|dedent|noindent|取消缩进|縮排|缩进|tracked|undent",
    Show.PING: "ping|reply to|re|reply|replyto|yo|hey|at|@|user ping|回复|回覆|提及|notif|notification"
    "|reply ping|mention|ping-name|odp|mini odp|do|r",
    Show.USER: "u|user|user link|userlinks|noping|no ping|np|user-multi|ul|usera|admin|user2|user3|ut"
    "|u1|user0|userlink|vandal|ipvandal|user-c|用户|使用者",
    Show.INLINE_QUOTE: "tq|talk quote inline|talkquote|talk quote|tqq|tqi|tqb|tq2|green|quote inline|xt"
    "|!xt|gt|talkquoteinline",
    Show.QUOTE: "quote|quotation|blockquote|quote box|cquote|引用|引言|citation bloc|cytat|cita|bq",
    Show.NAME: "tl|tlx|tlc|t|tlp|tls|tlxs|template link|tnull|tlg|tld|demo|m|s|模板链接|tj|tj0|ml"
    "|template|tlf|tlu",
    Show.LAST: "lang|language|color|colour|font color|fontcolor|font|transl|translit|lang-zh|tooltip"
    "|bg|background color|span|plainlist|zh",
    Show.FIRST: "small|smaller|big|larger|large|strike|s|del|strikethrough|code|mono|monospace|kbd|em"
    "|strong|nowrap|nobr|nobreak|abbr|em|highlight|hl|nowiki|pre|sup|sub|b|i|bold|underline|ins"
    "|!|=|center|red|blue|grey|gray|efn|refn|collapse|hidden|cot|mention nom|petit|resize|sic|var|samp"
    "|serif|sans-serif|smallcaps|nbsp|key|button|keypress|subst|block indent|zh-hans|zh-hant",
    Show.BOX_BEGIN: "archive top|archivetop|atop|hat|hidden archive top|closed|closed rfc top|rfc top"
    "|discussion top|collapse top|cot|ctop|hidden begin|rm top|rmt|afd top|tfd top|cfd top|mfd top|rfd top"
    "|rfcbox|折叠|折疊|存档顶部|存檔頂部|delh|tdelh|关闭讨论|已关闭|closetop|polltop|poll top|discussiontop",
    Show.BOX_END: "archive bottom|archivebottom|abot|abottom|hab|hidden archive bottom|closed rfc bottom"
    "|rfc bottom|discussion bottom|collapse bottom|cob|cbottom|hidden end|rm bottom|rmb|afd bottom"
    "|tfd bottom|cfd bottom|delf|tdelf|折叠结束|折疊結束|存档底部|存檔底部|closebottom|pollbottom"
    "|discussionbottom",
    Show.NOTHING: "clear|-|clr|reflist|talkheader|talk header|archives|archive list|archive box|toc right"
    "|toc left|tocright|shortcut|policy shortcut|anchor|vanchor|defaultsort|displaytitle|talk page of"
    "|pagelinks|notelist|div col|div col end|reflist-talk|references|spis treści|anker|kotwica|存档页"
    "|存檔頁|talk archive navigation|automatic archive navigator|aan|archive|archivenav|nosign"
    "|subst:void|void|hidden category|cat|pp|pp-move|bots|nobots|auto archive|noarchive|移动自|移動自",
}  # fmt: skip

_WORDS: dict[str, str] = {
    "done": "Done", "d": "Done", "✓": "Done", "fixed": "Fixed", "not done": "Not done",
    "nd": "Not done", "notdone": "Not done", "partly done": "Partly done", "doing": "Doing…",
    "on hold": "On hold", "resolved": "Resolved", "yes": "Yes", "no": "No", "tick": "✓", "y": "Yes",
    "n": "No", "aye": "✓", "nay": "✗", "thank you": "Thank you", "thanks": "Thank you",
    "agree": "Agree", "disagree": "Disagree", "support": "Support", "oppose": "Oppose",
    "neutral": "Neutral", "comment": "Comment:", "question": "Question:", "note": "Note:",
    "delete": "Delete", "keep": "Keep", "vote delete": "Delete", "vote keep": "Keep",
    "已完成": "完成", "完成": "完成", "未完成": "未完成", "支持": "支持", "反对": "反对",
    "反對": "反對", "中立": "中立", "意见": "意见", "意見": "意見", "保留": "保留", "删除": "删除",
    "刪除": "刪除", "问": "问", "已处理": "已处理", "已處理": "已處理", "(+)支持": "支持",
    "=": "=", "!": "|", "'": "'", "·": "·", "•": "•", "snd": " – ", "spaced ndash": " – ",
    "ndash": "–", "mdash": "—", "smiley": "😀", "nbsp": "\u00a0", "sp": " ", "pipe": "|",
    "za": "Za", "przeciw": "Przeciw", "fait": "Fait", "pour": "Pour", "contre": "Contre",
    "załatwione": "Załatwione", "zrobione": "Zrobione", "ok": "OK", "+1": "+1", "merci": "Merci",
    "dziękuję": "Dziękuję", "non": "Non", "oui": "Oui", "tak": "Tak", "nie": "Nie", "komentarz": "Komentarz:",
}  # fmt: skip

_BY_NAME = {name: show for show, names in _FAMILIES.items() for name in names.split("|")}


def family(name: str) -> Show:
    """Return how a template of this name appears; OTHER when no family has it."""
    if name in _WORDS:
        return Show.TEXT
    return _BY_NAME.get(name, Show.OTHER)


def fixed_text(name: str) -> str:
    """Return the words that a template of the TEXT family shows."""
    return _WORDS[name]


def split(text: str) -> Template | None:
    """Return the call that ``{{…}}`` writes; None when it is no template (a variable, a function).

    A call with nested markup is read by mwparserfromhell, whose tree knows which bars are its own.
    """
    inside = text[2:-2]
    if inside.startswith(("{", "#")) or not inside.strip():
        return None
    if "[[" in inside or "{{" in inside:
        return _split_nested(text)
    name, *parts = inside.split("|")
    return _template(name, [tuple(part.partition("=")) for part in parts])


def _split_nested(text: str) -> Template | None:
    import mwparserfromhell

    found = mwparserfromhell.parse(text, skip_style_tags=True).nodes
    if len(found) != 1 or not hasattr(found[0], "params"):
        return None
    parts = [
        (str(item.name), "=", str(item.value)) if item.showkey else (str(item.value), "", "")
        for item in found[0].params
    ]
    return _template(str(found[0].name), parts)


_SUBST = re.compile(r"^(?:safesubst|subst|substituer)\s*:\s*", re.IGNORECASE)
_SPACE = re.compile(r"(?:^(?:template|模板|样板|樣板)\s*:)|\s+", re.IGNORECASE)


def _template(name: str, parts: list[tuple[str, str, str]]) -> Template | None:
    positional: list[str] = []
    named: dict[str, str] = {}
    for key, equals, value in parts:
        stripped = key.replace(BREAK, " ").strip()
        # a link or a sentence before "=" is text with an equals sign in it, not a name
        if equals and len(stripped) <= 30 and not re.search(r"[\[<{]|://", stripped):
            named[stripped.casefold()] = value.replace(BREAK, " ").strip()
        else:
            positional.append((key + equals + value).replace(BREAK, " "))
    folded = name.replace(BREAK, " ").replace("_", " ").strip()
    folded = _SPACE.sub(" ", _SUBST.sub("", folded)).strip().casefold()
    return Template(folded, tuple(positional), named) if folded else None
