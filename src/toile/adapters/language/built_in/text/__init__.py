"""A text before it means anything: its tokens, known spans, segments, phrases and numbers."""
