package dev.akin.text.tokenizer;

/** Reads the member {@code decoder}. */
final class DecoderReader {
  private static final String KNOWN = "Sequence, WordPiece";

  private DecoderReader() {}

  static Decoder read(Section section) {
    Decoder decoder =
        switch (section.type()) {
          case "Sequence" ->
              new Decoder.InTurn(
                  section.sections("decoders").stream().map(DecoderReader::read).toList());
          case "WordPiece" ->
              new WordPieceDecoder(
                  section.findText("prefix").orElse("##"), section.flag("cleanup", true));
          default -> throw section.unknownType(KNOWN);
        };
    section.done();
    return decoder;
  }
}
