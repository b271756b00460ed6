"""The products: nouns, style names, lists and tables, each with its colours."""
