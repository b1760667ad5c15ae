from cms.graphql.ownership import schema_owners
from cms.graphql.schema import current_schema
from cms.plugin_host.composition import PluginSet


def test_every_type_and_root_field_belongs_to_who_contributed_it():
    owners = schema_owners(PluginSet.installed())

    named = {
        name: owners[name] for name in ("Page", "Query.route", "NetworksName", "Query.timelinesActivity")
    }

    assert named == {
        "Page": "cms",
        "Query.route": "cms",
        "NetworksName": "networks",
        "Query.timelinesActivity": "timelines",
    }


def test_root_fields_have_the_owner_that_the_composed_schema_gives_them():
    schema = current_schema()

    owners = schema_owners(schema.plugins)

    roots = {name.partition(".")[2]: label for name, label in owners.items() if "." in name}
    assert roots == schema.owners
