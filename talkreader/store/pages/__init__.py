"""The archive, which can be made again: pages in, pages out, what became of them."""
