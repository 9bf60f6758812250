"""The figures we have read, each with its source. A year or quarter that is not here is not known.

Nobody guesses an index: 2021 and 2022, most kilometre rates, and every later year are entered on screen by
somebody who read them. All amounts are in cents.
"""

import datetime as dt

from gebuur.domain.allowances.model import Ceiling, Figures, Mode, Rate

CHECKED = dt.date(2026, 11, 3)
CHECK_BY = dt.date(2027, 1, 5)

_2026 = "Securex, Volontariat: les montants pour 2026 sont connus"
_2025 = "UVCW, 2025, actus art-9304"
_2024 = "Vlaanderen Vrijwilligt, kostenvergoedingen 2024; raised: Twizzit, 2024"
_2023 = "Stad Genk, kostenvergoedingen 2023"
_2020 = "Vlaanderen Vrijwilligt, kostenvergoeding 2020"
_2018 = "Vlaanderen.be, onkostenvergoeding voor vrijwilligerswerk 2018"
_2017 = "Fesefa, défraiement forfaitaire 2017"


def _ceiling(
    year: int, day: int, yearly: int, raised: int | None, source: str, *, sure: bool = True
) -> Ceiling:
    return Ceiling(
        year=year,
        day=day,
        yearly=yearly,
        raised=raised,
        raised_is_sure=sure,
        source=source,
        checked=CHECKED,
        check_by=CHECK_BY,
    )


def _rate(
    mode: Mode, since: tuple[int, int, int], until: tuple[int, int, int], per_km: int, source: str
) -> Rate:
    return Rate(
        mode=mode,
        since=dt.date(*since),
        until=dt.date(*until),
        per_km=per_km,
        source=source,
        checked=CHECKED,
        check_by=CHECK_BY,
    )


CEILINGS = (
    _ceiling(2026, 44_02, 1_760_83, 3_233_91, _2026),
    # The raised figure of 2025 is what the field says; we have not read it in a source.
    _ceiling(2025, 42_31, 1_692_51, 3_108_44, _2025, sure=False),
    _ceiling(2024, 41_48, 1_659_29, 3_047_43, _2024),
    _ceiling(2023, 40_67, 1_626_77, 2_987_70, _2023),
    _ceiling(2020, 34_71, 1_388_40, None, _2020),
    _ceiling(2019, 34_71, 1_388_40, None, _2020),
    _ceiling(2018, 34_03, 1_361_23, None, _2018),
    _ceiling(2017, 33_36, 1_334_55, None, _2017),
)

RATES = (
    _rate(Mode.CAR, (2026, 1, 1), (2026, 3, 31), 4326, _2026),
    _rate(Mode.BIKE, (2026, 1, 1), (2026, 12, 31), 3700, _2026),
    # Read as "from April": rates change every quarter, so it stands for that quarter only.
    _rate(Mode.CAR, (2024, 4, 1), (2024, 6, 30), 4265, "UCM, 2024"),
    _rate(Mode.CAR, (2024, 1, 1), (2024, 3, 31), 4269, "Twizzit, 2024"),
    _rate(Mode.BIKE, (2024, 1, 1), (2024, 12, 31), 3500, "Twizzit, 2024; UCM, 2024"),
)

BUILT_IN = Figures(CEILINGS, RATES)
