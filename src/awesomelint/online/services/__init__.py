"""The services, each a file: what it is asked, and how its answers are read.

Every file has two pure functions, from keys to a request and from an answer to values, and a `SERVICE` that holds them together with host and pace. The facts about
each (limits, traps, what is reliable) stand beside it with their source.
"""
