package dev.akin.encoder.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.akin.text.FormatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a graph wants and gives, found by name.
 *
 * @param inputs what it wants, in no order that matters
 * @param output the name of the output that is read
 * @param isPooled whether that output is one row a text instead of one a token
 * @param dimension length of its rows, 0 when the graph leaves it open
 */
record GraphSignature(List<Input> inputs, String output, boolean isPooled, int dimension) {
  /** An input of an encoder graph. */
  enum Input {
    IDS("input_ids"),
    MASK("attention_mask"),
    TYPES("token_type_ids"),
    POSITIONS("position_ids");

    private final String graphName;

    Input(String graphName) {
      this.graphName = graphName;
    }

    String graphName() {
      return graphName;
    }

    static Optional<Input> find(String graphName) {
      return Arrays.stream(values()).filter(i -> i.graphName.equals(graphName)).findFirst();
    }
  }

  private static final List<String> TOKEN_ROWS = List.of("last_hidden_state", "token_embeddings");
  private static final String POOLED_ROW = "sentence_embedding";

  GraphSignature {
    inputs = List.copyOf(inputs);
  }

  Set<String> requested() {
    return Set.of(output);
  }

  /**
   * The signature of a graph.
   *
   * @throws FormatException if it wants an input a text encoder cannot give, or gives no rows
   */
  static GraphSignature read(OrtSession session, String where) throws OrtException {
    List<Input> inputs = new ArrayList<>();
    for (Map.Entry<String, NodeInfo> entry : session.getInputInfo().entrySet()) {
      inputs.add(readInput(entry.getKey(), entry.getValue(), where));
    }
    if (!inputs.contains(Input.IDS)) {
      throw new FormatException(
          where, "not a text encoder: its graph has no input input_ids, only " + names(session));
    }
    Map<String, NodeInfo> outputs = session.getOutputInfo();
    for (String name : TOKEN_ROWS) {
      if (outputs.containsKey(name)) {
        return new GraphSignature(inputs, name, false, lastSize(outputs.get(name)));
      }
    }
    if (outputs.containsKey(POOLED_ROW)) {
      return new GraphSignature(inputs, POOLED_ROW, true, lastSize(outputs.get(POOLED_ROW)));
    }
    throw new FormatException(
        where,
        "not a text encoder: its graph gives %s, none of last_hidden_state, token_embeddings, sentence_embedding"
            .formatted(outputs.keySet()));
  }

  private static Set<String> names(OrtSession session) {
    return session.getInputNames();
  }

  private static Input readInput(String name, NodeInfo node, String where) {
    Input input =
        Input.find(name)
            .orElseThrow(() ->
                new FormatException(
                    where,
                    "its graph wants an input %s, which a text encoder does not have"
                        .formatted(name)));
    if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.INT64) {
      throw new FormatException(
          where,
          "its input %s is %s, not a tensor of int64; export the model again"
              .formatted(name, node.getInfo()));
    }
    return input;
  }

  private static int lastSize(NodeInfo node) {
    long[] shape = node.getInfo() instanceof TensorInfo tensor ? tensor.getShape() : new long[0];
    return shape.length == 0 ? 0 : (int) Math.max(0, shape[shape.length - 1]);
  }
}
