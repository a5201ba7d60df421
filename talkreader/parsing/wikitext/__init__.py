"""Wikitext to blocks."""
