"""Corrections below a brief: each changes what it names, wins over what stands above, no more."""
