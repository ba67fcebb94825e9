package dev.akin.study.benchmark;

import dev.akin.study.claim.StudyContext;
import dev.akin.study.task.ClassificationTask;
import dev.akin.study.task.LabelledTexts;
import dev.akin.study.task.RetrievalTask;
import dev.akin.study.task.StsTask;
import dev.akin.study.task.Task;
import dev.akin.text.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Eighteen data sets, ten general ones and eight of a domain, in samples that take minutes: 400
 * pairs, 400 test texts, 200 queries over 800 documents with all relevant ones.
 */
final class SmallSuite {
  private static final List<String> GENERAL_STS =
      List.of("stsb-en", "sts13", "sts14", "sts15", "sts16");

  private static final List<String> DOMAIN_PAIRS =
      List.of("Structured/Amazon-Google", "Textual/Abt-Buy", "Structured/DBLP-ACM");

  private static final List<String> GENERAL_LABELS =
      List.of("trec-questions", "ag-news", "sst2", "subjectivity");

  private static final String GENERAL_RETRIEVAL = "xquad-en";

  private static final List<String> DOMAIN_RETRIEVAL =
      List.of("scifact", "cranfield", "cacm", "cisi");

  private static final int PAIRS = 400;
  private static final int TEXTS = 400;
  private static final int QUERIES = 200;
  private static final int DOCUMENTS = 800;

  /** Texts to learn from: 8 of each of 77 labels, most of the time. */
  private static final int BANKING_TEXTS = 2000;

  private SmallSuite() {}

  /**
   * A task and its texts, whose complexity is measured.
   *
   * @param isDomain whether its texts are of a field of knowledge or trade
   */
  record Chosen(Task task, boolean isDomain, List<String> texts) {
    Chosen {
      texts = List.copyOf(texts);
    }
  }

  /** The sets' paths below the data folder. */
  static List<String> data() {
    List<String> data = new ArrayList<>();
    GENERAL_STS.forEach(set -> data.add("sts/" + set));
    DOMAIN_PAIRS.forEach(set -> data.add("tables/magellan/" + set));
    Stream.concat(Stream.of(GENERAL_RETRIEVAL), DOMAIN_RETRIEVAL.stream())
        .forEach(set -> data.add("retrieval/" + set));
    GENERAL_LABELS.forEach(set -> data.add("classification/" + set));
    data.add("classification/banking77");
    return data;
  }

  /** The samples, drawn from the context's seed. */
  static List<Chosen> open(StudyContext context) throws IOException {
    List<Chosen> chosen = new ArrayList<>(pairs(context));
    chosen.addAll(retrieval(context));
    chosen.addAll(labels(context));
    return chosen;
  }

  private static List<Chosen> pairs(StudyContext context) throws IOException {
    List<Chosen> chosen = new ArrayList<>();
    for (String set : GENERAL_STS) {
      chosen.add(pairs((StsTask) context.tasks().open(set), false, context.seed()));
    }
    for (String set : DOMAIN_PAIRS) {
      String file = "tables/magellan/" + set + "/test.txt.gz";
      StsTask task =
          new StsTask(set.substring(set.indexOf('/') + 1), EntityPairs.read(context.require(file)));
      chosen.add(pairs(task, true, context.seed()));
    }
    return chosen;
  }

  private static Chosen pairs(StsTask whole, boolean isDomain, long seed) {
    StsTask task = whole.sampled(PAIRS, seed);
    return new Chosen(
        task,
        isDomain,
        Stream.concat(task.pairs().first().stream(), task.pairs().second().stream()).toList());
  }

  private static List<Chosen> retrieval(StudyContext context) throws IOException {
    List<Chosen> chosen = new ArrayList<>();
    for (String set :
        Stream.concat(Stream.of(GENERAL_RETRIEVAL), DOMAIN_RETRIEVAL.stream()).toList()) {
      RetrievalTask task =
          ((RetrievalTask) context.tasks().open(set))
              .withDocuments(DOCUMENTS, context.seed())
              .sampled(QUERIES, context.seed());
      try (Stream<Document> documents = task.set().corpus().documents()) {
        chosen.add(
            new Chosen(
                task,
                !set.equals(GENERAL_RETRIEVAL),
                documents.map(Document::titleAndText).toList()));
      }
    }
    return chosen;
  }

  private static List<Chosen> labels(StudyContext context) throws IOException {
    List<Chosen> chosen = new ArrayList<>();
    for (String set : GENERAL_LABELS) {
      ClassificationTask task =
          ((ClassificationTask) context.tasks().open(set)).sampled(TEXTS, context.seed());
      chosen.add(new Chosen(task, false, task.testTexts()));
    }
    LabelledTexts train =
        LabelledTexts.read(context.require("classification/banking77/train.tsv.gz"));
    LabelledTexts test =
        LabelledTexts.read(context.require("classification/banking77/test.tsv.gz"));
    ClassificationTask banking =
        new ClassificationTask(
            "banking77",
            train.sampled(BANKING_TEXTS, context.seed()),
            test.sampled(TEXTS, context.seed()),
            8);
    chosen.add(new Chosen(banking, true, banking.testTexts()));
    return chosen;
  }
}
