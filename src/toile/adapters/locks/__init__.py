"""The seam ``Locks``: unguessable tokens, and passwords sealed so that nobody reads them back."""
