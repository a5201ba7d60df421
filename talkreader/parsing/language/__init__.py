"""What MediaWiki knows of a language, and what scripts are made of: namespaces, names, letters."""
