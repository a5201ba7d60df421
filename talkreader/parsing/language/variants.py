"""Language converter rules: one heading, two scripts (``-{zh-hans:甲;zh-hant:乙}-``)."""

from __future__ import annotations

import json
import re


def choose_variant(rules: str, variant: str) -> str:
    """Return what a rule ``zh-hans:A;zh-hant:B`` shows in a variant; other text stays."""
    choices: dict[str, str] = {}
    for rule in rules.split(";"):
        code, colon, value = rule.partition(":")
        if colon and re.fullmatch(r"[a-z]{2,3}(?:-[a-z]+)?", code.strip()):
            choices[code.strip()] = value.strip()
    if not choices:
        return rules
    order = [
        variant,
        *_NEAR.get(variant, ()),
        "zh",
        "zh-hans",
        "zh-cn",
        "zh-hant",
        "zh-tw",
        "zh-hk",
    ]
    return next((choices[code] for code in order if code in choices), next(iter(choices.values())))


_NEAR = {
    "zh-hans": ("zh-cn", "zh-sg", "zh-my"), "zh-cn": ("zh-hans", "zh-sg"),
    "zh": ("zh-hans", "zh-cn"),
    "zh-hant": ("zh-tw", "zh-hk", "zh-mo"), "zh-tw": ("zh-hant", "zh-hk"),
    "zh-hk": ("zh-hant", "zh-tw"),
}  # fmt: skip


def choose_parsoid(rule: str, variant: str) -> str:
    """Return what a rule in Parsoid's ``data-mw-variant`` shows in a variant; "" for a bad rule.

    Parsoid leaves the element empty; its attribute holds ``twoway`` choices (language, text), or a
    ``disabled`` text that is not converted. Flags that only define a rule show nothing.
    """
    try:
        data = json.loads(rule)
    except ValueError:
        return ""
    if not isinstance(data, dict) or (data.get("add") is True and data.get("show") is not True):
        return ""
    text = ""
    disabled = data.get("disabled") or data.get("filter")
    if isinstance(disabled, dict):
        text = str(disabled.get("t", ""))
    elif isinstance(data.get("twoway"), list):
        pairs = [item for item in data["twoway"] if isinstance(item, dict)]
        rules = ";".join(f"{item.get('l', '')}:{item.get('t', '')}" for item in pairs)
        text = choose_variant(rules, variant)
    return re.sub(r"<[^>]*>", "", text)
