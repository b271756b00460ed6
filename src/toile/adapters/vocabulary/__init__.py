"""The studio's words for channels and goods, read from data. Knows no rights."""
