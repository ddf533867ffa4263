"""Read a paper list as data, say what is wrong with it, write it back in its own form."""

__version__ = "0.1.0"
