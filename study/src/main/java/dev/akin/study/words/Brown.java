package dev.akin.study.words;

import dev.akin.study.claim.StudyContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What words do in the Brown corpus (Francis and Kučera 1979). */
final class Brown {
  /** Where it is in the public data. */
  static final String PATH = "text/nltk/brown.zip";

  private static final Pattern FILE = Pattern.compile("brown/c[a-r]\\d\\d");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** The beginnings of tags, longer ones before shorter ones that they begin with. */
  private static final Map<String, String> CLASSES = classes();

  private Brown() {}

  /**
   * The part of speech that a word has most often, of eight, for words in lower case that stand
   * there often enough; in the order of the words.
   *
   * @param leastCount occurrences that count for a word
   */
  static Map<String, String> partsOfSpeech(StudyContext context, int leastCount)
      throws IOException {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(context.require(PATH)))) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        if (FILE.matcher(entry.getName()).matches()) {
          count(new BufferedReader(new InputStreamReader(zip, StandardCharsets.US_ASCII)), counts);
        }
      }
    }
    Map<String, String> parts = new LinkedHashMap<>();
    counts.forEach((word, own) -> {
      if (own.values().stream().mapToInt(Integer::intValue).sum() >= leastCount) {
        parts.put(word, Collections.max(own.entrySet(), Map.Entry.comparingByValue()).getKey());
      }
    });
    return parts;
  }

  private static void count(BufferedReader lines, Map<String, Map<String, Integer>> counts)
      throws IOException {
    String line;
    while ((line = lines.readLine()) != null) {
      for (String token : BLANKS.split(line, -1)) {
        int slash = token.lastIndexOf('/');
        if (slash > 0) {
          String word = token.substring(0, slash).toLowerCase(Locale.ROOT);
          partOfSpeech(token.substring(slash + 1))
              .ifPresent(part ->
                  counts.computeIfAbsent(word, _ -> new TreeMap<>()).merge(part, 1, Integer::sum));
        }
      }
    }
  }

  /** One of eight; empty for marks and words of other languages. */
  static Optional<String> partOfSpeech(String tag) {
    return CLASSES.entrySet().stream()
        .filter(entry -> tag.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<String, String> classes() {
    Map<String, String> classes = new LinkedHashMap<>();
    put(classes, "noun", "nn", "np", "nr");
    put(classes, "verb", "vb", "be", "do", "hv", "md");
    put(classes, "adjective", "jj");
    put(classes, "adverb", "rb", "rn", "rp", "ql", "wrb", "wql");
    put(classes, "pronoun", "pp", "pn", "wp");
    put(classes, "determiner", "at", "ap", "ab", "dt", "wdt", "ex");
    put(classes, "number", "cd", "od");
    put(classes, "preposition or conjunction", "in", "to", "cs", "cc");
    return classes;
  }

  private static void put(Map<String, String> classes, String part, String... tags) {
    for (String tag : tags) {
      classes.put(tag, part);
    }
  }
}
