"""What a task of the catalogue is made of."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from gebuur.domain.frames.text import Text


class Light(StrEnum):
    """Who may do it: a neighbour; a neighbour if a professional agrees; never a neighbour."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing people ask for.

    Attributes
    ----------
    key : str
        Never changes; rows refer to it.
    light : Light
        Who may do it.
    icon : str
        Name in the lucide set.
    names : Text
        Two to four words for a tile.
    phone_only : bool
        Done by phone: distance does not matter.
    minutes : int
        What one time usually takes; 0 for red.
    max_minutes : int or None
        Amber: the longest one time may take unless the professional says otherwise.
    limit : Text or None
        Amber: the condition the professional checks before she agrees.
    skills : tuple of str
        What the helper must be able to do; empty for nearly all.
    do, dont : tuple of Text
        For the boundary card: what the helper does, what she leaves.
    questions : tuple of Text
        What to ask the seeker, on the phone and on the form.
    refusal : Text or None
        Red: why no neighbour does this and who does.
    refer_to : tuple of str
        Keys of helplines to show with it.
    source : str
        Where the light comes from.
    checked, check_by : date
        When somebody last looked, and when somebody must look again.
    """

    key: str
    light: Light
    icon: str
    names: Text
    phone_only: bool = False
    minutes: int = 60
    max_minutes: int | None = None
    limit: Text | None = None
    skills: tuple[str, ...] = ()
    do: tuple[Text, ...] = ()
    dont: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = ()
    refusal: Text | None = None
    refer_to: tuple[str, ...] = ()
    source: str
    checked: dt.date
    check_by: dt.date
