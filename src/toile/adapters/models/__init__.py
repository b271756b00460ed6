"""Models: the list of image models with their licences, and the folder their weights lie in.

Belongs here: what may be loaded, whether files are sound and unchanged, twins' own weights at
rest. Does not: loading or running a model.
"""
