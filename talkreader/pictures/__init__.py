"""What a discussion looks like from afar: four pictures, each with the table behind it. No Qt."""

from talkreader.pictures.activity import activity
from talkreader.pictures.network import network
from talkreader.pictures.people import people_by_place
from talkreader.pictures.picture import Cell, Picture, PictureKind, to_csv
from talkreader.pictures.threads import threads

__all__ = [
    "Cell",
    "Picture",
    "PictureKind",
    "activity",
    "network",
    "people_by_place",
    "threads",
    "to_csv",
]
