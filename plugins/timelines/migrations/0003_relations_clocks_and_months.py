"""Relations, clock times, consultations; the months of an activity beside its words, filled for what is there."""

import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Subquery

import plugins.timelines.models.clocks


def give_texts_their_months(apps, schema_editor):
    of_text = apps.get_model("timelines", "Activity").objects.filter(pk=OuterRef("activity"))
    apps.get_model("timelines", "ActivityText").objects.update(
        first_month=Subquery(of_text.values("first_month")), last_month=Subquery(of_text.values("last_month"))
    )


class Migration(migrations.Migration):
    dependencies = [
        ("timelines", "0002_derived_columns"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ActivityRelation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("part_of", "is part of"), ("caused_by", "was caused by")],
                        max_length=9,
                        verbose_name="relation",
                    ),
                ),
            ],
            options={
                "verbose_name": "relation",
                "verbose_name_plural": "relations",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="activity",
            name="consultation_key",
            field=models.SlugField(
                blank=True,
                help_text="The consultation that it belongs to, as in the list of consultations.",
                max_length=80,
                verbose_name="key of the consultation",
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="ends_at",
            field=models.TimeField(blank=True, null=True, verbose_name="ends at"),
        ),
        migrations.AddField(
            model_name="activity",
            name="starts_at",
            field=models.TimeField(
                blank=True,
                help_text="Only where the source names a time of day.",
                null=True,
                verbose_name="begins at",
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="time_zone",
            field=models.CharField(
                default=plugins.timelines.models.clocks.site_time_zone,
                help_text="As in Europe/Istanbul.",
                max_length=40,
                verbose_name="time zone",
            ),
        ),
        migrations.AddField(
            model_name="activitytext",
            name="first_month",
            field=models.IntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="activitytext",
            name="last_month",
            field=models.IntegerField(editable=False, null=True),
        ),
        migrations.RunPython(give_texts_their_months, migrations.RunPython.noop),
        migrations.RemoveIndex(model_name="activity", name="timelines_days"),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["earliest", "latest", "id"], name="timelines_days"),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("live", False), ("expire_at__isnull", False), _connector="OR"),
                fields=["id"],
                name="timelines_hidden",
            ),
        ),
        migrations.AddIndex(
            model_name="activitytext",
            index=models.Index(
                fields=["locale", "first_month", "last_month", "activity", "live", "expire_at"],
                name="timelines_counting",
            ),
        ),
        migrations.AddField(
            model_name="activityrelation",
            name="activity",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="relations", to="timelines.activity"
            ),
        ),
        migrations.AddField(
            model_name="activityrelation",
            name="other",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="related_from",
                to="timelines.activity",
                verbose_name="other activity",
            ),
        ),
        migrations.AddConstraint(
            model_name="activityrelation",
            constraint=models.UniqueConstraint(
                fields=("activity", "kind", "other"), name="timelines_related_once"
            ),
        ),
    ]
