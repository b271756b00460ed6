"""Signed credentials in and beside a picture, and the keys that sign them."""
