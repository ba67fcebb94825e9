# Sourced: finds a JDK 25 or later and sets akin_java to its java. Looks at JAVA_HOME, the usual
# folders and the PATH, in this order; the release file tells the version without starting a JVM.
akin_is_new_enough() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  local line
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        line=${line#*\"}
        line=${line%%[.\"-]*}
        [ "$line" -ge 25 ] 2>/dev/null && return 0
        return 1
        ;;
    esac
  done < "$1/release"
  return 1
}

akin_find_java() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$home" ] && akin_is_new_enough "$home"; then
      akin_java=$home/bin/java
      return 0
    fi
  done
  home=$(command -v java || true)
  if [ -n "$home" ]; then
    home=$(readlink -f "$home" 2>/dev/null || echo "$home")
    home=${home%/bin/java}
    if akin_is_new_enough "$home"; then
      akin_java=$home/bin/java
      return 0
    fi
  fi
  return 1
}

if ! akin_find_java; then
  echo "akin: no JDK 25 or later found; install one or set JAVA_HOME to it" >&2
  exit 1
fi
