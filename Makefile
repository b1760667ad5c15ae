# Everything goes through these targets; CI calls the same ones.
# uv is used when it is there; without it, it is installed into the virtual environment.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null || echo $(BIN)/uv)
export PORT

.DEFAULT_GOAL := help
.PHONY: help serve test test-database test-browser test-clients fuzz lint check bench contract catalogues clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

# What a deployment has is enough to run; the tools for working on it come with the first other target.
$(VENV)/.runnable: pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dilmaç needs Python 3.11 or newer; $$($(PYTHON) --version) is found. Name another: make PYTHON=python3.12 …"; exit 1; }
	@test -d $(VENV) || { command -v uv >/dev/null 2>&1 && uv venv --quiet --python "$$(command -v $(PYTHON))" $(VENV); } || $(PYTHON) -m venv $(VENV)
	@command -v uv >/dev/null 2>&1 || $(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9'
	@$(UV) sync --frozen --quiet --no-dev --inexact --python $(BIN)/python
	@touch $@

$(VENV)/.installed: $(VENV)/.runnable
	@$(UV) sync --frozen --quiet --inexact --python $(BIN)/python
	@touch $@

serve: $(VENV)/.runnable ## Run the demonstration site on PORT (default 8000)
	@$(BIN)/python manage.py serve

test: $(VENV)/.installed ## Run the test suite
	@$(BIN)/pytest -n 2 --dist loadfile -m 'not browser and not clients'

test-database: $(VENV)/.installed ## Run what depends on the database (DATABASE_URL, REDIS_URL)
	@$(BIN)/pytest -n 2 --dist loadfile --create-db -m 'not browser and not clients and not standalone and not no_database'

test-browser: $(VENV)/.installed ## Run the journeys in a real headless browser (needs Chromium)
	@$(BIN)/pytest -m browser

test-clients: $(VENV)/.installed tests/clients/node_modules/.package-lock.json ## Run released GraphQL clients and audits (needs Node 20)
	@$(BIN)/pytest -m clients

tests/clients/node_modules/.package-lock.json: tests/clients/package.json tests/clients/package-lock.json
	@cd tests/clients && npm ci --no-fund --no-audit --loglevel=error
	@touch $@

fuzz: $(VENV)/.installed ## Ask thousands of random queries (some minutes)
	@$(BIN)/pytest tests/cms/graphql/test_fuzz.py --hypothesis-profile=fuzz

lint: $(VENV)/.installed ## Check style, types and layers
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/lint-imports
	@$(BIN)/mypy cms plugins config manage.py

check: $(VENV)/.installed ## Check settings, migrations, catalogues and the contract
	@$(BIN)/python manage.py check
	@$(BIN)/python manage.py makemigrations --check --dry-run
	@$(BIN)/python manage.py compile_catalogues --check
	@$(BIN)/python manage.py contract check
	@$(BIN)/python manage.py contract export --check

contract: $(VENV)/.installed ## Write the frontend contract from the schema
	@$(BIN)/python manage.py contract export

catalogues: $(VENV)/.installed ## Compile the translations of the interface
	@$(BIN)/python manage.py compile_catalogues

bench: $(VENV)/.installed ## Measure; prints ratios and milliseconds (ACTIVITIES=50000 for a large timeline)
	@$(BIN)/python -m plugins.timelines.benchmarks.parsing
	@$(BIN)/python -m plugins.consultation.transparency.benchmarks.appending
	@DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python -m cms.graphql.benchmarks.executing
	@DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python -m cms.graphql.benchmarks.hostile
	@DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python -m cms.testing.benchmarks.plugins
	@DJANGO_SETTINGS_MODULE=config.settings.benchmark $(BIN)/python -m cms.testing.benchmarks.delivery
	@DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python -m cms.testing.benchmarks.purging
	@DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python -m plugins.networks.benchmarks.listing
	@DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python -m plugins.timelines.benchmarks.activities $(ACTIVITIES)

clean: ## Remove the virtual environment and all local data
	@rm -rf $(VENV) var
