"""A whole HTML page of escaped text: no script, and nothing is loaded from anywhere."""

from __future__ import annotations

from html import escape

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1em/1.6 system-ui, "Noto Sans CJK SC", sans-serif; max-width: 46em; margin: 2em auto;
  padding: 0 1em; }
.by, .where { opacity: .75; font-size: .9em; margin: 0; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: .2em 0 0; }
.remark { overflow-wrap: anywhere; } .remark > * { margin: .4em 0; }
.remark th, .remark td { padding: 0 .8em 0 0; text-align: start; }
article { margin: 0 0 1em calc(min(var(--depth, 0), 12) * 1.5em);
  border-inline-start: 3px solid #8888; padding-inline-start: .8em; }
blockquote { margin: .5em 0; padding: .2em .8em; border-inline-start: 4px solid #8888;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.two { width: 100%; border-collapse: collapse; table-layout: fixed; }
.two td { vertical-align: top; padding: .15em 1em .15em 0; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.yellow { border-color: #e8c500; } .green { border-color: #3a9d3a; }
.blue { border-color: #3a78d8; }
.pink { border-color: #d85a9c; } .orange { border-color: #e07b1a; }
"""


def html_page(title: str, body: str, language: str) -> str:
    """Return the page; ``body`` is HTML made by `element`, ``title`` and ``language`` are text."""
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def element(tag: str, content: str, **attributes: str) -> str:
    """Return an element around a text, which is escaped; ``class_`` stands for ``class``."""
    return wrapped(tag, escape(_visible(content)), **attributes)


def wrapped(tag: str, inner: str, **attributes: str) -> str:
    """Return an element around HTML that `element` or `wrapped` made."""
    listed = "".join(
        f' {name.rstrip("_")}="{escape(value)}"' for name, value in attributes.items() if value
    )
    return f"<{tag}{listed}>{inner}</{tag}>"


def _visible(text: str) -> str:
    """Return the text without control characters, which HTML does not allow."""
    return "".join(each for each in text if each in "\n\t" or each >= " ")
