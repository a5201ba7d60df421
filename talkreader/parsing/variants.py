"""Language converter rules: one heading, two scripts (``-{zh-hans:甲;zh-hant:乙}-``)."""

from __future__ import annotations

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
