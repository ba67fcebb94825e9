package dev.akin.text.tokenizer;

/** Reads the member {@code pre_tokenizer}. */
final class PreTokenizerReader {
  private static final String KNOWN =
      "BertPreTokenizer, ByteLevel, CharDelimiterSplit, Digits, Metaspace, Punctuation, Sequence,"
          + " Split, UnicodeScripts, Whitespace, WhitespaceSplit";

  private PreTokenizerReader() {}

  static PreTokenizer read(Section section) {
    PreTokenizer preTokenizer =
        switch (section.type()) {
          case "Sequence" ->
              new PreTokenizer.InTurn(
                  section.sections("pretokenizers").stream()
                      .map(PreTokenizerReader::read)
                      .toList());
          case "BertPreTokenizer" -> new BertPreTokenizer();
          case "ByteLevel" -> byteLevel(section);
          case "CharDelimiterSplit" -> delimiter(section);
          case "Digits" ->
              new CharSplit(
                  CharClass::isNumeric,
                  section.flag("individual_digits")
                      ? SplitBehavior.ISOLATED
                      : SplitBehavior.CONTIGUOUS);
          case "Metaspace" -> Metaspace.read(section);
          case "Punctuation" ->
              new CharSplit(
                  CharClass::isPunctuation,
                  section.has("behavior")
                      ? SplitBehavior.read(section, "behavior")
                      : SplitBehavior.ISOLATED);
          case "Split" ->
              new Split(
                  TextPattern.read(section.section("pattern")),
                  SplitBehavior.read(section, "behavior"),
                  section.flag("invert", false));
          case "UnicodeScripts" -> new ScriptSplit();
          case "Whitespace" -> new WordSplit();
          case "WhitespaceSplit" -> new CharSplit(CharClass::isWhitespace, SplitBehavior.REMOVED);
          default -> throw section.unknownType(KNOWN);
        };
    section.done();
    return preTokenizer;
  }

  private static PreTokenizer byteLevel(Section section) {
    section.ignore("trim_offsets");
    return new ByteLevel(section.flag("add_prefix_space"), section.flag("use_regex", true));
  }

  private static PreTokenizer delimiter(Section section) {
    String delimiter = section.text("delimiter");
    int c = delimiter.isEmpty() ? -1 : delimiter.codePointAt(0);
    if (delimiter.isEmpty() || delimiter.length() != Character.charCount(c)) {
      throw section.error("delimiter", "expected one character, found \"" + delimiter + "\"");
    }
    return new CharSplit(other -> other == c, SplitBehavior.REMOVED);
  }
}
