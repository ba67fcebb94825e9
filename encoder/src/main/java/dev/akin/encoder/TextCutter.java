package dev.akin.encoder;

import dev.akin.text.TokenSequence;
import dev.akin.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From a text to the id rows a model reads: prompt, tokens, and what is done when too long. */
final class TextCutter {
  /**
   * What is read of one text.
   *
   * @param parts one unless the text was split; none when the text has no token
   * @param tokens how many tokens are read
   * @param lost how many are not
   * @param wasLong whether the text was longer than the model reads
   */
  record Cut(List<Part> parts, int tokens, int lost, boolean wasLong) {}

  /** Ids of one run, special tokens included, and how many of them are content. */
  static final class Part {
    private final int[] ids;
    private final int contentTokens;

    Part(int[] ids, int contentTokens) {
      this.ids = ids;
      this.contentTokens = contentTokens;
    }

    /** Not to be changed. */
    int[] ids() {
      return ids;
    }

    int length() {
      return ids.length;
    }

    int contentTokens() {
      return contentTokens;
    }
  }

  private final Tokenizer tokenizer;
  private final Recipe recipe;
  private final Truncation truncation;

  TextCutter(Tokenizer tokenizer, Recipe recipe, Truncation truncation) {
    this.tokenizer = tokenizer;
    this.recipe = recipe;
    this.truncation = truncation;
  }

  Tokenizer tokenizer() {
    return tokenizer;
  }

  /** How many tokens the text has, special ones included, the prompt not. */
  int count(String text) {
    return tokenizer.count(prepared(text));
  }

  /** How many rows a prompt's tokens take at the start, with the special tokens before them. */
  int promptRows(String prompt) {
    if (prompt.isEmpty()) {
      return 0;
    }
    TokenSequence tokens = tokenizer.encode(prepared(prompt));
    return tokens.length() - trailingSpecials(tokens);
  }

  /**
   * The parts of a text.
   *
   * @param place of the text among those of the call, for errors
   * @throws TextTooLongException if it is too long and that is refused
   */
  Cut cut(String text, String prompt, int place) {
    TokenSequence tokens = tokenizer.encode(prepared(prompt + text));
    int length = tokens.length();
    if (length == 0) {
      return new Cut(List.of(), 0, 0, false);
    }
    if (length <= recipe.maxTokens()) {
      return new Cut(List.of(new Part(tokens.ids(), length)), length, 0, false);
    }
    return switch (truncation) {
      case ERROR ->
          throw new TextTooLongException(
              place,
              "(“%s…”) has %d tokens, the encoder reads %d: shorten it, or let long texts be cut or split"
                  .formatted(beginning(text), length, recipe.maxTokens()));
      case WARN, CUT -> {
        int kept = recipe.maxTokens();
        yield new Cut(List.of(window(tokens, 0, 0, kept)), kept, length - kept, true);
      }
      case SPLIT -> split(tokens, prompt);
    };
  }

  /** Long texts in parts of equal size but the last; the prompt is repeated before each. */
  private Cut split(TokenSequence tokens, String prompt) {
    int promptTokens = prompt.isEmpty() ? 0 : tokenizer.encodeContent(prepared(prompt)).length();
    List<Part> parts = new ArrayList<>();
    int specials = leadingSpecials(tokens) + trailingSpecials(tokens);
    int step = recipe.maxTokens() - specials - promptTokens;
    if (step < 1) {
      throw new IllegalArgumentException(
          "the prompt takes %d of the %d tokens the encoder reads: no room for a text"
              .formatted(promptTokens, recipe.maxTokens()));
    }
    int content = tokens.length() - specials;
    int read = 0;
    for (int from = promptTokens; from < content; from += step) {
      int length = specials + promptTokens + Math.min(step, content - from);
      parts.add(window(tokens, promptTokens, from, length));
      read += length;
    }
    return new Cut(parts, read, 0, true);
  }

  /**
   * Specials, the first {@code prompt} content tokens, then content from {@code from} on until the
   * window is full, specials.
   */
  private static Part window(TokenSequence tokens, int prompt, int from, int length) {
    int leading = leadingSpecials(tokens);
    int trailing = trailingSpecials(tokens);
    int[] ids = new int[length];
    for (int i = 0; i < length; i++) {
      int source;
      if (i < leading + prompt) {
        source = i;
      } else if (i < length - trailing) {
        source = i + from - prompt;
      } else {
        source = tokens.length() - (length - i);
      }
      ids[i] = tokens.id(source);
    }
    return new Part(ids, length - leading - trailing - prompt);
  }

  private static int leadingSpecials(TokenSequence tokens) {
    int count = 0;
    while (count < tokens.length() && tokens.isSpecial(count)) {
      count++;
    }
    return count;
  }

  private static int trailingSpecials(TokenSequence tokens) {
    int count = 0;
    while (count < tokens.length() && tokens.isSpecial(tokens.length() - 1 - count)) {
      count++;
    }
    return count;
  }

  private String prepared(String text) {
    String stripped = text.strip();
    return recipe.lowerCases() ? stripped.toLowerCase(Locale.ROOT) : stripped;
  }

  private static String beginning(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.substring(
        0, line.offsetByCodePoints(0, Math.min(30, line.codePointCount(0, line.length()))));
  }
}
