# One front door: `make help` lists every verb. Everything is installed into .venv, nothing outside it.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Wheels only, each with a hash of the lock, and nothing that is not in it: no code runs before it is known to be right.
LOCKED := $(PIP) --no-deps --only-binary :all: --require-hashes --requirement requirements
OURS := $(PIP) --no-deps --no-build-isolation --editable .
MODEL ?= t5
OVERLAY ?= local
URL ?= http://127.0.0.1:8080
IMAGES ?= summarize catalog tracker ui
TAG ?= latest
CONTAINER_ENGINE ?= $(shell command -v podman || command -v docker)
CONTAINER_OPTIONS ?=
CONTAINERS = CONTAINER_ENGINE="$(CONTAINER_ENGINE)" CONTAINER_OPTIONS="$(CONTAINER_OPTIONS)" TAG=$(TAG)
BUILD ?= $(CONTAINER_ENGINE) build
BUILD_OPTIONS ?=
REVISION_LABEL = $(shell git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
ARGS ?=
# As in the workers of the services: products so small are not worth a second thread, which only waits and counts as work.
export OPENBLAS_NUM_THREADS := 1
TEST_ENV := PYTHONHASHSEED=0
# Processes of the fast tests, one a core; 0 runs them in pytest's own, where a debugger can stop.
WORKERS ?= auto
FAST := not (torch or browser or chaos or contract or events or images or openapi or soak)
NEWEST ?= $(shell ls /usr/bin/python3.1[1-9] $(HOME)/.pyenv/versions/3.1[1-9]*/bin/python3 2>/dev/null | sort -t. -k3 -V | tail -1)
COPYLEFT := GPL;AGPL;LGPL;SSPL;Commons Clause
# marisa-trie is MIT, and the library within it BSD-2-Clause or LGPL as one likes: BSD it is.
EITHER := marisa-trie

.DEFAULT_GOAL := help
.PHONY: help run test test-newest test-events test-torch test-browser test-chaos test-openapi test-soak audit test-contract images images-test bench-images sbom manifests deploy undeploy smoke lint format typecheck evaluate harper fuzz bench-page bench-reading bench train train-reader train-lines bake samples lock clean evaluate-reading

help: ## List the verbs
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  %-14s %s\n", $$1, $$2}'

run: .venv/.run ## Start summarize (8080), catalog (8081), tracker (8082) and the page (8502) on this machine; Ctrl-C stops all
	@$(BIN)/python -m functions.launch $(ARGS)

test: .venv/.test ## The fast tests
	$(TEST_ENV) $(BIN)/python -m pytest -n $(WORKERS) -m "$(FAST)" $(ARGS)

test-newest: .venv/bin/python ## The fast tests on the newest Python at hand: make test-newest [NEWEST=python3.13]
	@echo "Testing on $(NEWEST) ..."
	@$(NEWEST) -m venv .venv/newest
	@.venv/newest/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
		--requirement requirements/run.txt --requirement requirements/test.txt
	@.venv/newest/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(TEST_ENV) .venv/newest/bin/python -m pytest -p no:cacheprovider -n $(WORKERS) -m "$(FAST)" $(ARGS)

test-events: .venv/.test ## Summaries -> broker -> tracker -> ClearML, as processes; about a minute
	$(TEST_ENV) $(BIN)/python -m pytest -m events $(ARGS)

test-torch: .venv/.train ## Both engines side by side, conversion and training: needs torch
	$(TEST_ENV) $(BIN)/python -m pytest -m torch $(ARGS)

test-browser: .venv/.test ## The page in a real browser: needs Chromium; SCREENSHOTS=folder keeps its pictures
	$(TEST_ENV) $(BIN)/python -m pytest -m browser $(ARGS)

test-soak: .venv/.test ## Saturation and faults: every answer compared; SOAK_SECONDS=60 sets how long
	$(TEST_ENV) $(BIN)/python -m pytest -m soak -rP $(ARGS)

test-openapi: .venv/.test .venv/.tools ## Every operation of every function against its OpenAPI document
	$(TEST_ENV) $(BIN)/python -m pytest -m openapi $(ARGS)

audit: .venv/.test .venv/.tools ## Dependencies: known vulnerabilities, licences; our code: bandit
	.venv/tools/bin/bandit --quiet --recursive --severity-level medium functions ui training
	.venv/tools/bin/pip-licenses --python $(BIN)/python --from=mixed --partial-match --fail-on "$(COPYLEFT)" --ignore-packages $(EITHER) > /dev/null
	.venv/tools/bin/pip-audit --requirement requirements/all.txt --no-deps --disable-pip

test-chaos: .venv/.test ## A batch of 200 while its processes are killed: nothing lost, nothing doubled
	$(TEST_ENV) $(BIN)/python -m pytest -m chaos -s $(ARGS)

manifests: .venv/.manifests ## Check every overlay of knative/ without a cluster: schemas, Knative's webhook rules, references
	$(BIN)/python -m knative.validate $(ARGS)

deploy: .venv/.manifests ## Send an overlay to the cluster that kubectl talks to: make deploy OVERLAY=local
	$(BIN)/python -m knative.deploy $(OVERLAY) $(ARGS)

undeploy: ## Take it out again, the namespace and the Secrets in it included
	kubectl delete --ignore-not-found --kustomize knative/overlays/$(OVERLAY)

smoke: .venv/.run ## Ask a running service for a summary by each model: make smoke URL=https://... [ARGS="--catalog URL"]
	@$(BIN)/python -m knative.smoke $(URL) $(ARGS)

lint: .venv/.test ## Ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .venv/.test ## Let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

typecheck: .venv/.test ## mypy, strict, on code and tests
	$(BIN)/mypy

evaluate-reading: .venv/.train ## Read families that the models were not trained on; writes docs/reading.md and the calibration
	$(BIN)/python -m training.reading.evaluate $(ARGS)

harper: ## Fetch harper.js, with which `make evaluate` also counts grammar lints: needs npm
	npm install --silent --no-save --prefix .harper harper.js@2

evaluate: .venv/.test ## Measure reading, parsing and summaries on the labelled resumes; writes docs/evaluation.md
	$(BIN)/python -m training.evaluation.prose $(filter --check,$(ARGS))
	$(BIN)/python -m training.evaluate $(ARGS)

fuzz: .venv/.test ## Damage DOCX files and facts for a minute and look for what breaks: make fuzz [ARGS="--seconds 900 --seed 4"]
	$(BIN)/python -m tests.fuzz $(ARGS)

bench-page: .venv/.test ## How quick and how near the page is, in Chromium: make bench-page [ARGS="CHECKOUT ..."]
	$(BIN)/python -m benchmarks.page $(ARGS)

bench-reading: .venv/.test ## Time and memory of reading, 1 to 100 pages and hostile files; writes docs/reading.md
	$(BIN)/python -m benchmarks.reading $(ARGS)

bench: .venv/.train ## Start, memory and latency beside plain transformers, in one run
	$(BIN)/python -m benchmarks $(ARGS)

train: .venv/.train ## From the data to weights, card and curve: make train MODEL=t5 [FROM=google/flan-t5-small REVISION=<sha>]; goes on where it stopped
ifdef FROM
	$(BIN)/python -m training.finetune $(MODEL) --source $(FROM) --revision $(REVISION) $(ARGS)
else
	$(BIN)/python -m training.train --model $(MODEL) $(ARGS)
	$(BIN)/python -m training.ship --model $(MODEL)
	$(BIN)/python -m training.curves
endif

train-reader: .venv/.train ## Train the reader's models from the labelled pages; the same bytes each time
	$(BIN)/python -m training.reading.train $(ARGS)

train-lines: .venv/.train ## Train what reads and ranks the lines of a resume; the same bytes each time, some twenty minutes
	nice $(BIN)/python -m training.lines.train

bake: .venv/.train ## Bring in a hub checkpoint: make bake MODEL=bart FROM=facebook/bart-large-cnn REVISION=<sha>
	$(BIN)/python -m training.bake $(MODEL) --source $(FROM) --revision $(REVISION) $(ARGS)

test-contract: .venv/.test ## Server processes held to what Knative asks of them; about two minutes
	$(TEST_ENV) $(BIN)/python -m pytest -m contract tests/contract $(ARGS)

images: ## Build the images: make images [IMAGES=summarize] [TAG=...] [CONTAINER_ENGINE=docker] [BUILD_OPTIONS=...]
	@for image in $(IMAGES); do \
		echo "Building resume-summary-$$image:$(TAG) ..."; \
		$(BUILD) $(BUILD_OPTIONS) --target $$image --build-arg REVISION=$(REVISION_LABEL) --tag resume-summary-$$image:$(TAG) . || exit 1; \
	done

images-test: .venv/.test ## Run each image, strictly confined, and print what it weighs
	$(TEST_ENV) $(CONTAINERS) $(BIN)/python -m pytest -m images tests/images $(ARGS)

bench-images: .venv/.test ## Start, memory and load of the image of summarize
	$(CONTAINERS) $(BIN)/python -m benchmarks.containers $(ARGS)

sbom: ## What the images hold, as CycloneDX: build/sbom/*.json
	$(BUILD) $(BUILD_OPTIONS) --target sbom --output build/sbom .

samples: .venv/.test ## Build the sample resumes anew from their specifications
	$(BIN)/python -m tests.builders.build_samples

lock: .venv/.tools ## Write the lock after a change of pyproject.toml: make lock [ARGS=--upgrade]
	@sh requirements/lock.sh .venv/tools/bin/uv $(ARGS)

clean: ## Remove the environment and every cache
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info build dist

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@echo "Creating .venv ..."
	@$(PYTHON) -m venv .venv

.venv/.run: .venv/bin/python pyproject.toml requirements/run.txt
	@echo "Installing what the services need (no torch): once, and it takes some minutes. What is being fetched is shown ..."
	@$(subst --quiet,,$(LOCKED))/run.txt
	@$(OURS)
	@touch $@

.venv/.test: .venv/.run requirements/test.txt
	@echo "Installing what the tests need ..."
	@$(LOCKED)/test.txt
	@touch $@

.venv/.manifests: .venv/.test requirements/manifests.txt
	@echo "Installing Kubernetes' schemas ..."
	@$(LOCKED)/manifests.txt
	@touch $@

# torch has a build for each kind of machine: its version is locked, and pip takes the build that this machine's index has.
.venv/.train: .venv/.test requirements/train.txt
	@echo "Installing torch and transformers ..."
	@$(LOCKED)/train.txt
	@$(PIP) --only-binary :all: torch==2.13.0
	@touch $@

# Tools that look at the project from outside have an environment of their own: none of them is a dependency.
.venv/.tools: .venv/bin/python
	@echo "Installing the audit tools ..."
	@$(PYTHON) -m venv .venv/tools
	@.venv/tools/bin/pip install --quiet --disable-pip-version-check "schemathesis>=4.32" "pip-audit>=2.10" "bandit>=1.9" "pip-licenses>=5.5" "uv>=0.9"
	@touch $@
