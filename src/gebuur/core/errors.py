"""Errors a person can understand."""


class RuleBroken(Exception):
    """A rule of the neighbourhood forbids this now.

    The message is a whole, translated sentence for the person who tried; the view shows it beside
    what was typed. Subclasses are named after the rule: `RequestClosed`, `AlreadyAnswered`.
    """


class NotForYou(Exception):
    """This thing does not exist, as far as this person may know; the view answers 404."""
