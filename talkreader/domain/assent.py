"""Short comments that only agree, thank or acknowledge: "+1", "OK, thanks", "同意，谢谢".

A list of words decides, in English and in both Chinese scripts: a comment is one of these when
nothing is left of it. One that asks, objects or names a thing is none, however short.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talkreader.domain.thread import Comment

MOST_WORDS = 14
"""Words, or half as many again Chinese characters, that such a comment has at most."""
_MOST_SIGNS = 160

_SAY = frozenset(
    "agree agreed agreeing concur concurred ok okay okey kk thanks thank thx tnx tks ty cheers"
    " support supported supporting second seconded endorse endorsed yes yep yeah yup aye sure"
    " noted understood great nice perfect excellent wonderful cool lgtm ditto likewise right"
    " exactly indeed absolutely definitely gotcha appreciated approve approved +1 1+".split()
)
_FILL = frozenset(
    "i we you it me us he she they them this that these those the a an all everyone everybody both"
    " again for to of on in with and also too as so very much many lot lots really quite fully"
    " strongly strong completely totally entirely wholeheartedly wholly above below nom nominator"
    " proposer proposal idea point reply replies answer answers response responses help info"
    " information explanation clarification comment comments feedback input effort efforts work job"
    " time suggestion suggestions update quick kind kindly is are am was sounds looks makes sense"
    " good fine well now then already just by at here there your my our their his her its have has"
    " been be will do got oh ah ahh hm hmm wow well hi hello dear friend friends".split()
)
_PHRASES = re.compile(
    r"\b(?:no (?:problem|worries)|you(?:'| a)?re welcome|(?:my )?pleasure|will do|same here|"
    r"me too|makes sense|sounds (?:good|great|fine)|looks (?:good|great|fine)|"
    r"good (?:point|idea|call|job)|"
    r"fair enough|well said|hear,? hear|got it|i see|that works|works for me|of course|"
    r"much obliged|welcome|per (?:nom|above|proposal|proposer))\b"
)
_PER = re.compile(r"\bper(?: [\w.'-]+){1,3}$")
_ZH_SAY = (
    "同意|赞同|贊同|赞成|贊成|认同|認同|支持|附议|附議|同上|谢谢|謝謝|感谢|感謝|多谢|多謝|鸣谢|鳴謝|"
    "致谢|致謝|谢过|謝過|谢|謝|好的|好|行|可以|没问题|沒問題|没有问题|沒有問題|没意见|沒意見|收到|"
    "了解|瞭解|明白|知道|知悉|已阅|已閱|已读|已讀|是的|是|对的|對的|对|對|嗯|恩|赞|讚|点赞|點讚|"
    "辛苦|加油|不客气|不客氣|不用谢|不用謝|欢迎|歡迎|确实|確實|的确|的確|正确|正確|不错|不錯"
)
_ZH_FILL = (
    "您|你|我|他|她|它|们|們|大家|各位|诸位|諸位|的|地|得|了|啦|啊|呀|吧|哦|噢|喔|呢|哈|也|都|亦|"
    "非常|十分|很|太|更|完全|强烈|強烈|绝对|絕對|坚决|堅決|楼上|樓上|楼主|樓主|以上|上面|上述|前面|"
    "回复|回覆|回應|回应|答复|答覆|回答|解答|解释|解釋|说明|說明|帮助|幫助|帮忙|幫忙|提醒|指正|告知|"
    "意见|意見|建议|建議|看法|观点|觀點|想法|提议|提議|提案|做法|说法|說法|理由|耐心|热心|熱心|及时|"
    "及時|这个|這個|那个|那個|这|這|那|此|该|該|样|樣|先生|女士|小姐|阁下|閣下|同学|同學|朋友|君|兄|"
    "再次|再|一下|一个|一個|就|先|已|与|與|和|跟|对于|對於|表示|深表|本人|个人|個人|工作|贡献|貢獻|"
    "编辑|編輯|用户|用戶|使用者|管理员|管理員"
)
_ZH = re.compile(rf"(?P<say>{_ZH_SAY})|(?:{_ZH_FILL})")
_TOKENS = re.compile(r"(?P<zh>[\u3400-\u9fff]+)|(?P<word>\+1|1\+|[^\W\d_](?:[\w'’-]*\w)?|\d+)")
_ASKS = re.compile(r"[?？]")
_TO_SOMEBODY = re.compile(
    r"(?:^|\s)@\s?[^\s,:;，：；]+|\{\{(?:ping|re|reply|回复|回覆)\|[^}]*\}\}", re.IGNORECASE
)


def only_agrees(text: str, names: Collection[str] = ()) -> bool:
    """Return True when a comment's words do nothing but agree, thank or acknowledge.

    ``names``: words that are names of people on the page, casefolded; they may be spoken to.
    """
    if not text.strip() or len(text) > _MOST_SIGNS or _ASKS.search(text):
        return False
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    if "👍" in plain or "🙏" in plain:
        plain += " ok"
    plain = _TO_SOMEBODY.sub(" ", plain)
    for name in names:
        if " " in name and name in plain:
            plain = plain.replace(name, " ")
    plain = _PHRASES.sub(" ok ", plain)
    plain = _PER.sub(" ", plain.rstrip(" .!。！~")) if _says_one(plain) else plain
    agrees, length = False, 0.0
    for token in _TOKENS.finditer(plain):
        if token["zh"]:
            said = _chinese(token["zh"], names)
            length += len(token["zh"]) / 1.5
        else:
            word = token["word"]
            said = word in _SAY or (None if word not in _FILL and word not in names else False)
            length += 1
        if said is None or length > MOST_WORDS:
            return False
        agrees |= said
    return agrees


def _says_one(plain: str) -> bool:
    return any(token["word"] in _SAY for token in _TOKENS.finditer(plain) if token["word"])


def _chinese(run: str, names: Collection[str]) -> bool | None:
    """Return whether a run of characters agrees; None when something else stands in it."""
    for name in names:
        if name in run:
            run = run.replace(name, "")
    agrees, at = False, 0
    while at < len(run):
        found = _ZH.match(run, at)
        if found is None:
            return None
        agrees |= found["say"] is not None
        at = found.end()
    return agrees


def assents(comments: Sequence[Comment]) -> frozenset[int]:
    """Return the indexes of the comments of a page that only agree, thank or acknowledge."""
    names: set[str] = set()
    for comment in comments:
        for name in filter(None, (comment.author, comment.display_name)):
            folded = name.casefold()
            names.update((folded, *(word for word in folded.split() if len(word) > 1)))
    return frozenset(one.index for one in comments if only_agrees(one.body.text, names))
