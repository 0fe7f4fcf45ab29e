"""Versions: how each report of an utterance stands to the fullest one, word by word."""
