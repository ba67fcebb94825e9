package dev.akin.text.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A change of a text that people would call small, or that changes what it says: to probe whether
 * whatever reads the text notices what it should, and not what it should not.
 *
 * <p>Values. The same text and seed give the same change, on every machine.
 */
public sealed interface TextEdit {
  /**
   * The changed text.
   *
   * @return empty where the text has nothing to change, as one without a number for {@link
   *     OtherNumber}; else a text that differs
   */
  Optional<String> apply(String text, long seed);

  /** What it is called in reports. */
  String name();

  /** Whether a reader would still understand the same. */
  boolean keepsMeaning();

  /** Two neighbouring letters inside a word change places: a slip of the fingers. */
  record Typo() implements TextEdit {
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    @Override
    public Optional<String> apply(String text, long seed) {
      List<Integer> places = new ArrayList<>();
      for (MatchResult word : WORD.matcher(text).results().toList()) {
        for (int i = word.start() + 1; i + 2 < word.end(); i++) {
          boolean areWhole =
              !Character.isSurrogate(text.charAt(i)) && !Character.isSurrogate(text.charAt(i + 1));
          if (areWhole && text.charAt(i) != text.charAt(i + 1)) {
            places.add(i);
          }
        }
      }
      if (places.isEmpty()) {
        return Optional.empty();
      }
      int at = places.get(new SplittableRandom(seed).nextInt(places.size()));
      return Optional.of(
          text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2));
    }

    @Override
    public String name() {
      return "typo";
    }

    @Override
    public boolean keepsMeaning() {
      return true;
    }
  }

  /** All letters large. */
  record UpperCase() implements TextEdit {
    @Override
    public Optional<String> apply(String text, long seed) {
      return Optional.of(text.toUpperCase(Locale.ROOT)).filter(changed -> !changed.equals(text));
    }

    @Override
    public String name() {
      return "upper case";
    }

    @Override
    public boolean keepsMeaning() {
      return true;
    }
  }

  /** One number becomes another of as many digits. */
  record OtherNumber() implements TextEdit {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    @Override
    public Optional<String> apply(String text, long seed) {
      List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
      if (numbers.isEmpty()) {
        return Optional.empty();
      }
      SplittableRandom random = new SplittableRandom(seed);
      MatchResult number = numbers.get(random.nextInt(numbers.size()));
      StringBuilder changed = new StringBuilder(text);
      int first = text.charAt(number.start()) - '0';
      // A first digit that is another and not 0, so that the number is another and as long.
      int other = 1 + (Math.max(0, first - 1) + 1 + random.nextInt(8)) % 9;
      changed.setCharAt(number.start(), (char) ('0' + other));
      for (int i = number.start() + 1; i < number.end(); i++) {
        changed.setCharAt(i, (char) ('0' + random.nextInt(10)));
      }
      return Optional.of(changed.toString());
    }

    @Override
    public String name() {
      return "other number";
    }

    @Override
    public boolean keepsMeaning() {
      return false;
    }
  }

  /** An English "not" behind the first auxiliary verb, or taken away where there is one. */
  record Negation() implements TextEdit {
    private static final Pattern NOT = Pattern.compile("(?i)\\b(?:not|never) ");

    private static final Pattern AUXILIARY =
        Pattern.compile(
            "(?i)\\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|does"
                + "|did)\\b(?!n't| not\\b)");

    @Override
    public Optional<String> apply(String text, long seed) {
      if (NOT.matcher(text).find()) {
        return Optional.of(NOT.matcher(text).replaceFirst(""));
      }
      return Optional.of(AUXILIARY.matcher(text).replaceFirst("$0 not"))
          .filter(changed -> !changed.equals(text));
    }

    @Override
    public String name() {
      return "negation";
    }

    @Override
    public boolean keepsMeaning() {
      return false;
    }
  }

  /** The words, parted at white space, in another order. */
  record WordShuffle() implements TextEdit {
    @Override
    public Optional<String> apply(String text, long seed) {
      String[] words = text.strip().split("\\s+", -1);
      if (Arrays.stream(words).distinct().count() < 2) {
        return Optional.empty();
      }
      String[] order = words.clone();
      SplittableRandom random = new SplittableRandom(seed);
      while (Arrays.equals(order, words)) {
        for (int i = order.length - 1; i > 0; i--) {
          int other = random.nextInt(i + 1);
          String moved = order[i];
          order[i] = order[other];
          order[other] = moved;
        }
      }
      return Optional.of(String.join(" ", order));
    }

    @Override
    public String name() {
      return "word shuffle";
    }

    @Override
    public boolean keepsMeaning() {
      return false;
    }
  }

  /** One of each. */
  static List<TextEdit> all() {
    return List.of(
        new Typo(), new UpperCase(), new OtherNumber(), new Negation(), new WordShuffle());
  }
}
