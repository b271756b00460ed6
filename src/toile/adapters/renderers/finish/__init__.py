"""Finish: from linear light to the picture that a director sees."""
