package dev.akin.study.system;

import dev.akin.encoder.head.Pooling;
import dev.akin.encoder.sparse.TermWeight;
import dev.akin.search.Fusion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Which system is meant, as people write it:
 *
 * <pre>{@code
 * bm25                        words of the corpus, BM25 with k1 0.9 and b 0.4
 * bow, tfidf                  words of the task's own texts, counted or weighed, by cosine
 * lsa, lsa@200d, esa          latent or explicit semantic analysis of the task's own texts
 * sif(words:FILE), usif(…)    weighted means of word vectors, without what the texts share
 * minilm                      a model of 'akin model list', a model folder, words:FILE,
 *                             fasttext:FILE, paragraph:FOLDER, hashed-256
 * minilm:int8                 its twin that multiplies in 8-bit integers
 * minilm@128d@int8            rows cut to 128 cells and kept as bytes
 * minilm@pool=first           another pooling than the model's: first mean last max weighted
 * bge-small@prompt=none       without the model's prompts
 * minilm@tokens=128           texts cut at 128 tokens
 * minilm@long=split           long texts in parts, their mean as one row, instead of cut
 * minilm@hnsw                 searched through a graph instead of exactly
 * hybrid(bm25,minilm)         ranks fused (the same as rrf(…)); rrf(bm25,minilm;k=10)
 * scores(bm25,minilm;0.3,0.7) scores brought to [0, 1], weighted and added
 * rerank(bm25,minilm;100)     the first 100 of one ordered by another
 * http://host:8080/v1?model=m a server that speaks OpenAI's embeddings route
 * }</pre>
 *
 * <p>Values: {@link #parse} of {@link #text} gives an equal one.
 */
public sealed interface SystemSpec {
  /** BM25 over an index of the corpus. */
  record Lexical() implements SystemSpec {
    @Override
    public String text() {
      return "bm25";
    }
  }

  /**
   * A bag of the words of the task's own texts, compared by cosine.
   *
   * @param weight what a word of a text weighs
   */
  record Words(TermWeight weight) implements SystemSpec {
    @Override
    public String text() {
      return weight.text();
    }
  }

  /** Rows of an encoder that is learned from the task's own texts, compared by cosine. */
  record Fitted(FittedRows rows) implements SystemSpec {
    @Override
    public String text() {
      return rows.text();
    }
  }

  /**
   * Rows of an encoder, compared exactly or through a graph.
   *
   * @param model what the encoder is opened by
   * @param reading how texts become rows, where it is not as the model says
   * @param dimension rows cut to so many cells and brought to length 1 again; empty for whole ones
   * @param form in what numbers rows are kept
   * @param isGraph whether documents are found through a graph
   */
  record Embedding(
      String model, Reading reading, OptionalInt dimension, RowForm form, boolean isGraph)
      implements SystemSpec {
    /** Whole rows of a model as it is, compared exactly. */
    public static Embedding of(String model) {
      return new Embedding(model, Reading.USUAL, OptionalInt.empty(), RowForm.FLOAT32, false);
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder(model);
      dimension.ifPresent(d -> text.append('@').append(d).append('d'));
      if (form != RowForm.FLOAT32) {
        text.append('@').append(form.text());
      }
      reading.appendTo(text);
      return text.append(isGraph ? "@hnsw" : "").toString();
    }
  }

  /**
   * How texts become rows, where it is not as the model says.
   *
   * @param pooling another pooling
   * @param hasPrompts false: texts as they are, whatever the model wants before them
   * @param maxTokens fewer tokens than the model reads
   * @param isSplit long texts are encoded in parts whose mean is their row, and not cut
   */
  record Reading(
      Optional<Pooling> pooling, boolean hasPrompts, OptionalInt maxTokens, boolean isSplit) {
    /** All as the model says. */
    public static final Reading USUAL =
        new Reading(Optional.empty(), true, OptionalInt.empty(), false);

    private void appendTo(StringBuilder text) {
      pooling.ifPresent(p -> text.append("@pool=").append(SystemSpecParser.name(p)));
      text.append(hasPrompts ? "" : "@prompt=none");
      maxTokens.ifPresent(n -> text.append("@tokens=").append(n));
      text.append(isSplit ? "@long=split" : "");
    }
  }

  /** One ranking of several; embeddings and BM25 alike. */
  record Fused(List<SystemSpec> legs, Fusion fusion) implements SystemSpec {
    public Fused {
      fusion.checkLegs(legs.size());
      legs = List.copyOf(legs);
    }

    @Override
    public String text() {
      String names = legs.stream().map(SystemSpec::text).collect(Collectors.joining(","));
      String weights =
          fusion.weights().stream().map(SystemSpecParser::number).collect(Collectors.joining(","));
      return switch (fusion) {
        case Fusion.WeightedScores _ ->
            "scores(%s%s)".formatted(names, weights.isEmpty() ? "" : ";" + weights);
        case Fusion.ReciprocalRank(double k, _) -> {
          boolean isUsual = k == Fusion.DEFAULT_K && weights.isEmpty();
          String options =
              "k=" + SystemSpecParser.number(k) + (weights.isEmpty() ? "" : "," + weights);
          yield isUsual ? "hybrid(%s)".formatted(names) : "rrf(%s;%s)".formatted(names, options);
        }
      };
    }
  }

  /** The first documents of one system in the order of another one's similarities. */
  record Reranked(SystemSpec first, Embedding second, int depth) implements SystemSpec {
    /** As deep as the candidates that fusion takes. */
    public static final int DEFAULT_DEPTH = Fusion.CANDIDATES;

    public Reranked {
      if (depth < 1) {
        throw new IllegalArgumentException("a reranking is of 1 document or more, got " + depth);
      }
    }

    @Override
    public String text() {
      return "rerank(%s,%s;%d)".formatted(first.text(), second.text(), depth);
    }
  }

  /** As people write it, in one form. */
  String text();

  /**
   * The system that a text names.
   *
   * @throws IllegalArgumentException if it is no such text (names the part that is wrong)
   */
  static SystemSpec parse(String text) {
    return new SystemSpecParser(text).parse();
  }

  /** The systems of a list separated by commas; commas in brackets do not separate. */
  static List<SystemSpec> parseAll(String texts) {
    return SystemSpecParser.split(texts, ',').stream().map(SystemSpec::parse).toList();
  }
}
