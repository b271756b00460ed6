"""Where it is made and how it looks: places, light, mood, palette, hair, must and must not."""
