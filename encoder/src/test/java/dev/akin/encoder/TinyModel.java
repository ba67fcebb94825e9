package dev.akin.encoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A real model folder small enough to compute by hand: eight tokens, rows of two cells, a graph of
 * one look-up. Written byte by byte, in protobuf as ONNX lays it out.
 */
final class TinyModel {
  /** The row of each token: [PAD] [UNK] [CLS] [SEP] red green blue query. */
  static final float[][] ROWS = {{9, 9}, {5, 5}, {1, 0}, {0, 1}, {2, 0}, {0, 4}, {3, 3}, {0, -6}};

  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private TinyModel() {}

  /** A folder with mean pooling, normalised rows and at most eight tokens. */
  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("onnx"));
    Files.createDirectories(folder.resolve("1_Pooling"));
    Files.write(
        folder.resolve("onnx/model.onnx"),
        graph(List.of("input_ids", "attention_mask"), "last_hidden_state"));
    Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
    Files.writeString(
        folder.resolve("modules.json"),
        """
        [{"idx":0,"name":"0","path":"","type":"sentence_transformers.models.Transformer"},
         {"idx":1,"name":"1","path":"1_Pooling","type":"sentence_transformers.models.Pooling"},
         {"idx":2,"name":"2","path":"2_Normalize","type":"sentence_transformers.models.Normalize"}]
        """);
    Files.writeString(
        folder.resolve("1_Pooling/config.json"),
        """
        {"word_embedding_dimension":2,"pooling_mode_cls_token":false,"pooling_mode_mean_tokens":true}
        """);
    Files.writeString(
        folder.resolve("sentence_bert_config.json"),
        "{\"max_seq_length\":8,\"do_lower_case\":false}");
    Files.writeString(
        folder.resolve("config.json"),
        "{\"model_type\":\"bert\",\"max_position_embeddings\":16,\"pad_token_id\":0}");
    return folder;
  }

  static final String TOKENIZER =
      """
      {"version":"1.0","truncation":{"direction":"Right","max_length":3,"strategy":"LongestFirst","stride":0},
       "padding":null,
       "added_tokens":[
        {"id":0,"content":"[PAD]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true},
        {"id":1,"content":"[UNK]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true},
        {"id":2,"content":"[CLS]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true},
        {"id":3,"content":"[SEP]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}],
       "normalizer":{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":false},
       "pre_tokenizer":{"type":"BertPreTokenizer"},
       "post_processor":{"type":"TemplateProcessing",
        "single":[{"SpecialToken":{"id":"[CLS]","type_id":0}},{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"[SEP]","type_id":0}}],
        "pair":[{"SpecialToken":{"id":"[CLS]","type_id":0}},{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"[SEP]","type_id":0}},{"Sequence":{"id":"B","type_id":1}},{"SpecialToken":{"id":"[SEP]","type_id":1}}],
        "special_tokens":{"[CLS]":{"id":"[CLS]","ids":[2],"tokens":["[CLS]"]},"[SEP]":{"id":"[SEP]","ids":[3],"tokens":["[SEP]"]}}},
       "decoder":{"type":"WordPiece","prefix":"##","cleanup":true},
       "model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##","max_input_chars_per_word":100,
        "vocab":{"[PAD]":0,"[UNK]":1,"[CLS]":2,"[SEP]":3,"red":4,"green":5,"blue":6,"query":7}}}
      """;

  /**
   * A graph that looks rows up; with the output {@code sentence_embedding} it averages them too.
   *
   * @param inputs declared, though only input_ids is used
   */
  static byte[] graph(List<String> inputs, String output) {
    boolean isPooled = output.equals("sentence_embedding");
    ByteArrayOutputStream graph = new ByteArrayOutputStream();
    bytes(graph, 1, node("Gather", List.of("table", "input_ids"), isPooled ? "rows" : output));
    if (isPooled) {
      ByteArrayOutputStream mean = new ByteArrayOutputStream();
      mean.writeBytes(node("ReduceMean", List.of("rows"), output));
      bytes(mean, 5, attribute("axes", 1));
      bytes(mean, 5, attribute("keepdims", 0));
      bytes(graph, 1, mean.toByteArray());
    }
    text(graph, 2, "tiny");
    bytes(graph, 5, table());
    for (String input : inputs) {
      bytes(graph, 11, value(input, INT64, List.of("batch", "sequence")));
    }
    List<String> shape = isPooled ? List.of("batch", "2") : List.of("batch", "sequence", "2");
    bytes(graph, 12, value(output, FLOAT, shape));
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    number(model, 1, 8);
    bytes(model, 7, graph.toByteArray());
    ByteArrayOutputStream operators = new ByteArrayOutputStream();
    number(operators, 2, 13);
    bytes(model, 8, operators.toByteArray());
    return model.toByteArray();
  }

  private static byte[] node(String type, List<String> inputs, String output) {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    inputs.forEach(input -> text(node, 1, input));
    text(node, 2, output);
    text(node, 4, type);
    return node.toByteArray();
  }

  private static byte[] attribute(String name, int value) {
    ByteArrayOutputStream attribute = new ByteArrayOutputStream();
    text(attribute, 1, name);
    boolean isList = name.equals("axes");
    number(attribute, isList ? 8 : 3, value);
    number(attribute, 20, isList ? 7 : 2);
    return attribute.toByteArray();
  }

  private static byte[] table() {
    ByteBuffer cells =
        ByteBuffer.allocate(ROWS.length * 2 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : ROWS) {
      cells.putFloat(row[0]).putFloat(row[1]);
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, ROWS.length);
    number(tensor, 1, 2);
    number(tensor, 2, FLOAT);
    text(tensor, 8, "table");
    bytes(tensor, 9, cells.array());
    return tensor.toByteArray();
  }

  private static byte[] value(String name, int type, List<String> sizes) {
    ByteArrayOutputStream shape = new ByteArrayOutputStream();
    for (String size : sizes) {
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      if (Character.isDigit(size.charAt(0))) {
        number(one, 1, Integer.parseInt(size));
      } else {
        text(one, 2, size);
      }
      bytes(shape, 1, one.toByteArray());
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, type);
    bytes(tensor, 2, shape.toByteArray());
    ByteArrayOutputStream kind = new ByteArrayOutputStream();
    bytes(kind, 1, tensor.toByteArray());
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    text(value, 1, name);
    bytes(value, 2, kind.toByteArray());
    return value.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, int field, int value) {
    varint(out, field << 3);
    varint(out, value);
  }

  private static void text(ByteArrayOutputStream out, int field, String value) {
    bytes(out, field, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    varint(out, (field << 3) | 2);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest >= 0x80) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
