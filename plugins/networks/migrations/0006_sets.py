"""Sets of records by facet and by word of a name, filled from the entries that exist."""

import pyroaring
from django.conf import settings
from django.db import migrations, models

EMPTY = bytes(pyroaring.BitMap().serialize())


def fill(apps, schema_editor):
    """Derive the sets from the entries. Languages share what an entry is found by."""
    entries = apps.get_model("networks", "OrganisationEntry").objects.filter(language=settings.LANGUAGE_CODE)
    tables = (
        (apps.get_model("networks", "FacetSet"), "facets"),
        (apps.get_model("networks", "NameSet"), "searched"),
    )
    for table, column in tables:
        sets = {}
        for pk, line in entries.values_list("organisation_id", column):
            for word in line.split():
                sets.setdefault(word if "=" in word else word[:64], pyroaring.BitMap()).add(pk)
        rows = [table(word=word, members=members.serialize()) for word, members in sorted(sets.items())]
        table.objects.bulk_create(rows, batch_size=2000)


def table(name):
    return migrations.CreateModel(
        name=name,
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("word", models.CharField(max_length=128, unique=True)),
            ("members", models.BinaryField(default=EMPTY)),
        ],
    )


class Migration(migrations.Migration):
    dependencies = [("networks", "0005_confirmations")]

    operations = [table("FacetSet"), table("NameSet"), migrations.RunPython(fill, migrations.RunPython.noop)]
