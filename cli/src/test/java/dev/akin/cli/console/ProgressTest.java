package dev.akin.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void shareRateAndRemainingTimeAreTold() {
    Progress progress = new Progress(null, "indexing", 80);
    assertThat(progress.describe(1200, 0, OptionalLong.of(4000), 4_000_000_000L))
        .isEqualTo("indexing  [======              ]  30 %  1,200 of 4,000  300/s  0:09 left");
    assertThat(progress.describe(15, 0, OptionalLong.empty(), 10_000_000_000L))
        .isEqualTo("indexing  15  1.5/s");
    assertThat(progress.describe(0, 0, OptionalLong.of(10), 0))
        .isEqualTo("indexing  [                    ]  0 %  0 of 10");
    assertThat(progress.describe(1, 0, OptionalLong.of(7201), 1_000_000_000L))
        .endsWith("2:00:00 left");
  }

  @Test
  void aShareWithoutANumberGivesTheSameBar() {
    var bytes = new ByteArrayOutputStream();
    var err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var console = new Console(err, err, new Terminal(false, true, 80, false));
    try (Progress progress = console.progress("indexing")) {
      progress.at(1200, 1199, () -> OptionalDouble.of(0.3));
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .matches(
            "\r"
                + "indexing  \\[======              ]  30 %  1,200  [0-9.,]+/s  [0-9:]+"
                + " left\u001b.*\r"
                + ".*");
  }

  @Test
  void theLineIsDrawnOverAndWipedAtTheEnd() {
    var bytes = new ByteArrayOutputStream();
    var err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var console = new Console(err, err, new Terminal(false, true, 80, false));
    try (Progress progress = console.progress("indexing")) {
      progress.at(0, OptionalLong.of(2));
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("\rindexing  [")
        .endsWith("\r\u001b[K");
  }

  @Test
  void aNoteTakesThePlaceOfTheLineAndStays() {
    var bytes = new ByteArrayOutputStream();
    var err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var console = new Console(err, err, new Terminal(false, true, 80, false));
    try (Progress progress = console.progress("indexing")) {
      progress.say("reading");
      console.note("akin: a note");
      console.note("akin: another");
      progress.say("writing");
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\rindexing  reading…\u001b[K"
                + "\r\u001b[Kakin: a note\n"
                + "akin: another\n"
                + "\rindexing  writing…\u001b[K"
                + "\r\u001b[K");
  }

  @Test
  void nothingIsDrawnInAPipe() {
    var bytes = new ByteArrayOutputStream();
    var err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (Progress progress = new Console(err, err, Terminal.NONE).progress("indexing")) {
      progress.at(1, OptionalLong.of(2));
    }
    assertThat(bytes.size()).isZero();
  }

  @Test
  void theTerminalIsWhatTheLauncherAndTheEnvironmentSay() {
    assertThat(Terminal.of("stdout,stderr", "120", Map.of()))
        .isEqualTo(new Terminal(true, true, 120, true));
    assertThat(Terminal.of("stdout", "", Map.of("COLUMNS", "90", "NO_COLOR", "1")))
        .isEqualTo(new Terminal(true, false, 90, false));
    assertThat(Terminal.of("stdout", "", Map.of("TERM", "dumb")).hasColours()).isFalse();
    assertThat(Terminal.of("", "wide", Map.of())).isEqualTo(Terminal.NONE);
    assertThat(Terminal.of("stderr", "3", Map.of()).columns()).isEqualTo(40);
    assertThat(Terminal.of("stderr", "0", Map.of()).columns()).isEqualTo(80);
    assertThat(Terminal.of("stderr", "", Map.of("COLUMNS", "0")).columns()).isEqualTo(80);
  }
}
