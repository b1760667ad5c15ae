"""Who may keep an answer where the operator has a cache that drops answers by their tags."""


def test_an_operator_whose_cache_drops_by_tags_lets_it_keep_answers(client, bilingual_site, settings):
    settings.SHARED_CACHE_SECONDS = 3600
    query = {"query": '{ route(path: "/tr/yok/") { __typename } }'}

    by_get = client.get("/graphql", query)
    by_post = client.post("/graphql", query, content_type="application/json")

    assert by_get["Cache-Control"] == (
        "public, max-age=0, s-maxage=3600, stale-while-revalidate=60, stale-if-error=86400"
    )
    assert by_post["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert by_get["Cache-Tag"] == by_post["Cache-Tag"]


def test_what_a_pass_opens_is_kept_by_nobody(client, bilingual_site, settings):
    settings.SHARED_CACHE_SECONDS = 3600

    answer = client.get("/graphql", {"query": "{ __typename }"}, headers={"Access-Pass": "abc"})

    assert (answer["Cache-Control"], "Cache-Tag" in answer) == ("private, no-store", False)
