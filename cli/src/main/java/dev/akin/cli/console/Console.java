package dev.akin.cli.console;

import dev.akin.text.Json;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where results (standard output) and notes (standard error) go. One thread prints results; notes
 * and progress may come from any.
 */
public final class Console {
  private final PrintStream out;
  private final StatusLine status;
  private final Terminal terminal;

  public Console(PrintStream out, PrintStream err, Terminal terminal) {
    this.out = out;
    this.status = new StatusLine(err);
    this.terminal = terminal;
  }

  public Terminal terminal() {
    return terminal;
  }

  /** Results, for {@code -} as a file name. */
  public PrintStream out() {
    return out;
  }

  /** One line of results. */
  public void line(String text) {
    out.print(text + "\n");
  }

  /** One line of results for machines. */
  public void json(Json value) {
    line(value.toLine());
  }

  /** One line for the person, not part of the results; progress that is drawn makes room. */
  public void note(String text) {
    status.note(text);
  }

  /** The same about what is as it should be, and so does not ask to be looked at. */
  public void faintNote(String text) {
    note(terminal.isStderr() ? paint(Style.FAINT, text) : text);
  }

  /** The text in this style, or as it is where colours have no place. */
  public String paint(Style style, String text) {
    return terminal.hasColours() ? style.paint(text) : text;
  }

  /** A progress line on standard error; silent unless that is a terminal. */
  public Progress progress(String doing) {
    return new Progress(terminal.isStderr() ? status : null, doing, terminal.columns());
  }

  /** Whether the reader of the results has gone away (a closed pipe). */
  public boolean isOutGone() {
    return out.checkError();
  }

  /** An object of JSON, its members in the order given: name, value, name, value… */
  public static Json.Members members(Object... namesAndValues) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
    }
    return new Json.Members(members);
  }
}
