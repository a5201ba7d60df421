"""The dates of signatures, in any language that MediaWiki speaks."""
