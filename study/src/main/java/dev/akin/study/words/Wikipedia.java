package dev.akin.study.words;

import dev.akin.study.claim.StudyContext;
import dev.akin.words.WordVectors;
import dev.akin.words.training.Method;
import dev.akin.words.training.TextWords;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.WordSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The text that studies of English words learn from: 17 million words, a sentence a line. */
final class Wikipedia {
  /** Where it is in the public data. */
  static final String PATH = "text/wiki-en-17m.txt.gz";

  private Wikipedia() {}

  /** CBOW, 100 cells, 5 epochs, one thread: the same bytes on every run. */
  static WordVectors cbow(StudyContext context) throws IOException {
    return LearnedWords.of(context, "wikipedia", new TextWords(context.require(PATH)), options());
  }

  static TrainingOptions options() {
    return TrainingOptions.of(Method.CBOW);
  }

  /**
   * Every second line: two texts of the same language that share no sentence.
   *
   * @param parity 0 or 1
   */
  static WordVectors half(StudyContext context, int parity) throws IOException {
    WordSource half = new EverySecondLine(new TextWords(context.require(PATH)), parity);
    return LearnedWords.of(context, "wikipedia-half-" + parity, half, options());
  }

  /** The first lines, until they have so many words or more. */
  static WordSource first(StudyContext context, long words) throws IOException {
    return new FirstWords(new TextWords(context.require(PATH)), words);
  }

  /** The first lines as they are. */
  static List<String> lines(StudyContext context, int count) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(context.require(PATH))),
                StandardCharsets.UTF_8))) {
      return reader.lines().limit(count).toList();
    }
  }

  private record FirstWords(WordSource all, long words) implements WordSource {
    @Override
    public void read(Sink sink) throws IOException {
      all.read(
          new Sink() {
            private long seen;
            private boolean isOver;

            @Override
            public void word(byte[] bytes, int from, int to) throws IOException {
              if (!isOver) {
                sink.word(bytes, from, to);
                seen++;
              }
            }

            @Override
            public void lineEnd() throws IOException {
              if (!isOver) {
                sink.lineEnd();
                isOver = seen >= words;
              }
            }
          });
    }
  }

  private record EverySecondLine(WordSource all, int parity) implements WordSource {
    @Override
    public void read(Sink sink) throws IOException {
      all.read(
          new Sink() {
            private long line;

            @Override
            public void word(byte[] bytes, int from, int to) throws IOException {
              if (line % 2 == parity) {
                sink.word(bytes, from, to);
              }
            }

            @Override
            public void lineEnd() throws IOException {
              if (line % 2 == parity) {
                sink.lineEnd();
              }
              line++;
            }
          });
    }
  }
}
