package dev.akin.text.tokenizer;

/** Reads the member {@code decoder}. */
final class DecoderReader {
  private static final String KNOWN =
      "BPEDecoder, ByteFallback, ByteLevel, CTC, Fuse, Metaspace, Replace, Sequence, Strip,"
          + " WordPiece";

  private DecoderReader() {}

  static Decoder read(Section section) {
    Decoder decoder =
        switch (section.type()) {
          case "Sequence" ->
              new Decoder.InTurn(
                  section.sections("decoders").stream().map(DecoderReader::read).toList());
          case "BPEDecoder" -> new Decoders.WordEnd(section.findText("suffix").orElse("</w>"));
          case "ByteFallback" -> new Decoders.ByteFallback();
          case "ByteLevel" -> {
            section.ignore("add_prefix_space", "trim_offsets", "use_regex");
            yield new ByteLevel(false, false);
          }
          case "CTC" ->
              new Decoders.Ctc(
                  section.text("pad_token"),
                  section.text("word_delimiter_token"),
                  section.flag("cleanup"));
          case "Fuse" -> new Decoders.Fuse();
          case "Metaspace" -> Metaspace.read(section);
          case "Replace" ->
              new Decoders.Replaced(
                  new Replace(
                      TextPattern.read(section.section("pattern")), section.text("content")));
          case "Strip" ->
              new Decoders.Stripped(
                  section.text("content"), section.whole("start"), section.whole("stop"));
          case "WordPiece" ->
              new WordPieceDecoder(
                  section.findText("prefix").orElse("##"), section.flag("cleanup", true));
          default -> throw section.unknownType(KNOWN);
        };
    section.done();
    return decoder;
  }
}
