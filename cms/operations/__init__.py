"""GraphQL documents as data: what frontends run. Knows no model; the schema is passed in."""
