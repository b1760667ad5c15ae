"""The log of what was received: leaves, the tree above them, signed heads, and the receipts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LogState(models.Model):
    """The log's name and how many entries it has. One row, which whoever appends holds until the commit."""

    name = models.CharField(max_length=60, default="")
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("state of the log")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.size)


class LogLeaf(models.Model):
    """The hash of an entry: all that is left of an erased one. Never changed, never deleted."""

    index = models.PositiveBigIntegerField(primary_key=True)
    hash = models.CharField(max_length=64)
    appended_at = models.DateTimeField()

    class Meta:
        verbose_name = _("entry of the log")
        default_permissions = ()
        ordering = ["index"]

    def __str__(self) -> str:
        return f"{self.index}: {self.hash}"


class LogNode(models.Model):
    """The hash of a complete subtree over 2^level entries, from the entry place · 2^level."""

    level = models.PositiveSmallIntegerField()
    place = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("node of the log")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["level", "place"], name="one_log_node_a_place")]

    def __str__(self) -> str:
        return f"{self.level}/{self.place}: {self.hash}"


class LogKey(models.Model):
    """A public key that heads were signed with. It outlives a change of keys; the secret is elsewhere."""

    key_id = models.CharField(max_length=64, unique=True)
    public_key = models.CharField(max_length=64)
    first_used_at = models.DateTimeField()

    class Meta:
        verbose_name = _("key of the log")
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.key_id


class TreeHead(models.Model):
    """What the log was at a size, signed. `consistency` proves that it continues the head before."""

    log = models.CharField(max_length=60)
    size = models.PositiveBigIntegerField(unique=True)
    root = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    key = models.ForeignKey("consultation.LogKey", on_delete=models.PROTECT, related_name="heads")
    signature = models.CharField(max_length=128)
    consistency = models.JSONField(default=list)

    class Meta:
        verbose_name = _("tree head")
        default_permissions = ()
        ordering = ["size"]

    def __str__(self) -> str:
        return f"{self.log} {self.size}"


class Receipt(models.Model):
    """That a revision was recorded, against a head. The document is made from the rows; no copy is kept."""

    revision = models.OneToOneField(
        "consultation.SubmissionRevision", on_delete=models.PROTECT, related_name="receipt"
    )
    head = models.ForeignKey("consultation.TreeHead", on_delete=models.PROTECT, related_name="receipts")
    signature = models.CharField(
        max_length=128, null=True
    )  # empty once the text is erased: it is over the salt

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.revision_id}"
