"""A plugin that defines a GraphQL type of the core again."""
