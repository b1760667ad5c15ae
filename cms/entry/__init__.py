"""The few plain addresses of this server, beside GraphQL and the admin."""
