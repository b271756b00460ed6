"""How a shot is taken and acted: framing, angle, lens, light, place, pose and face."""
