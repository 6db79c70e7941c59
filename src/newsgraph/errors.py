"""What can go wrong, as one small tree of exceptions.

Every message says what failed, where, the value met, what is allowed and what to do.
"""


class NewsgraphError(Exception):
    """Base of every error that newsgraph raises on purpose."""


class InputError(NewsgraphError):
    """A file, folder or record cannot be read as a newspaper."""


class ConfigError(NewsgraphError):
    """A setting is unknown, malformed or contradicts another."""


class AlignmentError(NewsgraphError):
    """A span does not lie in its text, or does not hold what it is said to hold."""


class MissingModelError(NewsgraphError):
    """A tagger's model or its package is absent, corrupt or of another version."""


class ExportError(NewsgraphError):
    """Records cannot be written in the format asked for."""


class UnknownNameError(NewsgraphError, LookupError):
    """A name stands for nothing in the graph."""
