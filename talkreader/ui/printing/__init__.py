"""Papers: a page, a search or notes as documents for a printer or a PDF."""

from talkreader.ui.printing.notes import notes_paper
from talkreader.ui.printing.page import page_paper
from talkreader.ui.printing.pages import print_paper
from talkreader.ui.printing.passages import Passage, passages_paper
from talkreader.ui.printing.pdf import MARGINS, first_page, pdf

__all__ = [
    "MARGINS",
    "Passage",
    "first_page",
    "notes_paper",
    "page_paper",
    "passages_paper",
    "pdf",
    "print_paper",
]
