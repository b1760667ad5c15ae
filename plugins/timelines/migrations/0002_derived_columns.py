"""Columns by which the database chooses activities, filled for those that are there already."""

from django.db import migrations, models

from cms.api import fold

from ..derived import columns_of


def fill(apps, schema_editor):
    for activity in apps.get_model("timelines", "Activity").objects.iterator():
        type(activity).objects.filter(pk=activity.pk).update(**columns_of(activity.period))
    for text in apps.get_model("timelines", "ActivityText").objects.select_related("locale").iterator():
        told = (text.title, text.summary, text.place, text.organiser, text.participants)
        text.folded_words = fold("\n".join(told), language=text.locale.language_code)
        text.folded_place = fold(text.place, language=text.locale.language_code)
        text.save(update_fields=["folded_words", "folded_place"])


class Migration(migrations.Migration):
    dependencies = [
        ("timelines", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="activity",
            name="coarseness",
            field=models.PositiveSmallIntegerField(default=8, editable=False),
        ),
        migrations.AddField(
            model_name="activity",
            name="end_earliest",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="activity",
            name="first_month",
            field=models.IntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="activity",
            name="is_span",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="activity",
            name="last_month",
            field=models.IntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="activity",
            name="start_latest",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="activitytext",
            name="folded_place",
            field=models.TextField(default="", editable=False),
        ),
        migrations.AddField(
            model_name="activitytext",
            name="folded_words",
            field=models.TextField(default="", editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
