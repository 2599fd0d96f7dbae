"""`python -m functions.summarize`: the summarize function as a process, listening on HOST and PORT."""

from functions.common.serve import serve

if __name__ == "__main__":
    serve("functions.summarize.app:create_app", "functions.summarize.worker_processes:start_importing")
