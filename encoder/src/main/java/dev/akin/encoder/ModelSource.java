package dev.akin.encoder;

import dev.akin.encoder.head.Head;
import dev.akin.encoder.head.RowLayer;
import dev.akin.encoder.onnx.KeptFile;
import dev.akin.encoder.onnx.NativeLibrary;
import dev.akin.encoder.onnx.OnnxModel;
import dev.akin.text.FormatException;
import dev.akin.text.Tokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that makes a transformer encoder: how it is used and where its files are.
 *
 * @param name what people call it
 * @param padId the id short texts of a batch are filled up with
 */
record ModelSource(
    String name, Recipe recipe, WeightFile weights, TokenizerFile tokenizer, int padId) {

  /**
   * Opens the encoder: weights, their digest and the tokenizer are loaded side by side, then it is
   * tried on the model's golden texts.
   *
   * @throws FormatException if a file is damaged, or the parts do not fit each other
   */
  Encoder open(EncoderOptions options, List<Golden> goldens) throws IOException {
    Background<TokenizerFile.Loaded> tokenizing = Background.start(tokenizer::load);
    WeightFile.Loaded loaded = load(options);
    try {
      TokenizerFile.Loaded tokens = tokenizing.await();
      Recipe whole = recipe.withHead(headBehind(loaded.model()));
      Recipe used = adapted(whole, loaded.model().isPooled(), options);
      checkRoom(tokens.tokenizer(), used.maxTokens());
      test(loaded.model(), tokens.tokenizer(), whole, goldens);
      return assemble(loaded, tokens, used, options);
    } catch (IOException | RuntimeException e) {
      loaded.model().close();
      throw e;
    }
  }

  private WeightFile.Loaded load(EncoderOptions options) throws IOException {
    Optional<Path> cache = options.cacheFolder();
    if (cache.isPresent()) {
      try {
        NativeLibrary.keepIn(cache.get());
        return weights.load(cache, padId);
      } catch (KeptFile.FolderException e) {
        options.warnings().accept(Objects.requireNonNull(e.getMessage()));
      }
    }
    return weights.load(Optional.empty(), padId);
  }

  /** A graph that pools by itself holds all its modules; normalising again does no harm. */
  private Head headBehind(OnnxModel model) {
    if (!model.isPooled()) {
      return recipe.head();
    }
    return new Head(
        recipe.head().pooling(),
        recipe.head().layers().stream()
            .filter(layer -> layer instanceof RowLayer.Normalize)
            .toList());
  }

  private void checkRoom(Tokenizer tokens, int maxTokens) {
    int specials = tokens.encode("").length();
    if (maxTokens <= specials) {
      throw new FormatException(
          name,
          "it reads %d tokens, of which %d are special: no room for a text"
              .formatted(maxTokens, specials));
    }
  }

  private Recipe adapted(Recipe whole, boolean isPooled, EncoderOptions options) {
    Recipe used = whole.withPrompts(options.prompts().orElse(whole.prompts()));
    if (options.pooling().isPresent()) {
      if (isPooled) {
        throw new IllegalArgumentException(
            "%s pools inside its graph: no other pooling can be asked of it".formatted(name));
      }
      used = used.withHead(new Head(options.pooling().get(), used.head().layers()));
    }
    if (options.maxTokens().isPresent()) {
      used = used.withMaxTokens(options.maxTokens().getAsInt());
    }
    return options.dimension().isPresent()
        ? used.withHead(used.head().cutTo(options.dimension().getAsInt()))
        : used;
  }

  private Encoder assemble(
      WeightFile.Loaded weights, TokenizerFile.Loaded tokens, Recipe used, EncoderOptions options) {
    int dimension = dimension(weights.model(), used.head());
    String hash = used.spaceHash(weights.digest(), tokens.digest(), options.truncation());
    return new TransformerEncoder(
        weights.model(),
        new TextCutter(tokens.tokenizer(), used, options.truncation()),
        used,
        new Identity(name, hash, dimension),
        tokenizer,
        options);
  }

  private int dimension(OnnxModel model, Head head) {
    try {
      return model.isPooled()
          ? head.layersDimension(model.dimension())
          : head.outputDimension(model.dimension());
    } catch (IllegalArgumentException e) {
      throw new FormatException(name, "its parts do not fit: " + e.getMessage(), e);
    }
  }

  private void test(OnnxModel model, Tokenizer tokens, Recipe whole, List<Golden> goldens) {
    TextCutter cutter = new TextCutter(tokens, whole.withPrompts(Prompts.NONE), Truncation.CUT);
    for (Golden golden : goldens) {
      for (TextCutter.Part part : cutter.cut(golden.text(), "", 0).parts()) {
        model.run(
            List.of(part.ids()),
            (index, rows) -> golden.check(whole.head().apply(rows, model.isPooled()), name));
      }
    }
  }
}
