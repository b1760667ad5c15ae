import pytest


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/nope", "/api/v3/pages/", "/graphql/nope", "/health/nope"])
def test_an_unknown_address_is_not_found_and_not_elsewhere(world, path, client):
    response = client.get(path)

    expected = {"ours": (404, None), "stock": (302, f"/tr{path}")}[world]
    assert (response.status_code, response.get("Location", "").rstrip("/") or None) == (
        expected[0],
        expected[1].rstrip("/") if expected[1] else None,
    )


@pytest.mark.django_db
def test_an_answer_that_does_not_vary_does_not_say_so(world, client):
    response = client.get("/api/nope")

    assert "Accept-Language" not in response.get("Vary", "") or world == "stock"
