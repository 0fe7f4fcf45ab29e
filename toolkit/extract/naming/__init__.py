"""Who and what is named where: mentions of the event's actors and concepts, as printed.

The event's file says who matters; this module expands what it says. A person is also found by the
surname, by a title with the surname ("Mayor Ellery", "Ms Ruiz"), and by a title of her own with an
article ("the mayor", "la alcaldesa"); a body by its aliases; a concept by its terms and their
plurals. The longest wording wins. A surname that two actors share goes to whoever of them fits the
honorific, else was named last. What stands under `not:` is never a mention.

The label is the wording in the article, so that `text[start:end]` is what the outlet chose.
"""

from toolkit.extract.naming.actors import Named, find_actor
from toolkit.extract.naming.folding import fold
from toolkit.extract.naming.mentions import find_mentions

__all__ = ["Named", "find_actor", "find_mentions", "fold"]
