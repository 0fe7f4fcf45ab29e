"""Teach: a person answers the program, in lessons and where it was wrong.

This room only writes. What a person says becomes rows in a file beside the event, from where it
comes back with the event the next time that it is loaded; so everything to the left obeys.
"""
