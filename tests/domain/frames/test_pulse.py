"""The six questions to a street: whole in five languages, plain, and three for each side."""

from gebuur.domain import frames


def test_every_question_is_whole_and_plain() -> None:
    for question in frames.PULSE_QUESTIONS:
        for text in (question.words, *(one.words for one in question.answers)):
            assert all(words.strip() for words in text.as_dict().values())
            assert "!" not in "".join(text.as_dict().values())
        assert len(question.words.nl.split()) <= 15
        assert question.answers[-1].key == "unknown"
        assert question.source in {one.key for one in frames.SOURCES}


def test_there_are_two_sides_of_three_questions_each() -> None:
    assert [len(factor.questions) for factor in frames.PULSE_FACTORS] == [3, 3]
    assert len({question.key for question in frames.PULSE_QUESTIONS}) == 6
    for factor in frames.PULSE_FACTORS:
        assert all(one.mirrors == f"pulse:{factor.key}" for one in factor.questions)
        assert all(factor.name.as_dict().values())


def test_what_counts_as_yes_are_two_of_the_four_opinions() -> None:
    assert tuple(one.key for one in frames.HOW_MUCH)[:2] == frames.UPPER
    keys = {question.key for question in frames.VOICE_QUESTIONS}
    assert keys.isdisjoint(question.key for question in frames.PULSE_QUESTIONS)
