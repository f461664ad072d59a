#!/usr/bin/env bash
# Against R on the same records, in turn: survival (relsurv's Pohar Perme, popEpi's Ederer II), then
# rates (data.table's, from its fastest file).
# Whole processes, start-up included; wall time, processor time and the largest resident memory. Of
# rates also each repetition by itself, without start-up: the first is cold code.
#
#   bench/peers.sh [CASES] [PAIRS]    default: 1,000,000 cases, 1 pair
#
# Needs R with relsurv, popEpi and data.table (Debian: r-base-core r-cran-relsurv r-cran-popepi
# r-cran-data.table) and GNU time.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cases=${1:-1000000}
pairs=${2:-1}
work=$(mktemp -d "${TMPDIR:-/tmp}/tidemark-peers.XXXXXX")
trap 'rm -rf "$work"' EXIT

command -v Rscript >/dev/null || { echo "peers.sh: no Rscript on the PATH; install R and the packages named in this script." >&2; exit 2; }
"$home/bin/tidemark" generate --cases "$cases" --out "$work/generated" >/dev/null 2>&1
awk -f "$home/bench/peers/persons.awk" "$work/generated/registry/cases.csv" >"$work/persons.csv"
cp "$work/generated/registry/life_table.csv" "$work/life_table.csv"
cp "$work/generated/registry/population.csv" "$work/population.csv"
mv "$work/generated/registry/cases.csv" "$work/cases.csv"
rm -rf "$work/generated"
for method in pohar-perme ederer-2; do
  cat >"$work/$method.yaml" <<YAML
programme: peers
as_of: 2023-12-31
sources:
  - {id: registry, table: tumour, path: persons.csv, format: csv, mapping: shared}
  - {id: life, table: life_table, path: life_table.csv, format: csv, mapping: shared}
analyses:
  survival:
    - {by: [], method: $method, years: [1, 3, 5]}
disclosure: none
YAML
done
timed() { /usr/bin/time -f '   %e s wall, %U s processor, %M kB' "$@"; }
ours() {
  rm -rf "$work/out" "$work/out-private"
  TIDEMARK_HEAP=3g timed "$home/bin/tidemark" run "$work/$1.yaml" --out "$work/out" 2>&1 >/dev/null | tail -1
  cut -d, -f13-16 "$work"/out/runs/*/tables/survival.csv
}
for ((i = 1; i <= pairs; i++)); do
  echo "== Pohar Perme, Tidemark"; ours pohar-perme
  echo "== Pohar Perme, relsurv"; timed Rscript "$home/bench/peers/survival.R" "$work/persons.csv" "$work/life_table.csv" relsurv
  echo "== Ederer II, Tidemark"; ours ederer-2
  echo "== Ederer II, popEpi"; timed Rscript "$home/bench/peers/survival.R" "$work/persons.csv" "$work/life_table.csv" popepi
done
rm -rf "$work/out" "$work/out-private"

cd "$home"
mvn -q -B -Pbench -Dmaven.test.skip=true package
classes=$(printf '%s:' bench/target/tidemark-bench-*.jar jobs/target/tidemark-jobs-*.jar jobs/target/lib/*.jar)
bench() { # shellcheck disable=SC2046
  timed "${JAVA_HOME:+$JAVA_HOME/bin/}java" $(cat jobs/target/jvm.options) -Xmx4g -XX:+UseParallelGC -cp "$classes" \
    "org.tidemark.bench.$1" "${@:2}" 2>"$work/log"
  tail -1 "$work/log" >&2
}
bench SurvivalPeer prepare "$work/persons.csv" "$work/persons.parquet"
rm "$work/persons.csv"
echo "== Pohar Perme from conformed Parquet: the process once, then warm"
for repetitions in 1 5; do bench SurvivalPeer run "$work/persons.parquet" "$work/life_table.csv" "$repetitions"; done

rates() { bench RatesBench "$@"; }
rates prepare "$work/cases.csv" "$work/cases.parquet"
Rscript bench/peers/rates.R prepare "$work/cases.csv" "$work"
rates groups "$work/cases.parquet" | sort -u >"$work/groups.csv"
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } NR == 1 || $at["name"] == "segi-doll"' \
  schemas/codes/standard_populations.csv >"$work/segi.csv"
for ((i = 1; i <= pairs; i++)); do
  echo "== Rates by 20 sites, sex and year, Tidemark"
  rates run "$work/cases.parquet" "$work/population.csv" 5 >"$work/ours.txt"; grep '^run' "$work/ours.txt"
  for form in rds csv; do
    echo "== The same, data.table from $form"
    timed Rscript bench/peers/rates.R "$form" "$work" "$work/population.csv" "$work/groups.csv" "$work/segi.csv" 5 >"$work/theirs.txt"
    awk -F, 'NR == FNR { if (/^rate/) own[$2, $3, $4] = $5; next }
      /^rate/ && (($2, $3, $4) in own) { d = $5 - own[$2, $3, $4]; d = d < 0 ? -d : d; worst = d > worst ? d : worst; n++ }
      END { printf "   %d rates, largest difference %g\n", n, worst }' "$work/ours.txt" "$work/theirs.txt"
  done
done
