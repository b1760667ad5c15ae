"""A trace is told of each field once for all its objects."""

from comparing import schema_of

from cms.graphql.execution import Plans, execute


class Log:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, int]] = []
        self.seconds = 0.0

    def resolved(self, coordinates: str, *, objects: int, seconds: float) -> None:
        self.lines.append((coordinates, objects))
        self.seconds += seconds


def test_each_field_is_told_once_with_the_number_of_objects_and_the_time() -> None:
    schema = schema_of("type Page { name: String up: Page } type Query { pages: [Page] }")
    log = Log()

    execute(
        Plans(schema).plan("{ pages { name up { name } } }"),
        root={"pages": [{"up": {}}, {"up": None}, {"up": {}}]},
        trace=log,
    )

    assert log.lines == [("Query.pages", 1), ("Page.name", 3), ("Page.up", 3), ("Page.name", 2)]
    assert log.seconds > 0
