# A headless Chromium from Debian's packages. Sourced, never run.
# shellcheck shell=bash disable=SC2034

chromium=$cache/chromium

chromium_is_provided() { [ -x "$chromium/headless" ]; }

chromium_path() {
  chromium_is_provided || die "Chromium has not been unpacked; run tests/environment/chromium provide"
  echo "$chromium/headless"
}

# Its lists and its lock are its own: no environment waits for this download.
provide_chromium() (
  mkdir -p "$cache"
  exec 8>"$cache/chromium.lock"
  flock 8
  ! chromium_is_provided || return 0
  on_debian || die "Chromium is taken from the packages of Debian 12 (bookworm), and this is another system"
  apt_state=$cache/chromium.apt apt_suites=bookworm private_apt_is_fresh=''
  SECONDS=0
  say "unpacking a headless Chromium and its libraries, once"
  update_private_apt
  # shellcheck disable=SC2046
  unpack "$chromium" $(chromium_packages)
  write_chromium_starter
  rm -rf "$apt_state"
  say "Chromium is unpacked"
)

# What it needs, and what that needs, save the C library, which is the system's of the same release, and drivers of graphics cards: it draws by itself.
chromium_packages() {
  private_apt depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances chromium-headless-shell |
    grep -E '^(chromium-headless-shell|chromium-common|fonts-dejavu-core|fontconfig-config|lib[a-z0-9.+-]*)$' |
    grep -vE '^(libc6|libgcc-s1|libc-bin|libcrypt1|libdpkg-perl|libpam.*|libperl.*|libsystemd-shared|lib.*-perl|lib.*-dev|libllvm.*|libz3.*|libgl1.*|libglx.*|libglvnd.*|libglapi.*|libgallium.*)$' | sort -u | sed 's|$|/bookworm|'
}

# Its fonts are Debian's too, so that pages look the same on every machine. It has no sandbox where it runs as root: it sees pages of the tests alone.
write_chromium_starter() {
  local libraries
  libraries=$(echo "$chromium"/usr/lib/*-linux-gnu)
  cat >"$chromium/fonts.conf" <<XML
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>$chromium/usr/share/fonts</dir>
  <cachedir>$chromium/fontcache</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
XML
  cat >"$chromium/headless.new" <<SH
#!/bin/sh
export LD_LIBRARY_PATH=$libraries:$libraries/pulseaudio:$chromium/lib/${libraries##*/}
export FONTCONFIG_FILE=$chromium/fonts.conf
exec $chromium/usr/lib/chromium/chromium-headless-shell "\$@"
SH
  chmod +x "$chromium/headless.new"
  mv -f "$chromium/headless.new" "$chromium/headless"
}
