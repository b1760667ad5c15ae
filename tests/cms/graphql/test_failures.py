"""A resolver that crashes nulls its own field, names its plugin and is remembered once."""

import graphene

from cms.models import Problem
from cms.testing.contributing import contributing
from cms.testing.factories import BilingualSite


class FragileQuery(graphene.ObjectType):
    """Two fields: one crashes, one does not."""

    glossary_term = graphene.String(description="Crashes.")
    glossary_size = graphene.Int(description="Answers.")

    def resolve_glossary_term(self, info: object) -> str:
        raise ZeroDivisionError("a secret")

    def resolve_glossary_size(self, info: object) -> int:
        return 3


QUERY = '{ broken: glossaryTerm glossarySize page: route(path: "/tr/") { __typename } }'


def test_a_crash_nulls_its_own_field_and_the_rest_is_served(bilingual_site: BilingualSite, ask) -> None:
    with contributing("glossary", queries=(FragileQuery,)):
        answer = ask(QUERY)

    assert (answer["data"]["broken"], answer["data"]["glossarySize"]) == (None, 3)
    assert answer["data"]["page"] is not None
    (error,) = answer["errors"]
    assert (error["path"], error["extensions"]["plugin"]) == (["broken"], "glossary")
    assert error["extensions"]["code"] == "INTERNAL"
    assert "secret" not in str(answer)


def test_a_crash_is_remembered_once_however_often_it_happens(bilingual_site: BilingualSite, ask) -> None:
    with contributing("glossary", queries=(FragileQuery,)):
        for _ in range(3):
            ask(QUERY)

    problem = Problem.objects.get()
    assert (problem.owner, problem.kind, problem.place, problem.count) == (
        "glossary",
        "resolver",
        "broken",
        3,
    )


def test_a_mistake_of_the_asker_is_no_problem(bilingual_site: BilingualSite, ask) -> None:
    answer = ask('{ networksOrganisation(locale: EN, id: "nonsense") { __typename } }')

    assert answer["errors"][0]["extensions"]["code"] in {"BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"}
    assert Problem.objects.count() == 0
