package dev.akin.search.index;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Identity;
import dev.akin.encoder.Truncation;
import dev.akin.text.FormatException;
import dev.akin.text.split.Boundaries;
import dev.akin.vector.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an index says about itself, kept in the user data of every Lucene commit and so never apart
 * from what it describes.
 *
 * @param encoder which space the vectors live in
 * @param similarity how they are compared
 * @param options how the index was made
 * @param cuts the name of the boundaries its passages were cut by; empty for whole documents
 * @param isComplete whether the refresh that wrote it came to its end
 * @param recall how well the graph search works
 */
record Manifest(
    Identity encoder,
    Similarity similarity,
    IndexOptions options,
    String cuts,
    boolean isComplete,
    Optional<Recall> recall) {
  /** Raised when the layout of the index changes. */
  private static final String FORMAT = "1";

  /** Those of an index that does not say: all were cut by these rules when it was made. */
  private static final String UNSAID_CUTS = Boundaries.jdk(Locale.ROOT).name();

  static Manifest of(Encoder encoder, IndexOptions options, Boundaries boundaries) {
    return new Manifest(
        encoder.identity(),
        encoder.similarity(),
        options,
        cuts(options.splitting(), boundaries),
        false,
        Optional.empty());
  }

  private static String cuts(Splitting splitting, Boundaries boundaries) {
    return switch (splitting) {
      case Splitting.Whole _ -> "";
      case Splitting.Passages _ -> boundaries.name();
    };
  }

  Manifest complete(IndexOptions newOptions, Optional<Recall> newRecall) {
    return new Manifest(encoder, similarity, newOptions, cuts, true, newRecall);
  }

  /** The same while a refresh runs: its recall no longer holds. */
  Manifest unfinished() {
    return new Manifest(encoder, similarity, options, cuts, false, Optional.empty());
  }

  VectorSpace space() {
    return new VectorSpace(similarity);
  }

  /** As Lucene keeps it. */
  Map<String, String> toUserData() {
    Map<String, String> data = new TreeMap<>();
    data.put("akin.format", FORMAT);
    data.put("encoder.name", encoder.name());
    data.put("encoder.hash", encoder.hash());
    data.put("encoder.dimension", String.valueOf(encoder.dimension()));
    data.put("similarity", similarity.name());
    data.put("complete", String.valueOf(isComplete));
    data.put("words", Words.RECIPE);
    switch (options.splitting()) {
      case Splitting.Whole _ -> data.put("passages.maxTokens", "0");
      case Splitting.Passages passages -> {
        data.put("passages.maxTokens", String.valueOf(passages.maxTokens()));
        data.put("passages.overlapTokens", String.valueOf(passages.overlapTokens()));
        data.put("passages.boundaries", cuts);
      }
    }
    data.put("truncation", options.truncation().name());
    data.put("language", options.language().name());
    data.put("storage", options.storage().name());
    data.put("graph.links", String.valueOf(options.graph().links()));
    data.put("graph.beamWidth", String.valueOf(options.graph().beamWidth()));
    data.put("targetRecall", String.valueOf(options.targetRecall()));
    recall.ifPresent(r -> {
      data.put("recall.measured", String.valueOf(r.measured()));
      data.put("recall.target", String.valueOf(r.target()));
      data.put("recall.candidates", String.valueOf(r.candidates()));
      data.put("recall.sample", String.valueOf(r.sample()));
    });
    return data;
  }

  /**
   * The manifest in a commit.
   *
   * @param where the index folder, for errors
   * @throws FormatException if the commit is not one of ours, or of another version
   */
  static Manifest parse(Map<String, String> data, String where) {
    Entries entries = new Entries(data, where);
    String format = data.get("akin.format");
    if (format == null) {
      throw new FormatException(where, "a Lucene index, but not one of Akin's");
    }
    if (!format.equals(FORMAT)) {
      throw new FormatException(
          where,
          "index format %s; this version reads format %s: build the index again"
              .formatted(format, FORMAT));
    }
    if (!entries.text("words").equals(Words.RECIPE)) {
      throw new FormatException(
          where,
          "its words were made by recipe %s; this version uses %s: build the index again"
              .formatted(entries.text("words"), Words.RECIPE));
    }
    int maxTokens = entries.whole("passages.maxTokens");
    IndexOptions options =
        new IndexOptions(
            maxTokens == 0
                ? Splitting.WHOLE
                : new Splitting.Passages(maxTokens, entries.whole("passages.overlapTokens")),
            entries.choice("truncation", Truncation.class),
            entries.choice("language", Language.class),
            entries.choice("storage", Storage.class),
            new Graph(entries.whole("graph.links"), entries.whole("graph.beamWidth")),
            entries.real("targetRecall"));
    Optional<Recall> recall =
        data.containsKey("recall.measured")
            ? Optional.of(
                new Recall(
                    entries.real("recall.measured"),
                    entries.real("recall.target"),
                    entries.whole("recall.candidates"),
                    entries.whole("recall.sample")))
            : Optional.empty();
    return new Manifest(
        new Identity(
            entries.text("encoder.name"),
            entries.text("encoder.hash"),
            entries.whole("encoder.dimension")),
        entries.choice("similarity", Similarity.class),
        options,
        maxTokens == 0 ? "" : data.getOrDefault("passages.boundaries", UNSAID_CUTS),
        entries.text("complete").equals("true"),
        recall);
  }

  /**
   * Checks that a refresh may go on with what is there.
   *
   * @throws ForeignEncoderException if the encoder is another one
   * @throws IndexRefusedException if the options are others (names each)
   */
  void check(Identity offered, IndexOptions wanted, Boundaries boundaries, String where) {
    check(offered, where);
    List<String> differences = new ArrayList<>();
    difference("splitting", options.splitting(), wanted.splitting(), differences);
    if (options.splitting().equals(wanted.splitting())) {
      difference("rule of cuts", cuts, cuts(wanted.splitting(), boundaries), differences);
    }
    difference("truncation", options.truncation(), wanted.truncation(), differences);
    difference("language", options.language(), wanted.language(), differences);
    difference("storage", options.storage(), wanted.storage(), differences);
    difference("graph", options.graph(), wanted.graph(), differences);
    if (!differences.isEmpty()) {
      throw new IndexRefusedException(
          "index %s was made with other options: %s; use those, or build another index"
              .formatted(where, String.join("; ", differences)));
    }
  }

  /** Checks that rows of this encoder may be compared with the index's. */
  void check(Identity offered, String where) {
    if (!offered.isSameSpace(encoder)) {
      throw new ForeignEncoderException(where, encoder, offered);
    }
  }

  private static void difference(String name, Object has, Object wanted, List<String> into) {
    if (!has.equals(wanted)) {
      into.add("its %s is %s, asked for %s".formatted(name, has, wanted));
    }
  }

  /** Values of the user data, each checked. */
  private record Entries(Map<String, String> data, String where) {
    String text(String key) {
      String value = data.get(key);
      if (value == null) {
        throw new FormatException(where, "the commit says nothing about " + key);
      }
      return value;
    }

    int whole(String key) {
      try {
        return Integer.parseInt(text(key));
      } catch (NumberFormatException e) {
        throw new FormatException(where, "%s is no whole number: %s".formatted(key, text(key)), e);
      }
    }

    double real(String key) {
      try {
        return Double.parseDouble(text(key));
      } catch (NumberFormatException e) {
        throw new FormatException(where, "%s is no number: %s".formatted(key, text(key)), e);
      }
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
      try {
        return Enum.valueOf(type, text(key));
      } catch (IllegalArgumentException e) {
        throw new FormatException(
            where, "this version knows no %s called %s".formatted(key, text(key)), e);
      }
    }
  }
}
