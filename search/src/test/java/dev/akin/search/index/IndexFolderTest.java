package dev.akin.search.index;

import static dev.akin.search.index.ListCorpus.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.encoder.HashedEncoder;
import dev.akin.encoder.Truncation;
import dev.akin.search.Query;
import dev.akin.search.SearchMode;
import dev.akin.testkit.Damage;
import dev.akin.testkit.Seeds;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {
  private static final ListCorpus CORPUS =
      new ListCorpus(
          IntStream.range(0, 150).mapToObj(i -> document("d" + i, "text number " + i)).toList());

  @TempDir private Path folder;

  private final HashedEncoder encoder = HashedEncoder.of(32);

  private IndexReport build(IndexOptions options) throws IOException {
    return new IndexBuilder(folder, encoder, options).refresh(CORPUS, IndexListener.SILENT);
  }

  private void rewrite(Map<String, String> userData) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      writer.setLiveCommitData(userData.entrySet());
      writer.commit();
    }
  }

  @Test
  void aFolderWithoutAnIndexSaysSo() {
    assertThatThrownBy(() -> SearchIndex.open(folder, encoder))
        .isInstanceOf(IOException.class)
        .hasMessage("no index at %s; build one first", folder);
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> SearchIndex.describe(nowhere))
        .hasMessage("no index at %s; build one first", nowhere);
  }

  @Test
  void aFolderOfTheUsersIsNotWrittenTo() throws IOException {
    Files.writeString(folder.resolve("thesis.md"), "precious");
    assertThatThrownBy(() -> build(IndexOptions.DEFAULT))
        .isInstanceOf(IndexRefusedException.class)
        .hasMessage(
            "%s holds thesis.md, which is no part of an index; name an empty or a new folder",
            folder);
    assertThat(folder.toFile().list()).containsExactly("thesis.md");
  }

  @Test
  void whatACrashLeftBeforeTheFirstCommitIsNoObstacle() throws IOException {
    for (String name :
        List.of("_0_Lucene90FieldsIndex-doc_ids_0.tmp", "_0.fdt", "pending_segments_1")) {
      Files.writeString(folder.resolve(name), "rest");
    }
    assertThat(build(IndexOptions.DEFAULT).added()).isEqualTo(150);
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() ->
            new IndexBuilder(file, encoder, IndexOptions.DEFAULT)
                .refresh(CORPUS, IndexListener.SILENT))
        .isInstanceOf(NotDirectoryException.class)
        .hasMessage(file + " is a file; an index is a folder");
  }

  @Test
  void anIndexOfSomeoneElseIsRefused() throws IOException {
    rewrite(Map.of());
    assertThatThrownBy(() -> SearchIndex.open(folder, encoder))
        .isInstanceOf(FormatException.class)
        .hasMessage(folder + ": a Lucene index, but not one of Akin's");
    assertThatThrownBy(() -> build(IndexOptions.DEFAULT)).isInstanceOf(FormatException.class);
  }

  @Test
  void anIndexOfAnotherVersionIsRefused() throws IOException {
    build(IndexOptions.DEFAULT);
    rewrite(Map.of("akin.format", "99"));
    assertThatThrownBy(() -> SearchIndex.open(folder, encoder))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            folder + ": index format 99; this version reads format 1: build the index again");
    rewrite(Map.of("akin.format", "1", "words", "words-0"));
    assertThatThrownBy(() -> SearchIndex.open(folder, encoder))
        .hasMessageContaining("its words were made by recipe words-0");
    rewrite(Map.of("akin.format", "1"));
    assertThatThrownBy(() -> SearchIndex.open(folder, encoder))
        .hasMessageContaining("the commit says nothing about words");
  }

  @Test
  void aManifestComesBackAsItWas() {
    IndexOptions options =
        new IndexOptions(
            new Splitting.Passages(128, 16),
            Truncation.SPLIT,
            Language.ANY,
            Storage.BIT,
            new Graph(8, 40),
            0.9);
    Manifest manifest = Manifest.of(encoder, options, new OtherBoundaries());
    assertThat(Manifest.parse(manifest.toUserData(), "here")).isEqualTo(manifest);
    Map<String, String> older = manifest.toUserData();
    older.remove("passages.boundaries");
    assertThat(Manifest.parse(older, "here").cuts()).isEqualTo("jdk");
    Map<String, String> broken = manifest.toUserData();
    broken.put("storage", "PAPER");
    assertThatThrownBy(() -> Manifest.parse(broken, "here"))
        .hasMessage("here: this version knows no storage called PAPER");
    broken.put("storage", "BIT");
    broken.put("graph.links", "many");
    assertThatThrownBy(() -> Manifest.parse(broken, "here"))
        .hasMessage("here: graph.links is no whole number: many");
    broken.put("graph.links", "8");
    broken.put("targetRecall", "high");
    assertThatThrownBy(() -> Manifest.parse(broken, "here"))
        .hasMessage("here: targetRecall is no number: high");
  }

  @Test
  void otherOptionsAreRefusedAndNamed() throws IOException {
    build(IndexOptions.DEFAULT);
    IndexOptions others =
        IndexOptions.DEFAULT
            .withStorage(Storage.INT8)
            .withSplitting(new Splitting.Passages(64, 8))
            .withLanguage(Language.ANY)
            .withTruncation(Truncation.CUT)
            .withGraph(new Graph(8, 50));
    assertThatThrownBy(() -> build(others))
        .isInstanceOf(IndexRefusedException.class)
        .hasMessageContaining("its splitting is whole, asked for passages of 64 tokens, overlap 8")
        .hasMessageContaining("its truncation is WARN, asked for CUT")
        .hasMessageContaining("its language is ENGLISH, asked for ANY")
        .hasMessageContaining("its storage is FLOAT32, asked for INT8")
        .hasMessageContaining("its graph is");
    assertThat(build(IndexOptions.DEFAULT.withTargetRecall(0.5)).index().recall().orElseThrow())
        .extracting(Recall::target)
        .isEqualTo(0.5);
  }

  @Test
  void passagesOfOtherBoundariesAreRefusedAndWholeDocumentsHaveNone() throws IOException {
    IndexOptions passages = IndexOptions.DEFAULT.withSplitting(new Splitting.Passages(64, 8));
    build(passages);
    IndexBuilder others = new IndexBuilder(folder, encoder, passages, new OtherBoundaries());
    assertThatThrownBy(() -> others.refresh(CORPUS, IndexListener.SILENT))
        .isInstanceOf(IndexRefusedException.class)
        .hasMessage(
            "index %s was made with other options: its rule of cuts is jdk, asked for others; use"
                + " those, or build another index",
            folder);
    Path whole = folder.resolve("whole");
    new IndexBuilder(whole, encoder, IndexOptions.DEFAULT).refresh(CORPUS, IndexListener.SILENT);
    IndexReport again =
        new IndexBuilder(whole, encoder, IndexOptions.DEFAULT, new OtherBoundaries())
            .refresh(CORPUS, IndexListener.SILENT);
    assertThat(again.unchanged()).isEqualTo(150);
  }

  @Test
  void impossibleOptionsAreRefused() {
    assertThatThrownBy(() -> IndexOptions.DEFAULT.withTargetRecall(0))
        .hasMessage("the target recall lies above 0 and at most at 1, got 0.0");
    assertThatThrownBy(() -> new Graph(1, 10)).hasMessageContaining("2 to 512 links a node, got 1");
    assertThatThrownBy(() -> new Graph(16, 8)).hasMessageContaining("beam width of 16 to 3200");
    assertThatThrownBy(() -> new Splitting.Passages(10, 6))
        .hasMessageContaining("overlap of at most half of them, got 10 and 6");
  }

  @Test
  void passagesWithoutRoomAreRefusedBeforeAnythingIsWritten() {
    TestEncoder reader = new TestEncoder(32, 8, 2);
    IndexBuilder builder =
        new IndexBuilder(
            folder, reader, IndexOptions.DEFAULT.withSplitting(new Splitting.Passages(2, 0)));
    assertThatThrownBy(() -> builder.refresh(CORPUS, IndexListener.SILENT))
        .isInstanceOf(IndexRefusedException.class)
        .hasMessage("test: a passage of at most 2 tokens has no room beside 2 special tokens");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anotherEncoderIsRefusedWhenBuildingAndWhenSearching() throws IOException {
    build(IndexOptions.DEFAULT);
    HashedEncoder foreign = HashedEncoder.of(64);
    assertThatThrownBy(() ->
            new IndexBuilder(folder, foreign, IndexOptions.DEFAULT)
                .refresh(CORPUS, IndexListener.SILENT))
        .isInstanceOf(ForeignEncoderException.class)
        .hasMessageContaining(foreign.identity().toString());
    try (SearchIndex lazy = SearchIndex.open(folder, () -> foreign)) {
      assertThatThrownBy(() -> lazy.searcher(SearchMode.DENSE).search(Query.of("text"), 1))
          .isInstanceOf(ForeignEncoderException.class);
    }
  }

  @Test
  void aSecondWriterIsToldToWait() throws IOException {
    build(IndexOptions.DEFAULT);
    try (Directory directory = FSDirectory.open(folder);
        var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> build(IndexOptions.DEFAULT))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "index %s is being written by another process; wait until it is done", folder);
    }
  }

  @Test
  void whatAnotherBuilderMadeBeforeTheLockWasTakenIsSeen() throws IOException {
    HashedEncoder foreign = HashedEncoder.of(64);
    IndexBuilder late = new IndexBuilder(folder, foreign, IndexOptions.DEFAULT);
    try (Directory directory =
        new FilterDirectory(FSDirectory.open(folder)) {
          @Override
          public Lock obtainLock(String name) throws IOException {
            build(IndexOptions.DEFAULT);
            return super.obtainLock(name);
          }
        }) {
      PassageMaker maker = new PassageMaker(Splitting.WHOLE, foreign, new OtherBoundaries());
      assertThatThrownBy(() -> late.refresh(directory, maker, CORPUS, IndexListener.SILENT))
          .isInstanceOf(ForeignEncoderException.class);
    }
    assertThat(SearchIndex.describe(folder).encoder()).isEqualTo(encoder.identity());
    assertThat(build(IndexOptions.DEFAULT).unchanged()).isEqualTo(150);
  }

  @Test
  void searchersSeeTheLastCommitWhileAnotherIsWritten() throws IOException {
    build(IndexOptions.DEFAULT);
    try (SearchIndex before = SearchIndex.open(folder, encoder)) {
      new IndexBuilder(folder, encoder, IndexOptions.DEFAULT)
          .refresh(ListCorpus.of(document("new", "text")), IndexListener.SILENT);
      assertThat(before.info().contents().documents()).isEqualTo(150);
      assertThat(before.searcher(SearchMode.HYBRID).search(Query.of("text"), 150).documents())
          .hasSize(150);
    }
    assertThat(SearchIndex.describe(folder).contents().documents()).isEqualTo(1);
  }

  /** A writer that ends a merge removes files between the listing and the question how long. */
  @Test
  void aFileThatIsGoneSinceItWasListedIsNoTrouble() throws IOException {
    build(IndexOptions.DEFAULT);
    try (Directory directory = FSDirectory.open(folder);
        Directory merging =
            new FilterDirectory(directory) {
              @Override
              public String[] listAll() throws IOException {
                return Stream.concat(Stream.of("_zz.cfs"), Stream.of(super.listAll()))
                    .toArray(String[]::new);
              }
            }) {
      assertThat(IndexFolder.bytes(merging)).isEqualTo(IndexFolder.bytes(directory)).isPositive();
    }
  }

  /** Every file cut short: an error with the folder's name, or the answer of before. */
  @Test
  void aFileCutShortIsRefusedByName() throws IOException {
    build(IndexOptions.DEFAULT);
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> !file.endsWith("write.lock")).toList();
    }
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Damage.truncated(whole, whole.length / 2));
      assertThatThrownBy(() -> SearchIndex.open(folder, encoder))
          .as(file.toString())
          .isInstanceOfAny(FormatException.class, IOException.class)
          .hasMessageContaining(folder.toString());
      Files.write(file, whole);
    }
    SearchIndex.open(folder, encoder).close();
  }

  /** A flipped bit is refused, or lies where opening and one search do not look. */
  @Test
  void aFlippedBitNeverEscapesAsAnythingElse() throws IOException {
    build(IndexOptions.DEFAULT);
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
    Seeds.forEach(
        60,
        random -> {
          Path file = files.get(random.nextInt(files.size()));
          try {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Damage.bitFlipped(whole, random));
            try {
              assertThatThrownBy(() -> SearchIndex.verify(folder))
                  .as(file.toString())
                  .isInstanceOfAny(FormatException.class, IOException.class);
            } finally {
              Files.write(file, whole);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    SearchIndex.verify(folder);
  }
}
