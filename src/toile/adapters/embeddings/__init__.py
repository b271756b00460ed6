"""Texts into vectors of length one: the packaged small model, or any OpenAI-compatible service."""
