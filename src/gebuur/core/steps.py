"""Answers to a form of several pages, kept in the visitor's session until the form is sent."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict


@dataclass(frozen=True)
class KeptAnswers:
    """What was answered so far, per step, under one key of the session."""

    session: Any
    key: str

    def of(self, step: str) -> QueryDict | None:
        """What was posted for a step, right or wrong; None when the step was not seen yet."""
        text = self._all().get(step)
        return None if text is None else QueryDict(text)

    def keep(self, step: str, data: QueryDict) -> None:
        answered = data.copy()
        answered.pop("csrfmiddlewaretoken", None)
        self.session[self.key] = self._all() | {step: answered.urlencode()}

    def forget(self) -> None:
        self.session.pop(self.key, None)

    def _all(self) -> dict[str, str]:
        return dict(self.session.get(self.key, {}))
