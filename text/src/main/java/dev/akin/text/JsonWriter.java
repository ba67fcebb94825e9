package dev.akin.text;

/** Writes a JSON value on one line. */
final class JsonWriter {
  private JsonWriter() {}

  static String write(Json value) {
    var out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  private static void append(Json value, StringBuilder out) {
    switch (value) {
      case Json.Null _ -> out.append("null");
      case Json.Bool(boolean flag) -> out.append(flag);
      case Json.Num(String literal) -> out.append(literal);
      case Json.Text(String text) -> appendText(text, out);
      case Json.Array(var items) -> {
        char separator = '[';
        for (Json item : items) {
          append(item, out.append(separator));
          separator = ',';
        }
        out.append(items.isEmpty() ? "[]" : "]");
      }
      case Json.Members(var members) -> {
        char separator = '{';
        for (var member : members.entrySet()) {
          appendText(member.getKey(), out.append(separator));
          append(member.getValue(), out.append(':'));
          separator = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
      }
    }
  }

  private static void appendText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          // A lone surrogate has no UTF-8 form; the line separators break line-based readers.
          if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || isLoneSurrogate(text, i)) {
            out.append("\\u").append(Character.forDigit(c >> 12, 16));
            out.append(Character.forDigit(c >> 8 & 15, 16));
            out.append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
