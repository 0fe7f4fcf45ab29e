"""What the event's file does not list yet, proposed for a person to accept or reject.

An event is counted by the wordings that its file lists, and nobody thinks of all of them. So noun
phrases that no wording covers are gathered from all articles (`candidates`), put together by head
word, and laid beside each actor and concept: how near in meaning they are to what is listed
(`ranking`), and, for groups and bodies, whether they stand in the same place of nearly the same
sentence (`slots`). `labels` makes the table; what a person decided goes into the event's file and
is remembered (`accepting`). Actors too are proposed, from articles alone (`people`, `sides`).

Nothing here decides. Putting phrases together by what they refer to is most often wrong just for
groups and persons (B3 41 on NewsWCL50), so a program must ask.
"""

from toolkit.compare.suggesting.accepting import accept_labels, read_suggestions
from toolkit.compare.suggesting.labels import suggest_labels

__all__ = ["accept_labels", "read_suggestions", "suggest_labels"]
