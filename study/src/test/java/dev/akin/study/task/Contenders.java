package dev.akin.study.task;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncoderOptions;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.system.Systems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Systems for tests of tasks, in a folder that a test owns. */
final class Contenders {
  private Contenders() {}

  static Systems in(Path folder) throws IOException {
    return Systems.open(folder, EncoderOptions.defaults());
  }

  static MeasuredSystem open(Systems systems, String spec) throws IOException {
    return systems.open(SystemSpec.parse(spec));
  }

  static Encoder encoder(Systems systems, String spec) throws IOException {
    return open(systems, spec).requireEncoder("a test", List.of());
  }
}
