"""Who and what is named where: mentions of the event's actors and concepts, as printed.

The event's file says who matters; this folder expands what it says. A person is also found by the
surname, by a title with the surname ("Mayor Ellery", "Ms Ruiz"), by a title of her own with an
article ("the mayor", "la alcaldesa") and, once she was named, by her first name; a body by its
aliases and by an acronym that an article prints after its name; a group and a concept by other
forms of their terms. The longest wording wins. A surname that two actors share goes to whoever of
them fits the honorific, else was last in the story. Namesakes, streets, families, other people's
titles, datelines and bylines are no mentions, nor is what stands under `not:`.

The label is the noun phrase in the article, so that `text[start:end]` is what the outlet chose.
"""

from toolkit.extract.naming.actors import Named, find_actor
from toolkit.extract.naming.folding import fold
from toolkit.extract.naming.mentions import find_mentions

__all__ = ["Named", "find_actor", "find_mentions", "fold"]
