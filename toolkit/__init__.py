"""sidelight: compare how news outlets cover one event."""
from toolkit.gather.event import load_event
