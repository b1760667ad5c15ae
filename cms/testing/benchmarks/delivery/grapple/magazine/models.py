"""The magazine's models, with the fields that grapple serves."""

from django.db import models
from grapple.helpers import register_query_field, register_streamfield_block
from grapple.models import (
    GraphQLCollection,
    GraphQLForeignKey,
    GraphQLImage,
    GraphQLStreamfield,
    GraphQLString,
)
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page


class Category(models.Model):
    name = models.CharField(max_length=100)
    graphql_fields = [GraphQLString("name")]

    def __str__(self):
        return self.name


class Author(models.Model):
    name = models.CharField(max_length=100)
    graphql_fields = [GraphQLString("name")]

    def __str__(self):
        return self.name


@register_streamfield_block
class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock()
    level = blocks.CharBlock()
    graphql_fields = [GraphQLString("text"), GraphQLString("level")]


@register_streamfield_block
class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock()
    attribution = blocks.CharBlock()
    graphql_fields = [GraphQLString("text"), GraphQLString("attribution")]


@register_streamfield_block
class FigureBlock(blocks.StructBlock):
    image = ImageChooserBlock()
    caption = blocks.CharBlock()
    graphql_fields = [GraphQLImage("image"), GraphQLString("caption")]


@register_query_field("article")
class Article(Page):
    date = models.DateField()
    intro = models.TextField()
    body = StreamField(
        [
            ("heading", HeadingBlock()),
            ("text", blocks.RichTextBlock()),
            ("quote", QuoteBlock()),
            ("image", FigureBlock()),
        ]
    )
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="+")
    related_to = models.ManyToManyField("self", symmetrical=False)

    graphql_fields = [
        GraphQLString("date"),
        GraphQLString("intro"),
        GraphQLStreamfield("body"),
        GraphQLForeignKey("category", "magazine.Category"),
        GraphQLForeignKey("author", "magazine.Author"),
        GraphQLCollection(GraphQLForeignKey, "related", "magazine.Article"),
        GraphQLCollection(GraphQLForeignKey, "translations", "magazine.Article"),
        GraphQLString("language"),
    ]

    @property
    def related(self):
        return self.related_to.live().public()

    @property
    def translations(self):
        return self.get_translations().live().public()

    @property
    def language(self):
        return self.locale.language_code
