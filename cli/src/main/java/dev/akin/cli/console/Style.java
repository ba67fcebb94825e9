package dev.akin.cli.console;

/** How a piece of text stands out. */
public enum Style {
  /** What is most important of a result. */
  STRONG("\u001b[1m"),
  /** What is there to be looked up, not read. */
  FAINT("\u001b[2m"),
  /** A place in a file. */
  PLACE("\u001b[36m"),
  /** A word of the query that was found. */
  MATCH("\u001b[1;33m");

  private static final String OFF = "\u001b[0m";

  private final String on;

  Style(String on) {
    this.on = on;
  }

  /** The text between the codes of this style. */
  String paint(String text) {
    return text.isEmpty() ? text : on + text + OFF;
  }
}
