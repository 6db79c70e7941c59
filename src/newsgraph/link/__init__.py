"""Mentions and entities -> events and relations."""

from newsgraph.link.linker import link_events

__all__ = ["link_events"]
