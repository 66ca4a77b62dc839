#!/usr/bin/env bash
# Writes workbooks with everything that a layout can hold under valgrind; fails on any wrong access
# to memory and on any block that nobody can free any more.
#
# The program itself cannot be watched: its main thread ends in the concurrency library, which
# valgrind does not survive. WriteSpecimens goes through the same code without tasks.
set -euo pipefail
cd "$(dirname "$0")/../../.."
export BAOCAO_MEMORY=1
swift build -c release --product WriteSpecimens
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Swift's debug information is of a kind that valgrind cannot read; the names of functions stay.
strip --strip-debug -o "$folder/specimens" .build/release/WriteSpecimens
mkdir "$folder/out"
status=0
valgrind --error-exitcode=9 --leak-check=full --show-leak-kinds=definite,indirect \
  --errors-for-leak-kinds=definite,indirect --num-callers=30 --log-file="$folder/log" \
  "$folder/specimens" "$folder/out" > "$folder/said" || status=$?
if (( status != 0 )) || ! diff <(printf 'written\ntaken back\nleft\n') "$folder/said"; then
  cat "$folder/log" >&2
  echo "valgrind: status $status" >&2
  exit 1
fi
sed -n 's/^==[0-9]*== *\(definitely lost: .*\|ERROR SUMMARY: .*\)/\1/p' "$folder/log"
