"""Papers: a page, a search or notes as documents for a printer or a PDF."""

from talkreader.ui.printing.found import found_passages
from talkreader.ui.printing.notes import notes_paper
from talkreader.ui.printing.page import page_paper
from talkreader.ui.printing.pages import print_paper
from talkreader.ui.printing.passages import Passage, passages_paper
from talkreader.ui.printing.pdf import MARGINS, first_page, pdf, pdf_made

__all__ = [
    "MARGINS",
    "Passage",
    "first_page",
    "found_passages",
    "notes_paper",
    "page_paper",
    "passages_paper",
    "pdf",
    "pdf_made",
    "print_paper",
]
