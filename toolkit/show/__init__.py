"""Show: frames become figures, views of articles, and one self-contained report.

This room counts nothing. What it is handed (the tables of `toolkit.tables`) it draws, and every
number that it prints leads back to the sentences that the number was counted from. Colours,
markers and hatches come from `palette`; the phrases of doubt and of absence from `phrases`.
"""
