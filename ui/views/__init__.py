"""The pages, each a function of the services it asks."""
