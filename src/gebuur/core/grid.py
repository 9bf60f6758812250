"""A grid over the neighbourhood, so that one index finds who lives near."""

REACHES = (500, 1_000, 2_000, 5_000)
"""How far people go, in metres, in steps; and the sides of the squares, so that only nine of them lie within reach."""


def square_of(x: int, y: int, side: int) -> tuple[int, int]:
    """The square in which a point lies: how many squares east and north of the origin."""
    return x // side, y // side
