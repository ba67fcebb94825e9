package dev.akin.study.task;

import dev.akin.reader.ReadOptions;
import dev.akin.reader.SourceFormat;
import dev.akin.reader.Sources;
import dev.akin.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tasks on public data by name. The data are not part of this project: they lie in a folder that
 * the user names, in the layout that {@code docs/evaluation/tasks.md} describes.
 */
public final class TaskCatalog {
  /** Half of a set without parts of its own is learned from. */
  private static final double TRAIN_SHARE = 0.5;

  private static final long SPLIT_SEED = 42;

  /** Opens one task below the data folder. */
  private interface Opener {
    Task open(String name, Path root) throws IOException;
  }

  private static final Map<String, Opener> TASKS = new LinkedHashMap<>();

  static {
    for (String set : List.of("scifact", "cranfield", "cacm", "cisi", "adi", "limit-small")) {
      TASKS.put(set, retrieval("retrieval/" + set));
    }
    for (String language : List.of("en", "de", "tr", "hi", "zh")) {
      TASKS.put("xquad-" + language, retrieval("retrieval/xquad-" + language));
    }
    for (String language : List.of("en", "de", "fr", "es", "zh", "tr")) {
      TASKS.put("stsb-" + language, sts("sts/stsb-" + language, "test.tsv"));
    }
    for (String year : List.of("sts13", "sts14", "sts15", "sts16")) {
      TASKS.put(year, sts("sts/" + year, "test.tsv"));
    }
    TASKS.put("banking77", classification("classification/banking77", 16));
    TASKS.put("banking77-8", classification("classification/banking77", 8));
    for (String set : List.of("sst2", "trec-questions", "20newsgroups")) {
      TASKS.put(set, classification("classification/" + set, 8));
    }
    for (String set : List.of("subjectivity", "ag-news")) {
      TASKS.put(set, halves("classification/" + set));
    }
    TASKS.put("pan", TaskCatalog::pan);
    for (String set : List.of("ag-news", "20newsgroups", "trec-questions")) {
      TASKS.put(set + "-clustering", clustering("classification/" + set));
    }
    TASKS.put("multi30k-de", multi30k("de"));
    TASKS.put("multi30k-fr", multi30k("fr"));
    for (String language : List.of("deu", "fra", "spa", "tur", "hin", "cmn")) {
      TASKS.put("tatoeba-" + language, tatoeba(language));
    }
  }

  private final Path root;

  /** The tasks whose data lie below that folder. */
  public TaskCatalog(Path root) {
    this.root = root;
  }

  /** All names, whether their data are there or not. */
  public static List<String> names() {
    return List.copyOf(TASKS.keySet());
  }

  /** Whether there is a task of that name. */
  public static boolean isName(String name) {
    return TASKS.containsKey(name);
  }

  /**
   * Opens a task and reads its data, except a corpus, which is read when it is needed.
   *
   * @throws IllegalArgumentException if there is no such task (names those there are)
   * @throws IOException if its data are not there, naming the file
   */
  public Task open(String name) throws IOException {
    Opener opener = TASKS.get(name);
    if (opener == null) {
      throw new IllegalArgumentException(
          "there is no task '%s'; there are %s".formatted(name, String.join(", ", names())));
    }
    try {
      return opener.open(name, root);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "%s: the task '%s' needs it; name the folder of the data with --data"
              .formatted(e.getFile(), name),
          e);
    }
  }

  /** The names of those tasks whose data are there. */
  public List<String> present() {
    List<String> present = new ArrayList<>();
    for (String name : names()) {
      if (isPresent(name)) {
        present.add(name);
      }
    }
    return present;
  }

  private boolean isPresent(String name) {
    try {
      Task _ = open(name);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Opener retrieval(String folder) {
    return (name, root) ->
        new RetrievalTask(name, RetrievalData.beir(requireFolder(root, folder), "test"));
  }

  private static Path requireFolder(Path root, String folder) throws NoSuchFileException {
    Path path = root.resolve(folder);
    if (!Files.isDirectory(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return path;
  }

  private static Opener sts(String folder, String file) {
    return (name, root) ->
        new StsTask(name, ScoredPairs.read(DataFiles.require(root.resolve(folder), file)));
  }

  private static Opener classification(String folder, int perLabel) {
    return (name, root) ->
        new ClassificationTask(
            name,
            LabelledTexts.read(DataFiles.require(root.resolve(folder), "train.tsv")),
            LabelledTexts.read(DataFiles.require(root.resolve(folder), "test.tsv")),
            perLabel);
  }

  private static Opener halves(String folder) {
    return (name, root) -> {
      LabelledTexts all = LabelledTexts.read(DataFiles.require(root.resolve(folder), "all.tsv"));
      List<LabelledTexts> parts = all.split(TRAIN_SHARE, SPLIT_SEED);
      return new ClassificationTask(name, parts.getFirst(), parts.getLast(), 8);
    };
  }

  private static Opener clustering(String folder) {
    return (name, root) -> {
      Path path = root.resolve(folder);
      Optional<Path> all = find(path, "all.tsv");
      Path file = all.isPresent() ? all.get() : DataFiles.require(path, "test.tsv");
      return new ClusteringTask(name, LabelledTexts.read(file), 4096);
    };
  }

  private static Optional<Path> find(Path folder, String name) throws IOException {
    try {
      return Optional.of(DataFiles.require(folder, name));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Task pan(String name, Path root) throws IOException {
    Path folder = root.resolve("pairs/pan");
    return new PairClassificationTask(
        name,
        new ScoredPairs(
            lines(DataFiles.require(folder, "pan-test_s1.txt")),
            lines(DataFiles.require(folder, "pan-test_s2.txt")),
            lines(DataFiles.require(folder, "pan-test.labels")).stream()
                .map(String::strip)
                .map(Double::valueOf)
                .toList()));
  }

  private static Opener multi30k(String language) {
    return (name, root) -> {
      Path folder = root.resolve("bitext/multi30k/task1/raw");
      return new BitextMiningTask(
          name,
          lines(DataFiles.require(folder, "test_2016_flickr.en")),
          lines(DataFiles.require(folder, "test_2016_flickr." + language)));
    };
  }

  private static Opener tatoeba(String language) {
    return (name, root) ->
        TatoebaArchive.task(
            name, DataFiles.require(root.resolve("bitext/tatoeba"), "tatoeba-v1.tar.gz"), language);
  }

  /** Every line of a file that is not blank. */
  static List<String> lines(Path file) throws IOException {
    try (Stream<Document> lines =
        Sources.open(file, ReadOptions.defaults().withFormat(SourceFormat.LINES)).documents()) {
      return lines.map(Document::text).toList();
    }
  }
}
