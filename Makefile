# Short names for what the two commands and the lock files need. `make` lists them.
.PHONY: help start check fast lock words clean

help:
	@grep -E '^[a-z]+:.*#' $(MAKEFILE_LIST) | sed -e 's/:.*# /  -  /'

start: # serve the demo on http://localhost:8000
	./start

check: # everything: code, words, tests on two databases and in a browser
	./check

fast: # the same without PostgreSQL and the browser
	./check --fast

words: # collect the sentences that need a translation
	.venv/bin/python manage.py messages

lock: # pin requirements/*.txt anew by hash; `make lock UPGRADE=--upgrade` takes new versions
	@set -e; room=$$(mktemp -d); trap 'rm -rf "$$room"' EXIT; \
	python3 -m venv "$$room"; "$$room/bin/python" -m pip install --quiet uv; \
	compile="$$room/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header --python-version 3.11 $(UPGRADE)"; \
	$$compile requirements/runtime.in --output-file requirements/runtime.txt; \
	$$compile requirements/dev.in --constraint requirements/runtime.txt --output-file requirements/dev.txt

clean: # remove what ./start and ./check made in this folder; never your data
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .migrated
	find src tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
	find src -name '*.mo' -delete
