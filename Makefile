# On a fresh machine `make site` and `make test` set up all they need.
.PHONY: site serve check test site-to-test test-code papers words bench audit setup setup-development
bin := .venv/bin
export NO_MKDOCS_2_WARNING := 1

setup:
	@tools/set-up

setup-development:
	@tools/set-up development

# Another engine, for a trial: `make site ENGINE=zensical` or `make site ENGINE=properdocs`.
ENGINE := mkdocs
site: $(if $(filter mkdocs,$(ENGINE)),setup,setup-development)
	@$(bin)/scifi build --engine $(ENGINE)

serve: setup
	@$(bin)/scifi serve

check: setup-development
	@$(bin)/scifi check
	@$(bin)/scifi format --check
	@$(bin)/ruff check .
	@$(bin)/ruff format --check --quiet .
	@$(bin)/mypy
	@$(bin)/lint-imports
	@$(bin)/python -m scifi.build.node

# The tests of the built site come after the build; all others run beside it, on the second core.
tests_of_site := tests/browser tests/docs tests/printing tests/site
tests_of_code := $(filter-out $(tests_of_site:=/), $(sort $(dir $(wildcard tests/*/test_*.py))))

test: check
	@$(MAKE) --no-print-directory --jobs 2 site-to-test test-code
	@$(bin)/pytest -n 2 --dist worksteal $(tests_of_site)

site-to-test:
	@$(bin)/scifi build

test-code:
	@$(bin)/pytest $(tests_of_code)

# Every paper under the checkers; `make test` looks at a sixth of the many.
papers: setup-development
	@$(bin)/scifi build
	@SCIFI_EVERY_PAPER=1 $(bin)/pytest -n 2 --dist worksteal tests/printing

# The catalogue of all words, from which translations are made.
words: setup-development
	@$(bin)/pybabel --quiet extract --mapping-file src/scifi/locale/babel.cfg --no-wrap \
	    --keywords N_ --add-location file --sort-by-file --omit-header \
	    --output-file src/scifi/locale/scifi.pot .

bench: setup-development
	@$(bin)/python -m benchmarks
	@$(bin)/python -m benchmarks.scale 100 1000

# Search, weights, Lighthouse, stillness, axe, policy, links and heights of the built site, in one table.
audit: setup-development
	@$(bin)/scifi build --no-book --compressed
	@$(bin)/python -m benchmarks.audit
