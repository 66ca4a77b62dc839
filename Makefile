# The two commands of a newcomer: `make report` and `make test`. `make help` lists the others.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

# The sample to report on: tra-vinh-2023, or vinh-long-2026 of the province since 1 July 2025.
PROVINCE ?= tra-vinh-2023
SAMPLE   ?= SampleData/$(PROVINCE)
PERIOD   ?= $(if $(filter vinh-long-2026,$(PROVINCE)),2026-Q2,2023-Q2)
# Reported on before, so that the report has something to compare with.
EARLIER  ?= $(if $(filter vinh-long-2026,$(PROVINCE)),2025-Q2 2026-Q1 $(foreach m,04 05 06 07 08 09 10 11 12,2025-$(m)) \
            $(foreach m,01 02 03 04 05 06,2026-$(m)),2022-Q2 2023-Q1 $(foreach m,04 05 06 07 08 09 10 11 12,2022-$(m)) \
            $(foreach m,01 02 03 04 05 06,2023-$(m)))
OUT      ?= bao-cao/$(PERIOD)

PROGRAM := .build/release/baocao

# What the program is built with, and what its tests read its output back with.
PACKAGES      := libxlsxwriter-dev libsqlite3-dev zlib1g-dev libzstd-dev libarchive-dev \
                 libcmark-gfm-dev libcmark-gfm-extensions-dev libgmime-3.0-dev libcurl4-openssl-dev pkg-config
TEST_PACKAGES := $(PACKAGES) locales python3 python3-yaml python3-openpyxl python3-html5lib \
                 python3-markdown-it cmark-gfm unzip gzip zstd valgrind binutils \
                 chromium chromium-driver python3-selenium python3-venv poppler-utils default-jre-headless \
                 python3-gi gir1.2-gmime-3.0 openssl
# Calculates workbooks a second time; with or without windows, whichever is there.
TEST_PACKAGES += $(if $(wildcard /usr/lib/libreoffice/program/libsclo.so),,libreoffice-calc-nogui)
# How long `make fuzz` tries to break the reader.
FUZZ_SECONDS ?= 60
FUZZ := .build/fuzz

BENCH_PACKAGES := $(PACKAGES) time openssl python3 python3-venv

# Installs those of a list of Debian packages that are missing, and does nothing where none is.
define install
missing=(); \
for package in $(1); do \
  [[ "$$(dpkg-query -W -f='$${Status}' $$package 2>/dev/null)" == "install ok installed" ]] \
    || missing+=("$$package"); \
done; \
if (( $${#missing[@]} )); then \
  echo "Installing $${missing[*]} …"; \
  as_root=(); (( EUID == 0 )) || as_root=(sudo); \
  "$${as_root[@]}" apt-get update -qq; \
  "$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$${missing[@]}" >/dev/null; \
fi
endef

# The package of Postfix would make a mail server of this machine: it is told to set up none.
define no_mail_server
as_root=(); (( EUID == 0 )) || as_root=(sudo); \
echo "postfix postfix/main_mailer_type select No configuration" \
  | "$${as_root[@]}" debconf-set-selections
endef

.PHONY: help report build test test-postfix lint format docs record fuzz bench bench-workbooks bench-pages bench-mail clean

help:
	@echo "make report   build, and report on $(SAMPLE) for $(PERIOD); PROVINCE=vinh-long-2026 for the other sample"
	@echo "make test     build, and run all tests"
	@echo "make test-postfix   send a run's reports through a Postfix of its own (as root)"
	@echo "make lint     check the layout of the code"
	@echo "make format   lay the code out"
	@echo "make docs     build the documentation of the code, dead links are errors"
	@echo "make record   write the golden files anew; fails, so that the change is read"
	@echo "make fuzz     feed the reader whatever libFuzzer makes of awkward files, for FUZZ_SECONDS"
	@echo "make bench    measure against DuckDB, Polars and wc on the same file"
	@echo "make bench-workbooks   measure the workbooks against XlsxWriter writing the same cells"
	@echo "make bench-pages       measure pages and Markdown against Jinja2 rendering the same files"
	@echo "make bench-mail        measure how many messages a second go to a server on this machine"
	@echo "make clean    remove what was built"

build:
	@$(call install,$(PACKAGES))
	swift build -c release --product baocao

report: build
	@for period in $(EARLIER); do \
	  $(PROGRAM) run --config $(SAMPLE)/baocao.yaml --period $$period \
	    --out bao-cao/$$period --format csv --force --quiet; \
	done
	$(PROGRAM) run --config $(SAMPLE)/baocao.yaml --period $(PERIOD) --out $(OUT) --force
	@echo "Look at $(OUT)/index.html (all units) and at the workbook of the province in $(OUT)/tinh."

test:
	@$(call install,$(TEST_PACKAGES))
	swift build -c release --product baocao
	BAOCAO_PROGRAM=$(CURDIR)/$(PROGRAM) swift test

# Sends through a Postfix of its own.
test-postfix: build
	@$(no_mail_server)
	@$(call install,$(TEST_PACKAGES) postfix sasl2-bin libsasl2-modules)
	Tests/EndToEnd/independent/postfix.sh $(PROGRAM)

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

docs:
	@$(call install,$(PACKAGES))
	swift package dump-symbol-graph --minimum-access-level package --skip-synthesized-members
	rm -rf .build/docs .build/graphs && mkdir -p .build/graphs
	for module in $$(find Sources -mindepth 1 -maxdepth 1 -type d ! -name 'C[A-Z]*' ! -name baocao -printf '%f\n'); do \
	  cp .build/*/symbolgraph/$$module.symbols.json .build/graphs/; \
	done
	docc convert --warnings-as-errors --fallback-display-name baocao \
	  --fallback-bundle-identifier vn.baocao --additional-symbol-graph-dir .build/graphs \
	  --output-path .build/docs

record:
	@$(call install,$(TEST_PACKAGES))
	BAOCAO_RECORD=1 swift test --filter "DocumentsTests|WorkbooksTests"

# What it finds is in .build/fuzz/crash-*: give it a name, put it into Tests/IntakeTests/Corpus with
# what must come out of it, and mend the reader. Inputs that reach new code are kept for next time.
fuzz:
	@$(call install,$(PACKAGES))
	BAOCAO_FUZZ=1 swift build -c release --scratch-path $(FUZZ) --product FuzzReader
	@mkdir -p $(FUZZ)/inputs $(FUZZ)/corpus
	find Tests/IntakeTests/Corpus -type f ! -name '*.expected' ! -name 'bomb*' -exec cp -t $(FUZZ)/corpus {} +
	SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=malloc_context_size=0:quarantine_size_mb=8 \
	  $(FUZZ)/release/FuzzReader -max_total_time=$(FUZZ_SECONDS) -max_len=2048 -timeout=20 \
	    -rss_limit_mb=1500 -detect_leaks=0 -print_final_stats=1 -dict=Tests/Fuzz/reader.dict \
	    -artifact_prefix=$(FUZZ)/ $(FUZZ)/inputs $(FUZZ)/corpus

bench: build
	@$(call install,$(BENCH_PACKAGES))
	Benchmarks/run

bench-workbooks: build
	@$(call install,$(BENCH_PACKAGES) python3-openpyxl)
	Benchmarks/workbooks

bench-pages: build
	@$(call install,$(BENCH_PACKAGES) python3-html5lib)
	Benchmarks/pages

bench-mail: build
	@$(no_mail_server)
	@$(call install,$(BENCH_PACKAGES) postfix openssl)
	Benchmarks/mail

clean:
	rm -rf .build bao-cao
