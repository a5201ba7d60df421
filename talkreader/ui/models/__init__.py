"""Qt models over immutable nouns."""
