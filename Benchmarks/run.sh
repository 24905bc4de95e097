#!/usr/bin/env bash
# Benchmarks/run.sh [SIZE...]     default: 1000 100000 1000000 w1000000
#
# Builds the program in release, writes the synthetic exports (kept in $BENCH_DATA, default
# /tmp/concertation-bench: 1.6 GB), and measures, each table in one run, programs in turn:
#   - the same job by every program: ours on all cores and on one, every peer that this machine has
#     (duckdb, polars, pyarrow, pandas of Python; data.table of R), and the floor (libcsv with counting
#     callbacks only); then whether all results are the same, figure by figure;
#   - where our time goes; start to exit of what a user types; what is wide or different everywhere;
#   - tables, disclosure control, coding and weighting at the size of a nation;
#   - the scaling curves, where several sizes were measured: $BENCH_DATA/curves.svg.
# A size is a number of records; `w` before it: 1,362 quartiers instead of 12.
#
# RUNS=n           how often each program is run (default 9 at 1,000 records, 5 at 100,000, else 3)
# BINARY=FILE      measures this program instead of building one
# PEERS=DIR        where the peers' programs are (default: bench/ of the shared reference)
# IN_PROCESS=1     also the same inside one process, by ordo-one/benchmark (some minutes more)
# OUT=FILE         where the tidy figures go (default $BENCH_DATA/figures.csv)
# What the tables say: Benchmarks/README.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
export BENCH_DATA=${BENCH_DATA:-/tmp/concertation-bench}
peers=${PEERS:-$root/../shared/bench}
figures=${OUT:-$BENCH_DATA/figures.csv}
[ $# -gt 0 ] || set -- 1000 100000 1000000 w1000000
mkdir -p "$BENCH_DATA"

if [ -z "${BINARY:-}" ]; then
  make --no-print-directory -C "$root" release >&2
fi
make --no-print-directory -C "$root" release-at-scale >&2
for product in make-survey libcsv-floor compare; do
  swift build --package-path "$here" -c release --product $product --static-swift-stdlib >&2
done
tool=$BENCH_DATA/concertation
bin=$here/.build/release
install -s -m 755 "${BINARY:-$root/.build/release/concertation}" "$tool" # as `make install` does

python=$(command -v python3 || true)
[ -z "$python" ] || python=$("$python" -c 'import sys; print(sys.executable)') # not a wrapper
has() { # LIBRARY: the peer's program is there, and what it runs on
  case $1 in
    data.table) [ -f "$peers/peer_datatable.R" ] &&
      Rscript -e 'library(data.table)' >/dev/null 2>&1 ;;
    *) [ -n "$python" ] && [ -f "$peers/peer_$1.py" ] && "$python" -c "import $1" 2>/dev/null ;;
  esac
}
present=()
for library in duckdb polars pyarrow pandas data.table; do
  if has $library; then present+=("$library"); else echo "skipped: $library is not here" >&2; fi
done
peer() { # LIBRARY FILE OUT: its command, a word a line
  case $1 in
    data.table) printf '%s\n' Rscript --vanilla "$peers/peer_datatable.R" "$2" "$3" ;;
    *) printf '%s\n' "$python" "$peers/peer_$1.py" "$2" "$3" ;;
  esac
}

cores=$(nproc)
printf '# Measured\n\n%s, %s cores, %s, Swift %s\n' \
  "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)" "$cores" "$(uname -sr)" \
  "$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -1)"
printf 'file,bytes,program,runs,wall_s,wall_min_s,cpu_s,peak_mib\n' > "$figures"
export COMPARE_CSV=$figures
results=$BENCH_DATA/results
rm -rf "$results"

timings() { # FILE JOBS PROJECT: what each step took, the middle of three runs
  local round
  for round in 1 2 3; do
    LC_ALL=en "$tool" run "$3" --input "$1" --tables peer-job --out "$results/timings" --jobs "$2" \
      --timings 2>&1 >/dev/null | sed -n 's/^\([a-z]*\) \([0-9.]*\) s$/\1 \2/p'
  done | sort -k1,1 -k2,2n | awk '{ n[$1]++; v[$1, n[$1]] = $2 }
    END { for (s in n) printf "%s %s\n", s, v[s, 2] }'
}

for size in "$@"; do
  rows=${size#w}
  project=$here/job
  quartiers=12
  if [ "$size" != "$rows" ]; then
    project=$here/job/wide.yaml
    quartiers=1362
  fi
  file=$BENCH_DATA/survey-$size.csv
  "$bin/make-survey" "$file" "$rows" $quartiers
  cat "$file" > /dev/null
  runs=${RUNS:-$((rows <= 1000 ? 9 : rows <= 100000 ? 5 : rows <= 1000000 ? 3 : 1))}
  out=$results/$size
  mkdir -p "$out"
  job=(run "$project" --input "$file" --tables peer-job)
  commands=(
    "concertation, $cores cores" "$tool" "${job[@]}" --out "$out/ours"
    -- "concertation, one core" taskset -c 0 "$tool" "${job[@]}" --out "$out/ours-one")
  for library in "${present[@]}"; do
    mkdir -p "$out/$library"
    readarray -t words < <(peer "$library" "$file" "$out/$library")
    commands+=(-- "peer $library" "${words[@]}")
  done
  commands+=(-- "floor: libcsv, counting callbacks" "$bin/libcsv-floor" "$file")
  printf '\n## %s records, %s MB, %s quartiers: 20 questions by quartier, %s runs\n\n' \
    "$rows" "$(($(stat -c %s "$file") / 1000000))" "$quartiers" "$runs"
  warm=()
  [ "$rows" -gt 100000 ] || warm=(WARM=1)
  env "${warm[@]}" "$bin/compare" "$runs" "$file" "${commands[@]}"
  if [ "${#present[@]}" -gt 0 ] && [ -f "$peers/check.py" ]; then
    checked=()
    for library in "${present[@]:1}"; do checked+=("$out/$library"); done
    printf '\nEvery figure against %s:\n\n```\n' "${present[0]}"
    "$python" "$peers/check.py" "$out/${present[0]}" "$out/ours" "$out/ours-one" "${checked[@]}" |
      sed "s|$results/||" || true
    printf '```\n'
  fi
  last=$file
  lastproject=$project
done

printf '\n## Where the time goes: %s, one core, ms\n\n' "$(basename "$last" .csv)"
# Reading one question costs the scan and little else; tables over 1,000 records, their statistics and text.
small=$BENCH_DATA/survey-1000.csv
"$bin/make-survey" "$small" 1000
{
  timings "$last" 1 "$lastproject" | sed 's/^/all /'
  timings "$last" 1 "$here/job/scan.yaml" | sed 's/^/scan /'
  timings "$small" 1 "$here/job" | sed 's/^/small /'
} | awk '{ t[$1 "," $2] = $3 * 1000 }
  END {
    print "| scan | encode and decode | tabulate | statistics and text | write |"
    print "|--:|--:|--:|--:|--:|"
    scan = t["scan,reading"]; read = t["all,reading"]; fixed = t["small,tables"]
    tables = t["all,tables"]
    printf "| %.0f | %.0f | %.0f | %.0f | %.0f |\n", scan, read - scan, tables - fixed, fixed, t["all,writing"]
  }'

printf '\n## Start to exit\n\n'
"$bin/make-survey" "$BENCH_DATA/survey-2000.csv" 2000
floor=()
[ -z "$python" ] || floor=(-- "python3 that does nothing" "$python" -c pass)
memory=()
if [ -w /dev/shm ]; then
  memory=(-- "the same into memory" "$tool" run "$root/surveys/carcassonne-2023"
    --out /dev/shm/concertation-bench --outputs tables)
fi
WARM=1 "$bin/compare" 21 - \
  "concertation --version" "$tool" --version "${floor[@]}" \
  -- "tabulate 2,000 records of 45 columns" "$tool" tabulate "$BENCH_DATA/survey-2000.csv" \
  -- "run surveys/carcassonne-2023 (463 respondents)" \
  "$tool" run "$root/surveys/carcassonne-2023" --out "$results/carcassonne" \
  -- "the same, --outputs tables" \
  "$tool" run "$root/surveys/carcassonne-2023" --out "$results/carcassonne-tables" --outputs tables "${memory[@]}"
rm -rf /dev/shm/concertation-bench

printf '\n## What is wide, or different everywhere: twice ten times as much\n\n'
for columns in 100 1000 10000; do
  awk -v n=$columns 'BEGIN {
    for (c = 1; c <= n; c++) printf "q%d%s", c, c < n ? "," : "\n"
    split("Oui,Non,Peut-être,", answers, ",")
    for (r = 0; r < 200; r++)
      for (c = 1; c <= n; c++) printf "%s%s", answers[(r * 7 + c * 3 + r * c) % 4 + 1], c < n ? "," : "\n"
  }' > "$BENCH_DATA/wide-$columns.csv"
done
for records in 10000 100000 1000000; do
  awk -v n=$records 'BEGIN {
    print "q,texte"
    for (r = 0; r < n; r++) printf "%s,réponse libre numéro %d et la suite\n", r % 3 ? "a" : "b", r
  }' > "$BENCH_DATA/distinct-$records.csv"
done
"$bin/compare" 3 - \
  "tabulate 200 records of 100 columns" "$tool" tabulate "$BENCH_DATA/wide-100.csv" \
  -- "tabulate 200 records of 1,000 columns" "$tool" tabulate "$BENCH_DATA/wide-1000.csv" \
  -- "tabulate 200 records of 10,000 columns" "$tool" tabulate "$BENCH_DATA/wide-10000.csv" \
  -- "tabulate 10,000 different answers" "$tool" tabulate "$BENCH_DATA/distinct-10000.csv" \
  -- "tabulate 100,000 different answers" "$tool" tabulate "$BENCH_DATA/distinct-100000.csv" \
  -- "tabulate 1,000,000 different answers" "$tool" tabulate "$BENCH_DATA/distinct-1000000.csv"

printf '\n## At the size of a nation\n\n'
"$root/.build/release/at-scale" "$root"

printf '\nTidy figures: %s\n' "$figures"
curves=$BENCH_DATA/curves.svg
sizes=$(cut -d, -f1 "$figures" | sed -n '/survey-[0-9]*\.csv/p' | sort -u | wc -l)
if [ "$sizes" -gt 1 ]; then
  "$root/.build/release/at-scale" --curves "$figures" "$curves"
  printf 'Scaling curves: %s\n' "$curves"
fi
[ -n "${IN_PROCESS:-}" ] || exit 0
printf '\n## In one process\n\n'
CONCERTATION=$tool swift package --package-path "$here" --disable-sandbox benchmark
