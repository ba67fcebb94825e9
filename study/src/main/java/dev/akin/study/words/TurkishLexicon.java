package dev.akin.study.words;

import dev.akin.study.claim.StudyContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Zemberek's dictionary of Turkish roots: lines of {@code word [P:part; A:attributes]}. A word
 * without a part is a verb if it is an infinitive, else a noun.
 */
final class TurkishLexicon {
  /** Where it is in the public data. */
  static final String PATH = "tokens/turkish-lexicon/master-dictionary.dict.gz";

  private static final Pattern LINE = Pattern.compile("(\\p{L}+)(?:\\s+\\[(.*)])?\\s*");
  private static final Pattern PART = Pattern.compile("\\bP:\\s*(\\p{L}+)");

  private TurkishLexicon() {}

  /**
   * Noun, verb, adjective or adverb, of the words in lower case that are but one of them; in the
   * order of the file.
   */
  static Map<String, String> partsOfSpeech(StudyContext context) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(context.require(PATH))),
                StandardCharsets.UTF_8))) {
      return partsOfSpeech(reader.lines());
    }
  }

  static Map<String, String> partsOfSpeech(Stream<String> lines) {
    Map<String, String> parts = new LinkedHashMap<>();
    Set<String> several = new HashSet<>();
    lines
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> {
          String word = line.group(1);
          String part = part(word, Optional.ofNullable(line.group(2)).orElse("")).orElse("other");
          String before = parts.putIfAbsent(word, part);
          if (before != null && !before.equals(part)) {
            several.add(word);
          }
        });
    parts.keySet().removeAll(several);
    parts.values().removeIf("other"::equals);
    return parts;
  }

  private static Optional<String> part(String word, String attributes) {
    Matcher part = PART.matcher(attributes);
    if (!part.find()) {
      return Optional.of(word.endsWith("mak") || word.endsWith("mek") ? "verb" : "noun");
    }
    return switch (part.group(1)) {
      case "Noun" -> Optional.of("noun");
      case "Verb" -> Optional.of("verb");
      case "Adj" -> Optional.of("adjective");
      case "Adv" -> Optional.of("adverb");
      default -> Optional.empty();
    };
  }
}
