package dev.akin.text.tokenizer;

import java.text.Normalizer.Form;

/** Reads the member {@code normalizer}. */
final class NormalizerReader {
  private static final String KNOWN =
      "BertNormalizer, ByteLevel, Lowercase, NFC, NFD, NFKC, NFKD, Nmt, Precompiled, Prepend,"
          + " Replace, Sequence, Strip, StripAccents";

  private NormalizerReader() {}

  static Normalizer read(Section section) {
    Normalizer normalizer =
        switch (section.type()) {
          case "Sequence" ->
              new Normalizer.InTurn(
                  section.sections("normalizers").stream().map(NormalizerReader::read).toList());
          case "BertNormalizer" -> bert(section);
          case "ByteLevel" -> new ByteLevel(false, false);
          case "Lowercase" -> new Lowercase();
          case "NFC" -> new UnicodeForm(Form.NFC);
          case "NFD" -> new UnicodeForm(Form.NFD);
          case "NFKC" -> new UnicodeForm(Form.NFKC);
          case "NFKD" -> new UnicodeForm(Form.NFKD);
          case "Nmt" -> new Nmt();
          case "Precompiled" -> CharsMap.read(section);
          case "Prepend" -> new Prepend(section.text("prepend"));
          case "Replace" ->
              new Replace(TextPattern.read(section.section("pattern")), section.text("content"));
          case "Strip" -> new Strip(section.flag("strip_left"), section.flag("strip_right"));
          case "StripAccents" -> new StripAccents();
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
