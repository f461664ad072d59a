#!/usr/bin/env bash
# Survival against R on the same persons, in turn: relsurv's Pohar Perme, popEpi's Ederer II.
# Whole processes, start-up included; wall time, processor time and the largest resident memory.
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
