"""The plugins that come with the product, each ready to move to a repository of its own."""

from pkgutil import extend_path

# A plugin that has moved keeps its import path: folders called plugins elsewhere count as well.
__path__ = extend_path(__path__, __name__)
