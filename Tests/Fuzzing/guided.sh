#!/usr/bin/env bash
# guided.sh [SECONDS]: the same checks under libFuzzer, which looks for inputs that reach new code.
# What it finds and keeps stands in .build-fuzz/corpus; an input that fails is named by libFuzzer.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-120}
build=.build-fuzz
swift build --configuration release --target FuzzingChecks --sanitize=fuzzer --scratch-path "$build"
objects=()
for module in FuzzingChecks Ingestion SurveyModel CScan CReadStat; do
  while IFS= read -r file; do objects+=("$file"); done \
    < <(find "$build/release/$module.build" -name '*.o')
done
maps=()
for map in "$build"/release/*.build/module.modulemap Sources/*/module.modulemap; do
  maps+=(-Xcc "-fmodule-map-file=$map")
done
swiftc -O -parse-as-library -sanitize=fuzzer -I "$build/release/Modules" "${maps[@]}" \
  Tests/Fuzzing/Guided/Guided.swift "${objects[@]}" -lcsv -lexpat -lminizip -lz -o "$build/guided"
mkdir -p "$build/corpus"
cp -n fixtures/dialects/*.csv "$build/corpus/"
"$build/guided" -max_len=4096 -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 \
  -print_final_stats=1 "$build/corpus"
