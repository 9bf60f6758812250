"""Who does not read Dutch can still say how often she wants to be asked."""

import pytest
from django.test import Client

from tests import cast

pytestmark = pytest.mark.django_db

HOW_OFTEN = {
    "nl": "4 keer per maand",
    "fr": "4 fois par mois",
    "tr": "ayda 4 kez",
    "ar": "4 مرات في الشهر",
}


@pytest.mark.parametrize("language", sorted(HOW_OFTEN))
def test_a_newcomer_reads_in_her_language_how_often_she_may_be_asked(language: str) -> None:
    cast.make_place()
    visitor = Client()
    visitor.get("/n/vlasbloem/")
    page = visitor.get("/offer/limits/", headers={"accept-language": language})
    assert HOW_OFTEN[language] in page.content.decode()
