"""Searches: a query, the rows that it finds, and all that is counted of them."""
