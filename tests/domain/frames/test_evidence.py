"""What a proposal may lean on: each finding says what it found, and what it does not show."""

from gebuur.domain import frames


def test_every_finding_has_its_effect_its_weakness_and_a_day_to_look_again() -> None:
    for one in frames.EVIDENCE:
        words = (*one.effect.as_dict().values(), *one.weakness.as_dict().values())
        assert all(words)
        assert one.effect != one.weakness
        assert one.source.startswith("https://")
        assert one.checked < one.check_by


def test_there_are_eight_building_blocks_and_none_has_the_name_of_another() -> None:
    names = {block.name.nl for block in frames.BUILDING_BLOCKS}
    assert len(names) == len({block.key for block in frames.BUILDING_BLOCKS}) == 8
