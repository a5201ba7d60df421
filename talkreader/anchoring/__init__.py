"""A note's place in a text, and finding it again after the text changed."""
