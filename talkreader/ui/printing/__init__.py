"""Papers: a page, a search or notes as documents for a printer or a PDF."""

from talkreader.ui.printing.page import page_paper
from talkreader.ui.printing.pages import print_paper
from talkreader.ui.printing.passages import Passage, passages_paper

__all__ = ["Passage", "page_paper", "passages_paper", "print_paper"]
