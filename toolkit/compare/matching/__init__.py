"""Matching: which quotes of different articles report the same utterance, and how likely.

`speakers` says whether two quotes can be of one mouth, `similarity` how alike their words are and
what that is worth, `linking` makes groups of pairs, and `translation` ties groups of different
languages to one another.
"""
