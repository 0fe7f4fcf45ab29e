"""How sure a number is: reading doubt and sampling doubt, kept apart.

*Reading*: did the program read these articles rightly (`reading` for shares, `counts` for counts,
both by what was counted on marked news, `validation`)? *Sampling*: would it hold for the outlet's
other articles (`sampling`, `permuting`)? `claims` says when a difference may be stated.
"""

from toolkit.compare.statistics.drawing import KINDS
from toolkit.compare.statistics.reading import count_interval, share_intervals

__all__ = ["KINDS", "count_interval", "share_intervals"]
