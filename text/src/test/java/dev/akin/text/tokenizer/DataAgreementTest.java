package dev.akin.text.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ids and spans of the Hugging Face library on every text of two data sets. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataAgreementTest {
  private final List<String> texts = new ArrayList<>();

  @BeforeAll
  void readTexts() {
    texts.addAll(Texts.tatoeba());
    texts.addAll(Texts.retrieval());
    assertThat(texts).hasSizeGreaterThan(200_000);
  }

  @Test
  void miniLmAgrees() {
    agrees(HuggingFace.resource(HuggingFace.MINILM));
  }

  @Test
  void bgeSmallAgrees() {
    agrees(HuggingFace.resource(HuggingFace.BGE_SMALL));
  }

  @ParameterizedTest
  @EnumSource
  void whatWeTrainAgrees(TokenizerKind kind) {
    List<String> sample =
        IntStream.range(0, texts.size()).filter(i -> i % 20 == 0).mapToObj(texts::get).toList();
    int size = kind == TokenizerKind.BYTE_LEVEL_BPE ? 6_000 : 12_000;
    var training = new TokenizerTraining(kind, size, 2, List.of("<pad>", "</s>"));
    Json json = TokenizerTrainer.train(training, sample.stream());
    agrees(json.toLine().getBytes(StandardCharsets.UTF_8));
  }

  private void agrees(byte[] json) {
    var differences = new ArrayList<String>();
    try (var both = HuggingFace.of(json)) {
      for (String text : texts) {
        both.difference(text).ifPresent(differences::add);
      }
    }
    assertThat(differences).as("%d texts", texts.size()).isEmpty();
  }
}
