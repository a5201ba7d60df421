"""The sentences that templates for unsigned comments leave in a page, in many languages."""

from __future__ import annotations

import re

# Ends where the name begins. What the templates of the large wikis say.
_BEFORE_NAME = re.compile(
    r"unsigned (?:comments?|edit|text|message|post) (?:(?:was )?(?:added|made|left|posted) )?"
    r"(?:by|from)"
    r"|déposée? par(?: l['’]\s?(?:IP|utilisateur|utilisatrice))?"
    r"|bijdrage werd geplaatst door|toegevoegd door"
    r"|(?:stammt|ist) von|(?:hinzugefügt|erstellt) von"
    r"|(?:sin firmar|sin firma)[^.]{0,30}? (?:por(?: la IP)?|es obra de)|non firmato[^.]{0,30}? da"
    r"|assinad[oa][^.]{0,40}? por"
    r"|(?:[Nn]iepodpisan[^.]{0,30}?|wpis) (?:użytkownika|użytkowniczki|przez|dodał[a]?)"
    r"|[Ээ]та реплика добавлена(?: с IP| участни\w+)?|[Нн]епідписан\w*[^.]{0,30}?"
    r"|osignerat inlägg av|(?:usignert|usigneret)[^.]{0,30}? (?:av|af)"
    r"|(?:hozzászólás|megjegyzés)[^.]{0,20}? szerzője"
    r"|未(?:簽名|签名|署名)[^。]{0,8}?(?:留言|意見|意见|评论|評論)?(?:是)?由"
    r"|署名の(?:無い|ない)コメントは、|서명을 하지 않은 사용자는|không ký tên này là của"
    r"|[Bb]u imzasız (?:yazı|mesaj|yorum)"
)
# Each alternative holds one of these.
_SIGNS = (
    "unsigned", "dépos", "geplaatst", "toegevoegd", " von", "sin firma", "non firmato", "assinad",
    "iepodpisan", "wpis ", "реплика", "епідписан", "osignerat", "usigne", "hozzászólás",
    "megjegyzés", "未", "署名", "서명", "không", "imzasız",
)  # fmt: skip
_NAME_END = re.compile(
    r"(?:さん)?\s*[(（\[]|\s*[,،]|さんが|[於于]|\s+(?:le|on|at|am|um|op|dnia)\s*$|$"
)


def unsigned_author(words: str) -> tuple[int, int] | None:
    """Return where the name stands in the words before a date; None without such a sentence.

    The range is empty when the copy lost the name.
    """
    if not any(sign in words for sign in _SIGNS):
        return None
    last = None
    for match in _BEFORE_NAME.finditer(words):
        last = match
    if last is None:
        return None
    start = last.end()
    while start < len(words) and words[start] in " \u00a0:：\u200e\u200f":
        start += 1
    end = _NAME_END.search(words, start)
    return start, end.start() if end else len(words)
