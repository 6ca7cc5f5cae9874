# Every target works from a clean clone with Python 3.11 to 3.13, git and make; `make help` lists them.
# pip alone fills .venv, from locks that pin every file by its hash, so any mirror or certificate set-up works.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/run.stamp
DEV := $(VENV)/dev.stamp
TRAIN := $(VENV)/train.stamp
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
LOCK := $(BIN)/uv pip compile --no-config --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

# The first interpreter that dragoman supports; name one with `make PYTHON=…`.
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	if $$python -c '$(SUPPORTED)' 2>/dev/null; then echo $$python; break; fi; done)

.PHONY: demo test check fix bench score tables model lock clean help

demo: $(RUN) ## Code the documents in examples/: the brief in the terminal and as an HTML page
	@$(BIN)/dragoman code examples/*.txt --format brief
	@mkdir -p out
	@$(BIN)/dragoman code examples/*.txt --output out/brief.html
	@echo "The same as a page: $(CURDIR)/out/brief.html"

test: $(DEV) ## Run every test
	@$(BIN)/python -m pytest -n 2

check: $(DEV) ## Formatting, lint, types, spelling
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted: run 'make fix'."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/codespell

fix: $(DEV) ## Format, and mend what lint can mend
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --quiet --fix .

bench: $(DEV) ## Time the pipeline against bare spaCy on one core
	@$(BIN)/python benchmarks/speed.py

score: $(DEV) ## Score the gold readouts in ../shared and compare with benchmarks/floors.json
	@$(BIN)/python benchmarks/score.py

tables: $(DEV) ## Build the knowledge tables again from ../shared
	@$(BIN)/python -m dragoman.knowledge.build

model: $(TRAIN) ## Fit the classifier again from training/corpus (some three hours)
	@$(BIN)/python training/make.py

lock: $(DEV) ## Pin the dependencies of pyproject.toml again, newest versions first
	@$(LOCK) --upgrade --group build pyproject.toml --output-file requirements/run.lock
	@$(LOCK) --upgrade --group dev pyproject.toml --constraints requirements/run.lock --output-file requirements/dev.lock

clean: ## Remove the environment, caches and everything built
	@rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## Say what each target does
	@sed -nE 's/^([a-z]+):.*## (.*)/\1	\2/p' $(MAKEFILE_LIST) | expand -t 10

# What dragoman needs to run. The development lock holds the same versions and more, so it satisfies both.
$(RUN): requirements/run.lock pyproject.toml | $(BIN)/python
	@echo "Installing dragoman into $(VENV)"
	@$(INSTALL) --require-hashes --requirement requirements/run.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements/dev.lock pyproject.toml | $(BIN)/python
	@echo "Installing dragoman and its development tools into $(VENV)"
	@$(INSTALL) --require-hashes --requirement requirements/dev.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $(RUN) $@

# What fitting needs besides; too large, and too dependent on the machine, to lock for everybody.
$(TRAIN): $(DEV)
	@echo "Installing what fitting needs into $(VENV)"
	@$(INSTALL) --requirement training/requirements.txt
	@touch $@

$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then echo "dragoman needs Python 3.11, 3.12 or 3.13: make PYTHON=/path/to/python" >&2; exit 1; fi
	@$(PYTHON) -m venv $(VENV)
