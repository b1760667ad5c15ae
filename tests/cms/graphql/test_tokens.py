"""API tokens: what each grant opens, and that a bad one opens and tells nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from graphql import get_introspection_query
from wagtail.models import APIToken

from cms.models import TokenGrant, User
from cms.operations.documents import read_operations

ANY = "{ __typename }"
SCHEMA = "{ __schema { queryType { name } } }"


@pytest.fixture
def make_token(bilingual_site):
    """Make a token of a person's with a grant, and return its secret."""

    def make_token(**grant):
        user = User.objects.create_user(f"client-{User.objects.count()}")
        token, secret = APIToken.create_token(user=user, name="Frontend")
        TokenGrant.objects.create(token=token, **grant)
        return secret

    return make_token


@pytest.fixture
def post(client, bilingual_site):
    def post(query, secret=None, scheme="Bearer"):
        headers = {"accept": "application/graphql-response+json"}
        if secret is not None:
            headers["authorization"] = f"{scheme} {secret}"
        return client.post("/graphql", {"query": query}, content_type="application/json", headers=headers)

    return post


def code(response):
    return response.json()["errors"][0]["extensions"]["code"]


def test_where_readers_need_a_token_nobody_else_is_answered(settings, post, make_token):
    settings.GRAPHQL_READERS = "tokens"

    without, known = post(ANY), post(ANY, make_token())

    assert (without.status_code, code(without)) == (401, "UNAUTHENTICATED")
    assert without["WWW-Authenticate"] == 'Bearer realm="graphql"'
    assert known.json() == {"data": {"__typename": "Query"}}


def test_where_documents_are_registered_only_a_grant_runs_others(settings, post, make_token):
    settings.GRAPHQL_DOCUMENTS = "registered"
    [registered, *_] = read_operations(settings.FRONTEND_CONTRACT_DIR / "operations", owner="cms")

    answers = [
        post(ANY),
        post(ANY, make_token()),
        post(ANY, make_token(ad_hoc=True)),
        post(registered.source),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 200, 400]
    assert [code(answers[0]), code(answers[3])] == ["OPERATION_NOT_REGISTERED", "BAD_USER_INPUT"]


def test_where_introspection_is_for_tokens_only_a_grant_opens_it(settings, post, make_token):
    settings.GRAPHQL_INTROSPECTION = "tokens"
    granted = make_token(introspection=True)

    refused, opened = [post(SCHEMA), post(SCHEMA, make_token())], post(SCHEMA, granted)

    assert {(answer.status_code, code(answer)) for answer in refused} == {(400, "INTROSPECTION_REFUSED")}
    assert opened.json() == {"data": {"__schema": {"queryType": {"name": "Query"}}}}
    assert "data" in post(get_introspection_query(), granted).json()
    assert post(ANY).status_code == 200


@pytest.mark.parametrize(
    "query", ["{ sit { name } }", "{ site(locale: TRR) { name } }", "{ site(locale: TR) { nam } }"]
)
def test_names_are_suggested_only_to_who_may_ask_for_the_schema(settings, post, make_token, query):
    settings.GRAPHQL_INTROSPECTION = "tokens"
    granted = make_token(introspection=True)

    hidden, shown = post(query), post(query, granted)

    assert "Did you mean" not in hidden.content.decode()
    assert "Did you mean" in shown.content.decode()


def test_names_are_not_suggested_for_variables_either(settings, client, bilingual_site):
    settings.GRAPHQL_INTROSPECTION = "tokens"
    body = {"query": "query ($l: LocaleCode!) { site(locale: $l) { name } }", "variables": {"l": "TRR"}}

    response = client.post("/graphql", body, content_type="application/json")

    assert code(response) == "BAD_USER_INPUT"
    assert "Did you mean" not in response.content.decode()


def revoked(secret):
    grant_of(secret).token.revoke()


def expired(secret):
    TokenGrant.objects.filter(pk=grant_of(secret).pk).update(expires_at=timezone.now() - timedelta(seconds=1))


def without_account(secret):
    User.objects.filter(pk=grant_of(secret).token.user_id).update(is_active=False)


def without_grant(secret):
    grant_of(secret).delete()


def grant_of(secret):
    return TokenGrant.objects.get(token__key_hash=APIToken.hash_token(secret))


@pytest.mark.parametrize("spoil", [revoked, expired, without_account, without_grant])
def test_a_spoilt_token_is_told_from_an_unknown_one_by_nothing(post, make_token, spoil):
    secret = make_token()
    spoil(secret)

    bad, unknown = post(ANY, secret), post(ANY, APIToken.generate_token())

    assert (bad.status_code, code(bad)) == (401, "UNAUTHENTICATED")
    assert bad.json()["errors"][0]["message"] == unknown.json()["errors"][0]["message"]
    assert bad.headers.keys() == unknown.headers.keys()
    assert bad["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("secret", "scheme"), [("", "Bearer"), ("x", "Bearer"), ("é" * 300, "Bearer"), ("x", "Basic")]
)
def test_what_is_no_token_is_refused(post, secret, scheme):
    response = post(ANY, secret.encode().decode("latin-1"), scheme)

    assert (response.status_code, code(response)) == (401, "UNAUTHENTICATED")


@pytest.mark.parametrize("kind", ["good", "unknown", "revoked"])
def test_every_token_costs_one_query_to_know(post, make_token, django_assert_num_queries, kind):
    secret = make_token()
    post(ANY, secret)  # notes its use, once a minute
    if kind == "revoked":
        revoked(secret)

    with django_assert_num_queries(2 if kind == "good" else 1):  # the other is for the site
        post(ANY, APIToken.generate_token() if kind == "unknown" else secret)


def test_an_answer_to_a_token_is_kept_by_nobody(post, make_token):
    private, public = post(ANY, make_token()), post(ANY)

    assert private["Cache-Control"] == "private, no-store"
    assert "Authorization" in private["Vary"]
    assert "ETag" not in private
    assert private.content == public.content


def test_the_use_of_a_token_is_noted_and_its_secret_is_not(post, make_token):
    secret = make_token()

    post(ANY, secret)

    token = grant_of(secret).token
    assert token.last_used_at is not None
    assert secret not in str(vars(token))


def test_grants_are_given_in_the_admin_by_who_manages_accounts(client, admin_user, make_token):
    make_token()
    token, _ = APIToken.create_token(user=admin_user, name="Preview")
    client.force_login(admin_user)

    client.post(reverse("tokengrant:add"), {"token": token.pk, "introspection": "on"})

    assert TokenGrant.objects.get(token=token).introspection
    assert "Preview" in client.get(reverse("tokengrant:index")).content.decode()


def test_grants_are_not_given_by_who_does_not(client, make_token):
    from django.contrib.auth.models import Permission

    editor = User.objects.create_user("editor")
    allowed = Permission.objects.filter(codename__in=["access_admin", "add_tokengrant", "view_tokengrant"])
    editor.user_permissions.set(allowed)
    client.force_login(editor)

    assert client.get(reverse("tokengrant:add")).status_code == 302
    assert client.get(reverse("tokengrant:index")).status_code == 302
