"""The second room: from one article to records of who is quoted, how, and under what name.

`quotation` finds quotes, `attribution` and `cues` tie them to their source, `resolution` follows
the source to a name, `naming` finds the event's actors and concepts, `framing` the words that set
a telling apart, and `tabulation` makes the tables of an event out of all of it.
"""
