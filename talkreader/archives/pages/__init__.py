"""Files that are one page: HTML, wikitext, a text copy, Markdown."""
