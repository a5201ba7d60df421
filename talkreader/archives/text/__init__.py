"""Bytes to text: which encoding, what stands before a text, and whether it breaks off."""
