"""One file a screen: read the board, draw the parts, call one verb."""
