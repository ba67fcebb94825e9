package dev.akin.encoder;

/**
 * What a model wants before a text, by role; empty for nothing. The prompt and the text are joined
 * as they stand, before they are cut into tokens.
 */
public record Prompts(String query, String document) {
  /** Nothing before either: for similarity of two texts of one kind. */
  public static final Prompts NONE = new Prompts("", "");

  /** The prompt of a role. */
  public String of(Role role) {
    return switch (role) {
      case QUERY -> query;
      case DOCUMENT -> document;
    };
  }
}
