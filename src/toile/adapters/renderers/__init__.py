"""Renderers: a ``Blocking`` becomes a picture and its maps. Bodies, clothes, scene and finish."""
