package dev.akin.study.words;

import dev.akin.text.split.Boundaries;
import dev.akin.words.WordEncoderOptions;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Texts as word vectors are learned from them: a text a line, cut where encoders of words cut, in
 * the lower case of a language.
 */
record SplitTexts(List<String> texts, Locale language) implements WordSource {
  SplitTexts {
    texts = List.copyOf(texts);
  }

  @Override
  public void read(Sink sink) throws IOException {
    Boundaries boundaries = WordEncoderOptions.defaults().boundaries();
    for (String text : texts) {
      for (String word : boundaries.lexicalWords(text.toLowerCase(language))) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        sink.word(bytes, 0, bytes.length);
      }
      sink.lineEnd();
    }
  }
}
