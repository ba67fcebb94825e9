package dev.akin.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricNamesTest {
  /** Printed name; trec_eval's name or -; other names of the same metric. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "nDCG|ndcg|NDCG nDCG(dcg=log2)",
        "nDCG@10|ndcg_cut_10|ndcg_cut.10 NDCG@10 nDCG(dcg='log2')@10 nDCG(dcg=\"log2\")@10",
        "nDCG(dcg='exp-log2')@10|-|ndcg_exp@10 ndcg_exp_10 nDCG(dcg=exp-log2)@10",
        "MAP|map|AP ap",
        "MAP@5|map_cut_5|AP@5 map_cut.5 MAP(rel=1)@5",
        "MAP(rel=2)|-|AP(rel=2)",
        "MRR|recip_rank|RR rr",
        "MRR@10|-|RR@10 rr@10",
        "P@5|P_5|P.5 p@5 Precision@5",
        "P(rel=2)@10|-|P(rel=2)@10",
        "R@100|recall_100|Recall@100 recall.100",
        "R_cap@100|-|r_cap@100",
        "Success@5|success_5|success.5 hit_rate@5",
        "Judged@10|-|judged@10",
        "Rprec|Rprec|rprec",
        "Bpref|bpref|BPREF",
        "infAP|infAP|infap",
        "GMAP|gm_map|gmap",
        "RBP(p=0.8)|rbp_p=0.8|rbp.p=0.8 RBP(p=0.80)",
        "RBP(p=0.9)|rbp|rbp_p=0.9",
        "RBP(p=0.8,rel=2)@20|-|RBP(rel=2,p=0.8)@20",
        "ERR@20|-|err@20 ERR(max=4)@20",
        "ERR(max=2)|-|err(max=2)",
        "SetP|set_P|setp",
        "SetR|set_recall|setr",
        "SetF|set_F|SetF(beta=1.0) SetF(x=1)",
        "SetF(x=2)|set_F_2|set_F.2 set_F_2.0",
        "IPrec@0.1|iprec_at_recall_0.10|iprec_at_recall.0.1 IPrec@.1",
        "IPrec@1|iprec_at_recall_1.00|IPrec@1.0",
        "11pt_avg|11pt_avg|11PT_AVG",
        "NumQ|num_q|numq",
        "NumRet|num_ret|numret",
        "NumRel|num_rel|numrel",
        "NumRelRet|num_rel_ret|NumRet(rel=1)",
      })
  void aMetricHasOneValueUnderAllItsNames(String name, String trec, String others) {
    Metric metric = Metric.parse(name);
    assertThat(metric.name()).isEqualTo(name);
    assertThat(metric.trecName().orElse("-")).isEqualTo(trec);
    for (String other : others.split(" ", -1)) {
      assertThat(Metric.parse(other)).as(other).isEqualTo(metric);
    }
    if (!trec.equals("-")) {
      assertThat(Metric.parse(trec)).isEqualTo(metric);
    }
  }

  @Test
  void aNameThatIsNoMetricIsRefusedWithThoseThereAre() {
    for (String name : List.of("accuracy", "nDCG@", "nDCG@@1", "P_", "P(rel=2", "", "@10")) {
      assertThatThrownBy(() -> Metric.parse(name))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "there is no metric '" + name + "'; there are nDCG@k, nDCG(dcg='exp-log2')@k, MAP,")
          .hasMessageEndingWith("or trec_eval's names such as ndcg_cut_10");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "P|P needs a cutoff: P@10",
        "R|R needs a cutoff: R@10",
        "Judged|Judged needs a cutoff: Judged@10",
        "P@0|a cutoff is 1 or more, got 0",
        "nDCG@0|a cutoff is 1 or more, got 0",
        "nDCG@1.5|the cutoff of nDCG is a whole number, got 1.5",
        "P@99999999999|the cutoff of P is a whole number, got 99999999999",
        "Rprec@10|Rprec looks at the whole ranking and takes no cutoff, got 10",
        "NumRel@10|NumRel looks at the whole ranking and takes no cutoff, got 10",
        "P(rel=0)@10|the lowest relevant grade is 1 or more, got 0",
        "P(rel=x)@10|the rel of P is a whole number, got x",
        "P(rel)@10|a parameter of P is name=value, got 'rel'",
        "P(rel=1,rel=2)@10|P has two rel",
        "nDCG(rel=2)@10|nDCG has no parameter 'rel'; it has dcg",
        "Judged(rel=2)@10|Judged has no parameter 'rel'",
        "nDCG(dcg=exp)@10|the dcg of nDCG is 'log2' or 'exp-log2', got 'exp'",
        "RBP|RBP needs its p: RBP(p=0.8) as in ir_measures, RBP(p=0.9) as in trec_eval",
        "RBP(p=1)|RBP needs a p above 0 and below 1, got 1.0",
        "RBP(p=high)|the p of RBP is a number, got 'high'",
        "ERR(max=0)@20|the highest grade of ERR is 1 to 1000, got 0",
        "SetF(x=0)|SetF needs a weight x above 0, got 0.0",
        "IPrec|IPrec needs a recall: IPrec@0.1",
        "IPrec@1.5|IPrec needs a recall from 0 to 1, got 1.5",
      })
  void whatAMetricCannotTakeIsRefused(String name, String message) {
    assertThatThrownBy(() -> Metric.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aBetaThatToolsReadDifferentlyIsRefused() {
    assertThatThrownBy(() -> Metric.parse("SetF(beta=2)"))
        .hasMessageStartingWith("SetF(beta=…) is read in two ways: say SetF(x=4) for the F2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SetP", "SetR", "SetF", "NumQ", "NumRet", "NumRel", "NumRelRet"})
  void whereOrderDoesNotMatterNoRankIsLookedAt(String name) {
    assertThat(Metric.parse(name).depth()).isZero();
  }

  @Test
  void aMetricLooksAsDeepAsItsCutoff() {
    assertThat(Metric.parse("nDCG@7").depth()).isEqualTo(7);
    assertThat(Metric.parse("ERR@7").depth()).isEqualTo(7);
    assertThat(Metric.parse("MRR@7").depth()).isEqualTo(7);
    assertThat(Metric.parse("MRR").depth()).isEqualTo(Integer.MAX_VALUE);
    assertThat(Metric.parse("IPrec@0.5").depth()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void countsAreSummedAndGmapIsAGeometricMean() {
    assertThat(Metric.parse("NumRel").aggregation()).isEqualTo(Aggregation.SUM);
    assertThat(Metric.parse("GMAP").aggregation()).isEqualTo(Aggregation.GEOMETRIC_MEAN);
    assertThat(Metric.parse("MAP").aggregation()).isEqualTo(Aggregation.MEAN);
  }
}
