"""The index of words: how it is laid out, written, and asked."""
