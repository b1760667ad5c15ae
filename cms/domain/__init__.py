"""What the product does. No HTTP, no GraphQL; imports models and below."""
