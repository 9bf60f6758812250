"""A form that nobody can read gets one clear page, for who may send it and for a stranger."""

import pytest
from django.test import Client

from tests import cast

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded; charset=utf-16"


@pytest.mark.parametrize("path", ["/w/", "/ask/whom/", "/accounts/login/"])
@pytest.mark.parametrize("is_strict", [True, False])
def test_a_form_in_another_script_is_answered(path: str, is_strict: bool) -> None:  # noqa: FBT001
    cast.make_place()
    browser = Client(enforce_csrf_checks=is_strict)
    browser.get("/w/")
    answer = browser.post(path, b"code=AAAAAA", content_type=FORM)
    assert answer.status_code == 400
    assert "Ga terug en probeer" in answer.content.decode()
