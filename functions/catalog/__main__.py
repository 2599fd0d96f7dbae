"""`python -m functions.catalog`: the catalog as a process, listening on HOST and PORT."""

from functions.common.serve import serve

if __name__ == "__main__":
    serve("functions.catalog.app:create_app")
