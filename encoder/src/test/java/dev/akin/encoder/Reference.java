package dev.akin.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/**
 * The independent way to a bundled model's vector: the Hugging Face tokenizer, one unpadded run a
 * text with default session options, arrays of arrays, pooling written out in double.
 */
final class Reference implements AutoCloseable {
  private static final Map<String, String> STEMS =
      Map.of(
          "minilm", "all-minilm-l6-v2",
          "minilm:int8", "all-minilm-l6-v2-q",
          "bge-small", "bge-small-en-v1.5",
          "bge-small:int8", "bge-small-en-v1.5-q");

  private final HuggingFaceTokenizer tokenizer;
  private final OrtSession session;
  private final boolean isMean;

  Reference(String model) throws IOException, OrtException {
    String stem = Objects.requireNonNull(STEMS.get(model), model);
    this.isMean = model.startsWith("minilm");
    this.tokenizer =
        HuggingFaceTokenizer.newInstance(
            new ByteArrayInputStream(ClassPath.read(stem + "-tokenizer.json")),
            Map.of(
                "padding", "false",
                "truncation", "true",
                "maxLength", isMean ? "256" : "512"));
    this.session = OrtEnvironment.getEnvironment().createSession(ClassPath.read(stem + ".onnx"));
  }

  /** The unit vector of a text without a prompt. */
  float[] vector(String text) throws OrtException {
    Encoding tokens = tokenizer.encode(text);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, new long[][] {tokens.getIds()});
        OnnxTensor mask =
            OnnxTensor.createTensor(environment, new long[][] {tokens.getAttentionMask()});
        OnnxTensor types =
            OnnxTensor.createTensor(environment, new long[][] {tokens.getTypeIds()});
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[][] rows = ((float[][][]) result.get(0).getValue())[0];
      return pooled(rows);
    }
  }

  private float[] pooled(float[][] rows) {
    double[] sum = new double[rows[0].length];
    for (float[] row : isMean ? rows : new float[][] {rows[0]}) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += row[i];
      }
    }
    double squares = 0;
    for (double x : sum) {
      squares += x * x;
    }
    float[] unit = new float[sum.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (sum[i] / Math.sqrt(squares));
    }
    return unit;
  }

  @Override
  public void close() throws OrtException {
    session.close();
    tokenizer.close();
  }
}
