"""How sure a number is: reading doubt and sampling doubt, kept apart.

*Reading*: did the program read these articles rightly (`reading`)? *Sampling*: would it hold for
the outlet's other articles?
"""

from toolkit.compare.statistics.reading import count_interval, share_intervals

__all__ = ["count_interval", "share_intervals"]
