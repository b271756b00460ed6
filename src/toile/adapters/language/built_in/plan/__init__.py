"""From a brief to a shot list: coverage and rhythm, every choice with its reason."""
