package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Damage;
import dev.akin.testkit.TestData;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gives the command every bad input there is and keeps what it printed in {@code
 * docs/bad-inputs.md}. Run with {@code -Dakin.update=true} to write the page again; without, a
 * difference fails.
 */
class BadInputsTest {
  private static final String HEAD =
      """
      # Bad inputs

      What the command prints on standard error, and its exit code, for what people get wrong: 2 for a
      bad use (nothing was done), 1 for a job that failed, 0 for one that was done with a warning. This page is written by `BadInputsTest`,
      which runs every line (with `--model hashed-64` where a model is needed and none is named).

      | what is wrong | command | printed | exit |
      |---|---|---|---|
      """;

  @TempDir Path folder;
  private final List<String> rows = new ArrayList<>();
  private final List<String> unclear = new ArrayList<>();

  @Test
  @Tag("slow")
  void everyBadInputGetsOneClearLineAndAnExitCode() throws IOException {
    new BadFiles(folder).write();
    uses();
    sources();
    indexes();
    models();
    judgments();
    evaluations();
    choices();
    words();
    training();
    studies();

    assertThat(rows).hasSizeGreaterThanOrEqualTo(40);
    String page = HEAD + String.join("\n", rows) + "\n";
    Path kept = TestData.projectRoot().resolve("docs/bad-inputs.md");
    if (Boolean.getBoolean("akin.update")) {
      Files.writeString(kept, page);
    }
    assertThat(unclear).isEmpty();
    List<String> old = Files.readAllLines(kept);
    assertThat(page.lines().filter(line -> !old.contains(line)))
        .as("lines that differ; -Dakin.update=true writes %s again", kept)
        .isEmpty();
    assertThat(old).hasSameSizeAs(page.lines().toList());
  }

  private void uses() {
    bad("no command", "");
    bad("unknown command", "serach good.jsonl birds");
    bad("unknown option", "search good.jsonl birds --moed dense");
    bad("source missing on the line", "search");
    bad("query missing on the line", "search good.jsonl");
    bad("too many words: the query is not quoted", "search good.jsonl how do birds steer");
    bad("empty query", "search good.jsonl ''");
    bad("k of zero", "search good.jsonl birds -k 0");
    bad("negative k", "search good.jsonl birds -k -1");
    bad("k that is no number", "search good.jsonl birds -k ten");
    bad("unknown mode", "search good.jsonl birds --mode fuzzy");
    bad("filter with bad syntax", "search good.jsonl birds --filter 'year >= '");
    bad("option given twice", "search good.jsonl birds -k 1 -k 2");
    bad("weights without hybrid", "search good.jsonl birds --mode lexical --weights 1,2");
    bad("one weight", "search good.jsonl birds --weights 1");
    bad("negative weight", "search good.jsonl birds --weights 1,-2");
    bad("passages that are not split", "index good.jsonl --into x --split none --max-tokens 99");
    bad("overlap as long as a passage", "index good.jsonl --into x --max-tokens 9 --overlap 9");
    bad("recall above one", "index good.jsonl --into x --target-recall 98");
    bad("recall that is no number", "index good.jsonl --into x --target-recall high");
    bad("unknown truncation", "index good.jsonl --into x --truncation silently");
    bad("no target", "index good.jsonl");
    bad("no room for a document", "index good.jsonl --into x --max-document-bytes 0");
    bad("no threads", "index good.jsonl --into x --threads 0");
    bad("query and queries", "search good.jsonl birds --queries queries.jsonl");
    bad("run without queries", "search good.jsonl birds --run out.run");
    bad("queries for nothing", "search good.jsonl --queries queries.jsonl");
    bad("metric without judgments", "search good.jsonl birds --metric MAP");
    bad("unknown shell", "completion fish");
    bad("model without a verb", "model");
    bad("output of an unknown kind", "encode good.jsonl --out vectors.bin");
    bad("output exists", "encode good.jsonl --out no-text.jsonl");
    bad("output that is a folder", "encode good.jsonl --out empty --as npy");
    bad("output into a folder that is not there", "encode good.jsonl --out missing/v.npy");
    bad("output over a device", "encode good.jsonl --out /dev/zero --as npy");
    bad("npy on standard output", "encode good.jsonl --out - --as npy");
  }

  private void sources() {
    bad("missing source", "search notes/ birds");
    bad("missing source", "index missing.jsonl --into x");
    bad("empty folder", "search empty birds");
    bad("empty file", "search empty.txt birds");
    bad("binary file", "search picture.bin birds");
    bad("not UTF-8", "search latin.txt birds");
    bad("broken JSON on line 3", "index broken.jsonl --into x");
    bad("a line that is no object", "index array.jsonl --into x");
    bad("record without id", "index no-id.jsonl --into x");
    bad("record without text", "index no-text.jsonl --into x");
    bad("text that is a number", "index number.jsonl --into x");
    bad("id twice", "index twice.jsonl --into x");
    bad("column missing", "index no-column.csv --into x");
    bad("named column missing", "index no-column.csv --into x --text-column story");
    bad("more cells than columns", "index uneven.csv --into x");
    bad("table without records", "index header-only.csv --into x");
    bad("quote never closed", "index quote.csv --into x");
    bad("truncated gzip", "index cut.jsonl.gz --into x");
    bad("gzip by name only", "index not.jsonl.gz --into x");
    bad("truncated Zstandard", "index cut.jsonl.zst --into x");
    bad("one line of 200 MB", "index huge.jsonl.gz --into x");
    bad("PDF that is none", "index noise.pdf --into x");
    bad("PDF with a password", "index locked.pdf --into x");
    bad("one bad file in a folder", "index mixed --into x");
    bad(
        "text too long under error",
        "index long.jsonl --into y --truncation error --split none --model minilm");
    bad(
        "text too long for encoding under error",
        "encode long.jsonl --out y.npy --truncation error --model minilm");
  }

  private void indexes() throws IOException {
    good("index good.jsonl --into good.akin");
    bad("unknown filter field", "search good.akin birds --filter 'yeer >= 2015'");
    bad("index of another encoder", "search good.akin birds --model hashed-32");
    bad("refresh with another encoder", "index good.jsonl --into good.akin --model hashed-32");
    bad("refresh with other options", "index good.jsonl --into good.akin --split none");
    bad("folder with other files", "index good.jsonl --into mixed");
    bad("target below a file", "index good.jsonl --into good.jsonl/x");
    bad("target is a file", "index good.jsonl --into good.run");
    bad("not an index", "info mixed");
    bad("not an index folder", "info good.run");
    bad("nothing to explain", "explain good.akin ''");
    try (var directory = FSDirectory.open(folder.resolve("good.akin"));
        Lock _ = directory.obtainLock("write.lock")) {
      bad("index being written by someone else", "index good.jsonl --into good.akin");
    }
    truncateSegment(folder.resolve("good.akin"));
    bad("damaged index", "search good.akin birds --mode lexical");
    good("index good.jsonl --into flipped.akin");
    damageCommit(folder.resolve("flipped.akin"));
    bad("damaged commit of an index", "info flipped.akin");
    good("index good.jsonl --into whole.akin");
    bad("indexing options for an index", "search whole.akin birds --split none");
    bad("id that word2vec cannot hold", "encode spaces.jsonl --out v.vec");
  }

  private static void truncateSegment(Path index) throws IOException {
    try (var files = Files.list(index)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(channel.size() / 2);
        }
      }
    }
  }

  private static void damageCommit(Path index) throws IOException {
    try (var files = Files.list(index)) {
      Path commit =
          files
              .filter(f -> String.valueOf(f.getFileName()).startsWith("segments_"))
              .findFirst()
              .orElseThrow();
      byte[] bytes = Files.readAllBytes(commit);
      try (var file = new RandomAccessFile(commit.toFile(), "rw")) {
        file.write(Damage.overwritten(bytes, bytes.length / 2, (byte) 1, (byte) 2, (byte) 3));
      }
    }
  }

  private void models() {
    bad("unknown model", "search good.jsonl birds --model minilmm");
    bad("unknown model", "model show gpt");
    bad("hashed encoder too small", "search good.jsonl birds --model hashed-2");
    bad("model folder without a model", "model show empty-model");
    bad("model with a broken ONNX file", "model show bad-onnx");
    bad("model with a broken tokenizer", "model show bad-tokenizer");
    bad("distilling what is no transformer", "model distil hashed-64 --into static");
    bad("distilling an unknown model", "model distil minilmm --into static");
    bad("distilling into a folder in use", "model distil minilm --into empty-model");
    bad("distilling into no cells", "model distil minilm --into static --dimension 0");
    bad("missing word list", "model distil minilm --into static --vocabulary missing.txt");
    bad("rows without contexts", "model distil minilm --into static --rows 5");
    bad("missing contexts", "model distil minilm --into static --contexts missing");
  }

  private void judgments() {
    bad("unknown metric", "evaluate good.run qrels.tsv --metric accuracy");
    bad("metric without its cutoff", "evaluate good.run qrels.tsv --metric P");
    bad("cutoff that is not whole", "evaluate good.run qrels.tsv --metric nDCG@1.5");
    bad("cutoff where there is none", "evaluate good.run qrels.tsv --metric Rprec@5");
    bad("parameter a metric has not", "evaluate good.run qrels.tsv --metric 'nDCG(rel=2)@10'");
    bad("RBP without its p", "evaluate good.run qrels.tsv --metric RBP");
    bad("grade outside a metric's scale", "evaluate good.run high.txt --metric ERR@20");
    bad("judgments missing on the line", "evaluate good.run");
    bad("unknown rule for ties", "evaluate good.run qrels.tsv --ties random");
    bad("no expected value", "evaluate good.run qrels.tsv --ties expected --metric infAP");
    bad("several runs under --trec", "evaluate good.run good.run qrels.tsv --trec");
    bad("--trec and --json", "evaluate good.run qrels.tsv --trec --json");
    bad("missing run", "evaluate missing.run qrels.tsv");
    bad("empty run", "evaluate empty.run qrels.tsv");
    bad("run with a document twice", "evaluate twice.run qrels.tsv");
    bad("run with the score NaN", "evaluate nan.run qrels.tsv");
    bad("run with a score that is no number", "evaluate word.run qrels.tsv");
    bad("run with five columns", "evaluate short.run qrels.tsv");
    bad("run with one rank for all, by rank", "evaluate same-rank.run qrels.tsv --ties rank");
    bad("MS MARCO run with a rank missing", "evaluate gap.tsv qrels.tsv");
    bad("MS MARCO run with a rank twice", "evaluate two-firsts.tsv qrels.tsv");
    bad("MS MARCO run counted from 0", "evaluate zero.tsv qrels.tsv");
    bad("MS MARCO run with a line cut", "evaluate cut.tsv qrels.tsv");
    bad("judgments for a run", "evaluate qrels.tsv good.run");
    bad("run that is not UTF-8", "evaluate latin.txt qrels.tsv");
    bad("BEIR judgments without their header", "evaluate good.run headless.tsv");
    bad("judgments with a column missing", "evaluate good.run columns.txt");
    bad("grade that is no number", "evaluate good.run grade.txt");
    bad("judgments of other queries", "evaluate good.run others.txt");
    bad(
        "queries of other judgments",
        "search good.jsonl --queries queries.jsonl --qrels others.txt");
    bad("file without queries", "search good.jsonl --queries no-queries.jsonl --run out");
    bad("broken query", "search good.jsonl --queries broken-queries.jsonl --run out");
    bad("query id twice", "search good.jsonl --queries same-queries.jsonl --run out");
    bad("query without text", "search good.jsonl --queries blank-queries.jsonl --run out");
    bad("query table without tabs", "search good.jsonl --queries queries.tsv --run out");
    bad("run with ids that hold blanks", "search spaces.jsonl --queries queries.jsonl --run out");
  }

  private void choices() {
    String own = "choose good.jsonl --queries two-queries.jsonl --qrels two.tsv ";
    bad("choosing without judgments", "choose good.jsonl --with hashed-64");
    bad("choosing by queries alone", "choose good.jsonl --queries two-queries.jsonl");
    bad("choosing by judgments alone", "choose good.jsonl --qrels two.tsv");
    bad(
        "choosing by judgments of other documents",
        "choose good.jsonl --queries queries.jsonl --qrels strangers.tsv --with hashed-64");
    bad("choosing in no time", own + "--budget 0");
    bad("budget that is no time", own + "--budget soon");
    bad("unknown encoder to choose from", own + "--with minilmm");
    bad("a system where an encoder is chosen", own + "--with 'hybrid(bm25'");
    bad("unknown precision to choose from", own + "--precisions int7");
    bad("unknown pooling to choose from", own + "--poolings middle");
    bad("unknown prompt to choose from", own + "--prompts some");
    bad("unknown index to choose from", own + "--indexes ivf");
    bad("unknown fusion to choose from", own + "--fusions sum");
    bad("reranking of no document", own + "--rerank 0");
    bad("dimension of zero to choose from", own + "--dimensions 0");
    bad("unknown check without judgments", "choose good.jsonl --check titles");
    bad("a check beside judgments", own + "--check title-text");
    bad("a check that nothing fits", "choose good.jsonl --check near-duplicates --with hashed-64");
    bad("a judging file without queries", "choose good.jsonl --make-pool judge.tsv");
    bad(
        "a judging file over another file",
        "choose good.jsonl --queries two-queries.jsonl --make-pool two.tsv --with hashed-64");
    bad("a report of an unknown kind of a choice", own + "--report choice.pdf");
  }

  private void studies() {
    bad("study without a verb of its own", "study repeat pooling");
    bad("study without a name", "study run");
    bad("study that there is not", "study run poolings");
    bad("showing a study that there is not", "study show poolings");
    bad("showing a study that was not run", "study show pooling --into empty");
    bad("listing studies with a name", "study list pooling");
    bad("data of a study missing", "study run pooling --data empty --into empty");
    bad("folder of data missing", "study run pooling --data missing --into empty");
    bad("folder of data is a file", "study run pooling --data good.jsonl --into empty");
    bad("results of a study into a file", "study run needles --into good.jsonl");
    bad("results of a study below a file", "study run needles --into good.jsonl/x");
    bad("studies listed from a file", "study list --into good.jsonl");
    bad("studies listed from a folder that is not there", "study list --into missing");
    bad("seed that is no number", "study run needles --into empty --seed lucky");
    bad("damaged result of a study", "study show needles --into cut-study");
    bad("result of another study", "study show needles --into other-study");
  }

  private void training() throws IOException {
    bad("training without a verb", "train");
    bad("unknown method of counts", "train counts good.jsonl --out v.vec --method glvoe");
    bad("more cells than words", "train counts good.jsonl --out v.vec --method ppmi-svd");
    bad("counts of no memory", "train counts good.jsonl --out v.vec --count-memory 0");
    bad("counts of no cells", "train counts good.jsonl --out v.vec --dimension 0");
    bad("counts of too many cells", "train counts good.jsonl --out v.vec --dimension 100000");
    bad("counts of an unknown kind", "train counts good.jsonl --out v.npy");
    bad("counts of a text that is not there", "train counts missing.txt --out v.vec");
    bad(
        "words of documents by a tree",
        "train documents good.jsonl --out v.vec --words-into w.vec --negatives 0");
    bad(
        "words of documents of an unknown kind",
        "train documents good.jsonl --out v.vec --words-into w.npy");
    bad("no text to train on", "train words missing.txt --out v.vec");
    bad("training on an empty text", "train words empty.txt --out v.vec");
    bad("training on one word", "train words one-word.txt --out v.vec");
    bad("training on a binary file", "train words picture.bin --out v.vec");
    bad("training on a binary file as text", "train words picture.bin --out v.vec --words blanks");
    bad("vectors of no cells", "train words good.jsonl --out v.vec --dimension 0");
    bad("no window", "train words good.jsonl --out v.vec --window 0");
    bad("training into a folder that is not there", "train words good.jsonl --out missing/v.vec");
    bad(
        "words of documents into the documents' file",
        "train documents good.jsonl --out v.vec --words-into v.vec");
    bad("no epochs", "train words good.jsonl --out v.vec --epochs 0");
    bad("no least count", "train words good.jsonl --out v.vec --min-count 0");
    bad("no learning rate", "train words good.jsonl --out v.vec --rate 0");
    bad("unknown method", "train words good.jsonl --out v.vec --method skipgramm");
    bad("n-grams without fasttext", "train words good.jsonl --out v.vec --ngrams 3-6");
    bad(
        "n-grams that are no range",
        "train words good.jsonl --out v.vec --method fasttext --ngrams 3");
    bad("vectors of an unknown kind", "train words good.jsonl --out v.npy");
    bad(
        "tables larger than memory",
        "train words good.jsonl --out v.bin --method fasttext --min-count 1 --dimension 96"
            + " --max-memory 100");
    bad("a line that is no pair", "train words three.tsv --out v.vec --method pairs");
    bad("sampling of pairs", "train words three.tsv --out v.vec --method pairs --sampling 0.001");
    bad(
        "pairs split like a text",
        "train words three.tsv --out v.vec --method pairs --words blanks");
    bad(
        "words of a teacher that is not named",
        "train words good.jsonl --out v.vec --method x2static");
    bad(
        "a teacher for what is learned without one",
        "train words good.jsonl --out v.vec --teacher hashed-64");
    bad(
        "a teacher that is not there",
        "train words good.jsonl --out v.vec --method x2static --teacher minilmm");
    bad(
        "cells beside a teacher's",
        "train words good.jsonl --out v.vec --method x2static --teacher hashed-64 --dimension 50");
    bad(
        "a teacher without noise",
        "train words good.jsonl --out v.vec --method x2static --teacher hashed-64 --negatives 0");
    bad(
        "real vectors of another method",
        "train documents good.jsonl --out v.vec --real-out r.vec");
    bad(
        "real vectors of no cells",
        "train documents good.jsonl --out v.vec --method real-binary-pv --real-dimension 0");
    bad("senses of another method", "train words good.jsonl --out v.vec --senses 3");
    bad("one sense", "train words good.jsonl --out v.vec --method senses --senses 1");
    bad(
        "more senses than cells have room for",
        "train words good.jsonl --out v.vec --method senses --senses 6 --dimension 12");
    bad("senses without noise", "train words good.jsonl --out v.vec --method senses --negatives 0");
    bad(
        "a model of words without senses",
        "train words good.jsonl --out v.vec --method cbow --model-into m");
    good(
        "train words good.jsonl --out s.vec --method mssg --senses 2 --dimension 8 --min-count 1"
            + " --model-into senses.model");
    bad("a sense of a word that is not known", "words senses senses.model 'birds fly' --word bard");
    bad("a sense of a word elsewhere", "words senses senses.model 'ships sail' --word birds");
    bad("a sense of no word", "words senses senses.model birds");
    bad("senses of vectors without a model", "words senses good.vec birds --word birds");
    Files.write(
        folder.resolve("senses.model/input.npy"),
        Files.readAllBytes(folder.resolve("senses.model/output.npy")));
    bad("a model of senses with another table", "words senses senses.model birds --word birds");
    bad(
        "fastText's format for what it does not hold",
        "train words good.jsonl --out v.bin --as fasttext --min-count 1 --method positional-cbow");
    bad(
        "a compass by n-grams",
        "train words good.jsonl --out v.vec --method fasttext --compass-into c");
    bad("a folder that is no compass", "train words good.jsonl --out v.vec --compass empty");
    bad("a start without a compass", "train words good.jsonl --out v.vec --compass-start compass");
    bad(
        "a slice that keeps a compass",
        "train words good.jsonl --out v.vec --compass empty --compass-into c");
    bad("no documents to train on", "train documents missing.jsonl --out v.vec");
    bad("documents by a method of words", "train documents good.jsonl --out v.vec --method cbow");
    bad("a document's id with a blank", "train documents spaces.jsonl --out v.vec --min-count 1");
    bad(
        "tables of documents larger than memory",
        "train documents good.jsonl --out v.vec --min-count 1 --dimension 16384 --max-memory 1");
    bad("missing paragraph vectors", "search good.jsonl birds --model paragraph:missing");
    bad("a folder without paragraph vectors", "search good.jsonl birds --model paragraph:empty");
    bad("no graph to train on", "train graph missing.tsv --out v.vec");
    bad("a line that is no edge", "train graph one-word.txt --out v.vec");
    bad("an edge's weight that is no number", "train graph weight.tsv --out v.vec");
    bad("a graph without edges", "train graph no-edges.tsv --out v.vec");
    bad("a folder as a graph", "train graph empty --out v.vec");
    bad("walks of one node", "train graph weight.tsv --out v.vec --length 1");
    bad("a return parameter of zero", "train graph weight.tsv --out v.vec --p 0");
  }

  private void evaluations() {
    String own = "evaluate --corpus good.jsonl --queries two-queries.jsonl --qrels two.tsv ";
    good(own + "--with bm25 --report good.json");
    bad("systems without a task", "evaluate --with bm25");
    bad("unknown task", "evaluate scifacts --with bm25");
    bad("unknown system", own + "--with bm52");
    bad("system written wrongly", own + "--with 'hybrid(bm25'");
    bad("cut of no cells", own + "--with hashed-64@0d");
    bad("system twice", own + "--with bm25,bm25");
    bad("corpus without judgments", "evaluate --corpus good.jsonl --with bm25");
    bad(
        "judgments of other queries",
        "evaluate --corpus good.jsonl --queries queries.jsonl --qrels others.txt --with bm25");
    bad(
        "judgments of other documents",
        "evaluate --corpus good.jsonl --queries queries.jsonl --qrels strangers.tsv --with bm25");
    bad(
        "no queries",
        "evaluate --corpus good.jsonl --queries no-queries.jsonl --qrels qrels.tsv --with bm25");
    bad(
        "query without text",
        "evaluate --corpus good.jsonl --queries blank-queries.jsonl --qrels qrels.tsv --with bm25");
    bad(
        "query id twice",
        "evaluate --corpus good.jsonl --queries same-queries.jsonl --qrels qrels.tsv --with bm25");
    bad(
        "document id twice",
        "evaluate --corpus twice.jsonl --queries queries.jsonl --qrels qrels.tsv --with bm25");
    bad(
        "one query only",
        "evaluate --corpus good.jsonl --queries queries.jsonl --qrels qrels.tsv --with bm25");
    warned(
        "some relevant documents not in the corpus",
        "evaluate --corpus good.jsonl --queries two-queries.jsonl --qrels some.tsv --with bm25");
    warned("label seen once", "evaluate --labels once.tsv --with hashed-64");
    bad("label missing", "evaluate --labels no-label.tsv --with hashed-64");
    bad("one label only", "evaluate --labels one-label.tsv --with hashed-64");
    bad("score of a pair that is NaN", "evaluate --pairs nan-pairs.tsv --with hashed-64");
    bad("pairs that all have one score", "evaluate --pairs flat-pairs.tsv --with hashed-64");
    bad("words alone on pairs", "evaluate --pairs fine-pairs.tsv --with bm25");
    bad("baseline that is not measured", own + "--with bm25,hashed-64 --baseline minilm");
    bad("report of an unknown kind", own + "--with bm25 --report out.pdf");
    bad("report in a folder that is not there", own + "--with bm25 --report missing/out.html");
    bad("negative number of decisive queries", own + "--with bm25 --decisive -1");
    bad("report of runs", "evaluate good.run qrels.tsv --report out.html");
    bad("decisive queries of runs", "evaluate good.run qrels.tsv --decisive 3");
    bad("repetition of something else", "evaluate --rerun good.jsonl");
    bad("repetition of a cut report", "evaluate --rerun cut-report.json");
    bad("repetition with other systems", "evaluate --rerun good.json --with bm25");
  }

  private void words() {
    bad("words without a verb", "words");
    bad("word that is not there", "words nearest good.vec birds");
    bad("word in another casing", "words nearest good.vec Bird");
    bad("no words wanted", "words nearest good.vec bird -k 0");
    bad("answers among no words", "words nearest good.vec bird --first 0");
    bad("too few words for an outlier", "words outlier good.vec bird ship");
    bad("unknown method", "words analogy good.vec bird ship steer --method sub");
    bad("missing file of vectors", "words info missing.vec");
    bad("row with a cell missing", "words info short.vec");
    bad("cell that is no number", "words info nan.vec");
    bad("fewer rows than the header says", "words info fewer.vec");
    bad("more rows than the header says", "words info more.vec");
    bad("header larger than the file", "words info huge.vec");
    bad("header that overflows", "words info overflow.vec");
    bad("truncated word2vec binary", "words info cut.w2v");
    bad("fastText file of a later version", "words info future.model");
    bad("truncated fastText file", "words info cut.model");
    bad("gensim's own file", "words info gensim.kv");
    bad("zip archive", "words info glove.zip");
    bad("no vectors at all", "words info prose.vec");
    bad("format not said", "words convert good.vec --out converted.bin");
    bad("unknown format", "words convert good.vec --out converted.bin --as glvoe");
    bad("word the format cannot hold", "words convert words.vec --out converted.txt");
    bad("converted onto another file", "words convert good.vec --out good.run --as glove");
    bad("broken question", "words evaluate good.vec bad-questions.txt");
    bad("no set of words", "words evaluate good.vec good.run");
    bad("a set of words that is not UTF-8", "words evaluate good.vec latin.txt");
    bad("target without a dictionary", "words evaluate good.vec good-pairs.tsv --target good.vec");
    bad("aligned by a dictionary of other words", align("others.txt"));
    bad("aligned by no dictionary", align("short.vec"));
    bad("aligned by nothing", "words align good.vec good.vec --out a.vec --target-out b.vec");
    bad("a seed where a dictionary is", align("birds.tsv --method self_learning --seed 3"));
    bad("both sides aligned into one file", align("birds.tsv").replace("b.vec", "a.vec"));
    bad("aligned into a format of no rows", align("birds.tsv").replace("a.vec", "a.kv"));
    bad("retrofitted by words alone", "words retrofit good.vec --lexicon alone.txt --out r.vec");
    bad("retrofitted by other words", "words retrofit good.vec --lexicon others.txt --out r.vec");
    bad("retrofitted onto the file", "words retrofit good.vec --lexicon birds.tsv --out good.vec");
    bad("debiased by other words", "words debias good.vec --pairs twos.txt --out d.vec");
    bad("debiased by what is not UTF-8", "words debias good.vec --pairs latin.txt --out d.vec");
    bad("debiased by words alone", "words debias good.vec --pairs alone.txt --out d.vec");
    bad(
        "debiased along no direction",
        "words debias good.vec --pairs birds.tsv --directions 0 --out d.vec");
    bad(
        "debiased less than softly",
        "words debias good.vec --pairs birds.tsv --soft 0 --out d.vec");
    bad(
        "equalised softly",
        "words debias good.vec --pairs birds.tsv --soft 1 --equalise birds.tsv --out d.vec");
    bad(
        "counter-fitted with a weight of retrofitting",
        "words retrofit good.vec --lexicon birds.tsv --antonyms birds.tsv --alpha 1 --out r.vec");
    bad("missing word vectors as a model", "search good.jsonl birds --model words:missing.vec");
    bad("damaged word vectors as a model", "search good.jsonl birds --model words:nan.vec");
  }

  private static String align(String dictionary) {
    return "words align good.vec good.vec --dictionary %s --out a.vec --target-out b.vec"
        .formatted(dictionary);
  }

  private void good(String command) {
    Cli.Outcome outcome = run(command);
    assertThat(outcome.code()).as(command + ": " + outcome.err()).isZero();
  }

  /** Input that is measured nevertheless, with a line that says what it lacks. */
  private void warned(String wrong, String command) {
    row(wrong, command, List.of(0));
  }

  private void bad(String wrong, String command) {
    row(wrong, command, List.of(1, 2));
  }

  private void row(String wrong, String command, List<Integer> codes) {
    Cli.Outcome outcome = run(command);
    String printed = plain(outcome.err());
    List<String> lines = printed.lines().filter(line -> !line.startsWith("akin: indexed")).toList();
    boolean isClear =
        lines.size() >= 1
            && lines.size() <= 2
            && lines.stream().allMatch(line -> line.startsWith("akin: "))
            && codes.contains(outcome.code())
            && !printed.matches("(?s).*(defect|Exception|null).*");
    if (!isClear) {
      unclear.add("%s → %d: %s".formatted(command, outcome.code(), printed));
    }
    rows.add(
        "| %s | `akin %s` | %s | %d |"
            .formatted(
                wrong,
                command,
                printed.strip().replace("|", "\\|").replace("\n", "<br>"),
                outcome.code()));
  }

  /** Every path of this run's folder as the user would have typed it, every time the same. */
  private String plain(String text) {
    return text.replace(folder.toString() + "/", "")
        .replace("words:" + folder, "words:")
        .replace(folder.toString(), ".")
        .replaceAll("in [0-9.]+ s", "in 0.1 s")
        .replaceAll("(expected|actual)( footer)?=-?[0-9a-f]+", "$1$2=…")
        .replaceAll("(indexes/[^ ]*-)[0-9a-f]{16}", "$1…");
  }

  private Cli.Outcome run(String command) {
    if (command.matches("study run (?!poolings).+") && !command.contains("--into")) {
      throw new IllegalArgumentException(
          "'%s' would begin a study where the test is run; give it --into".formatted(command));
    }
    List<Object> args = new ArrayList<>();
    for (String word : new ShellLine(command).words()) {
      boolean isFile =
          args.size() > 0 && !word.isEmpty() && Files.exists(folder.resolve(firstPart(word)));
      boolean isTarget =
          args.size() > 1
              && List.of(
                      "--into",
                      "--out",
                      "--run",
                      "--report",
                      "--target-out",
                      "--words-into",
                      "--model-into")
                  .contains(args.getLast())
              && !word.equals("-");
      boolean isMissing = word.startsWith("missing") || word.equals("notes/");
      int kind = word.matches("(words|paragraph):.*") ? word.indexOf(':') + 1 : 0;
      args.add(
          kind > 0
              ? word.substring(0, kind) + folder.resolve(word.substring(kind))
              : isFile || isTarget || isMissing ? folder.resolve(word) : word);
    }
    boolean hasModel = command.contains("--model");
    boolean takesModel =
        command.matches("(search|index|encode) [^ ]+ .*") && !command.contains(".akin birds");
    if (takesModel && !hasModel && !command.contains("how do birds")) {
      args.add("--model");
      args.add("hashed-64");
    }
    return new Cli(folder.resolve("cache")).run(args.toArray());
  }

  private static String firstPart(String word) {
    int slash = word.indexOf('/');
    return slash < 0 ? word : word.substring(0, slash);
  }
}
