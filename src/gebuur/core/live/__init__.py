"""Telling open pages at once that something changed: events are hints, the database is the truth.

A page opens ``stream_address(topic)`` and hears every text that `publish` gives to that topic. The stream is a
small ASGI application beside Django (`stream.serve`): it holds no database connection and no thread.
"""

from gebuur.core.live.bus import bus, publish
from gebuur.core.live.stream import PREFIX, Receive, Scope, Send, serve, stream_address

__all__ = ["PREFIX", "Receive", "Scope", "Send", "bus", "publish", "serve", "stream_address"]
