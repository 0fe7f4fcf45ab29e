"""The first room: from addresses, saved pages and pasted text to articles in an event's folder.

An outlet is a block of ``outlets.yaml``; an event is a folder with an ``event.yaml``. The pages
named there are downloaded (`download`), read (`reading`), and kept (`archive`), one article at a
time, so that a run that is killed goes on where it stopped. What could not be had is kept too, as
a row with its reason: a failed page must never look like an outlet's silence.
"""
