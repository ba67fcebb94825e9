package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a folder where all is built, with a program in the JVM's place. */
class LauncherTest {
  @TempDir Path folder;

  /** Waits while the cache of classes is made, else prints what it was given. */
  private static final String JAVA =
      """
      #!/bin/sh
      case "$*" in
        *AOTCacheOutput*) exec sleep 60 ;;
        *) echo "$@" ;;
      esac
      """;

  @BeforeEach
  void write() throws IOException {
    Path launch = Files.createDirectories(folder.resolve("cli/target/launch"));
    Files.createDirectories(folder.resolve("build"));
    Files.copy(TestData.projectRoot().resolve("akin"), folder.resolve("akin"));
    Files.writeString(folder.resolve("build/java.sh"), "akin_java=$root/java\n");
    Path java = Files.writeString(folder.resolve("java"), JAVA);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(launch.resolve("class-path"), "none");
    Files.writeString(launch.resolve("built"), "");
  }

  private List<String> launchFiles() throws IOException {
    try (var files = Files.list(folder.resolve("cli/target/launch"))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private Process start() throws IOException {
    // A session of its own, to be ended as a whole, as a terminal does it.
    return new ProcessBuilder("setsid", "bash", folder.resolve("akin").toString(), "info")
        .redirectErrorStream(true)
        .start();
  }

  @Test
  void whoIsStoppedAtTheFirstStartLeavesNothing() throws Exception {
    Process akin = start();
    try {
      for (int i = 0; i < 200 && launchFiles().size() < 3; i++) {
        Thread.sleep(50);
      }
      assertThat(launchFiles()).anyMatch(name -> name.startsWith("akin.aot."));
      Process kill =
          new ProcessBuilder("kill", "-TERM", "--", "-" + akin.pid()).inheritIO().start();
      assertThat(kill.waitFor()).isZero();
      assertThat(akin.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      akin.destroyForcibly();
    }
    assertThat(launchFiles()).containsExactly("built", "class-path");
    assertThat(akin.exitValue()).isEqualTo(143);
  }

  @Test
  void whereNoCacheCanBeMadeTheCommandRunsAllTheSame() throws Exception {
    Files.writeString(folder.resolve("cli/target/launch/akin.aot.failed"), "");
    Process akin = start();
    try (var out = akin.inputReader()) {
      assertThat(out.readLine()).endsWith("-cp none dev.akin.cli.Main info");
    }
    assertThat(akin.waitFor()).isZero();
  }
}
