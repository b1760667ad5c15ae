"""Delivery: everything a frontend asks for, as GraphQL. Imports domain and models."""
