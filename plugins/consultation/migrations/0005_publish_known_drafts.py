"""Every version that was there could be read, so it is published; its document's languages are its renditions."""

from django.db import migrations


def publish_known_drafts(apps, schema_editor):
    DraftVersion = apps.get_model("consultation", "DraftVersion")
    newest = {}
    for version in DraftVersion.objects.order_by("consultation_id", "number"):
        newest[version.consultation_id] = version.pk
    for version in DraftVersion.objects.select_related("consultation", "document"):
        version.state = "published" if newest[version.consultation_id] == version.pk else "superseded"
        version.save(update_fields=["state"])
        add_renditions(apps, version)


def add_renditions(apps, version):
    DraftRendition = apps.get_model("consultation", "DraftRendition")
    authoritative = version.consultation.authoritative_language
    documents = {authoritative: None} | documents_by_language(apps, version)
    for language, document in documents.items():
        counts = language == authoritative
        DraftRendition.objects.create(
            version=version,
            language=language,
            basis="original" if counts else "courtesy",
            is_authoritative=counts,
            document=document,
        )


def documents_by_language(apps, version):
    ContentDocument = apps.get_model("cms", "ContentDocument")
    head = version.document.edition_of_id or version.document_id
    found = ContentDocument.objects.filter(pk=head) | ContentDocument.objects.filter(edition_of_id=head)
    return {document.language: document for document in found.order_by("-pk") if document.language}


class Migration(migrations.Migration):
    dependencies = [("consultation", "0004_draft_provisions")]
    operations = [migrations.RunPython(publish_known_drafts, migrations.RunPython.noop)]
