"""Write the sample archives in seeds/, and what is true of them, from seed_discussion.toml.

    .venv/bin/python packaging/make_seeds.py

One discussion goes out in the five forms that people hold. The wikitext is made from the
description; the page that a wiki would show is made from the wikitext; the copied text is made
from that page. So the forms cannot drift apart.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import seed_forms
import seed_markup

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
NAME = "lighthouse-fund"
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Said:
    """One comment of the description."""

    by: str
    at: datetime
    text: str
    depth: int = 1
    sign: str = "en"
    shown: str = ""
    marks: str = ""
    outdent: bool = False

    @property
    def paragraphs(self) -> list[str]:
        """The body's wikitext, line by line."""
        return self.text.strip().splitlines()


def comment_from(entry: dict[str, Any]) -> Said:
    """A comment of the description, checked."""
    depth = entry.get("depth", 1)
    marks = entry.get("list", ":" * (depth - 1))
    if len(marks) != depth - 1:
        raise ValueError(f"{marks!r} is not {depth - 1} list marks")
    return Said(
        by=entry["by"],
        at=datetime.strptime(entry["at"], "%Y-%m-%d %H:%M").replace(tzinfo=UTC),
        text=entry["text"],
        depth=depth,
        sign=entry.get("sign", "en"),
        shown=entry.get("as", ""),
        marks=marks,
        outdent=entry.get("outdent", False),
    )


def english(moment: datetime) -> str:
    """The moment as an English wiki signs it."""
    return f"{moment:%H:%M}, {moment.day} {moment:%B %Y} (UTC)"


def chinese(moment: datetime) -> str:
    """The moment as a Chinese wiki signs it."""
    weekday = WEEKDAYS[moment.weekday()]
    return f"{moment.year}年{moment.month}月{moment.day}日 ({weekday}) {moment:%H:%M} (UTC)"


def signature(said: Said) -> str:
    """The wikitext that signs the comment."""
    if said.sign == "unsigned":
        return "{{unsigned|" + said.by + "|" + english(said.at) + "}}"
    if said.sign == "zh":
        return f"[[User:{said.by}|{said.by}]]（[[User talk:{said.by}|留言]]） {chinese(said.at)}"
    page = "Special:Contributions/" if said.sign == "ip" else "User:"
    shown = said.shown or said.by
    return f"[[{page}{said.by}|{shown}]] ([[User talk:{said.by}|talk]]) {english(said.at)}"


def comment_wikitext(said: Said) -> str:
    """The comment's lines as they stand on the page."""
    lines = [*said.paragraphs]
    lines[-1] += " " + signature(said)
    if said.outdent:
        lines[0] = "{{outdent}} " + lines[0]
    separator = "\n" if said.depth > 1 else "\n\n"
    return separator.join(said.marks + line for line in lines).replace("\n\n* ", "\n* ")


def page_wikitext(page: dict[str, Any]) -> str:
    """The whole page."""
    parts = ["\n\n".join(page["lead"].strip().splitlines())]
    for section in page["section"]:
        bar = "=" * section["level"]
        parts.append(f"{bar} {section['heading']} {bar}")
        block = ""
        for said in map(comment_from, section["comment"]):
            gap = ("\n" if said.depth > 1 else "\n\n") if block else ""
            block += gap + comment_wikitext(said)
        parts.append(block)
    return "\n\n".join(parts) + "\n"


def truth(page: dict[str, Any]) -> dict[str, Any]:
    """What every form must be understood as."""
    sections = [{"heading": None, "level": 0}]
    comments: list[dict[str, Any]] = []
    for number, section in enumerate(page["section"], start=1):
        sections.append({"heading": section["heading"], "level": section["level"]})
        above: list[tuple[int, int]] = []
        for said in map(comment_from, section["comment"]):
            above = [(depth, index) for depth, index in above if depth < said.depth]
            comments.append(
                {
                    "section": number,
                    "author": said.by,
                    "shown": said.shown or said.by,
                    "timestamp": f"{said.at:%Y-%m-%dT%H:%MZ}",
                    "level": said.depth,
                    "parent": above[-1][1] if above else None,
                    "outdent": said.outdent,
                    "words_of_template": seed_markup.UNSIGNED if said.sign == "unsigned" else "",
                    "text": "\n".join(map(seed_markup.plain, said.paragraphs)),
                }
            )
            above.append((said.depth, len(comments) - 1))
    return {"title": page["title"], "sections": sections, "comments": comments}


def outputs() -> dict[Path, str]:
    """Every file that this script writes, with its contents."""
    page = tomllib.loads(Path(__file__).with_name("seed_discussion.toml").read_text("utf-8"))
    title, source = page["title"], page_wikitext(page)
    content = seed_markup.page_html(source)
    forms = {
        "wiki": source,
        "html": seed_forms.saved_page(title, content),
        "txt": seed_forms.copied_text(title, content),
        "xml": seed_forms.xml_export(title, source),
        "json": seed_forms.api_answer(title, source),
    }
    files = {SEEDS / f"{NAME}.{ending}": text for ending, text in forms.items()}
    expected = json.dumps(truth(page), ensure_ascii=False, indent=1) + "\n"
    return {**files, ROOT / "tests" / "seeds_expected.json": expected}


def main() -> None:
    """Write them."""
    for path, text in outputs().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
