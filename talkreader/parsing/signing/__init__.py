"""Who signed: the signatures of a block, with links and without."""
