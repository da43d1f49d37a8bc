# `make run` and `make test` do everything, on a machine that has Python and make.

VENV := .venv
BIN := $(VENV)/bin
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	if $$python -c '$(SUPPORTED)' 2>/dev/null; then echo $$python; exit; fi; done; echo python3)
PIP := $(BIN)/python -m pip --disable-pip-version-check
# On Linux, `--index-url https://download.pytorch.org/whl/cpu` leaves out what only a GPU needs.
TORCH_OPTIONS ?=
QUESTION := Which African foreign ministers visited Astana?
FIRST := Which African foreign minister was the last to visit Astana?
TESTS ?= tests
ARGS ?=
# ONNX Runtime reports to its maker unless it is told not to.
export ORT_DISABLE_TELEMETRY := 1
# What answers from the index; every other command is passed through as it is.
ANSWERING := $(if $(ARGS),$(filter ask chat bot page,$(firstword $(ARGS))),chat)

.DEFAULT_GOAL := help
.PHONY: help run prepare test lint types benchmark quality clean

help:  ## Say what there is to make
	@sed -n 's/^\([a-z]*\):.*##/\1:/p' Makefile | while IFS=: read -r name what; do \
		printf '%-16s%s\n' "make $$name" "$$what"; done

run: $(VENV)/.installed $(if $(ANSWERING),prepare)  ## Install, load the sample, build the index, then Telegram bot or chat; ARGS='ask "..."'
ifneq ($(ARGS),)
	@exec $(BIN)/elshi $(ARGS)
else
	@if [ -n "$${TELEGRAM_BOT_TOKEN:-}" ]; then exec $(BIN)/elshi bot; \
	elif [ -t 0 ]; then exec $(BIN)/elshi chat --first '$(FIRST)'; \
	else echo '> $(QUESTION)'; exec $(BIN)/elshi ask '$(QUESTION)'; fi
endif

prepare: $(VENV)/.installed
	@BIN=$(BIN)/ SAMPLE=corpus/sample/releases.jsonl sh tools/prepare.sh >&2

test: $(VENV)/.installed-dev  ## Install what tests need and run them all; TESTS=tests/test_x.py
	@echo 'Running the tests'
	@$(BIN)/python -m pytest $(TESTS)

lint: $(VENV)/.installed-dev  ## Check style and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev  ## Check types
	@$(BIN)/mypy $(wildcard bot corpus index tests benchmarks tools)

benchmark: $(VENV)/.installed-dev  ## Measure retrieval and speed; ARGS is passed on
	@$(BIN)/python -m benchmarks $(ARGS)

quality: $(VENV)/.installed-dev  ## Write docs/quality.md: how well the evaluation sets are answered
	@$(BIN)/python -m benchmarks quality $(ARGS)

clean:  ## Remove the environment, not the data
	rm -rf $(VENV)

$(BIN)/python:
	@$(PYTHON) -c '$(SUPPORTED)' || { echo "Elshi needs Python 3.11, 3.12 or 3.13; \
	$(PYTHON) is $$($(PYTHON) --version 2>&1 || echo missing). Name one: make PYTHON=python3.12" >&2; exit 1; }
	@echo "Making the environment $(VENV) with $$($(PYTHON) --version)" >&2
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	echo "Python's venv module is incomplete; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

# Stamps, touched once all is in: a second run does not ask pip again.
$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo 'Installing PyTorch, the largest part: several minutes on a slow line' >&2
	@$(PIP) install $(TORCH_OPTIONS) "$$(grep '^torch==' constraints.txt)" >&2
	@echo 'Installing Elshi and the rest' >&2
	@$(PIP) install -c constraints.txt -e '.[postgres]' >&2
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo 'Installing what the tests need' >&2
	@$(PIP) install -c constraints.txt -e '.[dev]' >&2
	@touch $@
