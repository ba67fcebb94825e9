package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random runs and judgments through {@code --trec} and through trec_eval itself, line by line.
 * Skipped unless {@code AKIN_TREC_EVAL} names that program.
 */
class TrecEvalTest {
  private static final String[] LETTERS = {"a", "b", "\u00e9", "\uffee", "\ud83d\ude00", "Z"};

  private static final List<String> MEASURES =
      List.of(
          ("num_q num_ret num_rel num_rel_ret map gm_map Rprec bpref recip_rank P_1 P_5 P_10 P_100"
                  + " recall_1 recall_10 recall_1000 infAP ndcg ndcg_cut_1 ndcg_cut_10 ndcg_cut_100"
                  + " map_cut_1 map_cut_10 success_1 success_5 success_10 set_P set_recall set_F")
              .split(" ", -1));

  /** What trec_eval prints: its usual cutoffs are not those above. */
  private static final List<String> OPTIONS =
      List.of(
          ("-c -q -m all_trec -m P.1,5,10,100 -m recall.1,10,1000 -m ndcg_cut.1,10,100"
                  + " -m map_cut.1,10")
              .split(" ", -1));

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void everyLineIsTrecEvals() {
    String program = System.getenv("AKIN_TREC_EVAL");
    Assumptions.assumeTrue(program != null, "skipped: AKIN_TREC_EVAL names no trec_eval");
    Seeds.forEach(
        400,
        random -> {
          try {
            // Of ten relevant documents versions 9 and 10 round recall levels alike.
            check(String.valueOf(program), random, random.nextBoolean());
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private void check(String program, SplittableRandom random, boolean hasTenRelevant)
      throws IOException {
    var lines = new StringBuilder("nobody-judged Q0 d 1 1 tag\n");
    var judgments = new StringBuilder();
    Set<String> ranked = new HashSet<>(Set.of("all"));
    int queries = 1 + random.nextInt(12);
    for (int i = 0; i < queries; i++) {
      String query = LETTERS[random.nextInt(LETTERS.length)] + i;
      judge(judgments, query, random, hasTenRelevant);
      if (i == 0 || random.nextInt(5) > 0) {
        ranked.add(query);
        rank(lines, query, random);
      }
    }
    Path run = Files.writeString(folder.resolve("run"), lines);
    Path qrels = Files.writeString(folder.resolve("qrels"), judgments);
    Map<String, String> theirs = values(trecEval(program, qrels, run));
    Map<String, String> ours = values(akin(qrels, run, hasTenRelevant));
    // Version 10 prints the queries without a ranking too, version 9 does not.
    ours.keySet().removeIf(key -> !ranked.contains(key.substring(key.indexOf('\t') + 1)));
    assertThat(ours).isNotEmpty();
    assertThat(theirs).containsAllEntriesOf(ours);
  }

  private static void judge(
      StringBuilder judgments, String query, SplittableRandom random, boolean hasTenRelevant) {
    Map<String, Integer> grades = new LinkedHashMap<>(Map.of("d0", 0));
    for (int d = 0; d < 40; d++) {
      String document = LETTERS[d % LETTERS.length] + d;
      int any = random.nextInt(-2, 4);
      grades.put(document, hasTenRelevant ? d < 10 ? 1 + d % 4 : Math.min(any, 0) : any);
    }
    grades.forEach(
        (document, grade) -> judgments.append("%s 0 %s %d\n".formatted(query, document, grade)));
  }

  private static void rank(StringBuilder lines, String query, SplittableRandom random) {
    Set<String> seen = new HashSet<>();
    int levels = 1 + random.nextInt(30);
    for (int i = 1 + random.nextInt(60); i > 0; i--) {
      int d = random.nextInt(60);
      if (seen.add(LETTERS[d % LETTERS.length] + d)) {
        lines.append(
            "%s Q0 %s 0 %s tag\n"
                .formatted(
                    query, LETTERS[d % LETTERS.length] + d, (random.nextInt(levels) - 3) / 4.0));
      }
    }
  }

  private static String trecEval(String program, Path qrels, Path run) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(OPTIONS);
    command.add(qrels.toString());
    command.add(run.toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private String akin(Path qrels, Path run, boolean withRecallLevels) {
    List<Object> args = new ArrayList<>(List.of("evaluate", run, qrels, "--trec", "--per-query"));
    List<String> measures = new ArrayList<>(MEASURES);
    for (int i = 0; withRecallLevels && i <= 10; i++) {
      measures.add("iprec_at_recall_" + i / 10.0);
    }
    if (withRecallLevels) {
      measures.add("11pt_avg");
    }
    measures.forEach(measure -> args.addAll(List.of("--metric", measure)));
    Cli.Outcome outcome = new Cli(folder).run(args.toArray());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome.out();
  }

  /** Name, tab, query to value. */
  private static Map<String, String> values(String printed) {
    Map<String, String> values = new LinkedHashMap<>();
    printed
        .lines()
        .filter(line -> !line.startsWith("relstring"))
        .map(line -> line.split("\t", -1))
        .forEach(columns -> values.put(columns[0].strip() + "\t" + columns[1], columns[2]));
    return values;
  }
}
