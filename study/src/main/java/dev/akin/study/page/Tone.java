package dev.akin.study.page;

/** What a callout is about. */
public enum Tone {
  /** Something to know. */
  NOTE("note"),
  /** An answer that can be relied on. */
  GOOD("good"),
  /** Something that limits what the figures say. */
  WARNING("warning");

  private final String style;

  Tone(String style) {
    this.style = style;
  }

  String style() {
    return style;
  }
}
