# make run      install what is missing, build, and run the main job on surveys/carcassonne-2023
# make test     install what is missing, and run the whole test suite
# make install  build, and put the tool and its shell completions under PREFIX
# make fixtures write the synthetic exports again
# make bench    the benchmarks, beside their floor (Benchmarks/README.md)
# make fuzz     random inputs through the reader; make fuzz-guided: the same under libFuzzer
# make huge     inputs of a size that no survey has
# make pages    every page of every project in a browser: accessibility, widths, paper
# make attack   200 random projects published and attacked (python3 with scipy and yaml)
# make interrupt  runs killed at 100 random moments, a full disk, a read-only folder, several at once
# make lint     the house style

SWIFT ?= swift
PROJECT ?= surveys/carcassonne-2023
OUT ?= results/$(notdir $(PROJECT))
PREFIX ?= /usr/local
RELEASE = .build/release/concertation
# Set BINARY to run one that is already built.
BINARY ?=

.PHONY: archives attack interrupt pages run test install release release-at-scale release-history setup fixtures bench lint fuzz fuzz-guided huge huge-sessions

run: $(if $(BINARY),,release)
	@$(or $(BINARY),$(RELEASE)) run $(PROJECT) --out $(OUT)

test: setup
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build

# The runtimes of Swift and C++ inside, and at a fixed address: little is left to the loader, which takes
# a third of the time to start otherwise. Libraries, heap and stack still stand at random ones; what is under
# the LGPL stays a shared library (NOTICE).
ARCHIVES = $(CURDIR)/.build/archives
RELEASE_BUILD = $(SWIFT) build --configuration release --static-swift-stdlib -Xlinker -no-pie \
  -Xswiftc "-L$(ARCHIVES)" -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
release: setup archives
	@$(RELEASE_BUILD) --product concertation

# A folder in which the linker finds the archive of C++ and no shared library.
archives:
	@mkdir -p "$(ARCHIVES)"
	@for compiler in "$$(dirname "$$(realpath "$$(command -v $(SWIFT))")")/clang" clang cc; do \
	  archive=$$("$$compiler" -print-file-name=libstdc++.a 2>/dev/null) || continue; \
	  [ ! -f "$$archive" ] || { ln -sf "$$archive" "$(ARCHIVES)/"; break; }; done

# Tables, disclosure control, coding and weighting at the size of a nation, for the benchmarks.
release-at-scale: setup archives
	@$(RELEASE_BUILD) --product at-scale

# The SQLite history, for projects with an inbox.
release-history: release
	@$(RELEASE_BUILD) --product concertation-history

setup:
	@./.ci/setup

install: release-history
	install -s -D -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/concertation
	install -s -D -m 755 $(RELEASE)-history $(DESTDIR)$(PREFIX)/bin/concertation-history
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install -d $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(RELEASE) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/concertation
	$(RELEASE) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_concertation
	$(RELEASE) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/concertation.fish

fixtures:
	@$(SWIFT) run FixtureMaker fixtures

bench: setup
	@./Benchmarks/run.sh

# Needs what Tests/Pages/check_pages.py names.
PAGES ?= /tmp/concertation-pages
pages: $(if $(BINARY),,release)
	@for project in surveys/*/; do for lang in fr en; do \
	  $(or $(BINARY),$(RELEASE)) run $$project --out $(PAGES)/$$(basename $$project)-$$lang --lang $$lang \
	    --edition both > /dev/null || exit 1; done; done
	@python3 Tests/Pages/check_pages.py $$(find $(PAGES) -name '*.html' ! -name synthesis.html | sort)

lint:
	@$(SWIFT) format lint --strict --recursive Sources Tests fixtures Package.swift

# A million seeded inputs through the reader and the recognition of survey tools.
COUNT ?= 1000000
fuzz: setup archives
	@$(RELEASE_BUILD) --product fuzz
	@.build/release/fuzz $(COUNT)

# The same checks, led by libFuzzer to code that was not reached yet.
SECONDS ?= 120
fuzz-guided: setup
	@./Tests/Fuzzing/guided.sh $(SECONDS)

# Inputs of a size that no survey has: answers, seconds, peak memory.
huge: release
	@python3 Tests/Fuzzing/huge.py $(RELEASE)

# A country of sessions in one run: 5,000 sheets, a million statements, 1,362 quartiers.
huge-sessions: release
	@python3 Tests/Fuzzing/sessions.py $(RELEASE)

# What can be worked out of public editions, by linear programming, and what protection costs.
PROJECTS ?= 200
SEED ?= 1
attack: $(if $(BINARY),,release)
	@python3 fixtures/disclosure/random_projects.py $(PROJECTS) --seed $(SEED) --program $(or $(BINARY),$(RELEASE))

# The previous results stay whole, or the new ones are; as root, with a disk that fills up.
TIMES ?= 100
interrupt: $(if $(BINARY),,release)
	@CONCERTATION=$(or $(BINARY),$(RELEASE)) fixtures/folder/interrupt.sh $(TIMES)
