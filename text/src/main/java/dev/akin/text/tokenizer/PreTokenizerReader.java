package dev.akin.text.tokenizer;

/** Reads the member {@code pre_tokenizer}. */
final class PreTokenizerReader {
  private static final String KNOWN = "BertPreTokenizer, Sequence";

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
          default -> throw section.unknownType(KNOWN);
        };
    section.done();
    return preTokenizer;
  }
}
