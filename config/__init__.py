"""Where a deployment is described. Nothing imports it but Django."""
