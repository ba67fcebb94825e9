package dev.akin.conformance;

import dev.akin.encoder.Encoder;
import dev.akin.reader.IcuBoundaries;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.Method;
import dev.akin.words.training.ParagraphEncoder;
import dev.akin.words.training.ParagraphModel;
import dev.akin.words.training.TrainedTables;
import dev.akin.words.training.TrainingListener;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.TrainingRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Paragraph vectors whose words are those of the texts, so that most of them have a vector. */
class ParagraphEncoderContractTest extends EncoderContract {
  @TempDir Path folder = Path.of("");

  @Override
  Encoder open() throws IOException {
    List<String> words =
        List.of("the", "cat", "sat", "on", "mat", "word", "a", "compress", "vectors", "to", "bits");
    TrainingOptions options =
        TrainingOptions.builder(Method.PV_DM).dimension(24).sampling(0).leastCount(1).build();
    try (TrainedTables learned =
        new LookupTrainer(options)
            .train(
                sink -> {
                  for (int document = 0; document < 60; document++) {
                    for (int w = 0; w < 8; w++) {
                      byte[] word =
                          words
                              .get((document * 5 + w * (1 + document % 3)) % words.size())
                              .getBytes(StandardCharsets.UTF_8);
                      sink.word(word, 0, word.length);
                    }
                    sink.lineEnd();
                  }
                },
                TrainingRun.in(folder),
                TrainingListener.NONE)) {
      learned.writeModel(folder);
    }
    return ParagraphEncoder.of("paragraph", ParagraphModel.read(folder), IcuBoundaries.root());
  }
}
