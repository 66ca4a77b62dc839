#!/usr/bin/env bash
# The job of the first day of a month: baocao-thang.sh [DAY]
#
# Copies the exports from where the office puts them, makes the reports of the periods that ended
# with the month before DAY (such as 2023-07-01; without it today), checks every file of them, and
# rehearses the messages. It never sends: somebody looks at the plan first (HUONG-DAN.md).
#
# Settings come from the environment, see baocao-thang.env.example. A period that is there already
# is not made again: its messages may have gone out.
set -euo pipefail

fail() {
  echo "Lỗi: $2" >&2
  exit "$1"
}

[[ -n ${BAOCAO_FOLDER:-} ]] || fail 78 "chưa đặt BAOCAO_FOLDER; xem baocao-thang.env.example."
program=${BAOCAO_PROGRAM:-baocao}
config=${BAOCAO_CONFIG:-$BAOCAO_FOLDER/baocao.yaml}
list=${BAOCAO_MAIL_LIST:-$BAOCAO_FOLDER/mail.yaml}
reports=${BAOCAO_REPORTS:-$BAOCAO_FOLDER/bao-cao}
exports=${BAOCAO_EXPORTS:-$BAOCAO_FOLDER/exports}
source=${BAOCAO_EXPORTS_FROM:-}

day=${1:-$(date +%F)}
if [[ ! $day =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] || ! date -d "$day" >/dev/null 2>&1; then
  fail 64 "«$day» không phải ngày dạng 2023-07-01."
fi
# Run late, it is still about the whole month before.
month=$(date -d "${day%-*}-01 -1 day" +%m)
year=$(date -d "${day%-*}-01 -1 day" +%Y)
month=$((10#$month))

# One job at a time; a second one leaves at once.
[[ -r $config ]] || fail 66 "không đọc được $config."
exec 9< "$config"
flock --nonblock 9 || fail 75 "lần chạy trước của công việc này chưa xong."

# The period of a kind that ends with the month, as `baocao run --period` writes it; none for most.
period() {
  case $1 in
    month) printf '%s-%02d\n' "$year" "$month" ;;
    quarter) if ((month % 3 == 0)); then echo "$year-Q$((month / 3))"; fi ;;
    half-year) if ((month % 6 == 0)); then echo "$year-H$((month / 6))"; fi ;;
    nine-months) if ((month == 9)); then echo "$year-9M"; fi ;;
    year) if ((month == 12)); then echo "$year"; fi ;;
    *) fail 78 "BAOCAO_PERIODS: không có loại kỳ «$1»; dùng được month, quarter, half-year, nine-months, year." ;;
  esac
}
wanted=()
for kind in ${BAOCAO_PERIODS:-month quarter}; do
  found=$(period "$kind")
  if [[ -n $found ]]; then wanted+=("$found"); fi
done

if [[ -n $source ]]; then
  # Files that are no longer there stay with us: earlier periods are counted from them.
  mkdir -p "$exports"
  if command -v rsync >/dev/null; then
    rsync --recursive --times --omit-dir-times "$source/" "$exports/"
  elif [[ -d $source ]]; then
    cp --recursive --update --preserve=timestamps --no-target-directory "$source" "$exports"
  else
    fail 66 "không có thư mục $source."
  fi
fi

mkdir -p "$reports"
for period in "${wanted[@]}"; do
  out=$reports/$period
  if [[ -e $out/manifest.json ]]; then
    echo "$period: đã có báo cáo ở $out, không lập lại."
  else
    "$program" run --config "$config" --period "$period" --out "$out" --as-of "$day"
  fi
  "$program" audit "$out"
  "$program" mail --run "$out" --list "$list"
  echo "$period: xem $out/mail/plan.csv; đúng thì gửi: $program mail --run $out --list $list --send"
done
