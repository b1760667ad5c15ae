"""Trap 8: graphene's DataLoader is asynchronous; executed as Django executes, its promise is the answer."""

import asyncio

import graphene
import pytest
from graphene.utils.dataloader import DataLoader

from cms.graphql.schema import compose_schema
from cms.testing.conformance.subject import answered


async def weather_of(days):
    return ["rain" for _ in days]


class Query(graphene.ObjectType):
    weather = graphene.String(description="Of today.")

    def resolve_weather(root, info):
        return DataLoader(batch_load_fn=weather_of).load("today")


@pytest.fixture
def loop():
    """An event loop that exists and does not run, as in any worker that has used asyncio once."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield loop
    loop.run_until_complete(asyncio.sleep(0.01))  # what was promised is done at last
    asyncio.set_event_loop(None)
    loop.close()


def test_stock_answers_with_the_promise_and_no_error(loop):
    result = graphene.Schema(query=Query).execute("{ weather }")

    assert result.errors is None
    assert result.data["weather"].startswith("<Future pending")


def test_ours_refuses_to_answer_with_a_promise(loop, bilingual_site, composed):
    schema = compose_schema(composed(weather=Query))

    with pytest.raises(TypeError, match="asynchronous"):
        answered(schema, "{ weather }", {})
