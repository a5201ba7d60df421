"""A page as a QTextDocument: building, folding, marking, guides."""
