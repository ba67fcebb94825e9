package dev.akin.study.system;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.sparse.BagOfWords;
import dev.akin.encoder.sparse.DenseView;
import dev.akin.encoder.sparse.ExplicitSemanticEncoder;
import dev.akin.encoder.sparse.LatentSemanticEncoder;
import dev.akin.encoder.sparse.TermWeight;
import dev.akin.reader.IcuBoundaries;
import dev.akin.words.SentenceEncoder;
import dev.akin.words.SentenceWeighting;
import dev.akin.words.WordEncoderOptions;
import dev.akin.words.WordVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An encoder that is learned from the texts it is asked about. */
public sealed interface FittedRows {
  /** Seed of what is random. */
  long SEED = 1;

  /** Latent semantic analysis of TF-IDF rows, in so many cells. */
  record LatentSemantic(int dimension) implements FittedRows {
    /** Cells where nothing is said. */
    public static final int USUAL_DIMENSION = 100;
  }

  /** Explicit semantic analysis whose concepts are the texts, the first 8,192. */
  record ExplicitSemantic() implements FittedRows {}

  /** The weighted mean of word vectors, without what the texts have in common. */
  record Sentences(SentenceWeighting weighting, String file) implements FittedRows {}

  /** As people write it. */
  default String text() {
    return switch (this) {
      case LatentSemantic(int dimension) ->
          dimension == LatentSemantic.USUAL_DIMENSION ? "lsa" : "lsa@" + dimension + "d";
      case ExplicitSemantic _ -> "esa";
      case Sentences(SentenceWeighting.Sif _, String file) -> "sif(words:" + file + ")";
      case Sentences(SentenceWeighting.Usif _, String file) -> "usif(words:" + file + ")";
    };
  }

  /** Learns it from texts; the caller closes it. */
  default Encoder fit(List<String> texts) throws IOException {
    return switch (this) {
      case LatentSemantic(int dimension) ->
          LatentSemanticEncoder.fit(words(texts), texts, dimension, SEED);
      case ExplicitSemantic _ -> {
        List<String> concepts = texts.stream().distinct().limit(WordsSystem.MOST_CELLS).toList();
        yield new DenseView(ExplicitSemanticEncoder.of(words(texts), concepts, concepts.size()));
      }
      case Sentences(SentenceWeighting weighting, String file) ->
          SentenceEncoder.fit(
              WordVectors.open(Path.of(file)),
              WordEncoderOptions.defaults().withBoundaries(IcuBoundaries.root()),
              weighting,
              texts.stream());
    };
  }

  private static BagOfWords words(List<String> texts) {
    return BagOfWords.fit(TermWeight.TF_IDF, texts.stream(), Integer.MAX_VALUE);
  }
}
