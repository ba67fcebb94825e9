package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void theNearestKnownNameIsSuggestedAndNothingWhenAllAreFar() {
    List<String> known = List.of("minilm", "bge-small", "--mode");
    assertThat(Messages.didYouMean("minlim", known)).isEqualTo("; did you mean 'minilm'?");
    assertThat(Messages.didYouMean("BGE-smal", known)).isEqualTo("; did you mean 'bge-small'?");
    assertThat(Messages.didYouMean("--moed", known)).isEqualTo("; did you mean '--mode'?");
    assertThat(Messages.didYouMean("gpt", known)).isEmpty();
  }

  @Test
  void aMessageIsOneLineWithoutCodesForTheTerminal() {
    assertThat(Messages.oneLine(" a\n  b\tc\u001b[31m ")).isEqualTo("a b c?[31m");
    assertThat(Messages.lowerFirst("Unknown option")).isEqualTo("unknown option");
    assertThat(Messages.lowerFirst("JSON ends")).isEqualTo("JSON ends");
  }

  @Test
  void sizesAndCountsReadWell() {
    assertThat(Messages.bytes(999)).isEqualTo("999 B");
    assertThat(Messages.bytes(14_549_000)).isEqualTo("14.5 MB");
    assertThat(Messages.bytes(999_990)).isEqualTo("1.0 MB");
    assertThat(Messages.count(1, "document")).isEqualTo("1 document");
    assertThat(Messages.count(1204, "document")).isEqualTo("1,204 documents");
  }

  @Test
  void theCacheIsWhereTheEnvironmentSays() {
    assertThat(CacheFolder.of(Map.of("AKIN_CACHE", "/a", "XDG_CACHE_HOME", "/x")).root())
        .isEqualTo(Path.of("/a"));
    assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "/x")).root()).isEqualTo(Path.of("/x/akin"));
    assertThat(CacheFolder.of(Map.of("HOME", "/home/me")).root().toString())
        .startsWith("/home/me")
        .contains("akin");
  }

  @Test
  void aStoppedJobIsWaitedForOnlyWhenItLooks() {
    var unwatched = new Interruption();
    unwatched.request(_ -> {
      throw new AssertionError("nobody waits");
    });
    assertThat(unwatched.isRequested()).isTrue();
    var watched = new Interruption();
    assertThat(watched.isRequested()).isFalse();
    watched.finish();
    var notes = new StringBuilder();
    watched.request(notes::append);
    assertThat(notes).hasToString("akin: stopping after this batch…");
  }

  @Test
  void whatAnEndedJobWouldLeaveIsCleanedUp() {
    var interruption = new Interruption();
    var cleaned = new ArrayList<String>();
    try (var _ = interruption.cleaning(() -> cleaned.add("done"))) {
      assertThat(cleaned).isEmpty();
    }
    try (var _ = interruption.cleaning(() -> cleaned.add("ended"));
        var _ =
            interruption.cleaning(() -> {
              throw new IOException("the disk is gone");
            })) {
      var notes = new ArrayList<String>();
      interruption.request(notes::add);
      assertThat(cleaned).containsExactly("ended");
      assertThat(notes).containsExactly("akin: the disk is gone");
    }
  }
}
