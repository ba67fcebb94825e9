package dev.akin.study.encoding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/**
 * A long text with one sentence that matters, and the question it answers (Zhu et al. 2024,
 * LongEmbed).
 *
 * @param text filler with the needle in it
 * @param question which only this text's needle answers
 * @param depth where the needle begins, from 0 (the start) to 1
 * @param endToken how many tokens there are up to the needle's end, but for rounding
 */
record Needle(String text, String question, double depth, int endToken) {
  /** What the needle says and what is around it. */
  enum Kind {
    /** A number for a name, in the same few sentences over and over. */
    PASSKEY,
    /** A fact about a person, in prose that differs from text to text. */
    FACT
  }

  /**
   * How texts are made.
   *
   * @param tokens of a text
   * @param count how many texts, at most {@value #MOST}
   */
  record Recipe(Kind kind, int tokens, int count, long seed) {
    Recipe {
      if (tokens < 64 || count < 2 || count > MOST) {
        throw new IllegalArgumentException(
            "needles need texts of 64 tokens or more and 2 to %d of them, got %d tokens and %d texts"
                .formatted(MOST, tokens, count));
      }
    }
  }

  static final int MOST = 500;

  private static final List<String> SAME =
      List.of(
          "The grass is green.",
          "The sky is blue.",
          "The sun is yellow.",
          "Here we go.",
          "There and back again.");

  private static final List<String> PROSE =
      List.of(
          "The ferry leaves the harbour twice a day in summer and once in winter.",
          "Bread was baked in the yard behind the mill until the river changed its bed.",
          "A narrow stair leads up to the gallery, where the light comes from the north.",
          "Most of the orchard was planted by people who never tasted its apples.",
          "The clock in the hall runs four minutes slow and nobody minds.",
          "Rain fell for nine days, and the road over the pass was closed.",
          "In the market they sell nets, lamps, ropes and baskets of dried fish.",
          "The old map shows a village where there is now only heather.",
          "Every spring the storks come back to the chimney of the brewery.",
          "The library keeps its oldest books in a room without windows.",
          "Children cross the bridge on the way to school and count the barges.",
          "Two brothers own the quarry and have not spoken for years.",
          "The tram line ends at a field, and beyond it the forest begins.",
          "A cold wind from the hills carries the smell of smoke and resin.",
          "The concert was moved to the church because the roof of the theatre leaked.",
          "Salt was once worth more here than the horses that carried it.",
          "The garden wall is warm even at night, and lizards sleep between its stones.",
          "Nobody remembers who painted the ceiling of the post office.");

  private static final List<String> FIRST =
      List.of(
          "Anna", "Bruno", "Clara", "Deniz", "Emil", "Farah", "Greta", "Hugo", "Irena", "Jonas",
          "Katya", "Leon", "Mira", "Nils", "Olga", "Pavel", "Rosa", "Selim", "Tilda", "Viktor");

  private static final List<String> LAST =
      List.of(
          "Adler",
          "Brandt",
          "Castro",
          "Demir",
          "Eklund",
          "Fischer",
          "Garcia",
          "Horvat",
          "Ivanov",
          "Jansen",
          "Keller",
          "Lindholm",
          "Moreau",
          "Novak",
          "Olsen",
          "Petrov",
          "Quintana",
          "Rossi",
          "Silva",
          "Tanaka",
          "Ullman",
          "Varga",
          "Weber",
          "Yilmaz",
          "Zeman");

  private static final List<String> THINGS =
      List.of(
          "a silver compass",
          "a blue accordion",
          "seventeen chess sets",
          "a broken telescope",
          "a jar of buttons",
          "two brass bells",
          "a wooden sledge",
          "a map of Iceland",
          "a collection of beetles",
          "an unsigned letter");

  /**
   * Makes texts, of which each has its own name; depths are spread evenly.
   *
   * @param tokenCount how many tokens a text is, special tokens included
   */
  static List<Needle> make(Recipe recipe, ToIntFunction<String> tokenCount) {
    SplittableRandom random = new SplittableRandom(recipe.seed());
    List<Integer> order = shuffled(recipe.count(), random);
    Set<String> names = new HashSet<>();
    List<Needle> needles = new ArrayList<>();
    while (needles.size() < recipe.count()) {
      String name =
          FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
      if (!names.add(name)) {
        continue;
      }
      double depth = (order.get(needles.size()) + 0.5) / recipe.count();
      needles.add(make(recipe.kind(), name, new Place(recipe.tokens(), depth), random, tokenCount));
    }
    return List.copyOf(needles);
  }

  private record Place(int tokens, double depth) {}

  private static Needle make(
      Kind kind, String name, Place place, SplittableRandom random, ToIntFunction<String> count) {
    int special = count.applyAsInt("");
    String needle = needle(kind, name, random);
    int needleTokens = count.applyAsInt(needle) - special;
    int filler = Math.max(0, place.tokens() - special - needleTokens);
    List<String> sentences = new ArrayList<>();
    int total = 0;
    int before = -1;
    int at = 0;
    while (true) {
      if (before < 0 && total >= place.depth() * filler) {
        before = total;
        at = sentences.size();
      }
      String next = filler(kind, sentences.size(), random);
      int length = count.applyAsInt(next) - special;
      if (total + length > filler) {
        break;
      }
      sentences.add(next);
      total += length;
    }
    if (before < 0) {
      before = total;
      at = sentences.size();
    }
    sentences.add(at, needle);
    return new Needle(
        String.join(" ", sentences),
        question(kind, name),
        (double) before / Math.max(1, total + needleTokens),
        before + needleTokens + special);
  }

  private static String needle(Kind kind, String name, SplittableRandom random) {
    return switch (kind) {
      case PASSKEY -> {
        int number = 10_000 + random.nextInt(90_000);
        yield "%s's pass key is %d. Remember it. %d is the pass key for %s."
            .formatted(name, number, number, name);
      }
      case FACT ->
          "In the attic %s keeps %s.".formatted(name, THINGS.get(random.nextInt(THINGS.size())));
    };
  }

  private static String question(Kind kind, String name) {
    return switch (kind) {
      case PASSKEY -> "What is the pass key for %s?".formatted(name);
      case FACT -> "What does %s keep in the attic?".formatted(name);
    };
  }

  private static String filler(Kind kind, int place, SplittableRandom random) {
    return switch (kind) {
      case PASSKEY -> SAME.get(place % SAME.size());
      case FACT -> PROSE.get(random.nextInt(PROSE.size()));
    };
  }

  private static List<Integer> shuffled(int count, SplittableRandom random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(random.nextInt(i + 1), i);
    }
    return order;
  }
}
