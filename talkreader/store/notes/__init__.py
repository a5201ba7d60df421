"""What a person made and nobody can make again: notes, codes, corrections, translations."""
