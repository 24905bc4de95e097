#!/usr/bin/env bash
# Benchmarks/run.sh [ROWS...]     default: 1000 100000 1000000
#
# Builds the program and the benchmarks in release, writes the synthetic exports (kept in
# $BENCH_DATA, default /tmp/concertation-bench: 830 MB), and measures, each table in one run:
#   - whole programs: libcsv with counting callbacks only (the floor), `concertation` on one core
#     and on all, the start-up, and the 463 respondents of surveys/carcassonne-2023;
#   - the same inside one process, by ordo-one/benchmark (skipped with QUICK=1).
# RUNS=n sets how often each program is run (default 5). What the tables say: Benchmarks/README.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
export BENCH_DATA=${BENCH_DATA:-/tmp/concertation-bench}
runs=${RUNS:-5}
[ $# -gt 0 ] || set -- 1000 100000 1000000
mkdir -p "$BENCH_DATA"

swift build --package-path "$root" -c release --product concertation --static-swift-stdlib >&2
for product in make-survey libcsv-floor compare; do
  swift build --package-path "$here" -c release --product $product --static-swift-stdlib >&2
done
tool=$root/.build/release/concertation
bin=$here/.build/release

for rows in "$@"; do
  file=$BENCH_DATA/survey-$rows.csv
  "$bin/make-survey" "$file" "$rows"
  cat "$file" > /dev/null
  printf '\n## %s records, %s bytes: ingest and tabulate 20 questions by quartier\n\n' \
    "$rows" "$(stat -c %s "$file")"
  tabulate=("$tool" tabulate "$file" --questionnaire "$here/job/survey.yaml" --by quartier
    --format csv)
  "$bin/compare" "$runs" "$file" \
    "floor: libcsv, counting callbacks" "$bin/libcsv-floor" "$file" \
    -- "concertation tabulate, one core" taskset -c 0 "${tabulate[@]}" \
    -- "concertation tabulate" "${tabulate[@]}"
done

printf '\n## Start to exit\n\n'
project=$root/surveys/carcassonne-2023
"$bin/compare" 21 - \
  "concertation --version" "$tool" --version \
  -- "run surveys/carcassonne-2023 (463 respondents)" \
  "$tool" run "$project" --out "$BENCH_DATA/carcassonne"

[ -z "${QUICK:-}" ] || exit 0
printf '\n## In one process\n\n'
CONCERTATION=$tool swift package --package-path "$here" --disable-sandbox benchmark
