"""Plans, roles and lenses for a sitting around a case."""

from gebuur.domain import frames


def test_the_minutes_are_those_that_were_tried() -> None:
    forty, incident = frames.PLANS
    assert [card.minutes for card in forty.cards] == [3, 4, 4, 4, 8, 10, 3, 4]
    assert [card.minutes for card in incident.cards] == [5, 10, 5, 15, 10, 10, 10]
    assert (forty.minutes, incident.minutes) == (40, 65)


def test_every_plan_shows_the_story_deals_lenses_once_and_ends_with_one_act() -> None:
    for plan in frames.PLANS:
        shown = [card.shows for card in plan.cards]
        assert shown.count("story") == shown.count("lenses") == 1
        assert shown[-1] == "act"
        assert len({card.key for card in plan.cards}) == len(plan.cards)


def test_alone_the_first_plan_makes_sense_from_the_first_card_to_the_last() -> None:
    assert all(card.alone is not None for card in frames.PLANS[0].cards)


def test_there_is_a_lens_for_every_reading_of_every_case() -> None:
    lenses = {lens.key for lens in frames.LENSES}
    assert len(lenses) == 7
    for case in frames.CASES:
        assert {reading.lens for reading in case.readings} == lenses


def test_what_is_said_has_a_source_and_both_languages() -> None:
    sources = {source.key for source in frames.SOURCES}
    cards = [card for plan in frames.PLANS for card in plan.cards]
    for one in (*frames.PLANS, *cards, *frames.LENSES, *frames.TABLE_ROLES):
        assert one.source in sources
        assert one.words.nl
        assert one.words.en
    kinds = set(frames.all_frames())
    assert all(lens.kind in kinds for lens in frames.LENSES if lens.kind)
