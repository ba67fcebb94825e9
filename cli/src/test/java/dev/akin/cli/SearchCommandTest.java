package dev.akin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.console.Terminal;
import dev.akin.encoder.HashedEncoder;
import dev.akin.reader.IcuBoundaries;
import dev.akin.reader.Sources;
import dev.akin.search.index.IndexBuilder;
import dev.akin.search.index.IndexListener;
import dev.akin.search.index.IndexOptions;
import dev.akin.search.index.SearchIndex;
import dev.akin.testkit.TestData;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandTest {
  private static final byte[] NOT_UTF8 = {(byte) 0xff, (byte) 0xfe, 0};

  @TempDir Path folder;
  private Path corpus = Path.of("");

  @BeforeEach
  void writeCorpus() throws IOException {
    corpus = TinyCorpus.jsonLines(folder.resolve("animals.jsonl"));
  }

  private Cli.Outcome run(Object... args) {
    return new Cli(folder.resolve("cache")).run(args);
  }

  private Cli.Outcome search(Object... more) {
    Object[] args = new Object[more.length + 4];
    args[0] = "search";
    args[1] = corpus;
    args[2] = "--model";
    args[3] = "hashed-256";
    System.arraycopy(more, 0, args, 4, more.length);
    return run(args);
  }

  @Test
  void theFirstSearchIndexesAndTheSecondIsReadyAtOnce() {
    Cli.Outcome first = search("how do birds steer");
    assertThat(first.err()).matches("akin: indexed 3 documents in .* s; kept in .*cache.*\n");
    assertThat(first.code()).isZero();
    assertThat(first.lines().getFirst()).startsWith(" 1  Birds");
    assertThat(first.lines().get(1)).startsWith("    " + corpus + ":1  bm25 #1");
    Cli.Outcome second = search("how do birds steer");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void aChangedSourceIsRefreshed() throws IOException {
    assertThat(search("birds").code()).isZero();
    Files.writeString(
        corpus,
        String.join("\n", TinyCorpus.RECORDS.subList(0, 2)).replace("night", "noon") + "\n");
    Files.setLastModifiedTime(corpus, FileTime.fromMillis(1_000_000));
    Cli.Outcome refreshed = search("fish at noon", "-k", 1);
    assertThat(refreshed.err())
        .startsWith("akin: refreshed the index: 0 added, 1 updated, 1 removed in ");
    assertThat(refreshed.out()).contains("Fish swim in schools at noon.");
  }

  @Test
  void aSourceThatBecomesWhatItWasAfterAStoppedRefreshIsReadAgain() throws IOException {
    assertThat(search("birds").code()).isZero();
    String before = Files.readString(corpus);
    FileTime time = Files.getLastModifiedTime(corpus);
    Files.writeString(corpus, before.replace("night", "noon"));
    Cli.Outcome stopped =
        new Cli(folder.resolve("cache"))
            .runStopped("search", corpus, "fish", "--model", "hashed-256");
    assertThat(stopped.code()).isEqualTo(130);
    Files.writeString(corpus, before);
    Files.setLastModifiedTime(corpus, time);
    assertThat(search("birds").err()).startsWith("akin: refreshed the index: ");
    assertThat(search("birds").err()).isEmpty();
  }

  @Test
  void anIndexKeptWhereTheUserSaysIsNotSearchedWhenItWasReadOrMadeOtherwise() throws IOException {
    Path own = folder.resolve("own");
    assertThat(search("birds", "--index", own).err()).startsWith("akin: indexed 3 documents");
    assertThat(search("birds", "--index", own).err()).isEmpty();
    assertThat(search("birds", "--index", own, "--title-column", "headline").err())
        .startsWith("akin: refreshed the index: 0 added, 3 updated");
    assertThat(search("birds", "--index", own, "--storage", "int8").err())
        .contains("made with other options: its storage is FLOAT32, asked for INT8");
  }

  @Test
  void anIndexKeptWhereTheUserSaysIsRefreshedByTheEncoderItWasMadeWith() throws IOException {
    Path own = folder.resolve("own");
    assertThat(search("birds", "--index", own).code()).isZero();
    Files.writeString(corpus, TinyCorpus.RECORDS.getFirst() + "\n");
    Cli.Outcome words = run("search", corpus, "birds", "--index", own, "--mode", "lexical");
    assertThat(words.err()).startsWith("akin: refreshed the index: 0 added, 0 updated, 2 removed");
    Path wordsOnly = folder.resolve("words");
    assertThat(run("search", corpus, "birds", "--index", wordsOnly, "--mode", "lexical").code())
        .isZero();
    Cli.Outcome meaning = run("search", corpus, "birds", "--index", wordsOnly);
    assertThat(meaning.code()).isEqualTo(2);
    assertThat(meaning.err()).contains("holds words only; name another folder");
  }

  @Test
  void aDamagedIndexInTheCacheIsMadeAnew() throws IOException {
    Cli.Outcome first = search("birds");
    try (var files = Files.list(cachedIndex())) {
      for (Path file : files.filter(f -> f.toString().contains("segments_")).toList()) {
        Files.writeString(file, "damaged");
      }
    }
    Cli.Outcome again = search("birds");
    assertThat(again.err()).contains("akin: made anew: ", "akin: indexed 3 documents");
    assertThat(again.out()).isEqualTo(first.out());
  }

  /** Thai has no spaces: only ICU's dictionary knows where its words end. */
  @Test
  void passagesOfALanguageWithoutSpacesAreCutBetweenItsWords() throws IOException {
    String text =
        "นกอพยพใช้ดวงอาทิตย์และดวงดาวเพื่อหาทิศทางในเวลากลางคืนนกบางชนิดรับรู้สนามแม่เหล็กของโลกได้";
    Path thai = Files.writeString(folder.resolve("thai.txt"), text);
    List<String> words = IcuBoundaries.root().lexicalWords(text).stream().distinct().toList();
    StringBuilder vectors = new StringBuilder("%d 32\n".formatted(words.size()));
    for (int i = 0; i < words.size(); i++) {
      vectors.append(words.get(i));
      for (int cell = 0; cell < 32; cell++) {
        vectors.append(cell == i % 32 ? " 1" : " 0");
      }
      vectors.append('\n');
    }
    Path model = Files.writeString(folder.resolve("thai.vec"), vectors);
    Set<Integer> cuts =
        Arrays.stream(IcuBoundaries.root().words(text)).boxed().collect(Collectors.toSet());
    Set<String> passages = new TreeSet<>();
    for (String word : words) {
      Cli.Outcome found =
          run(
              "search",
              thai,
              word,
              "--model",
              "words:" + model,
              "--mode",
              "exact",
              "--json",
              "--max-tokens",
              5,
              "--overlap",
              0);
      assertThat(found.code()).as(found.err()).isZero();
      passages.add(
          ((Json.Members) Json.parse(found.lines().getFirst(), "line"))
              .findText("passage")
              .orElseThrow());
    }
    assertThat(passages).hasSizeGreaterThan(3);
    for (String passage : passages) {
      int start = text.indexOf(passage);
      assertThat(cuts).as(passage).contains(start, start + passage.length());
    }
  }

  @Test
  void anIndexInTheCacheWhosePassagesWereCutByOtherRulesIsMadeAnew() throws IOException {
    Cli.Outcome first = search("birds");
    Path index = cachedIndex();
    IndexOptions options = SearchIndex.describe(index).options();
    try (var files = Files.list(index)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (var encoder = HashedEncoder.of(256)) {
      new IndexBuilder(index, encoder, options).refresh(Sources.open(corpus), IndexListener.SILENT);
    }
    Files.delete(index.resolveSibling("source.json"));
    Cli.Outcome again = search("birds");
    assertThat(again.err())
        .contains("akin: made anew: ", "its rule of cuts is jdk, asked for icu", "indexed 3 ");
    assertThat(again.out()).isEqualTo(first.out());
    assertThat(search("birds").err()).isEmpty();
  }

  @Test
  void anIndexInTheCacheIsMadeAnewWhenItsModelChangedUnderItsName() throws IOException {
    Path model = folder.resolve("own.vec");
    Object[] asked = {"search", corpus, "birds", "--model", "words:" + model};
    Files.writeString(model, "3 2\nbirds 1 0\nfish 0 1\nbats 1 1\n");
    assertThat(run(asked).err()).startsWith("akin: indexed 3 documents");
    assertThat(run(asked).err()).isEmpty();
    Files.writeString(model, "3 2\nbirds 0 1\nfish 1 0\nbats 1 1\n");
    Cli.Outcome again = run(asked);
    assertThat(again.code()).isZero();
    assertThat(again.err())
        .contains("akin: made anew: ", "holds vectors of words:" + model, "indexed 3 documents");
    assertThat(run(asked).err()).isEmpty();
  }

  @Test
  void anIndexOfTheUsersIsNotMadeAnewWhenItsModelChangedUnderItsName() throws IOException {
    Path model = folder.resolve("own.vec");
    Path own = folder.resolve("own");
    Object[] asked = {"search", corpus, "birds", "--model", "words:" + model, "--index", own};
    Files.writeString(model, "3 2\nbirds 1 0\nfish 0 1\nbats 1 1\n");
    assertThat(run(asked).code()).isZero();
    Files.writeString(model, "3 2\nbirds 0 1\nfish 1 0\nbats 1 1\n");
    Cli.Outcome refused = run(asked);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("use the index's encoder, or build another index");
  }

  @Test
  void aRecordThatCannotBeReadIsAsGoodAsNone() throws IOException {
    Cli.Outcome first = search("birds");
    Path record = cachedIndex().resolveSibling("source.json");
    for (byte[] damaged :
        List.of(new byte[0], "{\"state\":".getBytes(UTF_8), "[]".getBytes(UTF_8), NOT_UTF8)) {
      Files.write(record, damaged);
      Cli.Outcome again = search("birds");
      assertThat(again.err())
          .startsWith("akin: refreshed the index: 0 added, 0 updated, 0 removed");
      assertThat(again.out()).isEqualTo(first.out());
      assertThat(search("birds").err()).isEmpty();
    }
  }

  @Test
  void twoSearchesOfANewSourceAtOnceBothAnswerAndIndexItOnce() throws Exception {
    Callable<Cli.Outcome> ask = () -> search("how do birds steer");
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Cli.Outcome> outcomes = new ArrayList<>();
      for (Future<Cli.Outcome> answer : threads.invokeAll(Collections.nCopies(4, ask))) {
        outcomes.add(answer.get());
      }
      assertThat(outcomes).extracting(Cli.Outcome::code).containsOnly(0);
      assertThat(outcomes).extracting(Cli.Outcome::out).containsOnly(outcomes.getFirst().out());
      assertThat(outcomes.stream().filter(o -> o.err().contains("indexed 3 documents"))).hasSize(1);
    }
    assertThat(search("how do birds steer").err()).isEmpty();
  }

  @Test
  void aSearchWaitsForWhoeverIsIndexingAndLeavesTheRecordAloneUntilThen() throws Exception {
    assertThat(search("birds").code()).isZero();
    Path lock = cachedIndex().resolveSibling("source.lock");
    Files.writeString(corpus, TinyCorpus.RECORDS.getFirst() + "\n");
    try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      assertThat(channel.lock().isValid()).isTrue();
      Cli.Outcome stopped =
          new Cli(folder.resolve("cache"))
              .runStopped("search", corpus, "birds", "--model", "hashed-256");
      assertThat(stopped.code()).isEqualTo(130);
      assertThat(stopped.err())
          .isEqualTo(
              """
              akin: another process is indexing this source; waiting for it
              akin: stopped while another process was indexing this source
              """);
      assertThat(lock.resolveSibling("source.json")).exists();
    }
    assertThat(search("birds").err())
        .startsWith("akin: refreshed the index: 0 added, 0 updated, 2");
  }

  @Test
  void whatCouldNotBeReadIsKeptAndTriedAgain() throws IOException {
    assertThat(search("birds", "--on-error", "skip").code()).isZero();
    Files.writeString(
        corpus, TinyCorpus.RECORDS.get(0) + "\n{broken\n" + TinyCorpus.RECORDS.get(2) + "\n");
    for (int times = 0; times < 2; times++) {
      Cli.Outcome damaged = search("fish swim", "-k", 1, "--on-error", "skip");
      assertThat(damaged.err())
          .contains(
              "akin: skipped: " + corpus + ":2",
              "akin: 1 document not found again and kept, since not everything could be read",
              "akin: refreshed the index: 0 added, ");
      assertThat(damaged.out()).contains("Fish");
    }
    Files.writeString(corpus, TinyCorpus.RECORDS.get(0) + "\n" + TinyCorpus.RECORDS.get(2) + "\n");
    Cli.Outcome repaired = search("fish swim", "-k", 1, "--on-error", "skip");
    assertThat(repaired.err())
        .startsWith("akin: refreshed the index: 0 added, 1 updated, 1 removed");
    assertThat(search("fish swim", "-k", 1, "--on-error", "skip").err()).isEmpty();
  }

  @Test
  void anotherTargetOfTheRecallIsMeasuredOnTheSameIndex() throws IOException {
    assertThat(search("birds").code()).isZero();
    Cli.Outcome other = search("birds", "--target-recall", "0.5");
    assertThat(other.err()).startsWith("akin: refreshed the index: 0 added, 0 updated, 0 removed");
    assertThat(search("birds", "--target-recall", "0.5").err()).isEmpty();
    try (var indexes = Files.list(folder.resolve("cache/indexes"))) {
      assertThat(indexes).hasSize(1);
    }
    assertThat(run("info", cachedIndex()).out()).containsPattern("targetRecall +0\\.5");
  }

  @Test
  void resultsOfAFolderNameFileAndLineToOpen() throws IOException {
    Path notes = TinyCorpus.folder(folder.resolve("notes"));
    Cli.Outcome found = run("search", notes, "birds steer", "--model", "hashed-256", "-k", 1);
    assertThat(found.out()).contains(notes.resolve("birds.md") + ":");
  }

  @Test
  void jsonIsAnObjectALine() {
    Cli.Outcome found = search("how do birds steer", "--json", "-k", 2);
    assertThat(found.lines()).hasSize(2);
    Json.Members best = (Json.Members) Json.parse(found.lines().getFirst(), "line 1");
    assertThat(best.members().keySet())
        .containsExactly(
            "query",
            "rank",
            "id",
            "score",
            "title",
            "file",
            "line",
            "start",
            "end",
            "passage",
            "words",
            "legs",
            "stages",
            "metadata");
    assertThat(best.findText("id")).contains("d1");
    assertThat(best.find("line")).contains(Json.of(1));
    assertThat(best.find("start")).contains(Json.of(0));
    assertThat(best.find("end"))
        .contains(Json.of("Birds steer with their tail feathers.".length()));
    assertThat(best.find("metadata").orElseThrow().toLine()).isEqualTo("{\"year\":2015}");
  }

  @Test
  void filtersModesAndFusionsAreObeyed() {
    assertThat(search("birds", "--filter", "year >= 2019", "--json").out())
        .contains("\"id\":\"d3\"", "\"id\":\"d2\"")
        .doesNotContain("\"id\":\"d1\"");
    assertThat(search("birds", "--mode", "lexical").out()).contains("bm25").doesNotContain("dense");
    assertThat(search("birds", "--mode", "exact").out()).contains("dense").doesNotContain("bm25");
    assertThat(search("birds", "--fusion", "scores", "--weights", "0.3,0.7").out())
        .contains("bm25", "dense");
  }

  @Test
  void aSearchSaysHowItLooked() {
    String looks =
        "bm25: posting lists over 2 passages, 1 kept · dense: exact scan over 2 passages, 2 kept";
    Cli.Outcome filtered = search("birds", "--filter", "year >= 2019");
    assertThat(filtered.lines()).last().isEqualTo(looks);
    assertThat(search("birds").out()).doesNotContain("passages");
    assertThat(search("birds", "--filter", "year >= 2019", "--json").lines())
        .hasSize(2)
        .allMatch(line ->
            line.contains(
                "\"stages\":[{\"name\":\"bm25\",\"method\":\"postings\",\"candidates\":1,"
                    + "\"eligible\":2},{\"name\":\"dense\",\"method\":\"exact_scan\","
                    + "\"candidates\":2,\"eligible\":2}]"));
    Object[] why = {
      "explain", corpus, "birds", "d3", "--model", "hashed-256", "--filter", "year >= 2019"
    };
    assertThat(run(why).out()).contains("bm25: posting lists over 2 passages, 1 kept");
    assertThat(run("explain", corpus, "birds", "d3", "--model", "hashed-256", "--json").out())
        .contains("\"stages\":[{\"name\":\"bm25\",\"method\":\"postings\"");
  }

  @Test
  void lexicalSearchAloneNeedsNoModel() {
    Cli.Outcome found = run("search", corpus, "birds", "--mode", "lexical");
    assertThat(found.code()).isZero();
    assertThat(found.out()).contains("Birds");
    assertThat(run("info", cachedIndex()).out()).contains("hashed-8");
  }

  private Path cachedIndex() {
    try (var indexes = Files.list(folder.resolve("cache/indexes"))) {
      return indexes.findFirst().orElseThrow().resolve("index");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void queriesBecomeARunThatIsJudgedAsEvaluateDoes() throws IOException {
    Path beir = TinyCorpus.beir(folder.resolve("beir"));
    Path run = folder.resolve("out.run");
    Path qrels = beir.resolve("qrels/test.tsv");
    Cli.Outcome judged =
        run(
            "search",
            beir,
            "--model",
            "hashed-256",
            "--queries",
            beir.resolve("queries.jsonl"),
            "--qrels",
            qrels,
            "--run",
            run);
    assertThat(judged.code()).isZero();
    assertThat(judged.lines())
        .containsExactly(
            "nDCG@10  1.0000",
            "MAP      1.0000",
            "MRR@10   1.0000",
            "P@10     0.1000",
            "R@100    1.0000",
            "queries  2");
    assertThat(Files.readAllLines(run))
        .allMatch(line -> line.matches("q[12] Q0 d[123] [1-3] [0-9.E-]+ akin-bm25\\+dense"));
    assertThat(run("evaluate", run, qrels).out()).isEqualTo(judged.out());
    assertThat(run("evaluate", run, qrels, "--json", "--metric", "MRR", "--per-query").lines())
        .containsExactly(
            "{\"query\":\"q1\",\"MRR\":1.0}",
            "{\"query\":\"q2\",\"MRR\":1.0}",
            "{\"run\":\"" + run + "\",\"queries\":2,\"MRR\":1.0}");
  }

  @Test
  void aRunThatFailsLeavesTheOneThatWasThere() throws IOException {
    Path beir = TinyCorpus.beir(folder.resolve("beir"));
    Path run = Files.writeString(folder.resolve("out.run"), "before");
    Files.writeString(beir.resolve("corpus.jsonl"), "{\"_id\":\"two words\",\"text\":\"x\"}\n");
    Path queries = beir.resolve("queries.jsonl");
    Cli.Outcome failed =
        run("search", beir, "--model", "hashed-256", "--queries", queries, "--run", run);
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).contains("a TREC file cannot hold the document id 'two words'");
    assertThat(run).hasContent("before");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aRunThatCannotBeWrittenIsRefusedBeforeAnyWork() throws IOException {
    Path beir = TinyCorpus.beir(folder.resolve("beir"));
    Path run = folder.resolve("missing/out.run");
    Path queries = beir.resolve("queries.jsonl");
    Cli.Outcome refused =
        run("search", beir, "--model", "hashed-256", "--queries", queries, "--run", run);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("--run " + run + ": there is no folder ");
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void coloursAndMarksAreForTerminalsOnly() {
    var terminal = new Terminal(true, true, 60, true);
    assertThat(search("birds").out()).doesNotContain("\u001b[");
    Cli.Outcome coloured =
        new Cli(folder.resolve("cache"))
            .run(terminal, "", "search", corpus, "birds", "--model", "hashed-256");
    assertThat(coloured.out()).contains("\u001b[1;33mBirds\u001b[0m steer");
    assertThat(coloured.lines())
        .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
        .allMatch(line -> line.length() <= 60 || line.contains(corpus.toString()));
  }

  @Test
  void progressIsDrawnOnATerminalAndWiped() {
    var terminal = new Terminal(false, true, 80, false);
    Cli.Outcome first =
        new Cli(folder.resolve("cache"))
            .run(terminal, "", "search", corpus, "birds", "--model", "hashed-256");
    assertThat(first.err()).contains("\rindexing  ", "\r\u001b[K", "akin: indexed 3 documents");
  }

  @Test
  @Tag("slow")
  void aFinishedIndexIsSearchedWithoutACacheFolder() throws IOException {
    Path index = folder.resolve("x.akin");
    Object[] model = {"--model", "minilm:int8"};
    assertThat(run("index", corpus, "--into", index, model[0], model[1]).code()).isZero();
    Path file = Files.writeString(folder.resolve("no-folder"), "");
    Cli.Outcome found = new Cli(file).run("search", index, "how do birds steer");
    assertThat(found.code()).isZero();
    assertThat(found.out()).contains("Birds");
    assertThat(found.err().lines())
        .singleElement()
        .asString()
        .startsWith("akin: the cache folder " + file.resolve("models"))
        .endsWith("at each start; AKIN_CACHE names another folder");
  }

  @Test
  @Tag("slow")
  void minilmFindsByMeaningInRealPapers() {
    Path papers = TestData.require("papers/embedding-papers.jsonl");
    Cli.Outcome found =
        run("search", papers, "compress vectors to bits", "-k", 3, "--json", "--split", "none");
    assertThat(found.code()).isZero();
    assertThat(found.out()).contains("Binary Embedding-based Retrieval at Tencent");
    assertThat(found.err()).contains("indexed 129 documents", "longer than the model reads");
  }
}
