# One front door: `make help` lists every verb. Everything is installed into .venv, nothing outside it.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock
MODEL ?= t5
ARGS ?=
TEST_ENV := PYTHONHASHSEED=0

.DEFAULT_GOAL := help
.PHONY: help run test test-torch test-browser lint format typecheck evaluate bench train bake samples lock clean

help: ## List the verbs
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  %-14s %s\n", $$1, $$2}'

run: .venv/.run ## Start summarize (8080), catalog (8081) and the page (8502) on this machine; Ctrl-C stops all
	@$(BIN)/python -m functions.launch $(ARGS)

test: .venv/.test ## The fast tests
	$(TEST_ENV) $(BIN)/python -m pytest -m "not torch and not browser" $(ARGS)

test-torch: .venv/.train ## Both engines side by side, conversion and training: needs torch
	$(TEST_ENV) $(BIN)/python -m pytest -m torch $(ARGS)

test-browser: .venv/.test ## The page in a real browser: needs Chromium (apt-get install chromium)
	$(TEST_ENV) $(BIN)/python -m pytest -m browser $(ARGS)

lint: .venv/.test ## Ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .venv/.test ## Let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

typecheck: .venv/.test ## mypy, strict, on code and tests
	$(BIN)/mypy

evaluate: .venv/.test ## Measure reading, parsing and summaries on the labelled resumes; writes docs/evaluation.md
	$(BIN)/python -m training.evaluate $(ARGS)

bench: .venv/.train ## Start, memory and latency beside plain transformers, in one run
	$(BIN)/python -m benchmarks.startup $(ARGS)

train: .venv/.train ## Train a checkpoint: make train MODEL=t5 [ARGS="--extra FOLDER"]; goes on where it stopped
	$(BIN)/python -m training.train --model $(MODEL) $(ARGS)

bake: .venv/.train ## Bring in a hub checkpoint: make bake MODEL=bart FROM=facebook/bart-large-cnn REVISION=<sha>
	$(BIN)/python -m training.bake $(MODEL) --source $(FROM) --revision $(REVISION) $(ARGS)

samples: .venv/.test ## Build the sample resumes anew from their specifications
	$(BIN)/python -m tests.builders.build_samples

lock: .venv/.train ## Write requirements.lock from what is installed
	$(BIN)/python -m pip freeze --exclude-editable | sed -E 's/\+cpu//' > requirements.lock

clean: ## Remove the environment and every cache
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info build dist

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@echo "Creating .venv ..."
	@$(PYTHON) -m venv .venv

.venv/.run: .venv/bin/python pyproject.toml requirements.lock
	@echo "Installing what the services need (no torch) ..."
	@$(PIP) --editable ".[catalog,cli,summarize,ui]"
	@touch $@

.venv/.test: .venv/.run
	@echo "Installing what the tests need ..."
	@$(PIP) --editable ".[test]"
	@touch $@

.venv/.train: .venv/.test
	@echo "Installing torch and transformers ..."
	@$(PIP) torch==2.13.0
	@$(PIP) --editable ".[train]"
	@touch $@
