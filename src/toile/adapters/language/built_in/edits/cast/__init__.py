"""Who is in the picture: who comes, goes, takes over or might."""
