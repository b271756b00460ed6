"""The list itself: new, copied, divided, deleted, sorted and locked shots."""
