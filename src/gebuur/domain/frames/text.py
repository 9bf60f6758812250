"""Words in the five languages of the neighbourhood."""

from dataclasses import dataclass

LANGUAGES = ("nl", "en", "fr", "tr", "ar")


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or name in Dutch, English, French, Turkish and Arabic.

    Examples
    --------
    >>> hello = Text("Dag", "Hello", "Bonjour", "Merhaba", "مرحبا")
    >>> hello.in_language("fr"), hello.in_language("pl")
    ('Bonjour', 'Dag')
    """

    nl: str
    en: str
    fr: str
    tr: str
    ar: str

    def in_language(self, code: str) -> str:
        """Give the text in this language; Dutch when we do not have it. ``fr-be`` is French."""
        return self.as_dict().get(code.lower().split("-")[0], self.nl)

    def as_dict(self) -> dict[str, str]:
        """Give all languages by code, Dutch first."""
        return {"nl": self.nl, "en": self.en, "fr": self.fr, "tr": self.tr, "ar": self.ar}
