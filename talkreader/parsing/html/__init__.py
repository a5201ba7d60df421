"""Saved pages to blocks: HTML, and the Markdown that is made of it."""
