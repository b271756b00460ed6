"""A released board as a file: storyboard, slides, shot list, pictures. Knows no rights: what it is
given may leave."""
