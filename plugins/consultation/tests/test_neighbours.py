"""What other plugins learn of consultations: editors, whether one exists; readers, what is public."""

import pytest

from cms.api import anonymous_audience

from ..api import exists, titles
from .making import HISTORICAL, PAST, make_consultation, make_pages


def test_titles_are_those_of_the_language_and_only_of_what_is_public(bilingual_site):
    _turkish, english = make_pages(bilingual_site, make_consultation("known", known_only_as=HISTORICAL))
    make_pages(bilingual_site, make_consultation("past", PAST))
    make_pages(bilingual_site, make_consultation("being_prepared"))
    english.unpublish()
    asked = ("known", "past", "being_prepared", "nothing")

    told = {code: titles(asked, code, audience=anonymous_audience()) for code in ("tr", "en")}

    assert told == {"tr": {"known": "TR known", "past": "TR past"}, "en": {"past": "EN past"}}


@pytest.mark.django_db
def test_existence_does_not_depend_on_publication():
    make_consultation("being_prepared")

    assert [exists("being_prepared"), exists("nothing")] == [True, False]
