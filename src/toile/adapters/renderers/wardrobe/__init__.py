"""Wardrobe: garments cut from the body's clothing base, hung, layered, and covered in cloth."""
