#!/usr/bin/env bash
# Watches the memory of the program with valgrind; fails on any wrong access and on any block that
# nobody can free any more.
#
# First the writing of workbooks with everything that a layout can hold, then a whole run of one
# unit. Valgrind does not survive Swift's thread pool, so the jobs of the run are done one after
# another on its main thread (Tests/Memory/serial_tasks.c).
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Swift's debug information is of a kind that valgrind cannot read; the names of functions stay.
stripped() { strip --strip-debug -o "$folder/$1" ".build/release/$1"; }

# Runs a command under valgrind: watch OPTION COMMAND…
watch() {
  local option=$1
  shift
  valgrind "$option" --error-exitcode=9 --leak-check=full --show-leak-kinds=definite,indirect \
    --errors-for-leak-kinds=definite,indirect --num-callers=30 --log-file="$folder/log" \
    "$@" > "$folder/said" || { local status=$?; cat "$folder/log" >&2; exit "$status"; }
  sed -n 's/^==[0-9]*== *\(definitely lost: .*\|ERROR SUMMARY: .*\)/\1/p' "$folder/log"
}

BAOCAO_MEMORY=1 swift build -c release --product WriteSpecimens
stripped WriteSpecimens
mkdir "$folder/out"
watch --undef-value-errors=yes "$folder/WriteSpecimens" "$folder/out"
diff <(printf 'written\ntaken back\nleft\n') "$folder/said"

swift build -c release --product baocao
stripped baocao
runtime=$(ldd .build/release/baocao | sed -n 's/.*=> \(.*\)\/libswift_Concurrency.so .*/\1/p')
clang -shared -fPIC -O1 -o "$folder/serial_tasks.so" Tests/Memory/serial_tasks.c \
  -L"$runtime" -lswift_Concurrency -Wl,-rpath,"$runtime"
cp -r SampleData/tra-vinh-2023 "$folder/sample"
# The compiler copies enumerations by bits that nobody has set: values that are not set are not
# asked after here.
BAOCAO_TEMPLATES=$PWD/Templates LD_PRELOAD=$folder/serial_tasks.so \
  watch --undef-value-errors=no "$folder/baocao" run --config "$folder/sample/baocao.yaml" \
  --period 2023-Q2 --unit 29266 --out "$folder/run" --quiet --as-of 2023-07-05
ls "$folder/run/xa/29266.xlsx" >/dev/null
