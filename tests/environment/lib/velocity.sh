# Apache Velocity and what it needs, from Debian's packages. Sourced, never run.
# shellcheck shell=bash disable=SC2034

velocity=$cache/velocity driver=$environment/../Conformance/velocity-driver/Driver.java
velocity_libraries=(velocity commons-collections3 commons-lang json-path json-smart accessors-smart asm slf4j-api slf4j-nop)
velocity_packages=(velocity libcommons-collections3-java libcommons-lang-java libjsonpath-java libjson-smart-java libasm-java libslf4j-java
  libecj-java openjdk-17-jre-headless)

velocity_is_provided() { [ -f "$velocity/provided" ]; }

# Its lists and its lock are its own: no environment waits for this download of 47 MB.
provide_velocity() (
  mkdir -p "$cache"
  exec 8>"$cache/velocity.lock"
  flock 8
  ! velocity_is_provided || return 0
  on_debian || die "Apache Velocity is taken from the packages of Debian 12 (bookworm), and this is another system"
  apt_state=$cache/velocity.apt apt_suites=bookworm private_apt_is_fresh=''
  say "unpacking Apache Velocity and a Java runtime, once"
  update_private_apt
  unpack "$velocity" "${velocity_packages[@]/%//bookworm}"
  stay_inside "$velocity"
  rm -rf "$apt_state"
  touch "$velocity/provided"
)

# A package links to its files by where they are when it is installed.
stay_inside() {
  local link target
  while IFS= read -r -d '' link; do
    target=$(readlink "$link")
    case $target in /*) ln -sfn "$1$target" "$link" ;; esac
  done < <(find "$1" -type l -print0)
}

java_runtime() { echo "$velocity"/usr/lib/jvm/java-17-openjdk-*/bin/java; }

# The driver is compiled anew whenever its source is another.
compile_driver() {
  local sum unfinished
  sum=$(sha256sum "$driver" | cut -c -16)
  classes=$velocity/driver-$sum
  [ ! -d "$classes" ] || return 0
  unfinished=$(mktemp -d "$velocity/driver.XXXXXXXX")
  "$(java_runtime)" -cp "$velocity/usr/share/java/ecj.jar" org.eclipse.jdt.internal.compiler.batch.Main \
    -nowarn -source 11 -target 11 -cp "$classpath" -d "$unfinished" "$driver" >&2 || die "the driver does not compile"
  mv -T "$unfinished" "$classes" 2>/dev/null || rm -rf "$unfinished"
}

run_velocity() {
  velocity_is_provided || die "Apache Velocity has not been unpacked; run tests/environment/velocity provide"
  local classes classpath
  classpath=$(printf "$velocity/usr/share/java/%s.jar:" "${velocity_libraries[@]}")
  compile_driver
  exec "$(java_runtime)" -Xss16m -cp "$classpath$classes" Driver
}
