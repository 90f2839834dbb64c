# The one list of commands. `make` alone prints it; .ci/run and pre-commit call it.
.DEFAULT_GOAL := help
SHELL := /bin/sh

BIN := .venv/bin
READY := .venv/.ready
DEMO := build/demo
SUMMARY := statutes/us-ct/summary/pa-21-103/eng@2021-08-31.xml
UV_VERSION := 0.13.8
COMPILE = build/uv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--upgrade --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	--quiet
PYTHONS := 3.11 3.12 3.13 3.14
MINUTES := 30
PAGE := build/fuzz/page.md

.PHONY: help
help: ## Print this list
	@echo "make TARGET, where TARGET is one of:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1 - \2/p' Makefile

$(READY): requirements.lock pyproject.toml tool/bootstrap
	@PYTHON="$(PYTHON)" sh tool/bootstrap

.PHONY: setup
setup: $(READY) ## Make .venv and install everything (PYTHON=... chooses a Python)

.PHONY: demo
demo: $(READY) ## Show 54-95c as it changed from 2016 to 2021, and where the pages are
	@mkdir -p $(DEMO)
	@# Status 1 says that the texts differ, and here they must.
	@$(BIN)/statuteline diff 54-95c 2016-10-01 2021-10-01 --no-pager; test $$? -eq 1
	@$(BIN)/statuteline diff 54-95c 2016-10-01 2021-10-01 --format html \
		>$(DEMO)/54-95c.html; test $$? -eq 1
	@test -s $(SUMMARY) || { echo "The imported summary is missing: $(SUMMARY)" >&2; exit 2; }
	@echo
	@echo "The same as a page:               $(DEMO)/54-95c.html"
	@echo "The act's summary, as imported:   $(SUMMARY)"

.PHONY: test
test: $(READY) ## Run the tests, but for those marked slow
	@sh tool/system-tools
	$(BIN)/pytest -m "not slow" --numprocesses auto --dist loadfile

.PHONY: test-all
test-all: test ## Run the tests, then those marked slow
	$(BIN)/pytest -m slow --numprocesses auto --dist loadfile

.PHONY: test-paper
test-paper: $(READY) ## Print every pair of real sections as an act and read it (8 minutes)
	@sh tool/system-tools
	STATUTELINE_ALL_PAPER=1 $(BIN)/pytest -m slow tests/real/test_acts_round_trip.py -k paper

.PHONY: test-spark
test-spark: $(READY) ## Run the tests on a Spark cluster (network: Spark 460 MB, and Java)
	@sh tool/system-tools java
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--requirement requirements-spark.lock
	STATUTELINE_REQUIRE=java,pyspark $(BIN)/pytest tests/unit/engines/test_spark.py \
		tests/unit/batch/test_spark.py

.PHONY: test-spark-all
test-spark-all: ## The same, with every record of every decision
	STATUTELINE_ALL_RECORDS=1 $(MAKE) test-spark

.PHONY: check
check: check-style check-types check-imports check-claims check-trace check-docs ## Check everything but the tests

.PHONY: check-style
check-style: $(READY) ## Check format and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

.PHONY: check-types
check-types: $(READY) ## Check types, in tool and tests
	$(BIN)/mypy

.PHONY: check-imports
check-imports: $(READY) ## Check the import contracts
	$(BIN)/lint-imports

.PHONY: check-claims
check-claims: $(READY) ## Prove and refute the claims about the law; a flip is a failure
	$(BIN)/statuteline prove --brief

.PHONY: check-trace
check-trace: $(READY) ## Check that code and law are held against each other and nothing is open
	$(BIN)/statuteline check
	$(BIN)/statuteline coverage --holes

.PHONY: check-docs
check-docs: site ## Build the site strictly and check its links
	$(BIN)/pytest tests/docs/test_links.py

.PHONY: check-reproducible
check-reproducible: $(READY) ## Check that outputs, wheel and site have the same bytes from two copies (5 minutes)
	$(BIN)/pytest tests/reproducible

.PHONY: check-wheels
check-wheels: $(READY) ## Check that every locked package has a wheel for each Python (network)
	@for version in $(PYTHONS); do \
		echo "Python $$version"; \
		$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps \
			--only-binary=:all: --python-version $$version --require-hashes \
			--dest build/wheels/$$version --requirement requirements.lock || exit 1; \
	done

.PHONY: format
format: $(READY) ## Format the code and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: site
site: $(READY) ## Build the site into build/site, dated as the last commit, so that bytes recur
	@epoch=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null)}; \
	if [ -n "$$epoch" ]; then export SOURCE_DATE_EPOCH="$$epoch"; fi; \
	echo "$(BIN)/mkdocs build --strict"; $(BIN)/mkdocs build --strict

.PHONY: bench
bench: $(READY) ## Measure comparing, searching, deciding, checking, the site, start-up; writes site/benchmarks.md (30 minutes)
	@mkdir -p build/bench
	@$(BIN)/python -m compileall -q tool/statuteline # as installing does
	@cat bench/preface.md >build/bench/page.md
	$(BIN)/python bench/growth.py build/bench/growth.svg >>build/bench/page.md
	$(BIN)/python bench/worst_cases.py >>build/bench/page.md
	$(BIN)/python bench/whole_process.py >>build/bench/page.md
	$(BIN)/python bench/search.py >>build/bench/page.md
	$(BIN)/python bench/rules.py >>build/bench/page.md
	$(BIN)/python bench/tracing.py >>build/bench/page.md
	$(BIN)/python bench/publishing.py >>build/bench/page.md
	$(BIN)/python bench/start_up.py >>build/bench/page.md
	@mv build/bench/growth.svg site/assets/growth.svg
	@mv build/bench/page.md site/benchmarks.md
	@cat site/benchmarks.md

.PHONY: bench-quick
bench-quick: $(READY) ## Measure small sizes and print them; writes nothing into site (3 minutes)
	@mkdir -p build/bench
	@$(BIN)/python -m compileall -q tool/statuteline # as installing does
	$(BIN)/python bench/growth.py --quick build/bench/quick.svg
	$(BIN)/python bench/worst_cases.py --quick
	$(BIN)/python bench/whole_process.py
	$(BIN)/python bench/search.py --quick
	$(BIN)/python bench/rules.py --quick
	$(BIN)/python bench/tracing.py --quick
	$(BIN)/python bench/publishing.py --quick

.PHONY: fuzz
fuzz: $(READY) ## Try every reader with made-up bytes for MINUTES=30 (network; Linux only)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--requirement requirements-fuzz.lock
	@PYTHONPATH=tests/fuzz:tests/hostile:tests/web $(BIN)/python tests/fuzz/fuzz.py \
		--minutes $(MINUTES) --page $(PAGE)

.PHONY: patterns
patterns: $(READY) ## Measure how regular expressions grow with long texts (5 minutes)
	@PYTHONPATH=tests/fuzz $(BIN)/python tests/fuzz/slow_patterns.py

.PHONY: lock
lock: $(READY) ## Remake all requirements files from pyproject.toml (network)
	@test -x build/uv/bin/uv || $(BIN)/python -m venv build/uv
	@build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(COMPILE) pyproject.toml --group dev --group bench --output-file requirements.lock
	$(COMPILE) --group pyproject.toml:fuzz --output-file requirements-fuzz.lock
	$(COMPILE) --group pyproject.toml:spark --output-file requirements-spark.lock

.PHONY: sbom
sbom: $(READY) ## List all locked packages, with hashes, as CycloneDX in build/sbom.json
	@mkdir -p build
	@# It says that the lock does not tell who needs whom, which is so.
	@PYTHONWARNINGS=ignore::UserWarning $(BIN)/cyclonedx-py requirements requirements.lock \
		--pyproject pyproject.toml --output-reproducible --output-format JSON \
		--spec-version 1.6 --output-file build/sbom.json
	@echo "build/sbom.json"

.PHONY: clean
clean: ## Remove what was built, and caches; .venv stays
	rm -rf build dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache \
		.import_linter_cache
	find tool tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
