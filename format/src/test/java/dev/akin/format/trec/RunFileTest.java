package dev.akin.format.trec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Damage;
import dev.akin.testkit.Seeds;
import dev.akin.vector.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;

class RunFileTest {
  @TempDir Path folder;

  private void assertRefused(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("run"), text);
    assertThatThrownBy(() -> RunFile.read(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(file + message);
  }

  @Test
  @DefaultLocale("ar-EG")
  void digitsAreThoseOfTheFormatWhateverTheUsersLanguage() throws IOException {
    Path trec = folder.resolve("trec.run");
    try (var sink = RunFile.create(trec, "t")) {
      sink.write("1", Map.of("d", 0.5));
    }
    assertThat(trec).hasContent("1 Q0 d 1 0.5 t\n");
    Path msMarco = folder.resolve("msmarco.tsv");
    try (var sink = RunFile.createMsMarco(msMarco)) {
      sink.write("1", Map.of("d", 0.5));
    }
    assertThat(msMarco).hasContent("1\td\t1\n");
  }

  @Test
  void commentsRanksAndFieldsAfterTheTagAreNotRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("run"),
            "# made by hand\n1 Q0 d1 7 2.5 bm25 more fields\n1\tQ0\td2\tx\t1e-3\tbm25\n");
    assertThat(RunFile.read(file))
        .isEqualTo(new RunFile("bm25", Map.of("1", Map.of("d1", 2.5, "d2", 1e-3))));
  }

  @Test
  void columnsStandBetweenWhiteSpaceOfAsciiOnly() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("run"), " 1 \u000b Q0\t\td\u00a01  1\f2.5 t \r\n1 Q0 \u2003 2 1 t\n");
    assertThat(RunFile.read(file).scores())
        .isEqualTo(Map.of("1", Map.of("d\u00a01", 2.5, "\u2003", 1.0)));
  }

  @Test
  void wrongLinesAreRefusedWithTheirNumber() throws IOException {
    assertRefused(
        "1 Q0 d1 1 2.5\n",
        ":1: expected 6 columns (query Q0 document rank score tag), got 5: '1 Q0 d1 1 2.5'");
    assertRefused("1 Q0 d 1 high t\n", ":1: a score is a number, got 'high'");
    assertRefused("1 Q0 d 1 NaN t\n", ":1: a score is a finite number, got 'NaN'");
    assertRefused(
        "1 Q0 d 1 3 t\n1 Q0 e 2 2 t\n1 Q0 d 3 1 t\n", ":3: document d is ranked twice for query 1");
    assertRefused("", ": no rankings in this file");
  }

  @Test
  void anMsMarcoRunIsKnownByItsThreeColumnsAndItsRanksAreScores() throws IOException {
    Path file =
        Files.writeString(folder.resolve("run"), "7\tp2\t2\n7\tp1\t1\n8\tp 9\t1\r\n\n7\tp3\t3\n");
    RunFile run = RunFile.read(file);
    assertThat(run.tag()).isEmpty();
    assertThat(run.scores())
        .isEqualTo(
            Map.of("7", Map.of("p1", -1.0, "p2", -2.0, "p3", -3.0), "8", Map.of("p 9", -1.0)));
    assertThat(RunFile.readByRank(file).scores().get("7"))
        .containsExactly(Map.entry("p1", -1.0), Map.entry("p2", -2.0), Map.entry("p3", -3.0));
  }

  @Test
  void blanksInTheIdsOfAnMsMarcoRunAndTabsInATrecRunMisleadNobody() throws IOException {
    Path msMarco = Files.writeString(folder.resolve("ms"), "7\tmy notes on a b c\t1\n");
    assertThat(RunFile.read(msMarco).scores())
        .isEqualTo(Map.of("7", Map.of("my notes on a b c", -1.0)));
    Path trec = Files.writeString(folder.resolve("trec"), "1 Q0\td1 1\t2.5 t\n");
    assertThat(RunFile.read(trec).scores()).isEqualTo(Map.of("1", Map.of("d1", 2.5)));
  }

  @Test
  void wrongLinesOfAnMsMarcoRunAreRefused() throws IOException {
    assertRefused(
        "7\tp1\t1\n7 p2 2\n",
        ":2: expected 3 columns separated by tabs (query document rank), got 1: '7 p2 2'");
    assertRefused("7\tp1\t0\n", ":1: a rank is a whole number from 1 on, got '0'");
    assertRefused("7\tp1\tfirst\n", ":1: a rank is a whole number from 1 on, got 'first'");
    assertRefused("7\tp1\t1\n7\tp2\t1\n", ":2: rank 1 of query 7 is p2 here and p1 before");
    assertRefused("7\tp1\t1\n7\tp1\t2\n", ":2: document p1 is ranked twice for query 7");
    assertRefused("7\tp1\t1\n7\tp3\t3\n", ": query 7 has no rank 2; ranks run 1, 2, 3 …");
    assertRefused("7\t\t1\n", ":1: the query or document id is empty: '7\t\t1'");
  }

  @Test
  void anMsMarcoRunIsReadAsItWasWritten() {
    Path file = folder.resolve("out");
    Seeds.forEach(
        50,
        random -> {
          var rankings = new LinkedHashMap<String, Map<String, Double>>();
          for (int q = random.nextInt(4); q >= 0; q--) {
            var ranking = new LinkedHashMap<String, Double>();
            for (int d = random.nextInt(9); d >= 0; d--) {
              ranking.put("d" + d, -1.0 - ranking.size());
            }
            rankings.put("q" + q, ranking);
          }
          try {
            try (var out = RunFile.createMsMarco(file)) {
              rankings.forEach(out::write);
            }
            assertThat(RunFile.read(file)).isEqualTo(new RunFile("", rankings));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void anMsMarcoRunHoldsNoTabs() throws IOException {
    try (var out = RunFile.createMsMarco(folder.resolve("out"))) {
      assertThatThrownBy(() -> out.write("q", Map.of("a\tb", 1.0)))
          .hasMessage(
              "MS MARCO files cannot hold the document id 'a\tb': ids are not empty and hold no"
                  + " tab or line break");
    }
  }

  @Test
  void documentsStandInTheOrderOfTheirRanksWhenAsked() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("run"), "1 Q0 b 2 5 t\n1 Q0 c 0 1 t\n1 Q0 a 10 5 t\n2 Q0 x 1 1 t\n");
    assertThat(RunFile.readByRank(file).scores().get("1"))
        .containsExactly(Map.entry("c", 1.0), Map.entry("b", 5.0), Map.entry("a", 5.0));
    assertThat(RunFile.read(file)).isEqualTo(RunFile.readByRank(file));
  }

  @Test
  void ranksThatGiveNoOrderAreRefusedWhenTheyAreAskedFor() throws IOException {
    Path word = Files.writeString(folder.resolve("word"), "1 Q0 b first 5 t\n");
    assertThat(RunFile.read(word).scores()).hasSize(1);
    assertThatThrownBy(() -> RunFile.readByRank(word))
        .isInstanceOf(FormatException.class)
        .hasMessage(word + ":1: a rank is a whole number from 0 on, got 'first'");
    Path same = Files.writeString(folder.resolve("same"), "1 Q0 b 0 5 t\n1 Q0 a 0 5 t\n");
    assertThatThrownBy(() -> RunFile.readByRank(same))
        .hasMessage(same + ":2: rank 0 of query 1 is a here and b before");
  }

  @Test
  void writtenScoresFallStrictlyAsFloatsSoThatTheOrderIsKept() {
    Seeds.forEach(
        100,
        random -> {
          var ranking = new LinkedHashMap<String, Double>();
          double score = random.nextDouble(-5, 30);
          for (int i = random.nextInt(40); i >= 0; i--) {
            ranking.put("d" + i, score);
            score -= random.nextInt(3) * Math.pow(10, -random.nextInt(12));
          }
          try {
            Path file = folder.resolve("out");
            try (var out = RunFile.create(file, "akin")) {
              out.write("q", ranking);
            }
            Map<String, Double> read = RunFile.read(file).scores().getOrDefault("q", Map.of());
            assertThat(List.copyOf(read.keySet())).isEqualTo(List.copyOf(ranking.keySet()));
            float last = Float.POSITIVE_INFINITY;
            for (var entry : read.entrySet()) {
              assertThat(entry.getValue().floatValue()).isLessThan(last);
              last = entry.getValue().floatValue();
              assertThat((double) last)
                  .isCloseTo(
                      ranking.get(entry.getKey()), org.assertj.core.api.Assertions.within(2e-4));
            }
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void damagedFilesAreReadOrRefusedWithTheirPlaceButNeverCrash() {
    byte[] run = "1 Q0 d1 1 2.5 t\n1 Q0 d2 2 2.25 t\n2 Q0 d1 1 -1e-3 t\n".getBytes(UTF_8);
    byte[] msMarco = "1\td1\t1\n1\td2\t2\n2\td\u00f6\t1\n".getBytes(UTF_8);
    byte[] qrels = "query-id\tcorpus-id\tscore\n1\td1\t2\n2\td1\t0\n".getBytes(UTF_8);
    Path file = folder.resolve("damaged");
    Seeds.forEach(
        500,
        random -> {
          try {
            Files.write(file, damage(run, random));
            assertReadOrRefused(() -> RunFile.read(file), file);
            assertReadOrRefused(() -> RunFile.readByRank(file), file);
            Files.write(file, damage(msMarco, random));
            assertReadOrRefused(() -> RunFile.read(file), file);
            Files.write(file, damage(qrels, random));
            assertReadOrRefused(() -> QrelsFile.read(file), file);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static byte[] damage(byte[] whole, SplittableRandom random) {
    byte[] damaged = Damage.truncated(whole, 1 + random.nextInt(whole.length));
    for (int i = random.nextInt(4); i >= 0; i--) {
      damaged = Damage.bitFlipped(damaged, random);
    }
    return damaged;
  }

  private static void assertReadOrRefused(Callable<?> reading, Path file) {
    try {
      assertThat(reading.call()).isNotNull();
    } catch (FormatException e) {
      assertThat(e).hasMessageStartingWith(file.toString());
    } catch (Exception e) {
      throw new AssertionError("crashed on damage", e);
    }
  }

  @Test
  void linesHaveSixColumnsWithRanksFromOne() throws IOException {
    Path file = folder.resolve("out");
    var ranking = new LinkedHashMap<String, Double>();
    ranking.put("b", 0.5);
    ranking.put("a", 0.5);
    try (var out = RunFile.create(file, "akin")) {
      out.write("q1", ranking);
    }
    assertThat(Files.readAllLines(file))
        .containsExactly("q1 Q0 b 1 0.5 akin", "q1 Q0 a 2 0.49999997 akin");
  }

  @Test
  void whatARunCannotHoldIsRefused() throws IOException {
    Path file = folder.resolve("out");
    assertThatThrownBy(() -> RunFile.create(file, "two words"))
        .hasMessageContaining("cannot hold the run id 'two words'");
    try (var out = RunFile.create(file, "akin")) {
      assertThatThrownBy(() -> out.write("q", Map.of("notes/a file.md", 1.0)))
          .hasMessageContaining("cannot hold the document id 'notes/a file.md'");
      assertThatThrownBy(() -> out.write("q", Map.of("d", Double.NaN)))
          .hasMessage(
              "query q: the score NaN of document d at rank 1 is not finite or above the one"
                  + " before");
      var rising = new LinkedHashMap<String, Double>();
      rising.put("a", 1.0);
      rising.put("b", 2.0);
      assertThatThrownBy(() -> out.write("q", rising))
          .hasMessageContaining("the score 2.0 of document b at rank 2");
    }
  }
}
