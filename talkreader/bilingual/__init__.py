"""Languages of runs, script conversion, finding and aligning the translations a page holds."""
