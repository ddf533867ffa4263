"""AwesomeList > Section > Entry > Field, and the facts that fields stand for: data only."""

from .dates import Date, DateForm
from .model import AuthorsField, AwesomeList, Badge, DateField, Entry, Field, Link, Section, VenueField
from .papers import PaperId
from .people import Authors, Person
from .venues import Venue, VenueTable

__all__ = [
    "Authors",
    "AuthorsField",
    "AwesomeList",
    "Badge",
    "Date",
    "DateField",
    "DateForm",
    "Entry",
    "Field",
    "Link",
    "PaperId",
    "Person",
    "Section",
    "Venue",
    "VenueField",
    "VenueTable",
]
