## make run           opens the desk, after setting up what it needs
## make test          every check, after setting up what it needs
## make check         every check, with what is set up
## make bench         speed as ratios
## make fuzz          draws new and many more examples for the tests that take any input
## make attack        presses everything at every screen in twenty lives
## make torture       kills the program 100 times
## make translations  brings the window's translations up to date
## make requirements  pins dependencies anew; needs uv on PATH
## make clean         removes all that was set up and built
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
# Compiled modules are kept: the tests start many processes.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test check bench fuzz attack torture requirements translations clean

help:
	@sed -n 's/^## //p' Makefile

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@PYTHON=$(PYTHON) .ci/system-libraries run
	$(PYTHON) -m venv .venv
	@touch $@

.venv/run-ready: .venv/made requirements/run.txt pyproject.toml
	@test .venv/test-ready -nt requirements/run.txt || $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/test-ready: .venv/made requirements/test.txt pyproject.toml
	@# The system's packages and Python's come at the same time: neither needs the other.
	@.ci/system-libraries test & libraries=$$!; \
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt && \
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .; packages=$$?; \
	wait $$libraries && exit $$packages
	@touch $@

run: .venv/run-ready
	@$(BIN)/serkut-desk

test: .venv/test-ready
	@$(MAKE) --no-print-directory check

check:
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	@# Types and imports use one core: beside the tests they take less time than before them. What
	@# they find is told last, where it is seen.
	@{ $(BIN)/mypy && $(BIN)/lint-imports --no-cache; } > .venv/types.log 2>&1 & types=$$!; \
	$(BIN)/pytest -q -n 2; tests=$$?; \
	if wait $$types; then exit $$tests; fi; cat .venv/types.log; exit 1

bench: .venv/test-ready
	@PYTHONPATH=tests $(BIN)/python -m bench

torture: .venv/test-ready
	@PYTHONPATH=tests $(BIN)/python -m torture --kills 100

fuzz: .venv/test-ready
	@$(BIN)/pytest -q -n 2 --hypothesis-profile fuzz $$(grep -rl '@given' tests)

# Other lives each minute; ATTACK_SEED=7 begins with the seventh, ATTACK_LIVES says how many.
attack: export ATTACK_LIVES ?= 20
attack: export ATTACK_SEED ?= $(shell date +%j%H%M)
attack: .venv/test-ready
	@$(BIN)/pytest -q -n 2 -o faulthandler_timeout=0 tests/journeys/test_attack_screens.py

translations: .venv/test-ready
	@$(BIN)/python .ci/translations.py

# After a change of dependencies in pyproject.toml; uv.lock is not kept, it holds addresses.
requirements:
	@command -v uv >/dev/null || { echo "make requirements needs uv on PATH" >&2; exit 1; }
	uv lock --quiet --python 3.11
	uv export --quiet --frozen --no-emit-project --no-header --no-annotate --no-default-groups --group build -o requirements/run.txt
	uv export --quiet --frozen --no-emit-project --no-header --no-annotate --no-default-groups --group build --group test -o requirements/test.txt

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
