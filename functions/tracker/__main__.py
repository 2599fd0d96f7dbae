"""`python -m functions.tracker`: the tracker as a process, listening on HOST and PORT."""

from functions.common.serve import serve

if __name__ == "__main__":
    serve("functions.tracker.app:create_app")
