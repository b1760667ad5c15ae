import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0003_upkeep"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="TokenGrant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ad_hoc",
                    models.BooleanField(
                        default=False,
                        help_text="May run queries that are not registered, where only registered ones are answered.",
                        verbose_name="any query",
                    ),
                ),
                (
                    "introspection",
                    models.BooleanField(
                        default=False,
                        help_text="May ask for the schema, and sees in error messages which names were meant.",
                        verbose_name="introspection",
                    ),
                ),
                (
                    "expires_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Empty: when the token is revoked.",
                        null=True,
                        verbose_name="expires at",
                    ),
                ),
                (
                    "token",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grant",
                        to="wagtailcore.apitoken",
                        verbose_name="API token",
                    ),
                ),
            ],
            options={
                "verbose_name": "API access",
                "verbose_name_plural": "API access",
                "ordering": ("token__name", "pk"),
            },
        ),
    ]
