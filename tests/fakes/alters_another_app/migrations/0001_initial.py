"""Adds a column where it has no business."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cms", "0002_content")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE cms_siteprofile ADD COLUMN weather text NULL",
            "ALTER TABLE cms_siteprofile DROP COLUMN weather",
        )
    ]
