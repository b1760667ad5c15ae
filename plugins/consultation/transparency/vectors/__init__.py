"""Test vectors for whoever writes or audits another implementation; `generate` writes them."""
