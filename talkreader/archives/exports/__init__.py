"""XML exports and dumps, of one page or of a whole wiki."""
