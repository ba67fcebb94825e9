package dev.akin.text.tokenizer;

/** Reads the member {@code normalizer}. */
final class NormalizerReader {
  private static final String KNOWN = "BertNormalizer, Sequence";

  private NormalizerReader() {}

  static Normalizer read(Section section) {
    Normalizer normalizer =
        switch (section.type()) {
          case "Sequence" ->
              new Normalizer.InTurn(
                  section.sections("normalizers").stream().map(NormalizerReader::read).toList());
          case "BertNormalizer" -> bert(section);
          default -> throw section.unknownType(KNOWN);
        };
    section.done();
    return normalizer;
  }

  private static Normalizer bert(Section section) {
    boolean lowercase = section.flag("lowercase", true);
    return new BertNormalizer(
        section.flag("clean_text", true),
        section.flag("handle_chinese_chars", true),
        section.flag("strip_accents", lowercase),
        lowercase);
  }
}
