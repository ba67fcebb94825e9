package dev.akin.study.words;

import dev.akin.words.training.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An occurrence of an ambiguous word with the sense that people gave it.
 *
 * @param word in its basic form, in which it also stands among the words around it
 * @param sense a name
 * @param words of the context, those with a letter or digit, in lower case
 * @param at where the word stands
 */
record SenseContext(String word, String sense, List<String> words, int at) {
  private static final Pattern ITEM = Pattern.compile("<lexelt item=\"([^\"]+)-[a-z]\">");
  private static final Pattern PIECE =
      Pattern.compile(
          "<instance |senseid=\"([^\"]+)\"|(<head>)|</instance>|<wf pos=[^>]*>([^<]*)</wf>");

  SenseContext {
    words = List.copyOf(words);
  }

  /** Those of the words of a context that are known. */
  @SuppressWarnings("ArrayRecordComponent") // made and read in this package, compared nowhere
  record Known(int[] words, int at) {}

  /** All contexts of the Senseval-2 words in a zip file, in the order of its files' names. */
  static List<SenseContext> read(Path file) throws IOException {
    List<SenseContext> contexts = new ArrayList<>();
    try (var zip = new ZipFile(file.toFile());
        Stream<? extends ZipEntry> entries = zip.stream()) {
      List<? extends ZipEntry> named =
          entries
              .filter(entry -> entry.getName().endsWith(".pos"))
              .sorted((a, b) -> a.getName().compareTo(b.getName()))
              .toList();
      for (ZipEntry entry : named) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        contexts.addAll(parse(new String(bytes, StandardCharsets.ISO_8859_1)));
      }
    }
    return contexts;
  }

  /** The contexts of one word. */
  static List<SenseContext> parse(String corpus) {
    Matcher item = ITEM.matcher(corpus);
    if (!item.find()) {
      throw new IllegalArgumentException("no <lexelt item=…>, which names the word");
    }
    String word = item.group(1);
    List<SenseContext> contexts = new ArrayList<>();
    List<String> words = new ArrayList<>();
    String sense = "";
    int at = -1;
    boolean isHead = false;
    Matcher piece = PIECE.matcher(corpus);
    while (piece.find()) {
      if (piece.group().startsWith("<instance")) {
        words.clear();
        at = -1;
        sense = "";
      } else if (piece.group(1) != null) {
        sense = sense.isEmpty() ? piece.group(1) : sense;
      } else if (piece.group(2) != null) {
        isHead = true;
      } else if (piece.group(3) != null) {
        String low = piece.group(3).toLowerCase(Locale.ROOT);
        if (isHead) {
          at = words.size();
          words.add(word);
        } else if (low.codePoints().anyMatch(Character::isLetterOrDigit)) {
          words.add(low);
        }
        isHead = false;
      } else if (at >= 0) {
        contexts.add(new SenseContext(word, sense, words, at));
      }
    }
    return contexts;
  }

  /** The senses as numbers. */
  static int[] senses(List<SenseContext> contexts) {
    List<String> names = contexts.stream().map(SenseContext::sense).distinct().toList();
    return contexts.stream().mapToInt(one -> names.indexOf(one.sense)).toArray();
  }

  /**
   * The words that are in a vocabulary.
   *
   * @throws IllegalArgumentException if the ambiguous word itself is not
   */
  Known known(Vocabulary vocabulary) {
    List<Integer> known = new ArrayList<>();
    int place = -1;
    for (int i = 0; i < words.size(); i++) {
      OptionalInt ordinal = vocabulary.words().find(words.get(i));
      if (i == at) {
        place = known.size();
        if (ordinal.isEmpty()) {
          throw new IllegalArgumentException("the vocabulary does not hold " + word);
        }
      }
      ordinal.ifPresent(known::add);
    }
    return new Known(known.stream().mapToInt(Integer::intValue).toArray(), place);
  }
}
