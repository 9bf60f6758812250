"""A grid over the neighbourhood, so that one index finds who lives near."""

SIDE = 500
HALF = 10_000
WIDTH = 2 * HALF + 1


def cell_of(x: float, y: float) -> int:
    """The number of the square of 500 metres in which a point lies."""
    return cell_at(int(x // SIDE), int(y // SIDE))


def cell_at(column: int, row: int) -> int:
    """The number of a square; squares beyond 5,000 km from the origin fall together at the edge."""
    return (max(-HALF, min(HALF, column)) + HALF) * WIDTH + max(-HALF, min(HALF, row)) + HALF


def cells_around(x: float, y: float, radius: float) -> list[int]:
    """Every square that a circle touches."""
    columns = range(int((x - radius) // SIDE), int((x + radius) // SIDE) + 1)
    rows = range(int((y - radius) // SIDE), int((y + radius) // SIDE) + 1)
    return [cell_at(column, row) for column in columns for row in rows]


REACHES = (500, 1_000, 2_000, 5_000)


def reach_of(radius: int) -> int:
    """The smallest of REACHES that holds this radius; beyond the last one the last one."""
    return next((reach for reach in REACHES if radius <= reach), REACHES[-1])
