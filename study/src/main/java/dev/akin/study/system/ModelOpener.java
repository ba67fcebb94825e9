package dev.akin.study.system;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncoderOptions;
import dev.akin.encoder.Models;
import dev.akin.encoder.Prompts;
import dev.akin.encoder.Truncation;
import dev.akin.encoder.remote.RemoteEncoder;
import dev.akin.encoder.remote.RemoteOptions;
import dev.akin.reader.IcuBoundaries;
import dev.akin.study.system.SystemSpec.Reading;
import dev.akin.words.WordEncoderOptions;
import dev.akin.words.WordVectorEncoder;
import dev.akin.words.WordVectors;
import dev.akin.words.training.ParagraphEncoder;
import dev.akin.words.training.ParagraphModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens what a system's model is: a model of ours, word vectors, paragraph vectors, or a server.
 *
 * @param options of all models
 * @param serverKey sent to servers
 */
record ModelOpener(EncoderOptions options, Optional<String> serverKey) {
  Encoder open(String model, Reading reading) throws IOException {
    if (model.startsWith("http://") || model.startsWith("https://")) {
      return server(model, reading);
    }
    Optional<Path> words = WordVectorEncoder.findFile(model);
    if (words.isPresent()) {
      return words(model, words.get(), reading);
    }
    Optional<Path> paragraphs = ParagraphEncoder.findFolder(model);
    if (paragraphs.isPresent()) {
      requireUsual(model, reading);
      return ParagraphEncoder.of(
          model, ParagraphModel.read(paragraphs.get()), IcuBoundaries.root());
    }
    return model(model, reading);
  }

  private Encoder model(String model, Reading reading) throws IOException {
    EncoderOptions own = options;
    if (reading.pooling().isPresent()) {
      own = own.withPooling(reading.pooling().get());
    }
    if (!reading.hasPrompts()) {
      own = own.withPrompts(Prompts.NONE);
    }
    if (reading.maxTokens().isPresent()) {
      own = own.withMaxTokens(reading.maxTokens().getAsInt());
    }
    if (reading.isSplit()) {
      own = own.withTruncation(Truncation.SPLIT);
    }
    return Models.open(model, own);
  }

  private static Encoder words(String model, Path file, Reading reading) throws IOException {
    requireUsual(model, reading);
    return WordVectorEncoder.of(
        model, WordVectors.open(file), WordEncoderOptions.ofName(model, IcuBoundaries.root()));
  }

  private Encoder server(String address, Reading reading) throws IOException {
    requireUsual(address, reading);
    RemoteOptions remote = RemoteOptions.of(address);
    return RemoteEncoder.open(serverKey.map(remote::withKey).orElse(remote));
  }

  private static void requireUsual(String model, Reading reading) {
    if (!reading.equals(Reading.USUAL)) {
      throw new IllegalArgumentException(
          model + " has no pooling, prompts or limit that could be others");
    }
  }
}
