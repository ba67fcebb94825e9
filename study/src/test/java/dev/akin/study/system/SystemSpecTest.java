package dev.akin.study.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.encoder.head.Pooling;
import dev.akin.search.Fusion;
import dev.akin.study.system.SystemSpec.Embedding;
import dev.akin.study.system.SystemSpec.Reading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemSpecTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bm25",
        "minilm",
        "minilm:int8",
        "minilm@128d",
        "bow",
        "tfidf",
        "lsa",
        "lsa@200d",
        "esa",
        "sif(words:vectors.vec)",
        "hybrid(bm25,usif(words:vectors.vec))",
        "minilm@long=split",
        "minilm@128d@int8@pool=first@prompt=none@tokens=128@hnsw",
        "hashed-256@bit",
        "models/my-model",
        "words:vectors.vec",
        "fasttext:model.bin",
        "http://localhost:8080/v1?model=m",
        "hybrid(bm25,minilm)",
        "hybrid(bm25,minilm@64d,bge-small)",
        "rrf(bm25,minilm;k=10)",
        "rrf(bm25,minilm;k=60,1,0.5)",
        "scores(bm25,minilm)",
        "scores(bm25,minilm;0.3,0.7)",
        "rerank(bm25,minilm;50)",
        "rerank(hybrid(bm25,minilm@bit),minilm;20)"
      })
  void aTextIsReadAndWrittenAsItIs(String text) {
    SystemSpec spec = SystemSpec.parse(text);
    assertThat(spec.text()).isEqualTo(text);
    assertThat(SystemSpec.parse(spec.text())).isEqualTo(spec);
  }

  @Test
  void whatIsUsualIsLeftOut() {
    assertThat(SystemSpec.parse(" minilm@exact@float32@prompt=model ").text()).isEqualTo("minilm");
    assertThat(SystemSpec.parse("rrf(bm25, minilm)").text()).isEqualTo("hybrid(bm25,minilm)");
    assertThat(SystemSpec.parse("rerank(bm25,minilm)").text()).isEqualTo("rerank(bm25,minilm;100)");
  }

  @Test
  void partsMeanWhatTheySay() {
    assertThat(SystemSpec.parse("minilm@128d@int8@pool=max@prompt=none@tokens=64@hnsw"))
        .isEqualTo(
            new Embedding(
                "minilm",
                new Reading(Optional.of(new Pooling.Max()), false, OptionalInt.of(64), false),
                OptionalInt.of(128),
                RowForm.INT8,
                true));
    assertThat(SystemSpec.parse("rrf(bm25,minilm;k=10,2,1)"))
        .isEqualTo(
            new SystemSpec.Fused(
                List.of(new SystemSpec.Lexical(), Embedding.of("minilm")),
                new Fusion.ReciprocalRank(10, List.of(2.0, 1.0))));
  }

  @Test
  void commasInsideBracketsDoNotSeparateSystems() {
    assertThat(SystemSpec.parseAll("bm25, hybrid(bm25,minilm) ,rerank(bm25,minilm;5)"))
        .extracting(SystemSpec::text)
        .containsExactly("bm25", "hybrid(bm25,minilm)", "rerank(bm25,minilm;5)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                      | a system has no name
          minilm@12x              | the system 'minilm@12x': '@12x' is not one of
          minilm@0d               | '0' is not a whole number of 1 or more
          minilm@pool=middle      | there is no pooling 'middle'; there are mean, first
          minilm@prompt=some      | a prompt is the model's (model) or none
          minilm@long=short       | a long text is split or cut
          minilm@size=3           | there is no '@size=…'; there are pool, prompt, tokens
          @128d                   | a model's name is missing
          hybrid(bm25)            | a fusion is of two systems or more
          hybrid(bm25,minilm;k=x) | 'x' is not a number
          mix(bm25,minilm)        | there is no 'mix(…)'; there are hybrid, rrf, scores, rerank
          sif(fasttext:m.bin)     | sif(…) and usif(…) are of word vectors: sif(words:FILE)
          rerank(bm25)            | a reranking is rerank(SYSTEM,MODEL;DEPTH)
          rerank(minilm,bm25)     | a reranking is rerank(SYSTEM,MODEL;DEPTH)
          hybrid(bm25,minilm      | a bracket too many
          scores(bm25,minilm;1)   | 1 fusion weights for 2 searchers
          """)
  void aTextThatIsWrongIsRefusedWithThePartThatIs(String text, String problem) {
    assertThatThrownBy(() -> SystemSpec.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }
}
