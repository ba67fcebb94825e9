package dev.akin.study.words;

import dev.akin.study.claim.StudyContext;
import dev.akin.study.task.ScoredPairs;
import dev.akin.words.WordVectors;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.WordSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Two languages, and what their words are learned from. */
sealed interface BilingualTexts {
  /** How all words are learned. */
  TrainingOptions OPTIONS = TrainingOptions.builder(Method.SKIP_GRAM).epochs(10).build();

  /** What the study of them is called. */
  String study();

  /** What the study's title says of them. */
  String title();

  /** Data the texts are in. */
  List<String> data();

  /** The texts and their vectors, a sentence or a few. */
  String description();

  /** The code of the language words are translated into. */
  String target();

  /** The language of that code. */
  default Locale targetLanguage() {
    return Locale.of(target());
  }

  /** English words; closed by the caller. */
  WordVectors english(StudyContext context) throws IOException;

  /** Words of the other language; closed by the caller. */
  WordVectors other(StudyContext context) throws IOException;

  /** Where the dictionaries are in the public data. */
  default String dictionaries() {
    return "words/dictionaries/en-" + target();
  }

  /** English and German captions. */
  record Captions() implements BilingualTexts {
    private static final String CAPTIONS = "bitext/multi30k/task2/raw";
    private static final int FILES = 5;

    @Override
    public String study() {
      return "bilingual";
    }

    @Override
    public String title() {
      return "Words translated by aligned vectors";
    }

    @Override
    public List<String> data() {
      return List.of(CAPTIONS);
    }

    @Override
    public String description() {
      return """
      English and German captions of the same 29,000 pictures, five of each language a picture and none
      a translation of another (Multi30k, task 2): two small texts of one domain. Skip-gram of 100
      cells, 10 epochs, words that stand 5 times or more, lower case, one thread.\
      """;
    }

    @Override
    public String target() {
      return "de";
    }

    @Override
    public WordVectors english(StudyContext context) throws IOException {
      return captions(context, "en", Locale.ENGLISH);
    }

    @Override
    public WordVectors other(StudyContext context) throws IOException {
      return captions(context, "de", Locale.GERMAN);
    }

    private static WordVectors captions(StudyContext context, String code, Locale language)
        throws IOException {
      Path folder = context.require(CAPTIONS);
      List<String> captions = new ArrayList<>();
      for (int i = 1; i <= FILES; i++) {
        Path file = folder.resolve("train.%d.%s.gz".formatted(i, code));
        try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
          reader.lines().forEach(captions::add);
        }
      }
      return LearnedWords.of(
          context, "captions-" + code, new SplitTexts(captions, language), OPTIONS);
    }
  }

  /** English and Turkish, of different kinds. */
  record Mixed() implements BilingualTexts {
    private static final long WORDS = 2_000_000;
    private static final String SENTENCES = "sts/stsb-";

    @Override
    public String study() {
      return "bilingual-turkish";
    }

    @Override
    public String title() {
      return "Words translated by aligned vectors, English and Turkish";
    }

    @Override
    public List<String> data() {
      return List.of(
          Wikipedia.PATH,
          SENTENCES + "en",
          SENTENCES + "tr",
          TurkishText.REVIEWS,
          TurkishText.QUESTIONS);
    }

    @Override
    public String description() {
      return """
      There is no large Turkish text among the public data, so the two texts are small and of different
      kinds, which is the harder case: in Turkish 20,000 film reviews, the paragraphs of XQuAD and the
      sentences of STS-B to learn from; in English the first 2 million words of Wikipedia and the same
      sentences of STS-B, of which the Turkish ones are translations. Skip-gram of 100 cells, 10 epochs,
      words that stand 5 times or more, lower case, one thread.\
      """;
    }

    @Override
    public String target() {
      return "tr";
    }

    @Override
    public WordVectors english(StudyContext context) throws IOException {
      WordSource wikipedia = Wikipedia.first(context, WORDS);
      WordSource sentences = new SplitTexts(sentences(context, "en"), Locale.ENGLISH);
      WordSource both =
          sink -> {
            wikipedia.read(sink);
            sentences.read(sink);
          };
      return LearnedWords.of(context, "mixed-en", both, OPTIONS);
    }

    @Override
    public WordVectors other(StudyContext context) throws IOException {
      List<String> texts = new ArrayList<>(TurkishText.reviews(context).texts());
      texts.addAll(TurkishText.paragraphs(context));
      texts.addAll(sentences(context, "tr"));
      return LearnedWords.of(
          context, "mixed-tr", new SplitTexts(texts, TurkishText.LANGUAGE), OPTIONS);
    }

    private static List<String> sentences(StudyContext context, String code) throws IOException {
      ScoredPairs pairs =
          ScoredPairs.read(context.require(SENTENCES + code).resolve("train.tsv.gz"));
      List<String> sentences = new ArrayList<>(pairs.first());
      sentences.addAll(pairs.second());
      return sentences;
    }
  }
}
