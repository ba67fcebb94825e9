package dev.akin.study.words;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.distil.DistillationOptions;
import dev.akin.encoder.distil.ExtractionMethod;
import dev.akin.encoder.distil.StaticDistiller;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.system.SystemSpec.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Static models that studies distil of {@code minilm}, each once: kept in the work folder. */
final class DistilledTokens {
  private DistilledTokens() {}

  /**
   * Distils a model with all of its cells, or opens what was distilled before.
   *
   * @param name the same for the same method and words
   * @param words that get a row of their own beside the tokens
   * @return an encoder that the caller closes
   */
  static Encoder of(StudyContext context, String name, ExtractionMethod method, List<String> words)
      throws IOException {
    Path folder = context.work().resolve(name);
    if (!Files.exists(folder)) {
      context.progress().accept("distilling " + name);
      // Moved when it is whole: what a run left unfinished is never opened.
      Path part = Files.createTempDirectory(context.work(), name);
      // The encoder itself: one whose rows are kept gives no rows of tokens.
      try (Encoder teacher = context.systems().openAlone(Embedding.of("minilm"))) {
        StaticDistiller.distil(
                teacher,
                method,
                DistillationOptions.defaults().withDimension(teacher.dimension()).withWords(words))
            .model()
            .write(part);
      }
      Files.move(part, folder);
    }
    return Encoder.open(folder);
  }
}
