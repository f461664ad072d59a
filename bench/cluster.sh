#!/usr/bin/env bash
# One machine or many: the same bytes. Starts Spark's own standalone master and two workers on loopback,
# from the jars that bin/tidemark built; publishes a programme in one process, on the cluster, and on the
# cluster while a worker is killed by its process id; compares every published byte.
#
#   bench/cluster.sh [PROGRAMME.yaml]        default: the sample programme
#
# One line a step; exit 0 if all bytes are equal. If not, the logs stay in the folder it names.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
programme=${1:-$home/sample-data/programme.yaml}
tidemark=$home/bin/tidemark
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
start_wait=60 # seconds for a master, a worker or the executors to start
run_wait=900  # seconds for one run
work=$(mktemp -d "${TMPDIR:-/tmp}/tidemark-cluster.XXXXXX")
daemons=()
runner=
unequal=0

say() { printf '%5ds  %s\n' "$SECONDS" "$*"; }

fail() {
  say "FAILED: $*; logs in $work"
  exit 1
}

tidy() {
  local status=$?
  [[ -z $runner ]] || kill "$runner" 2>/dev/null || true
  [[ ${#daemons[@]} -eq 0 ]] || kill -9 "${daemons[@]}" 2>/dev/null || true
  [[ $status -ne 0 ]] || rm -rf "$work"
}
trap tidy EXIT
trap 'exit 130' INT TERM

# A daemon of Spark's. It takes its jars from SPARK_HOME/jars and gives them to its executors.
daemon() { # name, class, arguments…
  local name=$1
  shift
  # shellcheck disable=SC2046
  SPARK_HOME=$work/spark SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 \
    SPARK_LOCAL_DIRS=$work/local-$name SPARK_WORKER_DIR=$work/work-$name \
    "$java" $(<"$home/jobs/target/jvm.options") -Xmx512m -cp "$work/spark/jars/*" "$@" \
    </dev/null >"$work/$name.log" 2>&1 &
  daemons+=($!)
  disown "$!" # its end is ours to tell
}

wait_for() { # file, pattern; prints the first match
  local deadline=$((SECONDS + start_wait))
  until grep -m 1 -oE "$2" "$1" 2>/dev/null; do
    ((SECONDS < deadline)) || return 1
    sleep 0.2
  done
}

start_master() {
  mkdir -p "$work/spark"
  ln -s "$home/jobs/target/lib" "$work/spark/jars"
  daemon master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0
  master=$(wait_for "$work/master.log" 'spark://127\.0\.0\.1:[0-9]+') || fail "the master did not start"
  say "master at $master, process ${daemons[0]}"
}

start_worker() { # name
  daemon "$1" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --port 0 --webui-port 0 \
    --cores 1 --memory 2g "$master"
  wait_for "$work/$1.log" 'Successfully registered with master' >/dev/null || fail "$1 did not register"
  say "$1 registered, process ${daemons[-1]}"
}

run() { # name, arguments…
  local name=$1
  shift
  exec timeout "$run_wait" "$tidemark" run "$programme" --out "$work/$name" "$@" \
    </dev/null >"$work/$name.out" 2>"$work/$name.err"
}

timed_run() { # name, arguments…; sets took
  local from=$SECONDS
  (run "$@") || fail "run '$1' ended with exit code $?"
  took=$((SECONDS - from))
  say "run '$1' published in $took s"
}

# The files of the run; the manifest holds their hashes, and may say besides how the run was made.
published() { # name
  local run_id
  read -r run_id _ <"$work/$1/CURRENT"
  (cd "$work/$1/runs" && find "$run_id" -type f ! -name manifest.json | LC_ALL=C sort)
}

compare() { # name of one, of other; names every file that differs
  local files=0 differing=0 file
  [[ $(published "$1") == "$(published "$2")" ]] || fail "'$1' and '$2' hold different files"
  while read -r file; do
    files=$((files + 1))
    cmp -s "$work/$1/runs/$file" "$work/$2/runs/$file" && continue
    differing=$((differing + 1))
    say "differs between '$1' and '$2': $file"
  done < <(published "$1")
  ((files > 0)) || fail "'$1' holds no file"
  say "'$1' and '$2': $((files - differing)) of $files files have the same bytes"
  unequal=$((unequal + differing))
}

executors() { grep -c 'Launching executor' "$work/master.log" || true; }

# Kills the second worker some seconds after a run got an executor on each.
run_with_a_death() { # name, seconds
  local before deadline
  before=$(executors)
  run "$1" --master "$master" &
  runner=$!
  deadline=$((SECONDS + start_wait))
  until (($(executors) >= before + 2)); do
    ((SECONDS < deadline)) || fail "run '$1' got no executors"
    sleep 0.1
  done
  sleep "$2"
  kill -0 "$runner" 2>/dev/null || fail "run '$1' was over before a worker could be killed"
  kill -9 "${daemons[2]}"
  say "killed worker2, process ${daemons[2]}, in the middle of run '$1'"
  wait "$runner" || fail "run '$1' ended with exit code $?"
  runner=
  grep -q 'Removing worker' "$work/master.log" || fail "the master did not notice the death"
  say "run '$1' published with one worker left"
}

"$tidemark" --version >/dev/null 2>&1 || "$tidemark" --version
say "$("$java" -version 2>&1 | head -n 1)"
timed_run local
start_master
start_worker worker1
start_worker worker2
timed_run cluster --master "$master"
compare local cluster
run_with_a_death killed "$((took / 3))"
compare local killed
((unequal == 0)) || fail "$unequal published files differ"
say "PASSED: one process, two workers, and two workers of which one died publish the same bytes"
