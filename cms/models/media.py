"""Files: images with renditions, and documents that know which language they are in."""

from typing import Any

import PIL
import PIL.Image
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage

from cms.models.placeholders import placeholder_of


class ContentImage(AbstractImage):
    """An image. Its description is a default; each use says its own alternative text."""

    placeholder = models.CharField(max_length=64, blank=True, editable=False)

    admin_form_fields = WagtailImage.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the placeholder of a file that has just been uploaded."""
        if self.file and not self.file._committed:
            self.placeholder = self._placeholder()
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "placeholder"}
        super().save(*args, **kwargs)

    def _placeholder(self) -> str:
        """Return the ThumbHash of the file; empty for what is no raster image, such as a drawing in SVG."""
        try:
            self.file.seek(0)
            with PIL.Image.open(self.file) as image:
                return placeholder_of(image)
        except (PIL.UnidentifiedImageError, OSError, ValueError):
            return ""
        finally:
            self.file.seek(0)


class Rendition(AbstractRendition):
    """An image in one size and format, made when first asked for."""

    image = models.ForeignKey(ContentImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class ContentDocument(AbstractDocument):
    """A file in one language. The same work in another language is another document, an edition of this."""

    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("The language the file is written in. Readers in another language are told about it."),
    )
    edition_of = models.ForeignKey(
        "self",
        verbose_name=_("edition of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="editions",
        help_text=_("Choose the first document when this file is the same work in another language."),
    )

    admin_form_fields = ("title", "language", "edition_of", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    def clean(self) -> None:
        super().clean()
        if self.edition_of is None:
            return
        if self.edition_of_id == self.pk or self.edition_of.edition_of_id is not None:
            raise ValidationError(
                {"edition_of": _("Choose the first document of the work, not an edition of it.")}
            )
