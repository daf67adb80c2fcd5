# Set-up shared by ./dau and ./test.sh; sourced, with $here the root of the checkout.
# What is not there is installed through apt as root, else the one line to run is printed.

dau_has_library() { ldconfig -p 2>/dev/null | grep -q "$1" || compgen -G "/usr/lib/x86_64-linux-gnu/$1*" >/dev/null; }

# The Debian packages that reading needs and that are not installed; one a line.
dau_missing_runtime() {
  dau_has_library libtesseract.so.5 || echo libtesseract5
  [ -e /usr/share/tesseract-ocr/5/tessdata/vie.traineddata ] || echo tesseract-ocr-vie
  [ -e /usr/share/tesseract-ocr/5/tessdata/osd.traineddata ] || echo tesseract-ocr-osd
  command -v pdftoppm >/dev/null || echo poppler-utils
  command -v bwrap >/dev/null || echo bubblewrap
  dau_has_library libgtk-3.so.0 || echo libgtk-3-0 # the OpenCV build links it; no window is ever opened
  dau_has_library libatomic.so.1 || echo libatomic1
  dau_has_library libdrm.so.2 || echo libdrm2 # linked by the same build
}

# The further packages that the tests need.
dau_missing_for_tests() {
  command -v tesseract >/dev/null || echo tesseract-ocr
  command -v chromium >/dev/null || echo chromium
  dau_has_library libfontconfig.so.1 || echo libfontconfig1
  [ -e /usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf ] || echo fonts-liberation2
  [ -e /usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf ] || echo fonts-dejavu-core
  [ -e /usr/share/fonts/truetype/dejavu/DejaVuSerif-Italic.ttf ] || echo fonts-dejavu-extra
  command -v qpdf >/dev/null || echo qpdf
}

# dau_install PACKAGE…: through apt as root; otherwise says what to run and fails.
dau_install() {
  [ $# -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Dấu needs packages that are not installed. Run this once, then try again:" >&2
    echo "  sudo apt-get install --no-install-recommends $*" >&2
    return 6
  fi
  echo "Setting up: $*" >&2
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >"${TMPDIR:-/tmp}/dau-setup.log" 2>&1; then
    tail -n 5 "${TMPDIR:-/tmp}/dau-setup.log" >&2
    echo "apt could not install them (see ${TMPDIR:-/tmp}/dau-setup.log). With a network, run: apt-get install --no-install-recommends $*" >&2
    return 6
  fi
}

dau_need_runtime() {
  local missing
  mapfile -t missing < <(dau_missing_runtime)
  # Without bubblewrap reading works, with a warning; so it alone stops nobody who is not root.
  if [ "${missing[*]}" = bubblewrap ] && [ "$(id -u)" != 0 ]; then
    return 0
  fi
  dau_install "${missing[@]}"
}

# Builds src/Dau.Cli into src/Dau.Cli/bin/dau when a source file is newer than the last build: compiled ahead of time together with the runtime
# where the packages for that can be had (otherwise each process compiles some thousand methods again, a tenth of the time of ten pages), else by
# itself, else as it is. The runtime then is the one of the SDK that built: after an update of .NET, remove src/Dau.Cli/bin.
dau_build() {
  local cli="$here/src/Dau.Cli" stamp="$here/src/Dau.Cli/bin/.built"
  if [ -e "$stamp" ] && [ -z "$(find "$here/src" "$here/Directory.Build.props" "$here/Directory.Packages.props" \
      -name bin -prune -o -name obj -prune -o -type f -newer "$stamp" -print -quit)" ]; then
    return 0
  fi
  if ! command -v dotnet >/dev/null; then
    echo "Dấu needs the .NET 10 SDK, and there is no 'dotnet' here." >&2
    return 6
  fi
  mkdir -p "$cli/bin"
  (
    flock 9
    echo "Building Dấu (once)…" >&2
    # The compiler stays behind for a while to serve the next build: it must not keep the lock.
    # What an earlier build of the other kind left beside it would be loaded in its place.
    publish() { rm -rf "$cli/bin/dau"; dotnet publish "$cli/Dau.Cli.csproj" -c Release -o "$cli/bin/dau" -v quiet -nologo -clp:NoSummary "$@" >"$cli/bin/build.log" 2>&1 9>&-; }
    if ! publish -r linux-x64 --self-contained -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true \
      && ! publish -r linux-x64 --no-self-contained -p:PublishReadyToRun=true && ! publish; then
      grep -E 'error|warn' "$cli/bin/build.log" | sort -u | head -n 20 >&2
      echo "The build failed; the whole log is in src/Dau.Cli/bin/build.log." >&2
      exit 1
    fi
    touch "$stamp"
  ) 9>"$cli/bin/.lock"
}
