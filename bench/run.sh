#!/usr/bin/env bash
# The paired benchmarks: builds the module bench, generates a registry, prints medians and ratios.
#
#   bench/run.sh [CASES] [PAIRS]      default: 1,000,000 cases, 5 pairs
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cases=${1:-1000000}
pairs=${2:-5}
work=$(mktemp -d "${TMPDIR:-/tmp}/tidemark-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$home"

mvn -q -B -Pbench -Dmaven.test.skip=true package
classes=$(printf '%s:' bench/target/tidemark-bench-*.jar jobs/target/tidemark-jobs-*.jar jobs/target/lib/*.jar bench/target/lib/*.jar)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
bench() { # shellcheck disable=SC2046
  "$java" $(cat jobs/target/jvm.options) -Xmx6g -cp "$classes" "org.tidemark.bench.$1" "${@:2}" 2>/dev/null
}
seconds() { local TIMEFORMAT=%R; { time "$@" >/dev/null 2>&1; } 2>&1; }

echo "== the sample run against a bare Spark program (whole processes, seconds)"
bin/tidemark run --out "$work/first" >/dev/null 2>&1
for ((i = 1; i <= pairs; i++)); do
  rm -rf "$work/out" "$work/out-private"
  printf 'sample %s  bare %s\n' "$(seconds bin/tidemark run --out "$work/out")" \
    "$(seconds bench BareSpark sample-data/north/population.csv)"
done

bin/tidemark generate --cases "$cases" --out "$work/generated" >/dev/null
echo "== CSV into the shared schema, against Spark's own reader"
bench IngestBench "$work/generated/registry/cases.csv" "$work/ingest" "$pairs"
echo "== Pohar Perme to five years, against a bare loop"
bench NetSurvivalBench "$work/generated/registry/cases.csv" "$work/generated/registry/life_table.csv" \
  "$work/survival" "$pairs"
echo "== Callaway and Sant'Anna: 2,000 sites, then 10,000 sites and 60 indicators, 40 quarters, six cohorts"
bench StaggeredBench 2000 40 6 1
bench StaggeredBench 10000 40 6 60
