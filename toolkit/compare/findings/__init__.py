"""Findings: what a reader who laid all articles side by side would want to have pointed out.

The same words under two names, two statements run into one, a statement whole in one outlet only,
a voice that most outlets have and one has not. Each is a row with the ids of the quotes that show
it and how sure the program is; none says why, and none says that an outlet did wrong.
"""
