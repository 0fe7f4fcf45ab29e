"""Compare: from one article's quotes and mentions to what the outlets of an event did with them.

Alignment says which quotes report the same utterance, sharing which articles hold the same copy,
particulars which names, numbers and dates each outlet gives; measures turn all that into tidy
frames whose every number names its evidence. Nothing here draws, and nothing here reads a page.
"""
