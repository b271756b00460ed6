"""Scene: camera, lamps, sets and props around the dressed bodies."""
