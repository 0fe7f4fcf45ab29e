"""Shared copy: text that two outlets print alike, because both bought it or one copied it.

Two reporters who write for themselves hardly ever put a dozen words in the same row, unless they
quote the same person. So the words of each article that are its story (`body`, without
`furniture`) are looked through for rows that others have too (`pairing`), which become runs that
small edits do not break (`runs`). Then they are sorted by whose words they are (`kinds`):
somebody's that both quote, or the outlets' own, behind which one text must lie. Where it came from
is said if a credit says so (`credits`, `origins`). Counting such outlets twice would make one voice
sound like two (`once`).
"""

from toolkit.compare.sharing.credits import find_credits
from toolkit.compare.sharing.runs import SharedRun, find_shared_runs
from toolkit.compare.sharing.table import tabulate_sharing

__all__ = ["SharedRun", "find_credits", "find_shared_runs", "tabulate_sharing"]
