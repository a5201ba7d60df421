"""Texts, times and nouns as the columns of a row have them; no file is needed."""
