package dev.akin.text.tokenizer;

import java.util.List;

/** Takes the spaces a byte-level token starts or ends with out of its span. */
final class SpaceTrim implements PostProcessor {
  private final byte[] leading;
  private final byte[] trailing;
  private final boolean keepsFirst;

  /**
   * A trim of these tokens.
   *
   * @param keepsFirst whether a single space before the first token stays, since it was added
   */
  SpaceTrim(TokenTable table, boolean keepsFirst) {
    this.keepsFirst = keepsFirst;
    leading = new byte[table.size()];
    trailing = new byte[table.size()];
    for (int id = 0; id < leading.length; id++) {
      String token = table.findToken(id).orElse("");
      leading[id] = (byte) Math.min(Byte.MAX_VALUE, ByteLevel.spaces(token, false));
      trailing[id] = (byte) Math.min(Byte.MAX_VALUE, ByteLevel.spaces(token, true));
    }
  }

  @Override
  public void trim(TokenSink tokens, String text) {
    for (int i = 0; i < tokens.size(); i++) {
      int start = tokens.start(i);
      int end = tokens.end(i);
      int before = leading[tokens.id(i)];
      int after = trailing[tokens.id(i)];
      if (before > 0 && !(keepsFirst && before == 1 && (i == 0 || start == 0))) {
        start = forward(text, start, end, before);
      }
      if (after > 0) {
        end = back(text, start, end, after);
      }
      tokens.setSpan(i, start, end);
    }
  }

  /** So many code points on, but not beyond the end. */
  private static int forward(String text, int start, int end, int count) {
    int at = start;
    for (int i = 0; i < count && at < end; i++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** So many code points back, but not before the start. */
  private static int back(String text, int start, int end, int count) {
    int at = end;
    for (int i = 0; i < count && at > start; i++) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return at;
  }

  @Override
  public List<Integer> before() {
    return List.of();
  }

  @Override
  public List<Integer> after() {
    return List.of();
  }
}
