"""The seam of a checkup: what a machine says about folders, files, secrets and programs."""
