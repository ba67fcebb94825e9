package dev.akin.text.tokenizer;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.text.Tokenizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens tokenizers written in the {@code tokenizer.json} layout of the Hugging Face library.
 *
 * <p>They give the same ids and spans as that library, spans as UTF-16 indices of the text given.
 * The truncation and the padding in the file are not obeyed: how long a text may be is the
 * encoder's affair, and a file that comes with a model often carries the settings of a training
 * run. A component or option not known here is refused by its name.
 */
public final class Tokenizers {
  private Tokenizers() {}

  /**
   * The tokenizer of a {@code tokenizer.json}.
   *
   * @throws FormatException if the file is not valid, with the key, or asks for something unknown
   * @throws IOException if it cannot be read
   */
  public static Tokenizer load(Path tokenizerJson) throws IOException {
    return parse(Files.readAllBytes(tokenizerJson), tokenizerJson.toString());
  }

  /**
   * The tokenizer of a model's folder: its {@code tokenizer.json}, or where that is missing its
   * {@code vocab.txt} with {@code tokenizer_config.json}, which is how BERT models were once saved.
   *
   * @throws FormatException if a file is not valid, or if the folder has neither
   * @throws IOException if a file cannot be read
   */
  public static Tokenizer open(Path folder) throws IOException {
    Path whole = folder.resolve("tokenizer.json");
    if (Files.exists(whole)) {
      return load(whole);
    }
    Path vocabulary = folder.resolve("vocab.txt");
    if (!Files.exists(vocabulary)) {
      throw new FormatException(
          folder.toString(), "no tokenizer here: neither tokenizer.json nor vocab.txt");
    }
    return of(tokenizerJson(vocabulary), vocabulary.toString());
  }

  /**
   * The {@code tokenizer.json} that a BERT model's {@code vocab.txt} and the {@code
   * tokenizer_config.json} beside it, if there is one, stand for.
   *
   * @throws FormatException if a file is not valid, or the configuration names a tokenizer of
   *     another kind
   * @throws IOException if a file cannot be read
   */
  public static Json tokenizerJson(Path vocabulary) throws IOException {
    String where = vocabulary.toString();
    String lines = text(Files.readAllBytes(vocabulary), where);
    return new BertFiles(where, lines, config(vocabulary)).tokenizerJson();
  }

  private static Json.Members config(Path vocabulary) throws IOException {
    Path file = vocabulary.resolveSibling("tokenizer_config.json");
    if (!Files.exists(file)) {
      return new Json.Members(Map.of());
    }
    String where = file.toString();
    if (!(Json.parse(text(Files.readAllBytes(file), where), where)
        instanceof Json.Members config)) {
      throw new FormatException(where, "expected a JSON object");
    }
    String type = config.findText("tokenizer_class").orElse("BertTokenizer");
    if (!type.startsWith("Bert") && !type.startsWith("DistilBert")) {
      throw new FormatException(
          where,
          "tokenizer_class: \"%s\" needs a tokenizer.json; only BERT's can be built from vocab.txt"
              .formatted(type));
    }
    return config;
  }

  /**
   * The tokenizer in the bytes of a {@code tokenizer.json}.
   *
   * @param where names the source in errors
   * @throws FormatException if they are not valid, with the key, or ask for something unknown
   */
  public static Tokenizer parse(byte[] tokenizerJson, String where) {
    return of(Json.parse(text(tokenizerJson, where), where), where);
  }

  /**
   * The tokenizer described by a JSON object in the layout of {@code tokenizer.json}.
   *
   * @param where names the source in errors
   * @throws FormatException if it is not valid, with the key, or asks for something unknown
   */
  public static Tokenizer of(Json tokenizer, String where) {
    Section root = Section.root(where, tokenizer).ignore("version", "truncation", "padding");
    Normalizer normalizer =
        root.findSection("normalizer").map(NormalizerReader::read).orElse(new Normalizer.None());
    PreTokenizer preTokenizer =
        root.findSection("pre_tokenizer")
            .map(PreTokenizerReader::read)
            .orElse(new PreTokenizer.None());
    Model model = ModelReader.read(root.section("model"));
    Optional<Decoder> decoder = root.findSection("decoder").map(DecoderReader::read);
    List<AddedTokens.Token> added = addedTokens(root);
    TokenTable table = TokenTable.of(model.tokens(), AddedTokens.ids(added), where);
    PostProcessor postProcessor =
        root.findSection("post_processor")
            .map(new PostProcessorReader(table)::read)
            .orElse(PostProcessor.Around.NOTHING);
    root.done();
    var parts = new Pipeline.Parts(normalizer, preTokenizer, model, postProcessor, decoder);
    return new Pipeline(parts, added, table);
  }

  private static List<AddedTokens.Token> addedTokens(Section root) {
    var added = new ArrayList<AddedTokens.Token>();
    if (!root.has("added_tokens")) {
      return added;
    }
    for (Section token : root.sections("added_tokens")) {
      added.add(
          new AddedTokens.Token(
              token.whole("id"),
              token.text("content"),
              token.flag("single_word"),
              token.flag("lstrip"),
              token.flag("rstrip"),
              token.flag("normalized"),
              token.flag("special")));
      token.done();
    }
    return added;
  }

  private static String text(byte[] utf8, String where) {
    var bytes = ByteBuffer.wrap(utf8);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new FormatException(where, "not UTF-8 at byte " + bytes.position(), e);
    }
  }
}
