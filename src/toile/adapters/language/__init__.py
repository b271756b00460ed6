"""The language seam: words in, typed values out."""
