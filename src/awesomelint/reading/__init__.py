"""Nodes -> AwesomeList: the stages of reading, from blocks to entries with their fields at their places."""

from .read import read

__all__ = ["read"]
