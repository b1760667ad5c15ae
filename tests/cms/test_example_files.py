import pytest


def body_of(response):
    return b"".join(response.streaming_content)


def test_example_page_may_load_nothing_from_elsewhere_but_images_of_this_server(client, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://cms.example.org"

    response = client.get("/example/")

    assert body_of(response).startswith(b"<!doctype html>")
    assert response["Content-Security-Policy"] == (
        "default-src 'self'; img-src 'self' data: https://cms.example.org; frame-ancestors 'none'"
    )


def test_example_asks_with_the_operations_of_the_contract(client, settings):
    file = settings.FRONTEND_CONTRACT_DIR / "operations" / "PageByPath.graphql"

    response = client.get("/example/operations/PageByPath.graphql")

    assert body_of(response) == file.read_bytes()


@pytest.mark.parametrize(
    "name", ["nothing.js", "operations", "../README.md", "operations/../schema.graphql", "..%2FREADME.md"]
)
def test_example_serves_no_other_files(client, name):
    assert client.get(f"/example/{name}").status_code == 404
