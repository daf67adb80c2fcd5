#!/usr/bin/env bash
# Sets up what is missing, builds with warnings as errors, runs every test, ends with 'N passed, N failed'.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"
source src/setup.sh

mapfile -t missing < <(dau_missing_runtime; dau_missing_for_tests)
dau_install "${missing[@]}" || exit $?
dotnet build Pipeline.sln -c Release -v quiet -nologo || { echo '0 passed, 1 failed'; exit 1; }

passed=0 failed=0 skipped=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  log="$project/bin/test.log"
  echo "== $name"
  "$project/bin/Release/net10.0/$name" -noLogo -noColor 2>&1 | tee "$log" | grep -vE '^\s*(Discover|Start)' || true
  code=${PIPESTATUS[0]}
  # The runner's last line: Total: N, Errors: N, Failed: N, Skipped: N, Not Run: N, Time: …
  summary=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+' "$log" | tail -n 1)
  count() { sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$summary"; }
  if [ -z "$summary" ]; then
    failed=$((failed + 1)) # the runner itself died
    continue
  fi
  bad=$(($(count Failed) + $(count Errors)))
  [ "$code" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
  failed=$((failed + bad))
  skipped=$((skipped + $(count Skipped)))
  passed=$((passed + $(count Total) - $(count Failed) - $(count Skipped)))
done

[ "$skipped" -eq 0 ] || echo "$skipped skipped: the reason stands beside each"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
