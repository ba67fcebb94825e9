package dev.akin.cli;

import dev.akin.format.words.FastTextModel;
import dev.akin.format.words.WordList;
import dev.akin.testkit.Damage;
import dev.akin.vector.Matrix;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Writes every kind of broken input into one folder. */
record BadFiles(Path folder) {
  private static final String GOOD =
      "{\"_id\":\"a\",\"title\":\"Birds\",\"text\":\"Birds steer with their"
          + " tail.\",\"year\":2015}\n";
  private static final int HUGE_MEGABYTES = 200;

  void write() throws IOException {
    text("good.jsonl", GOOD + "{\"_id\":\"b\",\"text\":\"Fish swim in schools.\",\"year\":2019}\n");
    records();
    packed();
    documents();
    judgments();
    models();
    words();
    studies();
  }

  private void studies() throws IOException {
    Files.createDirectories(folder.resolve("cut-study/results"));
    Files.createDirectories(folder.resolve("other-study/results"));
    text("cut-study/results/needles.json", "{\"study\":\"needles\",\"verdict\":");
    String measure = "{\"name\":\"cosine\",\"value\":1,\"low\":0.5,\"high\":1.5,\"threshold\":0}";
    text(
        "other-study/results/needles.json",
        "{\"study\":\"pooling\",\"claim\":%s,\"control\":%s,\"tables\":[],\"notes\":[],"
                .formatted(measure, measure)
            + "\"environment\":\"Java\",\"date\":\"2026-11-26\",\"seconds\":1,\"seed\":42}");
  }

  private void records() throws IOException {
    text("broken.jsonl", GOOD + GOOD.replace("\"a\"", "\"b\"") + "{\"_id\":\"c\",\"text\":\n");
    text("array.jsonl", "[1,2,3]\n");
    text("no-id.jsonl", "{\"text\":\"no id\"}\n");
    text("no-text.jsonl", "{\"_id\":\"a\",\"year\":1}\n");
    text("twice.jsonl", GOOD + GOOD);
    text("number.jsonl", "{\"_id\":\"a\",\"text\":7}\n");
    text("no-column.csv", "id,body\n1,hello\n");
    text("uneven.csv", "id,text\n1,hello\n2,hello,too many\n");
    text("header-only.csv", "id,text\n");
    text("quote.csv", "id,text\n1,\"never closed\n2,x\n");
    text("spaces.jsonl", "{\"_id\":\"two words\",\"text\":\"hello\"}\n");
    text("long.jsonl", "{\"_id\":\"a\",\"text\":\"" + "many words ".repeat(600) + "\"}\n");
  }

  private void packed() throws IOException {
    var gzip = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(gzip)) {
      for (int i = 0; i < 500; i++) {
        out.write(
            "{\"_id\":\"d%d\",\"text\":\"number %d\"}\n"
                .formatted(i, i * 7919)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    bytes("cut.jsonl.gz", Damage.truncated(gzip.toByteArray(), gzip.size() / 2));
    text("not.jsonl.gz", GOOD);
    byte[] plain = GOOD.repeat(50).getBytes(StandardCharsets.UTF_8);
    var compressor = new ZstdJavaCompressor();
    byte[] zstd = new byte[compressor.maxCompressedLength(plain.length)];
    int length = compressor.compress(plain, 0, plain.length, zstd, 0, zstd.length);
    bytes("cut.jsonl.zst", Damage.truncated(zstd, length / 2));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("huge.jsonl.gz")), 1 << 16)) {
      out.write("{\"_id\":\"a\",\"text\":\"".getBytes(StandardCharsets.UTF_8));
      byte[] megabyte = new byte[1 << 20];
      Arrays.fill(megabyte, (byte) 'x');
      for (int i = 0; i < HUGE_MEGABYTES; i++) {
        out.write(megabyte);
      }
      out.write("\"}\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private void documents() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    text("empty.txt", "");
    text("one-word.txt", "bird bird bird bird bird bird\n");
    text("three.tsv", "user1\titem1\nuser2\titem1\titem2\n");
    text("weight.tsv", "a\tb\t1\nb\tc\theavy\n");
    text("no-edges.tsv", "# from to\n");
    bytes("latin.txt", "Stra\u00dfe und K\u00fcche\n".getBytes(StandardCharsets.ISO_8859_1));
    byte[] noise = new byte[5000];
    var random = new SplittableRandom(7);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) random.nextInt(256);
    }
    noise[10] = 0;
    bytes("picture.bin", noise);
    bytes("noise.pdf", noise);
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      pdf.save(folder.resolve("locked.pdf").toFile());
    }
    Files.createDirectories(folder.resolve("mixed"));
    text("mixed/good.md", "# Birds\n\nBirds steer.\n");
    text("mixed/bad.jsonl", GOOD + "{\n");
  }

  private void judgments() throws IOException {
    text("queries.jsonl", "{\"_id\":\"q1\",\"text\":\"birds\"}\n");
    text("no-queries.jsonl", "\n");
    text("broken-queries.jsonl", "{\"_id\":\"q1\",\"text\":\"birds\"}\n{\"_id\":\"q2\"\n");
    text(
        "same-queries.jsonl", "{\"_id\":\"q1\",\"text\":\"a\"}\n{\"_id\":\"q1\",\"text\":\"b\"}\n");
    text("blank-queries.jsonl", "{\"_id\":\"q1\",\"text\":\" \"}\n");
    text("queries.tsv", "q1 birds\n");
    text("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\ta\t1\n");
    text("headless.tsv", "q1\ta\t1\n");
    text("columns.txt", "q1 0 a 1\nq1 a 1\n");
    text("grade.txt", "q1 0 a good\n");
    text("others.txt", "q7 0 a 1\n");
    text("good.run", "q1 Q0 a 1 0.5 t\n");
    text("twice.run", "q1 Q0 a 1 0.5 t\nq1 Q0 a 2 0.4 t\n");
    text("nan.run", "q1 Q0 a 1 NaN t\n");
    text("word.run", "q1 Q0 a 1 high t\n");
    text("short.run", "q1 Q0 a 1 0.5\n");
    text("empty.run", "");
    text("high.txt", "q1 0 a 5\n");
    text("same-rank.run", "q1 Q0 a 0 0.5 t\nq1 Q0 b 0 0.4 t\n");
    text("gap.tsv", "q1\ta\t1\nq1\tb\t3\n");
    text("two-firsts.tsv", "q1\ta\t1\nq1\tb\t1\n");
    text("zero.tsv", "q1\ta\t0\n");
    evaluations();
    text("cut.tsv", "q1\ta\t1\nq1\tb\n");
  }

  private void evaluations() throws IOException {
    text(
        "two-queries.jsonl",
        "{\"_id\":\"q1\",\"text\":\"birds\"}\n{\"_id\":\"q2\",\"text\":\"fish\"}\n");
    text("two.tsv", "query-id\tcorpus-id\tscore\nq1\ta\t1\nq2\tb\t1\n");
    text("some.tsv", "query-id\tcorpus-id\tscore\nq1\ta\t1\nq2\tz\t1\n");
    text("strangers.tsv", "query-id\tcorpus-id\tscore\nq1\tz\t1\n");
    text("once.tsv", "text\tlabel\na bird\tanimal\na fish\tanimal\na cat\tanimal\na car\tthing\n");
    text("no-label.tsv", "text\tlabel\na bird\tanimal\na fish\t\n");
    text("one-label.tsv", "text\tlabel\na bird\tanimal\na fish\tanimal\na cat\tanimal\n");
    String head = "sentence1\tsentence2\tscore\n";
    text("nan-pairs.tsv", head + "a bird\ta fish\t2\na bird\ta car\tNaN\n");
    text("flat-pairs.tsv", head + "a bird\ta fish\t2\na bird\ta car\t2\na cat\ta car\t2\n");
    text("fine-pairs.tsv", head + "a bird\ta fish\t3\na bird\ta car\t1\na cat\ta car\t2\n");
    text("cut-report.json", "{\"format\":\"akin-evaluation\",\"version\":1,\"akin\":");
  }

  private void models() throws IOException {
    Files.createDirectories(folder.resolve("empty-model"));
    text("empty-model/readme.txt", "nothing here\n");
    for (String name : new String[] {"bad-onnx", "bad-tokenizer"}) {
      Files.createDirectories(folder.resolve(name + "/onnx"));
      Files.createDirectories(folder.resolve(name + "/1_Pooling"));
      text(
          name + "/modules.json",
          """
          [{"idx":0,"name":"0","path":"","type":"sentence_transformers.models.Transformer"},
           {"idx":1,"name":"1","path":"1_Pooling","type":"sentence_transformers.models.Pooling"}]
          """);
      text(
          name + "/1_Pooling/config.json",
          "{\"word_embedding_dimension\":384,\"pooling_mode_mean_tokens\":true}\n");
      text(name + "/config.json", "{\"model_type\":\"bert\",\"hidden_size\":384}\n");
      text(name + "/sentence_bert_config.json", "{\"max_seq_length\":256}\n");
    }
    try (var resource =
        Objects.requireNonNull(
            BadFiles.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json"))) {
      bytes("bad-onnx/tokenizer.json", resource.readAllBytes());
    }
    text("bad-onnx/onnx/model.onnx", "this is no model\n");
    try (var resource =
        Objects.requireNonNull(BadFiles.class.getResourceAsStream("/all-minilm-l6-v2-q.onnx"))) {
      bytes("bad-tokenizer/onnx/model.onnx", resource.readAllBytes());
    }
    text("bad-tokenizer/tokenizer.json", "{\"model\":{\"type\":\"WordPiece\",\"vocab\":\n");
  }

  private void words() throws IOException {
    text("good.vec", "3 2\nbird 1 0.5\nship 0.5 1\nsteer 1 1\n");
    text("words.vec", "2 2\nnew york 1 0.5\nship 0.5 1\n");
    text("short.vec", "3 2\nbird 1.5 0.5\nship 0.5\nsteer 1.5 1\n");
    text("nan.vec", "2 2\nbird 1 0.5\nship nan 1\n");
    text("fewer.vec", "3 2\nbird 1.25 0.5\nship 0.5 1.25\n");
    text("more.vec", "1 2\nbird 1 0.5\nship 0.5 1\n");
    text("huge.vec", "2000000000 300\nbird 1 0.5\n");
    text("overflow.vec", "99999999999 300\nbird 1 0.5\n");
    text("twice.vec", "bird 1 0.5\nbird 0.5 1\n");
    text("prose.vec", "No vectors here.\n");
    byte[] binary =
        "2 2\nbird \0\0\u0080?\0\0\0?\nship \0\0\0?\0\0\u0080?\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    bytes("cut.w2v", Damage.truncated(binary, binary.length - 5));
    byte[] model = new byte[80];
    System.arraycopy(new byte[] {(byte) 0xba, 0x16, 0x4f, 0x2f, 99}, 0, model, 0, 5);
    bytes("future.model", model);
    try (var table =
        FastTextModel.ofTable(WordList.of(List.of("bird", "ship")), Matrix.allocate(2, 3))) {
      table.write(folder.resolve("cut.model"));
    }
    byte[] whole = Files.readAllBytes(folder.resolve("cut.model"));
    bytes("cut.model", Damage.truncated(whole, whole.length - 30));
    bytes("gensim.kv", new byte[] {(byte) 0x80, 4, (byte) 0x95, 0, 0});
    text("glove.zip", "PK\u0003\u0004 and so on");
    text("bad-questions.txt", "a b c d\na b c d\na b c d\na b c\n");
    text("birds.tsv", "bird\tship\n");
    text("alone.txt", "bird\n");
    text("twos.txt", "robin hawk\n");
    text("good-pairs.tsv", "bird\tship\t3\nbird\tsteer\t5\n");
  }

  private void text(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void bytes(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }
}
