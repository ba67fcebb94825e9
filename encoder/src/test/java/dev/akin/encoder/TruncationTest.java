package dev.akin.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.text.Document;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to texts longer than the tiny model's eight tokens, six of them content. */
class TruncationTest {
  private static final String SIX = "red red red red red red";
  private static final String EIGHT = SIX + " blue green";

  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    TinyModel.write(folder);
    // Plain means: rows can be added up by hand.
    Files.writeString(
        folder.resolve("modules.json"),
        """
        [{"idx":0,"name":"0","path":"","type":"sentence_transformers.models.Transformer"},
         {"idx":1,"name":"1","path":"1_Pooling","type":"sentence_transformers.models.Pooling"}]
        """);
  }

  private Encoder open(Truncation truncation) throws IOException {
    return Encoder.open(
        folder, EncoderOptions.defaults().withTruncation(truncation).withWarnings(warnings::add));
  }

  private static EncodingReport report(Encoder encoder, List<String> texts) {
    try (Matrix out = Matrix.allocate(texts.size(), encoder.dimension())) {
      return encoder.encode(texts, Role.DOCUMENT, out, 0);
    }
  }

  @Test
  void longTextsAreCutCountedAndToldWhenAskedTo() throws IOException {
    try (Encoder warning = open(Truncation.WARN);
        Encoder silent = open(Truncation.CUT)) {
      assertThat(warning.encode(EIGHT, Role.DOCUMENT))
          .isEqualTo(warning.encode(SIX, Role.DOCUMENT));
      warnings.clear();
      List<String> texts = List.of(EIGHT, SIX, "red", EIGHT + " red");
      EncodingReport expected = new EncodingReport(4, 8 + 8 + 3 + 8, 2, 2 + 3);
      assertThat(report(silent, texts)).isEqualTo(expected);
      assertThat(warnings).isEmpty();
      assertThat(report(warning, texts)).isEqualTo(expected);
      assertThat(warnings)
          .containsExactly(
              "2 of 4 texts are longer than the 8 tokens %s reads: 5 tokens were cut off"
                  .formatted(folder.getFileName()));
    }
  }

  @Test
  void longTextsAreRefusedWithTheirBeginningAndLength() throws IOException {
    try (Encoder encoder = open(Truncation.ERROR)) {
      assertThatThrownBy(() -> report(encoder, List.of("red", EIGHT)))
          .isInstanceOfSatisfying(
              TextTooLongException.class,
              e ->
                  assertThat(e.of(Document.of("d7", EIGHT), 0))
                      .hasMessage(
                          "memory:1: document d7 (“red red red red red red blue g…”) has 10"
                              + " tokens, the encoder reads 8: shorten it, or let long texts be"
                              + " cut or split"))
          .hasMessage(
              "text 1 (“red red red red red red blue g…”) has 10 tokens, the encoder reads 8:"
                  + " shorten it, or let long texts be cut or split");
    }
  }

  @Test
  void splitTextsAreTheTokenWeightedMeanOfTheirParts() throws IOException {
    try (Encoder encoder = open(Truncation.SPLIT)) {
      // [CLS] red×6 [SEP]: (13, 1)/8; [CLS] blue green [SEP]: (4, 8)/4; weights 6/8 and 2/8.
      float[] row = encoder.encode(EIGHT, Role.DOCUMENT);
      assertThat(row)
          .containsExactly(
              new float[] {0.75f * 13 / 8 + 0.25f, 0.75f / 8 + 0.25f * 2}, within(1e-6f));
      assertThat(report(encoder, List.of(EIGHT))).isEqualTo(new EncodingReport(1, 8 + 4, 1, 0));
    }
  }

  @Test
  void eachPartOfASplitTextGetsThePrompt() throws IOException {
    try (Encoder encoder =
        Encoder.open(
            folder,
            EncoderOptions.defaults()
                .withTruncation(Truncation.SPLIT)
                .withPrompts(new Prompts("query ", "")))) {
      // Five content tokens a part beside the prompt: red×5, then red blue green.
      float[] row = encoder.encode(EIGHT, Role.QUERY);
      float x = 5 / 8f * (1 + 10) / 8 + 3 / 8f * (1 + 2 + 3) / 6;
      float y = 5 / 8f * (-6 + 1) / 8 + 3 / 8f * (-6 + 3 + 4 + 1) / 6;
      assertThat(row).containsExactly(new float[] {x, y}, within(1e-6f));
    }
  }

  @Test
  void rowsComeBackInTheOrderOfTheTextsWhateverTheWindowAndThreads() throws IOException {
    List<String> texts = new ArrayList<>();
    String[] words = {"red ", "green ", "blue ", "query "};
    Random random = new Random(11);
    for (int i = 0; i < TransformerEncoder.WINDOW + 100; i++) {
      StringBuilder text = new StringBuilder();
      for (int w = random.nextInt(7); w > 0; w--) {
        text.append(words[random.nextInt(4)]);
      }
      texts.add(text.toString());
    }
    List<String> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, random);
    EncoderOptions options = EncoderOptions.defaults().withTruncation(Truncation.CUT);
    try (Encoder one = Encoder.open(folder, options.withThreads(1));
        Encoder four = Encoder.open(folder, options.withThreads(4));
        Matrix expected = one.encode(texts, Role.DOCUMENT);
        Matrix rows = four.encode(texts, Role.DOCUMENT);
        Matrix others = four.encode(shuffled, Role.DOCUMENT)) {
      for (int i = 0; i < texts.size(); i++) {
        assertThat(rows.copyRow(i)).isEqualTo(expected.copyRow(i));
        assertThat(others.copyRow(i)).isEqualTo(one.encode(shuffled.get(i), Role.DOCUMENT));
      }
    }
  }

  @Test
  void aClosedEncoderSaysSo() throws IOException {
    Encoder encoder = open(Truncation.CUT);
    encoder.close();
    encoder.close();
    assertThatThrownBy(() -> encoder.encode("red", Role.QUERY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the encoder is closed");
  }
}
