"""One small discussion in many languages: every form of it holds the same people and minutes.

Dates and labels are MediaWiki's own for each language; people, sentences and headings are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from talkreader.domain.thread import ParsedPage
from tests.parsing.pages import html, plaintext, wikitext

MINUTES = [
    datetime(2023, 5, 4, 8, 15, tzinfo=UTC),
    datetime(2023, 5, 4, 9, 5, tzinfo=UTC),
    datetime(2023, 12, 14, 20, 5, tzinfo=UTC),
    datetime(2023, 12, 31, 23, 59, tzinfo=UTC),
    datetime(2024, 2, 29, 0, 0, tzinfo=UTC),
]
LEVELS = [1, 2, 3, 1, 2]
PARENTS = [None, 0, 1, None, 3]


@dataclass(frozen=True)
class Tongue:
    """A language: its words for user, user talk and talk, its edit link, people, words, dates."""

    language: str
    user: str
    user_talk: str
    talk: str
    edit: str
    people: tuple[str, str, str]
    headings: tuple[str, str]
    words: tuple[str, str, str, str, str]
    stamps: tuple[str, str, str, str, str]

    def authors(self) -> list[str]:
        """Return who speaks, in order."""
        one, two, three = self.people
        return [one, two, one, three, two]


TONGUES = [
    Tongue(
        "fa", "کاربر", "بحث کاربر", "بحث", "ویرایش", ("نگهبان", "دریا ۲", "Ada"),
        ("چراغ خاموش است", "روغن"),
        ("چراغ از دیشب خاموش است.", "فتیله سوخته است.", "فردا عوض می‌کنم.",
         "روغن کم است.", "بخریم."),
        ("\u200f۴ مهٔ ۲۰۲۳، ساعت ۰۸:۱۵ (UTC)", "\u200f۴ مهٔ ۲۰۲۳، ساعت ۰۹:۰۵ (UTC)",
         "\u200f۱۴ دسامبر ۲۰۲۳، ساعت ۲۰:۰۵ (UTC)", "\u200f۳۱ دسامبر ۲۰۲۳، ساعت ۲۳:۵۹ (UTC)",
         "\u200f۲۹ فوریهٔ ۲۰۲۴، ساعت ۰۰:۰۰ (UTC)"),
    ),
    Tongue(
        "ar", "مستخدم", "نقاش المستخدم", "نقاش", "عدل", ("حارس المنارة", "بحر", "Ada"),
        ("المصباح مطفأ", "الزيت"),
        ("المصباح مطفأ منذ أمس.", "الفتيل احترق.", "سأغيره غدا.", "الزيت قليل.", "لنشتر زيتا."),
        ("٠٨:١٥، ٤ مايو ٢٠٢٣ (ت ع م)", "09:05، 4 مايو 2023 (ت\u00a0ع\u00a0م)",
         "٢٠:٠٥، ١٤ ديسمبر ٢٠٢٣ (ت ع م)", "23:59، 31 ديسمبر 2023 (ت ع م)",
         "٠٠:٠٠، ٢٩ فبراير ٢٠٢٤ (ت ع م)"),
    ),
    Tongue(
        "ja", "利用者", "利用者・トーク", "トーク", "編集", ("灯台守", "Umi7", "港の人"),
        ("灯りが消えた", "油"),
        ("昨夜から灯りが消えています。", "芯が燃え尽きました。", "明日替えます。", "油が少ない。",
         "買いましょう。"),
        ("2023年5月4日 (木) 08:15 (UTC)", "2023年5月4日 (木) 09:05 (UTC)",
         "2023年12月14日 (木) 20:05 (UTC)", "2023年12月31日 (日) 23:59 (UTC)",
         "2024年2月29日 (木) 00:00 (UTC)"),
    ),
    Tongue(
        "ko", "사용자", "사용자토론", "토론", "편집", ("등대지기", "바다9", "Ada"),
        ("등불이 꺼졌습니다", "기름"),
        ("어젯밤부터 등불이 꺼져 있습니다.", "심지가 다 탔습니다.", "내일 바꾸겠습니다.",
         "기름이 부족합니다.", "삽시다."),
        ("2023년 5월 4일 (목) 08:15 (UTC)", "2023년 5월 4일 (목) 09:05 (UTC)",
         "2023년 12월 14일 (목) 20:05 (UTC)", "2023년 12월 31일 (일) 23:59 (UTC)",
         "2024년 2월 29일 (목) 00:00 (UTC)"),
    ),
    Tongue(
        "he", "משתמש", "שיחת משתמש", "שיחה", "עריכה", ("שומר המגדלור", "ים", "Ada"),
        ("הנורה כבתה", "שמן"),
        ("הנורה כבויה מאמש.", "הפתילה נשרפה.", "אחליף מחר.", "אין די שמן.", "נקנה."),
        ("08:15, 4 במאי 2023 (UTC)", "09:05, 4 במאי 2023 (UTC)", "20:05, 14 בדצמבר 2023 (UTC)",
         "23:59, 31 בדצמבר 2023 (UTC)", "00:00, 29 בפברואר 2024 (UTC)"),
    ),
    Tongue(
        "th", "ผู้ใช้", "คุยกับผู้ใช้", "คุย", "แก้ไข", ("คนเฝ้าประภาคาร", "Talay", "Ada"),
        ("ไฟดับ", "น้ำมัน"),
        ("ไฟดับตั้งแต่เมื่อคืน", "ไส้ไหม้หมดแล้ว", "พรุ่งนี้จะเปลี่ยน", "น้ำมันเหลือน้อย", "ซื้อกันเถอะ"),
        ("08:15, 4 พฤษภาคม 2566 (UTC)", "09:05, 4 พฤษภาคม 2566 (UTC)",
         "20:05, 14 ธันวาคม 2566 (UTC)", "23:59, 31 ธันวาคม 2566 (UTC)",
         "00:00, 29 กุมภาพันธ์ 2567 (UTC)"),
    ),
    Tongue(
        "de", "Benutzerin", "Benutzer Diskussion", "Diskussion", "Bearbeiten",
        ("Leuchtturmwärterin", "Möwe 3", "Ada"),
        ("Das Licht ist aus", "Öl"),
        ("Seit gestern ist das Licht aus.", "Der Docht ist verbrannt.", "Ich tausche ihn morgen.",
         "Das Öl wird knapp.", "Kaufen wir welches."),
        ("10:15, 4. Mai 2023 (MESZ)", "11:05, 4. Mai 2023 (CEST)", "21:05, 14. Dez. 2023 (MEZ)",
         "00:59, 1. Jan. 2024 (MEZ)", "01:00, 29. Feb. 2024 (CET)"),
    ),
    Tongue(
        "ru", "Участница", "Обсуждение участницы", "обсуждение", "Править",
        ("Смотрительница", "Чайка", "Ada"),
        ("Лампа погасла", "Масло"),
        ("Лампа не горит со вчера.", "Фитиль сгорел.", "Завтра заменю.", "Масла мало.", "Купим."),
        ("08:15, 4 мая 2023 (UTC)", "09:05, 4 мая 2023 (UTC)", "20:05, 14 декабря 2023 (UTC)",
         "23:59, 31 декабря 2023 (UTC)", "00:00, 29 февраля 2024 (UTC)"),
    ),
    Tongue(
        "vi", "Thành viên", "Thảo luận Thành viên", "thảo luận", "Sửa đổi",
        ("Người gác đèn", "Biển", "Ada"),
        ("Đèn tắt", "Dầu"),
        ("Đèn tắt từ tối qua.", "Bấc đã cháy hết.", "Mai tôi thay.", "Dầu còn ít.", "Mua thôi."),
        ("08:15, ngày 4 tháng 5 năm 2023 (UTC)", "09:05, ngày 4 tháng 5 năm 2023 (UTC)",
         "20:05, ngày 14 tháng 12 năm 2023 (UTC)", "23:59, ngày 31 tháng 12 năm 2023 (UTC)",
         "00:00, ngày 29 tháng 2 năm 2024 (UTC)"),
    ),
    Tongue(
        "hi", "सदस्य", "सदस्य वार्ता", "वार्ता", "सम्पादित करें", ("दीपक", "सागर", "Ada"),
        ("दीया बुझ गया", "तेल"),
        ("कल रात से दीया बुझा है।", "बाती जल गई।", "कल बदल दूँगा।", "तेल कम है।", "ख़रीद लें।"),
        ("०८:१५, ४ मई २०२३ (UTC)", "०९:०५, ४ मई २०२३ (UTC)", "२०:०५, १४ दिसम्बर २०२३ (UTC)",
         "२३:५९, ३१ दिसम्बर २०२३ (UTC)", "००:००, २९ फ़रवरी २०२४ (UTC)"),
    ),
    Tongue(
        "bn", "ব্যবহারকারী", "ব্যবহারকারী আলাপ", "আলাপ", "সম্পাদনা", ("বাতিঘর", "সাগর", "Ada"),
        ("বাতি নিভে গেছে", "তেল"),
        ("কাল রাত থেকে বাতি নেভা।", "সলতে পুড়ে গেছে।", "কাল বদলাব।", "তেল কম।", "কিনে ফেলি।"),
        ("০৮:১৫, ৪ মে ২০২৩ (ইউটিসি)", "০৯:০৫, ৪ মে ২০২৩ (ইউটিসি)",
         "২০:০৫, ১৪ ডিসেম্বর ২০২৩ (ইউটিসি)", "২৩:৫৯, ৩১ ডিসেম্বর ২০২৩ (ইউটিসি)",
         "০০:০০, ২৯ ফেব্রুয়ারি ২০২৪ (ইউটিসি)"),
    ),
    Tongue(
        "hu", "Szerkesztő", "Szerkesztővita", "vita", "Szerkesztés", ("Toronyőr", "Tenger", "Ada"),
        ("Kialudt a lámpa", "Olaj"),
        ("Tegnap óta nem ég a lámpa.", "Elégett a kanóc.", "Holnap kicserélem.", "Kevés az olaj.",
         "Vegyünk."),
        ("2023. május 4., 10:15 (CEST)", "2023. május 4., 09:05 (UTC)",
         "2023. december 14., 21:05 (CET)", "2024. január 1., 00:59 (CET)",
         "2024. február 29., 01:00 (CET)"),
    ),
]  # fmt: skip


def as_wikitext(tongue: Tongue) -> str:
    lines = [f"== {tongue.headings[0]} =="]
    rows = zip(tongue.authors(), tongue.words, tongue.stamps, LEVELS, strict=True)
    for place, (name, words, stamp, level) in enumerate(rows):
        if place == 3:
            lines.append(f"== {tongue.headings[1]} ==")
        link = f"[[{tongue.user}:{name}|{name}]] ([[{tongue.user_talk}:{name}|{tongue.talk}]])"
        lines.append(f"{':' * (level - 1)}{words} {link} {stamp}")
    return "\n".join(lines)


def as_html(tongue: Tongue) -> str:
    parts = [f'<h2><span class="mw-headline">{tongue.headings[0]}</span></h2>']
    rows = zip(tongue.authors(), tongue.words, tongue.stamps, LEVELS, strict=True)
    for place, (name, words, stamp, level) in enumerate(rows):
        if place == 3:
            parts.append(f'<div class="mw-heading"><h2 id="x">{tongue.headings[1]}</h2></div>')
        said = (
            f'{words} <a href="/wiki/{tongue.user}:{name}">{name}</a> '
            f'(<a href="/w/index.php?title={tongue.user_talk}:{name}&action=edit&redlink=1">'
            f"{tongue.talk}</a>) {stamp.replace(chr(0xA0), '&#160;')}"
        )
        inner = f"<p>{said}</p>" if level == 1 else f"<dl><dd>{said}</dd></dl>"
        parts.append(f"<dl><dd>{inner}</dd></dl>" if level == 3 else inner)
    return "".join(parts)


def as_copy(tongue: Tongue, step: int, edit: str) -> str:
    lines = [f"{tongue.headings[0]}{edit}", ""]
    rows = zip(tongue.authors(), tongue.words, tongue.stamps, LEVELS, strict=True)
    for place, (name, words, stamp, level) in enumerate(rows):
        if place == 3:
            lines += ["", f"{tongue.headings[1]}{edit}", ""]
        elif level == 2:
            lines.append("")
        lines.append(f"{' ' * step * (level - 1)}{words} {name} ({tongue.talk}) {stamp}")
    return "\n".join(lines)


def facts(page: ParsedPage) -> list[object]:
    return [(c.author, c.timestamp, page.sections[c.section].heading) for c in page.comments]


def truth(tongue: Tongue) -> list[object]:
    headings = [tongue.headings[place > 2] for place in range(5)]
    return list(zip(tongue.authors(), MINUTES, headings, strict=True))


def _name(tongue: Tongue) -> str:
    return tongue.language


@pytest.mark.parametrize("claimed", ["own", "en"])
@pytest.mark.parametrize("tongue", TONGUES, ids=_name)
def test_wikitext_and_html_of_a_language_hold_the_same_discussion(
    tongue: Tongue, claimed: str
) -> None:
    language = tongue.language if claimed == "own" else claimed

    for page in (wikitext(as_wikitext(tongue), language), html(as_html(tongue), language)):
        assert facts(page) == truth(tongue)
        assert [comment.level for comment in page.comments] == LEVELS
        assert [comment.parent for comment in page.comments] == PARENTS
        assert [comment.body.text for comment in page.comments] == list(tongue.words)
        assert page.prose == ()


@pytest.mark.parametrize("mark", ["{edit}", "[{edit}]"])
@pytest.mark.parametrize("tongue", TONGUES, ids=_name)
def test_a_flat_copy_of_a_language_holds_the_same_people_and_minutes(
    tongue: Tongue, mark: str
) -> None:
    edit = mark.format(edit=tongue.edit)

    page = plaintext(as_copy(tongue, 0, edit), tongue.language)

    assert facts(page) == truth(tongue)
    assert [comment.parent for comment in page.comments] == PARENTS
    assert [comment.body.text for comment in page.comments] == list(tongue.words)


@pytest.mark.parametrize("tongue", TONGUES, ids=_name)
def test_a_copy_that_keeps_its_indentation_holds_the_levels_too(tongue: Tongue) -> None:
    page = plaintext(as_copy(tongue, 4, f"[{tongue.edit}]"), tongue.language)

    assert facts(page) == truth(tongue)
    assert [comment.level for comment in page.comments] == LEVELS
    assert [comment.parent for comment in page.comments] == PARENTS
