"""QR codes as one path of squares, for the screen and for paper."""

from dataclasses import dataclass

import qrcode
from qrcode.constants import ERROR_CORRECT_M

QUIET = 4


@dataclass(frozen=True)
class Square:
    """A QR code: how many modules wide with its quiet border, and the dark ones as an SVG path."""

    size: int
    path: str

    def svg(self) -> str:
        """A drawing that stands by itself, for paper."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.size} {self.size}">'
            f'<path d="{self.path}" fill="#000"/></svg>'
        )


def square(text: str) -> Square:
    """The QR code of an address; a sixth of it may be torn or stained."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    dark = (
        f"M{x} {y}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, is_dark in enumerate(row)
        if is_dark
    )
    return Square(len(rows), "".join(dark))
