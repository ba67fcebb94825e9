package dev.akin.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics by name: ours, ir_measures' and trec_eval's. */
final class MetricNames {
  private static final String KNOWN =
      "nDCG@k, nDCG(dcg='exp-log2')@k, MAP, MAP@k, MRR, MRR@k, P@k, R@k, R_cap@k, Success@k,"
          + " Judged@k, Rprec, Bpref, infAP, GMAP, RBP(p=0.8), ERR@k, SetP, SetR, SetF, IPrec@0.1,"
          + " 11pt_avg, NumQ, NumRet, NumRel and NumRelRet, with rel=2 among their parameters where"
          + " grades from 2 on are relevant, or trec_eval's names such as ndcg_cut_10";

  private static final String BASE = "([A-Za-z0-9_]+)";

  /** ir_measures' form: name, parameters, cutoff. */
  private static final Pattern FORM =
      Pattern.compile(BASE + "(?:\\(([^()]*)\\))?(?:@([0-9.]{1,12}))?");

  /** trec_eval's form: a name and a number behind an underscore, or a dot as in its options. */
  private static final Pattern TREC_FORM =
      Pattern.compile("([A-Za-z_]+)[._](?:(p)=)?([0-9.]{1,12})");

  private static final String REL = "rel";

  private record Entry(List<String> parameters, Function<MetricSpec, Metric> maker) {}

  private static final Map<String, Entry> ENTRIES = new HashMap<>();

  /** Under what name of a parameter trec_eval's number goes. */
  private static final Map<String, String> TREC_NUMBERS = new HashMap<>();

  static {
    entry(List.of("dcg"), MetricNames::ndcg, "nDCG", "ndcg_cut");
    entry(List.of(), spec -> new Ndcg(Ndcg.Gain.EXPONENTIAL, spec.k()), "ndcg_exp");
    scoped(AveragePrecision::new, "MAP", "AP", "map_cut");
    scoped(ReciprocalRank::new, "MRR", "RR", "recip_rank");
    scoped(Precision::new, "P", "precision");
    scoped(Recall::new, "R", "recall");
    scoped(CappedRecall::new, "R_cap");
    scoped(Success::new, "Success", "hit_rate");
    entry(List.of(), spec -> new JudgedShare(spec.k()), "Judged");
    scoped(RPrecision::new, "Rprec");
    scoped(Bpref::new, "Bpref");
    scoped(InferredAp::new, "infAP");
    scoped(GeometricMap::new, "GMAP", "gm_map");
    scoped(SetPrecision::new, "SetP", "set_P");
    scoped(SetRecall::new, "SetR", "set_recall");
    entry(List.of("x", "beta", REL), MetricNames::setF, "SetF", "set_F");
    entry(List.of("p", REL), MetricNames::rbp, "RBP");
    entry(List.of("max"), MetricNames::err, "ERR");
    entry(List.of(REL), MetricNames::iprec, "IPrec", "iprec_at_recall");
    scoped(ElevenPointAverage::new, "11pt_avg");
    scoped(scope -> new Count(Count.Counted.QUERIES, scope), "NumQ", "num_q");
    entry(List.of(REL), MetricNames::returned, "NumRet", "num_ret");
    scoped(scope -> new Count(Count.Counted.RELEVANT, scope), "NumRel", "num_rel");
    scoped(scope -> new Count(Count.Counted.FOUND, scope), "NumRelRet", "num_rel_ret");
    for (String cut : List.of("ndcg_cut", "ndcg_exp", "map_cut", "p", "recall", "success")) {
      TREC_NUMBERS.put(cut, MetricSpec.CUTOFF);
    }
    TREC_NUMBERS.put("iprec_at_recall", MetricSpec.CUTOFF);
    TREC_NUMBERS.put("set_f", "x");
    TREC_NUMBERS.put("rbp", "p");
  }

  private MetricNames() {}

  private static void entry(
      List<String> parameters, Function<MetricSpec, Metric> maker, String... names) {
    for (String name : names) {
      ENTRIES.put(lower(name), new Entry(parameters, maker));
    }
  }

  private static void scoped(Function<Scope, Metric> maker, String... names) {
    entry(List.of(REL), spec -> maker.apply(spec.scope()), names);
  }

  static Metric parse(String name) {
    MetricSpec spec = spec(name.strip());
    Entry entry = ENTRIES.get(lower(spec.base()));
    if (entry == null) {
      throw unknown(name);
    }
    spec.requireOnly(entry.parameters());
    return entry.maker().apply(spec);
  }

  private static MetricSpec spec(String name) {
    Matcher trec = TREC_FORM.matcher(name);
    if (trec.matches()) {
      String base = trec.group(1);
      String parameter = TREC_NUMBERS.get(lower(base));
      if (parameter != null && parameter.equals("p") == (trec.group(2) != null)) {
        return new MetricSpec(base, Map.of(parameter, trec.group(3)));
      }
    }
    Matcher form = FORM.matcher(name);
    if (!form.matches()) {
      throw unknown(name);
    }
    return MetricSpec.of(form.group(1), form.group(2), form.group(3));
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "there is no metric '%s'; there are %s".formatted(name, KNOWN));
  }

  private static Metric ndcg(MetricSpec spec) {
    return switch (spec.find("dcg").orElse("log2")) {
      case "log2" -> new Ndcg(Ndcg.Gain.LINEAR, spec.k());
      case "exp-log2" -> new Ndcg(Ndcg.Gain.EXPONENTIAL, spec.k());
      case String other ->
          throw new IllegalArgumentException(
              "the dcg of nDCG is 'log2' or 'exp-log2', got '%s'".formatted(other));
    };
  }

  private static Metric rbp(MetricSpec spec) {
    if (spec.find("p").isEmpty() && !spec.base().equals("rbp")) {
      throw new IllegalArgumentException(
          "RBP needs its p: RBP(p=0.8) as in ir_measures, RBP(p=0.9) as in trec_eval");
    }
    return new RankBiasedPrecision(spec.number("p", RankBiasedPrecision.TREC_P), spec.scope());
  }

  private static Metric err(MetricSpec spec) {
    return new ExpectedReciprocalRank(
        spec.count("max", ExpectedReciprocalRank.GDEVAL_MAX), spec.k());
  }

  /** trec_eval's weight, and ir_measures' beta, is what textbooks call β². */
  private static Metric setF(MetricSpec spec) {
    if (spec.number("beta", 1) != 1) {
      throw new IllegalArgumentException(
          "SetF(beta=…) is read in two ways: say SetF(x=4) for the F2 of textbooks (x is beta"
              + " squared), SetF(x=2) for what ir_measures calls beta=2");
    }
    return new SetF(spec.number("x", 1), spec.scope());
  }

  private static Metric iprec(MetricSpec spec) {
    if (spec.find(MetricSpec.CUTOFF).isEmpty()) {
      throw new IllegalArgumentException("IPrec needs a recall: IPrec@0.1");
    }
    var scope = new Scope(spec.count(REL, 1), Scope.WHOLE);
    return new InterpolatedPrecision(spec.number(MetricSpec.CUTOFF, 0), scope);
  }

  /** As ir_measures has it: with a relevant grade, only relevant documents are counted. */
  private static Metric returned(MetricSpec spec) {
    return new Count(
        spec.find(REL).isPresent() ? Count.Counted.FOUND : Count.Counted.RETURNED, spec.scope());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
