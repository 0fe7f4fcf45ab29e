# Everything happens in .venv, made here and nowhere else: nothing is installed globally.
# `make` alone lists what there is. `make PYTHON=python3.12 demo` chooses a Python.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install -qq
BUILD := build

.PHONY: help demo test check lint bench lab upgrade clean
.DEFAULT_GOAL := help

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.plain ## fetch, read and compare the sample event, and write its report
	@$(BIN)/sidelight demo

test: $(VENV)/.dev ## run every test, those in a browser included
	@$(BIN)/python -m pytest

check: lint ## the fast half of the tests, style, types and house rules; under a minute
	@$(BIN)/python -m pytest --quiet -m "not slow and not browser and not quality"

lint: $(VENV)/.dev ## style, types and house rules alone
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: $(VENV)/.dev ## print times, memory and size; asserts nothing
	@$(BIN)/python tests/bench.py

# JupyterLab's announcements and its shop for extensions would ask sites; a lesson should not.
lab: $(VENV)/.plain ## open the notebooks in JupyterLab
	@$(BIN)/jupyter labextension disable --level=sys_prefix \
	  "@jupyterlab/apputils-extension:announcements" >/dev/null 2>&1
	@$(BIN)/jupyter lab --notebook-dir=notebooks --LabApp.extension_manager=readonly \
	  $(if $(filter 0,$(shell id -u)),--allow-root) $(LAB)

upgrade: ## renew constraints.txt with the newest versions; then run the tests
	@rm -rf $(BUILD)/newest && mkdir -p $(BUILD)
	@$(PYTHON) -m venv $(BUILD)/newest
	@$(BUILD)/newest/bin/python -m pip install -qq --upgrade pip
	@$(BUILD)/newest/bin/python -m pip install -qq -e '.[dev]'
	@{ echo "# The versions that the tests passed with. Renewed by 'make upgrade', not by hand."; \
	   $(BUILD)/newest/bin/python -m pip freeze --exclude-editable | grep -E '^[A-Za-z0-9._-]+=='; \
	 } > $(BUILD)/constraints.txt
	@mv $(BUILD)/constraints.txt constraints.txt && rm -rf $(BUILD)/newest
	@echo "constraints.txt is new; 'make test' tells whether it holds."

clean: ## remove .venv, build/ and caches; your events stay
	@rm -rf $(VENV) $(BUILD) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find toolkit tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the virtual environment: once, and again when what it is made from changes -------------------

# A new pip first: that of older Pythons crashes on some of the packages.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "sidelight needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || true)."; \
	  echo "Install one, or name it: make PYTHON=python3.12 demo"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python cannot make a virtual environment (it lacks ensurepip)."; \
	  echo "On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "Making .venv (once; about a minute)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --upgrade pip
	@touch $@

$(VENV)/.plain: $(VENV)/.made pyproject.toml constraints.txt
	@$(PIP) -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.made pyproject.toml constraints.txt
	@$(PIP) -c constraints.txt -e '.[dev]'
	@touch $(VENV)/.plain $@
