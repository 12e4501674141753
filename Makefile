# make chat: the page on http://127.0.0.1:7860.   make test: the whole test suite.
# Both set themselves up in .venv first, and do so again only when the requirements change.

PYTHON ?= python3
RUN = .venv/bin/python

.PHONY: chat test check

chat: .venv/ready
	@$(RUN) -m assistant chat

test: .venv/ready-to-test
	@$(RUN) -m pytest

# What must hold before each commit.
check: .venv/ready-to-test
	@$(RUN) -m ruff format --check .
	@$(RUN) -m ruff check .
	@$(RUN) -m mypy
	@$(RUN) -m pytest

.venv/ready: requirements.txt requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 …")'
	@test -x $(RUN) || $(PYTHON) -m venv .venv
	@echo "Installing what is needed into .venv (some minutes, the first time) …"
	@$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements.txt -c requirements.lock
	@touch $@

.venv/ready-to-test: .venv/ready requirements-dev.txt
	@$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt -c requirements.lock
	@touch $@
