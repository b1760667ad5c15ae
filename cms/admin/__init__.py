"""The editors' side. Imports domain and models."""
